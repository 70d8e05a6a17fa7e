import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  backupState,
  changeSettings,
  contents,
  ensureReview,
  isBackupDue,
  laterFrom,
  MOST_COUNTED,
  noteBackup,
  saveTag,
  whatCanBeUndone,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { sampleBackup } from '../../support/samples';
import { emptyStore, newTag, restore } from '../store/support';

const NOON = Date.parse('2026-03-01T12:00:00.000Z');
const DAY = 86_400_000;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  await emptyStore();
  await ensureReview();
});
afterEach(() => {
  vi.useRealTimers();
});

const backUpNow = async () => noteBackup((await contents()).counter);
const tagMore = async (many: number) => {
  for (let n = 0; n < many; n += 1) await saveTag(newTag({ quote: `Statement ${n}.` }));
};

test('an untouched store has nothing to lose, and settings are no work', async () => {
  await changeSettings({ openPdfs: true });
  expect(await backupState()).toMatchObject({ changes: 0, since: undefined, lastAt: undefined });
});

test('what was done since the last backup is counted, with the moment of the first of it', async () => {
  await tagMore(2);
  await backUpNow();
  expect((await backupState()).changes).toBe(0);
  vi.setSystemTime(NOON + DAY);
  await tagMore(3);
  expect(await backupState()).toMatchObject({
    ...{ changes: 3, lastAt: new Date(NOON).toISOString() },
    since: new Date(NOON + DAY).toISOString(),
  });
});

test('a backup counts to what it holds: what was saved while it was written is in none', async () => {
  await tagMore(1);
  const { counter } = await contents();
  await saveTag(newTag({ quote: 'Meanwhile.' }));
  await noteBackup(counter);
  expect((await backupState()).changes).toBe(1);
});

test('what a file brought in is in no backup of this store', async () => {
  await tagMore(1);
  await backUpNow();
  await restore(
    JSON.stringify(sampleBackup({ papers: 1, tags: 1, influences: ['a'], codebookId: 'psw-core' })),
  );
  expect((await backupState()).changes).toBe(1);
});

test('what Bearing notes of a backup is nothing to take back', async () => {
  await tagMore(1);
  await backUpNow();
  expect((await whatCanBeUndone()).undo?.step.command).toBe('save-tag');
});

test('settings before the first work hide nothing, however many they are', async () => {
  for (let n = 0; n < 60; n += 1) await changeSettings({ openPdfs: n % 2 === 0 });
  await tagMore(1);
  const { changes, since } = await backupState();
  expect([changes > 0, since !== undefined]).toEqual([true, true]);
});

test('more than enough is not counted to the end', async () => {
  await tagMore(1);
  const [step] = await db.steps.where('counter').above(-1).reverse().toArray();
  if (!step) throw new Error('a step is there');
  const more = Array.from({ length: MOST_COUNTED + 5 }, (_, n) => ({
    ...step,
    id: crypto.randomUUID(),
    counter: step.counter + 1 + n,
  }));
  await db.steps.bulkAdd(more);
  expect((await backupState()).changes).toBe(MOST_COUNTED);
});

const state = { lastAt: undefined, laterUntil: undefined, since: new Date(NOON).toISOString() };
test.each<[what: string, changes: number, days: number, laterDays: number | null, due: boolean]>([
  ['nothing done', 0, 100, null, false],
  ['a little, today', 20, 0, null, false],
  ['a little, six days ago', 20, 6, null, false],
  ['a little, a week ago', 1, 7, null, true],
  ['a long day of tagging', 200, 0, null, true],
  ['nearly that', 199, 0, null, false],
  ['put off until later', 200, 8, 9, false],
  ['put off, and later has come', 200, 8, 8, true],
])('%s: due?', (_, changes, days, laterDays, due) => {
  const laterUntil =
    laterDays === null ? undefined : new Date(NOON + laterDays * DAY).toISOString();
  expect(isBackupDue({ ...state, changes, laterUntil }, NOON + days * DAY)).toBe(due);
});

test('later is a week', () => {
  expect(laterFrom(NOON)).toBe(new Date(NOON + 7 * DAY).toISOString());
});
