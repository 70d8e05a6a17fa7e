/** Changes to the text of a line that keep the way back to its items. */
import type { Line, Piece } from './line';

/**
 * A line without some of its letters, and with others in their places.
 * @param drop   places of letters that go
 * @param change letters by their places, each for one letter
 */
export function editLine(
  line: Line,
  drop: ReadonlySet<number>,
  change: ReadonlyMap<number, string> = new Map(),
): Line {
  const moved: number[] = [];
  let text = '';
  for (let i = 0; i < line.text.length; i++) {
    moved.push(text.length);
    if (!drop.has(i)) text += change.get(i) ?? line.text[i];
  }
  const place = (at: number) => moved[at] ?? text.length;
  const pieces = line.pieces.flatMap((piece) => {
    const out: Piece[] = [];
    let from = 0;
    for (let i = 0; i <= piece.length; i++) {
      if (i < piece.length && !drop.has(piece.at + i)) continue;
      const offset = piece.offset + (piece.whole ? 0 : from);
      if (i > from) out.push({ ...piece, at: place(piece.at + from), length: i - from, offset });
      from = i + 1;
    }
    return out;
  });
  const sups = line.sups.map(([a, b]): [number, number] => [place(a), place(b)]);
  return { ...line, text, pieces, sups };
}
