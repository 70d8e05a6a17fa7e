/** Another coder's tags and steps are not changed from here, until that coder and the reader are one person. */
import { beforeEach, describe, expect, test } from 'vitest';
import { idOf } from '../../../lib/model';
import {
  changeTag,
  changeTags,
  currentReview,
  deleteTag,
  deleteTags,
  joinCoders,
  moveTag,
  paperState,
  saveTag,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { asCoder, contents, emptyStore, expectSound, newTag, PAGE_A } from './support';

beforeEach(emptyStore);

/** JK has tagged a sentence; NI, who has tagged another one, is the reader. */
async function two() {
  await asCoder('JK');
  const theirs = (await saveTag(newTag({ stance: 'contrasting' }))).tag;
  await asCoder('NI');
  const own = (await saveTag(newTag({ quote: 'Pay did not.' }))).tag;
  return { theirs, own };
}

type Others = { others?: boolean };
const { page, statement } = newTag({ quote: 'Another passage.' });
const WAYS: [
  string,
  (tags: Awaited<ReturnType<typeof two>>, whose?: Others) => Promise<unknown>,
][] = [
  ['changed', ({ theirs }, whose) => changeTag(theirs.id, { stance: 'supporting' }, whose)],
  [
    'changed with others',
    ({ theirs }, whose) => changeTags([theirs.id], { stance: 'supporting' }, whose),
  ],
  ['deleted', ({ theirs }, whose) => deleteTag(theirs.id, whose)],
  ['deleted beside an own one', (t, whose) => deleteTags([t.own.id, t.theirs.id], whose)],
  ['moved', ({ theirs }, whose) => moveTag({ id: theirs.id, page, statement }, whose)],
];

describe('another coder’s tag', () => {
  test.each(WAYS)('is not %s', async (_, way) => {
    const tags = await two();
    const before = await contents();
    await expect(way(tags)).rejects.toMatchObject({ code: 'not-own' });
    expect(await contents()).toEqual(before);
  });

  test.each(WAYS)('is %s where that is asked for', async (_, way) => {
    const tags = await two();
    await way(tags, { others: true });
    expect(await db.tags.get(tags.theirs.id)).not.toEqual(tags.theirs);
    await expectSound();
  });

  test.each(WAYS)('is %s once both are one person', async (_, way) => {
    const tags = await two();
    await joinCoders(idOf('JK'), idOf('NI'));
    await way(tags);
    expect(await db.tags.get(tags.theirs.id)).not.toEqual(tags.theirs);
  });
});

test('among several tags stays as it is, and is counted', async () => {
  const { theirs, own } = await two();
  const done = await changeTags([theirs.id, own.id], { direction: 'barrier' });
  expect(done).toMatchObject({ changed: 1, others: 1 });
  expect(await db.tags.get(theirs.id)).toEqual(theirs);
  expect(await db.tags.get(own.id)).toMatchObject({ direction: 'barrier' });
});

test('a page’s paper counts the reader’s own tags, with the others’ apart', async () => {
  const { theirs } = await two();
  const review = await currentReview();
  const state = () => paperState(PAGE_A, review?.id ?? '');
  expect(await state()).toMatchObject({
    tags: { supporting: 1, contrasting: 0, mentioning: 0 },
    others: [theirs],
  });
  await joinCoders(idOf('JK'), idOf('NI'));
  expect(await state()).toMatchObject({
    tags: { supporting: 1, contrasting: 1, mentioning: 0 },
    others: [],
  });
});
