/** What a tab shows: asked of its notice script, checked before it is believed. */
import { browser } from 'wxt/browser';
import { PageReport } from '../model';
import { tellPage } from './tabs';

export type Page =
  | { state: 'asking' }
  /** A page on which no extension may run. */
  | { state: 'forbidden' }
  /** A web page whose notice script does not answer; it may be loading still. */
  | { state: 'silent'; tabId: number; host: string; loading: boolean }
  | { state: 'read'; tabId: number; host: string; report: PageReport; tagging: boolean };

type Tab = { id?: number; url?: string; status?: string };

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

/** What a tab's page says of itself, and whether tagging mode is on there. */
export async function askPage(tab: Tab | undefined): Promise<Page> {
  if (tab?.id === undefined || !mayRunOn(tab.url)) return { state: 'forbidden' };
  const tabId = tab.id;
  const host = new URL(tab.url as string).hostname;
  const [answer, mode] = await Promise.all([
    tellPage(tabId, 'to-page/report'),
    tellPage(tabId, 'to-page/mode'),
  ]);
  const report = PageReport.safeParse(answer);
  if (report.success)
    return { state: 'read', tabId, host, report: report.data, tagging: mode?.tagging === true };
  return { state: 'silent', tabId, host, loading: tab.status === 'loading' };
}
