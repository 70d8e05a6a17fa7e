/** The words of a citation, each with what its form tells about it. */
import { isDigit, isLetter, isLetterOrDigit, isLower, isUpper, plainLetters } from '../letters';
import { EDITS, GENRE, PLACE, PUBLISHER, SERIAL, SHORT, SMALL_WORDS } from './vocabulary';

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
  /** Names editors before or behind it: "eds". */
  editor: 2048,
} as const;

/** Which lists of the vocabulary a word is in: one look-up answers for all of them. */
const KNOWN = /* @__PURE__ */ (() => {
  const flags = new Map<string, number>();
  const lists: [ReadonlySet<string>, number][] = [
    [SERIAL, FLAGS.serial],
    [SHORT, FLAGS.short],
    [SMALL_WORDS, FLAGS.stop],
    [PUBLISHER, FLAGS.publisher],
    [PLACE, FLAGS.place],
    [GENRE, FLAGS.genre],
    [EDITS, FLAGS.editor],
  ];
  for (const [list, flag] of lists)
    for (const word of list) flags.set(word, (flags.get(word) ?? 0) | flag);
  return flags;
})();
/** Said of words in capitals alone. */
const OF_CAPITALS = FLAGS.serial | FLAGS.short | FLAGS.publisher | FLAGS.place;

/** What a part of a citation can be. */
export type PartKind = 'text' | 'publisher' | 'edition' | 'editors' | 'genre' | 'number';

export interface Word {
  from: number;
  to: number;
  flags: number;
  /** There is a digit in it. */
  numeric: boolean;
  /** In lower case. */
  text: string;
}

/** Whether a word is of a kind, or of one of several. */
export const has = (word: Word | undefined, kind: number): boolean =>
  word !== undefined && (word.flags & kind) !== 0;

/** Within a word: apostrophes, hyphens, a slash, an ampersand ("A&A"). */
const JOINS = new Set([..."'’-‐‑&/+"].map((char) => char.charCodeAt(0)));
const POINT = 46;
/** A citation's text with its words. */
export class Words {
  readonly list: Word[] = [];
  /** For each place up to the last word's, what `index` answers. */
  private readonly indexes: number[];
  /** What parts open with, by their place, as far as that has been asked (`kindAt`). */
  readonly openings = new Map<number, PartKind | null>();

  constructor(
    readonly text: string,
    readonly letters = plainLetters(text),
  ) {
    const { length } = letters;
    this.indexes = [];
    let filled = 0;
    for (let i = 0; i < length; i++) {
      const code = letters.charCodeAt(i);
      if (!isLetterOrDigit(code)) continue;
      const from = i++;
      let numeric = isDigit(code);
      let small = numeric || isLower(code);
      for (; i < length; i++) {
        const here = letters.charCodeAt(i);
        if (isLower(here)) continue;
        if (isDigit(here)) numeric = true;
        else if (isLetter(here)) small = false;
        else if (!JOINS.has(here) || !isLetter(letters.charCodeAt(i + 1))) break;
      }
      while (filled <= from) this.indexes[filled++] = this.list.length;
      const word = text.slice(from, i);
      this.list.push(this.word(from, i, small ? word : word.toLowerCase(), numeric));
    }
  }

  private word(from: number, to: number, text: string, numeric: boolean): Word {
    const first = this.letters.charCodeAt(from);
    const pointed = this.letters.charCodeAt(to) === POINT;
    let flags = pointed ? FLAGS.pointed : 0;
    // A letter without case begins a name as well as a capital does.
    if (isUpper(first) || first === 0xaa) {
      flags |= FLAGS.capital;
      if (to - from === 1) flags |= FLAGS.initial;
    } else flags |= isLower(first) ? FLAGS.small : FLAGS.digit;
    const known = KNOWN.get(text);
    if (known !== undefined) {
      flags |= flags & FLAGS.capital ? known : known & ~OF_CAPITALS;
      if (flags & FLAGS.initial && pointed) flags &= ~FLAGS.stop;
    }
    return { from, to, flags, numeric, text };
  }

  /** The place in `list` of the first word that begins at `at` or later. */
  index(at: number): number {
    return at <= 0 ? 0 : (this.indexes[at] ?? this.list.length);
  }

  /** How many words between two places of the text are of a kind. A stretch has a few words: they are asked. */
  count(kind: number, from: number, to: number): number {
    const { list } = this;
    let count = 0;
    for (let i = this.index(from); i < list.length; i++) {
      const word = list[i] as Word;
      if (word.from >= to) break;
      if (word.flags & kind) count++;
    }
    return count;
  }

  /** How many words there are between two places of the text. */
  many(from: number, to: number): number {
    return this.index(to) - this.index(from);
  }

  /** The first word at or behind a place. */
  at(place: number): Word | undefined {
    return this.list[this.index(place)];
  }

  /** The last word that begins before a place. */
  before(place: number): Word | undefined {
    return this.list[this.index(place) - 1];
  }

  /** The words between two places. */
  between(from: number, to: number): Word[] {
    return this.list.slice(this.index(from), this.index(to));
  }
}
