/** Study families: papers of one review that report one study, put together and taken apart. */
import { familyLinks, type ReviewPaper, StudyFamilies } from '../model';
import { commit, type StepWriter } from './commit';
import { db } from './db';
import { NotFound, StoreError } from './errors';
import { ofReview } from './of-review';
import { sameRecord } from './transaction';

/**
 * Puts papers of a review's list into one study family; families that they are in already become one.
 * @throws NotFound, StoreError
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
      throw new StoreError(
        'same-family',
        'These papers are in one study family already. Nothing was changed.',
      );
    await linkFamily(reviewId, members, step);
    return { eventId: step.id, paperIds: members };
  });
}

/** Takes a paper out of its study family; the others stay together. @throws NotFound, StoreError */
export async function takeFromFamily(
  reviewId: string,
  paperId: string,
): Promise<{ eventId: string; paperIds: readonly string[] }> {
  return commit('take-from-family', async (step) => {
    await mustBeListed(reviewId, paperId);
    const members = (await familiesIn(reviewId)).members(paperId);
    if (members.length < 2)
      throw new StoreError(
        'no-family',
        'This paper is in no study family any more. Nothing was changed.',
      );
    await linkFamily(reviewId, [paperId], step);
    await linkFamily(reviewId, without(members, paperId), step);
    return { eventId: step.id, paperIds: members };
  });
}

const without = (ids: readonly string[], id: string) => ids.filter((one) => one !== id);

async function mustBeListed(reviewId: string, paperId: string): Promise<ReviewPaper> {
  const listed = await db.reviewPapers.get([reviewId, paperId]);
  if (!listed) throw new NotFound('reading list entry');
  return listed;
}

export async function familiesIn(reviewId: string): Promise<StudyFamilies> {
  return new StudyFamilies(await ofReview('reviewPapers', reviewId).toArray());
}

/** Makes these papers of a list one family, as far as they are on it. */
export async function linkFamily(
  reviewId: string,
  paperIds: readonly string[],
  step: StepWriter,
  aside: 'aside' | false = false,
): Promise<void> {
  const listed = await db.reviewPapers.bulkGet(
    [...new Set(paperIds)].map((id): [string, string] => [reviewId, id]),
  );
  const there = listed.filter((one) => one !== undefined);
  const links = familyLinks(there.map(({ paperId }) => paperId));
  for (const before of there) {
    const { familyId: _, ...alone } = before;
    const familyId = links.get(before.paperId);
    const after: ReviewPaper = { ...alone, ...(familyId && { familyId }) };
    if (!sameRecord(before, after))
      await step.put('reviewPapers', { ...after, updatedAt: step.at }, aside);
  }
}

/**
 * Removes a paper from a list, and from its family there. `heir`, the paper that it turned out to be, takes its place
 * in the family. What that changes in the other members is written aside: undo does not depend on them.
 */
export async function leaveList(
  listed: ReviewPaper,
  step: StepWriter,
  heir?: string,
): Promise<void> {
  const { reviewId, paperId } = listed;
  const families = await familiesIn(reviewId);
  await step.remove('reviewPapers', listed);
  const left = without(families.members(paperId), paperId);
  if (!left.length) return;
  const joined = heir === undefined ? [] : families.members(heir);
  await linkFamily(reviewId, without([...left, ...joined], paperId), step, 'aside');
}
