/** How a review's tables count and print, and the numbers of its papers in them. */
import {
  type Flow,
  FlowChange,
  FlowSearch,
  type FlowTyped,
  Problem,
  Reporting,
  ReviewPaper,
} from '../../../model';
import { nameKey } from '../../../text';
import { commit } from '../../commit';
import type { Asked } from '../../committed';
import { db } from '../../db';
import { NotFound } from '../../errors';
import { ofReview } from '../../read/of-review';
import { stored } from '../../read/records';
import { parsed, sameRecord } from '../transaction';

/** Gives a paper its number in a review; null takes it away. @throws NotFound, Problem where another paper has it */
export async function numberPaper(
  reviewId: string,
  paperId: string,
  number: number | null,
  { origin }: Asked = {},
): Promise<{ eventId: string }> {
  const wanted = parsed(ReviewPaper.shape.number, number ?? undefined);
  return commit(
    'number-paper',
    async (step) => {
      const listed = await db.reviewPapers.get([reviewId, paperId]);
      if (!listed) throw new NotFound('reading list entry');
      if (listed.number === wanted) return { eventId: step.id };
      if (wanted !== undefined && (await numbersIn(reviewId)).has(wanted))
        throw new Problem(
          'number-taken',
          `Another paper of this review has the number ${wanted}. Nothing was changed.`,
        );
      const { number: _, ...rest } = listed;
      const numbered = { ...rest, ...(wanted !== undefined && { number: wanted }) };
      await step.put('reviewPapers', { ...numbered, updatedAt: step.at });
      return { eventId: step.id };
    },
    { origin },
  );
}

/** The numbers that papers of a review have. */
export async function numbersIn(reviewId: string): Promise<Set<number>> {
  const listed = await ofReview('reviewPapers', reviewId).toArray();
  return new Set(listed.flatMap(({ number }) => number ?? []));
}

/** Replaces how a review counts and prints. @throws NotFound, InvalidRecord */
export async function setReporting(
  reviewId: string,
  reporting: Reporting,
  { origin }: Asked = {},
): Promise<{ eventId: string }> {
  const wanted = parsed(Reporting, reporting);
  return commit(
    'set-reporting',
    async (step) => {
      const review = await stored('reviews', reviewId);
      if (!review) throw new NotFound('review');
      await step.put('reviews', { ...review, reporting: wanted, updatedAt: step.at });
      return { eventId: step.id };
    },
    { origin },
  );
}

/**
 * Changes what the reader knows of the flow diagram beside the list: what is absent stays, as another tab may have written it.
 * @throws NotFound, InvalidRecord
 */
export async function changeFlow(
  reviewId: string,
  change: FlowChange,
  { origin }: Asked = {},
): Promise<{ eventId: string }> {
  const wanted = parsed(FlowChange, change);
  return writeFlow(reviewId, () => wanted, origin);
}

/**
 * Adds what a search found to the flow diagram: to its database or register, to the records identified, and to the duplicates
 * that were removed. @throws NotFound, InvalidRecord
 */
export async function countSearch(
  reviewId: string,
  search: FlowSearch,
  { origin }: Asked = {},
): Promise<{ eventId: string }> {
  const wanted = parsed(FlowSearch, search);
  return writeFlow(reviewId, (before) => withSearch(before, wanted), origin);
}

const RESULTS = { databases: 'database_results', registers: 'register_results' } as const;

function withSearch(before: Flow | undefined, search: FlowSearch): FlowChange {
  const { of, name, records, duplicates } = search;
  const sources = before?.[of] ?? [];
  // A database gives large results in several files.
  const same = sources.find((one) => nameKey(one.name) === nameKey(name));
  const counted = { name: same?.name ?? name, records: (same?.records ?? 0) + records };
  const known = sources.reduce((sum, one) => sum + one.records, 0);
  const numbers = before?.numbers ?? {};
  return {
    [of]: same ? sources.map((one) => (one === same ? counted : one)) : [...sources, counted],
    numbers: {
      [RESULTS[of]]: (numbers[RESULTS[of]] ?? known) + records,
      ...(duplicates > 0 && { duplicates: (numbers.duplicates ?? 0) + duplicates }),
    },
  };
}

/** @param change what is wanted of the flow as it is when the step is carried out */
function writeFlow(
  reviewId: string,
  change: (before: Flow | undefined) => FlowChange,
  origin: Asked['origin'],
): Promise<{ eventId: string }> {
  return commit(
    'set-flow',
    async (step) => {
      const review = await stored('reviews', reviewId);
      if (!review) throw new NotFound('review');
      const { flow: before, ...rest } = review;
      const flow = flowWith(before, change(before));
      if (sameRecord(before ?? null, flow)) return { eventId: step.id };
      const after = flow ? { ...rest, flow } : rest;
      await step.put('reviews', { ...after, updatedAt: step.at });
      return { eventId: step.id };
    },
    { origin },
  );
}

/** Null where nothing is known. */
function flowWith(before: Flow | undefined, change: FlowChange): Flow | null {
  const { numbers: changed = {}, ...lists } = change;
  const numbers = { ...before?.numbers };
  for (const [name, number] of Object.entries(changed) as [FlowTyped, number | null][]) {
    if (number === null) delete numbers[name];
    else numbers[name] = number;
  }
  const after: Flow = { ...before, ...lists, numbers };
  if (!after.databases?.length) delete after.databases;
  if (!after.registers?.length) delete after.registers;
  return Object.keys(after).length > 1 || Object.keys(numbers).length ? after : null;
}
