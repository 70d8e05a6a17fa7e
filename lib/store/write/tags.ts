/**
 * Saving, changing and deleting tags. Each is one step over statement, tag, history and tally sheet:
 * when its promise resolves, the tag is on disk; when it rejects, nothing has changed.
 */

import { Dexie } from 'dexie';
import { loadShipped } from '../../codebook';
import {
  type NewSite,
  NewTag,
  type Paper,
  Problem,
  type Review,
  type Statement,
  Tag,
  TagChange,
  unknownIn,
  type z,
} from '../../model';
import { commit } from '../commit';
import { type Asked, tellAgain } from '../committed';
import { db } from '../db';
import { NotFound } from '../errors';
import { stored } from '../read/records';
import { wholeStep } from '../read/whole-steps';
import { checkOwn, type OthersToo, readersOwn } from '../read/whose';
import { keepCodebooks, versionIn, versionOfTag } from './codebooks';
import { madeWithTag } from './new-influence';
import { noteUse } from './number-keys';
import { listPaper, paperById, paperOfPassage } from './papers';
import { sameTag, uniteTwins } from './same-tag';
import { ensureReviewIn } from './settings';
import { dropBareStatement, statementOf } from './statements';
import type { StepWriter } from './step-writer';
import { siteForTag } from './tables/sites';
import { parsed } from './transaction';

export interface SavedTag {
  tag: Tag;
  statement: Statement;
  paper: Paper;
  /** Undo this with `undo(eventId)`. */
  eventId: string;
  /** The reader's earlier tag of this statement on this influence, which this one replaced. */
  replaced: Tag | null;
  /** The same request was carried out before: nothing was written now. */
  isRepeated: boolean;
}

/**
 * Saves a tag in its review, or the current one (which is made if there is none). The step of the save
 * bears the request's `tagId`, so that a late copy of the request is known and changes nothing. It may come because
 * whoever carried out the first one ended right after it, before anybody was notified: they are notified again.
 */
export async function saveTag(input: NewTag, { origin }: Asked = {}): Promise<SavedTag> {
  const wanted = parsed(NewTag, input);
  await loadShipped([{ id: wanted.codebookId, version: wanted.codebookVersion }]);
  const saved = await commit(
    'save-tag',
    async (step) => {
      const earlier = await savedBefore(wanted.tagId);
      if (earlier) return earlier;
      let review = await reviewFor(wanted.reviewId, step);
      const { quote } = wanted.statement;
      const paper = await paperOfPassage(wanted.page, quote, step);
      await listPaper(review.id, paper.id, step, { aside: 'aside' });
      const statement = await statementOf(paper.id, wanted.statement, step);
      if (wanted.newInfluence) {
        Object.assign(wanted, await madeWithTag(step, review, wanted, wanted.newInfluence));
        review = await reviewById(review.id);
      }
      let tag = tagOf(wanted, review, statement, step);
      await settleSite(tag, wanted.newSite, step);
      const replaced = (await sameTag(tag)) ?? null;
      if (replaced) {
        const { voice, siteId } = replaced;
        const kept = { ...unknownIn(replaced, Tag.shape), ...(voice && { voice }) };
        tag = { ...kept, ...(siteId && { siteId }), ...tag };
        tag.id = replaced.id;
        tag.createdAt = replaced.createdAt;
        // A quick second press changes the stance; it does not remove the note, the voice or the site.
        tag.note ||= replaced.note;
      }
      await keepCodebooks([versionOfTag(tag)], step);
      await noteUse(review, tag, step);
      // A tag that is there under this id would have been known as saved before.
      tag = replaced ? await step.put('tags', tag) : await step.add('tags', tag);
      return { tag, statement, paper, eventId: step.id, replaced, isRepeated: false };
    },
    { id: wanted.tagId, origin },
  );
  if (saved.isRepeated) await tellAgain(wanted.tagId, origin);
  return saved;
}

async function reviewFor(id: string | undefined, step: StepWriter): Promise<Review> {
  if (id === undefined) return ensureReviewIn(step);
  return reviewById(id);
}

