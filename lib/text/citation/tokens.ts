/** The words of a citation, each with what its print says about it, counted so that any stretch is weighed at once. */
import { plainLetters } from '../letters';
import { GENRE, PLACE, PUBLISHER, SERIAL, SHORT, SMALL_WORDS } from './vocabulary';

/** What can be true of one word. */
export const FLAGS = {
  capital: 1,
  small: 2,
  digit: 4,
  /** One capital, or several with points. */
  initial: 8,
  pointed: 16,
  serial: 32,
  short: 64,
  stop: 128,
  publisher: 256,
  place: 512,
  genre: 1024,
} as const;
const KINDS = Object.values(FLAGS);

export interface Word {
  from: number;
  to: number;
  flags: number;
  /** In lower case. */
  text: string;
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const isCapital = (code: number) => (code >= 65 && code <= 90) || code === 0xc0;
const isSmall = (code: number) =>
  (code >= 97 && code <= 122) || code === 0xe0 || (code >= 0x3b1 && code <= 0x3c9) || code === 0xb5;
const isLetter = (code: number) => isCapital(code) || isSmall(code) || code === 0xaa;
/** Within a word: apostrophes, hyphens, a slash, an ampersand ("A&A"). */
const JOINS = new Set([..."'’-‐‑&/+"].map((char) => char.charCodeAt(0)));

/** A citation's text with its words and how many of each kind come before each. */
export class Words {
  readonly list: Word[] = [];
  private readonly sums: Uint16Array[] = [];

  constructor(
    readonly text: string,
    readonly letters = plainLetters(text),
  ) {
    let i = 0;
    while (i < letters.length) {
      const code = letters.charCodeAt(i);
      if (!isLetter(code) && !isDigit(code)) {
        i++;
        continue;
      }
      const from = i;
      while (i < letters.length) {
        const here = letters.charCodeAt(i);
        const inside =
          isLetter(here) ||
          isDigit(here) ||
          (JOINS.has(here) && i + 1 < letters.length && isLetter(letters.charCodeAt(i + 1)));
        if (!inside) break;
        i++;
      }
      this.list.push(this.word(from, i));
    }
    for (const kind of KINDS) {
      const sum = new Uint16Array(this.list.length + 1);
      this.list.forEach((word, n) => {
        sum[n + 1] = (sum[n] ?? 0) + (word.flags & kind ? 1 : 0);
      });
      this.sums[kind] = sum;
    }
  }

  private word(from: number, to: number): Word {
    const { letters } = this;
    const text = this.text.slice(from, to).toLowerCase();
    const first = letters.charCodeAt(from);
    let flags = 0;
    // A letter without case begins a name as well as a capital does.
    if (isCapital(first) || first === 0xaa) flags |= FLAGS.capital;
    else if (isSmall(first)) flags |= FLAGS.small;
    else if (isDigit(first)) flags |= FLAGS.digit;
    const pointed = letters[to] === '.';
    if (pointed) flags |= FLAGS.pointed;
    if (to - from === 1 && flags & FLAGS.capital) flags |= FLAGS.initial;
    if (SMALL_WORDS.has(text) && !(flags & FLAGS.initial && pointed)) flags |= FLAGS.stop;
    if (flags & FLAGS.capital) {
      if (SERIAL.has(text)) flags |= FLAGS.serial;
      if (SHORT.has(text)) flags |= FLAGS.short;
      if (PUBLISHER.has(text)) flags |= FLAGS.publisher;
      if (PLACE.has(text)) flags |= FLAGS.place;
    }
    if (GENRE.has(text)) flags |= FLAGS.genre;
    return { from, to, flags, text };
  }

  /** The place in `list` of the first word that begins at `at` or later. */
  index(at: number): number {
    let low = 0;
    let high = this.list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.list[middle]?.from ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many words between two places of the text are of a kind. */
  count(kind: number, from: number, to: number): number {
    const sum = this.sums[kind];
    return sum ? (sum[this.index(to)] ?? 0) - (sum[this.index(from)] ?? 0) : 0;
  }

  /** How many words there are between two places of the text. */
  many(from: number, to: number): number {
    return this.index(to) - this.index(from);
  }

  /** The first word at or behind a place. */
  at(place: number): Word | undefined {
    return this.list[this.index(place)];
  }
}
