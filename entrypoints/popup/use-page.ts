/** What the tab behind the popup shows: asked of its notice script, checked before it is believed. */
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { tellPage } from '@/lib/browser';
import { PageReport } from '@/lib/model';

export type Page =
  | { state: 'asking' }
  /** A page on which no extension may run. */
  | { state: 'forbidden' }
  /** A web page whose notice script does not answer; it may be loading still. */
  | { state: 'silent'; tabId: number; host: string; loading: boolean }
  | { state: 'read'; tabId: number; host: string; report: PageReport };

type Tab = { id?: number; url?: string; status?: string };

/** Web pages that belong to the browser's own store: extensions are kept out of them. */
const STORES =
  /^https:\/\/(chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons|addons\.mozilla\.org)(\/|$)/;

export function mayRunOn(url: string | undefined): boolean {
  return Boolean(url && /^https?:\/\//.test(url) && !STORES.test(url));
}

/** `?tab=<id>` names the tab when the popup is opened as a page of its own. */
async function theTab(): Promise<Tab | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named) return browser.tabs.get(named).catch(() => undefined);
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

export async function askPage(tab: Tab | undefined): Promise<Page> {
  if (tab?.id === undefined || !mayRunOn(tab.url)) return { state: 'forbidden' };
  const tabId = tab.id;
  const host = new URL(tab.url as string).hostname;
  const report = PageReport.safeParse(await tellPage(tabId, 'to-page/report'));
  if (report.success) return { state: 'read', tabId, host, report: report.data };
  return { state: 'silent', tabId, host, loading: tab.status === 'loading' };
}

export function usePage(): Page {
  const [page, setPage] = useState<Page>({ state: 'asking' });
  useEffect(() => {
    let turn = 0;
    const ask = async () => {
      turn += 1;
      const mine = turn;
      const seen = await askPage(await theTab());
      // A slower answer to an earlier question must not cover a newer one.
      if (mine === turn) setPage(seen);
    };
    const onUpdated = (_id: number, change: { status?: string; url?: string }) => {
      if (change.status === 'complete' || change.url) void ask();
    };
    void ask();
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      turn = -1;
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, []);
  return page;
}
