/** The seam over the side panel (Chromium) and the sidebar (Firefox). */
import { browser } from 'wxt/browser';

interface Panels {
  sidePanel?: { open(where: { tabId: number } | { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens the side panel. Must be called straight from a gesture (a click, a shortcut, or a message sent by
 * one), before anything is awaited; in Firefox only from the extension's own page or a shortcut.
 */
export async function openPanel(where: { tabId: number } | { windowId: number }): Promise<void> {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  if (sidePanel) await sidePanel.open(where);
  else await sidebarAction?.open();
}
