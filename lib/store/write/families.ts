/** Study families: papers of one review that report one study, put together and taken apart. */
import {
  type FamilyMember,
  MOST_NOT_ALIKE,
  newId,
  Problem,
  type ReviewPaper,
  StudyFamilies,
} from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { ofReview } from '../read/of-review';
import type { StepWriter } from './step-writer';

/**
 * Puts papers of a review's list into one study family; families that they are in already become one with it.
 * @throws NotFound, Problem
 */
export async function putInFamily(
  reviewId: string,
  paperIds: readonly string[],
): Promise<{ eventId: string; paperIds: readonly string[] }> {
  return commit('put-in-family', async (step) => {
    const families = await familiesIn(reviewId);
    for (const id of paperIds) await mustBeListed(reviewId, id);
    const members = [...new Set(paperIds.flatMap((id) => families.members(id)))].sort();
    const [first = ''] = paperIds;
    if (members.length === families.members(first).length)
      throw new Problem(
        'same-family',
        'These papers are in one study family already. Nothing was changed.',
      );
    // Only those that were named: the reader may know nothing of the others.
    const familyId = newId();
    for (const paperId of new Set(paperIds)) await addMember({ reviewId, paperId, familyId }, step);
    return { eventId: step.id, paperIds: members };
  });
}

/** Takes a paper out of its study family; the others stay together. @throws NotFound, Problem */
export async function takeFromFamily(
  reviewId: string,
  paperId: string,
): Promise<{ eventId: string; paperIds: readonly string[] }> {
  return commit('take-from-family', async (step) => {
    await mustBeListed(reviewId, paperId);
    const members = (await familiesIn(reviewId)).members(paperId);
    if (members.length < 2)
      throw new Problem(
        'no-family',
        'This paper is in no study family any more. Nothing was changed.',
      );
    await leaveFamilies(reviewId, paperId, members, step);
    return { eventId: step.id, paperIds: members };
  });
}

/** Says of two papers that look alike that they are not one study. @throws NotFound, Problem */
export async function notOneStudy(
  reviewId: string,
  paperId: string,
  otherId: string,
): Promise<{ eventId: string }> {
  return commit('not-one-study', async (step) => {
    const listed = await mustBeListed(reviewId, paperId);
    await mustBeListed(reviewId, otherId);
    const { notAlike = [] } = listed;
    if (notAlike.includes(otherId))
      throw new Problem('same-answer', 'These papers are kept as two studies already.');
    // The oldest answers go first.
    const answers = [...notAlike, otherId].slice(-MOST_NOT_ALIKE);
    await step.put('reviewPapers', { ...listed, notAlike: answers, updatedAt: step.at });
    return { eventId: step.id };
  });
}

async function mustBeListed(reviewId: string, paperId: string): Promise<ReviewPaper> {
  const listed = await db.reviewPapers.get([reviewId, paperId]);
  if (!listed) throw new NotFound('reading list entry');
  return listed;
}

export async function familiesIn(reviewId: string): Promise<StudyFamilies> {
  const listed = await ofReview('reviewPapers', reviewId).toArray();
  return new StudyFamilies(listed, await ofReview('familyMembers', reviewId).toArray());
}

/** A membership that is there stays as it is. */
export async function addMember(
  member: Omit<FamilyMember, 'addedAt'> & { addedAt?: string },
  step: StepWriter,
  aside: 'aside' | false = false,
): Promise<void> {
  const { reviewId, paperId, familyId } = member;
  if (await db.familyMembers.get([reviewId, paperId, familyId])) return;
  await step.put('familyMembers', { addedAt: step.at, ...member }, aside);
}

/**
 * Takes a paper's own records away. What they held together of its study is put together anew, on the way: undo does not
 * depend on it.
 */
async function leaveFamilies(
  reviewId: string,
  paperId: string,
  members: readonly string[],
  step: StepWriter,
): Promise<FamilyMember[]> {
  const place = [reviewId, paperId];
  const own = await db.familyMembers.where('[reviewId+paperId]').equals(place).toArray();
  for (const one of own) await step.remove('familyMembers', one);
  const others = members.filter((id) => id !== paperId);
  const left = (await ofReview('familyMembers', reviewId).toArray()).filter((one) =>
    others.includes(one.paperId),
  );
  const families = new StudyFamilies(
    others.map((id) => ({ paperId: id })),
    left,
  );
  const parts = [...new Set(others.map((id) => families.nameOf(id)))];
  if (parts.length > 1) {
    // One of the families that they are in: the same, whoever takes this paper out.
    const [familyId = newId()] = left.map((one) => one.familyId).sort();
    for (const part of parts) await addMember({ reviewId, paperId: part, familyId }, step, 'aside');
  }
  return own;
}

/**
 * Removes a paper from a list, and from its family there. `heir`, the paper that it turned out to be, takes its place
 * in the family.
 */
export async function leaveList(
  listed: ReviewPaper,
  step: StepWriter,
  heir?: string,
): Promise<void> {
  const { reviewId, paperId } = listed;
  const place = [reviewId, paperId];
  // Most papers are in no family, and of many that leave at once not each should have all of the list read.
  const isInFamily = (await db.familyMembers.where('[reviewId+paperId]').equals(place).count()) > 0;
  const members = isInFamily && !heir ? (await familiesIn(reviewId)).members(paperId) : [];
  const own = isInFamily ? await leaveFamilies(reviewId, paperId, members, step) : [];
  await step.remove('reviewPapers', listed);
  if (heir === undefined) return;
  for (const one of own) await addMember({ ...one, paperId: heir }, step, 'aside');
}
