/**
 * Letters that a file's fonts give wrongly, mended by what the whole document shows: accents that are glyphs of their own
 * beside the letter that they belong to, a dash between numbers that is called "e", and ligatures that are called otherwise.
 */
import { editLine } from './edit-line';
import { withLigatures } from './ligatures';
import type { Line } from './line';

/** Accents as glyphs of their own, and the marks that combine. */
const ACCENTS: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '`': '\u0300',
  '¨': '\u0308',
  ˆ: '\u0302',
  '˜': '\u0303',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '˚': '\u030a',
  '˝': '\u030b',
  ˇ: '\u030c',
  '¸': '\u0327',
};
const ACCENT = /[´`¨ˆ˜¯˘˙˚˝ˇ¸]|[\u0300-\u036f]/;
const EVERY_ACCENT = new RegExp(ACCENT, 'g');
/** TeX paints it behind its letter, and all others before theirs. */
const CEDILLA = '¸';
/** A name in capitals whose first letter has an accent: an initial has a stop. */
const BEGUN = /^[ ,]?\p{Lu}[¸´`¨ˆ˜¯˘˙˚˝ˇ] \p{Lu}{2}/u;
/** A mark that combines is on the letter before it. */
const MARK = /\p{M}/u;

/** A letter with an accent, as one letter; null where there is no such letter. */
function composed(letter: string | undefined, accent: string): string | null {
  if (!letter || !/\p{L}/u.test(letter)) return null;
  const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
  const whole = (base + (ACCENTS[accent] ?? accent)).normalize('NFC');
  return whole.length === 1 ? whole : null;
}

interface Accent {
  at: number;
  /** The letter that it would be on, before and behind it, and what they would be together. */
  before: { at: number; letter: string } | null;
  after: { at: number; letter: string } | null;
}

function accentsOf({ text }: Line): Accent[] {
  return [...text.matchAll(EVERY_ACCENT)].map(({ 0: accent, index: at }) => {
    const on = (place: number) => {
      const letter = composed(text[place], accent);
      return letter ? { at: place, letter } : null;
    };
    return { at, before: on(at - 1), after: MARK.test(accent) ? null : on(at + 1) };
  });
}

/** Puts accents on their letters: before them, as TeX paints them, or behind, as the document mostly has it. */
function withAccents(lines: readonly Line[]): Line[] {
  let behind = 0;
  const found = lines.map((line) => (ACCENT.test(line.text) ? accentsOf(line) : []));
  found.forEach((accents, index) => {
    for (const { at, before, after } of accents) {
      const sign = lines[index]?.text[at] ?? '';
      if (!before !== !after && !MARK.test(sign) && sign !== CEDILLA) behind += before ? 1 : -1;
    }
  });
  return lines.map((line, index) => {
    const accents = found[index] as Accent[];
    if (accents.length === 0) return line;
    const drop = new Set<number>();
    const change = new Map<number, string>();
    for (const { at, before, after } of accents) {
      const on = behind > 0 || line.text[at] === CEDILLA ? (before ?? after) : (after ?? before);
      if (!on || (line.text[at] === '`' && !(before && /\p{L}/u.test(line.text[at + 1] ?? ''))))
        continue;
      drop.add(at);
      change.set(on.at, on.letter);
      // The width of the accent is not a blank: "Hammarstro¨ m".
      if (
        on === before &&
        !MARK.test(line.text[at] ?? '') &&
        line.text[at + 1] === ' ' &&
        (/\p{Ll}/u.test(line.text[at + 2] ?? '') ||
          BEGUN.test(line.text.slice(Math.max(0, at - 2), at + 4)))
      )
        drop.add(at + 1);
      if (
        on === after &&
        line.text[at - 1] === ' ' &&
        /\p{Ll}/u.test(line.text[at - 2] ?? '') &&
        /\p{Ll}/u.test(line.text[at + 1] ?? '')
      )
        drop.add(at - 1);
    }
    return drop.size ? editLine(line, drop, change) : line;
  });
}

/** Ranges that are printed so, at least, and so many times as often as with a dash, show that "e" is a dash. */
const FEWEST = 5;
const OFTENER = 3;
const E_RANGE = /(?<![\p{L}\d.])([A-Z]?\d{1,6})e(?=[A-Z]?\d{1,6}(?![\p{L}\d]))/gu;
const DASH_RANGE = /\d[–—-]\d/g;

function withDashes(lines: readonly Line[]): Line[] {
  const count = (pattern: RegExp) =>
    lines.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);
  const wrong = count(E_RANGE);
  if (wrong < FEWEST || wrong < OFTENER * count(DASH_RANGE)) return [...lines];
  return lines.map((line) => ({ ...line, text: line.text.replace(E_RANGE, '$1–') }));
}

/** The lines of a document with such letters mended. */
export const mended = (lines: readonly Line[]): Line[] =>
  withLigatures(withDashes(withAccents(lines)));
