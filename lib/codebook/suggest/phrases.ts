/**
 * Finding phrases in a text, word by word and by their stems: whole words only. The words of a phrase may be in another order, or
 * have a word or two between them ("definition of the peer role"), which counts for less.
 *
 * Each phrase is filed under its rarest word, so that a text is compared only with phrases of which it has that word. The
 * work is proportional to the length of the text, times the phrases that share its words.
 */
import { spelling } from '../../text';
import { Bounded, remember } from '../remember';
import { APART, DERIVED, OTHER_FORM, REORDERED } from './weights';
import { asOne, kindOf, type Word, wordsOf } from './words';

export interface Term {
  stem: string;
  form: string;
  base: string;
  /** It is written in the plural. */
  plural: boolean;
  /** A word of grammar, kept where the phrase has little else. */
  small: boolean;
  /** It is in capitals, and a word of grammar without them: "IT". */
  capitals: boolean;
}

interface Filed<T> {
  value: T;
  text: string;
  terms: readonly Term[];
  /** The one of the terms that it is filed under: its rarest. */
  key: Term;
}

export interface Found<T> {
  value: T;
  /** As it is written in the codebook or table. */
  phrase: string;
  /** How many words of it say something. */
  length: number;
  /** 1: as it is written, singular or plural. Less: by stems, in another order, or with words between. */
  likeness: number;
  /** Indexes of the words found, in order. */
  at: number[];
}

export interface Phrases<T> {
  /** Where the phrases are in a text; each phrase once, at its best place. */
  find(words: readonly Word[]): Found<T>[];
}

/** A phrase of more words than this is a sentence: its beginning is looked for. */
const MOST_TERMS = 8;
/** A text that repeats one word over and over: so many places of it are looked at. */
const MOST_PLACES = 32;

const ARTICLES = new Set(['a', 'an', 'the']);

/**
 * The terms of a phrase: its words that say something, a compound as one. With its small words where it has no more than one
 * that does ("better than", "links with"), or where they are to be found exactly as written.
 */
export const termsOf = (phrase: string, exact = false): readonly Term[] =>
  exact ? takeApart(phrase, true) : takenApart(phrase);

const MOST_TAKEN = 20_000;

/** A codebook's phrases are asked for several times while it is filed. */
const takenApart = remember(
  (phrase: string): readonly Term[] => takeApart(phrase, false),
  new Bounded<string, readonly Term[]>(MOST_TAKEN),
);

function takeApart(phrase: string, exact: boolean): Term[] {
  const terms: Term[] = [];
  const words = wordsOf(phrase);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const { stem, form, base } = word.joined ?? word;
    const plural = !word.joined && word.plain.endsWith('s') && spelling(word.plain) !== form;
    const capitals = word.small && word.capitals && !word.joined;
    terms.push({
      stem,
      form,
      base,
      plural,
      small: word.small && !word.joined && !capitals,
      capitals,
    });
    i += (word.joined?.length ?? 1) - 1;
  }
  const telling = terms.filter(({ small }) => !small);
  const all = terms.filter(({ form }) => !ARTICLES.has(form));
  return (exact ? terms : telling.length > 1 ? telling : all).slice(0, MOST_TERMS);
}

/**
 * @param entries phrases, each with what is to be known of it where it is found
 * @param exact   found only with all of their words next to each other, in order ("of" in "course of the illness" too)
 */
export function filePhrases<T>(
  entries: Iterable<{ phrase: string; value: T }>,
  { exact = false } = {},
): Phrases<T> {
  const filed: Omit<Filed<T>, 'key'>[] = [];
  const uses = new Map<string, number>();
  for (const { phrase, value } of entries) {
    const terms = termsOf(phrase, exact);
    if (!terms.length) continue;
    filed.push({ value, text: phrase, terms });
    for (const { stem } of terms) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  }
  const byStem = new Map<string, Filed<T>[]>();
  for (const one of filed) {
    const rarity = ({ stem }: Term) => uses.get(stem) ?? 0;
    const key = one.terms.reduce((best, term) => (rarity(term) < rarity(best) ? term : best));
    const there = byStem.get(key.stem);
    if (there) there.push({ ...one, key });
    else byStem.set(key.stem, [{ ...one, key }]);
  }
  return {
    find(words) {
      const places = placesOf(words, uses);
      const found: Found<T>[] = [];
      for (const [stem, anchors] of places)
        for (const one of byStem.get(stem) ?? []) {
          const best = bestPlace(one, anchors, words, places, exact);
          if (best) found.push(best);
        }
      return found;
    },
  };
}

