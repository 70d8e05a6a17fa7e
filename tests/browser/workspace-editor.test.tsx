/** The editor of a codebook: by keyboard alone, with what is typed kept, and the tags' way asked before they move. */

import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CodebooksRoom } from '../../entrypoints/workspace/rooms/codebooks/CodebooksRoom';
import type { Codebook } from '../../lib/model';
import { createReview, editCodebook, saveCodebook, saveTag } from '../../lib/store';
import { db } from '../../lib/store/db';
import { button, inRoom, press, type } from '../support/in-room';
import { ownCodebook } from '../support/own-codebook';
import { newTag } from '../unit/store/support';

const room = inRoom();
const OPEN: Codebook = {
  ...ownCodebook({ version: '1' }, { pay: 'Pay', time: 'Time', role: 'Role' }),
  stage: 'open',
};
const items = () => [...room.host.querySelectorAll<HTMLElement>('[role=treeitem]')];
const labels = () => items().map((one) => one.querySelector('[dir=auto]')?.textContent);
const levels = () => items().map((one) => Number(one.getAttribute('aria-level')));
const chosen = () => room.host.querySelector('[aria-selected=true] [dir=auto]')?.textContent;
const field = (label: string) =>
  [...room.host.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].find(
    (one) => [...(one.labels ?? [])].some((words) => words.textContent?.startsWith(label)),
  ) as HTMLInputElement;
const text = async (version = '1') => (await db.codebooks.get(['own', version])) as Codebook;
const tag = (influenceId: string, quote: string) =>
  saveTag(newTag({ codebookId: 'own', codebookVersion: '1', influenceId, quote }));

beforeEach(async () => {
  await saveCodebook(OPEN);
  await createReview({ name: 'Mine', codebooks: [{ id: 'own', version: '1' }] });
  location.hash = '#/codebooks?edit=own';
  room.showRoom(CodebooksRoom);
  await expect.poll(() => items().length).toBe(3);
  items()[0]?.focus();
});

test('new influences one after the other, each with n, its label and Enter', async () => {
  for (const label of ['Rent', 'Noise']) {
    await userEvent.keyboard(`n${label}{Enter}`);
    await expect.poll(chosen).toBe(label);
    await expect.poll(() => document.activeElement?.textContent).toContain(label);
  }
  expect(labels()).toEqual(['Pay', 'Rent', 'Noise', 'Time', 'Role']);
  await userEvent.keyboard('NHeat{Enter}');
  await expect.poll(labels).toEqual(['Pay', 'Rent', 'Noise', 'Heat', 'Time', 'Role']);
  expect(levels()).toEqual([1, 1, 1, 2, 1, 1]);
  expect((await text()).influences.map(({ label }) => label)).toEqual(labels());
});

test('the arrow keys choose; with Alt they move, and the focus goes along', async () => {
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(chosen).toBe('Time');
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await expect.poll(labels).toEqual(['Time', 'Pay', 'Role']);
  await userEvent.keyboard('{End}{Alt>}{ArrowRight}{/Alt}');
  await expect.poll(levels).toEqual([1, 1, 2]);
  expect(document.activeElement?.textContent).toContain('Role');
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await expect.poll(levels).toEqual([1, 1, 1]);
});

test('what is typed waits on its influence until it is saved, and the form tells what saving will do', async () => {
  await tag('pay', 'Pay helped.');
  type(field('Exclude'), 'Bonuses');
  await expect.poll(() => room.host.textContent).toContain('makes the next version');
  items()[1]?.focus();
  items()[1]?.click();
  await expect.poll(chosen).toBe('Time');
  expect(items()[0]?.getAttribute('aria-label')).toContain('not saved');
  items()[0]?.click();
  await expect.poll(() => field('Exclude').value).toBe('Bonuses');
  await press('Save');
  await expect.poll(async () => (await text('2'))?.influences[0]?.exclude).toBe('Bonuses');
  expect((await text()).influences[0]?.exclude).toBeUndefined();
  await expect
    .poll(() => room.host.querySelector('[role=status]')?.textContent)
    .toContain('version 2');
  await expect.poll(() => room.host.textContent).toContain('1 tag to re-check');
  await expect.poll(() => room.host.textContent).toContain('“Pay” has a rule of what to exclude');
});

