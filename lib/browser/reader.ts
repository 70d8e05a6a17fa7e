/**
 * How the rest of Bearing opens the PDF reader, and recognises its tabs. The reader is a page of ours whose address names the
 * file; a tab gets there by navigation, because a redirect rule would need a page that web sites can load, and so look for.
 */
import { browser } from 'wxt/browser';
import { Problem } from '../model/problem';
import { isPdfAddress, PDF_TYPE } from '../text';
import { cameBack, contentTypeOf } from './content-type';
import { WEB_PAGES } from './page-scripts';

const FILE = 'file';
/** Beside a tab's id in session storage: the address whose original was asked for there. */
const ORIGINAL = 'original in tab ';

/** Where the reader is among our pages. */
export const READER_PATH = '/pdf.html';

const page = () => browser.runtime.getURL(READER_PATH);

/** The reader's address for a file. */
export const readerAddress = (url: string): string =>
  `${page()}?${new URLSearchParams({ [FILE]: url })}`;

/** The address of the file that a reader's address names; null for none. */
export const fileOf = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).searchParams.get(FILE) : null;

/** Is this the address of the reader, whatever it has open? */
export const isReader = (address: string | undefined): boolean =>
  Boolean(address && address.split(/[?#]/)[0] === page());

/** Where the first steps are among our pages: their example is tagged like an article in a tab. */
export const WELCOME_PATH = '/welcome.html';

/** Is this the address of a page of ours in which a paper is tagged: the reader, or the first steps? */
export const isTaggedPage = (address: string | undefined): boolean =>
  isReader(address) || address?.split(/[?#]/)[0] === browser.runtime.getURL(WELCOME_PATH);

/** Match patterns of all tabs that Bearing can send messages to. */
export const tabsOfOurs = (): string[] => [
  ...WEB_PAGES,
  `${page()}*`,
  `${browser.runtime.getURL(WELCOME_PATH)}*`,
];

/**
 * Shows a file in this tab as the browser shows it, also where PDFs are opened in the reader by themselves. The wish is not in
 * the address, because sites can read that.
 */
export async function openOriginal(url: string): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.storage.session.set({ [ORIGINAL + tab.id]: url });
  location.assign(url);
}

/** Has the reader asked for the original of an address in this tab? */
async function wantsOriginal(tabId: number, url: string): Promise<boolean> {
  const key = ORIGINAL + tabId;
  return (await browser.storage.session.get(key))[key] === url;
}

/**
 * Takes a tab to the reader.
 * @param unasked nobody has asked for it, so that Back should not lead to where it would happen once more
 * @throws where the browser keeps our pages out: in a private window
 */
export async function openInReader(tabId: number, url: string, unasked = false): Promise<void> {
  const tab = await browser.tabs.get(tabId);
  if (tab.incognito)
    throw new Problem(
      'private',
      'The browser keeps the pages of extensions out of private windows. Open the PDF in an ordinary window.',
    );
  await browser.tabs.update(tabId, {
    url: readerAddress(url.split('#')[0] ?? url),
    ...(import.meta.env.FIREFOX && unasked && { loadReplace: true }),
  });
}

/** The same, for opening it unasked: null for one that was reached by Back, because nobody could ever go further back. */
export async function pdfToOpenUnasked(tabId: number, url: string): Promise<string | null> {
  if ((await wantsOriginal(tabId, url)) || (await cameBack(tabId))) return null;
  return pdfToOpen(tabId, url);
}

/** The address of the PDF that a tab shows; null where it shows something else. */
export async function pdfToOpen(tabId: number, url: string): Promise<string | null> {
  if (isReader(url)) return null;
  const type = await contentTypeOf(tabId);
  return type === PDF_TYPE || (type === null && isPdfAddress(url)) ? url : null;
}
