/**
 * The background: wires the browser's events to the store. It may be killed between any two lines, so no truth is in its
 * memory: every listener is registered synchronously, every handler starts from the store. What it does remember, the
 * documents that are open (lib/browser/documents.ts) and their requests in turn (lib/messaging/background/turns.ts), may be lost:
 * pages report again, and an unanswered save stays on screen and is sent again.
 */
import './no-requests';

import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import {
  activeTab,
  mayWriteIn,
  openPanel,
  readerAddress,
  reviveOpenTabs,
  WELCOME_PATH,
} from '../../lib/browser';
import { answer } from '../../lib/messaging/background/server';
import {
  dealMissingNumberKeys,
  ensureReview,
  isNewerStore,
  sweep,
  tryAgain,
} from '../../lib/store';
import { isPdfAddress } from '../../lib/text';
import { handlers } from './handlers';
import { readPdfUnasked, startTagging, toggleTagging } from './tagging';
import { followWrites } from './written';

const MENU_ITEM = 'tag-this-page';
const PDF_ITEM = 'read-this-pdf';

export default defineBackground(() => {
  followWrites();

  browser.runtime.onMessage.addListener((message, sender, respond) => {
    // A message that is not one of ours gets no answer; `true` keeps the channel open for ours.
    if ((message as { bearing?: unknown } | null)?.bearing !== 1) return undefined;
    const self = { id: browser.runtime.id, origin: browser.runtime.getURL('/'), mayWriteIn };
    void answer(message, sender, self, handlers).then(respond);
    return true;
  });

  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    // Once, and not after an update.
    if (reason === 'install')
      void browser.tabs.create({ url: browser.runtime.getURL(WELCOME_PATH) });
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: MENU_ITEM,
      title: 'Tag this page',
      contexts: ['page', 'selection', 'link'],
      documentUrlPatterns: ['http://*/*', 'https://*/*'],
    });
    browser.contextMenus.create({
      id: PDF_ITEM,
      title: 'Read this PDF in Bearing',
      contexts: ['link'],
      targetUrlPatterns: ['*://*/*.pdf', '*://*/*.pdf?*', '*://*/*.PDF'],
    });
    // After a step back to an earlier Bearing the records stay as they are.
    if (await isNewerStore()) return reviveOpenTabs();
    await ensureReview();
    await dealMissingNumberKeys();
    await reviveOpenTabs();
    await sweep();
    // What an earlier version could not read, this one may.
    await tryAgain();
  });

  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === MENU_ITEM && tab?.id !== undefined) void startTagging(tab.id);
    if (info.menuItemId === PDF_ITEM && info.linkUrl && !tab?.incognito)
      void browser.tabs.create({ url: readerAddress(info.linkUrl), openerTabId: tab?.id });
  });

  // Chromium lets our script into its viewer of PDFs, and that tells (handlers.ts). Firefox does not.
  if (import.meta.env.FIREFOX)
    browser.tabs.onUpdated.addListener((tabId, { status }, { url, incognito }) => {
      if (status === 'complete' && !incognito && isPdfAddress(url ?? ''))
        void readPdfUnasked(tabId);
    });

  browser.commands.onCommand.addListener(async (command, tab) => {
    // Before anything is awaited: the gesture ends with this turn.
    if (command === 'side-panel' && tab?.id !== undefined) return openPanel({ tabId: tab.id });
    if (command !== 'toggle-tagging') return;
    const id = tab?.id ?? (await activeTab())?.id;
    if (id !== undefined) await toggleTagging(id);
  });
});
