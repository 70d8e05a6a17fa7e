/** What is asked about a record that is gone: refused with a sentence that names it, and nothing is written. */
import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../lib/model';
import {
  addPaper,
  changeNumberKeys,
  changeReview,
  changeTag,
  deleteReview,
  deleteTag,
  dismiss,
  ensureReview,
  forgetHistory,
  joinCoders,
  moveTag,
  placePaper,
  putInUse,
  reader,
  repair,
  retarget,
  saveTag,
  undo,
  unlistPaper,
} from '../../../lib/store';
import { contents, emptyStore, newTag, PAGE_A } from './support';

beforeEach(emptyStore);

const GONE = newId();
const { page, statement } = newTag({ on: PAGE_A, quote: 'Elsewhere.' });
const own = async () => (await reader())?.id ?? '';
const ASKED: [what: string, name: string, ask: () => Promise<unknown>][] = [
  ['deleting a review', 'review', () => deleteReview(GONE)],
  ['renaming a review', 'review', () => changeReview(GONE, { name: 'x' })],
  ['number keys', 'review', () => changeNumberKeys(GONE, (keys) => keys)],
  [
    'a codebook for a review',
    'review',
    () => putInUse(GONE, { id: 'psw-core', version: '1' }, true),
  ],
  ['listing a paper', 'review', () => addPaper(PAGE_A, GONE, { progress: 'read' })],
  [
    'taking a paper off a list',
    'reading list entry',
    async () => unlistPaper((await ensureReview()).id, GONE),
  ],
  [
    'placing a paper',
    'paper',
    async () => placePaper((await ensureReview()).id, GONE, { progress: 'read' }),
  ],
  ['joining a coder', 'coder', async () => joinCoders(GONE, await own())],
  ['joining with a coder', 'coder', async () => joinCoders(await own(), GONE)],
  ['changing a tag', 'tag', () => changeTag(GONE, { note: 'x' })],
  ['deleting a tag', 'tag', () => deleteTag(GONE)],
  ['moving a tag', 'tag', () => moveTag({ id: GONE, page, statement })],
  ['choosing a statement anew', 'statement', () => retarget(GONE, statement.target)],
  ['undoing a step', 'step', () => undo(GONE)],
  ['forgetting up to a step', 'step', () => forgetHistory(GONE)],
  ['repairing what was set aside', 'record', () => repair(GONE, {})],
  ['dismissing what was set aside', 'record', () => dismiss([GONE])],
];

test.each(ASKED)('%s: "This %s is no longer in Bearing."', async (_, name, ask) => {
  await saveTag(newTag());
  const before = await contents();
  await expect(ask()).rejects.toMatchObject({
    code: 'not-found',
    message: `This ${name} is no longer in Bearing. Nothing was changed.`,
  });
  expect(await contents()).toEqual(before);
});
