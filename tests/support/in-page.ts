/**
 * Articles that change inside one document: the cases of the fixture application (tests/fixtures/spa), a reader
 * who tags all the while, and what the store says afterwards about which words were filed under which paper.
 */
import type { Page } from '@playwright/test';
import { until } from '../../scripts/drive.mjs';
import { tagging } from '../../scripts/ui.mjs';
import type { Bearing } from './extension';

declare const chrome: {
  tabs: {
    query(what: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tab: number, message: unknown, to: { frameId: 0 }): Promise<unknown>;
  };
  windows: { create(what: { url: string }): Promise<unknown> };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};
declare const go: (record: number) => void;

/** The two records of the fixture in the tab of a row: their DOIs, and a word of each of their statements. */
export const record = (number: 1 | 2, row: string) =>
  number === 1
    ? { doi: `10.5555/demo.one${row}`, word: `alpha${row}` }
    : { doi: `10.5555/demo.two${row}`, word: `omega${row}` };

export interface Case {
  delay: number;
  /** Query options of the fixture beside the delay. */
  options: Record<string, string>;
  /** Whether tagging mode is on while the article changes. */
  tagging: boolean;
}

/** The ways in which sites change their article, beside those of the table of delays. */
export const OTHER_WAYS: Record<string, string>[] = [
  { first: 'content' },
  { first: 'content', meta: '1', title: 'late' },
  { first: 'head', meta: '1' },
  { while: 'empty', meta: '1', title: 'late' },
  { meta: 'stale' },
  { meta: 'stale', title: 'never', route: 'hash' },
  { title: 'never', heading: 'div' },
  { by: 'append', meta: 'stale' },
  { by: 'append', meta: 'stale', first: 'content' },
  { by: 'body', meta: '1' },
  { by: 'body', title: 'never', route: 'hash' },
  { by: 'text', title: 'late' },
  { route: 'none', meta: '1', title: 'late' },
];

export function nameOf({ delay, options, tagging: on }: Case): string {
  const words = Object.entries(options).map(([key, value]) => `${key}=${value}`);
  return [`${delay} ms`, ...words, on ? 'tagging' : 'reading'].join(', ');
}

/** What a case came to. */
export interface Outcome {
  /** Quotes that were filed under another paper than theirs. */
  wrong: string[];
  /** Saved tags by record. */
  saved: { 1: number; 2: number };
  /** Whether the page reports the second record's DOI once its content and its address are there. */
  recognised: boolean;
}

/** One of the extension's own pages, through which tabs are asked and the store is read. */
export class Desk {
  private constructor(readonly page: Page) {}

  static async open(bearing: Bearing): Promise<Desk> {
    return new Desk(await bearing.openOwn('popup.html?tab=-1'));
  }

  /** A page in a window of its own: all of them are in front, and none waits for its turn to be drawn. */
  async openWindow(bearing: Bearing, url: string): Promise<Page> {
    const opened = bearing.context.waitForEvent('page', (page) => page.url() === url);
    await this.page.evaluate((address) => chrome.windows.create({ url: address }), url);
    const page = await opened;
    await page.waitForLoadState('domcontentloaded');
    return page;
  }

  /** The id of the one tab whose address contains `part`. */
  async tab(part: string): Promise<number> {
    const id = await this.page.evaluate(
      async (text) => (await chrome.tabs.query({})).find((tab) => tab.url?.includes(text))?.id,
      part,
    );
    if (id === undefined) throw new Error(`no tab shows ${part}`);
    return id;
  }

  /** What the page's own script reports now: `loading`, or the paper's DOI (null without one). */
  async report(tab: number): Promise<{ state: string; doi: string | null }> {
    type Answer = { state?: string; report?: { paper: { doi?: string } | null } };
    const answer = (await this.page.evaluate(
      (id) =>
        chrome.tabs
          .sendMessage(id, { bearing: 1, type: 'to-page/report', payload: {} }, { frameId: 0 })
          .catch(() => null),
      tab,
    )) as Answer | null;
    return { state: answer?.state ?? 'silent', doi: answer?.report?.paper?.doi ?? null };
  }

  /** Starts tagging mode in a tab, as the popup does, and waits for it in the page where that is given. */
  async startTagging(tab: number, page?: Page): Promise<void> {
    const start = () =>
      this.page.evaluate(
        (tabId) =>
          chrome.runtime.sendMessage({ bearing: 1, type: 'tagging/start', payload: { tabId } }),
        tab,
      );
    await start();
    if (!page) return;
    const isShown = () =>
      tagging
        .bar(page)
        .isVisible()
        .catch(() => false);
    // An Escape that is still on its way ends the mode that was just started: then it is started again.
    await until('tagging mode', async () => {
      if (await isShown()) return true;
      await start();
      return undefined;
    });
  }

  /** Every tag of the store: the quote, and the paper that it was filed under. */
  filed(): Promise<{ quote: string; doi: string | null; title: string; urls: string[] }[]> {
    return this.page.evaluate(async () => {
      const all = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await all(indexedDB.open('bearing'));
      const read = (name: string) => all(db.transaction(name).objectStore(name).getAll());
      const [tags, statements, papers] = await Promise.all(
        ['tags', 'statements', 'papers'].map(read),
      );
      db.close();
      return (tags ?? []).map((tag) => {
        const statement = statements?.find((one) => one.id === tag.statementId);
        const paper = papers?.find((one) => one.id === tag.paperId);
        return {
          quote: String(statement?.quote),
          doi: paper?.doi ?? null,
          title: String(paper?.title),
          urls: paper?.urls ?? [],
        };
      });
    });
  }
}

