/**
 * What the background does with each write, its own and those of the extension's pages: tabs that may show what was
 * written look again, and the badge of the one that asked is counted anew. Live queries bring it to popup, panel and
 * workspace.
 */

import { SnapshotTaker } from '@/components/backup/take-snapshot';
import { appName } from '@/components/exchange/app-name';
import { setBadge, tellOfChange, tellPage } from '../../lib/browser';
import { concernsAll } from '../../lib/messaging';
import type { From } from '../../lib/messaging/background/server';
import { type PageReport, type StoreChange, TABLE_KINDS } from '../../lib/model';
import { countOnPage, currentReview, onCommitted } from '../../lib/store';
import { reportOf } from './reach';
import { mayShow } from './tagging';

/** Listens to the writes of this context. @returns a function that ends it */
export function followWrites(): () => void {
  // In the background only handlers.ts gives an origin, which is who sent the request.
  const snapshots = new SnapshotTaker(appName);
  return onCommitted((change, origin) => {
    followWrite(change, origin as From | undefined);
    // What it is about is answered first.
    void snapshots.takeIfDue().catch((error: unknown) => console.warn('No snapshot taken:', error));
  });
}

/** Handles a write of one of the extension's own pages, which reports it by a message. */
export function followWrite(change: StoreChange, from?: From): void {
  if (!from) {
    const shown = onPages(change);
    if (shown) void tellOfChange(shown);
    return;
  }
  const { tabId } = from;
  void tellOfChange({ ...change, byTagging: true }, tabId);
  // The page that asked has its answer. Other changes, such as the review's number keys, reach it as they reach every page.
  if (tabId !== undefined && concernsAll(change))
    void tellPage(tabId, 'to-page/store-changed', change);
  void recountBadge(from);
}

/** The part of a change that a web page may show; null where it shows none: only the workspace shows a review's tables. */
export function onPages(change: StoreChange): StoreChange | null {
  const tables = change.tables.filter((table) => !TABLE_KINDS.some((kind) => kind === table));
  return tables.length ? { ...change, tables } : null;
}

async function recountBadge(from: From): Promise<void> {
  const report = (await reportOf(from)) ?? (await shownInReader(from));
  const review = await currentReview();
  if (!report || !review || from.tabId === undefined) return;
  if (!(await mayShow(from.tabId, report.url))) return;
  await setBadge(from.tabId, await countOnPage(review.id, report));
}

/** What a page of our own shows: the reader of PDFs is asked, and no other answers. */
async function shownInReader({ asker, tabId }: From): Promise<PageReport | undefined> {
  if (asker !== 'own-page' || tabId === undefined) return undefined;
  const now = await tellPage(tabId, 'to-page/report');
  return now?.state === 'read' ? now.report : undefined;
}
