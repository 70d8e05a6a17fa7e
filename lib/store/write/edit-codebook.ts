/**
 * Editing a codebook of the reader's own. Each edit is one step over the codebook's text, the review that it is edited in,
 * and the tags, number keys and assessments that go to another influence with it.
 *
 * An open version changes in place as long as the edit affects no tag that was made under it; else, and where the version
 * is saved or frozen, the edit makes the next version, which the review then uses. Other reviews keep theirs, and are
 * offered the later one.
 */
import { isBuiltIn, loadShipped } from '../../codebook';
import {
  applyEdit,
  arrived,
  copyOf,
  type Edited,
  emptyOwn,
  nextVersion,
  type Retag,
} from '../../codebook/edit';
import {
  type Codebook,
  CodebookEdit,
  type CodebookRef,
  keyOf,
  now,
  Problem,
  type Review,
  sameVersion,
} from '../../model';
import { commit } from '../commit';
import type { Asked } from '../committed';
import { db } from '../db';
import { NotFound } from '../errors';
import { stored } from '../read/records';
import { textOf } from './codebooks';
import { moveCoding } from './move-coding';
import type { StepWriter } from './step-writer';
import { parsed } from './transaction';

export interface EditedCodebook {
  eventId: string;
  /** The version that has the edit. */
  book: CodebookRef;
  /** Was it made for this edit? */
  isNewVersion: boolean;
  /** Tags that have gone to another influence, and of them those that became one with a tag that was there. */
  moved: number;
  joined: number;
}

/**
 * Carries out one edit of a codebook in a review.
 * @param ref the version that the reader was shown; where the review uses a later one by now, that one is edited
 * @throws NotFound, Problem where the edit cannot be made; nothing is changed then
 */
export async function editCodebook(
  reviewId: string,
  ref: CodebookRef,
  wanted: CodebookEdit,
  { origin }: Asked = {},
): Promise<EditedCodebook> {
  const edit = parsed(CodebookEdit, wanted);
  await loadTargets(edit);
  return commit('edit-codebook', (step) => editIn(step, reviewId, ref, edit), { origin });
}

/** As `editCodebook`, within a step; `aside` where it is done on the way to something else. */
export async function editIn(
  step: StepWriter,
  reviewId: string,
  ref: CodebookRef,
  edit: CodebookEdit,
  aside: 'aside' | false = false,
): Promise<EditedCodebook> {
  const review = await reviewOf(reviewId);
  // The version that the review uses by now: another tab may have made it meanwhile.
  const inUse = review.codebooks.find(({ id }) => id === ref.id) ?? ref;
  const before = await ownText(inUse);
  const trial = applyEdit(before, edit, { version: before.version, at: step.at });
  const inPlace = before.stage === 'open' && !(await areTagged(before, trial.affects));
  const version = inPlace ? before.version : await versionAfter(before);
  const edited = inPlace ? trial : applyEdit(before, edit, { version, at: step.at });
  await putText(step, before, edited.book, aside);
  const versions = new Map([[before.id, version]]);
  if (edit.edit === 'move-out') {
    const there = await takeIn(step, review, before, edited, edit.to, edit.reason);
    versions.set(there.id, there.version);
  }
  await takeUp(step, reviewId, versions, aside);
  const { moved, joined } = await moveCoding(step, reviewId, edited.retags);
  return {
    eventId: step.id,
    book: { id: before.id, version },
    isNewVersion: !inPlace,
    moved,
    joined,
  };
}

/** The influence that left one codebook comes into the other. @returns the version that it is in there */
async function takeIn(
  step: StepWriter,
  review: Review,
  from: Codebook,
  { leaving }: Edited,
  to: string,
  reason: string | undefined,
): Promise<CodebookRef> {
  const ref = review.codebooks.find(({ id }) => id === to);
  if (!ref || !leaving) throw new NotFound('codebook');
  const before = await ownText(ref);
  const version = before.stage === 'open' ? before.version : await versionAfter(before);
  await putText(step, before, arrived(before, leaving, from, { version, at: step.at }, reason));
  return { id: to, version };
}

/** The text as the next one; the version that it was made from is saved with it, where it was still open. */
async function putText(
  step: StepWriter,
  before: Codebook,
  after: Codebook,
  aside: 'aside' | false = false,
): Promise<void> {
  if (sameVersion(before, after)) {
    await step.put('codebooks', after, aside);
    return;
  }
  if (before.stage === 'open') await step.put('codebooks', { ...before, stage: 'saved' }, aside);
  const { id, version } = before;
  await step.put('codebooks', { ...after, stage: 'open', basedOn: { id, version } }, aside);
}

