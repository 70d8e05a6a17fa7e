/** Drafts of an earlier paper: nothing of them is lost, kept twice, or written without the reader's answer. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

interface Sent {
  name: string;
  payload: { note?: string; tagId?: string; reviewId?: string; drafts?: unknown[] };
}
const background = vi.hoisted(() => ({
  sent: [] as Sent[],
  /** What a request for a save waits for. */
  answer: (): Promise<void> => Promise.resolve(),
}));

vi.mock('../../../lib/messaging', async (original) => ({
  ...(await original<object>()),
  send: vi.fn(async (name: string, payload: Sent['payload']) => {
    background.sent.push({ name, payload: structuredClone(payload) });
    if (name !== 'tags/save' && name !== 'tags/change') return null;
    await background.answer();
    return { tag: { id: payload.tagId ?? 'tag' }, statement: { id: 'there' }, eventId: 'step' };
  }),
}));

import type { PageSide } from '../../../entrypoints/tagging.content/mode/page-side';
import { Session } from '../../../entrypoints/tagging.content/mode/session';
import {
  begunIn,
  chosenOf,
  EMPTY_STATE,
  type Held,
  handOf,
  panelOf,
  situationOf,
} from '../../../entrypoints/tagging.content/mode/state';
import { barView } from '../../../entrypoints/tagging.content/show/bar/view';
import type { Passage } from '../../../entrypoints/tagging.content/source/page-text';
import {
  type BegunDraft,
  fateOf,
  isPaperOf,
} from '../../../entrypoints/tagging.content/write/left';
import type { ListedInfluence } from '../../../lib/codebook/influences';
import type { TagOnPage } from '../../../lib/messaging';
import type { PageNow, PageReport } from '../../../lib/model';
import { type CommandContext, keyMeaning, runCommand } from '../../../lib/tagging';
import { facts, newTag, page } from '../store/support';

const ONE = page('https://app.example/1', facts('10.5555/one', 'The first work of this site'));
const TWO = page('https://app.example/2', facts('10.5555/two', 'The second work of this site'));
const { statement } = newTag({ on: ONE });
const { statement: otherStatement } = newTag({ on: ONE, quote: 'Other words of the first work.' });
const WORDS = { range: null as unknown as Range, quote: statement.quote };
const OTHER = { range: null as unknown as Range, quote: otherStatement.quote };
const INFLUENCE = {
  codebookId: 'book',
  influenceId: 'culture',
  codebook: { version: '1' },
} as unknown as ListedInfluence;
/** A saved tag, as far as the session looks at it. */
const TAG = {
  tag: { id: 'tag', note: 'the old note', stance: 'mentioning', paperId: 'paper' },
  statement: { id: 'there', quote: statement.quote },
} as unknown as TagOnPage;

/** A range that is on the page. */
const found = { collapsed: true, startContainer: {}, toString: () => statement.quote };

/** A session on a single-page site, at its first paper. */
function onSite() {
  let now: PageNow = { state: 'read', id: 'a', report: ONE, title: '' };
  const report = () => (now.state === 'read' ? now.report : TWO);
  const side: PageSide = {
    report,
    hold: ({ quote }): Held => ({
      statement: quote === otherStatement.quote ? otherStatement : statement,
      page: now.state === 'read' ? now.report : null,
      contentId: now.state === 'read' ? now.id : null,
    }),
    fate: (held) => fateOf(held, now),
    shows: (paper) => isPaperOf(paper, report()),
    find: () => (report() === ONE ? (found as unknown as Range) : null),
    paint: () => undefined,
    show: () => undefined,
    orphaned: () => undefined,
    start: () => session.dispatch({ type: 'started' }),
  };
  const session = new Session(side);
  side.start();
  const become = (next: PageNow) => {
    now = next;
    if (next.state !== 'read') return;
    session.leaveContent();
    session.left.settle();
  };
  const show = (report: PageReport, id: string) => become({ state: 'read', id, report, title: '' });
  const load = () => become({ state: 'loading', address: TWO.url });
  return { session, show, load };
}

