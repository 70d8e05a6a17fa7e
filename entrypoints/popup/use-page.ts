/** What the tab behind the popup shows. */
import { useEffect, useState } from 'react';
import { type Browser, browser } from 'wxt/browser';
import { askPage, type Page, theTab } from '@/lib/browser';
import { changedTab } from '@/lib/messaging';

export function usePage(): Page {
  const [page, setPage] = useState<Page>({ state: 'asking' });
  useEffect(() => {
    let turn = 0;
    const ask = async () => {
      turn += 1;
      const mine = turn;
      for await (const seen of askPage(await theTab())) {
        // A slower answer to an earlier question must not cover a newer one.
        if (mine !== turn) return;
        setPage(seen);
      }
    };
    const onUpdated = (_id: number, change: { status?: string; url?: string }) => {
      if (change.status === 'complete' || change.url) void ask();
    };
    // A page may fill after it was asked, at the same address and with nothing that the browser reports.
    const onMessage = (message: unknown, sender: Browser.runtime.MessageSender): undefined => {
      const changed = changedTab(message, sender);
      if (changed !== undefined)
        void theTab().then((tab) => (tab?.id === changed ? ask() : undefined));
      return undefined;
    };
    void ask();
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.runtime.onMessage.addListener(onMessage);
    return () => {
      turn = -1;
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.runtime.onMessage.removeListener(onMessage);
    };
  }, []);
  return page;
}
