/** The Statements room: whose tags are changed there, what its filters find, and how long its Undo is offered. */
import { describe, expect, test } from 'vitest';
import { StatementsRoom } from '../../entrypoints/workspace/rooms/statements/StatementsRoom';
import { idOf } from '../../lib/model';
import { joinCoders, placePaper, saveTag, undo } from '../../lib/store';
import { db } from '../../lib/store/db';
import { buttonIn, buttonsIn, inRoom, menuItem, press, type } from '../support/in-room';
import { asCoder, newTag, PAGE_B } from '../unit/store/support';

const room = inRoom();

const rows = () => [...room.host.querySelectorAll('article')];
const items = () =>
  [...document.querySelectorAll('[role^=menuitem]')].map(({ textContent }) => textContent);
const marks = (within: Element | undefined) =>
  [...(within?.querySelectorAll('mark') ?? [])].map(({ textContent }) => textContent);
const field = () => room.host.querySelector('input[type=search]') as HTMLInputElement;
const search = (text: string) => type(field(), text);
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
    expect(buttonsIn(row('Hers.'))).toEqual([
      'Copy the quote with its citation: Hers.',
      'History of tag: contrasting, training, by Ana',
    ]);
    expect(row('Mine.').textContent).not.toContain('by ');
    expect(buttonsIn(row('Mine.'))).toEqual([
      'Copy the quote with its citation: Mine.',
      'Stance: supporting',
      'Influence: training',
      'History of tag: supporting, training',
      'Delete tag: supporting, training',
      'Direction: not stated',
      'Strength: not rated',
      'Basis: own finding',
      'Voice: not given',
      'Note: write one',
    ]);
    expect(buttonsIn(row('Both.')).filter((name) => name.startsWith('Delete'))).toEqual([
      'Delete tag: mentioning, training',
    ]);
  });

  test('is the reader’s once both are one person', async () => {
    await two();
    await joinCoders(idOf('Ana'), idOf('NI'));
    await expect.poll(() => buttonsIn(row('Hers.')).length).toBe(10);
    expect(row('Hers.').textContent).not.toContain('by ');
    await expect.poll(() => buttonsIn(room.host)).not.toContain('Coder: any');
  });

  test('is found by its coder, with what else is asked for of the same tag', async () => {
    await two();
    buttonIn(room.host, 'Coder: any').click();
    await expect.poll(() => menuItem('NI, you (2)')).toBeTruthy();
    menuItem('Ana (2)').click();
    await expect.poll(() => rows().length).toBe(2);
    expect(room.host.textContent).not.toContain('Mine.');
    // What Ana tagged so; the reader's own mentioning is of another coder.
    await press('Stance: any');
    await expect
      .poll(() => items())
      .toEqual(['▲ supporting (1)', '▼ contrasting (1)', '● mentioning (0)']);
    location.hash = '#/statements?coder=unknown';
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
  search(' STRASSE  munchner ');
  await expect.poll(() => rows().length).toBe(1);
  expect(quotes()[0]).toContain('Münchner');
});

test('hits are marked, and a word with one letter otherwise is found after the exact ones', async () => {
  await saveTag(newTag({ quote: 'Trainign was planned.', note: 'A slip of the printer.' }));
  await saveTag(newTag({ quote: 'Much training, and training again.' }));
  await saveTag(newTag({ quote: 'Pay.' }));
  room.showRoom(StatementsRoom);
  await expect.poll(() => rows().length).toBe(3);
  search('training planned');
  await expect.poll(() => quotes()).toEqual(['Trainign was planned.']);
  search('training');
  await expect.poll(() => quotes()[0]).toBe('Much training, and training again.');
  // The influence is called so as well.
  expect(rows().length).toBe(3);
  search('trainings');
  await expect.poll(() => marks(rows()[0])).toEqual(['training', 'training', 'training']);
  await expect
    .poll(() => room.host.querySelector('h1 + *')?.textContent)
    .toBe('3, 3 spelt slightly differently');
});

