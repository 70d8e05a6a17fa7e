/** The side panel believes the background, and no page's script. */
import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { changedTab, pageChanged } from '../../../lib/messaging';

const ID = 'bearing';
const OWN = { id: ID, url: 'chrome-extension://bearing/background.js' };

beforeEach(() => {
  vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(ID);
  vi.spyOn(browser.runtime, 'getURL').mockImplementation(
    (path) => `chrome-extension://bearing${path}`,
  );
});

const CASES: [
  what: string,
  message: unknown,
  sender: object | undefined,
  tab: number | undefined,
][] = [
  ['the background', pageChanged(7), OWN, 7],
  [
    'a page’s script',
    pageChanged(7),
    { id: ID, url: 'https://page.example/', tab: { id: 7 } },
    undefined,
  ],
  ['another extension', pageChanged(7), { ...OWN, id: 'other' }, undefined],
  ['nobody', pageChanged(7), undefined, undefined],
  ['another message', { ...pageChanged(7), type: 'page/noticed' }, OWN, undefined],
  ['a message of another product', { ...pageChanged(7), bearing: 2 }, OWN, undefined],
  ['a message without a tab', { ...pageChanged(7), payload: {} }, OWN, undefined],
  ['nothing', null, OWN, undefined],
];

test.each(CASES)('%s', (_, message, sender, tab) => {
  expect(changedTab(message, sender as never)).toBe(tab);
});
