/** The Statements room: whose tags are changed there, what its filters find, and how long its Undo is offered. */
import { describe, expect, test } from 'vitest';
import { StatementsRoom } from '../../entrypoints/workspace/rooms/statements/StatementsRoom';
import { idOf } from '../../lib/model';
import { joinCoders, saveTag, undo } from '../../lib/store';
import { db } from '../../lib/store/db';
import { buttonIn, buttonsIn, inRoom, menuItem } from '../support/in-room';
import { asCoder, newTag } from '../unit/store/support';

const room = inRoom();

const rows = () => [...room.host.querySelectorAll('article')];
const quotes = () => rows().map((row) => row.querySelector('blockquote, q, p')?.textContent ?? '');

function row(words: string): HTMLElement {
  const found = rows().find(({ textContent }) => textContent?.includes(words));
  if (!found) throw new Error(`No statement with “${words}”`);
  return found;
}

/** Ana has tagged one statement, the reader another one, and both a third. */
async function two() {
  await asCoder('Ana');
  const theirs = (await saveTag(newTag({ quote: 'Hers.', stance: 'contrasting' }))).tag;
  await saveTag(newTag({ quote: 'Both.' }));
  await asCoder('NI');
  const own = (await saveTag(newTag({ quote: 'Mine.' }))).tag;
  await saveTag(newTag({ quote: 'Both.', stance: 'mentioning' }));
  room.showRoom(StatementsRoom);
  await expect.poll(() => rows().length).toBe(3);
  return { theirs, own };
}

describe('another coder’s tag', () => {
  test('is shown with the coder’s name and its history, and with nothing that changes it', async () => {
    await two();
    expect(row('Hers.').textContent).toContain('by Ana');
    expect(row('Hers.').textContent).toContain('contrasting');
    expect(buttonsIn(row('Hers.'))).toEqual(['History of tag: contrasting, training, by Ana']);
    expect(row('Mine.').textContent).not.toContain('by ');
    expect(buttonsIn(row('Mine.'))).toEqual([
      'Stance: supporting',
      'Influence: training',
      'History of tag: supporting, training',
      'Delete tag: supporting, training',
    ]);
    expect(buttonsIn(row('Both.')).filter((name) => name.startsWith('Delete'))).toEqual([
      'Delete tag: mentioning, training',
    ]);
  });

  test('is the reader’s once both are one person', async () => {
    await two();
    await joinCoders(idOf('Ana'), idOf('NI'));
    await expect.poll(() => buttonsIn(row('Hers.')).length).toBe(4);
    expect(row('Hers.').textContent).not.toContain('by ');
    expect(buttonsIn(room.host)).not.toContain('Coder: any');
  });

  test('is found by its coder, with what else is asked for of the same tag', async () => {
    await two();
    buttonIn(room.host, 'Coder: any').click();
    await expect.poll(() => menuItem('NI, you (2)')).toBeTruthy();
    menuItem('Ana (2)').click();
    await expect.poll(() => rows().length).toBe(2);
    expect(room.host.textContent).not.toContain('Mine.');
    buttonIn(room.host, 'Stance: any').click();
    await expect.poll(() => menuItem('● mentioning')).toBeTruthy();
    menuItem('● mentioning').click();
    await expect.poll(() => room.host.textContent).toContain('No statement fits.');
  });
});

describe('the room’s Undo', () => {
  const isOffered = () => buttonsIn(room.host).includes('Undo');

  test('is offered after a deletion, and brings the tag back', async () => {
    const { own } = await two();
    buttonIn(row('Mine.'), /^Delete tag/).click();
    await expect.poll(isOffered).toBe(true);
    buttonIn(room.host, 'Undo').click();
    await expect.poll(isOffered).toBe(false);
    expect(await db.tags.get(own.id)).toEqual(own);
  });

  test.each([
    ['its step is taken back elsewhere', (step: string) => undo(step)],
    ['something else is done', () => saveTag(newTag({ quote: 'Later.' }))],
  ])('goes when %s', async (_, act) => {
    await two();
    buttonIn(row('Mine.'), /^Delete tag/).click();
    await expect.poll(isOffered).toBe(true);
    const last = await db.steps.orderBy('counter').last();
    await act(last?.id ?? '');
    await expect.poll(isOffered).toBe(false);
    expect(room.host.querySelector('[role=alert]')).toBeNull();
  });
});

test('the search knows neither case nor accents, and finds every word in any order', async () => {
  await saveTag(newTag({ quote: 'Die Münchner Straße war gesperrt.' }));
  await saveTag(newTag({ quote: 'Muench was open.' }));
  room.showRoom(StatementsRoom);
  await expect.poll(() => rows().length).toBe(2);
  const search = room.host.querySelector<HTMLInputElement>('input[type=search]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  set?.call(search, ' STRASSE  munchner ');
  search?.dispatchEvent(new Event('input', { bubbles: true }));
  await expect.poll(() => rows().length).toBe(1);
  expect(quotes()[0]).toContain('Münchner');
});

test('the filter by influence calls one as its rows do, also where no codebook has it', async () => {
  await saveTag(newTag({ influenceId: 'of-a-lost-codebook' }));
  room.showRoom(StatementsRoom);
  await expect.poll(() => rows().length).toBe(1);
  expect(buttonsIn(row('Training')).join()).toContain('Influence: of-a-lost-codebook');
  buttonIn(room.host, 'Influence: any').click();
  await expect.poll(() => menuItem('of-a-lost-codebook (1)')).toBeTruthy();
});