describe('filters', () => {
  const three = async () => {
    await saveTag(newTag({ quote: 'One.', stance: 'supporting' }));
    await saveTag(newTag({ quote: 'Two.', stance: 'contrasting', influenceId: 'culture' }));
    await saveTag(newTag({ quote: 'Three.', stance: 'mentioning', on: PAGE_B }));
    room.showRoom(StatementsRoom);
    await expect.poll(() => rows().length).toBe(3);
  };

  test('take several values, stay in the address, and Back undoes them one by one', async () => {
    await three();
    await press('Stance: any');
    await press('▲ supporting', { selector: '[role^=menuitem]' });
    await press('▼ contrasting', { selector: '[role^=menuitem]' });
    await expect.poll(() => quotes()).toEqual(['Two.', 'One.']);
    expect(location.hash).toContain('?stance=supporting&stance=contrasting');
    history.back();
    await expect.poll(() => quotes()).toEqual(['One.']);
    history.back();
    await expect.poll(() => rows().length).toBe(3);
  });

  test('count what choosing a value would show, given the others', async () => {
    await three();
    location.hash = '#/statements?influence=psw-core/culture';
    await expect.poll(() => quotes()).toEqual(['Two.']);
    await press('Stance: any');
    await expect
      .poll(() => items())
      .toEqual(['▲ supporting (0)', '▼ contrasting (1)', '● mentioning (0)']);
  });

  test('an address with a paper shows its statements alone, until the paper is put away', async () => {
    await three();
    const [paper] = (await db.papers.toArray()).filter(({ doi }) => doi === '10.5555/b');
    location.hash = `#/statements?paper=${paper?.id}`;
    await expect.poll(() => quotes()).toEqual(['Three.']);
    await press('One paper only');
    await expect.poll(() => rows().length).toBe(3);
  });

  test('a search is one step of Back, however many letters it has', async () => {
    await three();
    for (const typed of ['t', 'th', 'thr']) search(typed);
    await expect.poll(() => quotes()).toEqual(['Three.']);
    history.back();
    await expect.poll(() => rows().length).toBe(3);
    expect(field().value).toBe('');
  });
});

test('a statement of an excluded paper is marked, and can be filtered by that', async () => {
  const { tag } = await saveTag(newTag({ quote: 'Out.' }));
  await saveTag(newTag({ quote: 'In.', on: PAGE_B }));
  await placePaper(tag.reviewId, tag.paperId, {
    ...{ progress: 'read', eligibility: 'excluded', exclusionReason: 'Wrong setting' },
  });
  room.showRoom(StatementsRoom);
  await expect.poll(() => rows().length).toBe(2);
  expect(row('Out.').textContent).toContain('Excluded');
  expect(row('In.').textContent).not.toContain('Excluded');
  await press('Eligibility: any');
  await press('Excluded (1)', { selector: '[role^=menuitem]' });
  await expect.poll(() => quotes()).toEqual(['Out.']);
});

describe('dials', () => {
  test.each([
    ['Direction: not stated', '− barrier', { direction: 'barrier' }],
    ['Strength: not rated', '−2', { strength: -2 }],
    ['Basis: own finding', 'second-hand', { basis: 'second-hand' }],
    ['Voice: not given', 'participants’ words', { voice: 'participants' }],
    ['Influence: training', 'Supervision', { influenceId: 'psw.supervision' }],
  ])('%s is set to %s', async (dial, choice, set) => {
    const { tag } = await saveTag(newTag());
    room.showRoom(StatementsRoom);
    await press(dial, { within: room.host });
    await press(choice, { selector: '[role^=menuitem]' });
    await expect.poll(() => db.tags.get(tag.id)).toMatchObject(set);
  });

  test('a note is written in a field, and saved as it is left', async () => {
    const { tag } = await saveTag(newTag());
    room.showRoom(StatementsRoom);
    await press('Note: write one', { within: room.host });
    await expect.poll(() => room.host.querySelector('textarea')).toBeTruthy();
    const note = room.host.querySelector('textarea') as HTMLTextAreaElement;
    expect(document.activeElement).toBe(note);
    type(note, 'Only in wards.');
    note.blur();
    await expect.poll(() => room.host.textContent).toContain('Only in wards.');
    expect(await db.tags.get(tag.id)).toMatchObject({ note: 'Only in wards.' });
  });
});