async function reviewById(id: string): Promise<Review> {
  const review = await db.reviews.get(id);
  if (!review) throw new NotFound('review');
  return review;
}

function tagOf(
  wanted: z.output<typeof NewTag>,
  review: Review,
  statement: Statement,
  { at, coderId }: StepWriter,
): Tag {
  const { tagId, codebookId, influenceId } = wanted;
  const codebookVersion = wanted.codebookVersion || versionIn(review, codebookId);
  const { stance, direction, strength, basis, voice, siteId, note } = wanted;
  return {
    id: tagId,
    reviewId: review.id,
    paperId: statement.paperId,
    statementId: statement.id,
    ...{ codebookId, codebookVersion, influenceId, stance, direction, basis, note, coderId },
    ...(strength !== undefined && { strength }),
    ...(voice && { voice }),
    ...(siteId && { siteId }),
    createdAt: at,
    updatedAt: at,
  };
}

/** The tag with these dials; null takes one away. */
export function withDials(
  before: Tag,
  { newInfluence: _, newSite: __, ...dials }: TagChange,
  step: StepWriter,
): Tag {
  const after: Record<string, unknown> = { ...before, updatedAt: step.at };
  for (const [field, value] of Object.entries(dials)) {
    if (value === null) delete after[field];
    else if (value !== undefined) after[field] = value;
  }
  return after as Tag;
}

/**
 * Sees to it that a tag's site is there: makes the one that is made with it.
 * @throws NotFound where the tag's paper has no such site in its review
 */
export async function settleSite(
  tag: Tag,
  newSite: NewSite | undefined,
  step: StepWriter,
): Promise<void> {
  if (tag.siteId === undefined) return;
  if (newSite) tag.siteId = await siteForTag(step, tag, { ...newSite, id: tag.siteId });
  const site = await stored('sites', tag.siteId);
  const isOffered = site?.paperId === undefined || site.paperId === tag.paperId;
  if (site?.reviewId !== tag.reviewId || !isOffered) throw new NotFound('site');
}

/**
 * What an earlier copy of this request did, as it stands now; undefined when there was none. A tag that was
 * saved and deleted since is not brought back, one that was changed since is not set back.
 */
async function savedBefore(tagId: string): Promise<SavedTag | undefined> {
  const [head, row, version] = await Dexie.Promise.all([
    db.steps.get(tagId),
    db.tags.get(tagId),
    db.stamps.get(['tags', tagId]),
  ]);
  if (!(head || row || version)) return undefined;
  const step = await wholeStep(tagId);
  const made = step?.changes.find((one) => one.table === 'tags');
  const tag = await db.tags.get(made?.table === 'tags' ? (made.after?.id ?? tagId) : tagId);
  if (!tag) throw new Problem('replayed', 'This tag was saved before and has been deleted since.');
  const statement = await db.statements.get(tag.statementId);
  if (!statement) throw new NotFound('statement');
  const paper = await paperById(tag.paperId);
  const replaced = made?.table === 'tags' ? made.before : null;
  return { tag, statement, paper, eventId: tagId, replaced, isRepeated: true };
}

export async function tagById(id: string): Promise<Tag> {
  const tag = await stored('tags', id);
  if (!tag) throw new NotFound('tag');
  return tag;
}

/**
 * Changes a tag's influence, stance or any of its dials. Null takes one away.
 * @throws NotFound, InvalidRecord, Problem for another coder's
 */
export async function changeTag(
  id: string,
  change: TagChange,
  { origin, ...whose }: OthersToo & Asked = {},
): Promise<{ tag: Tag; eventId: string }> {
  const wanted = parsed(TagChange, change);
  await loadChosen(wanted);
  return commit(
    'change-tag',
    async (step) => {
      const before = await tagById(id);
      await checkOwn([before], whose);
      return { tag: await putChanged(before, wanted, step), eventId: step.id };
    },
    { origin },
  );
}

