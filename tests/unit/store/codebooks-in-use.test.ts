/** Codebooks are put in use, out of use and in order one by one, in the review as it is by then. */
import { beforeEach, describe, expect, it } from 'vitest';
import { BUILT_IN_CODEBOOKS } from '../../../lib/codebook';
import {
  currentReview,
  ensureReview,
  moveCodebook,
  putInUse,
  reviewData,
  saveTag,
  tagsByCodebook,
  undo,
  whatCanBeUndone,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { shipped } from '../../support/codebooks';
import { emptyStore, newTag } from './support';

beforeEach(emptyStore);

const inUse = async () => (await currentReview())?.codebooks.map(({ id }) => id);

it('two changes at once both hold', async () => {
  const { id } = await ensureReview();
  await Promise.all([
    putInUse(id, shipped('cfir-2022'), true),
    putInUse(id, shipped('psw-core'), false),
  ]);
  expect((await currentReview())?.codebooks).toEqual([shipped('cfir-2022')]);
});

it('the last one stays in use, and none is in use twice', async () => {
  const { id } = await ensureReview();
  await putInUse(id, shipped('psw-core'), false);
  await putInUse(id, shipped('psw-core'), true);
  expect((await currentReview())?.codebooks).toEqual([shipped('psw-core')]);
});

it.each(BUILT_IN_CODEBOOKS)(
  '$id can be used, and its text is kept with the review',
  async (ref) => {
    const { id } = await ensureReview();
    await putInUse(id, ref, true);
    expect(await inUse()).toContain(ref.id);
    expect((await db.codebooks.get([ref.id, ref.version]))?.influences.length).toBeGreaterThan(0);
  },
);

describe('the order', () => {
  it.each<[string, string, number, string[]]>([
    ['to the front', 'npt', -2, ['npt', 'psw-core', 'nasss']],
    ['back by one', 'psw-core', 1, ['nasss', 'psw-core', 'npt']],
    ['to the end', 'psw-core', 2, ['nasss', 'npt', 'psw-core']],
    ['no further than the end', 'psw-core', 99, ['nasss', 'npt', 'psw-core']],
    ['no further than the front', 'npt', -99, ['npt', 'psw-core', 'nasss']],
    ['by nothing', 'nasss', 0, ['psw-core', 'nasss', 'npt']],
    ['that is not in use: not at all', 'tdf-v2', -1, ['psw-core', 'nasss', 'npt']],
  ])('a codebook moves %s', async (_, codebookId, by, wanted) => {
    const { id } = await ensureReview();
    await putInUse(id, shipped('nasss'), true);
    await putInUse(id, shipped('npt'), true);
    await moveCodebook(id, codebookId, by);
    expect(await inUse()).toEqual(wanted);
  });

  it('two moves at once both count', async () => {
    const { id } = await ensureReview();
    await putInUse(id, shipped('nasss'), true);
    await putInUse(id, shipped('npt'), true);
    await Promise.all([moveCodebook(id, 'npt', -1), moveCodebook(id, 'npt', -1)]);
    expect(await inUse()).toEqual(['npt', 'psw-core', 'nasss']);
  });

  it('that was changed can be undone', async () => {
    const { id } = await ensureReview();
    await putInUse(id, shipped('nasss'), true);
    await moveCodebook(id, 'nasss', -1);
    await undo((await whatCanBeUndone()).undo?.step.id ?? '');
    expect(await inUse()).toEqual(['psw-core', 'nasss']);
  });
});

it('tags under a codebook that is switched off stay, and go on being counted', async () => {
  const tag = newTag();
  await saveTag(tag);
  const review = await currentReview();
  const id = review?.id ?? '';
  const ids = BUILT_IN_CODEBOOKS.map((one) => one.id);
  expect([...(await tagsByCodebook(id, ids))]).toEqual([[tag.codebookId, 1]]);
  await putInUse(id, shipped('npt'), true);
  await putInUse(id, shipped(tag.codebookId), false);
  expect(await inUse()).toEqual(['npt']);
  expect([...(await tagsByCodebook(id, ids))]).toEqual([[tag.codebookId, 1]]);
  const data = await reviewData(id);
  expect(data?.tags).toHaveLength(1);
  expect(data?.codebooks.map((one) => one.id)).toEqual(['npt', tag.codebookId]);
});
