/** The chart of tagging mode: every event in every kind of state, and what holds after any run of events. */
import { describe, expect, test } from 'vitest';
import {
  type Chosen,
  EMPTY_STATE,
  type Hand,
  handOf,
  panelOf,
  type State,
  situationOf,
  targetOf,
} from '../../../entrypoints/tagging.content/mode/state';
import { type ModeEvent, transition } from '../../../entrypoints/tagging.content/mode/transition';
import type { TagOnPage } from '../../../lib/messaging';
import { type Draft, EMPTY_DRAFT } from '../../../lib/tagging';
import { pick, type Random, seeded } from '../../support/random';
import { newTag, PAGE_A } from '../store/support';
import { broken } from './chart-rules';

const IDS = ['a', 'b', 'c'] as const;
const INFLUENCE = { codebookId: 'book', influenceId: 'culture' };
/** A tag on the statement of the same name. */
const tagged = (id: string, note = ''): TagOnPage =>
  ({
    tag: { id, note, stance: 'mentioning', statementId: `on ${id}`, ...INFLUENCE },
    statement: { id: `on ${id}`, quote: `words ${id}` },
  }) as unknown as TagOnPage;

const held = (name: string): Chosen['held'] => ({
  ...{
    statement: newTag({ quote: `words ${name}` }).statement,
    page: PAGE_A,
    contentId: 'content',
  },
});
const HELD = { a: held('a'), new: held('new') };
/** The statement of tag a; one without a tag, on a page whose statements start as second-hand. */
const ON_A: Chosen = {
  ...{ range: 'range a' as never, quote: 'words a', statementId: 'on a', held: HELD.a },
};
const ON_NEW: Chosen = {
  ...{ range: 'range new' as never, quote: 'words new', statementId: null, held: HELD.new },
  basis: 'second-hand',
};

const draft = (change: Partial<Draft> = {}): Draft => ({ ...EMPTY_DRAFT, ...change });
const STANCE = draft({ stance: 'supporting' });
const COMPOSING: Hand = { kind: 'composing', chosen: ON_A, draft: STANCE, typed: 'half' };

/** The kinds of state, each with something in it that must not get lost. */
const HANDS = {
  empty: { kind: 'empty' },
  composing: COMPOSING,
  saved: { kind: 'saved', chosen: ON_A, tagId: 'a', draft: draft({ strength: 1 }), typed: 'half' },
  editing: { kind: 'editing', chosen: ON_A, tagId: 'a', typed: 'half' },
  'moving over nothing': { kind: 'moving', tagId: 'b', under: { kind: 'empty' } },
  'moving over a statement': { kind: 'moving', tagId: 'b', under: COMPOSING },
} as const satisfies Record<string, Hand>;
type HandName = keyof typeof HANDS;

const STORED: State = {
  ...EMPTY_STATE,
  tags: new Map([tagged('a'), tagged('b')].map((one) => [one.tag.id, one])),
  ...{ problem: 'the last problem', last: INFLUENCE },
};
function stateWith(hand: Hand): State {
  const started = transition(STORED, { type: 'started' });
  if (started.mode.kind !== 'tagging') throw new Error('tagging mode did not start');
  return { ...started, mode: { ...started.mode, hand, panel: { kind: 'help' } } };
}

const NEW_ON_A: Hand = { kind: 'composing', chosen: ON_A, draft: draft(), typed: null };
const NEW: Hand = {
  ...{ kind: 'composing', chosen: ON_NEW, draft: draft({ basis: 'second-hand' }), typed: null },
};
const CHOSEN: ModeEvent = {
  ...{ type: 'chosen', chosen: ON_NEW, draft: draft({ basis: 'second-hand' }), typed: null },
};
const RANGE = 'another range' as unknown as Range;
const AGAIN: Chosen = { ...ON_A, range: RANGE };
const HELD_NOW: Chosen['held'] = { ...HELD.a, contentId: 'another content' };

/** The hands that an event changes; those that are not named are left as they are. */
type Outcomes = Partial<Record<HandName, Hand>>;
const { saved, editing } = HANDS;
const overNothing = HANDS['moving over nothing'];
const over = HANDS['moving over a statement'];

