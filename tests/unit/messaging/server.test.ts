/** What the background answers to whom: every sender, name and shape that it may meet. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { requests, ruleOf } from '../../../lib/messaging/schemas';
import { answer, type From, type Handlers, type Sender } from '../../../lib/messaging/server';
import { MOST_WAITING } from '../../../lib/messaging/turns';
import type { RequestName } from '../../../lib/messaging/types';
import { newId } from '../../../lib/model';
import { NotFound } from '../../../lib/store';
import { newTag, PAGE_A } from '../store/support';

const SELF = { id: 'bearingid', origin: 'chrome-extension://bearingid/' };
const ARTICLE: Sender = { id: SELF.id, url: 'https://a.example/1', tab: { id: 7 }, frameId: 0 };
const POPUP: Sender = { id: SELF.id, url: `${SELF.origin}popup.html` };
const WORKSPACE: Sender = { ...POPUP, url: `${SELF.origin}workspace.html`, tab: { id: 9 } };

const TOOLBAR: Sender = { ...POPUP, url: `${SELF.origin}bar.html`, tab: { id: 7 }, frameId: 3 };

const calls: { name: string; payload: unknown; from: From }[] = [];
let behave: (name: string) => unknown = () => 'done';
const handlers = Object.fromEntries(
  Object.keys(requests).map((name) => [
    name,
    async (payload: unknown, from: From) => {
      calls.push({ name, payload, from });
      return behave(name);
    },
  ]),
) as unknown as Handlers;

const message = (type: unknown, payload: unknown = {}) => ({ bearing: 1, type, payload });
const ask = (said: unknown, sender: Sender = ARTICLE) => answer(said, sender, SELF, handlers);

beforeEach(() => {
  calls.length = 0;
  behave = () => 'done';
});

describe('senders', () => {
  const REFUSED = { ok: false, code: 'refused' };
  const DONE = { ok: true, value: 'done' };
  /** It may ask, but has to name what it asks for. */
  const REFUSED_SHAPE = { ok: false, code: 'invalid' };
  const cases: [string, Sender, string, object][] = [
    ['a content script asks what it may', ARTICLE, 'page/left', DONE],
    ['the popup asks, which is in no tab', POPUP, 'store/changed', DONE],
    ['an own page in a tab asks', WORKSPACE, 'store/changed', DONE],
    [
      'a page of ours inside a web page asks for what own pages may',
      { ...WORKSPACE, frameId: 3 },
      'store/changed',
      REFUSED,
    ],
    ['the toolbar asks whom it belongs to', TOOLBAR, 'bar/whose', REFUSED_SHAPE],
    ['a content script asks as if it were the toolbar', ARTICLE, 'bar/whose', REFUSED],
    ['a content script asks for what only own pages may', ARTICLE, 'store/changed', REFUSED],
    ['another extension asks', { ...ARTICLE, id: 'other' }, 'page/left', REFUSED],
    [
      'another extension’s page asks',
      { id: 'other', url: 'chrome-extension://other/x.html' },
      'page/left',
      REFUSED,
    ],
    ['a sender without an id asks', { url: ARTICLE.url, tab: { id: 7 } }, 'page/left', REFUSED],
    ['a sender without tab and address asks', { id: SELF.id }, 'page/left', REFUSED],
    ['a page without a tab asks', { id: SELF.id, url: 'https://a.example/' }, 'page/left', REFUSED],
    [
      'a page whose address begins like ours asks',
      { ...ARTICLE, url: `https://x.example/?${SELF.origin}` },
      'store/changed',
      REFUSED,
    ],
    [
      'an extension whose id begins with ours asks',
      { ...ARTICLE, url: 'chrome-extension://bearingid2/x' },
      'store/changed',
      REFUSED,
    ],
  ];
  test.each(cases)('%s', async (_, sender, name, expected) => {
    expect(await ask(message(name), sender)).toMatchObject(expected);
    expect(calls).toHaveLength('ok' in expected && expected.ok ? 1 : 0);
  });

  test('the handler is told who asked, and the document as the browser names it', async () => {
    await ask(message('page/left'));
    await ask(message('page/left'), { ...ARTICLE, documentId: 'D1' });
    await ask(message('page/left'), POPUP);
    const url = ARTICLE.url;
    expect(calls.map((c) => c.from)).toEqual([
      { asker: 'page-script', tabId: 7, document: { key: `7/0/${url}`, url, tabId: 7 } },
      { asker: 'page-script', tabId: 7, document: { key: 'D1', url, tabId: 7 } },
      { asker: 'own-page' },
    ]);
  });
});

