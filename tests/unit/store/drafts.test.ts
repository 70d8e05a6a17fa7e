/** What is begun and not saved: which document of a tab is handed what was left in another one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId, type PageReport, type UnfinishedDraft } from '../../../lib/model';
import { keepDrafts, saveTag, takeDrafts } from '../../../lib/store';
import { emptyStore, facts, newTag, page } from './support';

const ONE = page('https://app.example/1', facts('10.5555/one'));
const TWO = page('https://app.example/2', facts('10.5555/two'));
const ELSEWHERE = page('https://other.example/3', facts('10.5555/three'));

/** Each test has a tab of its own. */
let tabId = 100;
beforeEach(async () => {
  tabId += 1;
  await emptyStore();
});

afterEach(() => vi.useRealTimers());
/** The moment of what is kept now; only the clock stands still. */
const moment = (iso: string) => vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(iso) });

const at = ({ url: address }: PageReport, document: string, tab = tabId) => ({
  ...{ address, document, tabId: tab },
});
function draftOf(on: PageReport, typed: string, left?: UnfinishedDraft['left']): UnfinishedDraft {
  const { statement } = newTag({ on });
  return {
    ...{ tagId: null, statementId: null, page: on, statement, direction: 'unstated' },
    ...{ basis: 'own', note: '', typed, open: false, left },
  };
}
const asked = { stance: 'supporting', influence: null } as const;
const typed = async (on: PageReport, document: string, tab = tabId) => {
  const { own, earlier } = await takeDrafts(at(on, document, tab));
  return { own: own.map((one) => one.typed), earlier: earlier.map((one) => one.typed) };
};

test('a draft to ask about is handed to the next document of the tab, whatever paper that shows', async () => {
  await keepDrafts(at(ONE, 'before'), [draftOf(ONE, 'asked', asked), draftOf(ONE, 'begun')]);
  expect(await typed(TWO, 'now')).toEqual({ own: [], earlier: ['asked'] });
  // Once; a draft without a question waits for its own paper.
  expect(await typed(TWO, 'now')).toEqual({ own: [], earlier: [] });
  expect(await typed(ONE, 'now')).toEqual({ own: [], earlier: ['begun'] });
  expect(await typed(ONE, 'now')).toEqual({ own: [], earlier: [] });
});

test('not to another tab, and not to another site', async () => {
  await keepDrafts(at(ONE, 'before'), [draftOf(ONE, 'asked', asked)]);
  const nothing = { own: [], earlier: [] };
  expect(await typed(TWO, 'now', tabId + 1000)).toEqual(nothing);
  expect(await typed(ONE, 'now', tabId + 1000)).toEqual(nothing);
  expect(await typed(ELSEWHERE, 'now')).toEqual(nothing);
  expect(await typed(ONE, 'now')).toEqual({ own: [], earlier: ['asked'] });
});

test('the same document is given everything that it kept, and it stays kept', async () => {
  await keepDrafts(at(ONE, 'now'), [draftOf(ONE, 'asked', asked), draftOf(ONE, 'begun')]);
  await keepDrafts(at(TWO, 'now'), [draftOf(TWO, 'here')]);
  const all = { own: ['asked', 'begun', 'here'], earlier: [] };
  expect(await typed(TWO, 'now')).toEqual(all);
  expect(await typed(TWO, 'now')).toEqual(all);
});

test('a tag that was saved while its document went is not asked about', async () => {
  const tagId = newId();
  const drafts = [
    draftOf(ONE, 'saved', { ...asked, id: tagId }),
    draftOf(ONE, 'open', { ...asked, id: newId() }),
  ];
  await keepDrafts(at(ONE, 'before'), drafts);
  await saveTag({ ...newTag({ on: ONE }), tagId });
  expect(await typed(TWO, 'now')).toEqual({ own: [], earlier: ['open'] });
});

