/** A database that an update has closed under a page: whatever is asked of it is refused with the sentence for that. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { asProblem, newId } from '../../../lib/model';
import {
  beginOpening,
  changeSettings,
  contents,
  isLargeStep,
  listReviews,
  previewRestore,
  restore,
  saveTag,
  sweep,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { readRecords } from '../../support/read-records';
import { backUp, emptyStore, newTag } from './support';

let text = '';
beforeEach(async () => {
  await db.open();
  await emptyStore();
  await saveTag(newTag());
  text = await backUp('x');
  db.close();
});
afterEach(() => db.open());

function read() {
  const file = readRecords(text);
  if (!file.ok) throw new Error(file.problem);
  return file;
}

const ASKED: [string, () => Promise<unknown>][] = [
  ['saving a tag', () => saveTag(newTag())],
  ['changing the settings', () => changeSettings({ showTagsOnOpen: false })],
  ['undo', () => undo(newId())],
  ['the size of a step', () => isLargeStep(newId())],
  ['a backup', () => contents()],
  ['the preview of an import', () => previewRestore(read().records)],
  ['an import', () => restore(read().records)],
  ['the sweep', () => sweep()],
];
test.each(ASKED)('%s', async (_, ask) => {
  // As every surface shows it.
  const shown = ask().catch((error) => Promise.reject(asProblem(error)));
  await expect(shown).rejects.toMatchObject({
    code: 'closed',
    message: expect.stringContaining('Reload the page, then try again.'),
  });
});

test('an import of a file of which nothing was rejected sets nothing aside', async () => {
  await db.open();
  await emptyStore();
  expect(await previewRestore(read().records)).toMatchObject({ quarantined: [] });
  expect(await restore(read().records)).toMatchObject({ quarantined: [] });
  expect(await db.quarantine.count()).toBe(0);
});

test('once it is asked to, it opens before anything is read', async () => {
  beginOpening();
  await vi.waitFor(() => expect(db.isOpen()).toBe(true));
  expect(await listReviews()).toHaveLength(1);
});
