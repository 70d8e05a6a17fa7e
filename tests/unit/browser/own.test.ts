/** Where Bearing may run, which tab a surface is about, and what the badge can show. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import {
  badgeText,
  isBarOf,
  mayRunOn,
  openBar,
  setBadge,
  shortcutOf,
  tellOfChange,
  tellPage,
  theTab,
} from '../../../lib/browser';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test.each<[string | undefined, boolean]>([
  ['https://a.example/', true],
  ['http://a.example/', true],
  ['https://chrome.google.com/', true],
  ['https://addons.mozilla.org.example/', true],
  ['https://a.example/?https://addons.mozilla.org/', true],
  ['https://chromewebstore.google.com/detail/x', false],
  ['https://chrome.google.com/webstore', false],
  ['https://chrome.google.com/webstore/x', false],
  ['https://microsoftedge.microsoft.com/addons', false],
  ['https://addons.mozilla.org', false],
  ['chrome://settings', false],
  ['file:///home/a.html', false],
  ['view-source:https://a.example/', false],
  ['', false],
  [undefined, false],
])('Bearing may run on %s: %s', (url, expected) => {
  expect(mayRunOn(url)).toBe(expected);
});

describe('a surface is about', () => {
  const ACTIVE = { id: 1, url: 'https://active.example/' };
  const NAMED = { id: 7, url: 'https://named.example/' };
  beforeEach(() => {
    vi.spyOn(browser.tabs, 'query').mockImplementation((async (asked: object) =>
      JSON.stringify(asked) === '{"active":true,"currentWindow":true}' ? [ACTIVE] : []) as never);
    vi.spyOn(browser.tabs, 'get').mockImplementation((async (id: number) => {
      if (id !== NAMED.id) throw new Error('No tab with id');
      return NAMED;
    }) as never);
  });
  test.each<[string, string, object | undefined]>([
    ['the active tab', '', ACTIVE],
    ['the tab that its address names', '?tab=7', NAMED],
    ['no tab, where that one is closed', '?tab=8', undefined],
    ['the active tab, where its address names none', '?tab=x', ACTIVE],
  ])('%s', async (_, search, tab) => {
    vi.stubGlobal('location', { search });
    expect(await theTab()).toEqual(tab);
  });
});

describe('a toolbar belongs to the tab', () => {
  test('that its nonce was left for, and to no other', async () => {
    await openBar(1, 'a');
    await openBar(2, 'b');
    expect(await Promise.all([isBarOf(1, 'a'), isBarOf(2, 'b')])).toEqual([true, true]);
    expect(await Promise.all([isBarOf(1, 'b'), isBarOf(3, 'a')])).toEqual([false, false]);
  });

  test('until a newer one is opened there', async () => {
    await openBar(1, 'a');
    await openBar(1, 'c');
    expect(await Promise.all([isBarOf(1, 'a'), isBarOf(1, 'c')])).toEqual([false, true]);
  });
});

describe('a page is told', () => {
  const CHANGE = { tables: ['tags' as const], paperIds: ['p'] };
  test('in its main frame, and its answer is given', async () => {
    const send = vi
      .spyOn(browser.tabs, 'sendMessage')
      .mockResolvedValue({ tagging: true } as never);
    expect(await tellPage(7, 'to-page/mode')).toEqual({ tagging: true });
    expect(send).toHaveBeenCalledWith(
      7,
      { bearing: 1, type: 'to-page/mode', payload: {} },
      { frameId: 0 },
    );
  });

  test('and nothing is thrown where nobody hears it', async () => {
    vi.spyOn(browser.tabs, 'sendMessage').mockRejectedValue(new Error('no receiver'));
    expect(await tellPage(7, 'to-page/mode')).toBeUndefined();
  });

  test('of a change in every web page but the one that wrote it', async () => {
    const tabs = [{ id: 1 }, { id: 2 }, {}, { id: 3 }];
    const query = vi.spyOn(browser.tabs, 'query').mockResolvedValue(tabs as never);
    const send = vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(undefined as never);
    await tellOfChange(CHANGE, 2);
    expect(query).toHaveBeenCalledWith({
      url: [
        'http://*/*',
        'https://*/*',
        expect.stringMatching(/\/pdf\.html\*$/),
        expect.stringMatching(/\/welcome\.html\*$/),
      ],
    });
    expect(send.mock.calls.map(([id]) => id)).toEqual([1, 3]);
    expect(send.mock.calls[0]?.[1]).toMatchObject({
      type: 'to-page/store-changed',
      payload: CHANGE,
    });
  });
});

test.each([
  [1, '1'],
  [999, '999'],
  [1_000, '1k'],
  [1_999, '1k'],
  [12_345, '12k'],
])('%i tags on the badge: %s', (tags, text) => {
  expect(badgeText(tags)).toBe(text);
});

describe('the badge of a tab', () => {
  test.each([
    [0, '', 'Bearing'],
    [1, '1', 'Bearing: 1 tag on this paper'],
    [2, '2', 'Bearing: 2 tags on this paper'],
  ])('with %i tags', async (tags, text, title) => {
    const setBadgeText = vi.fn(async () => {});
    const setTitle = vi.fn(async () => {});
    const action = { setBadgeText, setTitle, setBadgeBackgroundColor: async () => {} };
    Object.assign(browser, { action });
    await setBadge(7, tags);
    expect(setBadgeText).toHaveBeenCalledWith({ tabId: 7, text });
    expect(setTitle).toHaveBeenCalledWith({ tabId: 7, title });
  });

  test('that was closed meanwhile is no failure', async () => {
    Object.assign(browser, { action: { setBadgeText: () => Promise.reject(new Error('gone')) } });
    await expect(setBadge(7, 1)).resolves.toBeUndefined();
  });
});

test.each([
  ['tag', 'Alt+T'],
  ['panel', ''],
  ['other', ''],
])('the shortcut of %s: “%s”', async (command, keys) => {
  const getAll = async () => [{ name: 'tag', shortcut: 'Alt+T' }, { name: 'panel' }];
  Object.assign(browser, { commands: { getAll } });
  expect(await shortcutOf(command)).toBe(keys);
});
