/** Steps of very many changes (an import, a review that is deleted): kept as a head and parts, and otherwise like any. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeBackup } from '../../../lib/exchange';
import { newId } from '../../../lib/model';
import {
  createReview,
  deleteReview,
  forgetHistory,
  historyOf,
  isCommitted,
  isLargeStep,
  lastStep,
  saveTag,
  undo,
  whatCanBeUndone,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { wholeStep } from '../../../lib/store/read/whole-steps';
import { MOST_CHANGES_IN_HEAD } from '../../../lib/store/write/step-rows';
import { SAMPLE_REVIEW, sampleBackup, sampleId } from '../../support/samples';
import { madeOnce } from './machines';
import {
  allSteps,
  backUp,
  contents,
  emptyStore,
  expectSound,
  newTag,
  restore,
  withoutMoments,
} from './support';

/** A file whose import is a step of more changes than fit into two parts. */
const FILE = writeBackup(
  sampleBackup({
    ...{ influences: ['psw.culture', 'psw.pay'], codebookId: 'psw-core' },
    ...{ papers: 3, tags: 200 },
  }),
);

/** What readers have: records, versions and counts, without history. */
async function records(): Promise<Record<string, unknown[]>> {
  const { steps: _, stepParts: __, stamps: ___, installation: ____, ...rest } = await contents();
  return withoutMoments(rest);
}

/** Imports the file; the answer is the id of the import's step. */
async function bringIn(): Promise<string> {
  const { eventId } = await restore(FILE);
  if (!eventId) throw new Error('nothing was imported');
  return eventId;
}

/** The same into an empty store. */
const broughtIn = madeOnce(bringIn);

beforeEach(emptyStore);
afterEach(() => vi.restoreAllMocks());

/** Counts reads of the parts of steps, however they are read. */
function watchParts(): { reads: number } {
  const seen = { reads: 0 };
  for (const how of ['get', 'getAll', 'openCursor'] as const) {
    const original = IDBObjectStore.prototype[how] as (...args: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, how).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      if (this.name === 'stepParts') seen.reads += 1;
      return original.apply(this, args) as never;
    });
  }
  return seen;
}

/** More than a thousand records go in, out and in again. */
const LONG = { timeout: 60_000 };

describe('a step of very many changes', LONG, () => {
  test('is a head without them, and rows of so many each', async () => {
    const id = await broughtIn();
    const raw = (await db.steps.get(id)) as unknown as { changes: unknown[] };
    expect(raw.changes).toEqual([]);
    const parts = await db.stepParts.toArray();
    expect(parts.map(({ step, part }) => [step, part])).toEqual([
      [id, 0],
      [id, 1],
      [id, 2],
    ]);
    const step = await wholeStep(id);
    expect(step?.changes).toEqual(parts.flatMap((part) => part.changes));
    expect(step?.changes.length).toBeGreaterThan(1_200);
    expect(await isLargeStep(id)).toBe(true);
    await expectSound();
  });

  test('is not read to find what can be taken back or done again', async () => {
    const id = await broughtIn();
    const seen = watchParts();
    expect((await whatCanBeUndone()).undo).toMatchObject({ step: { id }, command: 'restore' });
    expect(await lastStep({ paperIds: [sampleId(2, 1)] })).toMatchObject({ id });
    expect(await lastStep({ paperIds: [newId()] })).toBeUndefined();
    expect(seen.reads).toBe(0);
    await wholeStep(id);
    expect(seen.reads).toBeGreaterThan(0);
  });

  test('is taken back and done again like any other, with what is done of it reported', async () => {
    await saveTag(newTag());
    const before = await records();
    const id = await bringIn();
    const there = await records();
    const told: [number, number][] = [];
    const own = newId();
    const { eventId } = await undo(id, { id: own, onDone: (...now) => told.push(now) });
    expect(await records()).toEqual(before);
    expect(eventId).toBe(own);
    expect(await isCommitted(own)).toBe(true);
    expect(told.length).toBeGreaterThan(3);
    for (const [done, total] of told) expect(done).toBeLessThanOrEqual(total);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
    expect(await isLargeStep(eventId)).toBe(true);
    await undo(eventId);
    expect(await records()).toEqual(there);
    await expectSound();
  });

  test('travels whole: what a store did to very many records is known to another', async () => {
    await broughtIn();
    await saveTag(newTag());
    await createReview({ name: 'The one that is left' });
    await deleteReview(SAMPLE_REVIEW);
    const done = (await allSteps()).find(({ command }) => command === 'delete-review');
    expect(done?.changes.length).toBeGreaterThan(MOST_CHANGES_IN_HEAD);
    const travels = done?.changes.filter(({ table }) => table !== 'settings');
    const text = await backUp('x');
    await emptyStore();
    await restore(text, { as: 'mine' });
    expect(await isLargeStep(done?.id ?? '')).toBe(true);
    expect((await wholeStep(done?.id ?? ''))?.changes).toEqual(travels);
    expect(await restore(text, { as: 'mine' })).toMatchObject({ isKnown: true });
  });

  test('is in the history of the papers that it is about', async () => {
    const id = await broughtIn();
    const { steps } = await historyOf({ paper: sampleId(2, 2) });
    expect(steps.map(({ step }) => step.id)).toEqual([id]);
    expect(steps[0]?.changes.length).toBeGreaterThan(200);
    expect((await historyOf({ paper: newId() })).steps).toEqual([]);
  });

  test('is forgotten with all its parts', async () => {
    const id = await broughtIn();
    await forgetHistory(id);
    expect(await db.stepParts.count()).toBe(0);
    expect(await wholeStep(id)).toBeUndefined();
    await expect(undo(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is forgotten with all its parts where its head is damaged too', async () => {
    const id = await broughtIn();
    const { eventId } = await saveTag(newTag());
    await db.steps.update(id, { at: 7 as never });
    await forgetHistory(eventId);
    expect(await db.stepParts.count()).toBe(0);
  });

  test('with a part that cannot be read is not taken back by halves, and a sentence says why', async () => {
    const id = await broughtIn();
    await db.stepParts.update([id, 1], { changes: 'x' as never });
    const before = await records();
    await expect(undo(id)).rejects.toThrow(/part of this step is damaged/);
    expect(await records()).toEqual(before);
    // What can be read goes on: other steps, and looking for them.
    const { tag } = await saveTag(newTag());
    expect((await whatCanBeUndone()).undo?.step.id).toBe(tag.id);
    expect((await allSteps()).map((step) => step.id)).not.toContain(id);
  });
});
