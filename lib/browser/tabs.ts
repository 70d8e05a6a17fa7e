/** The seam over tabs, scripting and the badge: what the rest asks of the browser, in the product's words. */
import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { pageChanged } from '../messaging';
import type { Envelope, ToldChange, ToPage, ToPageName } from '../messaging/types';
import { scriptPath, WEB_PAGES } from './page-scripts';
import { tabsOfOurs } from './reader';

/** Sends to a tab's content scripts; undefined when none of them answers (a page we may not run on). */
export async function tellPage<N extends ToPageName>(
  tabId: number,
  type: N,
  ...[payload]: ToPage[N]['in'] extends Record<string, never> ? [] : [ToPage[N]['in']]
): Promise<ToPage[N]['out'] | undefined> {
  const envelope: Envelope = { bearing: 1, type, payload: payload ?? {} };
  try {
    return await browser.tabs.sendMessage(tabId, envelope, { frameId: 0 });
  } catch {
    // No receiver: a browser page, or a tab that was open before Bearing was installed.
    return undefined;
  }
}

/** Tells the side panels that a tab's page is to be read anew. None may be open. */
export async function tellPanels(tabId: number): Promise<void> {
  try {
    await browser.runtime.sendMessage(pageChanged(tabId));
  } catch {
    // None of the extension's pages is open.
  }
}

/** Tells every tab but one (whose page wrote it, and knows) of a change. Absences do not matter. */
export async function tellOfChange(change: ToldChange, butTab?: number): Promise<void> {
  const tabs = await browser.tabs.query({ url: tabsOfOurs() });
  await Promise.all(
    tabs.map(
      ({ id }) =>
        id !== undefined && id !== butTab && tellPage(id, 'to-page/store-changed', change),
    ),
  );
}

/**
 * Puts tagging mode's script into a tab where it does not run yet: each evaluation of it costs memory that the
 * page never gets back. @throws when the browser forbids it on this page.
 */
export async function injectTagging(tabId: number): Promise<void> {
  if (await tellPage(tabId, 'to-page/mode')) return;
  await browser.scripting.executeScript({ target: { tabId }, files: [scriptPath('tagging')] });
}

/**
 * Puts the reader into a document, which the tab may have left since, or not show yet (a page that the browser loads
 * ahead). Where the browser has no name for it, into what the tab shows.
 * @throws when the browser forbids it on this page, or the document is gone
 */
export async function injectReader({ tabId, id }: { tabId: number; id?: string }): Promise<void> {
  const target = { tabId, ...(id && { documentIds: [id] }) };
  await browser.scripting.executeScript({
    target,
    files: [scriptPath('reader')],
    // Whatever the page is waiting for, its reader is not.
    injectImmediately: true,
  });
}

/**
 * Has a page read that was not looked at unasked: the reader is put in, and then a notice script, which finds it there and
 * takes the place of the one that did without.
 * @throws when the browser forbids it on this page
 */
export async function readPage(tabId: number): Promise<void> {
  const files = [scriptPath('reader'), scriptPath('notice')];
  await browser.scripting.executeScript({ target: { tabId }, files, injectImmediately: true });
}

/**
 * Gives tabs that were open before an install or update a living notice script: the browser does not.
 * Tabs that refuse (store pages, crashed ones) are left alone.
 */
export async function reviveOpenTabs(): Promise<void> {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  // The browser refuses a list that names a file twice.
  const files = [...new Set(scripts.flatMap((s) => s.js ?? []))] as ScriptPublicPath[];
  if (!files.length) return;
  const tabs = await browser.tabs.query({ url: [...WEB_PAGES] });
  await Promise.all(
    tabs.map(async (tab) => {
      if (tab.id === undefined || tab.discarded) return;
      await browser.scripting
        .executeScript({ target: { tabId: tab.id }, files })
        .catch(() => undefined);
      await tellPage(tab.id, 'to-page/revived');
    }),
  );
}

/** The toolbar badge: the number of tags on the tab's paper; nothing for none. */
export async function setBadge(tabId: number, tags: number): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text: tags > 0 ? badgeText(tags) : '' });
    if (tags > 0) {
      await browser.action.setBadgeBackgroundColor({ tabId, color: '#0f766e' });
      await browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' });
    }
    await browser.action.setTitle({
      tabId,
      title: tags > 0 ? `Bearing: ${tags} ${tags === 1 ? 'tag' : 'tags'} on this paper` : 'Bearing',
    });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Says something about the tab where the reader looks for Bearing. */
export async function setTitle(tabId: number, title: string): Promise<void> {
  // The tab may have been closed meanwhile.
  await browser.action.setTitle({ tabId, title: `Bearing: ${title}` }).catch(() => undefined);
}

/** Four characters fit on a badge. */
export function badgeText(tags: number): string {
  return tags < 1000 ? String(tags) : `${Math.floor(tags / 1000)}k`;
}

/** The active tab of the window in front. */
export async function activeTab(): Promise<{ id: number; url: string } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url ?? '' };
}

/** The keys a command is bound to ("Alt+Shift+T"), or '' when the reader took them away. */
export async function shortcutOf(command: string): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find((c) => c.name === command)?.shortcut ?? '';
}