describe('several at once', () => {
  const key = (key: string) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  const select = (words: string) =>
    row(words).querySelector<HTMLInputElement>('input[type=checkbox]');

  test('are selected by keys, changed in one step, and one undo takes it back', async () => {
    const { own } = await two();
    key('j');
    key('x');
    key('j');
    key('j');
    key('X');
    await expect.poll(() => room.host.textContent).toContain('3 statements selected');
    expect(room.host.textContent).toContain(
      '2 tags of yours, and 2 tags of other coders, which stay as they are',
    );
    const steps = await db.steps.count();
    await press('Set the direction');
    await press('− barrier', { selector: '[role^=menuitem]' });
    await expect.poll(() => db.tags.get(own.id)).toMatchObject({ direction: 'barrier' });
    expect(await db.steps.count()).toBe(steps + 1);
    const directions = async () => (await db.tags.toArray()).map((t) => t.direction).sort();
    expect(await directions()).toEqual(['barrier', 'barrier', 'unstated', 'unstated']);
    await press('Undo');
    await expect.poll(directions).toEqual(Array(4).fill('unstated'));
    key('Escape');
    await expect.poll(() => room.host.textContent).not.toContain('selected');
  });

  test('are those tags only that fit the filters', async () => {
    await saveTag(newTag({ quote: 'Both.', influenceId: 'culture' }));
    await saveTag(newTag({ quote: 'Both.', influenceId: 'training' }));
    location.hash = '#/statements?influence=psw-core/culture';
    room.showRoom(StatementsRoom);
    await expect.poll(() => rows().length).toBe(1);
    select('Both.')?.click();
    await press('Delete 1 tag');
    await expect
      .poll(async () => (await db.tags.toArray()).map((t) => t.influenceId))
      .toEqual(['training']);
  });
});

test('the filter by influence calls one as its rows do, also where no codebook has it', async () => {
  await saveTag(newTag({ influenceId: 'of-a-lost-codebook' }));
  room.showRoom(StatementsRoom);
  await expect.poll(() => rows().length).toBe(1);
  expect(buttonsIn(row('Training')).join()).toContain('Influence: of-a-lost-codebook');
  await saveTag(newTag({ quote: 'Another.' }));
  await expect.poll(() => rows().length).toBe(2);
  buttonIn(room.host, 'Influence: any').click();
  await expect.poll(() => menuItem('of-a-lost-codebook (1)')).toBeTruthy();
});

test('of many statements the newest are shown first, and filters once all are there', async () => {
  // One more than are read ahead.
  for (let i = 1; i <= 41; i += 1)
    await saveTag(newTag({ quote: `Statement number ${i}.`, influenceId: i % 2 ? 'a' : 'b' }));
  const seen: { text: string; filters: boolean }[] = [];
  const filters = () => room.host.querySelector('[aria-label=Filters]') !== null;
  const watch = new MutationObserver(() =>
    seen.push({ text: room.host.textContent ?? '', filters: filters() }),
  );
  watch.observe(room.host, { childList: true, subtree: true, characterData: true });
  room.showRoom(StatementsRoom);
  await expect.poll(filters).toBe(true);
  watch.disconnect();
  const first = seen.find(({ text }) => text.includes('Statement number 41.'));
  expect(first?.text).toContain('The others are being read');
  expect(first?.text).toContain('Statements41');
  expect(first?.filters).toBe(false);
  expect(room.host.textContent).not.toContain('The others are being read');
});

test('a search that is typed before all statements are there keeps its letters', async () => {
  for (let i = 1; i <= 41; i += 1) await saveTag(newTag({ quote: `Statement number ${i}.` }));
  room.showRoom(StatementsRoom);
  await expect.poll(() => room.host.querySelector('input[type=search]')).toBeTruthy();
  const first = field();
  search('number 23');
  await expect.poll(() => rows().length).toBe(1);
  expect(field()).toBe(first);
  expect(first.value).toBe('number 23');
});
