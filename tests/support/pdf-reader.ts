/** Helpers for tests of the PDF reader: opening it, finding what it shows, and reading what it has stored. */
import type { Page, Worker } from '@playwright/test';
import {
  chosenText,
  layerOf,
  STANCE_LINES,
  tagByKeys,
  tagging,
  untilBar,
} from '../../scripts/ui.mjs';
import { type Bearing, expect, test as withBearing } from './extension';
import { PdfHost } from './pdf-host';
import { nextStatement } from './tagging';
import { readWritten, type Written } from './written';

/** With a host that serves PDFs. */
export const test = withBearing.extend<{ host: PdfHost }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for
  host: async ({}, use) => {
    const host = await PdfHost.start();
    await use(host);
    await host.close();
  },
});

declare const chrome: {
  tabs: { query(what: object): Promise<{ id?: number; url?: string }[]> };
  action: { getBadgeText(of: { tabId?: number }): Promise<string> };
  commands: { onCommand: { dispatch(command: string, tab: unknown): void } };
};

export const readerPath = (url?: string): string =>
  url === undefined ? 'pdf.html' : `pdf.html?${new URLSearchParams({ file: url })}`;

/** Waits until the text of the file has been read. */
export async function untilRead(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/pdf\.html/);
  await page.getByRole('button', { name: /^(Tag this PDF|Stop tagging)/ }).waitFor();
}

/** A tab of the reader with a file that is served at this address. */
export async function openReader(bearing: Bearing, url: string): Promise<Page> {
  const page = await bearing.openOwn(readerPath(url));
  await untilRead(page);
  return page;
}

async function inWorker<T>(bearing: Bearing, work: (url: string) => Promise<T>, page: Page) {
  const worker: Worker = await bearing.worker();
  return worker.evaluate(work, page.url());
}

/**
 * The shortcut of tagging mode over a tab. Playwright's keys do not reach the browser's shortcuts, so the event that the
 * browser would send is dispatched in the background.
 */
export async function pressShortcut(bearing: Bearing, page: Page): Promise<void> {
  await page.bringToFront();
  await inWorker(
    bearing,
    async (url) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      chrome.commands.onCommand.dispatch('toggle-tagging', tab);
    },
    page,
  );
}

export const badgeOf = (bearing: Bearing, page: Page): Promise<string> =>
  inWorker(
    bearing,
    async (url) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      return chrome.action.getBadgeText({ tabId: tab?.id });
    },
    page,
  );

/** Turns tagging mode on by the page's own button. */
export async function startHere(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Tag this PDF/ }).click();
  await untilBar(page);
  await tagging.bar(page).waitFor();
}

/** Tags a statement that j leads to, as supporting the influence of key 1. */
export async function tagStatement(page: Page, quote: string): Promise<void> {
  for (let step = 0; step < 10 && (await chosenText(page)) !== quote; step++)
    await nextStatement(page);
  expect(await chosenText(page)).toBe(quote);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
}

/** A box on a page of the file, in points from the page's upper left corner. */
export interface PageBox {
  /** Counted from 0. */
  page: number;
  left: number;
  top: number;
  bottom: number;
}

/** Where what is highlighted as supporting lies, on pages that are painted: one box for each line. */
export async function highlightedBoxes(
  page: Page,
  layer: string | null = null,
): Promise<PageBox[]> {
  const name = layer ?? (await layerOf(page, STANCE_LINES.supporting));
  return page.evaluate((layerName) => {
    const WIDTH = 600;
    const pages = [...document.querySelectorAll<HTMLElement>('.pdfViewer .page')].map((one) =>
      one.getBoundingClientRect(),
    );
    const boxes: PageBox[] = [];
    const rects = [...(CSS.highlights.get(layerName) ?? [])].flatMap((range) => [
      ...(range as Range).getClientRects(),
    ]);
    for (const { left, top, bottom, width, height } of rects) {
      const middle = (top + bottom) / 2;
      const on = pages.findIndex((one) => one.top <= middle && middle <= one.bottom);
      const frame = pages[on];
      if (!frame || !width || !height) continue;
      const scale = frame.width / WIDTH;
      const box = {
        page: on,
        left: (left - frame.left) / scale,
        top: (top - frame.top) / scale,
        bottom: (bottom - frame.top) / scale,
      };
      // What follows on the same line is the same box.
      const last = boxes.at(-1);
      const same =
        last && last.page === on && Math.abs(last.top - box.top) < 2 && last.left <= box.left;
      if (!same) boxes.push(box);
    }
    return boxes;
  }, name);
}

/** What the browser looks for by itself now and then, whatever its flags are. */
const BROWSERS_OWN = /^https:\/\/redirector\.gvt1\.com(:|\/)/;

/** All requests since the log was cleared, those of the extension's pages and workers among them. */
export const requestsOf = (bearing: Bearing): string[] =>
  bearing.network.requests
    .filter(({ url }) => !BROWSERS_OWN.test(url))
    .map(({ method, url }) => `${method} ${url}`);

/** Everything that is stored, as one text: the databases, and the extension's and the pages' storages. */
export async function everythingStored(bearing: Bearing): Promise<{ text: string } & Written> {
  const own = await bearing.openOwn('icon/16.png');
  const written = await own.evaluate(readWritten);
  const pages = await own.evaluate(() => JSON.stringify({ ...localStorage }));
  await own.close();
  return { ...written, text: JSON.stringify(written) + pages };
}
