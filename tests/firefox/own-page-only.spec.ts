/**
 * A script of ours in a page reaches the papers of that page only, in Firefox too: what Firefox says of a sender
 * decides, not what the message says. The requests come from where a page that took its process over would send
 * them: from our isolated world in it.
 */
import type { Page } from 'puppeteer-core';
import { expect, type FirefoxBearing, test } from '../support/firefox';
import { chooseNext, heldBy, startTagging, tagByKeys, untilShown } from '../support/firefox-ui';
import { readTable } from '../support/read-table';

const ARTICLE = '/articles/peer-support-demo';
const SECRET = 'what only the reader may read';
const NOTE_FIELD = '[aria-label="Note"]';

declare const browser: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  scripting: {
    executeScript(how: {
      target: { tabId: number };
      args: unknown[];
      func: (message: never) => unknown;
    }): Promise<{ result?: unknown }[]>;
  };
  tabs: { sendMessage(tab: number, message: unknown): Promise<unknown> };
};

interface Reply {
  ok: boolean;
  code?: string;
  value?: unknown;
}
type Request = [type: string, payload: object];

/** The background's answers to requests that our isolated world in a tab sends one after another. */
function askFrom(bearing: FirefoxBearing, tabId: number, requests: Request[]): Promise<Reply[]> {
  return bearing.inOwnPage((own) =>
    own.evaluate(
      async (tab, all) => {
        const replies: unknown[] = [];
        for (const [type, payload] of all) {
          const [done] = await browser.scripting.executeScript({
            target: { tabId: tab },
            args: [{ bearing: 1, type, payload }],
            func: (message) => browser.runtime.sendMessage(message),
          });
          replies.push(done?.result);
        }
        return replies as Reply[];
      },
      tabId,
      requests,
    ),
  );
}

/** What our script in a tab reports of its page. */
function reportOf(bearing: FirefoxBearing, tabId: number): Promise<{ url: string }> {
  return bearing.inOwnPage((own) =>
    own.evaluate(async (tab) => {
      const ask = { bearing: 1, type: 'to-page/settled', payload: {} };
      const { report } = (await browser.tabs.sendMessage(tab, ask)) as { report: { url: string } };
      return report;
    }, tabId),
  );
}

const TABLES = ['tags', 'statements', 'papers', 'reviewPapers', 'tallySheets', 'steps', 'stamps'];

/** All that a request of a page could have changed. */
function contents(bearing: FirefoxBearing): Promise<Record<string, Record<string, unknown>[]>> {
  return bearing.inOwnPage(async (own) => {
    const rows: Record<string, Record<string, unknown>[]> = {};
    for (const table of TABLES) rows[table] = await own.evaluate(readTable, table);
    return rows;
  });
}

/** Tags a statement of the article, with a note. */
async function tagWithNote(bearing: FirefoxBearing, page: Page): Promise<void> {
  await startTagging(bearing, page);
  await chooseNext(page);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
  await page.keyboard.press('n');
  await untilShown(page, NOTE_FIELD);
  await page.keyboard.type(SECRET);
  await page.keyboard.press('Enter');
  await expect.poll(() => heldBy(page, NOTE_FIELD)).toBeUndefined();
  await expect
    .poll(async () => (await bearing.records('tags')).map(({ note }) => note))
    .toEqual([SECRET]);
}

test('a page of another site, or beside it, can neither read nor change what is tagged on an article', async ({
  bearing,
  site,
}) => {
  const article = await bearing.open(site.url + ARTICLE);
  await tagWithNote(bearing, article);
  const before = await contents(bearing);
  const articleTab = await bearing.tabId(article);
  const report = await reportOf(bearing, articleTab);
  const id = before.tags?.[0]?.id as string;
  // The note is the tag's last step; a step is known by its id alone.
  const steps = before.steps?.filter(({ touches }) => (touches as string[]).includes(`tags ${id}`));
  const step = steps?.sort((a, b) => Number(a.counter) - Number(b.counter)).at(-1)?.id as string;

  const attackers = {
    'another site': site.url.replace('127.0.0.1', 'localhost'),
    'the article’s own site': site.url,
  };
  for (const [where, base] of Object.entries(attackers)) {
    const attacker = await bearing.open(`${base}/notices/opening-hours`);
    await bearing.untilRead(attacker);
    const tab = await bearing.tabId(attacker);
    const requests: Request[] = [
      ['page/tagging-state', { report }],
      ['page/tagging-state', { report: { ...report, url: attacker.url() } }],
      ['tags/change', { id, change: { note: 'forged' } }],
      ['tags/delete', { id }],
      ['tags/undo', { eventId: step }],
      ['drafts/take', { address: report.url, document: 'forged' }],
    ];
    const replies = await askFrom(bearing, tab, requests);
    const answered = replies.map(({ ok, code }, i) => [requests[i]?.[0], ok || code]);
    const refused = expect.stringMatching(/^(out-of-reach|unknown-report)$/);
    expect([where, answered]).toEqual([where, requests.map(([type]) => [type, refused])]);
    expect(JSON.stringify(replies)).not.toContain(SECRET);
    expect(await contents(bearing)).toEqual(before);
  }

  // The same requests from the article itself are carried out: the refusals were about who asked.
  const [state, changed, deleted] = await askFrom(bearing, articleTab, [
    ['page/tagging-state', { report }],
    ['tags/change', { id, change: { note: 'mine' } }],
    ['tags/delete', { id }],
  ]);
  expect([state?.ok, changed?.ok, deleted?.ok]).toEqual([true, true, true]);
  expect(JSON.stringify(state)).toContain(SECRET);
  expect(await bearing.records('tags')).toEqual([]);
});
