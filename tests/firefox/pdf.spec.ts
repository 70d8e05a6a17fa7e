/**
 * A PDF in the reader in Firefox: opened by its address, a statement chosen with the mouse and tagged, and back after a reload.
 * The driver does not hear of frames in the extension's own pages, so what the toolbar shows is seen by what keys do.
 */
import type { Page } from 'puppeteer-core';
import { until } from '../../scripts/drive.mjs';
import { chosenText, painted, STANCE_KEYS } from '../../scripts/ui.mjs';
import { expect, test } from '../support/firefox';
import { press } from '../support/firefox-ui';
import { PdfHost, whole } from '../support/pdf-host';
import { IN_LINE, paperPdf, TITLE } from '../support/pdf-samples';

interface Point {
  x: number;
  y: number;
}

/** Where words begin and end on the pages, once they are laid over them. */
const edgesOf = (page: Page, words: string): Promise<{ from: Point; to: Point }> =>
  until(`“${words}” over the pages`, () =>
    page.evaluate((wanted) => {
      const text = document.querySelector('.text article');
      if (!text) return undefined;
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      const nodes: { node: Text; start: number }[] = [];
      let all = '';
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        nodes.push({ node, start: all.length });
        all += node.data;
      }
      const pattern = wanted.replace(/[.[\]]/g, '\\$&').replace(/ /g, '\\s+');
      const found = new RegExp(pattern).exec(all);
      if (!found) return undefined;
      const boxOf = (offset: number) => {
        const { node, start } = nodes.findLast((one) => one.start <= offset) as (typeof nodes)[0];
        const letter = document.createRange();
        letter.setStart(node, offset - start);
        letter.setEnd(node, offset - start + 1);
        return letter.getBoundingClientRect();
      };
      const first = boxOf(found.index);
      const last = boxOf(found.index + found[0].length - 1);
      if (!first.width || !last.width) return undefined;
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    }, words),
  );

/** The words on the buttons of one of our own pages. */
const buttons = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll('button')].map((one) => one.textContent ?? ''));

test('a PDF is opened, a statement is dragged over and tagged, and its tag is back after a reload', async ({
  bearing,
}) => {
  const host = await PdfHost.start();
  try {
    const url = host.serve('/papers/7', whole(paperPdf()));
    const page = await bearing.openOwn(`pdf.html?${new URLSearchParams({ file: url })}`);
    await press(page, /^Tag this PDF/);
    await expect.poll(() => buttons(page)).toContainEqual(expect.stringMatching(/^Stop tagging/));
    expect(await page.title()).toBe(TITLE);

    const { from, to } = await edgesOf(page, IN_LINE);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
    await expect.poll(() => chosenText(page)).toBe(IN_LINE);
    await page.keyboard.press(STANCE_KEYS.supporting as 's');
    await page.keyboard.press('1');
    await expect.poll(() => bearing.records('tags')).toMatchObject([{ stance: 'supporting' }]);
    const tagged = { supporting: [IN_LINE], contrasting: [], mentioning: [] };
    await expect.poll(() => painted(page)).toEqual(tagged);
    expect((await bearing.records('statements')).map(({ quote }) => quote)).toEqual([IN_LINE]);

    await page.evaluate(() => location.reload());
    await expect.poll(() => painted(page).catch(() => undefined)).toEqual(tagged);
    // The file alone is fetched, from where the reader opened it.
    expect([...new Set(host.asked.map(({ path }) => path))]).toEqual(['/papers/7']);
  } finally {
    await host.close();
  }
});