/** Loads the text of the codebook that a change may need: before its transaction. */
const loadChosen = ({ codebookId: id, codebookVersion: version }: TagChange): Promise<void> =>
  loadShipped(id && version ? [{ id, version }] : []);

async function putChanged(before: Tag, wanted: TagChange, step: StepWriter): Promise<Tag> {
  const { newInfluence, newSite, ...rest } = wanted;
  const after = withDials(before, wanted, step);
  if (wanted.siteId) await settleSite(after, newSite, step);
  if (rest.codebookId !== undefined && !rest.codebookVersion)
    after.codebookVersion = await versionThere(after);
  await keepCodebooks([versionOfTag(after)], step);
  if (newInfluence) {
    const review = await reviewById(after.reviewId);
    Object.assign(after, await madeWithTag(step, review, after, newInfluence));
  }
  // Whoever chooses another influence has looked again.
  if (rest.influenceId !== undefined) delete after.recheck;
  if (rest.influenceId !== undefined) await noteUse(await reviewById(after.reviewId), after, step);
  return step.put('tags', await uniteTwins(after, step));
}

/** What a change of several tags came to. */
export interface ChangedTags {
  eventId: string;
  /** Tags that are otherwise now. */
  changed: number;
  /** Other coders' tags among them, which stay as they are. */
  others: number;
}

/**
 * The same change for several tags, in one step. A tag that is as wanted already is not written.
 * @throws NotFound, InvalidRecord, Problem where all are other coders'
 */
export async function changeTags(
  ids: readonly string[],
  change: TagChange,
  { origin, ...whose }: OthersToo & Asked = {},
): Promise<ChangedTags> {
  // An influence is made with a single tag, and so is a site.
  const { newInfluence: _, newSite: __, ...wanted } = parsed(TagChange, change);
  await loadChosen(wanted);
  return commit(
    'change-tags',
    async (step) => {
      const tags = (await db.tags.bulkGet([...new Set(ids)])).filter((t) => t !== undefined);
      if (!tags.length) throw new NotFound('tag');
      const isOwn = whose.others ? () => true : await readersOwn();
      const own = tags.filter(isOwn);
      if (!own.length) await checkOwn(tags, whose);
      let changed = 0;
      for (const { id } of own) {
        // One before it may have become the same tag as this one, which is gone then.
        const before = await stored('tags', id);
        if (!before || !differs(before, wanted)) continue;
        await putChanged(before, wanted, step);
        changed += 1;
      }
      return { eventId: step.id, changed, others: tags.length - own.length };
    },
    { origin },
  );
}

function differs(tag: Tag, wanted: TagChange): boolean {
  return Object.entries(wanted).some(
    ([field, value]) => value !== undefined && (tag[field as keyof Tag] ?? null) !== value,
  );
}

/** The version of a tag's codebook that its review uses. */
async function versionThere({ reviewId, codebookId }: Tag): Promise<string> {
  const review = await stored('reviews', reviewId);
  return review ? versionIn(review, codebookId) : '';
}

/** Deletes a tag. Its statement goes with the last tag on it; history keeps both. */
export const deleteTag = (
  id: string,
  options: OthersToo & Asked = {},
): Promise<{ eventId: string }> => deleteTags([id], options);

/**
 * Deletes several tags in one step, all or none; `undo` of the step brings all of them back.
 * @throws NotFound, Problem where one is another coder's
 */
export async function deleteTags(
  ids: readonly string[],
  { origin, ...whose }: OthersToo & Asked = {},
): Promise<{ eventId: string }> {
  return commit(
    'delete-tags',
    async (step) => {
      const tags = (await db.tags.bulkGet([...new Set(ids)])).filter((t) => t !== undefined);
      if (!tags.length) throw new NotFound('tag');
      await checkOwn(tags, whose);
      for (const tag of tags) await step.remove('tags', tag);
      for (const id of new Set(tags.map((t) => t.statementId))) await dropBareStatement(id, step);
      return { eventId: step.id };
    },
    { origin },
  );
}
