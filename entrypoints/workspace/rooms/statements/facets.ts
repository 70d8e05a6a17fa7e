/**
 * Filtering by several values of several facets, and how many statements (or papers of the reading list) each value has. Values of one facet are
 * alternatives; facets narrow one another. The number beside a value follows what is chosen in the other facets: it is how
 * many statements choosing it, and nothing else of its facet, would show.
 */

import type { Tag } from '@/lib/model';
import type { FacetContext } from './facet-context';
import type { FacetId } from './facet-ids';
import {
  type Facet,
  facetsOf,
  type Quoted,
  type QuotedFacet,
  type TagFacet,
  type Value,
} from './facet-values';
import { isIn, rangeOf, rangeText } from './number-range';

/** What filtering needs to know of facets: those of statements have more to them (`FacetTable`), those of papers no more. */
export interface FacetsWithValues {
  readonly facets: readonly Pick<Facet<string>, 'id' | 'order'>[];
  readonly ofTags: readonly unknown[];
  readonly values: readonly FacetValues[];
}

type ChosenOf = Readonly<Record<string, readonly string[] | undefined>>;

/** The values that are chosen, by their keys; a facet that is not named, or has none, lets all through. */
export type Chosen = Partial<Record<FacetId, readonly string[]>>;

/** The values of one facet that occur, each with a number. */
export class FacetValues {
  readonly all: Value[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(value: Value): number {
    let number = this.numbers.get(value.key);
    if (number === undefined) {
      number = this.all.push(value) - 1;
      this.numbers.set(value.key, number);
    }
    return number;
  }

  find(key: string): number | undefined {
    return this.numbers.get(key);
  }
}

/** A value by its number, or several: a site may have two things in one of the reader's columns. */
type Numbered = number | readonly number[];

/** A statement by its values. */
export interface Facetted {
  /** By the facets of statements. */
  values: readonly (readonly number[])[];
  /** Of each tag, by the facets of tags. */
  tagValues: readonly (readonly Numbered[])[];
}

/** The facets of a review with their values: those of tags first. Their places are what filters are worked out by. */
export class FacetTable {
  readonly facets: readonly Facet[];
  readonly ofTags: readonly TagFacet[];
  readonly values: readonly FacetValues[];
  private readonly ofQuoted: readonly QuotedFacet[];

  constructor(private readonly context: FacetContext) {
    const { ofTags, ofQuoted } = facetsOf(context);
    this.ofTags = ofTags;
    this.ofQuoted = ofQuoted;
    this.facets = [...ofTags, ...ofQuoted];
    this.values = this.facets.map(() => new FacetValues());
  }

