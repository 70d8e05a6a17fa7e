/** The reading list in the workspace: what it says after a step, and where the focus is then. */
import { beforeEach, describe, expect, test } from 'vitest';
import { PapersRoom } from '../../entrypoints/workspace/rooms/papers/PapersRoom';
import {
  addPaper,
  changeEntries,
  ensureReview,
  saveTag,
  undo,
  whatCanBeUndone,
} from '../../lib/store';
import { db } from '../../lib/store/db';
import { control, inRoom, nameOf, press } from '../support/in-room';
import { facts, newTag, page } from '../unit/store/support';

const room = inRoom();
const rows = () => [...room.host.querySelectorAll('article')];
const said = () => room.host.querySelector('[role=status]')?.textContent;
const focused = () => nameOf(document.activeElement ?? document.body);
const titleIn = (row: Element | undefined) => row?.querySelector('a')?.textContent ?? '';
const ticks = () => [...room.host.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];

const TITLE = 'Peer workers and the supervision that they get';

beforeEach(async () => {
  const { id } = await ensureReview();
  for (const name of ['p', 'q', 'r'])
    await addPaper(
      page(`https://${name}.example/1`, facts(`10.5555/${name}`, `${TITLE} ${name}`)),
      id,
      {},
    );
  room.showRoom(PapersRoom);
  await expect.poll(() => rows().length).toBe(3);
});

describe('a paper that is taken off the list', () => {
  const takeOff = async (at: number) => {
    const [before, row] = [rows().length, rows()[at]];
    await press('More about', { within: row ?? document });
    await press('Take off the list', { selector: '[role=menuitem]' });
    await expect.poll(() => rows().length).toBe(before - 1);
  };

  test.each([
    ['the first', 0, 0],
    ['the last', 2, 1],
  ])('%s: the focus is on the row in its place', async (_, at, next) => {
    await takeOff(at);
    await expect.poll(focused).toBe(`More about ${titleIn(rows()[next])}`);
    expect(said()).toBe('Taken off the list.');
  });

  test('is named with its tags', async () => {
    const { paper } = await saveTag(
      newTag({ on: page('https://t.example/1', facts('10.5555/t')) }),
    );
    await expect.poll(() => rows().length).toBe(4);
    const at = rows().findIndex((row) => titleIn(row) === paper.title);
    await takeOff(at);
    await expect.poll(said).toBe('Taken off the list, with 1 tag.');
  });

  test('the only one: the focus is not lost', async () => {
    await takeOff(0);
    await takeOff(0);
    await takeOff(0);
    expect(room.host.textContent).toContain('No paper is on this list yet');
    await expect.poll(focused).toBe('Papers');
  });
});

describe('papers of one study', () => {
  test('that could not be put together stay selected', async () => {
    for (const at of [0, 1]) ticks()[at]?.click();
    await press('Put into one study family');
    await expect.poll(said).toBe('They are one study family now.');
    expect(ticks().filter((one) => one.checked)).toHaveLength(0);
    await expect.poll(focused).toBe('Papers');
    for (const at of [0, 1]) ticks()[at]?.click();
    await press('Put into one study family');
    await expect
      .poll(() => room.host.querySelector('[role=alert]')?.textContent)
      .toContain('Nothing was changed.');
    expect(ticks().filter((one) => one.checked)).toHaveLength(2);
  });

  test('that only look alike: the answer is a step, and is taken back', async () => {
    const { id } = await ensureReview();
    const authors = [{ family: 'Ibrahim' }];
    for (const name of ['preprint', 'article']) {
      const found = {
        ...facts(`10.5555/${name}`, 'What peer workers say about supervision'),
        authors,
      };
      await addPaper(page(`https://${name}.example/1`, found), id, {});
    }
    await press('Not one study');
    await expect.poll(() => control('button', 'Not one study')).toBeUndefined();
    expect(said()).toBe('They stay two studies.');
    await expect.poll(() => document.activeElement?.closest('[data-index]')).toBeTruthy();
    const { undo: last } = await whatCanBeUndone();
    expect(last?.command).toBe('not-one-study');
    await undo(last?.step.id ?? '');
    await expect.poll(() => control('button', 'Not one study')).toBeTruthy();
    // A step that was taken back is no longer reported as done.
    await expect.poll(said).toBe('');
    expect((await db.reviewPapers.toArray()).some((one) => one.notAlike)).toBe(false);
  });
});

