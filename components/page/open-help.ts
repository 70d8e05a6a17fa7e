/** The door to the help, from every surface. */
import { browser } from 'wxt/browser';
import { type HelpPart, helpUrl } from './room-url';

export async function openHelp(part?: HelpPart): Promise<void> {
  await browser.tabs.create({ url: new URL(helpUrl(part), location.href).href });
}
