/** The key that seals unsaved tags across an update of the extension; made once per installation. */
import { browser } from 'wxt/browser';
import { newHandoverKey } from '../messaging/handover';

const SLOT = 'handoverKey';

export async function handoverKey(): Promise<string> {
  const stored: unknown = (await browser.storage.local.get(SLOT))[SLOT];
  if (typeof stored === 'string') return stored;
  const key = newHandoverKey();
  await browser.storage.local.set({ [SLOT]: key });
  return key;
}