test('where no paper matches, all come back and the focus is at the head of the room', async () => {
  location.hash = '#/papers?find=nothing+is+called+so';
  await press('Show all papers');
  await expect.poll(() => rows().length).toBe(3);
  expect(focused()).toBe('Papers');
});

describe('several papers at once', () => {
  const key = (name: string, more: KeyboardEventInit = {}) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
    );
  const selected = () =>
    rows().filter((row) => row.querySelector<HTMLInputElement>('input')?.checked).length;
  const labels = () => rows().map((row) => row.querySelector('ul')?.textContent ?? '');

  test('are selected by keys, labelled in one step, and one undo takes it back', async () => {
    key('j');
    key('x');
    key('j');
    key('j');
    key('X');
    await expect.poll(selected).toBe(3);
    key('Escape');
    await expect.poll(selected).toBe(0);
    control('input[type=checkbox]', '', room.host)?.click();
    await expect.poll(selected).toBe(3);
    await press('Set the priority');
    await press('High', { selector: '[role=menuitemradio]' });
    await expect.poll(said).toBe('3 papers: High priority.');
    await expect.poll(labels).toEqual(Array(3).fill('High priority'));
    const { undo: last } = await whatCanBeUndone();
    expect(last?.command).toBe('change-entries');
    await undo(last?.step.id ?? '');
    await expect.poll(labels).toEqual(['', '', '']);
  });

  test('a range is selected with Shift, and leaves the list together', async () => {
    const boxes = () => rows().map((row) => row.querySelector<HTMLInputElement>('input'));
    boxes()[0]?.click();
    boxes()[2]?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
    await expect.poll(selected).toBe(3);
    await press('Take off the list', { selector: '[aria-label="Selected papers"] button' });
    await expect.poll(() => room.host.textContent).toContain('No paper is on this list yet');
    const { undo: last } = await whatCanBeUndone();
    await undo(last?.step.id ?? '');
    await expect.poll(() => rows().length).toBe(3);
  });
});

test('a filter and an order are in the address, and Back takes them away again', async () => {
  const { id } = await ensureReview();
  const [first] = await db.reviewPapers.toArray();
  await changeEntries(id, [first?.paperId ?? ''], { addLabels: ['RCT'] });
  await expect.poll(() => control('button', 'Label: any')).toBeTruthy();
  await press('Sort: Newest on the list');
  await press('Title', { selector: '[role=menuitemradio]' });
  await expect.poll(() => location.hash).toContain('sort=title');
  await press('Label: any');
  await press('RCT (1)', { selector: '[role=menuitemcheckbox]' });
  await expect.poll(() => rows().length).toBe(1);
  expect(location.hash).toContain('label=RCT');
  history.back();
  await expect.poll(() => rows().length).toBe(3);
  expect(location.hash).toContain('sort=title');
});

test('one work that was stored twice is merged, and is two again by undo', async () => {
  const { id } = await ensureReview();
  const found = { title: `${TITLE} by PMID`, year: 2020, authors: [{ family: 'Ibrahim' }] };
  for (const more of [{ doi: '10.5555/twice' }, { pmid: '77' }])
    await addPaper(
      page(`https://twice.example/${Object.keys(more)}`, { ...found, ...more, sources: {} }),
      id,
      {},
    );
  await expect.poll(() => control('a', '1 pair may be one work')).toBeTruthy();
  control('a', '1 pair may be one work')?.click();
  await press('Merge into one');
  await expect.poll(() => room.host.textContent).toContain('No two papers of this list');
  expect(said()).toBe('They are one paper now.');
  expect(await db.papers.where('pmid').equals('77').toArray()).toMatchObject([
    { doi: '10.5555/twice' },
  ]);
  const { undo: last } = await whatCanBeUndone();
  await undo(last?.step.id ?? '');
  await expect.poll(() => control('button', 'Merge into one')).toBeTruthy();
});