/** The drafts of a paper that the background was last sent. */
const kept = ({ url }: PageReport): BegunDraft[] => {
  vi.runOnlyPendingTimers();
  const of = background.sent.filter(
    ({ name, payload }) =>
      name === 'drafts/keep' && (payload as unknown as { address: string }).address === url,
  );
  return (of.at(-1)?.payload.drafts ?? []) as BegunDraft[];
};
const sentOf = (name: string) => background.sent.filter((one) => one.name === name);
/** The button of the question that is shown. */
/** The store's answer. */
const loaded = (session: Session, tags: TagOnPage[], review: unknown = null) =>
  session.dispatch({
    ...{ type: 'loaded', tags, last: null, problem: null },
    stored: { ...EMPTY_STATE.stored, review: review as never },
  });
const typedIn = ({ state }: Session) => begunIn(handOf(state))?.typed ?? null;
const draftIn = ({ state }: Session) => begunIn(handOf(state))?.draft;
const answerFirst = ({ state, left }: Session, keep: boolean) =>
  left.answer(keep, state.left.find(({ state }) => state === 'asked')?.id ?? '');
const answered = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Range', class {});
  background.sent.length = 0;
  background.answer = () => Promise.resolve();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a choice ends with its article: keys pressed on the next one are about nothing', async () => {
  const { session, show } = onSite();
  session.choose(WORDS);
  show(TWO, 'b');
  expect(chosenOf(session.state)).toBeNull();
  session.stance('supporting');
  session.influence(INFLUENCE);
  await answered();
  expect(sentOf('tags/save')).toEqual([]);
  expect(session.state.left).toEqual([]);
});

describe('a draft that goes on with its paper', () => {
  const resumed = () => {
    const site = onSite();
    site.session.choose(WORDS);
    site.session.stance('supporting');
    site.session.type('a long note');
    site.show(TWO, 'b');
    site.show(ONE, 'c');
    return site;
  };

  test('is kept from then on, as the draft of the chosen statement', () => {
    const { session } = resumed();
    expect(typedIn(session)).toBe('a long note');
    expect(session.state.left).toEqual([]);
    expect(kept(ONE)).toMatchObject([{ typed: 'a long note', open: true }]);
    expect(kept(ONE)[0]?.left).toBeUndefined();
  });

  test('comes back whole when something else was chosen meanwhile', () => {
    const { session } = resumed();
    session.choose(OTHER);
    expect(draftIn(session)?.stance).toBeNull();
    session.choose(null);
    session.choose(WORDS);
    expect(handOf(session.state)).toMatchObject({
      typed: 'a long note',
      draft: { stance: 'supporting' },
    });
  });

  test('comes back whole from what was kept', () => {
    resumed();
    const { session } = onSite();
    session.adopt(kept(ONE));
    session.choose(WORDS);
    expect(handOf(session.state)).toMatchObject({
      typed: 'a long note',
      draft: { stance: 'supporting' },
    });
  });

  test('keeps the stance that is pressed then', () => {
    const { session } = resumed();
    session.stance('contrasting');
    session.choose(null);
    session.choose(WORDS);
    expect(draftIn(session)?.stance).toBe('contrasting');
  });

  test('leaves nothing behind once it is saved', async () => {
    const { session } = resumed();
    session.influence(INFLUENCE);
    await answered();
    expect(sentOf('tags/save')).toMatchObject([{ payload: { note: 'a long note' } }]);
    expect(kept(ONE)).toEqual([]);
  });
});

