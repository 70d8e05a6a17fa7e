/** Codebooks are put in use and out of use one by one, in the review as it is by then. */
import { beforeEach, expect, it } from 'vitest';
import { currentReview, ensureReview, putInUse } from '../../../lib/store';
import { shipped } from '../../support/codebooks';
import { emptyStore } from './support';

beforeEach(emptyStore);

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
