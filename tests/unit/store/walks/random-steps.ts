/**
 * Whatever a reader does, in whatever order, with a clock that goes back and forth: the store stays sound, no change
 * dates a record back, history agrees with the records, a backup holds all of it, and taking every step back ends
 * where it began. The sequences are in two files, so that two workers walk them at once.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Command, KIND_NAMES } from '../../../../lib/model';
import { setAsideBy, sweep } from '../../../../lib/store';
import { db } from '../../../../lib/store/db';
import { steps } from '../large-soon';
import { allSteps, backUp, emptyStore, expectSound, restore } from '../support';
import { beginWalking, exactRecords, records, takeAllBack, walk } from './walking';

/** Of one file. */
const SEQUENCES = 100;
/** The seeds of further ones begin so much later. */
const MORE = 10_000;

/** @param first seed of the first sequence of this file */
export function walkAtRandom(first: number): void {
  const commands = new Set<Command>();
  const tables = new Set<string>();
  let largeSteps = 0;

  beforeEach(beginWalking);
  afterEach(() => {
    vi.useRealTimers();
  });

  async function noteWhatOccurred(): Promise<void> {
    for (const step of await allSteps()) {
      commands.add(step.command);
      for (const { table } of step.changes) tables.add(table);
    }
    largeSteps += new Set((await db.stepParts.toArray()).map(({ step }) => step)).size;
  }

  test.each(Array.from({ length: SEQUENCES }, (_, i) => first + i))(
    'sequence %i',
    async (seed) => {
      steps.areLargeSoon = seed % 3 === 0;
      const walked = await walk({ seed, length: 50, forgets: seed % 5 === 0 }, async (i) => {
        if (i % 10 === 9) await noteWhatOccurred();
        if (i % 20 === 19) await expectSound();
      });
      expect(setAsideBy(await sweep())).toBe(0);
      if (seed % 4 === 0) await thereAndBack();
      await takeAllBack(walked.ours);
      expect(await records()).toEqual(walked.start);
    },
    60_000,
  );

  test('the walks have met every command and every table, and steps in rows of their own', async () => {
    const isMissed = () => Command.options.some((one) => !commands.has(one));
    // Some commands are rare: where a hundred walks have missed one, a few more meet it.
    for (let seed = first + MORE; isMissed() && seed < first + MORE + SEQUENCES; seed += 1) {
      await beginWalking();
      await walk({ seed, length: 50, forgets: false }, noteWhatOccurred);
      await expectSound();
    }
    expect([...commands].sort()).toEqual([...Command.options].sort());
    expect([...tables].sort()).toEqual([...KIND_NAMES].sort());
    expect(largeSteps).toBeGreaterThan(250);
  }, 60_000);
}

async function thereAndBack(): Promise<void> {
  const kept = await Promise.all(db.tables.map(async (t) => [t, await t.toArray()] as const));
  const [text, before] = [await backUp('x'), await exactRecords()];
  await emptyStore();
  expect(await restore(text, { as: 'mine' })).toMatchObject({ quarantined: [] });
  expect(await exactRecords()).toEqual(before);
  await expectSound();
  await emptyStore();
  for (const [table, rows] of kept) await table.bulkAdd(rows as never[]);
}
