/**
 * Sets an article in two columns for `writePdf`: lines as long as the column is wide, words cut by hyphens at the ends of
 * lines, running heads, numbers of pages. Cutting of lines only needs to be about right, so widths of letters are rough.
 */
import type { PdfText } from './write-pdf';

export interface Piece {
  kind: 'title' | 'authors' | 'heading' | 'text' | 'entry';
  text: string;
}

const PAGE = { left: 50, right: 550, top: 70, bottom: 750 };
const GAP = 24;
const SIZES: Record<Piece['kind'], number> = {
  title: 17,
  authors: 11,
  heading: 13,
  text: 10,
  entry: 8.5,
};
const LEADING = 1.2;
/** Between two pieces, in parts of a line. */
const SPACE: Record<Piece['kind'], number> = {
  title: 1,
  authors: 1,
  heading: 0.5,
  text: 0,
  entry: 0,
};
const INDENT = 12;
/** Words are cut from so many letters on, and leave so many on either side. */
const CUT_FROM = 8;
const CUT_LEAVES = 3;

/** Widths of Helvetica, in parts of its size, by letters that are about alike. */
const WIDTHS: readonly [RegExp, number][] = [
  [/[ijl'|.,:;!]/, 0.25],
  [/[ ftrI()[\]-]/, 0.31],
  [/[mwMW%]/, 0.87],
  [/[A-Z=+<>]/, 0.69],
];
const width = (text: string, size: number): number =>
  [...text].reduce(
    (sum, letter) => sum + size * (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.56),
    0,
  );

/** The longest beginning of a word that fits with a hyphen, and its rest; null where it is not to be cut. */
function cut(word: string, room: number, size: number): [string, string] | null {
  const letters = /^[a-z]+/.exec(word)?.[0] ?? '';
  if (letters.length < CUT_FROM) return null;
  for (let at = letters.length - CUT_LEAVES; at >= CUT_LEAVES; at--)
    if (width(`${word.slice(0, at)}-`, size) <= room)
      return [`${word.slice(0, at)}-`, word.slice(at)];
  return null;
}

/** The lines of a text; the first one is shorter. */
function linesOf(text: string, room: number, size: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  const left = () => room - (lines.length ? 0 : indent);
  const add = (word: string) => {
    const longer = line ? `${line} ${word}` : word;
    if (width(longer, size) <= left() || !line) {
      line = longer;
      return;
    }
    const parts = cut(word, left() - width(`${line} `, size), size);
    lines.push(parts ? `${line} ${parts[0]}` : line);
    line = '';
    add(parts?.[1] ?? word);
  };
  for (const word of text.split(/\s+/).filter(Boolean)) add(word);
  if (line) lines.push(line);
  return lines;
}

/** The pages of an article. @param head printed at the top of every page but the first */
export function setInColumns(pieces: readonly Piece[], head: string): PdfText[][] {
  const pages: PdfText[][] = [];
  const column = (PAGE.right - PAGE.left - GAP) / 2;
  let x = PAGE.left;
  let y = 0;
  /** Where the columns of this page begin. */
  let top = PAGE.top;
  const turn = () => {
    const number = pages.length + 1;
    const texts: PdfText[] = [{ x: 296, y: 780, text: String(number), size: 8 }];
    if (number > 1) texts.push({ x: PAGE.left, y: 40, text: head, size: 8 });
    pages.push(texts);
    [x, y, top] = [PAGE.left, PAGE.top, PAGE.top];
  };
  const put = (line: string, size: number, indent: number) => {
    if (y > PAGE.bottom) {
      if (x === PAGE.left) [x, y] = [PAGE.left + column + GAP, top];
      else turn();
    }
    pages.at(-1)?.push({ x: x + indent, y, text: line, size });
    y += LEADING * size;
  };
  turn();
  let before: Piece['kind'] | null = null;
  for (const { kind, text } of pieces) {
    const size = SIZES[kind];
    const wide = kind === 'title' || kind === 'authors';
    const indent = kind === 'text' && before === 'text' ? INDENT : 0;
    const lines = linesOf(text, wide ? PAGE.right - PAGE.left : column, size, indent);
    if (before) y += SPACE[kind] * size;
    for (const [i, line] of lines.entries()) put(line, size, i ? 0 : indent);
    y += SPACE[kind] * size;
    if (wide) top = y + size;
    before = kind;
  }
  return pages;
}
