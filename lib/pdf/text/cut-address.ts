/** Web addresses and DOIs that the end of a line cuts. */
import type { Line } from '../layout/line';

/** A web address or DOI that the end of a line may cut: in its last word. */
const ADDRESS = /https?:\/\/|www\.|\b10\.\d{4,9}\/|doi\.org/i;
/** How such an address goes on: a word that is none of a language. */
const GOES_ON = /^[^\s]{0,80}[\d/._=?&%-][^\s]{0,80}/;
/** A line that is full ends so near to the edge of its column, in parts of its size. */
const NEAR_EDGE = 2.5;

/** Whether the address at the end of a line goes on in the next one. */
export function cutsAddress(line: Line, next: Line): boolean {
  const text = line.text.trimEnd();
  const found = text.slice(text.lastIndexOf(' ') + 1);
  if (!ADDRESS.test(found)) return false;
  if (/[/_=?&%-]$/.test(found)) return true;
  const full = line.right - line.x1 < NEAR_EDGE * line.size;
  return (
    full &&
    !/[,;]$/.test(found) &&
    GOES_ON.test(next.text) &&
    !/^\[?\d{1,3}[.\])]? /.test(next.text)
  );
}
