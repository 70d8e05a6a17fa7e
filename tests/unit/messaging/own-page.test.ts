/** Which senders are pages of the extension: the panel's port and the toolbar's answers trust no other. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { isOwnPage } from '../../../lib/messaging/background/own-page';

const OWN = 'chrome-extension://bearing/';
const { id } = browser.runtime;

beforeEach(() => {
  Object.assign(browser.runtime, { id: 'bearing' });
  vi.spyOn(browser.runtime, 'getURL').mockImplementation(
    ((path: string) => OWN + path.slice(1)) as never,
  );
});
afterEach(() => {
  Object.assign(browser.runtime, { id });
  vi.restoreAllMocks();
});

test.each<[string, { id?: string; url?: string } | undefined, boolean]>([
  ['a page of the extension', { id: 'bearing', url: `${OWN}popup.html` }, true],
  ['our script in a web page', { id: 'bearing', url: 'https://a.example/' }, false],
  ['a web page with our address in its own', { id: 'bearing', url: `https://a/?${OWN}` }, false],
  [
    'an extension whose id begins with ours',
    { id: 'bearing', url: `${OWN.slice(0, -1)}2/` },
    false,
  ],
  ['another extension that claims our page', { id: 'other', url: `${OWN}popup.html` }, false],
  ['a sender without an id', { url: `${OWN}popup.html` }, false],
  ['a sender without an address', { id: 'bearing' }, false],
  ['nobody', undefined, false],
])('%s', (_, sender, expected) => {
  expect(isOwnPage(sender as never)).toBe(expected);
});
