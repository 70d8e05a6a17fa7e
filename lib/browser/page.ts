/** What a tab shows: asked of its notice script, checked before it is believed. */
import { browser } from 'wxt/browser';
import { PageNow, type PageReport } from '../model';
import { isPdfAddress, PDF_TYPE } from '../text';
import { contentTypeOf } from './content-type';
import { mayWriteIn } from './private';
import { fileOf, isReader, isTaggedPage } from './reader';
import { tellPage } from './tabs';

export type Page =
  | { state: 'asking' }
  /** A page on which no extension may run. */
  | { state: 'forbidden' }
  /** A web page whose notice script does not answer: it may be loading still, or only be `late`. */
  | { state: 'silent'; tabId: number; host: string; loading: boolean; late?: true }
  /** What is shown is not there yet: a single-page site is between two articles, or the reader opens a PDF. */
  | { state: 'changing'; tabId: number; host: string; pdf?: true }
  /** A PDF in the browser's viewer, where it can only be opened in the reader. */
  | { state: 'pdf'; tabId: number; url: string; privateWindow: PrivateWindow | null }
  | {
      state: 'read';
      tabId: number;
      host: string;
      report: PageReport;
      tagging: boolean;
      privateWindow: PrivateWindow | null;
    };

/** The private window that a page is in, and whether the reader has allowed writing there. */
export interface PrivateWindow {
  id: number;
  mayWrite: boolean;
}

type Tab = { id?: number; url?: string; status?: string; incognito?: boolean; windowId?: number };

/** Web pages that belong to the browser's own store: extensions are kept out of them. */
const STORES =
  /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org)(\/|$)/;

export function mayRunOn(url: string | undefined): boolean {
  return Boolean(url && /^https?:\/\//.test(url) && !STORES.test(url));
}

/** The tab a popup or a panel is about: `?tab=<id>` names it when they are opened as pages of their own. */
export async function theTab(): Promise<Tab | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named) return tabOf(named);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** A tab as the browser has it now; undefined once it is closed. */
const tabOf = (id: number): Promise<Tab | undefined> => browser.tabs.get(id).catch(() => undefined);

/** A question that is not answered by then may be lost: few pages on a busy machine take so long. */
const ASKED_AGAIN_AFTER_MS = 3_000;
/** No reader looks at nothing for longer. */
const LATE_AFTER_MS = 5_000;

/**
 * What a tab's page reports of itself, and whether tagging mode is on there; once more where it was changing, or where
 * its notice script was not there yet. A page that takes long is `late` first.
 */
export async function* askPage(tab: Tab | undefined): AsyncGenerator<Page, void> {
  const seen = see(tab);
  const first = seen.next();
  if (!(await within(LATE_AFTER_MS, first))) yield latePage(tab as Tab);
  for (let next = await first; !next.done; next = await seen.next()) yield next.value;
}

async function* see(tab: Tab | undefined): AsyncGenerator<Page, void> {
  let page = await ask(tab, 'to-page/report');
  if (page.state === 'silent') {
    // No end of this wait is certain, save in a tab that is complete.
    if (tab?.status !== 'complete') yield page;
    await scriptsRun(page.tabId);
    page = await ask(await tabOf(page.tabId), 'to-page/report');
  }
  yield page;
  if (page.state === 'changing') yield await ask(tab, 'to-page/settled');
}

/** Null where it takes longer. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

function latePage({ id: tabId = -1, url = '' }: Tab): Page {
  if (isReader(url)) return readerOpens(tabId, url);
  return { state: 'silent', tabId, host: new URL(url).hostname, loading: false, late: true };
}

/**
 * Waits until the scripts of a tab's document run, which may be later than the browser reports the tab as complete: one
 * that is put in waits for the same moment as the notice script. Where none is let in, there is nothing to wait for.
 */
async function scriptsRun(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, func: () => {} }).catch(() => {});
}

async function ask(
  tab: Tab | undefined,
  question: 'to-page/report' | 'to-page/settled',
): Promise<Page> {
  if (tab?.id !== undefined && isTaggedPage(tab.url))
    return askReader(tab.id, tab.url ?? '', question);
  if (tab?.id !== undefined && isLocalPdf(tab.url))
    return {
      state: 'pdf',
      tabId: tab.id,
      url: tab.url ?? '',
      privateWindow: await privateWindowOf(tab),
    };
  if (tab?.id === undefined || !mayRunOn(tab.url)) return { state: 'forbidden' };
  const tabId = tab.id;
  const url = tab.url as string;
  const host = new URL(url).hostname;
  const [answer, mode] = await answers(tabId, question);
  const now = PageNow.safeParse(answer);
  const privateWindow = await privateWindowOf(tab);
  if (!now.success && (await isViewer(tab))) return { state: 'pdf', tabId, url, privateWindow };
  if (!now.success) return { state: 'silent', tabId, host, loading: tab.status === 'loading' };
  if (now.data.state === 'loading') return { state: 'changing', tabId, host };
  const { report } = now.data;
  if (report.representation === 'pdf') return { state: 'pdf', tabId, url, privateWindow };
  return { state: 'read', tabId, host, report, tagging: mode?.tagging === true, privateWindow };
}

/** A file of the reader's own machine, where the browser lets extensions see such addresses. */
const isLocalPdf = (url: string | undefined): boolean =>
  Boolean(url?.startsWith('file:') && isPdfAddress(url));

/** What the reader of PDFs in a tab shows. Before the file has been read, it shows no paper. */
async function askReader(
  tabId: number,
  address: string,
  question: 'to-page/report' | 'to-page/settled',
): Promise<Page> {
  const [answer, mode] = await answers(tabId, question);
  const now = PageNow.safeParse(answer);
  const opens = readerOpens(tabId, address);
  if (!now.success || now.data.state === 'loading') return opens;
  const { host } = opens;
  const tagging = mode?.tagging === true;
  return { state: 'read', tabId, host, report: now.data.report, tagging, privateWindow: null };
}

function readerOpens(tabId: number, address: string) {
  const file = fileOf(address);
  const host = (file && URL.canParse(file) && new URL(file).hostname) || 'PDF';
  return { state: 'changing', tabId, host, pdf: true } as const;
}

/**
 * What a tab's scripts answer. The browser may lose a message to a page that is just starting: what is not answered soon
 * is asked once more, and the first answer counts.
 */
async function answers(tabId: number, question: 'to-page/report' | 'to-page/settled') {
  const both = () => Promise.all([tellPage(tabId, question), tellPage(tabId, 'to-page/mode')]);
  const first = both();
  // A page that is changing has as long as it takes.
  if (question === 'to-page/settled') return first;
  return (await within(ASKED_AGAIN_AFTER_MS, first)) ?? Promise.race([first, both()]);
}

async function privateWindowOf({ incognito, windowId: id }: Tab): Promise<PrivateWindow | null> {
  return incognito && id !== undefined ? { id, mayWrite: await mayWriteIn(id) } : null;
}

/**
 * Is a tab that does not answer the viewer of a PDF? No script runs in Firefox's. An address may promise a PDF and show a
 * page: what has loaded is asked for its type, and only what lets no script in is known by its address.
 */
async function isViewer({ id, url, status }: Tab): Promise<boolean> {
  if (id === undefined || status !== 'complete' || !isPdfAddress(url ?? '')) return false;
  const type = await contentTypeOf(id);
  return type === null || type === PDF_TYPE;
}