describe('a draft that is finished while another paper is shown', () => {
  const finishing = () => {
    const site = onSite();
    site.session.choose(WORDS);
    site.session.stance('supporting');
    site.show(TWO, 'b');
    answerFirst(site.session, true);
    expect(chosenOf(site.session.state)?.left).toBeDefined();
    site.session.type('typed while finishing');
    return site;
  };

  test('is kept once, with the letters typed meanwhile', () => {
    finishing();
    expect(kept(ONE)).toMatchObject([
      { typed: 'typed while finishing', left: { stance: 'supporting' } },
    ]);
  });

  test('is kept once when something else is chosen instead', () => {
    const { session } = finishing();
    session.choose(null);
    expect(session.state.left).toMatchObject([{ state: 'asked', typed: 'typed while finishing' }]);
    expect(kept(ONE)).toHaveLength(1);
  });

  test('leaves nothing behind once it is saved', async () => {
    const { session, show } = finishing();
    session.influence(INFLUENCE);
    await answered();
    expect(sentOf('tags/save')).toMatchObject([{ payload: { note: 'typed while finishing' } }]);
    expect(kept(ONE)).toEqual([]);
    show(ONE, 'c');
    session.choose(WORDS);
    expect(typedIn(session)).toBeNull();
  });
});

describe('the note of a saved tag, half rewritten', () => {
  const rewritten = () => {
    const site = onSite();
    loaded(site.session, [TAG]);
    site.session.choose(WORDS, 'there');
    site.session.edit(TAG.tag.id);
    site.session.type('');
    site.show(TWO, 'b');
    expect(site.session.state.left).toMatchObject([{ state: 'asked', tagId: 'tag' }]);
    return site;
  };

  test('is open again when its paper is, and nothing is written', () => {
    const { session, show } = rewritten();
    show(ONE, 'c');
    expect(sentOf('tags/change')).toEqual([]);
    expect(handOf(session.state)).toMatchObject({ kind: 'editing', tagId: 'tag', typed: '' });
    expect(panelOf(session.state)).toEqual({ kind: 'note' });
    expect(kept(ONE)).toMatchObject([{ tagId: 'tag', typed: '' }]);
  });

  test('stays a question until the tags of its paper are there', () => {
    const { session, show } = rewritten();
    loaded(session, []);
    show(ONE, 'c');
    expect(session.state.left).toMatchObject([{ state: 'asked' }]);
    loaded(session, [TAG]);
    session.left.settle();
    expect(handOf(session.state)).toMatchObject({ kind: 'editing', tagId: 'tag', typed: '' });
    expect(session.state.left).toEqual([]);
    expect(sentOf('tags/change')).toEqual([]);
  });

  test('is kept until its save is acknowledged', async () => {
    const { session } = rewritten();
    background.answer = () => Promise.reject(new Error('the disk is full'));
    answerFirst(session, true);
    expect(kept(ONE)).toHaveLength(1);
    await answered();
    expect(kept(ONE)).toHaveLength(1);
    expect(session.state.left).toMatchObject([{ state: 'asked' }]);
    background.answer = () => Promise.resolve();
    answerFirst(session, true);
    await answered();
    expect(kept(ONE)).toEqual([]);
  });
});

describe('a tag that waits for the page, when the document goes', () => {
  const waiting = () => {
    const site = onSite();
    site.session.choose(WORDS);
    site.load();
    site.session.stance('supporting');
    site.session.influence(INFLUENCE);
    expect(site.session.state.left).toMatchObject([{ state: 'waits' }]);
    expect(kept(ONE)).toHaveLength(1);
    return site;
  };

  test('is sent, and kept until that is acknowledged', async () => {
    const { session } = waiting();
    let acknowledge = () => {};
    background.answer = () =>
      new Promise((done) => {
        acknowledge = done;
      });
    session.leaveDocument();
    const [save] = sentOf('tags/save');
    // A copy that is saved again is the same tag.
    expect(kept(ONE)).toMatchObject([{ left: { id: save?.payload.tagId } }]);
    expect(barView(session.state).left).toEqual([]);
    acknowledge();
    await answered();
    expect(kept(ONE)).toEqual([]);
  });

  test('stays kept where its save fails, and is on the card of unsaved tags', async () => {
    const { session } = waiting();
    background.answer = () => Promise.reject(new Error('the disk is full'));
    session.leaveDocument();
    await answered();
    expect(kept(ONE)).toHaveLength(1);
    expect(session.state.unsaved).toMatchObject([{ state: 'failed' }]);
    session.left.settle();
    expect(sentOf('tags/save')).toHaveLength(1);
    background.answer = () => Promise.resolve();
    session.tags.retry();
    await answered();
    expect(kept(ONE)).toEqual([]);
  });
});

