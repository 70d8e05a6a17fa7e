/**
 * Filtering by several values of several facets, and how many statements each value has. Values of one facet are
 * alternatives; facets narrow one another. The number beside a value follows what is chosen in the other facets: it is how
 * many statements choosing it, and nothing else of its facet, would show.
 */

import type { Tag } from '@/lib/model';
import {
  FACETS,
  type FacetId,
  QUOTED_FACETS,
  type Quoted,
  TAG_FACETS,
  type Value,
  type ValueContext,
} from './facet-values';

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

/** A statement by its values. */
export interface Facetted {
  /** By `QUOTED_FACETS`. */
  values: readonly (readonly number[])[];
  /** Of each tag, by `TAG_FACETS`. */
  tagValues: readonly (readonly number[])[];
}

/** The values of all facets, in the order of `FACETS`. */
export class FacetTable {
  readonly values = FACETS.map(() => new FacetValues());

  constructor(private readonly context: ValueContext) {}

  read(quoted: Quoted, tags: readonly Tag[]): Facetted {
    const numbers = (facet: number, found: readonly Value[]): number[] => {
      const values = this.values[facet] as FacetValues;
      return [...new Set(found.map((value) => values.numberOf(value)))];
    };
    return {
      values: QUOTED_FACETS.map(({ of }, i) =>
        numbers(TAG_FACETS.length + i, of(quoted, this.context)),
      ),
      tagValues: tags.map((tag) =>
        TAG_FACETS.flatMap(({ of }, i) => numbers(i, of(tag, this.context))),
      ),
    };
  }
}

export interface Counted<T> {
  shown: T[];
  /** How many statements each value has, by facet and value number. */
  counts: readonly Int32Array[];
}

/** For each facet which values are let through; null where all are. */
export type Wanted = readonly (Uint8Array | null)[];

/** Which of a facet's values are chosen: none of what does not occur. */
export function wantedOf({ values }: FacetTable, chosen: Chosen): Wanted {
  return FACETS.map(({ id }, i) => {
    const keys = chosen[id];
    if (!keys?.length) return null;
    const { all } = values[i] as FacetValues;
    const wanted = new Uint8Array(all.length);
    for (const key of keys) {
      const number = values[i]?.find(key);
      if (number !== undefined) wanted[number] = 1;
    }
    return wanted;
  });
}

/** The facets, as bits, that keep a tag out. */
function tagMisses(numbers: readonly number[], wanted: Wanted): number {
  let misses = 0;
  for (const [i, number] of numbers.entries()) if (wanted[i]?.[number] === 0) misses |= 1 << i;
  return misses;
}

function quotedMisses({ values }: Facetted, wanted: Wanted): number {
  let misses = 0;
  for (const [i, numbers] of values.entries()) {
    const facet = TAG_FACETS.length + i;
    const letThrough = wanted[facet];
    if (letThrough && !numbers.some((number) => letThrough[number])) misses |= 1 << facet;
  }
  return misses;
}

/** Does a tag fit what is chosen of tags? */
export const tagFits = (numbers: readonly number[], wanted: Wanted): boolean =>
  tagMisses(numbers, wanted) === 0;

/** Lines that are counted before the page may have its turn: a millisecond or two. */
export const LINES_AT_ONCE = 1_000;

/** A statement is shown when it fits, and ONE of its tags fits everything that is chosen of tags. */
export function* countFacets<T extends Facetted>(
  lines: readonly T[],
  table: FacetTable,
  chosen: Chosen,
): Generator<undefined, Counted<T>, undefined> {
  const wanted = wantedOf(table, chosen);
  const counts = table.values.map(({ all }) => new Int32Array(all.length));
  /** The statement by which a value was counted last: two tags of one statement count once. */
  const countedIn = table.values.map(({ all }) => new Int32Array(all.length).fill(-1));
  const shown: T[] = [];
  const count = (facet: number, number: number, line: number) => {
    const [seen, totals] = [countedIn[facet], counts[facet]];
    if (!seen || !totals || seen[number] === line) return;
    seen[number] = line;
    totals[number] = (totals[number] ?? 0) + 1;
  };
  for (const [at, line] of lines.entries()) {
    if (at % LINES_AT_ONCE === 0) yield;
    const misses = quotedMisses(line, wanted);
    // Kept out by two facets, it would be shown by no choice in one of them.
    if (misses & (misses - 1)) continue;
    let fits = false;
    for (const numbers of line.tagValues) {
      const all = misses | tagMisses(numbers, wanted);
      if (all & (all - 1)) continue;
      if (all === misses) fits = true;
      for (const [facet, number] of numbers.entries())
        if (!(all & ~(1 << facet))) count(facet, number, at);
    }
    if (!fits) continue;
    if (!misses) shown.push(line);
    for (const [i, numbers] of line.values.entries()) {
      const facet = TAG_FACETS.length + i;
      if (!(misses & ~(1 << facet))) for (const number of numbers) count(facet, number, at);
    }
  }
  return { shown, counts };
}

export interface Option extends Value {
  count: number;
  isChosen: boolean;
}

/** A facet's values as choices: what occurs, and what is chosen, in the facet's order. */
export function optionsOf(
  id: FacetId,
  { values }: FacetTable,
  { counts }: Pick<Counted<never>, 'counts'>,
  chosen: Chosen,
): Option[] {
  const at = FACETS.findIndex((facet) => facet.id === id);
  const facet = FACETS[at];
  const keys = new Set(chosen[id]);
  const options: Option[] = (values[at]?.all ?? []).map((value, i) => ({
    ...value,
    count: counts[at]?.[i] ?? 0,
    isChosen: keys.delete(value.key),
  }));
  // The address may name a value that has been removed since.
  for (const key of keys) options.push({ key, text: key, count: 0, isChosen: true });
  const { order } = facet ?? {};
  if (order === 'down') return options.sort((a, b) => (a.key < b.key ? 1 : -1));
  if (order) return options.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  return options.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}
