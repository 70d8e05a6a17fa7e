/** A backup brought in as the reader's own: one person, before and after, and the same reader again when it is undone. */
import { beforeEach, describe, expect, test } from 'vitest';
import { idOf } from '../../../lib/model';
import {
  ensureReview,
  joinCoders,
  lastUndone,
  nameReader,
  people,
  reader,
  saveTag,
  settings,
  undo,
  whatCanBeUndone,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import {
  asCoder,
  backUp,
  contents,
  emptyStore,
  expectSound,
  newTag,
  PAGE_B,
  restore,
  storeHash,
  withoutMoments,
} from './support';

beforeEach(emptyStore);

const [OLD, NOW] = [idOf('OLD'), idOf('NOW')];
const records = async () => {
  const { steps: _, stamps: __, installation: ___, ...all } = await contents();
  return withoutMoments(all);
};

/** A backup of OLD, and a store in which the reader goes by NOW. */
async function file(): Promise<string> {
  await asCoder('OLD');
  await saveTag(newTag({ on: PAGE_B }));
  const text = await backUp('x');
  await emptyStore();
  await asCoder('NOW');
  return text;
}

describe('an import of one’s own backup', () => {
  test('is what can be undone next; undone, the reader is who it was, and done again, the coder of the backup', async () => {
    const text = await file();
    await saveTag(newTag({ quote: 'My own.' }));
    const before = await records();
    const { eventId } = await restore(text, { as: 'mine' });
    expect((await reader())?.id).toBe(OLD);
    expect((await whatCanBeUndone()).undo?.step.id).toBe(eventId);

    await undo(eventId ?? '');
    expect(await records()).toEqual(before);
    expect((await reader())?.name).toBe('NOW');
    expect(await people()).toMatchObject([{ id: NOW, tags: 1, isReader: true }]);
    expect((await whatCanBeUndone()).undo?.command).toBe('save-tag');

    const again = await lastUndone();
    await undo(again?.id ?? '');
    expect((await reader())?.id).toBe(OLD);
    expect(await people()).toMatchObject([{ id: OLD, tags: 2, isReader: true }]);
    await expectSound();
  });

  test('gives back the coder that made room, too', async () => {
    const text = await file();
    const { eventId } = await restore(text, { as: 'mine' });
    expect(await db.coders.toCollection().primaryKeys()).toEqual([OLD]);
    await undo(eventId ?? '');
    expect(await people()).toMatchObject([{ id: NOW, isReader: true }]);
  });

  test('can be undone where it changed nothing but who the reader is', async () => {
    const text = await file();
    await restore(text);
    const { eventId } = await restore(text, { as: 'mine' });
    expect((await reader())?.id).toBe(OLD);
    await undo(eventId ?? '');
    expect((await reader())?.id).toBe(NOW);
  });

  test('is not undone where the reader has become another coder since', async () => {
    const text = await file();
    await restore(text);
    const { eventId } = await restore(text, { as: 'mine' });
    await asCoder('THIRD');
    await expect(undo(eventId ?? '')).rejects.toMatchObject({ code: 'changed-since' });
    expect((await reader())?.id).toBe(idOf('THIRD'));
  });

  test('leaves what the reader did before it for undo: it is the same person’s', async () => {
    const text = await file();
    await restore(text);
    const { eventId: mine } = await saveTag(newTag({ quote: 'My own.' }));
    await restore(text, { as: 'mine' });
    const { eventId: last } = await saveTag(newTag({ quote: 'The last.' }));
    await undo(last);
    const offered = [];
    for (let next = await whatCanBeUndone(); next.undo; next = await whatCanBeUndone()) {
      offered.push(next.undo.step.id);
      await undo(next.undo.step.id);
      if (next.undo.step.id === mine) break;
    }
    expect(offered).toContain(mine);
    expect(await db.tags.count()).toBe(1);
  });

  test('tells no other store who the reader is here', async () => {
    const { eventId } = await restore(await file(), { as: 'mine' });
    expect((await db.steps.get(eventId ?? ''))?.reader).toEqual({ before: NOW, after: OLD });
    await undo(eventId ?? '');
    const { steps } = JSON.parse(await backUp('x'));
    expect(steps.some((step: object) => 'reader' in step)).toBe(false);
  });

  test('leaves one tag of a sentence on an influence to the one person, the later, and reports it', async () => {
    await asCoder('OLD');
    await ensureReview();
    const start = await backUp('x');
    await saveTag(newTag({ note: 'OLD' }));
    const text = await backUp('x');
    await emptyStore();
    await asCoder('NOW');
    await restore(start);
    for (let i = 0; i < 5; i++) await saveTag(newTag({ quote: `Sentence ${i}.` }));
    await saveTag(newTag({ note: 'NOW' }));
    const summary = await restore(text, { as: 'mine' });
    expect(summary.byKind.joined).toEqual({ tags: 1 });
    expect((await db.tags.toArray()).map(({ note }) => note).filter(Boolean)).toEqual(['NOW']);
    await expectSound();

    const before = await storeHash();
    expect(await restore(text, { as: 'mine' })).toMatchObject({ isKnown: true, eventId: null });
    expect(await storeHash()).toBe(before);

    await undo(summary.eventId ?? '');
    expect(await db.tags.count()).toBe(6);
    await expectSound();
  });

  test('takes all that the reader was joined with along', async () => {
    const text = await file();
    await saveTag(newTag({ quote: 'As NOW.' }));
    await asCoder('JK');
    await saveTag(newTag({ quote: 'As JK.' }));
    await joinCoders(idOf('JK'), NOW);
    await restore(text, { as: 'mine' });
    expect(await people()).toMatchObject([{ id: OLD, tags: 3, isReader: true }]);
  });

  test('keeps the reader’s coder where something other than a tag is that coder’s', async () => {
    const text = await file();
    await asCoder('JK');
    await saveTag(newTag({ quote: 'As JK.' }));
    await joinCoders(idOf('JK'), NOW);
    await asCoder('NOW');
    await restore(text, { as: 'mine' });
    expect(await people()).toMatchObject([{ id: OLD, tags: 2, isReader: true }]);
  });

  test('on a fresh profile: a lost record of the installation is made again with the coder of the backup', async () => {
    const text = await file();
    await settings();
    await restore(text, { as: 'mine' });
    await db.installation.clear();
    await nameReader('Still me');
    expect((await reader())?.id).toBe(OLD);
  });
});

test('an import that joins two tags of one person reports the one that goes', async () => {
  await asCoder('JK');
  await saveTag(newTag({ note: 'JK' }));
  await asCoder('NI');
  await saveTag(newTag({ quote: 'Another.' }));
  const start = await backUp('x');
  await joinCoders(idOf('JK'), idOf('NI'));
  const joined = await backUp('x');
  await emptyStore();
  await restore(start);
  await asCoder('NI');
  await saveTag(newTag({ note: 'NI' }));
  expect((await restore(joined)).byKind).toMatchObject({ removed: {}, joined: { tags: 1 } });
  expect(await db.tags.count()).toBe(2);
});
