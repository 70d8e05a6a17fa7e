/** The store on a real IndexedDB: transactions there end by themselves, which no imitation shows quite alike. */
import { Dexie } from 'dexie';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  changeTag,
  correctPaper,
  deleteTag,
  lastInfluence,
  mapInput,
  reviewData,
  saveTag,
  setAsideBy,
  sweep,
  undo,
} from '../../lib/store';
import { db } from '../../lib/store/db';
import {
  backUp,
  contents,
  emptyStore,
  expectSound,
  newTag,
  PAGE_A,
  PAGE_B,
  restore,
} from '../unit/store/support';

beforeEach(emptyStore);
afterAll(() => Dexie.delete('bearing'));

test('a tag, its change, its deletion and both taken back', async () => {
  const { tag } = await saveTag(newTag({ note: 'n' }));
  const changed = await changeTag(tag.id, { influenceId: 'pay' });
  const { eventId } = await deleteTag(tag.id);
  await expectSound();
  await undo(eventId);
  expect(await db.tags.get(tag.id)).toMatchObject({ influenceId: 'pay', note: 'n' });
  await undo(changed.eventId);
  const { updatedAt, ...same } = tag;
  expect(await db.tags.get(tag.id)).toMatchObject(same);
  expect((await db.tags.get(tag.id))?.updatedAt.localeCompare(updatedAt)).toBe(1);
  await expect(undo(changed.eventId)).rejects.toMatchObject({ code: 'changed-since' });
  await expectSound();
});

test('tags saved at once, two of them the same request', async () => {
  const same = newTag({ influenceId: 'same' });
  await Promise.all([
    saveTag(same),
    saveTag(same),
    ...Array.from({ length: 20 }, (_, i) => saveTag(newTag({ influenceId: `i${i}` }))),
  ]);
  expect(await db.tags.count()).toBe(21);
  expect(await db.reviews.count()).toBe(1);
  expect(await db.papers.count()).toBe(1);
  await expectSound();
});

test('tags saved through two connections, as by the background and an extension page', async () => {
  const { BearingDatabase } = await import('../../lib/store/db');
  const { tag } = await saveTag(newTag());
  const other = new BearingDatabase();
  await Promise.all([
    changeTag(tag.id, { note: 'mine' }),
    other.transaction('rw', other.tags, async () => {
      const theirs = await other.tags.get(tag.id);
      if (theirs) await other.tags.put({ ...theirs, direction: 'both' });
    }),
  ]);
  expect(await db.tags.get(tag.id)).toMatchObject({ note: 'mine', direction: 'both' });
  other.close();
});

test('a correction that joins two papers', async () => {
  await saveTag(newTag({ on: PAGE_B }));
  await saveTag(newTag({ influenceId: 'pay' }));
  await correctPaper(PAGE_A, { doi: '10.5555/b' });
  expect(await db.statements.count()).toBe(1);
  await expectSound();
});

test('a backup restored into an empty store, and again', async () => {
  await saveTag(newTag());
  await saveTag(newTag({ on: PAGE_B, quote: 'Another one.' }));
  const [text, before] = [await backUp('x'), await contents()];
  await emptyStore();
  await restore(text, { as: 'mine' });
  const once = await contents();
  for (const table of ['papers', 'statements', 'tags', 'tallySheets', 'reviewPapers', 'reviews'])
    expect(once[table], table).toEqual(before[table]);
  expect(await restore(text)).toMatchObject({ added: 0, renewed: 0, quarantined: [] });
  expect(await contents()).toEqual(once);
});

test('a sweep, and what the surfaces read', async () => {
  const { tag } = await saveTag(newTag());
  await saveTag(newTag({ on: PAGE_B, influenceId: 'pay' }));
  await db.tags.update(tag.id, { stance: 'sideways' as never });
  expect(setAsideBy(await sweep())).toBe(1);
  const input = await mapInput();
  expect(input?.sheets).toHaveLength(1);
  expect((await reviewData(input?.review.id ?? ''))?.tags).toHaveLength(1);
  expect(await lastInfluence(input?.review.id ?? '')).toMatchObject({ influenceId: 'pay' });
  await expectSound();
});

describe('a transaction that breaks leaves nothing', () => {
  test.each(['tags', 'tallySheets', 'steps'])('at %s', async (name) => {
    const fail = () => {
      throw new Error('pulled the plug');
    };
    db.table(name).hook('creating', fail);
    await expect(saveTag(newTag())).rejects.toMatchObject({ code: 'failed' });
    db.table(name).hook('creating').unsubscribe(fail);
    for (const [t, records] of Object.entries(await contents())) expect(records, t).toEqual([]);
  });
});