test.each([
  ['another mark of where the reader came from', 'https://app.example/1?ref=list'],
  ['a tracker', 'https://app.example/1?utm_source=mail'],
  ['a slash at its end', 'https://app.example/1/'],
  ['a place on the page', 'https://app.example/1#results'],
])('a page whose address has %s is given what was begun on it', async (_, url) => {
  const again = { ...ONE, url };
  await keepDrafts(at(ONE, 'before'), [draftOf(ONE, 'begun')]);
  expect(await typed(again, 'now')).toEqual({ own: [], earlier: ['begun'] });
});

test('of several documents at one page, however its address was written, the last one counts', async () => {
  await keepDrafts(at(ONE, 'first'), [draftOf(ONE, 'begun')]);
  const again = { ...ONE, url: `${ONE.url}?ref=list` };
  await keepDrafts(at(again, 'second'), [draftOf(again, 'begun and gone on')]);
  expect(await typed(ONE, 'now')).toEqual({ own: [], earlier: ['begun and gone on'] });
});

test('nothing to keep takes away what was kept', async () => {
  await keepDrafts(at(ONE, 'before'), [draftOf(ONE, 'begun')]);
  await keepDrafts(at(ONE, 'before'), []);
  expect(await typed(ONE, 'now')).toEqual({ own: [], earlier: [] });
});

test('what a document keeps replaces what it kept; of several documents, the last counts', async () => {
  const [first, second, third] = ['08:00', '09:00', '10:00'].map((t) => `2026-11-20T${t}:00.000Z`);
  moment(second ?? '');
  await keepDrafts(at(ONE, 'b'), [draftOf(ONE, 'second')]);
  moment(first ?? '');
  await keepDrafts(at(ONE, 'a'), [draftOf(ONE, 'first')]);
  moment(third ?? '');
  await keepDrafts(at(TWO, 'c'), [draftOf(TWO, 'elsewhere', asked)]);
  await keepDrafts(at(TWO, 'c'), [draftOf(TWO, 'replaced', asked)]);
  expect(await typed(ONE, 'now')).toEqual({ own: [], earlier: ['second', 'replaced'] });
});

test('what was begun is forgotten after a month, and not before', async () => {
  moment('2026-01-01T00:00:00.000Z');
  await keepDrafts(at(ONE, 'old'), [draftOf(ONE, 'old')]);
  moment('2026-01-04T00:00:00.000Z');
  await keepDrafts(at(TWO, 'later'), [draftOf(TWO, 'later')]);
  moment('2026-02-02T00:00:00.000Z');
  await keepDrafts(at(ELSEWHERE, 'now'), [draftOf(ELSEWHERE, 'now')]);
  expect((await typed(ONE, 'x')).earlier).toEqual([]);
  expect((await typed(TWO, 'x')).earlier).toEqual(['later']);
});

test('of very many documents, the oldest are forgotten', async () => {
  const places = Array.from({ length: 230 }, (_, i) => at(ONE, `${i}`, tabId + 10_000 + i));
  for (const [i, place] of places.entries()) {
    moment(new Date(Date.parse('2026-11-20T09:00:00.000Z') + i).toISOString());
    await keepDrafts(place, [draftOf(ONE, `${i}`)]);
  }
  const left: number[] = [];
  for (const [i, { tabId: tab }] of places.entries())
    if ((await typed(ONE, 'x', tab)).earlier.length) left.push(i);
  expect(left.length).toBeGreaterThan(100);
  expect(left.length).toBeLessThan(places.length);
  expect(left).toEqual(places.map((_, i) => i).slice(-left.length));
});

test('a draft that does not fit its shape is left out, and no other', async () => {
  const odd = { ...draftOf(ONE, 'odd'), direction: 'sideways' } as never;
  await keepDrafts(at(ONE, 'before'), [odd, draftOf(ONE, 'begun')]);
  expect(await typed(ONE, 'now')).toEqual({ own: [], earlier: ['begun'] });
});
