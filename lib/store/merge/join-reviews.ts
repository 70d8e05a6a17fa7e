/** Two reviews that are one: begun apart under one name, or a colleague's. */

import { joinLinks } from '../../codebook';
import type { Review } from '../../model';
import { Problem } from '../../model';
import { joinNumberKeys } from '../../tagging';
import { looseKey } from '../../text';
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { ofReview } from '../read/of-review';
import { stored } from '../read/records';
import { withMore } from '../write/entries';
import { addMember } from '../write/families';
import { placeAssessment } from '../write/move-coded';
import { placeTag } from '../write/same-tag';
import { putSettings, settings } from '../write/settings';
import type { StepWriter } from '../write/step-writer';
import { followReview } from '../write/tables/move';
import { numbersIn } from '../write/tables/reporting';
import { sameRecord } from '../write/transaction';

/** Two lists that share fewer papers than this may do so by chance. */
const SHARED_PAPERS = 3;
/** The part of the shorter list that the other has too, from which on they look like one review's. */
const SHARED_PART = 0.5;

/**
 * Moves everything of one review into another and removes the one: its list, its tags and assessments, what its tables
 * are made of, the codebooks that only it used. Where both hold a coder's tag of one statement on one influence, the later stays. One step, one
 * undo. @throws NotFound
 */
export async function joinReviews(
  fromId: string,
  toId: string,
): Promise<{ eventId: string; tags: number }> {
  return commit('join-reviews', async (step) => {
    if (fromId === toId)
      throw new Problem('same-review', 'This is one review already. Nothing was changed.');
    const [from, to] = [await stored('reviews', fromId), await stored('reviews', toId)];
    if (!from || !to) throw new NotFound('review');
    await step.put('reviews', joined(from, to));
    await moveLists(from.id, to.id, step);
    await followReview(step, from.id, to.id);
    const tags = await ofReview('tags', from.id).toArray();
    for (const tag of tags) await placeTag(tag, { ...tag, reviewId: to.id }, step);
    for (const one of await ofReview('assessments', from.id).toArray())
      await placeAssessment(one, { ...one, reviewId: to.id }, step);
    for (const one of await ofReview('reviewPapers', from.id).toArray())
      await step.remove('reviewPapers', one);
    await step.remove('reviews', from);
    if ((await settings()).currentReviewId === from.id)
      await putSettings(step, { currentReviewId: to.id }, 'aside');
    return { eventId: step.id, tags: tags.length };
  });
}

function joined(from: Review, to: Review): Review {
  const numberKeys = joinNumberKeys(to.numberKeys, from.numberKeys);
  const links = joinLinks(to.links, from.links);
  const flow = joinFlows(to.flow, from.flow);
  return {
    ...to,
    question: to.question || from.question,
    // Of a codebook that both use, the version of the one that stays; tags keep theirs.
    codebooks: [
      ...to.codebooks,
      ...from.codebooks.filter((one) => !to.codebooks.some(({ id }) => id === one.id)),
    ],
    ...(numberKeys && { numberKeys: [...numberKeys] }),
    ...(links.length && { links: [...links] }),
    ...(from.reporting && !to.reporting && { reporting: from.reporting }),
    ...(flow && { flow }),
  };
}

/** Each number as the review that stays has it, else as the other one has it; they are not added up: a search is often the same. */
function joinFlows(to: Review['flow'], from: Review['flow']): Review['flow'] {
  if (!to || !from) return to ?? from;
  return { ...from, ...to, numbers: { ...from.numbers, ...to.numbers } };
}

/**
 * The other review keeps its own entry for a paper, with the labels and the note of this one; papers that it lacks come with
 * this one's entry. Papers that are
 * one study in either are one afterwards: families that share a paper are.
 */
async function moveLists(from: string, to: string, step: StepWriter): Promise<void> {
  const there = new Map(
    (await ofReview('reviewPapers', to).toArray()).map((one) => [one.paperId, one]),
  );
  const numbers = await numbersIn(to);
  for (const listed of await ofReview('reviewPapers', from).toArray()) {
    const { number, ...rest } = listed;
    const own = there.get(listed.paperId);
    if (own) {
      const both = withMore(own, rest);
      if (!sameRecord(own, both)) await step.put('reviewPapers', { ...both, updatedAt: step.at });
      continue;
    }
    // A number means one paper: that of the review that stays.
    const isFree = number !== undefined && !numbers.has(number);
    await step.put('reviewPapers', { ...rest, ...(isFree && { number }), reviewId: to });
  }
  for (const member of await ofReview('familyMembers', from).toArray()) {
    await addMember({ ...member, reviewId: to }, step);
    await step.remove('familyMembers', member);
  }
}

/** Other reviews that look like this one, by their name or by their papers. Reads only, flat: safe in a live query. */
export async function reviewsLike(review: Review): Promise<Review[]> {
  const [reviews, listed] = await Promise.all([db.reviews.toArray(), db.reviewPapers.toArray()]);
  const papersIn = (id: string) =>
    new Set(listed.filter((one) => one.reviewId === id).map((one) => one.paperId));
  const mine = papersIn(review.id);
  return reviews.filter((other) => {
    if (other.id === review.id) return false;
    const theirs = papersIn(other.id);
    const shared = [...theirs].filter((id) => mine.has(id)).length;
    const enough = Math.max(SHARED_PAPERS, SHARED_PART * Math.min(mine.size, theirs.size));
    return looseKey(other.name) === looseKey(review.name) || shared >= enough;
  });
}
