/** What the tab behind the popup shows. */
import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { askPage, type Page, theTab } from '@/lib/browser';

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
    void ask();
    browser.tabs.onUpdated.addListener(onUpdated);
    return () => {
      turn = -1;
      browser.tabs.onUpdated.removeListener(onUpdated);
    };
  }, []);
  return page;
}
