/** After a page has written: its badge, and the other pages that show what was written. */
import { setBadge, tellOfChange, tellPage } from '../../lib/browser';
import type { StoreChange } from '../../lib/messaging';
import type { From } from '../../lib/messaging/background/server';
import { countOnPage, currentReview } from '../../lib/store';
import { reportOf } from './reach';

interface Outcome<T> {
  result: T;
  /** The papers that were written to. */
  paperIds: string[];
  /** The paper was not stored before. */
  newPaper?: boolean;
  /** A number key has a new meaning. */
  newKeys?: boolean;
}

/**
 * Carries a write out and gives its result; without waiting for the pages that it notifies. The page that wrote has the
 * answer and is not notified, unless its tag has also given a number key its influence.
 */
export async function written<T>(from: From, work: () => Promise<Outcome<T>>): Promise<T> {
  const { result, paperIds, newPaper = false, newKeys } = await work();
  // Number keys belong to the review: every page of it has them anew, the one that wrote at once.
  const change: StoreChange = newKeys
    ? { tables: ['tags', 'papers', 'reviews'] }
    : { tables: ['tags', 'papers'], paperIds, newPaper };
  void tellOfChange({ ...change, byTagging: true }, from.tabId);
  if (newKeys && from.tabId !== undefined)
    void tellPage(from.tabId, 'to-page/store-changed', change);
  void recountBadge(from);
  return result;
}

async function recountBadge(from: From): Promise<void> {
  const report = await reportOf(from);
  const review = await currentReview();
  if (!report || !review || from.tabId === undefined) return;
  await setBadge(from.tabId, await countOnPage(review.id, report));
}
