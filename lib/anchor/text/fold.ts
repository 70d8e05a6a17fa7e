/**
 * Folding: the form in which two copies of a text are compared. White space and invisible characters are
 * dropped, compatibility forms (ligatures, full width, presentation forms) taken apart, case folded, and the
 * variants of quotes, dashes and dots made one. Words, numbers and their order are never touched.
 *
 * White space is dropped rather than collapsed because representations disagree on it everywhere: `textContent`
 * glues blocks together, PDFs split words at markup, publishers indent their source. What dropping it could
 * hide ("Table 1 2 of" against "Table 12 of") is checked afterwards by `numbers.ts`.
 */

/** A folded text and, for each of its units, the offset of the source character it came from. */
export interface Folded {
  readonly text: string;
  readonly map: Int32Array;
}

/** Stands between texts that are not one (documents, shadow roots). Folding never produces it. */
export const SEPARATOR = '\u0001';

const HYPHEN = 45;
const APOSTROPHE = 39;
const DOUBLE_QUOTE = 34;

/** Characters that differ in print only. Source: the confusables that publishers and PDF producers really swap. */
const VARIANTS: readonly (readonly [string, string])[] = [
  [
    "'",
    '\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc\u02c8\u00b4\u0060\u2035\u2039\u203a\uff07',
  ],
  ['"', '\u201c\u201d\u201e\u201f\u2033\u02ba\u00ab\u00bb\u300c\u300d\u301d\u301e\uff02'],
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d\u02d7\u2500'],
  ['~', '\u223c\u02dc\uff5e\u301c'],
  ['\u00b7', '\u22c5\u2219\u2027\u2022\u30fb\u0387'],
  ['/', '\u2044\u2215'],
  ['*', '\u2217\u204e'],
  [':', '\u2236\ua789'],
  ['.', '\u3002'],
  ['|', '\u2223\u01c0'],
  ['\u2265', '\u2a7e\u2267'],
  ['\u2264', '\u2a7d\u2266'],
  ['\u03c3', '\u03c2'],
  ['\u03b5', '\u03f5\u025b'],
  ['\u03c6', '\u03d5'],
  ['\u03b8', '\u03d1'],
  ['\u00b0', '\u2218\u02da\u00ba'],
  ['x', '\u00d7\u2715\u2a09\u2a2f'],
  ['\u03b4', '\u2206'],
  ['\u03c3', '\u2211'],
  ['<', '\u2329\u27e8\u3008'],
  ['>', '\u232a\u27e9\u3009'],
];

const IGNORED = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Bidi_Control}]/u;
const variantOf = new Map<string, string>();
for (const [to, froms] of VARIANTS) for (const from of froms) variantOf.set(from, to);

const ascii = new Uint16Array(128);
for (let code = 33; code < 127; code += 1)
  ascii[code] = code >= 65 && code <= 90 ? code + 32 : code;
ascii[96] = APOSTROPHE;

const cache = new Map<number, string>();

function foldCodePoint(codePoint: number): string {
  const known = cache.get(codePoint);
  if (known !== undefined) return known;
  const char = String.fromCodePoint(codePoint);
  let folded = '';
  const direct = variantOf.get(char);
  if (direct !== undefined) folded = direct;
  else if (!IGNORED.test(char)) {
    for (const part of char.normalize('NFKD').toLowerCase()) {
      if (!IGNORED.test(part)) folded += variantOf.get(part) ?? part;
    }
  }
  cache.set(codePoint, folded);
  return folded;
}

const LETTER = /[\p{L}\p{M}]/u;
const letterCache = new Map<number, boolean>();

/** Whether a UTF-16 unit is a letter or a mark (half a surrogate pair counts as one). */
export function isLetterUnit(unit: number): boolean {
  if (unit < 128) return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
  const known = letterCache.get(unit);
  if (known !== undefined) return known;
  const is = (unit >= 0xd800 && unit <= 0xdfff) || LETTER.test(String.fromCharCode(unit));
  letterCache.set(unit, is);
  return is;
}

/** Collects folded units; feed it text piece by piece, in reading order. */
export class Folder {
  private units: Uint16Array;
  private from: Int32Array;
  private length = 0;

  constructor(expected: number) {
    const capacity = Math.max(64, expected + 16);
    this.units = new Uint16Array(capacity);
    this.from = new Int32Array(capacity);
  }

  private grow(): void {
    const units = new Uint16Array(this.units.length * 2);
    units.set(this.units);
    const from = new Int32Array(units.length);
    from.set(this.from);
    this.units = units;
    this.from = from;
  }

  private emit(unit: number, offset: number): void {
    let at = this.length;
    const last = at > 0 ? this.units[at - 1] : 0;
    // A hyphen between letters is dropped, whatever stands around it: "imple-\nmentation", "well-being", "well - being".
    if (last === HYPHEN && at > 1 && isLetterUnit(unit) && isLetterUnit(this.units[at - 2] ?? 0)) {
      at -= 1;
    } else if (unit === APOSTROPHE && last === APOSTROPHE && this.from[at - 1] === offset - 1) {
      this.units[at - 1] = DOUBLE_QUOTE;
      return;
    }
    if (at >= this.units.length) this.grow();
    this.units[at] = unit;
    this.from[at] = offset;
    this.length = at + 1;
  }

  /** Adds `data`, whose first character stands at offset `base` of the source. */
  add(data: string, base: number): void {
    for (let i = 0; i < data.length; i += 1) {
      const unit = data.charCodeAt(i);
      if (unit < 128) {
        const folded = ascii[unit];
        if (folded) this.emit(folded, base + i);
        continue;
      }
      const codePoint = data.codePointAt(i) ?? unit;
      const folded = foldCodePoint(codePoint);
      for (let j = 0; j < folded.length; j += 1) this.emit(folded.charCodeAt(j), base + i);
      if (codePoint > 0xffff) i += 1;
    }
  }

  /** Folded units so far. */
  get size(): number {
    return this.length;
  }

  /** Adds text that comes from one place of the source, whole. */
  addAt(data: string, offset: number): void {
    for (const char of data) {
      const folded = foldCodePoint(char.codePointAt(0) as number);
      for (let j = 0; j < folded.length; j += 1) this.emit(folded.charCodeAt(j), offset);
    }
  }

  /** Empties it, keeping its memory. */
  reset(): void {
    this.length = 0;
  }

  separate(offset: number): void {
    this.emit(1, offset);
  }

  finish(): Folded {
    return {
      text: decode(this.units.subarray(0, this.length)),
      map: this.from.slice(0, this.length),
    };
  }
}

function decode(units: Uint16Array): string {
  if (units.length <= 8192) return String.fromCharCode.apply(null, units as unknown as number[]);
  return decoder.decode(units);
}

const decoder = new TextDecoder('utf-16le');

/** Quotes and contexts are folded by the thousand: one folder serves them all. */
const shared = new Folder(4_096);

/** Folds one string; `skip` are the stretches of it to leave out (offsets, in order). */
export function fold(source: string, skip: readonly { start: number; end: number }[] = []): Folded {
  const folder = shared;
  folder.reset();
  let from = 0;
  for (const { start, end } of skip) {
    if (start > from) folder.add(source.slice(from, start), from);
    from = Math.max(from, end);
  }
  if (from < source.length) folder.add(from === 0 ? source : source.slice(from), from);
  return folder.finish();
}
