/** The reading list in the workspace: what it says after a step, and where the focus is then. */
import { beforeEach, describe, expect, test } from 'vitest';
import { PapersRoom } from '../../entrypoints/workspace/rooms/papers/PapersRoom';
import { addPaper, ensureReview, saveTag, undo, whatCanBeUndone } from '../../lib/store';
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
    const row = document.activeElement?.closest('[data-index]');
    expect(row).toBeTruthy();
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
  await press('Eligibility');
  await press('Excluded', { selector: '[role=menuitemradio]' });
  await press('Show all papers');
  await expect.poll(() => rows().length).toBe(3);
  expect(focused()).toBe('Papers');
});
