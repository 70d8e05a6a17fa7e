/** Puts the records of one paper into the extension's store, as a reader does who restores a backup. */
import type { Page } from '@playwright/test';
import type { Backup } from '../../lib/model';
import { bringStore } from './store-in-page';

/** Restores a backup through one of the extension's own pages, and tells open tabs. */
export async function restoreInto(own: Page, backup: Backup): Promise<void> {
  await bringStore(own);
  await own.evaluate(async (text) => {
    await bearingStore.restore(text);
    await bearingStore.changeSettings({ currentReviewId: JSON.parse(text).reviews[0].id });
    await chrome.runtime.sendMessage({ bearing: 1, type: 'store/changed', payload: {} });
  }, JSON.stringify(backup));
}

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
