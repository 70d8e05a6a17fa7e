/**
 * What was coded on one influence goes to another: tags, "not reported", memos and decisions, number keys and links of a review, in the step of the
 * edit that asks for it. No tag is lost. A statement that its coder had tagged on both has one tag afterwards: the later
 * one, with what the other one had in its note, to be looked at again.
 */
import { influenceKey, movedLinks } from '../../codebook';
import { changedMeaning, type Retag } from '../../codebook/edit';
import { type InfluenceRef, LONGEST_TEXT, Problem, type Review, type Tag } from '../../model';
import { db } from '../db';
import { ofReview } from '../read/of-review';
import { stored } from '../read/records';
import { keepCodebooks, textOf, versionIn, versionOfTag } from './codebooks';
import { placeAssessment } from './move-coded';
import { laterOf, sameTag } from './same-tag';
import type { StepWriter } from './step-writer';
import { followInfluences, isAboutMoved } from './tables/move';

export async function moveCoding(
  step: StepWriter,
  reviewId: string,
  retags: readonly Retag[],
): Promise<{ moved: number; joined: number }> {
  const review = await stored('reviews', reviewId);
  if (!review || !retags.length) return { moved: 0, joined: 0 };
  const ways = new Map(retags.map((one) => [influenceKey(one.from), one]));
  const wayOf = (ref: InfluenceRef) => ways.get(influenceKey(ref));
  const tags = (await ofReview('tags', reviewId).toArray()).filter((tag) => wayOf(tag));
  const assessments = (await ofReview('assessments', reviewId).toArray()).filter((a) => wayOf(a));
  const goesTo = (ref: InfluenceRef) => wayOf(ref)?.to;
  if (tags.length || assessments.length || (await isAboutMoved(reviewId, goesTo)))
    await mustBeThere(step, review, retags);
  let joined = 0;
  for (const tag of tags) {
    const way = wayOf(tag);
    if (!way) continue;
    const version = versionIn(review, way.to.codebookId);
    const isOther = !way.recheck && (await hasOtherWords(tag, way.to, version));
    const recheck = way.recheck ?? (isOther ? 'moved' : null);
    if (await moveTagTo(step, tag, { ...way, recheck }, version)) joined += 1;
  }
  for (const one of assessments) {
    const to = wayOf(one)?.to;
    if (to) await placeAssessment(one, { ...one, ...to }, step);
  }
  await followInfluences(step, reviewId, goesTo);
  await moveKeys(step, reviewId, wayOf);
  await moveLinks(step, reviewId, wayOf);
  return { moved: tags.length, joined };
}

/** @throws Problem where tags would go to what the review does not use, and so could not be seen */
async function mustBeThere(
  step: StepWriter,
  review: Review,
  retags: readonly Retag[],
): Promise<void> {
  const targets = new Set(retags.map(({ to }) => to.codebookId));
  for (const id of targets) {
    const ref = review.codebooks.find((one) => one.id === id);
    if (ref) await keepCodebooks([ref], step);
    const known = new Set((ref && (await textOf(ref)))?.influences.map((one) => one.id));
    if (retags.some(({ to }) => to.codebookId === id && !known.has(to.influenceId)))
      throw new Problem(
        'no-influence',
        'The influence that the tags were to go to is not in a codebook of this review. Nothing was changed.',
      );
  }
}

/** Was a tag made by other words than those of where it goes? Its version may be an earlier one. */
async function hasOtherWords(tag: Tag, to: InfluenceRef, version: string): Promise<boolean> {
  const [from, there] = [
    await textOf(versionOfTag(tag)),
    await textOf({ id: to.codebookId, version }),
  ].map((text, i) =>
    text?.influences.find(({ id }) => id === (i ? to.influenceId : tag.influenceId)),
  );
  return from !== undefined && there !== undefined && changedMeaning(from, there).length > 0;
}

/** @returns whether it has become one with a tag that was there */
async function moveTagTo(
  step: StepWriter,
  tag: Tag,
  { to, recheck }: Retag,
  codebookVersion: string,
): Promise<boolean> {
  const { recheck: earlier, ...rest } = tag;
  const why = recheck ?? earlier;
  const after: Tag = { ...rest, ...to, codebookVersion, ...(why && { recheck: why }) };
  const twin = await sameTag(after);
  if (!twin) {
    await step.put('tags', { ...after, updatedAt: step.at });
    return false;
  }
  const stays = (await laterOf(after, twin)) === twin ? twin : after;
  const goes = stays === twin ? after : twin;
  await step.remove('tags', goes === twin ? twin : tag);
  const { recheck: _, ...kept } = stays;
  const differ = disagree(stays, goes);
  const note = joinedNote(kept.note, goes, differ);
  const again = differ ? (recheck ?? 'merged') : stays.recheck;
  await step.put('tags', {
    ...kept,
    ...to,
    codebookVersion,
    note,
    updatedAt: step.at,
    ...(again && { recheck: again }),
  });
  return true;
}

/** Do two tags of one statement disagree in what the coder decided? */
const disagree = (a: Tag, b: Tag): boolean => DECIDED.some((field) => a[field] !== b[field]);

const DECIDED = ['stance', 'direction', 'strength', 'basis', 'voice'] as const;

/** Both notes, each once; of a tag that said something else, what that was. */
function joinedNote(note: string, other: Tag, differ: boolean): string {
  const said = DECIDED.map((field) => other[field]).filter((value) => value !== undefined);
  const lines = [
    note,
    other.note === note ? '' : other.note,
    differ ? `Also tagged ${said.join(', ')} before the two influences became one.` : '',
  ];
  return lines.filter(Boolean).join('\n').slice(0, LONGEST_TEXT);
}

async function moveKeys(
  step: StepWriter,
  reviewId: string,
  wayOf: (ref: InfluenceRef) => Retag | undefined,
): Promise<void> {
  const review = await db.reviews.get(reviewId);
  const keys = review?.numberKeys;
  if (!review || !keys) return;
  const known = new Set<string>();
  const numberKeys = keys.map((key) => {
    if (!key) return key;
    const to = wayOf(key)?.to ?? key;
    if (known.has(influenceKey(to))) return null;
    known.add(influenceKey(to));
    return to;
  });
  if (numberKeys.every((key, i) => key === keys[i])) return;
  await step.put('reviews', { ...review, numberKeys });
}

async function moveLinks(
  step: StepWriter,
  reviewId: string,
  wayOf: (ref: InfluenceRef) => Retag | undefined,
): Promise<void> {
  const review = await db.reviews.get(reviewId);
  if (!review?.links) return;
  const links = movedLinks(review.links, (ref) => wayOf(ref)?.to ?? ref);
  if (links !== review.links) await step.put('reviews', { ...review, links: [...links] });
}