/** Presses `j`, a stance and an influence, whatever is chosen: some of it may be refused. */
async function attempt(page: Page, influence: number): Promise<void> {
  for (const key of ['j', 's', String(influence)]) await page.keyboard.press(key);
}

export const shown = (page: Page, record: 1 | 2) =>
  page.waitForFunction(
    (wanted) => document.documentElement.dataset.shown === wanted,
    String(record),
    { polling: 20 },
  );

let opened = 0;

export interface Reading {
  page: Page;
  tab: number;
  row: string;
}

/** Opens the fixture on its first record and waits until that is recognised. */
export async function openRecord(
  bearing: Bearing,
  site: string,
  desk: Desk,
  { delay, options }: Pick<Case, 'delay' | 'options'>,
): Promise<Reading> {
  opened += 1;
  const row = `r${opened}x`;
  const query = new URLSearchParams({ ...options, delay: String(delay), row });
  const start = options.route === 'hash' ? `/spa/?${query}#/record/1` : `/spa/record/1?${query}`;
  const page = await desk.openWindow(bearing, site + start);
  const tab = await desk.tab(`row=${row}`);
  await until('the first record to be recognised', async () =>
    (await desk.report(tab)).doi === record(1, row).doi ? true : undefined,
  );
  return { page, tab, row };
}

/** What became of the tags of one row, by the words of their quotes. */
export async function filedOf(desk: Desk, row: string): Promise<Pick<Outcome, 'wrong' | 'saved'>> {
  const filed: Pick<Outcome, 'wrong' | 'saved'> = { wrong: [], saved: { 1: 0, 2: 0 } };
  for (const { quote, doi, title, urls } of await desk.filed())
    for (const number of [1, 2] as const) {
      const { word, doi: own } = record(number, row);
      if (!quote.includes(word)) continue;
      if (doi === own) filed.saved[number] += 1;
      else filed.wrong.push(`"${quote.slice(0, 40)}" under ${doi ?? title} (${urls.join(' ')})`);
    }
  return filed;
}

/** Tags, with whatever influence comes next, until a tag of the record is in the store. */
async function tagUntilSaved(page: Page, desk: Desk, row: string, number: 1 | 2): Promise<void> {
  const before = (await filedOf(desk, row)).saved[number];
  let influence = 0;
  await until(`a tag of record ${number}`, async () => {
    influence = (influence % 9) + 1;
    await attempt(page, influence);
    return (await filedOf(desk, row)).saved[number] > before ? true : undefined;
  });
}

/**
 * Goes from one record to the next while a reader tags: before, in the middle of it, as soon as the new content
 * appears, and after. Gives what the store then holds of this page's words.
 */
export async function readThrough(
  bearing: Bearing,
  site: string,
  desk: Desk,
  one: Case,
): Promise<Outcome> {
  const { page, tab, row } = await openRecord(bearing, site, desk, one);
  if (one.tagging) {
    await desk.startTagging(tab, page);
    await tagUntilSaved(page, desk, row, 1);
    // Half a thought when the page leaves.
    await page.keyboard.press('j');
    await page.keyboard.press('s');
  }
  await page.evaluate(() => go(2));
  if (!one.tagging) await desk.startTagging(tab);
  await page.keyboard.press('2');
  await attempt(page, 3);
  await shown(page, 2);
  // Where both records are on the page, the reader reads the second one.
  await page.evaluate(() => document.querySelector('article:last-of-type')?.scrollIntoView());
  await attempt(page, 4);
  const { doi } = record(2, row);
  const recognised = await until(
    'the second record to be recognised',
    async () => ((await desk.report(tab)).doi === doi ? true : undefined),
    LOOKS_WITHIN_MS,
  ).catch(() => false);
  // Whatever was chosen until now: the next one is looked for from where the reader is.
  await page.keyboard.press('Escape');
  await desk.startTagging(tab, page);
  if (recognised) await tagUntilSaved(page, desk, row, 2);
  const filed = await filedOf(desk, row);
  await page.close();
  return { ...filed, recognised };
}

/** Content and address have arrived by then in every case. */
const LOOKS_WITHIN_MS = 15_000;

/** Reads through all cases, several at a time; gives by name those that went wrong. */
export async function readAll(
  bearing: Bearing,
  site: string,
  cases: readonly Case[],
  lanes = 5,
): Promise<Record<string, Outcome | string>> {
  const desk = await Desk.open(bearing);
  const todo = [...cases];
  const failed: Record<string, Outcome | string> = {};
  const work = async () => {
    for (let one = todo.shift(); one; one = todo.shift()) {
      const outcome = await readThrough(bearing, site, desk, one).catch(String);
      const right =
        typeof outcome !== 'string' &&
        outcome.wrong.length === 0 &&
        outcome.recognised &&
        outcome.saved[2] > 0 &&
        (outcome.saved[1] > 0 || !one.tagging);
      if (!right) failed[nameOf(one)] = outcome;
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return failed;
}