  read(quoted: Quoted, tags: readonly Tag[]): Facetted {
    const numbers = (facet: number, found: readonly Value[]): number[] => {
      const values = this.values[facet] as FacetValues;
      return [...new Set(found.map((value) => values.numberOf(value)))];
    };
    const oneOrMore = (found: readonly number[]): Numbered =>
      found.length === 1 ? (found[0] as number) : found;
    return {
      values: this.ofQuoted.map(({ of }, i) =>
        numbers(this.ofTags.length + i, of(quoted, this.context)),
      ),
      tagValues: tags.map((tag) =>
        this.ofTags.map(({ of }, i) => oneOrMore(numbers(i, of(tag, this.context)))),
      ),
    };
  }
}

export interface Counted<T> {
  shown: T[];
  /** How many statements each value has, by facet and value number. */
  counts: readonly Int32Array[];
  /** Which statements these are, by facet and value number, where ranges are asked for: there each counts once. */
  inNumbers: readonly (readonly (readonly number[])[] | null)[];
}

/** What the choices of a facet are made of. */
export type Counts = Pick<Counted<never>, 'counts' | 'inNumbers'>;

/** For each facet which values are let through; null where all are. */
export type Wanted = readonly (Uint8Array | null)[];

/** Which of a facet's values are chosen: none of what does not occur. */
export function wantedOf({ facets, values }: FacetsWithValues, chosen: ChosenOf): Wanted {
  return facets.map(({ id }, i) => {
    const keys = chosen[id];
    if (!keys?.length) return null;
    const { all } = values[i] as FacetValues;
    const wanted = new Uint8Array(all.length);
    for (const key of keys) for (const number of numbersOf(key, values[i])) wanted[number] = 1;
    return wanted;
  });
}

/** The values that a value of the address is: itself, or all numbers of a range. */
function numbersOf(key: string, values: FacetValues | undefined): number[] {
  const range = rangeOf(key);
  const number = values?.find(key);
  if (number !== undefined) return [number];
  if (!range) return [];
  return (values?.all ?? []).flatMap((one, i) => (isIn(one.key, range) ? [i] : []));
}

/** The facet that keeps something out, by its place; or that none does, or that several do. */
type Misses = number;
const NONE: Misses = -1;
const SEVERAL: Misses = -2;

/** Of two that have no facet in common. */
const both = (one: Misses, other: Misses): Misses =>
  one === NONE ? other : other === NONE ? one : SEVERAL;

function tagMisses(values: readonly Numbered[], wanted: Wanted): Misses {
  let misses = NONE;
  for (const [i, value] of values.entries()) {
    const letThrough = wanted[i];
    if (!letThrough) continue;
    const fits =
      typeof value === 'number'
        ? letThrough[value] === 1
        : value.some((number) => letThrough[number] === 1);
    if (!fits) misses = both(misses, i);
  }
  return misses;
}

function quotedMisses({ values }: Facetted, wanted: Wanted, first: number): Misses {
  let misses = NONE;
  for (const [i, numbers] of values.entries()) {
    const letThrough = wanted[first + i];
    if (letThrough && !numbers.some((number) => letThrough[number]))
      misses = both(misses, first + i);
  }
  return misses;
}

/** Does a tag fit what is chosen of tags? */
export const tagFits = (values: readonly Numbered[], wanted: Wanted): boolean =>
  tagMisses(values, wanted) === NONE;

/** Lines that are counted before the page may have its turn: a millisecond or two. */
export const LINES_AT_ONCE = 1_000;

/** A statement is shown when it fits, and ONE of its tags fits everything that is chosen of tags. */
export function* countFacets<T extends Facetted>(
  lines: readonly T[],
  table: FacetsWithValues,
  chosen: ChosenOf,
): Generator<undefined, Counted<T>, undefined> {
  const wanted = wantedOf(table, chosen);
  const first = table.ofTags.length;
  const counts = table.values.map(({ all }) => new Int32Array(all.length));
  /** The statement by which a value was counted last: two tags of one statement count once. */
  const countedIn = table.values.map(({ all }) => new Int32Array(all.length).fill(-1));
  // Of a column of numbers a range may be typed any time; of another facet, such as years, an address may have one.
  const inNumbers = table.facets.map(({ id, order }, i) =>
    order === 'up' || chosen[id]?.some(rangeOf)
      ? (table.values[i]?.all ?? []).map((): number[] => [])
      : null,
  );
  const shown: T[] = [];
  const count = (facet: number, number: number, line: number) => {
    const [seen, totals] = [countedIn[facet], counts[facet]];
    if (!seen || !totals || seen[number] === line) return;
    seen[number] = line;
    totals[number] = (totals[number] ?? 0) + 1;
    inNumbers[facet]?.[number]?.push(line);
  };
  for (const [at, line] of lines.entries()) {
    if (at % LINES_AT_ONCE === 0) yield;
    const misses = quotedMisses(line, wanted, first);
    // Kept out by two facets, it would be shown by no choice in one of them.
    if (misses === SEVERAL) continue;
    let fits = false;
    for (const values of line.tagValues) {
      const all = both(misses, tagMisses(values, wanted));
      if (all === SEVERAL) continue;
      if (all === misses) fits = true;
      for (const [facet, value] of values.entries()) {
        if (all !== NONE && all !== facet) continue;
        if (typeof value === 'number') count(facet, value, at);
        else for (const number of value) count(facet, number, at);
      }
    }
    if (!fits) continue;
    if (misses === NONE) shown.push(line);
    for (const [i, numbers] of line.values.entries())
      if (misses === NONE || misses === first + i)
        for (const number of numbers) count(first + i, number, at);
  }
  return { shown, counts, inNumbers };
}

export interface Option extends Value {
  count: number;
  isChosen: boolean;
}

/** A facet's values as choices: what occurs, and what is chosen, in the facet's order. */
export function optionsOf(
  id: string,
  table: FacetsWithValues,
  counted: Counts,
  chosen: ChosenOf,
): Option[] {
  const { facets, values } = table;
  const at = facets.findIndex((facet) => facet.id === id);
  const keys = new Set(chosen[id]);
  const options: Option[] = (values[at]?.all ?? []).map((value, i) => ({
    ...value,
    count: counted.counts[at]?.[i] ?? 0,
    isChosen: keys.delete(value.key),
  }));
  for (const key of keys) options.push(rangeOption(id, key, table, counted, true));
  const order = facets[at]?.order;
  if (order === 'down') return options.sort((a, b) => (a.key < b.key ? 1 : -1));
  if (order === 'up') return options.sort((a, b) => numberIn(a) - numberIn(b));
  if (order) return options.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  return options.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

/** Ranges come first, none comes last. */
function numberIn({ key }: Value): number {
  if (rangeOf(key)) return Number.NEGATIVE_INFINITY;
  return key === '' ? Number.POSITIVE_INFINITY : Number(key);
}

/** A range of numbers as a choice; else a value that the address names and that has been removed since. */
export function rangeOption(
  id: string,
  key: string,
  { facets, values }: FacetsWithValues,
  { inNumbers }: Counts,
  isChosen: boolean,
): Option {
  const range = rangeOf(key);
  const at = facets.findIndex((facet) => facet.id === id);
  const among = range ? numbersOf(key, values[at]) : [];
  // Tags of one statement are about several sites and influences, each with a number of its own.
  const lines = new Set(among.flatMap((number) => inNumbers[at]?.[number] ?? []));
  return { key, text: range ? rangeText(range) : key, count: lines.size, isChosen };
}