interface Place {
  /** Index of the word, or of the first one of a compound. */
  index: number;
  length: number;
  form: string;
  base: string;
}

/** Where each stem is in the text. Two words that are one in some phrase ("well being") count as that one too. */
function placesOf(
  words: readonly Word[],
  known: ReadonlyMap<string, number>,
): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  const add = (stem: string, place: Place) => {
    if (!known.has(stem)) return;
    const there = places.get(stem);
    if (!there) places.set(stem, [place]);
    else if (there.length < MOST_PLACES) there.push(place);
  };
  words.forEach((word, index) => {
    add(word.stem, { index, length: 1, form: word.form, base: word.base });
    if (word.joined) add(word.joined.stem, { index, ...word.joined });
    const next = words[index + 1];
    if (!next || next.stretch !== word.stretch || !mayJoin(word, next)) return;
    const pair = asOne(word, next);
    add(pair.stem, { index, length: 2, form: pair.form, base: pair.base });
  });
  return places;
}

/** "over time" is not "overtime"; "well being" is "well-being". */
const mayJoin = (a: Word, b: Word): boolean => (!a.small && !b.small) || a.plain === 'well';

/** The best place of a phrase; null if it is nowhere. */
function bestPlace<T>(
  { value, text, terms, key }: Filed<T>,
  anchors: readonly Place[],
  words: readonly Word[],
  places: ReadonlyMap<string, readonly Place[]>,
  exact: boolean,
): Found<T> | null {
  let best: Found<T> | null = null;
  for (const anchor of anchors) {
    const chosen = terms.map((term) =>
      term === key ? anchor : nearest(places.get(term.stem) ?? [], anchor.index),
    );
    const likeness = likenessOf(terms, chosen, words, exact);
    if (likeness <= (best?.likeness ?? 0)) continue;
    const at = (chosen as Place[]).flatMap(({ index, length }) =>
      Array.from({ length }, (_, i) => index + i),
    );
    best = { value, phrase: text, length: terms.length, likeness, at: at.sort((a, b) => a - b) };
  }
  return best;
}

/** Of places in the order of the text, the one nearest to an index; of two, the earlier. */
function nearest(places: readonly Place[], index: number): Place | undefined {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as Place).index < index) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [places[low - 1], places[low]];
  if (!before || !after) return before ?? after;
  return index - before.index <= after.index - index ? before : after;
}

/** How much the chosen words are the phrase: 0 where they are not together. */
function likenessOf(
  terms: readonly Term[],
  chosen: readonly (Place | undefined)[],
  words: readonly Word[],
  exact: boolean,
): number {
  let likeness = 1;
  for (const [i, term] of terms.entries()) {
    const place = chosen[i];
    if (!place) return 0;
    if (term.capitals && !words[place.index]?.capitals) return 0;
    const alone = terms.length === 1;
    if (place.form === term.form && (exact || !alone || !isOtherNumber(words, place, term)))
      continue;
    if (alone && !exact && isSilent(words, place, term)) return 0;
    likeness = Math.min(likeness, place.base === term.base ? OTHER_FORM : DERIVED);
  }
  const order = (chosen as Place[]).map(({ index }) => index);
  if (new Set(order).size < order.length) return 0;
  if (order.length === 1) return likeness;
  const [first, last] = [Math.min(...order), Math.max(...order)];
  const end = Math.max(...(chosen as Place[]).map(({ index, length }) => index + length));
  const between = words.slice(first, end).filter((word) => exact || !word.small).length;
  const covered = (chosen as Place[]).reduce((sum, { length }) => sum + length, 0);
  const extra = Math.max(0, between - covered);
  const inOrder = order.every((index, i) => i === 0 || index > (order[i - 1] ?? 0));
  if (inOrder && extra === 0) return likeness;
  const small = (chosen as Place[]).some(({ index }) => words[index]?.small);
  if (exact || small || words[first]?.stretch !== words[last]?.stretch) return 0;
  return likeness * (inOrder ? 1 : REORDERED) * (APART[extra] ?? 0);
}

/** A word of the field or of grammar is met only as it is. */
const isSilent = (words: readonly Word[], { index, length, form }: Place, term: Term): boolean => {
  const { small, stem } = words[index] as Word;
  return length === 1 && form !== term.form && (small || kindOf(stem) === 'field');
};

/** "value" where the phrase is "values": often a verb, or another thing. */
const isOtherNumber = (
  words: readonly Word[],
  { index, length, form }: Place,
  term: Term,
): boolean => length === 1 && term.plural && spelling((words[index] as Word).plain) === form;
