/** Walks of a reader at random, with a clock that goes back and forth, and the way back to the beginning. */
import { expect, vi } from 'vitest';
import { TRAVELLING } from '../../../lib/model';
import { StoreError, undo } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { contents, emptyStore, random } from './support';
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
export async function records(): Promise<Record<string, unknown[]>> {
  const all = await contents();
  return Object.fromEntries(TRAVELLING.filter((k) => k !== 'coders').map((k) => [k, all[k] ?? []]));
}

/** Steps that were done here. Those that came with a file are taken back by taking back the step that brought them in. */
type Ours = ReadonlySet<string>;

export async function walk(
  seed: number,
  length: number,
  each: (i: number) => Promise<void>,
): Promise<Ours> {
  const ours = new Set<string>();
  const state = newWalk(random(seed));
  for (let i = 0; i < length; i++) {
    const before = state.next() < 0.1 ? await contents() : null;
    vi.setSystemTime(NOON + (state.next() * 2 - 1) * OFF_MS);
    try {
      await walkOneStep(state);
    } catch (error) {
      // A refusal is an answer too, but it must have changed nothing.
      expect(error).toBeInstanceOf(StoreError);
      if (before) expect(await contents()).toEqual(before);
    }
    if (before) await expectNoDateGoesBack(before);
    await noteOurs(ours);
    await each(i);
  }
  return ours;
}

async function expectNoDateGoesBack(before: Record<string, unknown[]>): Promise<void> {
  // What another store has written later is taken as it is there: both must hold the same.
  if ((await db.steps.orderBy('counter').last())?.local) return;
  const after = lastChanges(await contents());
  for (const [name, updatedAt] of lastChanges(before))
    expect((after.get(name) ?? updatedAt) >= updatedAt, `${name} goes back`).toBe(true);
}

async function noteOurs(ours: Set<string>): Promise<void> {
  const here = await db.installation.get('here');
  const last = here && (await db.steps.where('counter').equals(here.counter).toArray());
  for (const step of last ?? [])
    if (step.coderId === here?.coderId || step.local) ours.add(step.id);
}

/** Takes back all that was done, the last step first. */
export async function takeAllBack(ours: Ours): Promise<void> {
  for (const step of await db.steps.orderBy('counter').reverse().toArray())
    if (step.command !== 'begin-coder' && step.forgets === undefined && ours.has(step.id))
      await undo(step.id);
}
