/** The number keys of a review over time: saves, two tabs, codebooks, older reviews, backups. */

import { beforeEach, describe, expect, test } from 'vitest';
import { influencesOf as indexOf } from '../../../lib/codebook';
import { Codebook, type Review, type Stamp } from '../../../lib/model';
import {
  changeNumberKeys,
  changeReview,
  changeTag,
  createReview,
  dealMissingNumberKeys,
  deleteTag,
  ensureReview,
  numberKeysOf,
  saveTag,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { codebooksOf } from '../../../lib/store/write/codebooks';
import { withNumberKey } from '../../../lib/tagging';
import { shipped } from '../../support/codebooks';
import {
  backUp,
  changesOf,
  contents,
  emptyStore,
  expectSound,
  newTag,
  PAGE_B,
  restore,
} from './support';

beforeEach(emptyStore);

const SHORT = Codebook.parse({
  id: 'short',
  name: 'Short',
  version: '1',
  kind: 'own',
  builtIn: false,
  complete: true,
  source: { citation: 'ours' },
  influences: ['one', 'two'].map((id) => ({ id, label: id, definition: '' })),
});
const CFIR = 'cfir-2022';
const PSW = 'psw-core';
const refs = (...ids: string[]) =>
  ids.map((id) => (id === 'short' ? { id, version: '1' } : shipped(id)));

async function stored(id: string): Promise<Review> {
  const review = await db.reviews.get(id);
  if (!review) throw new Error('no such review');
  return review;
}

/** What the nine keys of a review mean. */
async function keys(id: string): Promise<(string | null)[]> {
  return (await numberKeysOf(await stored(id))).map((ref) => ref?.influenceId ?? null);
}

async function influencesOf(codebookId: string): Promise<string[]> {
  const books = await codebooksOf({ codebooks: refs(codebookId) });
  return indexOf(books).all.map((one) => one.influenceId);
}

const save = (influenceId: string, codebookId = PSW) =>
  saveTag(newTag({ influenceId, codebookId, quote: `On ${influenceId}.` }));

/** A review with a short codebook first, so that all but two keys come from CFIR. */
async function shortReview(): Promise<Review> {
  await db.codebooks.put(SHORT);
  return createReview({ name: 'Short', codebooks: refs('short') });
}

describe('until the first tag', () => {
  test('the keys follow the codebooks in use, and nothing is written', async () => {
    const { id } = await ensureReview();
    expect(await keys(id)).toEqual((await influencesOf(PSW)).slice(0, 9));
    await changeReview(id, { codebooks: refs(CFIR) });
    expect(await keys(id)).toEqual((await influencesOf(CFIR)).slice(0, 9));
    expect((await stored(id)).numberKeys).toBeUndefined();
  });
});

describe('with the first tag', () => {
  test('the keys are kept as they were shown, whichever influence was tagged', async () => {
    const { id } = await ensureReview();
    const before = await keys(id);
    await save('psw.stigma');
    expect(await keys(id)).toEqual(before);
    expect((await stored(id)).numberKeys).toHaveLength(9);
    await expectSound();
  });

  test('they no longer follow the codebooks', async () => {
    const { id } = await ensureReview();
    await save('psw.pay');
    const before = await keys(id);
    await changeReview(id, { codebooks: refs(CFIR) });
    expect(await keys(id)).toEqual(before);
    await changeReview(id, { codebooks: refs(CFIR, PSW) });
    expect(await keys(id)).toEqual(before);
  });

  test('undoing or deleting it leaves them', async () => {
    const { id } = await ensureReview();
    const before = await keys(id);
    const { eventId } = await save('psw.stigma');
    await undo(eventId);
    const { tag } = await save('psw.policy');
    await deleteTag(tag.id);
    expect(await keys(id)).toEqual(before);
  });
});

describe('free keys', () => {
  test('go to influences as they are used for the first time, from the lowest', async () => {
    const { id } = await shortReview();
    await save('two', 'short');
    expect(await keys(id)).toEqual(['one', 'two', ...Array(7).fill(null)]);
    await changeReview(id, { codebooks: refs('short', PSW) });
    await save('psw.pay');
    const { tag } = await save('psw.stigma');
    await save('psw.pay');
    expect((await keys(id)).slice(0, 5)).toEqual(['one', 'two', 'psw.pay', 'psw.stigma', null]);
    await changeTag(tag.id, { codebookId: PSW, influenceId: 'psw.policy' });
    expect((await keys(id)).slice(3, 6)).toEqual(['psw.stigma', 'psw.policy', null]);
  });

  test('two tabs that save at once get two', async () => {
    const { id } = await shortReview();
    await changeReview(id, { codebooks: refs('short', PSW) });
    await changeNumberKeys(id, () => []);
    const used = ['psw.pay', 'psw.stigma', 'psw.policy', 'psw.hr', 'psw.funding'];
    await Promise.all(used.map((one) => save(one)));
    expect((await keys(id)).slice(0, 6).sort()).toEqual([...used, null].sort());
    await expectSound();
  });

  test('two tabs whose first saves meet keep what both had shown', async () => {
    const { id } = await ensureReview();
    const before = await keys(id);
    await Promise.all(['psw.stigma', 'psw.policy', 'psw.pay'].map((one) => save(one)));
    expect(await keys(id)).toEqual(before);
  });

  test('do not go to an influence that no codebook of the review has', async () => {
    const { id } = await shortReview();
    await save('made-up', 'short');
    await save('psw.pay');
    expect(await keys(id)).toEqual(['one', 'two', ...Array(7).fill(null)]);
  });
});

test('a tag that cannot be saved takes no key', async () => {
  const { id } = await shortReview();
  const before = await contents();
  await expect(
    saveTag({
      ...newTag({ codebookId: 'short', influenceId: 'one' }),
      statement: { quote: '' },
    } as never),
  ).rejects.toThrow();
  expect(await contents()).toEqual(before);
  expect((await stored(id)).numberKeys).toBeUndefined();
});

test('the reader’s change is made to the keys as they are when it is carried out, and is in history', async () => {
  const { id } = await shortReview();
  await changeReview(id, { codebooks: refs('short', PSW) });
  await save('one', 'short');
  await changeNumberKeys(id, (now) =>
    withNumberKey(now, 0, { codebookId: 'short', influenceId: 'two' }),
  );
  expect((await keys(id)).slice(0, 3)).toEqual(['two', 'one', 'psw.culture']);
  const changes = await changesOf('reviews');
  expect(changes.map((c) => (c.after as Review).numberKeys?.[0]?.influenceId)).toContain('two');
});

describe('a review from before there were number keys', () => {
  async function older(): Promise<string> {
    const { id } = await ensureReview();
    for (const one of ['psw.stigma', 'psw.pay']) await save(one);
    await saveTag(newTag({ on: PAGE_B, influenceId: 'psw.stigma' }));
    // Two tags of one millisecond have no order.
    for (const [at, tag] of (await db.tags.toArray()).entries()) {
      const first = tag.influenceId === 'psw.pay' ? 1 : 2;
      await db.tags.update(tag.id, { createdAt: `2026-01-0${first}T00:00:0${at}.000Z` });
    }
    const { numberKeys: _, ...review } = await stored(id);
    await db.reviews.put(review);
    return id;
  }

  test('is dealt once, first used first, and keeps that when its tags go', async () => {
    const id = await older();
    await dealMissingNumberKeys();
    const dealt = await keys(id);
    expect(dealt.slice(0, 4)).toEqual([
      'psw.pay',
      'psw.stigma',
      'psw.culture',
      'psw.training-peers',
    ]);
    for (const tag of await db.tags.toArray()) await deleteTag(tag.id);
    await dealMissingNumberKeys();
    expect(await keys(id)).toEqual(dealt);
  });

  test('is dealt when it comes from a backup', async () => {
    const id = await older();
    const text = await backUp('Bearing test');
    await emptyStore();
    await restore(text);
    expect((await stored(id)).numberKeys?.[0]?.influenceId).toBe('psw.pay');
    const once = await contents();
    await restore(text);
    expect(await contents()).toEqual(once);
  });
});

/** A file that a test may edit. */
function withoutSums(text: string) {
  const { sums: _, ...file } = JSON.parse(text);
  return file;
}

describe('a backup', () => {
  test('holds the keys, and brings them to an empty store', async () => {
    const { id } = await ensureReview();
    await save('psw.pay');
    await changeNumberKeys(id, (now) => withNumberKey(now, 4, null));
    const before = await keys(id);
    const text = await backUp('Bearing test');
    await emptyStore();
    await restore(text);
    expect(await keys(id)).toEqual(before);
  });

  test.each(['older', 'newer'])(
    'an %s copy of the review does not move the keys here',
    async (age) => {
      const { id } = await ensureReview();
      await save('psw.pay');
      const file = withoutSums(await backUp('Bearing test'));
      const [review] = file.reviews;
      review.numberKeys.reverse();
      review.name = 'Theirs';
      const stamp = file.stamps.find((s: Stamp) => s.table === 'reviews');
      stamp.counter = age === 'newer' ? 99 : 0;
      const before = await keys(id);
      await restore(JSON.stringify(file));
      expect(await keys(id)).toEqual(before);
      expect((await stored(id)).name === 'Theirs').toBe(age === 'newer');
      const once = await contents();
      await restore(JSON.stringify(file));
      expect(await contents()).toEqual(once);
    },
  );

  test('keys that only the other copy has fill the free ones here', async () => {
    const { id } = await shortReview();
    await save('one', 'short');
    const file = withoutSums(await backUp('Bearing test'));
    file.reviews[0].numberKeys[5] = { codebookId: PSW, influenceId: 'psw.pay' };
    await restore(JSON.stringify(file));
    expect((await keys(id))[5]).toBe('psw.pay');
  });
});