const TABLE: [string, ModeEvent, Outcomes][] = [
  [
    'chosen',
    CHOSEN,
    {
      ...{ empty: NEW, composing: NEW, saved: NEW, editing: NEW },
      'moving over nothing': { ...overNothing, under: NEW },
      'moving over a statement': { ...over, under: NEW },
    },
  ],
  [
    'unchosen',
    { type: 'unchosen' },
    {
      ...{ composing: HANDS.empty, saved: HANDS.empty, editing: HANDS.empty },
      'moving over a statement': { ...over, under: HANDS.empty },
    },
  ],
  [
    'found again',
    { type: 'found-again', range: RANGE },
    {
      composing: { ...COMPOSING, chosen: AGAIN },
      saved: { ...saved, chosen: AGAIN },
      editing: { ...editing, chosen: AGAIN },
      'moving over a statement': { ...over, under: { ...COMPOSING, chosen: AGAIN } },
    },
  ],
  [
    'a key of the draft',
    { type: 'drafted', draft: draft({ influence: INFLUENCE }) },
    {
      composing: { ...COMPOSING, draft: draft({ influence: INFLUENCE }) },
      // The note that is half typed is the saved tag's.
      saved: { ...NEW_ON_A, draft: draft({ influence: INFLUENCE }) } as Hand,
      'moving over a statement': { ...COMPOSING, draft: draft({ influence: INFLUENCE }) },
    },
  ],
  [
    'a dial of the draft',
    { type: 'turned', change: { direction: 'barrier' } },
    {
      composing: { ...COMPOSING, draft: { ...STANCE, direction: 'barrier' } },
      'moving over a statement': { ...COMPOSING, draft: { ...STANCE, direction: 'barrier' } },
    },
  ],
  [
    'a letter of a note',
    { type: 'typed', typed: 'half a' },
    {
      composing: { ...COMPOSING, typed: 'half a' },
      saved: { ...saved, typed: 'half a' },
      editing: { ...editing, typed: 'half a' },
    },
  ],
  [
    'sent',
    { type: 'sent', influence: INFLUENCE, held: HELD_NOW },
    { composing: { ...NEW_ON_A, chosen: { ...ON_A, held: HELD_NOW } } as Hand },
  ],
  ['filed, for other words', { type: 'filed', tag: tagged('c'), words: HELD.new.statement }, {}],
  [
    'filed, for the chosen words',
    { type: 'filed', tag: tagged('c'), words: HELD.a.statement },
    {
      composing: {
        ...{ kind: 'saved', tagId: 'c', draft: STANCE, typed: 'half' },
        chosen: { ...ON_A, statementId: 'on c' },
      },
      saved: { ...saved, tagId: 'c', typed: null, chosen: { ...ON_A, statementId: 'on c' } },
      editing: { ...editing, chosen: { ...ON_A, statementId: 'on c' } },
      'moving over a statement': {
        ...over,
        under: { ...COMPOSING, chosen: { ...ON_A, statementId: 'on c' } },
      },
    },
  ],
  [
    'edited',
    { type: 'edited', tagId: 'b', typed: null },
    Object.fromEntries(
      (['composing', 'saved', 'editing', 'moving over a statement'] as const).map((name) => [
        name,
        { kind: 'editing', chosen: ON_A, tagId: 'b', typed: null },
      ]),
    ),
  ],
  ['edited, a tag that is not there', { type: 'edited', tagId: 'c', typed: null }, {}],
  [
    'composed',
    { type: 'composed', draft: draft(), typed: null },
    {
      ...{ composing: NEW_ON_A, saved: NEW_ON_A, editing: NEW_ON_A },
      'moving over a statement': NEW_ON_A,
    },
  ],
  [
    'picked up',
    { type: 'picked-up', tagId: 'a' },
    {
      empty: { kind: 'moving', tagId: 'a', under: HANDS.empty },
      composing: { kind: 'moving', tagId: 'a', under: COMPOSING },
      saved: {
        ...{ kind: 'moving', tagId: 'a' },
        under: { ...COMPOSING, draft: draft({ strength: 1 }), typed: null },
      },
      editing: { kind: 'moving', tagId: 'a', under: NEW_ON_A } as Hand,
      'moving over nothing': { ...overNothing, tagId: 'a' },
      'moving over a statement': { ...over, tagId: 'a' },
    },
  ],
  ['picked up, a tag that is not there', { type: 'picked-up', tagId: 'c' }, {}],
  [
    'put down',
    { type: 'put-down' },
    { 'moving over nothing': HANDS.empty, 'moving over a statement': COMPOSING },
  ],
  ['the tag at hand is changed', { type: 'changed', tag: tagged('a', 'new').tag }, {}],
  [
    'the tag at hand is removed',
    { type: 'removed', tagId: 'a' },
    {
      saved: { ...COMPOSING, draft: draft({ strength: 1 }) },
      editing: { ...NEW_ON_A, typed: 'half' } as Hand,
    },
  ],
  [
    'the tag that is carried is removed',
    { type: 'removed', tagId: 'b' },
    {
      saved: { ...COMPOSING, draft: draft({ strength: 1 }) },
      editing: { ...NEW_ON_A, typed: 'half' } as Hand,
      ...{ 'moving over nothing': HANDS.empty, 'moving over a statement': COMPOSING },
    },
  ],
  [
    'undone',
    { type: 'stepped' },
    {
      saved: { ...COMPOSING, draft: draft({ strength: 1 }) },
      editing: { ...NEW_ON_A, typed: 'half' } as Hand,
    },
  ],
  [
    'loaded, without any tag',
    { type: 'loaded', stored: EMPTY_STATE.stored, tags: [], last: null, problem: null },
    {
      saved: { ...COMPOSING, draft: draft({ strength: 1 }) },
      editing: { ...NEW_ON_A, typed: 'half' } as Hand,
      ...{ 'moving over nothing': HANDS.empty, 'moving over a statement': COMPOSING },
    },
  ],
  [
    'loaded, with all tags',
    {
      ...{ type: 'loaded', stored: EMPTY_STATE.stored, last: null, problem: null },
      tags: [tagged('a'), tagged('b')],
    },
    {},
  ],
  [
    'a note is opened',
    { type: 'opened', panel: { kind: 'note' } },
    { 'moving over a statement': COMPOSING },
  ],
  ...(
    [
      ['a rule is opened', { type: 'opened', panel: { kind: 'rule' } }],
      ['the search is opened', { type: 'opened', panel: { kind: 'find', first: 't' } }],
      ['closed', { type: 'closed' }],
      ['pointed', { type: 'pointed', card: null }],
      ['listed', { type: 'listed', works: [{ entry: {} as never, known: null }], at: null }],
      ['moved on the list', { type: 'list-moved', at: 0 }],
      ['peeked at', { type: 'peeked', peek: null }],
      ['paused', { type: 'paused', paused: 'page' }],
      ['started', { type: 'started' }],
      ['loading', { type: 'loading', loading: true }],
      ['searched', { type: 'searched', notFound: [] }],
      ['unsaved', { type: 'unsaved', unsaved: [] }],
      ['left', { type: 'left', left: [] }],
      ['toast', { type: 'toast', toast: null }],
      ['problem', { type: 'problem', problem: 'another' }],
    ] satisfies [string, ModeEvent][]
  ).map(([name, event]): [string, ModeEvent, Outcomes] => [name, event, {}]),
];

