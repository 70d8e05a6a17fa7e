/**
 * Saving, changing and deleting tags. Each is one transaction over statement, tag, history and tallies:
 * when its promise resolves, the tag is on disk; when it rejects, nothing has changed.
 */
import type { z } from '../model';
import { changedAt, now, type Paper, type Review, type Statement, Tag } from '../model';
import { db } from './db';
import { NotFound, StoreError } from './errors';
import { record } from './history';
import { noteUse } from './number-keys';
import { listPaper, paperById, paperOf } from './papers';
import { ensureReview, settings } from './settings';
import { dropBareStatement, statementOf } from './statements';
import { NewTag, TagChange } from './tag-input';
import { recountCells } from './tallies';
import { inOneTransaction, parsed } from './transaction';

export interface SavedTag {
  tag: Tag;
  statement: Statement;
  paper: Paper;
  /** Undo this with `undo(eventId)`. */
  eventId: string;
  /** The reader's earlier tag of this statement on this influence, which this one replaced. */
  replaced: Tag | null;
  /**
   * What was written beside the tag: a paper that was not stored before, a number key's influence. Null when the same
   * request was carried out before: nothing was written now.
   */
  wrote: { newPaper: boolean; newKeys: boolean } | null;
}

/** One transaction over all that a tag touches. */
export function inTagTransaction<T>(work: () => Promise<T>): Promise<T> {
  const { papers, statements, tags, tallies, reviews, reviewPapers, history, codebooks } = db;
  return inOneTransaction(
    [papers, statements, tags, tallies, reviews, reviewPapers, history, codebooks, db.settings],
    work,
  );
}

/**
 * Saves a tag in its review, or the current one (which is made if there is none). The event of the save
 * bears the request's `tagId`, so that a late copy of the request is known and changes nothing.
 */
export async function saveTag(input: NewTag): Promise<SavedTag> {
  const wanted = parsed(NewTag, input);
  return inTagTransaction(async () => {
    const saved = await savedBefore(wanted.tagId);
    if (saved) return saved;
    const review = await reviewFor(wanted.reviewId);
    const { coder } = await settings();
    const { paper, isNew: newPaper } = await paperOf(wanted.page, coder);
    await listPaper(review.id, paper.id, coder);
    const statement = await statementOf(paper.id, wanted.statement, coder);
    const tag = tagOf(wanted, review.id, statement, coder);
    const replaced = (await sameTag(tag)) ?? null;
    if (replaced) {
      tag.id = replaced.id;
      tag.createdAt = replaced.createdAt;
      tag.updatedAt = changedAt(replaced);
      // A quick second press says another stance; it does not take back what was written.
      tag.note ||= replaced.note;
    }
    const newKeys = await noteUse(review.id, tag);
    const eventId = await writeTag(replaced, tag, coder, { id: wanted.tagId });
    return { tag, statement, paper, eventId, replaced, wrote: { newPaper, newKeys } };
  });
}

async function reviewFor(id: string | undefined): Promise<Review> {
  if (id === undefined) return ensureReview();
  const review = await db.reviews.get(id);
  if (!review) throw new NotFound('review');
  return review;
}

function tagOf(
  wanted: z.output<typeof NewTag>,
  reviewId: string,
  statement: Statement,
  coder: string,
): Tag {
  const at = now();
  const { tagId, codebookId, codebookVersion, influenceId } = wanted;
  const { stance, direction, strength, basis, note } = wanted;
  return {
    id: tagId,
    reviewId,
    paperId: statement.paperId,
    statementId: statement.id,
    ...{ codebookId, codebookVersion, influenceId, stance, direction, basis, note, coder },
    ...(strength !== undefined && { strength }),
    createdAt: at,
    updatedAt: at,
  };
}

/**
 * What an earlier copy of this request did, as it stands now; undefined when there was none. A tag that was
 * saved and deleted since is not brought back, one that was changed since is not set back.
 */
