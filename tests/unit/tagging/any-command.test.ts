/** Any commands in any order, with a background that answers late, refuses, or has lost a tag meanwhile: the chart holds. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pick, type Random, seeded } from '../../support/random';
import { facts, newTag, page } from '../store/support';
import { broken } from './chart-rules';

interface Row {
  tag: { id: string; statementId: string; stance: string; note: string; paperId: string };
  statement: { id: string; quote: string };
}

/** The store behind the messages, as far as tagging mode looks at it. */
const store = vi.hoisted(() => ({
  rows: new Map<string, Row>(),
  saves: 0,
  /** Called before each answer: it waits, or throws. */
  answer: async (): Promise<void> => undefined,
}));

vi.mock('../../../lib/messaging', async (original) => {
  const { rows } = store;
  // biome-ignore lint/suspicious/noExplicitAny: as many shapes as there are requests
  const handlers: Record<string, (payload: any) => unknown> = {
    'tags/save': ({ tagId, statement, stance, note }) => {
      const id = `on ${statement.quote}`;
      const tag = { id: tagId, statementId: id, stance, note, paperId: 'paper' };
      rows.set(tagId, { tag, statement: { id, quote: statement.quote } });
      store.saves += 1;
      return { ...rows.get(tagId), eventId: 'step', replaced: null };
    },
    'tags/change': ({ id, change }) => {
      const row = rows.get(id);
      if (!row) throw new Error('There is no such tag.');
      rows.set(id, { ...row, tag: { ...row.tag, ...change } });
      return { ...rows.get(id), eventId: 'step' };
    },
    'tags/move': ({ id, statement }) => {
      const row = rows.get(id);
      if (!row) throw new Error('There is no such tag.');
      const on = `on ${statement.quote}`;
      const tag = { ...row.tag, statementId: on };
      rows.set(id, { tag, statement: { id: on, quote: statement.quote } });
      return { ...rows.get(id), eventId: 'step' };
    },
    'tags/delete': ({ id }) => rows.delete(id) && { eventId: 'step' },
    'tags/undo': () => {
      const [last] = [...rows.keys()].slice(-1);
      if (last) rows.delete(last);
      return { eventId: 'back', tag: null };
    },
    'page/tagging-state': () => ({
      ...{ tags: [...rows.values()], handoverKey: 'key', paperId: 'paper', review: null },
      ...{ codebooks: [], numberKeys: [], newcomer: false, shortcut: '', keys: {}, last: null },
      leftOut: { damaged: 0, waiting: 0 },
      newer: false,
    }),
  };
  const send = async (name: string, payload: unknown) => {
    await store.answer();
    return handlers[name]?.(payload) ?? null;
  };
  return { ...(await original<object>()), send, ask: send };
});
vi.mock('../../../lib/paint', async (original) => ({
  ...(await original<object>()),
  documentsOf: () => [],
}));
vi.mock('../../../entrypoints/tagging.content/source/reveal', () => ({ reveal: () => undefined }));
// Every range of this test is on the page.
vi.mock('../../../entrypoints/tagging.content/source/page-text', () => ({
  standing: (range: Range | null) => range,
  neighbourOf: (items: readonly unknown[]) => items[0] ?? null,
}));

import { barCommands } from '../../../entrypoints/tagging.content/mode/bar-commands';
import { NotFoundDeeds } from '../../../entrypoints/tagging.content/mode/not-found';
import { Session } from '../../../entrypoints/tagging.content/mode/session';
import { chosenOf, type Held, handOf } from '../../../entrypoints/tagging.content/mode/state';
import { Walk } from '../../../entrypoints/tagging.content/mode/walk';
import { barView } from '../../../entrypoints/tagging.content/show/bar/view';
import type { Passage } from '../../../entrypoints/tagging.content/source/page-text';
import type { ListedInfluence } from '../../../lib/codebook/influences';
import type { BarCommand } from '../../../lib/messaging';
import { COMMANDS, type CommandContext, runCommand } from '../../../lib/tagging';

const PAGE = page('https://app.example/1', facts('10.5555/one', 'The first work of this site'));
const PASSAGES: Passage[] = ['Words one.', 'Words two.', 'Words three.'].map((quote) => ({
  ...{ range: `the range of ${quote}` as never, quote },
}));
const influence = (influenceId: string) =>
  ({ codebookId: 'book', influenceId, codebook: { version: '1' } }) as unknown as ListedInfluence;

