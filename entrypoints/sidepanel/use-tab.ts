/** The panel follows the active tab of its window, and keeps a line to that tab's page. */
import { useEffect, useState } from 'react';
import { type Browser, browser } from 'wxt/browser';
import { askPage, type Page, theTab } from '@/lib/browser';
import { ask, changedTab } from '@/lib/messaging';
import type { PageReport } from '@/lib/model';
import { findPaper } from '@/lib/store';
import { PanelLink } from './link';

export interface FollowedTab {
  page: Page;
  /** Null while there is no line: the page is not asked for one, does not answer, or is being asked. */
  link: PanelLink | null;
  linking: boolean;
}

/**
 * A line to a page's tagging script. Where it does not run yet it is brought in to show what is tagged,
 * but only into articles, lists, and pages that hold tags: all others are left alone.
 */
async function lineTo(tabId: number, report: PageReport): Promise<PanelLink | null> {
  const link = await PanelLink.to(tabId);
  if (link) return link;
  if (report.kind === 'none' && !(await findPaper(report.paper, report.url))) return null;
  try {
    await ask('tagging/show', { tabId });
  } catch {
    return null;
  }
  return PanelLink.to(tabId);
}

/** A burst of a tab's events is one piece of news. */
const SETTLES_MS = 80;

export function useTab(): FollowedTab {
  const [followed, setFollowed] = useState<FollowedTab>({
    page: { state: 'asking' },
    link: null,
    linking: false,
  });

  useEffect(() => {
    let turn = 0;
    let link: PanelLink | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const follow = async () => {
      turn += 1;
      const mine = turn;
      const tab = await theTab();
      // While the line holds, the page itself tells what is new.
      if (mine !== turn || (link?.alive && link.tabId === tab?.id)) return;
      link?.close();
      link = null;
      for await (const page of askPage(tab)) {
        if (mine !== turn) return;
        if (page.state === 'read') await followPage(page, mine);
        else setFollowed({ page, link, linking: false });
      }
    };
    const followPage = async (page: Extract<Page, { state: 'read' }>, mine: number) => {
      setFollowed((was) => {
        const same = was.page.state === 'read' && was.page.tabId === page.tabId;
        return { page, link: same ? was.link : null, linking: true };
      });
      const next = await lineTo(page.tabId, page.report);
      if (mine !== turn) return next?.close();
      link = next;
      if (next) next.onGone = soon;
      setFollowed({ page, link, linking: false });
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void follow(), SETTLES_MS);
    };
    const onUpdated = (_: number, change: { status?: string; url?: string }) => {
      if (change.status || change.url) soon();
    };
    // Tagging mode may have been brought into the page by a shortcut or the popup.
    const onMessage = (message: unknown, sender: Browser.runtime.MessageSender): undefined => {
      const changed = changedTab(message, sender);
      if (changed !== undefined) void theTab().then((tab) => tab?.id === changed && soon());
      return undefined;
    };

    void follow();
    browser.tabs.onActivated.addListener(soon);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.runtime.onMessage.addListener(onMessage);
    return () => {
      turn = -1;
      clearTimeout(timer);
      link?.close();
      browser.tabs.onActivated.removeListener(soon);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.runtime.onMessage.removeListener(onMessage);
    };
  }, []);
  return followed;
}
