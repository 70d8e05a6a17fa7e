/** One undo for everything a reader does, over sessions and surfaces. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  changeReview,
  changeSettings,
  changeTag,
  correctPaper,
  createReview,
  deleteReview,
  deleteTag,
  ensureReview,
  lastStep,
  lastUndone,
  nameReader,
  placePaper,
  saveTag,
  settings,
  undo,
  unlistPaper,
  whatCanBeUndone,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import type { Scope } from '../../../lib/store/steps';
import { shipped } from '../../support/codebooks';
import {
  asCoder,
  contents,
  emptyStore,
  expectSound,
  newTag,
  PAGE_A,
  PAGE_B,
  withoutMoments,
} from './support';

beforeEach(emptyStore);

const back = async (scope: Scope = {}) => undo((await lastStep(scope))?.id ?? '');
const again = async (scope: Scope = {}) => undo((await lastUndone(scope))?.id ?? '');
const records = async () => {
  const { steps: _, stamps: __, installation: ___, ...all } = await contents();
  return withoutMoments(all);
};

describe('the last step', () => {
  test('of everything a reader does is taken back, one by one, and done again', async () => {
    const deeds: (() => Promise<unknown>)[] = [
      () => createReview({ name: 'Mine', codebooks: [shipped('psw-core')] }),
      () => saveTag(newTag({ influenceId: 'psw.pay' })),
      async () => changeTag((await db.tags.toArray())[0]?.id ?? '', { note: 'n' }),
      async () => {
        const [listed] = await db.reviewPapers.toArray();
        await placePaper(listed?.reviewId ?? '', listed?.paperId ?? '', { progress: 'read' });
      },
      () => correctPaper(PAGE_A, { year: 1999 }),
      async () => changeReview((await ensureReview()).id, { question: 'Why?' }),
      () => changeSettings({ showTagsOnOpen: false }),
      () => nameReader('NI'),
      async () => deleteTag((await db.tags.toArray())[0]?.id ?? ''),
      () => saveTag(newTag({ on: PAGE_B, influenceId: 'psw.pay' })),
      async () => {
        const [, listed] = await db.reviewPapers.toArray();
        await unlistPaper(listed?.reviewId ?? '', listed?.paperId ?? '');
      },
      async () => deleteReview((await ensureReview()).id),
    ];
    await changeSettings({ showTagsOnOpen: true });
    const states = [await records()];
    for (const deed of deeds) {
      await deed();
      states.push(await records());
    }
    for (let i = deeds.length - 1; i >= 0; i--) {
      await back();
      expect(await records(), `deed ${i} is taken back`).toEqual(states[i]);
    }
    for (let i = 1; i <= deeds.length; i++) {
      await again();
      expect(await records(), `deed ${i - 1} is done again`).toEqual(states[i]);
    }
    expect(await lastUndone()).toBeUndefined();
    await expectSound();
  });

  test('can be one on a paper, whatever was done elsewhere since', async () => {
    const a = await saveTag(newTag());
    await saveTag(newTag({ on: PAGE_B }));
    await changeSettings({ showTagsOnOpen: false });
    await back({ paperIds: [a.paper.id] });
    expect(await db.tags.get(a.tag.id)).toBeUndefined();
    expect(await db.tags.count()).toBe(1);
    expect((await settings()).showTagsOnOpen).toBe(false);
  });

  test('is the reader’s own, never another coder’s', async () => {
    await asCoder('NI');
    await saveTag(newTag());
    await asCoder('JK');
    expect((await lastStep())?.command).toBe('rename-coder');
    await back();
    expect(await lastStep()).toBeUndefined();
  });

  test('that was taken back cannot be done again once something else was done', async () => {
    await saveTag(newTag());
    await back();
    expect(await lastUndone()).toBeDefined();
    await saveTag(newTag({ on: PAGE_B }));
    expect(await lastUndone()).toBeUndefined();
  });

  test('that was taken back long after it was made can be done again: more steps lie between than are read at a time', async () => {
    const { eventId, tag } = await saveTag(newTag());
    for (let i = 0; i < 130; i++) await changeSettings({ showTagsOnOpen: i % 2 === 0 });
    await undo(eventId);
    expect((await whatCanBeUndone()).undo?.command).toBe('change-settings');
    expect((await whatCanBeUndone()).redo?.command).toBe('save-tag');
    await again();
    expect(await db.tags.get(tag.id)).toBeDefined();
    expect((await whatCanBeUndone()).redo).toBeUndefined();
  });
});

describe('what has changed since is said in a sentence, and nothing happens', () => {
  test('a tag that was changed', async () => {
    const { eventId, tag } = await saveTag(newTag());
    await changeTag(tag.id, { note: 'later' });
    const before = await contents();
    await expect(undo(eventId)).rejects.toThrow(
      'This tag has been changed since, so the step was not taken back.',
    );
    expect(await contents()).toEqual(before);
  });

  test('a review that holds a paper by now', async () => {
    const { id } = await createReview({ name: 'Mine', codebooks: [shipped('psw-core')] });
    const step = await lastStep();
    await saveTag(newTag({ reviewId: id, influenceId: 'no.key' }));
    const { numberKeys: _, ...review } = (await db.reviews.get(id)) ?? {};
    expect(review).toBeDefined();
    await expect(undo(step?.id ?? '')).rejects.toMatchObject({ code: 'changed-since' });
  });
});
