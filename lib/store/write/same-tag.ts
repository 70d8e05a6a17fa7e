/** One coder has one tag of a statement on an influence: which tags are the same in this, and what becomes of two. */
import { CoderIndex, compareVersions, type Tag } from '../../model';
import { db } from '../db';
import { oneNote } from './notes';
import type { StepWriter } from './step-writer';

/** Another tag by the same person of the same statement on the same influence in the same review. */
export async function sameTag(wanted: Tag): Promise<Tag | undefined> {
  const tags = await db.tags.where('statementId').equals(wanted.statementId).toArray();
  const onSame = tags.filter((tag) => tag.id !== wanted.id && tagsSame(tag, wanted));
  const own = onSame.find(({ coderId }) => coderId === wanted.coderId);
  if (own || !onSame.length) return own;
  const coders = new CoderIndex(await db.coders.toArray());
  return onSame.find(({ coderId }) => coders.areOne(coderId, wanted.coderId));
}

/** Do two tags of one statement say something on the same influence, in the same review? */
function tagsSame(a: Tag, b: Tag): boolean {
  return (
    a.reviewId === b.reviewId && a.codebookId === b.codebookId && a.influenceId === b.influenceId
  );
}

/**
 * Moved onto what the coder has tagged already: the two become one, with the notes of both, and undo parts them.
 * @returns the tag as it is to be written
 */
export async function uniteTwins(tag: Tag, step: StepWriter): Promise<Tag> {
  let { note } = tag;
  for (let twin = await sameTag(tag); twin; twin = await sameTag(tag)) {
    note = oneNote(note, twin.note);
    await step.remove('tags', twin);
  }
  return { ...tag, note };
}

/**
 * Puts a tag in another place; where its coder's tag on this influence is there already, the later of the two stays, with
 * the notes of both.
 * @returns whether there was one
 */
export async function placeTag(before: Tag, after: Tag, step: StepWriter): Promise<boolean> {
  const other = await sameTag(after);
  if (!other) {
    await step.put('tags', after);
    return false;
  }
  const isOther = (await laterOf(before, other)) === other;
  const stays = isOther ? other : after;
  const note = oneNote(stays.note, isOther ? before.note : other.note);
  await step.remove('tags', isOther ? before : other);
  if (!isOther || note !== other.note)
    await step.put('tags', { ...stays, note, updatedAt: step.at });
  return true;
}

/** Which of two tags was written later, by their versions. */
export async function laterOf(a: Tag, b: Tag): Promise<Tag> {
  const [one, other] = await db.stamps.bulkGet([
    ['tags', a.id],
    ['tags', b.id],
  ]);
  return one && other && compareVersions(one, other) > 0 ? a : b;
}
