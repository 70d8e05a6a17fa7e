/**
 * Ligatures that a font calls by other signs ("eYcient", "®eld"). The document decides: a sign is a ligature where a font
 * of its own has no others, where it makes its word one that the document prints elsewhere, or where it is never in words.
 */
import type { Line, Piece } from './line';
import { tally } from './numbers';

/** Fonts with what others lack have ligatures at the places of these letters: Adobe's "expert" encoding. */
const LETTERS: Readonly<Record<string, string>> = { V: 'ff', W: 'fi', X: 'fl', Y: 'ffi', Z: 'ffl' };
/** Signs that are never before a small letter, unless they are ligatures. */
const SIGNS: Readonly<Record<string, string>> = { '®': 'fi', Þ: 'fi' };
/** A word with a capital within it, or one at its beginning that may be a ligature. */
const BROKEN = /(?<![\p{L}\d])(?:\p{Ll}{1,20}[V-Z]\p{Ll}{0,20}|[WXYZ]\p{Ll}{2,20})(?![\p{L}\d])/gu;
const SIGNED = /[®Þ](?=\p{Ll})/gu;
/** One such sign may be a sign. */
const FEWEST = 4;
const WORD = /(?<![\p{L}\d])\p{L}\p{Ll}{3,40}(?![\p{L}\d])/gu;
/** So often a word is printed that others are taken for. */
const PRINTED = 2;

/** A line with other letters in place of some single ones; each remains one letter of its item. */
function withLetters(line: Line, change: ReadonlyMap<number, string>): Line {
  const moved: number[] = [];
  let text = '';
  for (let i = 0; i < line.text.length; i++) {
    moved.push(text.length);
    text += change.get(i) ?? line.text[i];
  }
  const place = (at: number) => moved[at] ?? text.length;
  const pieces = line.pieces.flatMap((piece) => {
    const out: Piece[] = [];
    const end = piece.at + piece.length;
    const add = (from: number, to: number, whole?: true) => {
      if (to <= from) return;
      const offset = piece.offset + (piece.whole ? 0 : from - piece.at);
      const length = place(to) - place(from);
      out.push({ ...piece, at: place(from), length, offset, ...(whole && { whole }) });
    };
    let from = piece.at;
    for (let i = piece.at; i < end; i++) {
      if (!change.has(i)) continue;
      add(from, i);
      add(i, i + 1, true);
      from = i + 1;
    }
    add(from, end);
    return out;
  });
  const sups = line.sups.map(([a, b]): [number, number] => [place(a), place(b)]);
  return { ...line, text, pieces, sups };
}

/** Fonts that have nothing but such letters, within or before words in another font. */
function ligatureFonts(lines: readonly Line[]): Set<string> {
  const others = new Set<string>();
  const within = new Map<string, number>();
  for (const { text, pieces } of lines)
    for (const { at, length, font } of pieces) {
      const own = text.slice(at, at + length).trim();
      if (/^[V-Z]$/.test(own) && /^\p{Ll}/u.test(text.slice(at + length))) tally(within, font);
      else if (own && !/^[V-Z]{1,2}$/.test(own)) others.add(font);
    }
  return new Set([...within.keys()].filter((font) => !others.has(font)));
}

/** The lines of a document with the letters of such ligatures. */
export function withLigatures(lines: readonly Line[]): Line[] {
  const words = new Map<string, number>();
  const fonts = ligatureFonts(lines);
  let signed = 0;
  for (const { text } of lines) {
    for (const [word] of text.matchAll(WORD)) tally(words, word.toLowerCase());
    signed += text.match(SIGNED)?.length ?? 0;
  }
  return lines.map((line) => {
    const change = new Map<number, string>();
    for (const { at, font } of line.pieces)
      if (fonts.has(font) && LETTERS[line.text[at] ?? ''])
        change.set(at, LETTERS[line.text[at] as string] as string);
    for (const found of line.text.matchAll(BROKEN)) {
      const at = found[0].search(/[V-Z]/);
      const letters = LETTERS[found[0][at] as string] as string;
      const whole = found[0].slice(0, at) + letters + found[0].slice(at + 1);
      if ((words.get(whole) ?? 0) >= PRINTED) change.set(found.index + at, letters);
    }
    if (signed >= FEWEST)
      for (const found of line.text.matchAll(SIGNED))
        change.set(found.index, SIGNS[found[0]] as string);
    return change.size ? withLetters(line, change) : line;
  });
}
