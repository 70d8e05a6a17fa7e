/** Walks of a reader at random, with a clock that goes back and forth, and the way back to the beginning. */

import { expect, vi } from 'vitest';
import { type Command, Problem, TRAVELLING } from '../../../../lib/model';
import { setAsideBy, sweep, undo } from '../../../../lib/store';
import { db } from '../../../../lib/store/db';
import { contents, emptyStore, expectSound, random, withoutMoments } from '../support';
import { newWalk, walkOneStep } from './walk';

const NOON = Date.parse('2026-03-01T12:00:00.000Z');
/** As far as a clock may be off before a date counts as one in the future. */
const OFF_MS = 10 * 60 * 60 * 1000;

/** Begins a test: an empty store, and a clock of ours. */
export async function beginWalking(): Promise<void> {
  // Only the clock: the database needs its timers.
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  await emptyStore();
}

/** The moment of every record that can be changed, by table and id. */
function lastChanges(all: Record<string, unknown[]>): Map<string, string> {
  const dated = Object.entries(all).flatMap(([table, records]) =>
    (records as { id?: string; paperId?: string; reviewId?: string; updatedAt?: string }[]).map(
      ({ id, reviewId, paperId, updatedAt }) =>
        [`${table} ${id ?? `${reviewId}/${paperId}`}`, updatedAt ?? ''] as const,
    ),
  );
  return new Map(dated.filter(([, updatedAt]) => updatedAt));
}

/** The records that a reader would call theirs. */
export async function exactRecords(): Promise<Record<string, unknown[]>> {
  const all = await contents();
  const theirs = TRAVELLING.filter((kind) => kind !== 'coders');
  return Object.fromEntries(theirs.map((kind) => [kind, all[kind] ?? []]));
}

/** The same, without the moments of their last changes. */
export const records = async () => withoutMoments(await exactRecords());

interface Walked {
  /** Steps that were done here. Those that came with a file go with the step that brought them in. */
  ours: ReadonlySet<string>;
  /** The records as they were at the beginning, or when history was last forgotten: the way back ends there. */
  start: Record<string, unknown[]>;
}

interface WalkOptions {
  seed: number;
  length: number;
  /** Does this reader forget history on the way? */
  forgets?: boolean;
}

export async function walk(
  { seed, length, forgets }: WalkOptions,
  each: (i: number) => Promise<void>,
): Promise<Walked> {
  const ours = new Set<string>();
  const state = newWalk(random(seed), forgets);
  let start = await records();
  for (let i = 0; i < length; i++) {
    const before = state.next() < 0.1 ? await contents() : null;
    vi.setSystemTime(NOON + (state.next() * 2 - 1) * OFF_MS);
    try {
      await walkOneStep(state);
    } catch (error) {
      // A refusal is an answer too, but it must have changed nothing.
      expect(error).toBeInstanceOf(Problem);
      if (before) expect(await contents()).toEqual(before);
    }
    if (before) await expectNoDateGoesBack(before);
    if ((await noteOurs(ours)) === 'forget-history') start = await records();
    await each(i);
  }
  return { ours, start };
}

async function expectNoDateGoesBack(before: Record<string, unknown[]>): Promise<void> {
  // What another store has written later is taken as it is there: both must hold the same.
  if ((await db.steps.orderBy('counter').last())?.local) return;
  const after = lastChanges(await contents());
  for (const [name, updatedAt] of lastChanges(before))
    expect((after.get(name) ?? updatedAt) >= updatedAt, `${name} goes back`).toBe(true);
}

/** Gives what was done last. */
async function noteOurs(ours: Set<string>): Promise<Command | undefined> {
  const here = await db.installation.get('here');
  const last = here && (await db.steps.where('counter').equals(here.counter).toArray());
  const own = (last ?? []).filter((step) => step.coderId === here?.coderId || step.local);
  for (const step of own) ours.add(step.id);
  return own[0]?.command;
}

/** Takes back all that was done, the last step first. */
export async function takeAllBack(ours: Walked['ours']): Promise<void> {
  for (const step of await db.steps.orderBy('counter').reverse().toArray())
    if (step.command !== 'begin-coder' && step.forgets === undefined && ours.has(step.id))
      await undo(step.id);
}

const LONG = 2_000;

/** A long walk that is sound all along, and is taken back step by step. */
export async function thereAndAllTheWayBack(seed: number): Promise<void> {
  const { ours, start } = await walk({ seed, length: LONG }, async (i) => {
    if (i % 250 === 249) await expectSound();
  });
  expect(setAsideBy(await sweep())).toBe(0);
  await takeAllBack(ours);
  expect(await records()).toEqual(start);
}
