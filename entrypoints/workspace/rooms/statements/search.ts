/** Which lines hold the words of a search, and in which order lines are shown. */
import { grouped } from '@/lib/model';
import { FOUND, searchedWords, type Vocabulary } from '@/lib/text';
import type { Wanted } from './facets';
import { LINES_AT_ONCE, tagFits } from './facets';
import { FIELD_BITS, FIELD_NAMES, FIELDS, type StatementLine } from './lines';

/** How well a line answers to a search. */
export interface Answer {
  /** Words of the search that it holds with a slip only. */
  slips: number;
  /** The sum of what each word is worth where it is found best. */
  worth: number;
}

/** The lines that hold every word, in their order. An empty search finds all. */
export function* searchLines<T extends Pick<StatementLine, 'words'>>(
  lines: readonly T[],
  vocabulary: Vocabulary,
  search: string,
): Generator<undefined, ReadonlyMap<T, Answer>, undefined> {
  const looked = searchedWords(search).map((word) => vocabulary.look(word));
  const answers = new Map<T, Answer>();
  for (const [i, line] of lines.entries()) {
    const answer = answerOf(line, looked);
    if (answer) answers.set(line, answer);
    if (i % LINES_AT_ONCE === 0) yield;
  }
  return answers;
}

const WORTH = Uint8Array.from(FIELD_NAMES, (field) => FIELDS[field]);
const FIELD_MASK = (1 << FIELD_BITS) - 1;

function answerOf(
  { words }: Pick<StatementLine, 'words'>,
  looked: readonly Uint8Array[],
): Answer | null {
  const answer = { slips: 0, worth: 0 };
  for (const found of looked) {
    let best = 0;
    let isExact = false;
    for (const word of words) {
      const how = found[word >>> FIELD_BITS] as number;
      if (!how) continue;
      if (how > FOUND.nearly) isExact = true;
      best = Math.max(best, how * (WORTH[word & FIELD_MASK] as number));
    }
    if (!best) return null;
    if (!isExact) answer.slips += 1;
    answer.worth += best;
  }
  return answer;
}

export const ORDERS = [
  { id: 'relevance', name: 'Relevance', hint: 'Exact words first, and in the quote first.' },
  { id: 'date', name: 'Newest', hint: 'Tagged last comes first.' },
  { id: 'paper', name: 'Paper', hint: 'By author and year, and as the paper has them.' },
  { id: 'influence', name: 'Influence', hint: 'In the order of the codebook.' },
] as const;
export type Order = (typeof ORDERS)[number]['id'];

/**
 * @param answers of the search; what is equal is shown newest first
 * @param wanted of the facets: a statement is ordered by the influences of the tags that fit
 */
export function ordered(
  lines: readonly StatementLine[],
  order: Order,
  answers: ReadonlyMap<StatementLine, Answer>,
  wanted: Wanted,
): StatementLine[] {
  if (order === 'date') return inPlaces(lines, ({ ranks }) => ranks.newest);
  const byPaper = inPlaces(lines, ({ ranks }) => ranks.paper);
  if (order === 'paper') return byPaper;
  if (order === 'influence') return inBuckets(byPaper, (line) => influenceRank(line, wanted));
  const answer = (line: StatementLine) => answers.get(line) ?? NO_ANSWER;
  const newest = inPlaces(lines, ({ ranks }) => ranks.newest);
  const byWorth = inBuckets(newest, (line) => -answer(line).worth);
  return inBuckets(byWorth, (line) => answer(line).slips);
}

/** By places of which each line has one of its own: without comparing, since there may be a hundred thousand. */
function inPlaces(
  lines: readonly StatementLine[],
  placeOf: (line: StatementLine) => number,
): StatementLine[] {
  const places: StatementLine[] = [];
  for (const line of lines) places[placeOf(line)] = line;
  // `flat` leaves out the places that none of these lines has.
  return places.flat();
}

/** By numbers of which there are few; lines with the same one stay in their order. */
function inBuckets(
  lines: readonly StatementLine[],
  numberOf: (line: StatementLine) => number,
): StatementLine[] {
  const buckets = grouped(lines, numberOf);
  const numbers = [...buckets.keys()].sort((a, b) => a - b);
  return numbers.flatMap((number) => buckets.get(number) ?? []);
}

const NO_ANSWER: Answer = { slips: 0, worth: 0 };

function influenceRank({ influenceRanks, tagValues }: StatementLine, wanted: Wanted): number {
  const fitting = influenceRanks.filter((_, i) => tagFits(tagValues[i] ?? [], wanted));
  return Math.min(...fitting);
}
