/** What a tab shows: asked of its notice script, checked before it is believed. */
import { browser } from 'wxt/browser';
import { PageNow, type PageReport } from '../model';
import { isPdfAddress } from '../text';
import { mayWriteIn } from './private';
import { tellPage } from './tabs';

export type Page =
  | { state: 'asking' }
  /** A page on which no extension may run. */
  | { state: 'forbidden' }
  /** A web page whose notice script does not answer; it may be loading still. */
  | { state: 'silent'; tabId: number; host: string; loading: boolean }
  /** A single-page site between two articles: what it shows next is not there yet. */
  | { state: 'changing'; tabId: number; host: string }
  /** A PDF in the browser's viewer, which Bearing does not read. */
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

const PDF = 'application/pdf';

/** Web pages that belong to the browser's own store: extensions are kept out of them. */
const STORES =
  /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org)(\/|$)/;

export function mayRunOn(url: string | undefined): boolean {
  return Boolean(url && /^https?:\/\//.test(url) && !STORES.test(url));
}

/** The tab a popup or a panel is about: `?tab=<id>` names it when they are opened as pages of their own. */
export async function theTab(): Promise<Tab | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named) return browser.tabs.get(named).catch(() => undefined);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** What a tab's page reports of itself, and whether tagging mode is on there; once more where it was changing. */
export async function* askPage(tab: Tab | undefined): AsyncGenerator<Page, void> {
  const page = await ask(tab, 'to-page/report');
  yield page;
  if (page.state === 'changing') yield await ask(tab, 'to-page/settled');
}

async function ask(
  tab: Tab | undefined,
  question: 'to-page/report' | 'to-page/settled',
): Promise<Page> {
  if (tab?.id === undefined || !mayRunOn(tab.url)) return { state: 'forbidden' };
  const tabId = tab.id;
  const url = tab.url as string;
  const host = new URL(url).hostname;
  const [answer, mode] = await Promise.all([
    tellPage(tabId, question),
    tellPage(tabId, 'to-page/mode'),
  ]);
  const now = PageNow.safeParse(answer);
  const privateWindow = await privateWindowOf(tab);
  if (!now.success && (await isViewer(tab))) return { state: 'pdf', tabId, url, privateWindow };
  if (!now.success) return { state: 'silent', tabId, host, loading: tab.status === 'loading' };
  if (now.data.state === 'loading') return { state: 'changing', tabId, host };
  const { report } = now.data;
  if (report.representation === 'pdf') return { state: 'pdf', tabId, url, privateWindow };
  return { state: 'read', tabId, host, report, tagging: mode?.tagging === true, privateWindow };
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
  return type === null || type === PDF;
}

/** The type of the document in a tab; null where the browser lets no script in. */
async function contentTypeOf(tabId: number): Promise<string | null> {
  try {
    const [asked] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => document.contentType,
    });
    return asked?.result ?? null;
  } catch {
    return null;
  }
}

export async function hasPdfAddress(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return isPdfAddress(tab?.url ?? '');
}
