/**
 * Whatever a reader does, in whatever order, with a clock that goes back and forth: the store stays sound, no change
 * dates a record back, history says what the records are, a backup holds all of it, and taking every step back ends
 * where it began.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Command, KIND_NAMES } from '../../../lib/model';
import { setAsideBy, sweep } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { backUp, emptyStore, expectSound, restore } from './support';
import { beginWalking, records, takeAllBack, walk } from './walking';

beforeEach(beginWalking);
afterEach(() => {
  vi.useRealTimers();
});

const commands = new Set<Command>();
const tables = new Set<string>();

async function noteWhatOccurred(): Promise<void> {
  for (const step of await db.steps.toArray()) {
    commands.add(step.command);
    for (const { table } of step.changes) tables.add(table);
  }
}

test.each(Array.from({ length: 200 }, (_, i) => i + 1))(
  'sequence %i',
  async (seed) => {
    const start = await records();
    const ours = await walk(seed, 40, async (i) => {
      if (i % 20 === 19) await expectSound();
    });
    expect(setAsideBy(await sweep())).toBe(0);
    await noteWhatOccurred();
    if (seed % 4 === 0) await thereAndBack();
    await takeAllBack(ours);
    expect(await records()).toEqual(start);
  },
  60_000,
);

async function thereAndBack(): Promise<void> {
  const kept = await Promise.all(db.tables.map(async (t) => [t, await t.toArray()] as const));
  const [text, before] = [await backUp('x'), await records()];
  await emptyStore();
  expect(await restore(text, { as: 'mine' })).toMatchObject({ quarantined: [] });
  expect(await records()).toEqual(before);
  await expectSound();
  await emptyStore();
  for (const [table, rows] of kept) await table.bulkAdd(rows as never[]);
}

test('the walks have met every table and every command that a walk can meet', () => {
  expect([...tables].sort()).toEqual([...KIND_NAMES].sort());
  const met: Command[] = [
    'begin-coder',
    'save-tag',
    'change-tag',
    'move-tag',
    'delete-tags',
    'keep-place',
    'correct-paper',
    'list-paper',
    'unlist-paper',
    'delete-review',
    'join-coders',
    'begin-review',
    'change-review',
    'change-settings',
    'rename-coder',
    'restore',
    'undo',
  ];
  expect(met.filter((command) => !commands.has(command))).toEqual([]);
});
