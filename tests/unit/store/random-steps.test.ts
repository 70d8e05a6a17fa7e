/**
 * Whatever a reader does, in whatever order, with a clock that goes back and forth: the store stays sound, no record's
 * date goes back, and a backup holds all of it.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  backUp,
  changeSettings,
  changeTag,
  correctPaper,
  createReview,
  deleteTag,
  moveTag,
  restore,
  StoreError,
  saveTag,
  setAsideBy,
  sweep,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { contents, emptyStore, expectSound, facts, newTag, page, pick, random } from './support';

const NOON = Date.parse('2026-03-01T12:00:00.000Z');
/** As far as a clock may be off before a date counts as one in the future. */
const OFF_MS = 10 * 60 * 60 * 1000;

beforeEach(async () => {
  // Only the clock: the database needs its timers.
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  await emptyStore();
});
afterEach(() => {
  vi.useRealTimers();
});

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

const PAGES = [
  page('https://a.example/1', facts('10.5555/a')),
  page('https://pmc.example/1', { ...facts('10.5555/a'), pmid: '1' }),
  page('https://b.example/1', facts('10.5555/b')),
  page('https://c.example/1', { title: 'No ids' }),
  page('https://d.example/1', null),
];
const QUOTES = ['Training helped.', 'Pay did not.', 'Roles were vague.'];
const INFLUENCES = ['training', 'pay', 'role', '__proto__'];
const STANCES = ['supporting', 'contrasting', 'mentioning'] as const;

type Step = (next: () => number, memory: Memory) => Promise<unknown>;
interface Memory {
  sent: ReturnType<typeof newTag>[];
  events: string[];
  backups: string[];
}

const someTag = async (next: () => number) => pick(next, await db.tags.toArray())?.id;

const STEPS: Step[] = [
  async (next, { sent, events }) => {
    const tag = newTag({
      on: pick(next, PAGES),
      quote: pick(next, QUOTES),
      influenceId: pick(next, INFLUENCES),
      stance: pick(next, STANCES),
      basis: next() < 0.3 ? 'second-hand' : 'own',
    });
    sent.push(tag);
    events.push((await saveTag(tag)).eventId);
  },
  async (next, { sent }) => sent.length && saveTag(pick(next, sent)),
  async (next, { events }) => {
    const id = await someTag(next);
    if (id)
      events.push(
        (await changeTag(id, { influenceId: pick(next, INFLUENCES), stance: pick(next, STANCES) }))
          .eventId,
      );
  },
  async (next, { events }) => {
    const id = await someTag(next);
    if (id) events.push((await deleteTag(id)).eventId);
  },
  async (next, { events }) => {
    const id = await someTag(next);
    const { page: on, statement } = newTag({ on: pick(next, PAGES), quote: pick(next, QUOTES) });
    if (id) events.push((await moveTag({ id, page: on, statement })).eventId);
  },
  async (next, { events }) => {
    if (events.length) events.push((await undo(pick(next, events))).eventId);
  },
  async (_, { events }) => {
    const last = events.at(-1);
    if (last) events.push((await undo(last)).eventId);
  },
  async (next) =>
    correctPaper(pick(next, PAGES), { doi: pick(next, ['10.5555/a', '10.5555/b', '10.5555/new']) }),
  async (next) => changeSettings({ coder: pick(next, ['NI', 'me']) }),
  async (next) => next() < 0.2 && createReview({ name: 'More', codebookIds: ['psw-core'] }),
  async (next, { backups }) =>
    backups.length && next() < 0.5 ? restore(pick(next, backups)) : backups.push(await backUp('x')),
];
/** Saving is what readers mostly do. */
const WEIGHTED = [...STEPS, ...Array.from({ length: 6 }, () => STEPS[0] as Step)];

test.each(Array.from({ length: 24 }, (_, i) => i + 1))(
  'sequence %i',
  async (seed) => {
    const next = random(seed);
    const memory: Memory = { sent: [], events: [], backups: [] };
    for (let i = 0; i < 40; i++) {
      const before = await contents();
      vi.setSystemTime(NOON + (next() * 2 - 1) * OFF_MS);
      try {
        await pick(next, WEIGHTED)(next, memory);
      } catch (error) {
        // A refusal is an answer too, but it must have changed nothing.
        expect(error).toBeInstanceOf(StoreError);
        expect(await contents()).toEqual(before);
      }
      const after = lastChanges(await contents());
      for (const [name, updatedAt] of lastChanges(before))
        expect((after.get(name) ?? updatedAt) >= updatedAt, `${name} goes back`).toBe(true);
      if (i % 4 === 3) await expectSound();
    }
    expect(setAsideBy(await sweep())).toBe(0);
    const [text, before] = [await backUp('x'), await contents()];
    await emptyStore();
    expect(await restore(text)).toMatchObject({ quarantined: [] });
    expect(await contents()).toEqual(before);
    await expectSound();
  },
  60_000,
);
