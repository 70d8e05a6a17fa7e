/** Bringing tagging mode to a tab, whoever asked: popup, context menu, shortcut. */

import { browser } from 'wxt/browser';
import {
  injectTagging,
  openInReader,
  pdfToOpen,
  pdfToOpenUnasked,
  readPage,
  tellPage,
} from '../../lib/browser';
import { isQuietAt, Problem } from '../../lib/model';
import { settings } from '../../lib/store';
import { pageKey } from '../../lib/text';

/** Starts tagging mode; where it runs already it is left running. */
export async function startTagging(tabId: number): Promise<void> {
  await ask(tabId, 'to-page/start-tagging');
}

/** Starts tagging mode, or stops it where it runs. */
export async function toggleTagging(tabId: number): Promise<void> {
  await ask(tabId, 'to-page/toggle-tagging');
}

/** Puts the tagging script into a tab, where it shows what is tagged; where it runs it is left alone. */
export async function showTagging(tabId: number): Promise<void> {
  try {
    await injectTagging(tabId);
  } catch (cause) {
    throw new Problem(
      'forbidden',
      'The browser does not let extensions run on this page, so it cannot be tagged here.',
      { cause },
    );
  }
}

/** Is this a page that is looked at only when the reader asks? */
export const isQuiet = async (url: string): Promise<boolean> => isQuietAt(await settings(), url);

/** Beside a tab's id in session storage: the page in it that the reader asked for. */
const ASKED = 'asked in tab ';

export const noteAsked = (tabId: number, url: string): Promise<void> =>
  browser.storage.session.set({ [ASKED + tabId]: pageKey(url) });

/** May a badge and highlights be shown for this page: is it not quiet there, or was it asked for? */
export async function mayShow(tabId: number, url: string): Promise<boolean> {
  if (!(await isQuiet(url))) return true;
  const key = ASKED + tabId;
  return (await browser.storage.session.get(key))[key] === pageKey(url);
}

/** Reads a page because the reader asked for it. */
export async function readAsked(tabId: number): Promise<void> {
  const { url = '' } = await browser.tabs.get(tabId);
  await noteAsked(tabId, url);
  await readPage(tabId);
}

/** Reads a page that was not looked at unasked: the site may have been quiet when it was opened, and not be now. */
async function lookIfQuiet(tabId: number): Promise<void> {
  const { url = '' } = await browser.tabs.get(tabId);
  const now = await tellPage(tabId, 'to-page/report');
  const isUnread = now?.state === 'read' && now.report.kind === 'none';
  if (isUnread || (await isQuiet(url))) await readAsked(tabId);
}

async function ask(tabId: number, type: 'to-page/start-tagging' | 'to-page/toggle-tagging') {
  let answer = await tellPage(tabId, type);
  if (!answer) {
    try {
      // A page that refuses scripts is refused below, with a sentence.
      await lookIfQuiet(tabId).catch(() => undefined);
      await showTagging(tabId);
    } catch (error) {
      // No script runs in Firefox's own viewer.
      if (await readPdf(tabId)) return;
      throw error;
    }
    answer = await tellPage(tabId, type);
  }
  // No toolbar can be shown over the browser's viewer of PDFs, and its text cannot be reached.
  if (answer?.pdf) await readPdf(tabId);
}

/** Opens the PDF of a tab in the reader. False where it shows none. */
export async function readPdf(tabId: number): Promise<boolean> {
  const { url = '' } = await browser.tabs.get(tabId);
  const pdf = await pdfToOpen(tabId, url);
  if (pdf) await openInReader(tabId, pdf);
  return pdf !== null;
}

/** Opens the PDF of a tab in the reader, for readers who want every PDF there. */
export async function readPdfUnasked(tabId: number): Promise<void> {
  if (!(await settings()).openPdfs) return;
  try {
    const { url = '' } = await browser.tabs.get(tabId);
    if (await isQuiet(url)) return;
    const pdf = await pdfToOpenUnasked(tabId, url);
    if (pdf) await openInReader(tabId, pdf, true);
  } catch {
    // The tab was closed meanwhile, or is in a private window: nobody waits for an answer.
  }
}
