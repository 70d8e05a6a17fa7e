/** Whatever a reader does, in whatever order: the store stays sound, and a backup holds all of it. */
import { beforeEach, expect, test } from 'vitest';
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
  sweep,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { contents, emptyStore, expectSound, facts, newTag, page, pick, random } from './support';

beforeEach(emptyStore);

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
      try {
        await pick(next, WEIGHTED)(next, memory);
      } catch (error) {
        // A refusal is an answer too, but it must have changed nothing.
        expect(error).toBeInstanceOf(StoreError);
        expect(await contents()).toEqual(before);
      }
      if (i % 4 === 3) await expectSound();
    }
    expect(await sweep()).toBe(0);
    const [text, before] = [await backUp('x'), await contents()];
    await emptyStore();
    expect(await restore(text)).toMatchObject({ quarantined: [] });
    expect(await contents()).toEqual(before);
    await expectSound();
  },
  60_000,
);
