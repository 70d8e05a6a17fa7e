/** Undo over sessions: what was done before the browser was closed can be taken back after it. */
import type { Page } from '@playwright/test';
import { selectByMouse, startFromPopup, tagByKeys } from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';
import { bringStore } from '../support/store-in-page';

const STATEMENT = 'The number of sites grew from nine to twelve in the second year.';
const PAPER = 'http://papers.example/undo';

async function servePaper({ context }: Bearing): Promise<void> {
  await context.route('http://papers.example/*', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Growth</title>
<meta name="citation_title" content="On the growth of sites, and what became of it">
<meta name="citation_doi" content="10.5555/undo.1">
<meta name="citation_author" content="Lindqvist, Ada"><link rel="icon" href="data:,">
<article><h1>On the growth of sites</h1><h2>Results</h2><p>${STATEMENT}</p></article>`,
    }),
  );
}

async function startTagging(bearing: Bearing): Promise<Page> {
  const page = await bearing.open(PAPER);
  await startFromPopup(await bearing.popup(page), page);
  return page;
}

/** Tags in the store, and what history records, as an extension page reads them. */
async function stored(bearing: Bearing): Promise<{ tags: number; commands: string[] }> {
  const page = await bearing.openOwn('workspace.html');

  await bringStore(page);
  const found = await page.evaluate(async () => {
    const { tags, steps } = JSON.parse(await bearingStore.backUp('test'));
    const byCounter = (a: { counter: number }, b: { counter: number }) => a.counter - b.counter;
    return {
      tags: tags.length,
      commands: steps.sort(byCounter).map((step: { command: string }) => step.command),
    };
  });
  await page.close();
  return found;
}

test('a tag, the browser closed and opened again: u takes it back, U does it again', async ({
  bearing,
}) => {
  await servePaper(bearing);
  let page = await startTagging(bearing);
  await selectByMouse(page, STATEMENT);
  await tagByKeys(page, { stance: 'supporting', slot: 1 });
  await expect.poll(async () => (await stored(bearing)).tags).toBe(1);
  await bearing.reopen();
  await servePaper(bearing);
  page = await startTagging(bearing);
  await page.keyboard.press('u');
  await expect.poll(async () => (await stored(bearing)).tags).toBe(0);
  await page.bringToFront();
  await page.keyboard.press('Shift+U');
  await expect.poll(async () => (await stored(bearing)).tags).toBe(1);
  expect((await stored(bearing)).commands.slice(-3)).toEqual(['save-tag', 'undo', 'undo']);
});
