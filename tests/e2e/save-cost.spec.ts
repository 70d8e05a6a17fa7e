/**
 * What a save and a flood cost, in pieces of work and not in time: scripts injected, messages heard, and
 * transactions made by the background.
 */
import type { Page } from '@playwright/test';
import { paintedCount, startFromPopup, tagByKeys, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';

const DEMO = '/articles/peer-support-demo';
const OTHER = '/articles/supervision-demo';

interface Work {
  injected: number;
  /** Requests of pages, as "tab type". */
  heard: string[];
  transactions: number;
}
declare global {
  var workSeen: Work | undefined;
}
declare const chrome: {
  scripting: { executeScript(how: object): Promise<{ result: unknown }[]> };
  tabs: {
    query(of: object): Promise<{ id: number; url?: string }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
  runtime: {
    onMessage: {
      addListener(
        hear: (message: { type?: string }, sender: { tab?: { id: number } }) => void,
      ): void;
    };
    sendMessage(message: unknown): Promise<{ ok: boolean; code?: string }>;
  };
};

/** Counts from now on what the background does. */
async function watchWork(bearing: Bearing): Promise<void> {
  const worker = await bearing.worker();
  await worker.evaluate(() => {
    const fresh: Work = { injected: 0, heard: [], transactions: 0 };
    if (globalThis.workSeen) {
      Object.assign(globalThis.workSeen, fresh);
      return;
    }
    const work = fresh;
    globalThis.workSeen = work;
    const inject = chrome.scripting.executeScript.bind(chrome.scripting);
    chrome.scripting.executeScript = (how) => {
      if ('files' in how) work.injected += 1;
      return inject(how);
    };
    chrome.runtime.onMessage.addListener(({ type }, { tab }) => {
      if (tab) work.heard.push(`${tab.id} ${type}`);
    });
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...how) {
      work.transactions += 1;
      return begin.apply(this, how);
    };
  });
}

const work = async (bearing: Bearing): Promise<Work> => {
  const worker = await bearing.worker();
  return worker.evaluate(() => globalThis.workSeen as Work);
};

async function tabOf(bearing: Bearing, page: Page): Promise<number> {
  await page.bringToFront();
  const worker = await bearing.worker();
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id ?? -1;
  });
}

/** Every message that was sent to pages so far has been heard there, and so have their answers. */
async function settled(bearing: Bearing): Promise<void> {
  const worker = await bearing.worker();
  await worker.evaluate(async () => {
    const ask = { bearing: 1, type: 'to-page/report', payload: {} };
    for (const { id } of await chrome.tabs.query({ url: 'http://*/*' }))
      await chrome.tabs.sendMessage(id, ask).catch(() => undefined);
  });
}

async function openTagged(bearing: Bearing, address: string, slot: number): Promise<Page> {
  const page = await bearing.open(address);
  await startFromPopup(await bearing.popup(page), page);
  await page.keyboard.press('j');
  await tagging.toolbar(page).waitFor();
  await tagByKeys(page, { stance: 'supporting', slot });
  return page;
}

test('a save injects nothing, and only the pages of its paper ask again', async ({
  bearing,
  site,
}) => {
  const other = await openTagged(bearing, site.url + OTHER, 1);
  const first = await openTagged(bearing, site.url + DEMO, 1);
  const second = await bearing.open(site.url + DEMO);
  await expect.poll(() => paintedCount(second)).toBe(1);
  await bearing.open(`${site.url}/notices/opening-hours`);
  const [tabFirst, tabSecond] = [await tabOf(bearing, first), await tabOf(bearing, second)];
  await first.bringToFront();
  // This influence has its number key: the next tag of it deals none.
  await settled(bearing);
  await watchWork(bearing);
  await first.keyboard.press('j');
  await tagging.toolbar(first).waitFor();
  await tagByKeys(first, { stance: 'contrasting', slot: 1 });
  await expect.poll(() => paintedCount(second)).toBe(2);
  await settled(bearing);
  const done = await work(bearing);
  expect(done.injected).toBe(0);
  // A page that has rested reports once a day which of its quotes it has: that is of the page, and not of the save.
  const ofSave = done.heard.filter((one) => !one.endsWith(' statements/seen'));
  expect(ofSave).toEqual([`${tabFirst} tags/save`, `${tabSecond} page/tagging-state`]);
  expect(await paintedCount(other)).toBe(1);
});

const FLOOD = 2_000;

test('2,000 notices and 2,000 events of one page leave the work of another tab’s saves alone', async ({
  bearing,
  site,
}) => {
  const page = await openTagged(bearing, site.url + DEMO, 1);
  const hostile = await bearing.open(`${site.url}${OTHER}`);
  const hostileTab = await tabOf(bearing, hostile);
  await page.bringToFront();
  await settled(bearing);
  await watchWork(bearing);
  const worker = await bearing.worker();
  // A save in a quiet browser, to compare with.
  await page.keyboard.press('j');
  await tagging.toolbar(page).waitFor();
  await tagByKeys(page, { stance: 'contrasting', slot: 1 });
  await settled(bearing);
  const quiet = (await work(bearing)).transactions;

  await watchWork(bearing);
  const flood = worker.evaluate(
    async ({ tabId, count }) => {
      const [first] = await chrome.scripting.executeScript({
        target: { tabId },
        args: [count],
        // In our isolated world, as a renderer that was taken over would.
        func: async (times: number) => {
          const report = {
            kind: 'article',
            reasons: [],
            representation: 'html',
            url: location.href,
            paper: { title: 'x', authors: [], sources: {} },
            conflicts: [],
          };
          const payload = { report, handover: true };
          const notice = { bearing: 1, type: 'page/noticed', payload };
          const sent = Array.from({ length: times }, () => chrome.runtime.sendMessage(notice));
          return (await Promise.all(sent)).filter(({ ok }) => ok).length;
        },
      });
      return first?.result;
    },
    { tabId: hostileTab, count: FLOOD },
  );
  await hostile.evaluate((count) => {
    for (let i = 0; i < count; i += 1) {
      sessionStorage.setItem('bearing.unsaved', `forged ${i}`);
      document.dispatchEvent(new CustomEvent('bearing:handed-over'));
    }
  }, FLOOD);
  await page.keyboard.press('j');
  await tagging.toolbar(page).waitFor();
  await tagByKeys(page, { stance: 'mentioning', slot: 1 });
  expect(await flood).toBe(FLOOD);
  await settled(bearing);
  const loud = await work(bearing);
  // At most one that runs and one that waits: the injections and reads of 2,000 were never begun.
  expect(loud.injected).toBeLessThanOrEqual(1);
  expect(loud.transactions - quiet).toBeLessThanOrEqual(quiet);
  expect(await paintedCount(page)).toBe(3);
});
