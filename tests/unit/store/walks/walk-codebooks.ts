/** The part of a random reader that edits codebooks of their own. */
import { type Codebook, type CodebookEdit, newId, Problem } from '../../../../lib/model';
import {
  beginCodebook,
  closeVersion,
  copyCodebook,
  editCodebook,
  recheckQueue,
  recheckTags,
  saveTag,
  setLink,
} from '../../../../lib/store';
import { db } from '../../../../lib/store/db';
import { newTag, pick } from '../support';
import type { Walk } from './walk';

/** What a reader may be refused, with nothing changed: the walk goes on. */
async function orRefused(work: () => Promise<{ eventId: string }>, { events }: Walk) {
  try {
    events.push((await work()).eventId);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

/** A codebook that can be edited, in a review that uses it. */
async function someOwn(next: () => number): Promise<{ reviewId: string; book: Codebook } | null> {
  const review = pick(next, await db.reviews.toArray());
  const refs = review?.codebooks.filter(({ id }) => id.startsWith('own') || id.length === 36) ?? [];
  const ref = pick(next, refs);
  const book = ref && (await db.codebooks.get([ref.id, ref.version]));
  return review && book ? { reviewId: review.id, book } : null;
}

function someEdit(next: () => number, { id: codebookId, influences }: Codebook): CodebookEdit {
  const ids = influences.map(({ id }) => id);
  const one = pick(next, ids) ?? 'none';
  const other = pick(next, ids) ?? 'none';
  const label = `Influence ${Math.floor(next() * 1e6)}`;
  const id = newId();
  const part = (n: number) => ({ id: `${id}-${n}`, label: `${label} ${n}` });
  return pick<CodebookEdit>(next, [
    { edit: 'add', id, fields: { label }, place: { parent: next() < 0.5 ? one : null } },
    { edit: 'change', id: one, fields: { label } },
    { edit: 'change', id: one, fields: { definition: label } },
    { edit: 'cue', id: one, cue: label },
    { edit: 'place', id: one, place: { parent: null, before: other } },
    { edit: 'delete', id: one, into: next() < 0.5 ? null : { codebookId, influenceId: other } },
    { edit: 'merge', ids: [one], into: other },
    { edit: 'split', id: one, parts: [part(1), part(2)], tagsTo: `${id}-1` },
    { edit: 'move-out', id: one, to: 'own' },
    { edit: 'name', name: label },
  ]);
}

/** Changes the rule of an influence that a tag is on, so that the tag waits to be looked at again. */
async function affectTag(walk: Walk): Promise<void> {
  const reviews = await db.reviews.toArray();
  const tag = pick(
    walk.next,
    (await db.tags.toArray()).filter(({ codebookId }) => codebookId.startsWith('own')),
  );
  const review = tag && reviews.find(({ id }) => id === tag.reviewId);
  const ref = review?.codebooks.find(({ id }) => id === tag?.codebookId);
  if (!ref) return;
  const fields = { definition: `Rule ${Math.floor(walk.next() * 1e6)}` };
  const edit = { edit: 'change', id: tag.influenceId, fields } as const;
  await orRefused(() => editCodebook(tag.reviewId, ref, edit), walk);
}

/** Those of a review that are to be looked at again; undefined where none is. */
const waitingTags = async () =>
  (await Promise.all((await db.reviews.toArray()).map(({ id }) => recheckQueue(id))))
    .map(({ items }) => items.filter(({ now }) => now))
    .find((items) => items.length);

/** One step: looks again at a tag that waits for it, or makes one wait. */
async function lookAgain(walk: Walk): Promise<void> {
  const waiting = await waitingTags();
  if (!waiting) return affectTag(walk);
  // One as a rule: a colleague's among several would have all of them refused.
  const some = walk.next() < 0.2 ? waiting : [pick(walk.next, waiting)];
  await orRefused(() => recheckTags(some.map(({ tag }) => tag.id)), walk);
}

export const CODEBOOK_MOVES: readonly ((walk: Walk) => Promise<unknown>)[] = [
  async (walk) => {
    const own = await someOwn(walk.next);
    if (!own) return;
    const { reviewId, book } = own;
    await orRefused(() => editCodebook(reviewId, book, someEdit(walk.next, book)), walk);
  },
  async (walk) => {
    const review = pick(walk.next, await db.reviews.toArray());
    if (!review) return;
    const at = walk.next();
    if (at < 0.2) walk.events.push((await beginCodebook(review.id, 'New')).eventId);
    else if (at < 0.6) {
      const influenceId = at < 0.4 ? 'training' : 'pay';
      const from = { codebookId: 'psw-core', influenceId };
      const to = { codebookId: 'cfir-2022', influenceId: 'cost' };
      walk.events.push((await setLink(review.id, from, to, at < 0.3 || at > 0.5)).eventId);
    }
  },
  async (walk) => {
    const review = pick(walk.next, await db.reviews.toArray());
    const ref = review && pick(walk.next, review.codebooks);
    if (!review || !ref || walk.next() < 0.8) return;
    const instead = walk.next() < 0.5;
    await orRefused(() => copyCodebook(review.id, ref, { name: 'Copy', instead }), walk);
  },
  async (walk) => {
    const own = await someOwn(walk.next);
    if (own && walk.next() < 0.3)
      await orRefused(() => closeVersion(own.book, pick(walk.next, ['saved', 'frozen'])), walk);
  },
  lookAgain,
  // An edit that affects a tag comes before: where both were rare, they would seldom meet.
  lookAgain,
  lookAgain,
  async (walk) => {
    const review = pick(walk.next, await db.reviews.toArray());
    if (!review || walk.next() < 0.5) return;
    const label = pick(walk.next, ['Rent', 'Noise', 'Light']);
    const made = { codebookId: `own-${review.id}`, codebookVersion: '', influenceId: newId() };
    const quote = `${label} counts.`;
    const tag = newTag({ ...made, reviewId: review.id, newInfluence: { label }, quote });
    await orRefused(() => saveTag(tag), walk);
  },
];