async function savedBefore(tagId: string): Promise<SavedTag | undefined> {
  const event = await db.history.get(tagId);
  const tag = await db.tags.get(event?.entity === 'tag' ? event.entityId : tagId);
  if (!tag) {
    const known = await db.history.where('[entity+entityId]').equals(['tag', tagId]).count();
    if (!event && !known) return undefined;
    throw new StoreError('replayed', 'This tag was saved before and has been deleted since.');
  }
  const statement = await db.statements.get(tag.statementId);
  if (!statement) throw new NotFound('statement');
  const paper = await paperById(tag.paperId);
  const before = Tag.safeParse(event?.before);
  return { tag, statement, paper, eventId: tagId, replaced: before.data ?? null, wrote: null };
}

/** Another tag by the same coder of the same statement on the same influence in the same review. */
export async function sameTag(wanted: Tag): Promise<Tag | undefined> {
  const tags = await db.tags.where('statementId').equals(wanted.statementId).toArray();
  return tags.find((tag) => tag.id !== wanted.id && onSame(tag, wanted));
}

/** Do two tags of one statement say something on the same influence, in the same review, by the same coder? */
export function onSame(a: Tag, b: Tag): boolean {
  return (
    a.reviewId === b.reviewId &&
    a.codebookId === b.codebookId &&
    a.influenceId === b.influenceId &&
    a.coder === b.coder
  );
}

/** Writes a tag (or deletes it, with `after` null), its event and its cells. Gives the event's id. */
export async function writeTag(
  before: Tag | null,
  after: Tag | null,
  who: string,
  event: { id?: string; also?: readonly string[] } = {},
): Promise<string> {
  const one = after ?? before;
  if (!one) throw new NotFound('tag');
  if (after) await db.tags.put(parsed(Tag, after));
  else await db.tags.delete(one.id);
  await recountCells([before, after].filter((t): t is Tag => t !== null));
  return record({
    ...(event.id && { id: event.id }),
    ...(event.also?.length && { also: [...event.also] }),
    who,
    reviewId: one.reviewId,
    entity: 'tag',
    entityId: one.id,
    action: before ? (after ? 'update' : 'delete') : 'create',
    before,
    after,
    codebookVersion: one.codebookVersion,
  });
}

/** Changes a tag's influence, stance or any of its dials. `strength: null` takes the rating away. */
export async function changeTag(
  id: string,
  change: TagChange,
): Promise<{ tag: Tag; eventId: string; newKeys: boolean }> {
  const wanted = parsed(TagChange, change);
  return inTagTransaction(async () => {
    const before = await db.tags.get(id);
    if (!before) throw new NotFound('tag');
    const { coder } = await settings();
    const { strength, ...rest } = wanted;
    const set = Object.fromEntries(Object.entries(rest).filter(([, v]) => v !== undefined));
    const after: Tag = { ...before, ...set, updatedAt: changedAt(before) };
    if (strength === null) delete after.strength;
    else if (strength !== undefined) after.strength = strength;
    const newKeys = rest.influenceId !== undefined && (await noteUse(after.reviewId, after));
    const also: string[] = [];
    // Moved onto an influence this statement is already tagged with: the two become one, and undo parts them.
    for (let twin = await sameTag(after); twin; twin = await sameTag(after)) {
      also.push(await writeTag(twin, null, coder));
      after.updatedAt = changedAt(after, twin);
    }
    return { tag: after, eventId: await writeTag(before, after, coder, { also }), newKeys };
  });
}

/** Deletes a tag. Its statement goes with the last tag on it; history keeps both. */
export async function deleteTag(id: string): Promise<{ eventId: string }> {
  return inTagTransaction(async () => {
    const before = await db.tags.get(id);
    if (!before) throw new NotFound('tag');
    const { coder } = await settings();
    const eventId = await writeTag(before, null, coder);
    await dropBareStatement(before.statementId, coder);
    return { eventId };
  });
}