/** Tagging mode on a page of three statements. */
function onPage(random: Random) {
  const hold = ({ quote }: Passage): Held => ({
    ...{ statement: newTag({ on: PAGE, quote }).statement, page: PAGE, contentId: 'content' },
  });
  const session: Session = new Session({
    ...{ report: () => PAGE, hold, fate: () => 'go-on', shows: () => true, find: () => null },
    ...{ paint: () => undefined, show: () => undefined, orphaned: () => undefined },
    start: () => session.dispatch({ type: 'started' }),
  });
  const list = { active: false, putOnList: () => undefined, putAllOnList: () => undefined };
  const parts = {
    ...{ session, list, reveal: async () => undefined },
    text: { ready: async () => undefined, neighbour: () => pick(random, [...PASSAGES, null]) },
    highlights: { found: () => [], statementAtRange: statementAt },
    leave: () => {
      session.choose(null);
      session.dispatch({ type: 'stopped' });
    },
  };
  const walk = new Walk({} as Document, parts as unknown as ConstructorParameters<typeof Walk>[1]);
  const context: CommandContext = {
    ...{ tag: session, panels: session.panels, history: session.tags.steps, left: session.left },
    ...{ page: walk, list, whenStill: session.whenStill },
  };
  const press = barCommands({
    session,
    context,
    reloadPage: () => undefined,
    openTag: () => undefined,
    listReference: () => undefined,
    notFound: new NotFoundDeeds({
      session,
      sentences: async () => PASSAGES.map((one) => ({ text: one.quote, passage: () => one })),
      goTo: (passage) => walk.goTo(passage, statementAt(passage.range)),
      point: () => undefined,
    }),
  });
  return { session, context, press };
}

/** The statement of the store on a passage, if it has a tag. */
function statementAt(range: unknown): string | null {
  const at = PASSAGES.find((one) => one.range === range);
  const row = [...store.rows.values()].find(({ statement }) => statement.quote === at?.quote);
  return row?.statement.id ?? null;
}

type Site = ReturnType<typeof onPage>;

/** Any key, button or change of the page. */
function anyStep(random: Random, { session, context, press }: Site): void {
  const tagId = pick(random, [...store.rows.keys(), 'no such tag']);
  const note = pick(random, ['', 'half', 'half a thought']);
  const buttons: BarCommand[] = [
    { do: 'edit', tagId: pick(random, [tagId, null]) },
    { do: 'show', panel: pick(random, ['none', 'find', 'note', 'rule', 'help'] as const) },
    ...([
      { do: 'remove', tagId },
      { do: 'discard', tagId },
    ] as const),
    ...([
      { do: 'typed', note },
      { do: 'keep-note', note },
    ] as const),
    ...([{ do: 'cancel-move' }, { do: 'retry' }] as const),
    {
      do: 'not-found',
      deed: pick(random, ['show', 'similar', 'choose', 'delete'] as const),
      statementId: store.rows.get(tagId)?.statement.id ?? 'no such statement',
    },
  ];
  const command = pick(random, COMMANDS).id;
  const arg = command === 'influence' ? String(1 + Math.floor(random() * 9)) : 'x';
  pick(random, [
    () => runCommand({ command, arg }, context),
    () => runCommand({ command, arg }, context),
    () => press(pick(random, buttons)),
    () => session.choose(null),
    () => {
      session.dispatch({ type: 'started' });
      const passage = pick(random, PASSAGES);
      session.choose(passage, statementAt(passage.range));
      // Often enough that tags are there to be changed, moved and deleted.
      if (random() < 0.5) session.stance(pick(random, ['supporting', 'contrasting']));
      if (random() < 0.8) session.influence(influence(pick(random, ['culture', 'training'])));
    },
    () => session.edit(tagId),
    () => session.move(),
    () => {
      // Another tab deletes it.
      store.rows.delete(tagId);
      session.load().catch(() => undefined);
    },
  ])();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Range', class {});
  store.rows.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const hands = new Set<string>();

test.each(Array.from({ length: 60 }, (_, seed) => seed))('seed %i', async (seed) => {
  const random = seeded(seed);
  const site = onPage(random);
  const { session } = site;
  store.answer = () =>
    new Promise((done, fail) => {
      const fails = random() < 0.1;
      setTimeout(() => (fails ? fail(new Error('the disk is full')) : done()), random() * 100);
    });
  for (let step = 0; step < 150; step += 1) {
    anyStep(random, site);
    if (random() < 0.5) await vi.advanceTimersByTimeAsync(random() * 120);
    const { state } = session;
    expect(broken(state), `step ${step}`).toEqual([]);
    const shown = barView(state);
    // The toolbar has the tag of each hand that knows one, and the statement that keys act on.
    expect(shown.hand.kind).toBe(handOf(state).kind);
    const under = shown.hand.kind === 'moving' ? shown.hand.under : shown.hand;
    expect('statement' in under ? under.statement.quote : null).toBe(
      chosenOf(state)?.quote ?? null,
    );
    hands.add(shown.hand.kind);
  }
  await vi.advanceTimersByTimeAsync(60_000);
  // Every request has been answered: nothing is on its way, and what failed is shown as unsaved.
  expect(session.state.unsaved.filter(({ state }) => state === 'saving')).toEqual([]);
});

test('the walks have been in every hand, and have saved tags', () => {
  expect([...hands].sort()).toEqual(['composing', 'editing', 'empty', 'moving', 'saved']);
  expect(store.saves).toBeGreaterThan(200);
});
