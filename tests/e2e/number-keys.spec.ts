/** The number keys: each means one influence for the whole review, on every surface that prints them. */
import type { Page } from '@playwright/test';
import { selectByMouse, startFromPopup, tagByKeys, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';

const STATEMENT = 'The number of sites grew from nine to twelve in the second year.';
const OTHER = 'Two of the sites closed again before the study ended.';

/** The address of one of any number of short papers, each a work of its own. */
const paper = (number: number) => `http://papers.example/${number}`;

async function servePapers({ context }: Bearing): Promise<void> {
  await context.route('http://papers.example/*', (route) => {
    const number = new URL(route.request().url()).pathname.slice(1);
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Paper ${number}</title>
<meta name="citation_title" content="Paper ${number} on the growth of sites">
<meta name="citation_doi" content="10.5555/number-keys.${number}">
<meta name="citation_author" content="Lindqvist, Ada"><link rel="icon" href="data:,">
<article><h1>Paper ${number} on the growth of sites</h1><h2>Results</h2><p>${STATEMENT}</p><p>${OTHER}</p></article>`,
    });
  });
}

async function read(bearing: Bearing, number: number): Promise<Page> {
  const page = await bearing.open(paper(number));
  await startFromPopup(await bearing.popup(page), page);
  await selectByMouse(page, STATEMENT);
  return page;
}

/** What the toolbar prints on its influences: "1Organisational culture" and so on. */
function numbers(page: Page): Promise<string[]> {
  return tagging
    .toolbar(page)
    .getByRole('group', { name: 'Influence' })
    .getByRole('button')
    .allInnerTexts()
    .then((texts) => texts.map((text) => text.replace(/\s+/g, ' ').trim()));
}

/** Tags the chosen statement by a number and gives the influence that was saved. */
async function savedBy(page: Page, key: number): Promise<string> {
  await tagByKeys(page, { stance: 'supporting', slot: key });
  return tagging.saved(page).locator('.label').innerText();
}

test('over five papers and a restart of the browser each number means the same influence', async ({
  bearing,
}) => {
  await servePapers(bearing);
  let page = await read(bearing, 1);
  const dealt = await numbers(page);
  expect(dealt).toHaveLength(9);
  // Influences with a number and influences without, so that a list by recency would move.
  const used = ['leadership', 'stigma', 'pay', 'coproduction', 'role'];
  for (const [index, find] of used.entries()) {
    if (index) page = await read(bearing, index + 1);
    expect(await numbers(page), `as paper ${index + 1} is opened`).toEqual(dealt);
    await tagByKeys(page, { stance: 'supporting', find });
    await page.close();
    if (index !== 2) continue;
    await bearing.reopen();
    await servePapers(bearing);
  }
  page = await read(bearing, 6);
  expect(await numbers(page)).toEqual(dealt);
  for (const key of [1, 9]) {
    expect(`${key} ${await savedBy(page, key)}`).toBe(dealt[key - 1]);
    await selectByMouse(page, OTHER);
  }
});
