/**
 * Which toolbar frame belongs to which tab: the tagging script leaves a nonce here before it makes the frame, and
 * the frame asks for it. Kept for the session, since the background may end between the two.
 */
import { browser } from 'wxt/browser';

const slotOf = (tabId: number) => `bar:${tabId}`;

export async function openBar(tabId: number, nonce: string): Promise<void> {
  await browser.storage.session.set({ [slotOf(tabId)]: nonce });
}

export async function isBarOf(tabId: number, nonce: string): Promise<boolean> {
  const slot = slotOf(tabId);
  return (await browser.storage.session.get(slot))[slot] === nonce;
}
