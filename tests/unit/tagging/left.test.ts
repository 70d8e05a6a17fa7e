/** A draft whose paper is in doubt: does it wait, go on, or is the reader asked? */
import { describe, expect, test } from 'vitest';
import {
  type Chosen,
  EMPTY_STATE,
  type Hand,
  type Held,
  type State,
} from '../../../entrypoints/tagging.content/mode/state';
import { transition } from '../../../entrypoints/tagging.content/mode/transition';
import { taggedAs } from '../../../entrypoints/tagging.content/source/shown';
import {
  begunOn,
  type Fate,
  fateOf,
  fromKept,
  isPaperOf,
  isReady,
  noteOf,
  toKeep,
} from '../../../entrypoints/tagging.content/write/left';
import { type PageNow, type PageReport, type Tag, UnfinishedDraft } from '../../../lib/model';

import { EMPTY_DRAFT } from '../../../lib/tagging';
import { facts, newTag, page } from '../store/support';

const ONE = page('https://app.example/1', facts('10.5555/one', 'The first work of this site'));
const TWO = page('https://app.example/2', facts('10.5555/two', 'The second work of this site'));
const LOADING: PageNow = { state: 'loading', address: TWO.url };
const read = (id: string, report: PageReport, title = ''): PageNow => ({
  ...{ state: 'read', id, report, title },
});

const { statement } = newTag({ on: ONE });
const held = (page: PageReport | null, contentId: string | null): Held => ({
  ...{ statement, page, contentId },
});

/** A page that is not an article, as it is noticed. */
const plain = (url: string): PageReport => ({ ...page(url, null), kind: 'none' });

describe('what becomes of a draft', () => {
  const shell = plain('https://app.example/post');
  test.each<[string, Held, PageNow, Fate]>([
    ['waits while the page is loading', held(ONE, 'a'), LOADING, 'wait'],
    ['goes on where its content is shown', held(ONE, 'a'), read('a', ONE), 'go-on'],
    ['… whatever the report has become', held(ONE, 'a'), read('a', TWO), 'go-on'],
    [
      'goes on where its paper is shown as another content',
      held(ONE, 'a'),
      read('b', ONE),
      'go-on',
    ],
    ['is asked about where another paper is shown', held(ONE, 'a'), read('b', TWO), 'ask'],
    ['is asked about where its paper is unknown', held(null, null), read('a', ONE), 'ask'],
    ['is asked about where it is of another document', held(ONE, null), read('a', ONE), 'ask'],
    [
      'goes on where a page that is not an article has filled',
      held(taggedAs(shell, 'A post'), 'a'),
      read('b', shell, 'A post, with its text'),
      'go-on',
    ],
    [
      'is asked about where another page that is not an article is shown',
      held(taggedAs(shell, 'A post'), 'a'),
      read('b', plain('https://app.example/other'), 'A post'),
      'ask',
    ],
  ])('%s', (_, draft, now, fate) => {
    expect(fateOf(draft, now)).toBe(fate);
  });
});

describe('the paper of words and the paper of a page', () => {
  const titled = (url: string, title: string) =>
    page(url, { title, sources: { title: 'citation' } });
  test.each<[string, PageReport, PageReport, boolean]>([
    ['one DOI at two addresses', ONE, { ...ONE, url: TWO.url }, true],
    ['two DOIs at one address', ONE, { ...TWO, url: ONE.url }, false],
    [
      'one address and one short title',
      titled(ONE.url, 'Editorial'),
      titled(ONE.url, 'Editorial'),
      true,
    ],
    ['one address and two titles', titled(ONE.url, 'Editorial'), titled(ONE.url, 'Letters'), false],
    [
      'one short title at two addresses',
      titled(ONE.url, 'Editorial'),
      titled(TWO.url, 'Editorial'),
      false,
    ],
    [
      'a statement that a scite report quotes',
      { ...titled(ONE.url, 'A citing work'), representation: 'scite-report', quoted: true },
      { ...ONE, representation: 'scite-report' },
      true,
    ],
    [
      'a statement that a scite report quotes by its own DOI',
      { ...TWO, url: ONE.url, representation: 'scite-report', quoted: true },
      { ...ONE, representation: 'scite-report' },
      true,
    ],
    [
      'a statement that another scite report quotes',
      { ...ONE, url: TWO.url, representation: 'scite-report', quoted: true },
      { ...ONE, representation: 'scite-report' },
      false,
    ],
  ])('%s: %4$s', (_, words, report, same) => {
    expect(isPaperOf(words, report)).toBe(same);
  });
});

