/** The ways out of the popup. */
import { browser } from 'wxt/browser';
import { type Room, roomUrl } from '@/components/page/room-url';

export async function openRoom(room: Room): Promise<void> {
  await browser.tabs.create({ url: new URL(roomUrl(room), location.href).href });
  window.close();
}
