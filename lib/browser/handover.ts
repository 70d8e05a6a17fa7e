/** The key that seals unsaved tags across an update of the extension; made once per installation. */
import { browser } from 'wxt/browser';
import { newHandoverKey } from '../messaging';

const SLOT = 'handoverKey';

export function handoverKey(): Promise<string> {
  // Two first calls at once must not make two keys: what the loser sealed could not be opened.
  making ??= storedOrNew().finally(() => {
    making = undefined;
  });
  return making;
}

let making: Promise<string> | undefined;

async function storedOrNew(): Promise<string> {
  const stored: unknown = (await browser.storage.local.get(SLOT))[SLOT];
  if (typeof stored === 'string') return stored;
  const key = newHandoverKey();
  await browser.storage.local.set({ [SLOT]: key });
  return key;
}
