/** What an edit, its undo, a file or a merge must not do to tags: leave them without a name, or change the words under them. */
import { beforeEach, describe, expect, test } from 'vitest';

import type { Codebook, Review } from '../../../lib/model';
import { newId } from '../../../lib/model';
import {
  beginCodebook,
  closeVersion,
  copyCodebook,
  createReview,
  editCodebook,
  ensureReview,
  recheckTags,
  restore as restoreRecords,
  saveCodebook,
  saveTag,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { readRecords } from '../../support/read-records';
import { begun, edit, inUse, queue, tagged, text, V1 } from './own-review';
import { backUp, emptyStore, expectSound, newTag, restore } from './support';

beforeEach(emptyStore);

/** Tags whose influence no text of their version has. */
async function nameless(): Promise<string[]> {
  const books = await db.codebooks.toArray();
  const tags = await db.tags.toArray();
  return tags.flatMap(({ codebookId, codebookVersion, influenceId }) => {
    const book = books.find((one) => one.id === codebookId && one.version === codebookVersion);
    return book?.influences.some(({ id }) => id === influenceId) ? [] : [influenceId];
  });
}
const DEFINED = { edit: 'change', id: 'pay', fields: { definition: 'Money.' } } as const;

describe('undo', () => {
  test('of an added influence is refused once something else is tagged with it', async () => {
    const review = await begun();
    const { eventId } = await edit(review, { edit: 'add', id: 'new', fields: { label: 'New' } });
    await tagged(review, 'new');
    await expect(undo(eventId)).rejects.toMatchObject({ code: 'changed-since' });
    expect(await nameless()).toEqual([]);
  });

  test('of changed words is refused once something is tagged by them', async () => {
    const review = await begun();
    const { eventId } = await edit(review, DEFINED);
    await tagged(review, 'pay');
    await expect(undo(eventId)).rejects.toMatchObject({ code: 'changed-since' });
    expect((await text()).influences[0]?.definition).toBe('Money.');
  });

  test('of the tag that made an influence leaves that to the other tags on it, and the codebook in use', async () => {
    const review = await ensureReview();
    const made = { codebookId: 'mine', codebookVersion: '', influenceId: newId() };
    const first = await saveTag(newTag({ ...made, newInfluence: { label: 'Rent' } }));
    await saveTag(newTag({ ...made, codebookVersion: '1', quote: 'Rent again.' }));
    await undo(first.eventId);
    expect(await db.tags.count()).toBe(1);
    expect(await nameless()).toEqual([]);
    expect((await db.reviews.get(review.id))?.codebooks.map(({ id }) => id)).toContain('mine');
    await expectSound();
  });
});

describe('a file of a codebook that is here', () => {
  const file = (words: string) =>
    JSON.stringify({
      format: 'bearing-codebook',
      version: 1,
      codebook: { ...V1, influences: V1.influences.map((one) => ({ ...one, definition: words })) },
    });
  async function imported(words: string) {
    const read = readRecords(file(words));
    if (!read.ok) throw new Error(read.problem);
    await restoreRecords(read.records, read.rejected);
  }

  test('comes in as the next version; the one that tags were made under keeps its words', async () => {
    await imported('First.');
    const review = await createReview({ name: 'M', codebooks: [{ id: 'own', version: '1' }] });
    await tagged(review, 'pay');
    for (const words of ['Alpha.', 'Zeta.']) await imported(words);
    expect((await text()).influences[0]?.definition).toBe('First.');
    expect((await text('2')).influences[0]?.definition).toBe('Alpha.');
    expect((await text('2')).basedOn).toEqual({ id: 'own', version: '1' });
    expect((await text('3')).influences[0]?.definition).toBe('Zeta.');
    await imported('First.');
    expect(await db.codebooks.where('id').equals('own').count()).toBe(3);
    await expectSound();
  });
});

describe('merging', () => {
  test('a version that was closed elsewhere still takes in what a tag here is on', async () => {
    const review = await begun();
    const shared = await backUp('x');
    await edit(review, { edit: 'add', id: 'mine', fields: { label: 'Mine' } });
    await tagged(review, 'mine');
    const mine = await backUp('x');
    await emptyStore();
    await restore(shared);
    await edit(review, { edit: 'add', id: 'other', fields: { label: 'Other' } });
    await closeVersion({ id: 'own', version: '1' }, 'saved');
    const theirs = await backUp('x');
    for (const order of [
      [mine, theirs],
      [theirs, mine],
    ]) {
      await emptyStore();
      for (const one of order) await restore(one as string);
      expect(await nameless()).toEqual([]);
      await expectSound();
    }
  });

  test('an influence that was merged away elsewhere stays where a tag here is on it', async () => {
    const review = await begun();
    const shared = await backUp('x');
    await tagged(review, 'pay');
    const mine = await backUp('x');
    await emptyStore();
    await restore(shared);
    await edit(review, { edit: 'merge', ids: ['pay'], into: 'time' });
    await restore(mine);
    expect(await nameless()).toEqual([]);
    await expectSound();
  });
});

describe('the queue', () => {
  test('a tag on what is gone is not kept by a changed stance', async () => {
    const review = await begun();
    const tag = await tagged(review, 'pay');
    await edit(review, { edit: 'delete', id: 'pay', into: null });
    const wanted = recheckTags([tag.id], { stance: 'contrasting' });
    await expect(wanted).rejects.toMatchObject({ code: 'no-influence' });
    expect(await queue(review)).toEqual([['pay', 'gone']]);
    expect(await nameless()).toEqual([]);
  });

  test.each<[string, (review: Review, other: string) => Promise<unknown>]>([
    ['a merge', (review) => edit(review, { edit: 'merge', ids: ['pay'], into: 'role' })],
    ['a move', (review, to) => edit(review, { edit: 'move-out', id: 'pay', to })],
    [
      'a copy in its place',
      async (review) =>
        copyCodebook(review.id, await inUse(review), { name: 'Ours', instead: true }),
    ],
  ])('a tag that waits is not lost from it by %s', async (_, change) => {
    const review = await begun();
    const { book } = await beginCodebook(review.id, 'Other');
    await tagged(review, 'pay');
    for (const id of ['pay', 'role']) await edit(review, { ...DEFINED, id });
    await change(review, book.id);
    expect((await queue(review)).map(([, why]) => why)).toEqual(['moved']);
  });

  test('follows versions that are named in words', async () => {
    const named = (version: string, more: Partial<Codebook>): Codebook => ({
      ...V1,
      ...{ version, stage: 'saved' },
      ...more,
    });
    await saveCodebook(named('spring 2024', {}));
    const influences = V1.influences.map((one) => ({ ...one, definition: 'Other.' }));
    const basedOn = { id: 'own', version: 'spring 2024' };
    await saveCodebook(named('autumn 2024', { influences, basedOn }));
    const codebooks = [{ id: 'own', version: 'autumn 2024' }];
    const review = await createReview({ name: 'M', codebooks });
    await tagged(review, 'pay', { codebookVersion: 'spring 2024' });
    expect(await queue(review)).toEqual([['pay', 'changed']]);
  });
});

test('an edit of what another tab has left behind is made in the version in use', async () => {
  const review = await begun();
  await closeVersion({ id: 'own', version: '1' }, 'saved');
  await edit(review, { edit: 'add', id: 'new', fields: { label: 'New' } });
  const stale = { id: 'own', version: '1' };
  await editCodebook(review.id, stale, { edit: 'cue', id: 'pay', cue: 'wage' });
  const { version } = await inUse(review);
  expect((await text(version)).influences.map(({ id }) => id)).toContain('new');
});

test('a version whose number cannot be counted on has a next one', async () => {
  await saveCodebook({ ...V1, version: '1.9007199254740992', stage: 'saved' });
  const codebooks = [{ id: 'own', version: '1.9007199254740992' }];
  const review = await createReview({ name: 'M', codebooks });
  const done = await edit(review, { edit: 'cue', id: 'pay', cue: 'wage' });
  expect(done.book.version).toBe('1.9007199254740992.1');
});

test('two of "not reported" for one thing become one', async () => {
  const review = await begun();
  const { paperId, coderId, createdAt } = await tagged(review, 'role');
  for (const influenceId of ['pay', 'time'])
    await db.assessments.add({
      ...{ id: newId(), reviewId: review.id, paperId, coderId, createdAt },
      ...{ codebookId: 'own', influenceId, outcome: 'not-reported' },
    });
  await edit(review, { edit: 'merge', ids: ['pay'], into: 'time' });
  expect(await db.assessments.toArray()).toMatchObject([{ influenceId: 'time' }]);
});