const EVENTS = TABLE.map(([, event]) => event);

describe.each(TABLE)('%s', (_, event, outcomes) => {
  test.each(Object.keys(HANDS) as HandName[])('%s', (name) => {
    const before = stateWith(HANDS[name]);
    expect(handOf(transition(before, event))).toEqual(outcomes[name] ?? HANDS[name]);
    expect(broken(transition(before, event))).toEqual([]);
  });

  test('without tagging mode it turns nothing on but a start', () => {
    const { mode } = transition(STORED, event);
    expect(mode.kind).toBe(event.type === 'started' ? 'tagging' : 'showing');
  });
});

test('the table has every event', () => {
  const types = new Set(EVENTS.map(({ type }) => type));
  // Leaves the union empty where one is missing: a type error.
  const all: Record<ModeEvent['type'], true> = {
    ...{ chosen: true, unchosen: true, 'found-again': true, drafted: true, turned: true },
    ...{ typed: true, sent: true, edited: true, composed: true, 'picked-up': true },
    ...{ 'put-down': true, opened: true, closed: true, pointed: true, listed: true },
    ...{ 'list-moved': true, paused: true, started: true, stopped: true, loading: true },
    ...{ loaded: true, searched: true, filed: true, changed: true, removed: true },
    ...{ peeked: true, stepped: true, unsaved: true, left: true, toast: true, problem: true },
  };
  expect([...types, 'stopped'].sort()).toEqual(Object.keys(all).sort());
});

