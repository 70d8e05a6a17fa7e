/** Influences with one label, of one codebook and of two, are told apart wherever they are read or chosen. */
import type { Locator, Page } from '@playwright/test';
import { mapInWords, selectByMouse, startFromPopup, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';

const PAPER = 'http://papers.example/labels';
const STATEMENT = 'Those who deliver the programme asked for a clear role from its first day.';

/** What is typed, and the name under which the influence is found and kept. */
const CHOSEN = [
  ['roles innovation deliverers', 'Individuals: Roles: Innovation Deliverers'],
  ['assessing needs innovation del', 'Assessing Needs: Innovation Deliverers'],
  ['engaging innovation del', 'Engaging: Innovation Deliverers'],
  ['role definition ibrahim', 'Role definition (Ibrahim 2020)'],
  ['role definition starter', 'Role definition (starter codebook)'],
] as const;
const NAMES = CHOSEN.map(([, name]) => name);

async function open(bearing: Bearing): Promise<Page> {
  await bearing.context.route(PAPER, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Labels</title>
<meta name="citation_title" content="A paper on who delivers a programme">
<meta name="citation_doi" content="10.5555/labels.1">
<meta name="citation_author" content="Lindqvist, Ada"><link rel="icon" href="data:,">
<article><h1>A paper on who delivers a programme</h1><h2>Results</h2><p>${STATEMENT}</p></article>`,
    }),
  );
  const workspace = await bearing.openOwn('workspace.html#/codebooks');
  for (const name of [/\(updated\)/, /Ibrahim et al\./])
    await workspace
      .getByRole('article', { name })
      .getByRole('checkbox', { name: 'In use' })
      .check();
  // Until the last of them is written.
  await expect(workspace.getByText('3 in use')).toBeVisible();
  await workspace.close();
  const page = await bearing.open(PAPER);
  await startFromPopup(await bearing.popup(page), page);
  await selectByMouse(page, STATEMENT);
  return page;
}

const texts = async (list: Locator) =>
  (await list.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

test('the search offers each under its name, and the toolbar keeps it', async ({ bearing }) => {
  const page = await open(bearing);
  for (const [typed, name] of CHOSEN) {
    await page.keyboard.press('s');
    await page.keyboard.press('/');
    await tagging.field(page).pressSequentially(typed);
    await expect(tagging.options(page).first()).toContainText(name);
    if (name === CHOSEN[2][1]) await bearing.shotsOf(page, 'labels-toolbar');
    await page.keyboard.press('Enter');
    await expect(tagging.saved(page).locator('.label')).toHaveText(name);
  }
  const popup = await bearing.popup(page);
  await expect
    .poll(async () => (await mapInWords(popup)).map(String).join('\n'))
    .toContain(NAMES[0]);
  const map = (await mapInWords(popup)).map(String).join('\n');
  for (const name of NAMES) expect(map).toContain(name);
  await bearing.shotsOf(popup, 'labels-popup');
  await popup.close();

  const workspace = await bearing.openOwn('workspace.html#/map');
  const rows = workspace.getByRole('table').getByRole('button');
  await expect.poll(() => texts(rows)).toEqual(expect.arrayContaining([...NAMES]));
  await bearing.shotsOf(workspace, 'labels-map');
  await workspace.goto(workspace.url().replace('#/map', '#/statements'));
  const row = workspace.getByRole('article').first();
  for (const name of NAMES) await expect(row).toContainText(name);
  await bearing.shotsOf(workspace, 'labels-statements');
});
