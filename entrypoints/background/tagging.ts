/** Bringing tagging mode to a tab, whoever asked: popup, context menu, shortcut. */
import { injectTagging, tellPage } from '../../lib/browser';
import { StoreError } from '../../lib/store';

/** Starts tagging mode; where it runs already it is left running. */
export async function startTagging(tabId: number): Promise<void> {
  await ask(tabId, 'to-page/start-tagging');
}

/** Starts tagging mode, or stops it where it runs. */
export async function toggleTagging(tabId: number): Promise<void> {
  await ask(tabId, 'to-page/toggle-tagging');
}

async function ask(tabId: number, type: 'to-page/start-tagging' | 'to-page/toggle-tagging') {
  if (await tellPage(tabId, type)) return;
  try {
    await injectTagging(tabId);
  } catch (cause) {
    throw new StoreError(
      'forbidden',
      'The browser does not let extensions run on this page, so it cannot be tagged here.',
      { cause },
    );
  }
  await tellPage(tabId, type);
}
