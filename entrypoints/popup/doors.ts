/** The ways out of the popup. */
import { browser } from 'wxt/browser';
import { openHelp as openHelpTab } from '@/components/page/open-help';
import { type HelpPart, type Room, roomUrl } from '@/components/page/room-url';

export async function openRoom(room: Room, query?: Record<string, string>): Promise<void> {
  await browser.tabs.create({ url: new URL(roomUrl(room, query), location.href).href });
  window.close();
}

export async function openHelp(part?: HelpPart): Promise<void> {
  await openHelpTab(part);
  window.close();
}
