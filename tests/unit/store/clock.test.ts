/** Clocks are ahead, are put right, and files claim any date: the later change is kept all the same. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeBackup } from '../../../lib/exchange';
import type { Backup } from '../../../lib/exchange/backup-format';
import { type Tag, TRAVELLING } from '../../../lib/model';
import {
  changeReview,
  changeTag,
  deleteTag,
  listReviews,
  moveTag,
  placePaper,
  saveTag,
  sweep,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { backUp, contents, emptyStore, newTag, PAGE_A, PAGE_B, restore } from './support';

const NOON = Date.parse('2026-03-01T12:00:00.000Z');
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Only the clock is ours: the database needs its timers. */
const setClock = (at: number) => vi.setSystemTime(at);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  await emptyStore();
});
afterEach(() => {
  vi.useRealTimers();
});

const only = async (): Promise<Tag> => {
  const [tag, ...others] = await db.tags.toArray();
  expect(others).toEqual([]);
  return tag as Tag;
};

/** The same file, with every date of its records made another one. */
const dated = (text: string, date: string): string => {
  const file = JSON.parse(text) as Backup;
  for (const kind of TRAVELLING)
    for (const record of (file as unknown as Record<string, Record<string, unknown>[]>)[kind] ?? [])
      for (const field of ['createdAt', 'updatedAt', 'addedAt'])
        if (field in record) record[field] = date;
  return writeBackup(file);
};

describe.each([
  ['an hour', HOUR],
  ['a day', DAY],
  ['a year', 365 * DAY],
])('a tag made with the clock %s ahead, which is then put right', (_, ahead) => {
  const made = async () => {
    setClock(NOON + ahead);
    const saved = await saveTag(newTag({ note: 'first' }));
    const older = await backUp('x');
    setClock(NOON);
    return { ...saved, older };
  };

  test('keeps an edited note when the older backup is restored', async () => {
    const { tag, older } = await made();
    await changeTag(tag.id, { note: 'edited' });
    expect((await only()).updatedAt > tag.updatedAt).toBe(true);
    setClock(NOON + HOUR);
    expect(await restore(older)).toMatchObject({ renewed: 0, quarantined: [] });
    expect((await only()).note).toBe('edited');
  });

  test('is taken back to what it was by one undo, which the older backup does not take back', async () => {
    const { tag, older } = await made();
    const { eventId } = await changeTag(tag.id, { note: 'edited' });
    await undo(eventId);
    await restore(older);
    expect((await only()).note).toBe('first');
    const again = await changeTag(tag.id, { note: 'again' });
    await restore(older);
    await undo(again.eventId);
    expect((await only()).note).toBe('first');
  });

  test('that is saved anew or turned into its twin is not overruled by the older backup', async () => {
    const { older } = await made();
    await saveTag(newTag({ note: 'saved anew' }));
    await restore(older);
    expect((await only()).note).toBe('saved anew');
    const other = await saveTag(newTag({ influenceId: 'pay', note: 'of pay' }));
    await changeTag(other.tag.id, { influenceId: 'training', note: 'joined' });
    await restore(older);
    expect((await only()).note).toBe('joined\n\nsaved anew');
  });

  test('that is moved to another paper stays there', async () => {
    const { tag, older } = await made();
    const { page, statement } = newTag({ on: PAGE_B, quote: 'Elsewhere.' });
    const moved = await moveTag({ id: tag.id, page, statement });
    await restore(older);
    expect((await only()).paperId).toBe(moved.tag.paperId);
    expect(moved.tag.paperId).not.toBe(tag.paperId);
  });

  test('keeps what was done to its review and its place on the list', async () => {
    const { paper, older } = await made();
    const [review] = await listReviews();
    if (!review) throw new Error('there is no review');
    await changeReview(review.id, { name: 'Renamed' });
    await placePaper(review.id, paper.id, { eligibility: 'excluded' });
    await restore(older);
    expect((await listReviews()).map(({ name }) => name)).toEqual(['Renamed']);
    expect(await db.reviewPapers.toArray()).toMatchObject([{ eligibility: 'excluded' }]);
  });
});

describe('a file whose dates are all in the future', () => {
  const FAR = '9999-12-31T23:59:59.999Z';
  const far = async () => {
    const { tag } = await saveTag(newTag({ note: 'theirs' }));
    return { tag, file: dated(await backUp('x'), FAR) };
  };

  test('replaces nothing that is here, and is said', async () => {
    const { tag, file } = await far();
    await changeTag(tag.id, { note: 'mine' });
    const before = await contents();
    // A review, a paper, its place on the list, a statement and a tag.
    expect(await restore(file)).toMatchObject({ added: 0, renewed: 0, ahead: 5 });
    expect(await contents()).toEqual(before);
  });

  test('is taken where nothing is, and then gives way to every later change', async () => {
    const { tag, file } = await far();
    await emptyStore();
    expect(await restore(file)).toMatchObject({ renewed: 0, ahead: 5 });
    expect(await only()).toMatchObject({ note: 'theirs', createdAt: FAR });
    const taken = await backUp('x');

    setClock(NOON + HOUR);
    await changeTag(tag.id, { note: 'edited' }, { others: true });
    const edited = await backUp('x');
    await restore(file);
    expect((await only()).note).toBe('edited');

    await emptyStore();
    await restore(taken);
    await restore(edited);
    expect((await only()).note).toBe('edited');
  });

  test('changes nothing the second time', async () => {
    const { file } = await far();
    await emptyStore();
    await restore(file);
    const before = await contents();
    setClock(NOON + HOUR);
    expect(await restore(file)).toMatchObject({ added: 0, renewed: 0 });
    expect(await contents()).toEqual(before);
  });
});

test('the sweep counts records with a date in the future, and leaves them', async () => {
  setClock(NOON + 3 * DAY);
  await saveTag(newTag());
  setClock(NOON);
  const before = await contents();
  expect((await sweep()).ahead).toEqual({
    ...{ reviews: 1, papers: 1, reviewPapers: 1, statements: 1, tags: 1 },
  });
  expect(await contents()).toEqual(before);
});

test('a record at the last moment that there is can still be changed', async () => {
  const { tag } = await saveTag(newTag());
  await db.tags.update(tag.id, { updatedAt: '9999-12-31T23:59:59.999Z' });
  await changeTag(tag.id, { note: 'edited' });
  expect(await only()).toMatchObject({ note: 'edited', updatedAt: '9999-12-31T23:59:59.999Z' });
  await deleteTag(tag.id);
  expect(await db.tags.count()).toBe(0);
});

test('a page of a paper whose clock was ahead adds to it, and its date goes on', async () => {
  setClock(NOON + 3 * DAY);
  const first = await saveTag(newTag());
  setClock(NOON);
  const again = await saveTag(
    newTag({ on: { ...PAGE_A, url: 'https://pmc.example/1' }, influenceId: 'pay' }),
  );
  expect(again.paper.id).toBe(first.paper.id);
  expect(again.paper.urls).toHaveLength(2);
  expect(again.paper.updatedAt > first.paper.updatedAt).toBe(true);
  expect(again.statement.updatedAt > first.statement.updatedAt).toBe(true);
});
