/**
 * Finding phrases in a text, word by word and by their stems: whole words only. The words of a phrase may be in another order, or
 * have a word or two between them ("definition of the peer role"), which counts for less.
 *
 * Each phrase is filed under its rarest word, so that a text is compared only with phrases of which it has that word. The
 * work is proportional to the length of the text, times the phrases that share its words.
 */
import { spelling } from '../../text';
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
  /** Which of the terms it is filed under. */
  key: number;
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
export function termsOf(phrase: string, exact = false): readonly Term[] {
  const known = exact ? undefined : taken.get(phrase);
  if (known) return known;
  const terms = takeApart(phrase, exact);
  if (taken.size >= MOST_TAKEN) taken.clear();
  if (!exact) taken.set(phrase, terms);
  return terms;
}

/** Phrases taken apart so far: a codebook's are asked for several times while it is filed. */
const taken = new Map<string, readonly Term[]>();
const MOST_TAKEN = 20_000;

function takeApart(phrase: string, exact: boolean): Term[] {
  const terms: Term[] = [];
  const words = wordsOf(phrase);
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word) break;
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
  const filed: Filed<T>[] = [];
  const uses = new Map<string, number>();
  for (const { phrase, value } of entries) {
    const terms = termsOf(phrase, exact);
    if (!terms.length) continue;
    filed.push({ value, text: phrase, terms, key: 0 });
    for (const { stem } of terms) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  }
  const byStem = new Map<string, Filed<T>[]>();
  for (const one of filed) {
    const rarity = one.terms.map(({ stem }) => uses.get(stem) ?? 0);
    one.key = rarity.indexOf(Math.min(...rarity));
    const key = one.terms[one.key]?.stem ?? '';
    const there = byStem.get(key);
    if (there) there.push(one);
    else byStem.set(key, [one]);
  }
  return {
    find(words) {
      const places = placesOf(words, uses);
      const found: Found<T>[] = [];
      for (const stem of places.keys())
        for (const one of byStem.get(stem) ?? []) {
          const best = bestPlace(one, words, places, exact);
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
  words: readonly Word[],
  places: ReadonlyMap<string, readonly Place[]>,
  exact: boolean,
): Found<T> | null {
  const anchors = places.get(terms[key]?.stem ?? '') ?? [];
  let best: Found<T> | null = null;
  for (const anchor of anchors) {
    const chosen = terms.map(({ stem }, i) =>
      i === key ? anchor : nearest(places.get(stem) ?? [], anchor.index),
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
    if ((places[middle]?.index ?? 0) < index) low = middle + 1;
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
  for (const [i, place] of chosen.entries()) {
    const term = terms[i];
    if (!place || !term) return 0;
    if (term.capitals && !words[place.index]?.capitals) return 0;
    const alone = terms.length === 1;
    if (place.form === term.form && (exact || !alone || !isOtherNumber(words, place, term)))
      continue;
    if (alone && !exact && isSilent(words, place, term)) return 0;
    likeness = Math.min(likeness, place.base === term.base ? OTHER_FORM : DERIVED);
  }
  const order = (chosen as Place[]).map(({ index }) => index);
  if (new Set(order).size < order.length) return 0;
  const [first, last] = [Math.min(...order), Math.max(...order)];
  if (order.length === 1) return likeness;
  const ends = (chosen as Place[]).find(({ index }) => index === last)?.length ?? 1;
  const between = words.slice(first, last + ends).filter((word) => exact || !word.small).length;
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
  const word = words[index];
  return (
    length === 1 && form !== term.form && !!word && (word.small || kindOf(word.stem) === 'field')
  );
};

/** "value" where the phrase is "values": often a verb, or another thing. */
const isOtherNumber = (
  words: readonly Word[],
  { index, length, form }: Place,
  term: Term,
): boolean => length === 1 && term.plural && spelling(words[index]?.plain ?? '') === form;
