/** The re-check queue and the ledger in the workspace: worked off by keys, and printed as it is counted. */

import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CodebooksRoom } from '../../entrypoints/workspace/rooms/codebooks/CodebooksRoom';
import type { Codebook, CodebookEdit } from '../../lib/model';
import { closeVersion, createReview, editCodebook, saveCodebook, saveTag } from '../../lib/store';
import { db } from '../../lib/store/db';
import { buttonIn, inRoom, press } from '../support/in-room';
import { ownCodebook } from '../support/own-codebook';
import { facts, newTag, page } from '../unit/store/support';

const room = inRoom();
const OPEN: Codebook = {
  ...ownCodebook({ version: '1' }, { pay: 'Pay', time: 'Time', role: 'Role' }),
  stage: 'open',
};

async function begun(hash: string) {
  await saveCodebook(OPEN);
  const review = await createReview({ name: 'Mine', codebooks: [{ id: 'own', version: '1' }] });
  location.hash = hash;
  return review.id;
}
const edit = async (reviewId: string, one: CodebookEdit) => {
  const ref = (await db.reviews.get(reviewId))?.codebooks[0];
  if (ref) await editCodebook(reviewId, ref, one);
};
const tag = (influenceId: string, quote: string, more: Parameters<typeof newTag>[0] = {}) =>
  saveTag(newTag({ codebookId: 'own', codebookVersion: '1', influenceId, quote, ...more }));
const quote = () => room.host.querySelector('blockquote')?.textContent;
const tags = async () => db.tags.toArray();

test('each tag is shown with the rule as it is and as it was, and one key settles it', async () => {
  const id = await begun('#/codebooks?recheck=1');
  for (const words of ['First.', 'Second.', 'Third.']) await tag('pay', words);
  await edit(id, { edit: 'change', id: 'pay', fields: { exclude: 'Bonuses.' } });
  room.showRoom(CodebooksRoom);
  await expect.poll(quote).toBe('First.');
  expect(room.host.textContent).toContain('rule of what to exclude has changed');
  expect(room.host.querySelector('del')?.textContent).toBe('none');
  await userEvent.keyboard('j');
  await expect.poll(quote).toBe('Second.');
  await userEvent.keyboard('p');
  await expect.poll(quote).toBe('First.');
  await userEvent.keyboard('k');
  await expect.poll(quote).toBe('Second.');
  await userEvent.keyboard('c');
  await expect.poll(quote).toBe('Third.');
  await press('Delete the tag');
  await expect.poll(() => room.host.textContent).toContain('3 tags looked at again');
  const left = (await tags()).map((one) => `${one.codebookVersion} ${one.stance}`);
  expect(left.sort()).toEqual(['2 contrasting', '2 supporting']);
});

test('all of one influence can be kept at once; a deleted influence cannot', async () => {
  const id = await begun('#/codebooks?recheck=1');
  for (const words of ['First.', 'Second.']) await tag('pay', words);
  await tag('time', 'Gone.');
  await edit(id, { edit: 'change', id: 'pay', fields: { definition: 'Money.' } });
  await edit(id, { edit: 'delete', id: 'time', into: null });
  room.showRoom(CodebooksRoom);
  await press('All 2 on “Pay” still hold');
  await expect.poll(quote).toBe('Gone.');
  expect(buttonIn(room.host, /^Still holds/).disabled).toBe(true);
  await userEvent.keyboard('k');
  expect((await tags()).find(({ influenceId }) => influenceId === 'time')?.codebookVersion).toBe(
    '1',
  );
});

test('the shelf tells of tags to look at, and a coder on an earlier version of the frozen one', async () => {
  const id = await begun('#/codebooks');
  await tag('pay', 'First.');
  await edit(id, { edit: 'change', id: 'pay', fields: { definition: 'Money.' } });
  await closeVersion({ id: 'own', version: '2' }, 'frozen');
  room.showRoom(CodebooksRoom);
  await expect.poll(() => room.host.textContent).toContain('1 tag made by a rule that has changed');
  await db.reviews.update(id, { codebooks: [{ id: 'own', version: '1' }] });
  await expect.poll(() => room.host.textContent).toContain('Version 2 is frozen for the team');
});

test('the ledger prints what was made of the framework, with the papers for and against', async () => {
  const id = await begun('#/codebooks?ledger=own');
  const on = (n: number) => page(`https://p.example/${n}`, facts(`10.5555/p${n}`));
  await edit(id, { edit: 'add', id: 'media', fields: { label: 'Media', group: 'Outer' } });
  await tag('media', 'For.', { on: on(1), direction: 'facilitator' });
  await tag('media', 'Against.', { on: on(2), direction: 'barrier' });
  room.showRoom(CodebooksRoom);
  await expect.poll(() => room.host.querySelectorAll('tbody tr').length).toBe(4);
  room.host.querySelector<HTMLElement>('label')?.click();
  await expect.poll(() => room.host.querySelectorAll('tbody tr').length).toBe(1);
  const cells = [...room.host.querySelectorAll('tbody td')].map((one) => one.textContent);
  expect(cells.map((cell) => cell?.replace(/\d{4}-\d\d-\d\d/, 'day'))).toEqual([
    ...['Outer', 'Media', 'new', 'version 1, day', '1', '2', ''],
  ]);
  expect(room.host.querySelectorAll('ol li')).toHaveLength(2);
});
