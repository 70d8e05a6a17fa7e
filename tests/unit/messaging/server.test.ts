/** What the background answers to whom: every sender, name and shape that it may meet. */
import { describe, expect, test, vi } from 'vitest';
import { requests, ruleOf } from '../../../lib/messaging/background/schemas';
import type { From, Sender } from '../../../lib/messaging/background/server';
import type { RequestName } from '../../../lib/messaging/types';
import { newId } from '../../../lib/model';
import { NotFound } from '../../../lib/store';
import { newTag, PAGE_A } from '../store/support';
import { ARTICLE, ask, calls, handlersDo, message, POPUP, SELF } from './support';

const WORKSPACE: Sender = { ...POPUP, url: `${SELF.origin}workspace.html`, tab: { id: 9 } };
const TOOLBAR: Sender = { ...POPUP, url: `${SELF.origin}bar.html`, tab: { id: 7 }, frameId: 3 };

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
    const payload = name === 'store/changed' ? { tables: ['tags'] } : {};
    const reply = await ask(message(name, payload), sender);
    expect(reply).toMatchObject(expected);
    if (!reply?.ok) expect(reply?.sentence).toMatch(/^\p{Lu}.+\.$/u);
    expect(calls).toHaveLength('ok' in expected && expected.ok ? 1 : 0);
  });

  test('the handler is told who asked, and the document as the browser names it', async () => {
    await ask(message('page/left'));
    await ask(message('page/left'), { ...ARTICLE, documentId: 'D1' });
    await ask(message('page/left'), POPUP);
    await ask(message('page/left'), WORKSPACE);
    const url = ARTICLE.url;
    expect(calls.map((c) => c.from)).toStrictEqual([
      { asker: 'page-script', tabId: 7, document: { key: `7/0/${url}`, url, tabId: 7 } },
      { asker: 'page-script', tabId: 7, document: { key: 'D1', id: 'D1', url, tabId: 7 } },
      { asker: 'own-page' },
      { asker: 'own-page', tabId: 9 },
    ]);
  });

  test.each<[string, Sender['tab'], From['privateWindow']]>([
    ['in an ordinary window', { id: 7, windowId: 3 }, undefined],
    ['in a private window', { id: 7, windowId: 3, incognito: true }, { id: 3 }],
    ['in a private window without a name', { id: 7, incognito: true }, {}],
  ])('a page %s', async (_, tab, privateWindow) => {
    await ask(message('page/left'), { ...ARTICLE, tab });
    expect(calls[0]?.from.privateWindow).toStrictEqual(privateWindow);
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

describe('a refusal says what is wrong', () => {
  test.each<[string, unknown, RegExp]>([
    ['the whole request', null, /\(request\)/],
    ['what was not sent', undefined, /\(request\)/],
    ['one field', { id: 'x' }, /\(id\)/],
  ])('%s', async (_, payload, words) => {
    const reply = await ask({ bearing: 1, type: 'tags/delete', payload });
    expect(reply).toMatchObject({ sentence: expect.stringMatching(words) });
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

  test('a page sets the voice of a tag and its site, and names a new one', async () => {
    const dials = { voice: 'authors', siteId: newId(), newSite: { name: 'Ward' } } as const;
    await ask(message('tags/save', { ...newTag(), ...dials }));
    await ask(message('tags/change', { id: newId(), change: dials }));
    const [saved, { change } = {}] = calls.map((c) => c.payload as Record<string, unknown>);
    expect(saved).toMatchObject(dials);
    expect(change).toEqual(dials);
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
      sentence: expect.stringMatching(/larger than/),
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
    handlersDo(() => {
      throw thrown;
    });
    const reply = await ask(message('page/left'));
    expect(reply).toMatchObject({ ok: false, code, sentence: expect.stringMatching(words) });
    expect(Object.keys(reply as object).sort()).toEqual(['code', 'ok', 'sentence']);
  });

  test('without end is cut', async () => {
    handlersDo(
      vi.fn(() => {
        throw new Error('x'.repeat(100_000));
      }),
    );
    const reply = (await ask(message('page/left'))) as { sentence: string };
    expect(reply.sentence.length).toBeLessThan(500);
  });
});