test('of two papers, one included and one excluded, the reader chooses the decision; the focus is kept', async () => {
  const { id } = await ensureReview();
  const found = { title: `${TITLE} by PMID`, year: 2020, authors: [{ family: 'Ibrahim' }] };
  for (const [i, more] of [{ doi: '10.5555/twice' }, { pmid: '77' }].entries()) {
    const { paper } = await addPaper(
      page(`https://twice.example/${Object.keys(more)}`, { ...found, ...more, sources: {} }),
      id,
      {},
    );
    await changeEntries(id, [paper.id], { eligibility: i ? 'included' : 'excluded' });
  }
  location.hash = '#/papers?show=duplicates';
  await expect.poll(() => control('button', 'Merge as included')).toBeTruthy();
  expect(control('button', 'Merge into one')).toBeFalsy();
  expect(room.host.querySelector('table')?.textContent).toContain('EligibilityExcludedIncluded');
  control('button', 'Merge as included')?.focus();
  await press('Merge as included');
  await expect.poll(() => room.host.textContent).toContain('No two papers of this list');
  expect(await db.reviewPapers.where('reviewId').equals(id).toArray()).toContainEqual(
    expect.objectContaining({ eligibility: 'included' }),
  );
  await expect.poll(() => document.activeElement?.hasAttribute('data-room-head')).toBe(true);
});

test('what to read next is what papers of the review cite, and comes onto the list by a press', async () => {
  const cites = [
    { label: '1', text: 'A cited work.', title: 'A cited work', doi: '10.5555/cited' },
    { label: '2', text: 'Another one.', title: 'Another cited work', doi: '10.5555/cited2' },
  ];
  await saveTag(
    newTag({ on: page('https://p.example/1', facts('10.5555/p')), statement: { cites } }),
  );
  location.hash = '#/papers?show=next';
  await expect.poll(() => control('button', 'Add to list')).toBeTruthy();
  control('button', 'Add to list')?.focus();
  await press('Add to list');
  await expect.poll(() => room.host.textContent).toContain('on the list, to be read');
  expect(said()).toBe('On the list.');
  await expect.poll(focused).toMatch(/^Add to list/);
  await press('Add to list');
  await expect.poll(() => document.activeElement?.hasAttribute('data-room-head')).toBe(true);
});

test('unread papers of the list that name an influence without evidence are proposed, with the reason', async () => {
  const { id } = await ensureReview();
  const title = 'The salaries and role definition of peer workers in five towns';
  await addPaper(page('https://u.example/1', facts('10.5555/u', title)), id, {
    progress: 'to-read',
  });
  location.hash = '#/papers?show=next';
  const proposed = () => room.host.querySelector('[aria-label="Papers for what the map lacks"]');
  await expect.poll(() => proposed()?.textContent).toContain(title);
  expect(proposed()?.textContent).toMatch(/Names .*Role definition.*: no paper says anything of/);
  await saveTag(newTag({ influenceId: 'psw.role-definition' }));
  await expect
    .poll(() => proposed()?.textContent)
    .toMatch(/Names .*Role definition.*: so far papers only support/);
});

test('the note of a paper is written on its page, and its labels', async () => {
  const [paper] = await db.papers.toArray();
  location.hash = `#/papers?paper=${paper?.id}`;
  const field = () => room.host.querySelector('textarea');
  await expect.poll(field).toBeTruthy();
  field()?.focus();
  document.execCommand('insertText', false, 'Ask the authors.');
  field()?.blur();
  await expect
    .poll(async () => (await db.reviewPapers.toArray()).map((one) => one.note))
    .toContain('Ask the authors.');
  await press('Priority: none');
  await press('Low', { selector: '[role=menuitemradio]' });
  await expect.poll(() => control('button', 'Priority: Low')).toBeTruthy();
});