describe('tagging mode ends', () => {
  test.each(Object.keys(HANDS) as HandName[])('from %s', (name) => {
    const { mode, tags, toast, problem, last } = transition(stateWith(HANDS[name]), {
      type: 'stopped',
    });
    expect({ mode, toast, problem }).toEqual({
      ...{ mode: { kind: 'showing' }, toast: null, problem: null },
    });
    expect({ tags, last }).toEqual({ tags: STORED.tags, last: INFLUENCE });
  });

  test('and begins with nothing at hand', () => {
    const { mode } = transition(transition(stateWith(editing), { type: 'stopped' }), {
      type: 'started',
    });
    expect(mode).toEqual({
      ...{ kind: 'tagging', hand: { kind: 'empty' }, panel: { kind: 'none' } },
      ...{ card: null, list: null, paused: false },
    });
  });
});

describe('panels', () => {
  const open = (hand: Hand, kind: 'note' | 'rule' | 'help') =>
    panelOf(transition(stateWith(hand), { type: 'opened', panel: { kind } })).kind;

  test.each<[HandName, 'note' | 'rule', 'note' | 'rule' | 'help']>([
    ['composing', 'note', 'note'],
    ['saved', 'note', 'note'],
    ['editing', 'rule', 'rule'],
    ['moving over a statement', 'note', 'note'],
    ['moving over a statement', 'rule', 'rule'],
    // They belong to a statement: what is open stays so.
    ['empty', 'note', 'help'],
    ['empty', 'rule', 'help'],
    ['moving over nothing', 'note', 'help'],
  ])('%s: a %s that is asked for leaves the %s open', (name, asked, kind) => {
    expect(open(HANDS[name], asked)).toBe(kind);
  });

  test.each<[string, ModeEvent, 'none' | 'help']>([
    ['another choice', CHOSEN, 'none'],
    ['no choice', { type: 'unchosen' }, 'none'],
    ['an edit', { type: 'edited', tagId: 'a', typed: null }, 'none'],
    ['the end of an edit', { type: 'composed', draft: draft(), typed: null }, 'none'],
    ['a tag that is picked up', { type: 'picked-up', tagId: 'a' }, 'none'],
    ['a stance', { type: 'drafted', draft: STANCE }, 'help'],
    ['a tag that is filed', { type: 'filed', tag: tagged('c'), words: HELD.a.statement }, 'help'],
  ])('%s leaves %3$s open', (_, event, kind) => {
    expect(panelOf(transition(stateWith(COMPOSING), event)).kind).toBe(kind);
  });
});

