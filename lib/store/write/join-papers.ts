/** Two stored papers that turned out to be one work become one: the merge that the reader asks for. */
import { type Paper, Problem, type ReviewPaper, type Stamp } from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { onePaper } from '../merge/one-work';
import type { Register } from '../merge/registers';
import { contradicts } from '../read/find-paper';
import { ofReview } from '../read/of-review';
import { areOpposed, type Decided, oneEntry } from './entries';
import { leaveList } from './families';
import { moveAssessments, moveStatements } from './move-coded';
import { paperById } from './papers';
import type { StepWriter } from './step-writer';
import { followPaper } from './tables/move';

/**
 * Makes two papers one: statements with their tags, assessments, memos, values, decisions, sites, and places on the lists of
 * all reviews go to the one that stays, which learns what only the other knew, its identifiers and addresses included. One
 * step, one undo.
 * @param chosen what it is in one review, where the one was included there and the other excluded; without, it is undecided
 * @returns how many tags were the same in both, and the names of the reviews in which it is undecided again
 * @throws NotFound, Problem where their identifiers name two works
 */
export async function joinPapers(
  fromId: string,
  intoId: string,
  chosen?: { reviewId: string; eligibility: Decided },
): Promise<{ eventId: string; paperId: string; sameTags: number; undecided: string[] }> {
  return commit('join-papers', async (step) => {
    const [from, into] = [await paperById(fromId), await paperById(intoId)];
    if (from.id === into.id)
      throw new Problem('same-paper', 'This is one paper already. Nothing was changed.');
    if (areNamedApart(from, into))
      throw new Problem(
        'two-works',
        'Their identifiers name two works, so they stay two papers. Correct the wrong identifier first, or put the papers into one study family.',
      );
    const both = { ...(await asOne(into, from)), updatedAt: step.at };
    // What is unique to the one is free for the other once it has gone; what refers to it follows first.
    const to = await step.put('papers', both);
    const undecided: string[] = [];
    for (const listed of await db.reviewPapers.where('paperId').equals(from.id).toArray()) {
      const { reviewId } = listed;
      const decided = chosen?.reviewId === reviewId ? chosen.eligibility : undefined;
      if (await moveEntry(listed, to, decided, step))
        undecided.push((await db.reviews.get(reviewId))?.name ?? '');
    }
    const statements = await db.statements.where('paperId').equals(from.id).toArray();
    const { sameTags } = await moveStatements(statements, to, step);
    // Of a tag that waits for its statement, which is set aside, nothing else would know the paper any more.
    const waiting = await db.tags.where('paperId').equals(from.id).toArray();
    for (const tag of waiting)
      await step.put('tags', { ...tag, paperId: to.id, updatedAt: step.at });
    await moveAssessments(from, to, step);
    await followPaper(step, from.id, to.id);
    await step.removeInto('papers', from, to.id);
    return { eventId: step.id, paperId: to.id, sameTags, undecided };
  });
}

/** By what those give who publish or register works: each PDF has a fingerprint of its own. */
export function areNamedApart(a: Paper, b: Paper): boolean {
  const { fingerprint: _, ...one } = a;
  const { fingerprint: __, ...other } = b;
  return contradicts(one, other);
}

async function asOne(kept: Paper, other: Paper): Promise<Paper> {
  const stamps = await db.stamps.bulkGet([
    ['papers', kept.id],
    ['papers', other.id],
  ]);
  return onePaper(registerOf(kept, stamps[0]), registerOf(other, stamps[1]));
}

function registerOf(record: Paper, stamp: Stamp | undefined): Register {
  const { counter, by, step } = stamp ?? { counter: 0, by: '', step: '' };
  return { table: 'papers', key: record.id, state: 'live', record, counter, by, step };
}

/**
 * The entry goes to the paper that stays, with its study family; answers about the one are about the other.
 * @returns whether decisions were opposed and nobody has chosen
 */
async function moveEntry(
  listed: ReviewPaper,
  to: Paper,
  decided: Decided | undefined,
  step: StepWriter,
): Promise<boolean> {
  const { reviewId, paperId } = listed;
  const moved = { ...listed, paperId: to.id };
  const there = await db.reviewPapers.get([reviewId, to.id]);
  const after = there ? oneEntry(there, listed, decided) : moved;
  await step.put('reviewPapers', { ...after, updatedAt: step.at });
  await leaveList(listed, step, to.id);
  for (const one of await ofReview('reviewPapers', reviewId).toArray()) {
    if (!one.notAlike?.includes(paperId)) continue;
    const swapped = one.notAlike.map((id) => (id === paperId ? to.id : id));
    const { notAlike: _, ...rest } = one;
    const notAlike = [...new Set(swapped)].filter((id) => id !== one.paperId);
    const answered = { ...rest, ...(notAlike.length && { notAlike }), updatedAt: step.at };
    await step.put('reviewPapers', answered);
  }
  return there !== undefined && !decided && areOpposed(there, listed);
}
