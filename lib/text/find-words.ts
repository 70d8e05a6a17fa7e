/**
 * Finding words in many short texts, as quickly as they are typed: each different word is folded and compared once, however
 * many texts it is in. What counts as found is `holdsWords`, and beyond it one slip in a word of five letters or more.
 */
import { BETWEEN_WORDS, plainForSearch, spelling } from './fold';
import { withinOneEdit } from './one-edit';

/** How a word of a text answers to one that is looked for; the more exact, the higher. */
export const FOUND = { not: 0, nearly: 1, within: 2, beginning: 3, whole: 4 } as const;
export type HowFound = (typeof FOUND)[keyof typeof FOUND];

/** In a shorter word one edit makes another word as a rule: "role", "rule", "pole". */
const FEWEST_LETTERS = 5;

const LETTERS = /\p{L}/gu;
/** Signs around a word: brackets, quotation marks, full stops. */
const SIGNS_AROUND = /^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu;

const bareOf = (word: string): string => word.replace(SIGNS_AROUND, '');

/** A word that is looked for, or one of the texts, in all the forms in which they are compared. */
interface Word {
  plain: string;
  spelt: string;
  /** Without signs around it, in both spellings. */
  bare: string;
  bareSpelt: string;
}

function wordOf(plain: string): Word {
  const bare = bareOf(plain);
  return { plain, spelt: spelling(plain), bare, bareSpelt: spelling(bare) };
}

/** The words of a search; none for an empty one. */
export function searchedWords(search: string): readonly string[] {
  return plainForSearch(search).split(BETWEEN_WORDS).filter(Boolean);
}

/** Compares words with one that is looked for. */
function matcher(looked: string): (word: Word) => HowFound {
  const wanted = wordOf(looked);
  const isLong = (wanted.bare.match(LETTERS)?.length ?? 0) >= FEWEST_LETTERS;
  const forms = [...new Set([wanted.plain, wanted.spelt])];
  return ({ plain, spelt, bare, bareSpelt }) => {
    if (forms.some((form) => plain.includes(form) || spelt.includes(form))) {
      if (wanted.bare === bare || wanted.bareSpelt === bareSpelt) return FOUND.whole;
      const begins = forms.some((form) => bare.startsWith(form) || bareSpelt.startsWith(form));
      return begins ? FOUND.beginning : FOUND.within;
    }
    if (!isLong) return FOUND.not;
    return withinOneEdit(wanted.bare, bare) || withinOneEdit(wanted.bareSpelt, bareSpelt)
      ? FOUND.nearly
      : FOUND.not;
  };
}

/** All different words of some texts, each with a number. */
export class Vocabulary {
  private readonly words: Word[] = [];
  private readonly numbers = new Map<string, number>();

  /** The numbers of a text's words, each once. */
  wordsOf(text: string): Uint32Array {
    const found = new Set<number>();
    for (const plain of plainForSearch(text).split(BETWEEN_WORDS)) {
      let number = this.numbers.get(plain);
      if (number === undefined) {
        number = this.words.push(wordOf(plain)) - 1;
        this.numbers.set(plain, number);
      }
      found.add(number);
    }
    return Uint32Array.from(found);
  }

  /** How each word, by its number, answers to one of `searchedWords`. */
  look(looked: string): Uint8Array {
    return Uint8Array.from(this.words, matcher(looked));
  }
}

/** A part of a text that is marked as found, UTF-16 offsets, end exclusive. */
export interface Mark {
  start: number;
  end: number;
  /** Found with a slip. */
  isNear: boolean;
}

const TOKEN = /[^\s\u2010-\u2015-]+/g;

/** Where searched words are in a text, in their order, none within another. */
export function marksIn(text: string, words: readonly string[]): Mark[] {
  if (!words.length) return [];
  const matchers = words.map((looked) => ({ looked, howOf: matcher(looked) }));
  const marks: Mark[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const word = wordOf(plainForSearch(token));
    for (const { looked, howOf } of matchers) {
      const how = howOf(word);
      if (how === FOUND.not) continue;
      const places = how === FOUND.nearly ? [] : placesIn(token, looked);
      // A slip, or another spelling, is not at a place of its own in the word: all of it is marked.
      if (!places.length) places.push(wholeOf(token));
      for (const [start, end] of places)
        marks.push({ start: index + start, end: index + end, isNear: how === FOUND.nearly });
    }
  }
  return joined(marks);
}

/** Where folded letters are in a word as it is written. None where folding does not go letter by letter. */
function placesIn(token: string, looked: string): [number, number][] {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of token) {
    const plain = plainForSearch(character);
    // A mark over a letter belongs to it.
    if (!plain && ends.length) ends[ends.length - 1] = at + character.length;
    for (const _ of plain.split('')) {
      starts.push(at);
      ends.push(at + character.length);
    }
    folded += plain;
    at += character.length;
  }
  if (folded !== plainForSearch(token)) return [];
  const places: [number, number][] = [];
  for (let i = folded.indexOf(looked); i >= 0; i = folded.indexOf(looked, i + looked.length))
    places.push([starts[i] ?? 0, ends[i + looked.length - 1] ?? token.length]);
  return places;
}

function wholeOf(token: string): [number, number] {
  const start = token.length - token.replace(/^[^\p{L}\p{N}]+/u, '').length;
  const bare = bareOf(token);
  return bare ? [start, start + bare.length] : [0, token.length];
}

function joined(marks: readonly Mark[]): Mark[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Mark[] = [];
  for (const mark of sorted) {
    const last = result.at(-1);
    if (!last || mark.start >= last.end) result.push({ ...mark });
    else {
      last.end = Math.max(last.end, mark.end);
      last.isNear &&= mark.isNear;
    }
  }
  return result;
}
