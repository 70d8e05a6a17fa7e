/**
 * Opening a page, or a PDF in the reader, at a statement. The wish is kept beside the new tab's id in session storage until
 * the tab shows the statement's paper, because the way there may lead over other pages (doi.org, a publisher's sign-in), and
 * the background may be stopped on it. It is not in the address, because sites can read that.
 */
import { browser } from 'wxt/browser';
import { send } from '../messaging';
import type { Paper, Statement } from '../model';
import { linkTo } from '../text';
import { readerAddress } from './reader';

/** Beside a tab's id in session storage. */
const WANTED = 'statement in tab ';
/** A page that comes later than this was not opened for the statement. */
const WANTED_FOR_MS = 10 * 60 * 1000;

interface Wish {
  statementId: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Where a statement can be read: where it was tagged first, else anywhere its paper was met. Undefined for a local file. */
export function addressOf(
  { targets }: Pick<Statement, 'targets'>,
  { urls, url }: Paper,
): string | undefined {
  const target = targets.find((one) => linkTo(one.url));
  if (target?.representation === 'pdf') return readerAddress(target.url);
  return target?.url ?? linkTo(...urls, url);
}

/** Asks the background for a tab at a statement: a popup closes when the tab comes to the front, and with it what it was doing. */
export const openStatement = (address: string, statementId: string): Promise<null> =>
  send('statement/open', { address, statementId });

/**
 * Opens a tab at a statement: scrolled to, and flashing, as soon as it has been found there. For the background.
 * @param show puts the tagging script into a tab: a page that Bearing takes for no paper has none yet
 */
export async function openTabAt(
  address: string,
  statementId: string,
  show: (tabId: number) => Promise<void>,
): Promise<void> {
  const { id } = await browser.tabs.create({ url: address, active: false });
  if (id === undefined) return;
  // Where the browser lets no script in, the page is open all the same.
  void whenComplete(id).then(() => show(id).catch(() => undefined));
  const wish: Wish = { statementId, at: Date.now() };
  await browser.storage.session.set({ [WANTED + id]: wish });
  await browser.tabs.update(id, { active: true });
}

/** Resolves once a tab has loaded its page, or is closed. */
function whenComplete(tabId: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onRemoved);
      resolve();
    };
    const onUpdated = (id: number, { status }: { status?: string }) => {
      if (id === tabId && status === 'complete') end();
    };
    const onRemoved = (id: number) => {
      if (id === tabId) end();
    };
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onRemoved.addListener(onRemoved);
  });
}

async function wishOf(tabId: number): Promise<Wish | null> {
  const key = WANTED + tabId;
  const wish = (await browser.storage.session.get(key))[key] as Wish | undefined;
  return wish && Date.now() - wish.at < WANTED_FOR_MS ? wish : null;
}

/** Is a statement to be shown in this tab? */
export const wantsStatement = async (tabId: number): Promise<boolean> =>
  (await wishOf(tabId)) !== null;

/** The statement to be shown in this tab, once, if it is one of those that its page has. */
export async function takeWantedStatement(
  tabId: number,
  statementIds: readonly string[],
): Promise<string | null> {
  const { statementId } = (await wishOf(tabId)) ?? {};
  if (statementId === undefined || !statementIds.includes(statementId)) return null;
  await browser.storage.session.remove(WANTED + tabId);
  return statementId;
}