describe('what is begun on the chosen statement', () => {
  const chosen: Chosen = {
    range: null as unknown as Range,
    quote: statement.quote,
    statementId: null,
    held: held(ONE, 'a'),
  };
  const influence = { codebookId: 'book', influenceId: 'culture' };
  const tag = { id: 'tag', ...influence, stance: 'mentioning' } as unknown as Tag;
  const EMPTY = { draft: EMPTY_DRAFT, typed: null };

  /** The state with a hand as it is put together from an empty one. */
  function state(change: Partial<Hand> = {}): State {
    const tags = new Map([[tag.id, { tag, statement: { id: 'there' } as never }]]);
    const started = transition({ ...EMPTY_STATE, tags }, { type: 'started' });
    const hand = { kind: 'composing', chosen, ...EMPTY, ...change } as Hand;
    if (started.mode.kind !== 'tagging') throw new Error('not started');
    return { ...started, mode: { ...started.mode, hand } };
  }

  test.each<[string, State]>([
    ['nothing is chosen', state({ kind: 'empty' })],
    ['tagging mode is off', EMPTY_STATE],
    ['nothing is begun', state()],
    [
      'only the basis is that of the passage',
      state({
        chosen: { ...chosen, basis: 'second-hand' },
        draft: { ...EMPTY_DRAFT, basis: 'second-hand' },
      }),
    ],
    ['a saved tag is open, unchanged', state({ kind: 'editing', tagId: 'tag' })],
    ['the tag just saved is unchanged', state({ kind: 'saved', tagId: 'tag' })],
    [
      'a tag is carried over a statement',
      state({ kind: 'moving', tagId: 'tag', under: { kind: 'composing', chosen, ...EMPTY } }),
    ],
  ])('nothing, where %s', (_, of) => {
    expect(begunOn(of)).toBeNull();
  });

  test.each<[string, State, boolean]>([
    ['a stance', state({ draft: { ...EMPTY_DRAFT, stance: 'supporting' } }), false],
    ['an influence', state({ draft: { ...EMPTY_DRAFT, influence } }), false],
    ['a dial', state({ draft: { ...EMPTY_DRAFT, strength: 1 } }), false],
    ['a note', state({ typed: 'half' }), false],
    ['both keys', state({ draft: { ...EMPTY_DRAFT, influence, stance: 'supporting' } }), true],
    ['the note of a saved tag', state({ kind: 'editing', tagId: 'tag', typed: 'half' }), true],
    ['the note of the tag just saved', state({ kind: 'saved', tagId: 'tag', typed: 'half' }), true],
  ])('%s', (_, of, ready) => {
    const begun = begunOn(of);
    expect(begun && isReady(begun)).toBe(ready);
    expect(begun?.held).toBe(chosen.held);
  });

  test('is kept with its paper, both keys and the open note, and comes back as a question', () => {
    const draft = { ...EMPTY_DRAFT, stance: 'contrasting', direction: 'barrier' } as const;
    const begun = begunOn(state({ draft, typed: 'half a thought' }));
    // Through the shape that the background accepts.
    const kept = UnfinishedDraft.parse(begun && toKeep(begun));
    const back = fromKept(kept);
    expect(back).toMatchObject({ draft, typed: 'half a thought', state: 'asked', tagId: null });
    expect(back?.held.page?.paper?.doi).toBe('10.5555/one');
    expect(back?.held.statement.quote).toBe(statement.quote);
    expect(back && noteOf(back)).toBe('half a thought');
    expect(back && fateOf(back.held, read('a', ONE))).toBe('ask');
  });

  test('without a known paper it is handed over without one', () => {
    const begun = begunOn(state({ chosen: { ...chosen, held: held(null, null) }, typed: 'half' }));
    expect(begun && toKeep(begun)).toMatchObject({ page: null, typed: 'half' });
  });
});
