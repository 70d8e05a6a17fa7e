/** What the side panel is told by the background. No validator in here. */
import type { Browser } from 'wxt/browser';
import { isOwnPage } from '../background/own-page';
import type { Envelope, ToPanel } from '../types';

export const pageChanged = (tabId: number): Envelope => ({
  bearing: 1,
  type: 'to-panel/page-changed' satisfies keyof ToPanel,
  payload: { tabId } satisfies ToPanel['to-panel/page-changed'],
});

/** The tab that a message reports as changed; undefined for any other message, and for one that a page's script sent. */
export function changedTab(
  message: unknown,
  sender: Browser.runtime.MessageSender | undefined,
): number | undefined {
  if (!isOwnPage(sender)) return undefined;
  const { bearing, type, payload } = (message ?? {}) as Partial<Envelope>;
  if (bearing !== 1 || type !== 'to-panel/page-changed') return undefined;
  const { tabId } = (payload ?? {}) as { tabId?: unknown };
  return typeof tabId === 'number' ? tabId : undefined;
}
