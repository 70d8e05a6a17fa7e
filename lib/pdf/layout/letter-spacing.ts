/** Words whose letters are set apart ("A B S T R A C T") are words: their blanks are taken out, and the places kept. */
import { editLine } from './edit-line';
import type { Line } from './line';

/** Letters one by one, at least so many: fewer are initials, variables or a list. */
const SPACED = /(?<![^\s])(?:[\p{L}\d&.,:] ){3,80}[\p{L}\d&.,:](?![^\s])/gu;
/** Between words of such text blanks are doubled, or so much wider than within words. */
const WIDER = 1.6;

/** The width of the blank before each letter of a line, where the letters are items of their own. */
function widthAt(line: Line, at: number): number | null {
  const index = line.pieces.findIndex((piece) => piece.at > at);
  const after = line.pieces[index];
  const before = line.pieces[index - 1];
  if (!after || !before || after.at !== at + 1) return null;
  return after.x0 - before.x1;
}

/** The line with its spaced words joined. */
export function joinSpaced(line: Line): Line {
  if (!/(?:\S ){3}/.test(line.text)) return line;
  const drop = new Set<number>();
  for (const found of line.text.matchAll(SPACED)) {
    const text = found[0];
    if (!/\p{L} \p{L} \p{L}/u.test(text)) continue;
    const blanks: number[] = [];
    for (let i = 1; i < text.length; i += 2) blanks.push(found.index + i);
    const widths = blanks.map((at) => widthAt(line, at));
    const known = widths.filter((width): width is number => width !== null);
    const usual = [...known].sort((a, b) => a - b)[known.length >> 1] ?? 0;
    blanks.forEach((at, index) => {
      const width = widths[index];
      if (width === null || width === undefined || width <= WIDER * usual) drop.add(at);
    });
  }
  return drop.size ? editLine(line, drop) : line;
}