test('two marked ones are merged, and the tags of the other go along', async () => {
  await tag('time', 'No time.');
  await userEvent.keyboard('x{ArrowDown}x');
  await press('Merge 2');
  const choice = () => [...room.host.querySelectorAll<HTMLInputElement>('[type=radio]')];
  await expect.poll(() => choice().length).toBe(2);
  choice()[0]?.click();
  await press('Merge', { within: room.host.querySelector('form') as HTMLElement });
  await expect.poll(labels).toEqual(['Pay', 'Role']);
  expect((await db.tags.toArray())[0]).toMatchObject({ influenceId: 'pay', codebookVersion: '2' });
});

test('a deletion asks where the tags go; Escape leaves all as it is', async () => {
  await tag('pay', 'Pay helped.');
  await expect.poll(() => items()[0]?.getAttribute('aria-label')).toContain('1 tag');
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => room.host.querySelector('select')).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => room.host.querySelector('select')).toBeNull();
  items()[0]?.focus();
  await userEvent.keyboard('{Delete}');
  await expect.poll(() => room.host.querySelector('select')).toBeTruthy();
  const select = room.host.querySelector('select') as HTMLSelectElement;
  expect(select.labels[0]?.textContent).toMatch(/^Its 1 tag/);
  const offered = [...select.options].map(({ text }) => text);
  expect(offered[0]).toBe('keeps the version that it was made under');
  expect(offered).toContain('goes to Role');
  await userEvent.selectOptions(
    select,
    [...select.options].find((one) => one.text.includes('Role')) as HTMLOptionElement,
  );
  await press('Delete', { within: room.host.querySelector('form') as HTMLElement });
  await expect.poll(labels).toEqual(['Time', 'Role']);
  expect((await db.tags.toArray())[0]).toMatchObject({ influenceId: 'role', recheck: 'deleted' });
});

test('a split makes its parts in its place', async () => {
  await press('Split');
  await expect.poll(() => room.host.querySelectorAll('fieldset').length).toBe(2);
  const names = [...room.host.querySelectorAll<HTMLInputElement>('fieldset input')].filter(
    (one) => one.required,
  );
  type(names[0] as HTMLInputElement, 'Wage');
  type(names[1] as HTMLInputElement, 'Bonus');
  await press('Split', { within: room.host.querySelector('form') as HTMLElement });
  await expect.poll(labels).toEqual(['Wage', 'Bonus', 'Time', 'Role']);
});

test('a label that is there already is refused, and what was typed stays', async () => {
  await userEvent.keyboard('nTime{Enter}');
  await expect
    .poll(() => room.host.querySelector('[role=alert]')?.textContent)
    .toContain('already');
  expect(field('New influence').value).toBe('Time');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => button('Split…')).toBeTruthy();
  expect(labels()).toEqual(['Pay', 'Time', 'Role']);
});

test('a table that is pasted from a spreadsheet becomes a codebook, and what it leaves out is reported', async () => {
  location.hash = '#/codebooks';
  await expect.poll(() => button(/New codebook/)).toBeTruthy();
  button(/New codebook/)?.click();
  const table = () => room.host.querySelector<HTMLTextAreaElement>('form textarea');
  await expect.poll(table).toBeTruthy();
  type(table() as HTMLTextAreaElement, 'label\tparent\nRent\tMoney\nMoney\t\n\tMoney');
  await expect.poll(() => room.host.textContent).toContain('2 influences: “Money”, “Rent”');
  expect(room.host.textContent).toContain('Row 4: It has no name');
  await press('Begin');
  await expect.poll(labels).toEqual(['Money', 'Rent']);
  expect(levels()).toEqual([1, 2]);
});

test('what is half typed outlives a look at another room, and a cue that came meanwhile stays', async () => {
  type(field('Cues'), 'salary');
  await expect.poll(() => items()[0]?.getAttribute('aria-label')).toContain('not saved');
  location.hash = '#/codebooks';
  await expect.poll(() => items().length).toBe(0);
  await editCodebook((await db.reviews.toArray())[0]?.id ?? '', OPEN, {
    edit: 'cue',
    id: 'pay',
    cue: 'wage',
  });
  location.hash = '#/codebooks?edit=own';
  await expect.poll(() => field('Cues')?.value).toBe('salary');
  await press('Save');
  await expect.poll(async () => (await text()).influences[0]?.cues).toEqual(['wage', 'salary']);
});
