/** On pages that are no article, Bearing leaves no trace: no badge, no message, no DOM change, no request. */
import type { Page } from '@playwright/test';
import { paperInWords } from '../../scripts/ui.mjs';
import { corpusEntries, corpusFolder, NO_CORPUS } from '../support/corpus';
import { type Bearing, expect, test } from '../support/extension';

// What a fresh installation does.
test.use({ ownBrowser: true });

declare const chrome: {
  action: { getBadgeText(of: { tabId?: number }): Promise<string> };
  tabs: { query(of: object): Promise<{ id?: number }[]> };
  runtime: {
    onMessage: {
      addListener(listener: (message: { type?: string }, sender: { url?: string }) => void): void;
    };
  };
};
declare global {
  var changesSeen: number | undefined;
  var messagesSeen: string[] | undefined;
}

/** Counts DOM changes from the moment the page has been parsed. Runs in the page, past its policy. */
async function countChanges(page: Page) {
  await page.addInitScript(() => {
    globalThis.changesSeen = 0;
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver((records) => {
        globalThis.changesSeen = (globalThis.changesSeen ?? 0) + records.length;
      }).observe(document, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
    });
  });
}

/**
 * What Bearing left behind on a page that it has looked at.
 * @param awaited a message that the page will say, in its own time
 */
async function tracesOn(bearing: Bearing, address: string, awaited?: string) {
  bearing.network.clear();
  const worker = await bearing.worker();
  await worker.evaluate(() => {
    if (!globalThis.messagesSeen)
      chrome.runtime.onMessage.addListener((message, sender) => {
        // What pages say; the popup speaks too.
        if (sender.url?.startsWith('http')) globalThis.messagesSeen?.push(message.type ?? '');
      });
    globalThis.messagesSeen = [];
  });
  const page = await bearing.context.newPage();
  await countChanges(page);
  await page.goto(address, { waitUntil: 'load' });
  const popup = await bearing.popup(page);
  // The popup has its answer from the page's own script: so that has run.
  const [title] = await paperInWords(popup);
  const badge = await popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.action.getBadgeText({ tabId: tab?.id });
  });
  const said = () => worker.evaluate(() => globalThis.messagesSeen ?? []);
  if (awaited) await expect.poll(said).toContain(awaited);
  const messages = await said();
  const left = await page.evaluate(() => ({
    changes: globalThis.changesSeen,
    painted: CSS.highlights.size,
    sheets: document.adoptedStyleSheets.length,
  }));
  await page.close();
  return {
    title,
    badge,
    // A freshly installed extension looks at open tabs once more: what is said counts, not how often.
    messages: [...new Set(messages)],
    ...left,
    requests: [...bearing.network.foreign(), ...bearing.network.byScripts()],
  };
}

const SILENT = {
  title: expect.stringMatching(/^(127\.0\.0\.1|localhost|A PDF)$/),
  badge: '',
  messages: [],
  changes: 0,
  painted: 0,
  sheets: 0,
  requests: [],
};

test('a page of a journal that is no article is left alone', async ({ bearing, site }) => {
  expect(await tracesOn(bearing, `${site.url}/notices/opening-hours`)).toEqual(SILENT);
});

test('an article is noticed without a request and without a change of the page', async ({
  bearing,
  site,
}) => {
  const traces = await tracesOn(bearing, `${site.url}/articles/peer-support-demo`, 'page/noticed');
  expect(traces).toEqual({
    ...SILENT,
    title: expect.stringContaining('Implementing peer support work'),
    messages: ['page/look-closer', 'page/noticed'],
  });
});

test('every negative page of the corpus is left alone', async ({ bearing, site }) => {
  test.skip(!corpusFolder(), NO_CORPUS);
  test.setTimeout(240_000);
  const negatives = corpusEntries('negative').map(({ file }) => file);
  expect(negatives.length).toBeGreaterThan(0);
  const traces: Record<string, unknown> = {};
  for (const { entry, url } of site.pages)
    if (negatives.includes(entry.file)) traces[entry.file] = await tracesOn(bearing, url);
  // A PDF is reported as one, for readers who want every PDF in the reader; nothing comes of it here.
  const silent = (file: string) =>
    file.endsWith('.pdf') ? { ...SILENT, messages: ['page/pdf'] } : SILENT;
  expect(traces).toEqual(Object.fromEntries(negatives.map((file) => [file, silent(file)])));
});