describe('what is remembered beside the hand', () => {
  test('the influence used last is the one that was sent, and the store’s only where none was', () => {
    const other = { codebookId: 'book', influenceId: 'other' };
    const load: ModeEvent = {
      ...{ type: 'loaded', stored: EMPTY_STATE.stored, tags: [], problem: null, last: other },
    };
    expect(transition({ ...STORED, last: null }, load).last).toEqual(other);
    expect(transition(STORED, load).last).toEqual(INFLUENCE);
    const sent: ModeEvent = { type: 'sent', influence: other, held: HELD.a };
    expect(transition(stateWith(COMPOSING), sent).last).toEqual(other);
    expect(transition(stateWith(editing), sent).last).toEqual(INFLUENCE);
  });

  test.each<[string, ModeEvent, string | null]>([
    ['a choice', CHOSEN, null],
    ['no choice', { type: 'unchosen' }, null],
    ['a key of the draft', { type: 'drafted', draft: STANCE }, null],
    ['a dial', { type: 'turned', change: {} }, 'the last problem'],
    ['a panel', { type: 'closed' }, 'the last problem'],
  ])('%s: the problem is %3$s', (_, event, problem) => {
    expect(transition(stateWith(COMPOSING), event).problem).toBe(problem);
  });

  test('a store without news leaves the problem that is shown', () => {
    const load = (problem: string | null): ModeEvent => ({
      ...{ type: 'loaded', stored: EMPTY_STATE.stored, tags: [], last: null, problem },
    });
    expect(transition(STORED, load(null)).problem).toBe('the last problem');
    expect(transition(STORED, load('news')).problem).toBe('news');
  });

  test('the list keeps its place only where it is told one, and has none beyond its end', () => {
    const works = [1, 2].map(() => ({ entry: {} as never, known: null }));
    const listOf = (state: State) => (state.mode.kind === 'tagging' ? state.mode.list : null);
    const listed = transition(stateWith(COMPOSING), { type: 'listed', works, at: null });
    const moved = transition(listed, { type: 'list-moved', at: 1 });
    expect(listOf(moved)?.at).toBe(1);
    expect(listOf(transition(moved, { type: 'list-moved', at: 2 }))?.at).toBe(1);
    expect(listOf(transition(moved, { type: 'listed', works: [], at: null }))).toBeNull();
    expect(situationOf(moved).list).toBe(true);
  });

  test('the tag that was saved last is the last one', () => {
    const again: ModeEvent = {
      type: 'filed',
      tag: tagged('a', 'again'),
      words: HELD.new.statement,
    };
    const { tags } = transition(STORED, again);
    expect([...tags.keys()]).toEqual(['b', 'a']);
    expect(tags.get('a')?.tag.note).toBe('again');
  });

  test('a changed tag is seen by whoever knows its id, and one that is gone stays gone', () => {
    const change = (id: string): ModeEvent => ({ type: 'changed', tag: tagged(id, 'new').tag });
    expect(targetOf(transition(stateWith(editing), change('a')))?.note).toBe('new');
    expect(transition(STORED, change('c')).tags.has('c')).toBe(false);
  });
});

/** Any event, about any tag and statement. */
function anyEvent(random: Random): ModeEvent {
  const id = pick(random, IDS);
  const chosen = pick(random, [ON_A, ON_NEW]);
  const some = IDS.filter(() => random() < 0.7).map((one) => tagged(one));
  const panel = pick(random, ['none', 'help', 'meanings', 'not-found', 'note', 'rule'] as const);
  const typed = pick(random, [null, 'half']);
  const words = pick(random, [HELD.a, HELD.new]).statement;
  return pick<ModeEvent>(random, [
    ...EVENTS,
    { type: random() < 0.5 ? 'stopped' : 'started' },
    { type: 'chosen', chosen, draft: STANCE, typed },
    { type: 'filed', tag: tagged(id), words },
    { type: 'edited', tagId: id, typed },
    { type: 'picked-up', tagId: id },
    { type: 'changed', tag: tagged(id).tag },
    { type: 'removed', tagId: id },
    { type: 'opened', panel: { kind: panel } },
    { type: 'loaded', stored: EMPTY_STATE.stored, tags: some, last: null, problem: null },
  ]);
}

/** Runs events at random; gives the kinds of hands that came of it. */
function walk(seed: number): Set<string> {
  const random = seeded(seed);
  const kinds = new Set<string>();
  let state = EMPTY_STATE;
  for (let step = 0; step < 300; step += 1) {
    const event = anyEvent(random);
    const before = structuredClone(handOf(state));
    const next = transition(state, event);
    // The state that was is not touched: it may be on its way to a toolbar.
    expect(handOf(state)).toEqual(before);
    state = next;
    kinds.add(handOf(state).kind);
    expect(broken(state), `after ${event.type}, step ${step}`).toEqual([]);
  }
  return kinds;
}

const SEEDS = Array.from({ length: 100 }, (_, seed) => seed);
const seen: Set<string>[] = [];

test.each(SEEDS)('after any events all of that holds (seed %i)', (seed) => {
  seen.push(walk(seed));
});

test('most walks come to every kind of hand', () => {
  expect(seen.filter(({ size }) => size === 5).length).toBeGreaterThan(SEEDS.length / 2);
});
