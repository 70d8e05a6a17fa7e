/**
 * Private windows in which the reader has allowed writing. The extension runs once for ordinary and private windows
 * ("spanning"), so that what is stored is shown in both: nothing but this keeps a private page out of the store.
 * In session storage: the permission ends with the browser, and window ids are not used twice before that.
 */

import { browser } from 'wxt/browser';
import { PRIVATE } from '../messaging';
import { Problem } from '../model/problem';

const SLOT = 'private windows';

async function allowed(): Promise<number[]> {
  const stored: unknown = (await browser.storage.session.get(SLOT))[SLOT];
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'number') : [];
}

export async function mayWriteIn(windowId: number | undefined): Promise<boolean> {
  return windowId !== undefined && (await allowed()).includes(windowId);
}

/** Only on the reader's own click. */
export async function setMayWriteIn(windowId: number, may: boolean): Promise<void> {
  const others = (await allowed()).filter((id) => id !== windowId);
  await browser.storage.session.set({ [SLOT]: may ? [...others, windowId] : others });
}

/** For our own pages, before they write about a tab's page. @throws Problem with a sentence for the reader */
export async function checkPrivateWindow(window: { id: number } | null): Promise<void> {
  if (window && !(await mayWriteIn(window.id))) throw new Problem(PRIVATE.code, PRIVATE.sentence);
}
