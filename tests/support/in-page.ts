/**
 * Articles that change inside one document: the cases of the fixture application (tests/fixtures/spa), a reader
 * who tags all the while, and what the store says afterwards about which words were filed under which paper.
 */
import { until } from '../../scripts/drive.mjs';
import type { Evaluates } from '../../scripts/ui.mjs';

declare const chrome: {
  tabs: {
    query(what: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tab: number, message: unknown, to: { frameId: 0 }): Promise<unknown>;
  };
  runtime: { sendMessage(message: unknown): Promise<unknown> };
};
declare const go: (record: number) => void;

/** The two records of the fixture in the tab of a row: their DOIs, and a word of each of their statements. */
const record = (number: 1 | 2, row: string) =>
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

function nameOf({ delay, options, tagging: on }: Case): string {
  const words = Object.entries(options).map(([key, value]) => `${key}=${value}`);
  return [`${delay} ms`, ...words, on ? 'tagging' : 'reading'].join(', ');
}

/** What a case came to. */
interface Outcome {
  /** Quotes that were filed under another paper than theirs. */
  wrong: string[];
  /** Saved tags by record. */
  saved: { 1: number; 2: number };
  /** Whether the page reports the second record's DOI once its content and its address are there. */
  recognised: boolean;
}

/** A page of Playwright or of puppeteer. */
interface Tab extends Evaluates {
  keyboard: { press(key: string): Promise<void> };
  close(): Promise<void>;
}

/** A browser with Bearing in it, whoever drives it. */
export interface Reader<P extends Tab = Tab> {
  /** One of the extension's own pages, which stays open. */
  openOwn(file: string): Promise<P>;
  /** A page that is in front, whatever else is open: it never waits for its turn to be drawn. */
  openInFront(url: string): Promise<P>;
  /** Whether the page shows tagging mode. */
  isTagging(page: P): Promise<boolean>;
}

/** One of the extension's own pages, through which tabs are asked and the store is read. */
class Desk<P extends Tab> {
  private constructor(
    readonly page: P,
    readonly reader: Reader<P>,
  ) {}

  static async open<P extends Tab>(reader: Reader<P>): Promise<Desk<P>> {
    return new Desk(await reader.openOwn('popup.html?tab=-1'), reader);
  }

  /** The id of the one tab whose address contains `part`. */
  async tab(part: string): Promise<number> {
    const id: number | undefined = await this.page.evaluate(
      async (text: string) =>
        (await chrome.tabs.query({})).find((tab) => tab.url?.includes(text))?.id,
      part,
    );
    if (id === undefined) throw new Error(`no tab shows ${part}`);
    return id;
  }

  /** What the page's own script reports now: `loading`, or the paper's DOI (null without one). */
  async report(tab: number): Promise<{ state: string; doi: string | null }> {
    type Answer = { state?: string; report?: { paper: { doi?: string } | null } };
    const answer: Answer | null = await this.page.evaluate(
      (id: number) =>
        chrome.tabs
          .sendMessage(id, { bearing: 1, type: 'to-page/report', payload: {} }, { frameId: 0 })
          .catch(() => null),
      tab,
    );
    return { state: answer?.state ?? 'silent', doi: answer?.report?.paper?.doi ?? null };
  }

  /** Starts tagging mode in a tab, as the popup does, and waits for it in the page where that is given. */
  async startTagging(tab: number, page?: P): Promise<void> {
    const start = () =>
      this.page.evaluate(
        (tabId: number) =>
          chrome.runtime.sendMessage({ bearing: 1, type: 'tagging/start', payload: { tabId } }),
        tab,
      );
    await start();
    if (!page) return;
    // An Escape that is still on its way ends the mode that was just started: then it is started again.
    await until('tagging mode', async () => {
      if (await this.reader.isTagging(page)) return true;
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
          // A copy: Firefox's driver passes an object on once, however often it is referred to.
          urls: [...(paper?.urls ?? [])],
        };
      });
    });
  }
}

/** Presses `j`, a stance and an influence, whatever is chosen: some of it may be refused. */
async function attempt(page: Tab, influence: number): Promise<void> {
  for (const key of ['j', 's', String(influence)]) await page.keyboard.press(key);
}

const shown = (page: Tab, number: 1 | 2) =>
  until(`the content of record ${number}`, async () => {
    const now: unknown = await page.evaluate(() => document.documentElement.dataset.shown);
    return now === String(number) ? true : undefined;
  });

let opened = 0;

interface Reading<P> {
  page: P;
  tab: number;
  row: string;
}

/** Opens the fixture on its first record and waits until that is recognised. */
async function openRecord<P extends Tab>(
  site: string,
  desk: Desk<P>,
  { delay, options }: Pick<Case, 'delay' | 'options'>,
): Promise<Reading<P>> {
  opened += 1;
  const row = `r${opened}x`;
  const query = new URLSearchParams({ ...options, delay: String(delay), row });
  const start = options.route === 'hash' ? `/spa/?${query}#/record/1` : `/spa/record/1?${query}`;
  const page = await desk.reader.openInFront(site + start);
  const tab = await desk.tab(`row=${row}`);
  await until('the first record to be recognised', async () =>
    (await desk.report(tab)).doi === record(1, row).doi ? true : undefined,
  );
  return { page, tab, row };
}

/** What became of the tags of one row, by the words of their quotes. */
async function filedOf(desk: Desk<Tab>, row: string): Promise<Pick<Outcome, 'wrong' | 'saved'>> {
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
async function tagUntilSaved(
  page: Tab,
  desk: Desk<Tab>,
  row: string,
  number: 1 | 2,
): Promise<void> {
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
async function readThrough<P extends Tab>(
  site: string,
  desk: Desk<P>,
  one: Case,
): Promise<Outcome> {
  const { page, tab, row } = await openRecord(site, desk, one);
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
export async function readAll<P extends Tab>(
  reader: Reader<P>,
  site: string,
  cases: readonly Case[],
  lanes: number,
): Promise<Record<string, Outcome | string>> {
  const desk = await Desk.open(reader);
  const todo = [...cases];
  const failed: Record<string, Outcome | string> = {};
  const work = async () => {
    for (let one = todo.shift(); one; one = todo.shift()) {
      const outcome = await readThrough(site, desk, one).catch(String);
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
