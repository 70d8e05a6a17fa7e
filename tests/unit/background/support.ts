/** The background with its store, and a browser of tabs: what is injected, told and shown is recorded. */
import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { handlers } from '../../../entrypoints/background/handlers';
import { followWrites } from '../../../entrypoints/background/written';
import { mayWriteIn } from '../../../lib/browser';
import { forgetMet } from '../../../lib/browser/documents';
import type { RequestName, Requests } from '../../../lib/messaging';
import { answer, type Sender } from '../../../lib/messaging/background/server';
import { emptyStore } from '../store/support';

const SELF = { id: 'bearing', origin: 'chrome-extension://bearing/', mayWriteIn };

/** Our script in a document. Without an id of the document: an older Firefox. */
export function script(url: string, tabId: number, documentId?: string): Sender {
  const id = documentId === undefined ? {} : { documentId };
  return { id: SELF.id, url, frameId: 0, tab: { id: tabId, windowId: 1, incognito: false }, ...id };
}

export interface Seen {
  /** Tab ids that the tagging script was put into. */
  injected: number[];
  /** What tabs were told of changes. */
  told: { tabId: number; change: unknown }[];
  /** The badge's text by tab. */
  badges: Record<number, string>;
}

followWrites();

/** A worker that begins, in a browser that has begun. */
export async function forgetDocuments(): Promise<void> {
  forgetMet();
  await browser.storage.session.clear();
}

/** An empty store and these tabs. `running` are those in which the tagging script answers. */
export async function freshBackground(
  tabIds: number[] = [],
): Promise<Seen & { running: Set<number> }> {
  await emptyStore();
  await forgetDocuments();
  const seen = { injected: [], told: [], badges: {}, running: new Set() } as Seen & {
    running: Set<number>;
  };
  vi.spyOn(browser.tabs, 'query').mockResolvedValue(tabIds.map((id) => ({ id })) as never);
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (
    tabId: number,
    message: { type: string; payload: unknown },
  ) => {
    if (message.type === 'to-page/store-changed')
      seen.told.push({ tabId, change: message.payload });
    return seen.running.has(tabId) ? { tagging: false } : undefined;
  }) as never);
  Object.assign(browser, {
    scripting: {
      executeScript: async ({ target }: { target: { tabId: number } }) => {
        seen.injected.push(target.tabId);
        seen.running.add(target.tabId);
      },
    },
    commands: { getAll: async () => [] },
    action: {
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
        seen.badges[tabId] = text;
      },
      setBadgeBackgroundColor: async () => {},
      setBadgeTextColor: async () => {},
      setTitle: async () => {},
    },
  });
  return seen;
}

/** Sends one request as the browser would hand it over. */
export function request<N extends RequestName>(
  sender: Sender,
  type: N,
  payload: Requests[N]['in'],
) {
  return answer({ bearing: 1, type, payload }, sender, SELF, handlers);
}

/** As `request`, for one that must be carried out: gives its value. */
export async function carried<N extends RequestName>(
  sender: Sender,
  type: N,
  payload: Requests[N]['in'],
): Promise<Requests[N]['out']> {
  const reply = await request(sender, type, payload);
  if (!reply?.ok) throw new Error(`${type} was not carried out: ${JSON.stringify(reply)}`);
  return reply.value as Requests[N]['out'];
}