describe('what is no message of ours gets no answer', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'bearing'],
    ['an empty object', {}],
    ['another version', { bearing: 2, type: 'page/left', payload: {} }],
    ['a name that is no string', message(['page/left'])],
    ['a name without end', message('x'.repeat(10_000))],
    ['an array', [1]],
  ])('%s', async (_, said) => {
    expect(await ask(said)).toBeUndefined();
  });
});

describe('names that are no requests are refused', () => {
  test.each([
    '',
    'page',
    'page/noticed ',
    'PAGE/LEFT',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
  ])('"%s"', async (name) => {
    for (const sender of [ARTICLE, POPUP])
      expect(await ask(message(name), sender)).toMatchObject({ ok: false, code: 'refused' });
    expect(calls).toEqual([]);
  });
});

describe('every request refuses what is not its payload', () => {
  const WRONG: [string, unknown][] = [
    ['nothing', null],
    ['a string', 'x'],
    ['an array', []],
    ['a foreign key', { nothing: 'of the kind' }],
    ['a forged prototype', JSON.parse('{"__proto__":{"report":1}}')],
  ];
  const names = Object.keys(requests);
  test.each(
    names.flatMap((name) => WRONG.map(([what, payload]) => [name, what, payload] as const)),
  )('%s: %s', async (name, _, payload) => {
    // From one who may ask for it: what only the toolbar in a page may, the toolbar asks.
    const sender = ruleOf(name as RequestName).from.includes('own-page') ? WORKSPACE : TOOLBAR;
    const reply = await ask(message(name, payload), sender);
    expect(reply).toMatchObject({ ok: false, code: 'invalid' });
    expect((reply as { sentence: string }).sentence).toMatch(/\.$/);
    expect(calls).toEqual([]);
  });
});

describe('tags', () => {
  test('a good one reaches the handler with its defaults', async () => {
    expect(await ask(message('tags/save', newTag()))).toEqual({ ok: true, value: 'done' });
    expect(calls[0]?.payload).toMatchObject({ direction: 'unstated', basis: 'own', note: '' });
  });

  test.each<[string, string, unknown]>([
    ['an id that is none', 'tags/delete', { id: '1' }],
    ['an id that is a range', 'tags/delete', { id: { lower: '', upper: 'z' } }],
    ['an event that is none', 'tags/undo', { eventId: '__proto__' }],
    ['a change of what no tag has', 'tags/change', { id: newId(), change: { stance: 'x' } }],
    ['a quote beyond the bound', 'tags/save', newTag({ quote: 'x'.repeat(20_001) })],
    ['a page that is no report', 'tags/save', { ...newTag(), page: { kind: 'article' } }],
  ])('%s is refused', async (_, name, payload) => {
    expect(await ask(message(name, payload))).toMatchObject({ ok: false, code: 'invalid' });
    expect(calls).toEqual([]);
  });

  test('what a schema does not name does not pass', async () => {
    await ask(message('tags/save', { ...newTag(), coder: 'forged', extra: 1 }));
    expect(calls[0]?.payload).not.toHaveProperty('coder');
    expect(calls[0]?.payload).not.toHaveProperty('extra');
  });

  test('a change cannot move a tag to another review, paper or coder', async () => {
    const change = { note: 'n', reviewId: newId(), paperId: newId(), coder: 'x', id: newId() };
    await ask(message('tags/change', { id: newId(), change }));
    expect(calls.map((c) => c.payload)).toEqual([
      { id: expect.any(String), change: { note: 'n' } },
    ]);
  });
});

