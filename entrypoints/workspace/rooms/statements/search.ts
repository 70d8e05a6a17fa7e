/** Which lines hold the words of a search, and in which order lines are shown. */
import { FOUND, searchedWords, type Vocabulary } from '@/lib/text';
import type { Wanted } from './facets';
import { tagFits } from './facets';
import { FIELD_BITS, FIELD_NAMES, FIELDS, type StatementLine } from './lines';

/** How well a line answers to a search. */
export interface Answer {
  /** Words of the search that it holds with a slip only. */
  slips: number;
  /** The sum of what each word is worth where it is found best. */
  worth: number;
}

/** The lines that hold every word, in their order. An empty search finds all. */
export function searchLines(
  lines: readonly StatementLine[],
  vocabulary: Vocabulary,
  search: string,
): ReadonlyMap<StatementLine, Answer> {
  const looked = searchedWords(search).map((word) => vocabulary.look(word));
  const answers = new Map<StatementLine, Answer>();
  for (const line of lines) {
    const answer = answerOf(line, looked);
    if (answer) answers.set(line, answer);
  }
  return answers;
}

const WORTH = Uint8Array.from(FIELD_NAMES, (field) => FIELDS[field]);
const FIELD_MASK = (1 << FIELD_BITS) - 1;

function answerOf({ words }: StatementLine, looked: readonly Uint8Array[]): Answer | null {
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

type Compare = (a: StatementLine, b: StatementLine) => number;

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
  const newest: Compare = (a, b) => a.ranks.newest - b.ranks.newest;
  const byPaper: Compare = (a, b) => a.ranks.paper - b.ranks.paper;
  if (order === 'paper') return [...lines].sort(byPaper);
  if (order === 'date') return [...lines].sort(newest);
  if (order === 'influence') {
    const ranks = new Map(lines.map((line) => [line, influenceRank(line, wanted)]));
    return [...lines].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || byPaper(a, b));
  }
  const answer = (line: StatementLine) => answers.get(line) ?? NO_ANSWER;
  return [...lines].sort((a, b) => {
    const [one, other] = [answer(a), answer(b)];
    return one.slips - other.slips || other.worth - one.worth || newest(a, b);
  });
}

const NO_ANSWER: Answer = { slips: 0, worth: 0 };

function influenceRank({ influenceRanks, tagValues }: StatementLine, wanted: Wanted): number {
  const fitting = influenceRanks.filter((_, i) => tagFits(tagValues[i] ?? [], wanted));
  return Math.min(...fitting);
}