describe('a draft whose paper is unknown', () => {
  test('comes back when its statement is chosen again, and is never kept under a guess', () => {
    const { session, load } = onSite();
    load();
    session.choose(WORDS);
    session.type('half a thought');
    session.choose(OTHER);
    session.choose(WORDS);
    expect(typedIn(session)).toBe('half a thought');
    vi.runOnlyPendingTimers();
    expect(sentOf('drafts/keep')).toEqual([]);
  });

  test('is handed over, and asked about by the next copy', () => {
    const { session, load, show } = onSite();
    load();
    session.choose(WORDS);
    session.type('half a thought');
    show(TWO, 'b');
    const next = onSite().session;
    next.adopt(structuredClone(session.unfinished.all()));
    expect(next.state.left).toMatchObject([{ typed: 'half a thought', held: { page: null } }]);
  });
});

test('a draft is saved in the review in which it was begun, after a reload too', async () => {
  const review = { id: crypto.randomUUID(), name: 'The first' };
  const site = onSite();
  loaded(site.session, [], review);
  site.session.choose(WORDS);
  site.load();
  site.session.stance('supporting');
  site.session.influence(INFLUENCE);
  site.show(TWO, 'b');
  const drafts = kept(ONE);
  const { session, show } = onSite();
  loaded(session, [], { ...review, id: crypto.randomUUID() });
  show(TWO, 'b');
  session.adopt(drafts);
  answerFirst(session, true);
  await answered();
  expect(sentOf('tags/save')).toMatchObject([{ payload: { reviewId: review.id } }]);
});

test('what an older copy kept is replaced, even by nothing', () => {
  const before = onSite();
  before.session.choose(WORDS);
  before.session.type('half');
  const drafts = kept(ONE);
  const { session } = onSite();
  session.unfinished.replaces(drafts);
  session.adopt(drafts);
  session.choose(WORDS);
  session.type('');
  expect(typedIn(session)).toBeNull();
  expect(kept(ONE)).toEqual([]);
});

describe('the keys of the question', () => {
  const press = (key: string, { state }: Session) => {
    const keys = { key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
    return keyMeaning(keys, situationOf(state));
  };
  const carryOut = (meaning: ReturnType<typeof press>, { left }: Session) => {
    const context = { left, whenStill: (then: () => void) => then() } as unknown as CommandContext;
    if (meaning && typeof meaning === 'object') runCommand(meaning, context);
  };
  /** A tag that was made while the page was loading, as it is kept. */
  const waitingOn = (words: Passage) => {
    const { session, load } = onSite();
    session.choose(words);
    load();
    session.stance('supporting');
    session.influence(INFLUENCE);
    return session.unfinished.all();
  };
  const askedTwice = () => {
    const { session, show } = onSite();
    show(TWO, 'b');
    session.adopt([...waitingOn(WORDS), ...waitingOn(OTHER)]);
    return session;
  };

  test.each(['Enter', 'Delete'])('%s answers the question that it was pressed for', async (key) => {
    const session = askedTwice();
    const [first, second] = session.state.left;
    expect([first?.state, second?.state]).toEqual(['asked', 'asked']);
    // Both are pressed before either is carried out.
    for (const action of [press(key, session), press(key, session)]) {
      carryOut(action, session);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    await answered();
    expect(session.state.left).toMatchObject([{ id: second?.id, state: 'asked' }]);
  });

  test('pressed twice in a row answer once, and again once the next question can be read', async () => {
    const session = askedTwice();
    const enter = () => carryOut(press('Enter', session), session);
    enter();
    await vi.advanceTimersByTimeAsync(120);
    enter();
    expect(session.state.left).toMatchObject([{ state: 'asked' }]);
    await vi.advanceTimersByTimeAsync(1_000);
    enter();
    await answered();
    expect(session.state.left).toEqual([]);
    expect(sentOf('tags/save')).toHaveLength(2);
  });
});