describe('sizes', () => {
  const report = (title: string, extra = {}) => ({
    report: { ...PAGE_A, ...extra, paper: { ...PAGE_A.paper, title } },
  });

  test('a paper of three thousand authors passes', async () => {
    const authors = Array.from({ length: 3_000 }, (_, i) => ({
      family: `Author ${i}`,
      given: 'A. B.',
    }));
    const payload = { report: { ...PAGE_A, paper: { ...PAGE_A.paper, authors } } };
    expect(await ask(message('page/noticed', payload))).toMatchObject({ ok: true });
  });

  test.each<[string, () => unknown]>([
    ['megabytes of what nobody reads', () => report('x', { junk: 'x'.repeat(5_000_000) })],
    [
      'a circle',
      () => {
        const circle: Record<string, unknown> = report('x');
        circle.again = circle;
        return circle;
      },
    ],
    [
      'a nest without end',
      () => {
        let nest: unknown = 1;
        for (let i = 0; i < 50_000; i++) nest = [nest];
        return { ...report('x'), nest };
      },
    ],
  ])('%s is refused unread', async (_, make) => {
    expect(await ask(message('page/noticed', make()))).toMatchObject({
      ok: false,
      code: 'refused',
    });
    expect(calls).toEqual([]);
  });

  test('a thousand faults make one short sentence', async () => {
    const authors = Array.from({ length: 1_000 }, () => ({}));
    const sources = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, i) => [`k${i}`, 'nowhere']),
    );
    const payload = { report: { ...PAGE_A, paper: { authors, sources } } };
    const reply = await ask(message('page/noticed', payload));
    expect((reply as { sentence: string }).sentence.length).toBeLessThan(700);
  });
});

describe('a handler that fails is a sentence, never a thrown object', () => {
  const named = (name: string, more: object = {}) =>
    Object.assign(new Error('inner words'), { name }, more);
  test.each<[string, unknown, string, RegExp]>([
    ['an error of the store', new NotFound('tag'), 'not-found', /no longer in Bearing/],
    ['a full disk', named('QuotaExceededError'), 'quota', /disk is full/],
    [
      'a full disk that shows at commit',
      named('AbortError', { inner: named('QuotaExceededError') }),
      'quota',
      /disk is full/,
    ],
    ['a closed database', named('DatabaseClosedError'), 'closed', /Reload the page/],
    ['anything else', new TypeError('boom'), 'failed', /boom/],
    ['something thrown that is no error', 'text', 'failed', /text/],
    ['nothing thrown', undefined, 'failed', /undefined/],
  ])('%s', async (_, thrown, code, words) => {
    behave = () => {
      throw thrown;
    };
    const reply = await ask(message('page/left'));
    expect(reply).toMatchObject({ ok: false, code, sentence: expect.stringMatching(words) });
    expect(Object.keys(reply as object).sort()).toEqual(['code', 'ok', 'sentence']);
  });

  test('without end is cut', async () => {
    behave = vi.fn(() => {
      throw new Error('x'.repeat(100_000));
    });
    const reply = (await ask(message('page/left'))) as { sentence: string };
    expect(reply.sentence.length).toBeLessThan(500);
  });
});

describe('a document that floods the background', () => {
  const FLOOD = 2_000;
  const OTHER: Sender = { ...ARTICLE, url: 'https://b.example/', tab: { id: 8 } };
  const noticed = (title: string) =>
    message('page/noticed', { report: { ...PAGE_A, paper: { ...PAGE_A.paper, title } } });
  const titles = () =>
    calls.map(({ payload }) => (payload as { report: typeof PAGE_A }).report?.paper?.title);
  const later = () => new Promise((resolve) => setTimeout(resolve));

  test('with events causes two pieces of work: the first and the last', async () => {
    behave = later;
    const answers = await Promise.all(
      Array.from({ length: FLOOD }, (_, i) => ask(noticed(`Title ${i}`))),
    );
    expect(titles()).toEqual(['Title 0', `Title ${FLOOD - 1}`]);
    expect(answers.filter((one) => one?.ok)).toHaveLength(FLOOD);
  });

  test('does not keep the request of another page waiting', async () => {
    behave = later;
    const flood = Array.from({ length: FLOOD }, (_, i) => ask(noticed(`Title ${i}`)));
    await ask(message('tags/save', newTag()), OTHER);
    expect(calls.filter(({ name }) => name === 'page/noticed').length).toBeLessThanOrEqual(2);
    await Promise.all(flood);
  });

  test('with requests has them carried out one after the other, and the rest refused', async () => {
    let now = 0;
    let most = 0;
    behave = async () => {
      now += 1;
      most = Math.max(most, now);
      await later();
      now -= 1;
      return 'done';
    };
    const answers = await Promise.all(
      Array.from({ length: FLOOD }, () => ask(message('tags/delete', { id: newId() }))),
    );
    expect(most).toBe(1);
    const refused = answers.filter((one) => one && !one.ok && one.code === 'busy');
    expect(calls.length + refused.length).toBe(FLOOD);
    expect(calls.length).toBeLessThanOrEqual(MOST_WAITING + 1);
    // It is heard again when its queue is done.
    expect(await ask(message('tags/delete', { id: newId() }))).toMatchObject({ ok: true });
  });
});
