/** The ways out of the popup. */
import { browser } from 'wxt/browser';

export type Room = 'map' | 'statements' | 'papers' | 'codebooks' | 'exchange' | 'settings';

/** The address of a room of the workspace. */
export function roomUrl(room: Room, query?: Record<string, string>): string {
  const search = query ? `?${new URLSearchParams(query)}` : '';
  return `/workspace.html#/${room}${search}`;
}

export async function openRoom(room: Room): Promise<void> {
  await browser.tabs.create({ url: new URL(roomUrl(room), location.href).href });
  window.close();
}