/** The review uses these versions from now on, of the codebooks that it uses. */
async function takeUp(
  step: StepWriter,
  reviewId: string,
  versions: ReadonlyMap<string, string>,
  aside: 'aside' | false,
): Promise<void> {
  const review = await reviewOf(reviewId);
  const codebooks = review.codebooks.map((ref) => ({
    ...ref,
    version: versions.get(ref.id) ?? ref.version,
  }));
  if (codebooks.every((ref, i) => ref.version === review.codebooks[i]?.version)) return;
  await step.put('reviews', { ...review, codebooks, updatedAt: now() }, aside);
}

/** Has anything been tagged on one of these influences under this version, in any review? */
async function areTagged({ id, version }: Codebook, influenceIds: string[]): Promise<boolean> {
  if (!influenceIds.length) return false;
  const under = db.tags.where('[codebookId+codebookVersion]').equals([id, version]);
  return (await under.toArray()).some(({ influenceId }) => influenceIds.includes(influenceId));
}

async function versionAfter(book: Codebook): Promise<string> {
  return nextVersion(book, await db.codebooks.where('id').equals(book.id).toArray());
}

async function reviewOf(id: string): Promise<Review> {
  const review = await stored('reviews', id);
  if (!review) throw new NotFound('review');
  return review;
}

/** @throws NotFound, Problem where it is one of Bearing's */
async function ownText(ref: CodebookRef): Promise<Codebook> {
  if (isBuiltIn(ref.id))
    throw new Problem(
      'built-in-codebook',
      'This codebook comes with Bearing, so it stays as it was published. Copy it to change it.',
    );
  const book = await stored('codebooks', keyOf('codebooks', ref));
  if (!book) throw new NotFound('codebook');
  return book;
}

/** What tags may go to is kept in the store with the step. */
async function loadTargets(edit: CodebookEdit): Promise<void> {
  if (edit.edit === 'delete' && edit.into && isBuiltIn(edit.into.codebookId)) {
    const reviews = await db.reviews.toArray();
    const { codebookId } = edit.into;
    await loadShipped(
      reviews.flatMap(({ codebooks }) => codebooks.filter(({ id }) => id === codebookId)),
    );
  }
}

/** Closes an open version: what is changed afterwards makes the next one. A frozen one is fixed for a team. */
export async function closeVersion(
  ref: CodebookRef,
  stage: 'saved' | 'frozen',
): Promise<{ eventId: string }> {
  return commit(stage === 'frozen' ? 'freeze-codebook' : 'save-codebook', async (step) => {
    const book = await ownText(ref);
    // A frozen version stays frozen: others may work by it.
    if (book.stage !== 'frozen') await step.put('codebooks', { ...book, stage });
    return { eventId: step.id };
  });
}

/** Begins an empty codebook of the reader's own, in use in the review. */
export const beginCodebook = (
  reviewId: string,
  name: string,
): Promise<{ eventId: string; book: CodebookRef }> => begin(reviewId, async () => emptyOwn(name));

/**
 * Copies a codebook to be changed. The copy is in use in the review; what it was copied from is as it was, and stays in
 * use unless `instead`, where its tags go to the copy.
 * @throws NotFound
 */
export async function copyCodebook(
  reviewId: string,
  ref: CodebookRef,
  { name, instead = false }: { name: string; instead?: boolean },
): Promise<{ eventId: string; book: CodebookRef }> {
  await loadShipped([ref]);
  return begin(
    reviewId,
    async (step) => {
      const book = await textOf(ref);
      if (!book) throw new NotFound('codebook');
      return copyOf(book, { name, at: step.at });
    },
    instead ? ref.id : undefined,
  );
}

async function begin(
  reviewId: string,
  make: (step: StepWriter) => Promise<Codebook>,
  replaces?: string,
): Promise<{ eventId: string; book: CodebookRef }> {
  return commit('begin-codebook', async (step) => {
    const review = await reviewOf(reviewId);
    const book = await step.add('codebooks', await make(step));
    const ref = { id: book.id, version: book.version };
    const others = review.codebooks.filter(({ id }) => id !== replaces);
    const at = replaces ? review.codebooks.findIndex(({ id }) => id === replaces) : -1;
    const codebooks = at < 0 ? [...others, ref] : others.toSpliced(at, 0, ref);
    await step.put('reviews', { ...review, codebooks, updatedAt: now() });
    if (replaces) {
      const retags = book.influences.map(
        ({ id }): Retag => ({
          from: { codebookId: replaces, influenceId: id },
          to: { codebookId: ref.id, influenceId: id },
          recheck: null,
        }),
      );
      await moveCoding(step, reviewId, retags);
    }
    return { eventId: step.id, book: ref };
  });
}
