/** Codebooks are put in use and out of use one by one, in the review as it is by then. */
import { beforeEach, expect, it } from 'vitest';
import { currentReview, ensureReview, putInUse } from '../../../lib/store';
import { emptyStore } from './support';

beforeEach(emptyStore);

it('two changes at once both hold', async () => {
  const { id } = await ensureReview();
  await Promise.all([putInUse(id, 'cfir-2022', true), putInUse(id, 'psw-core', false)]);
  expect((await currentReview())?.codebookIds).toEqual(['cfir-2022']);
});

it('the last one stays in use, and none is in use twice', async () => {
  const { id } = await ensureReview();
  await putInUse(id, 'psw-core', false);
  await putInUse(id, 'psw-core', true);
  expect((await currentReview())?.codebookIds).toEqual(['psw-core']);
});
