/** The number keys: each means one influence for the whole review, on every surface that prints them. */
import type { Page } from '@playwright/test';
import { selectByMouse, startFromPopup, tagByKeys, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';

const STATEMENT = 'The number of sites grew from nine to twelve in the second year.';
const OTHER = 'Two of the sites closed again before the study ended.';

/** The address of one of any number of short papers, each a work of its own. */
const paper = (number: number) => `http://papers.example/${number}`;

/** The two statements are so far apart that the toolbar of one never covers the other. */
async function servePapers({ context }: Bearing): Promise<void> {
  await context.route('http://papers.example/*', (route) => {
    const number = new URL(route.request().url()).pathname.slice(1);
    return route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Paper ${number}</title>
<meta name="citation_title" content="Paper ${number} on the growth of sites">
<meta name="citation_doi" content="10.5555/number-keys.${number}">
<meta name="citation_author" content="Lindqvist, Ada"><link rel="icon" href="data:,">
<article><h1>Paper ${number} on the growth of sites</h1><h2>Results</h2><p>${STATEMENT}</p>
<p style="margin-top: 1200px">${OTHER}</p></article>`,
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

/** The same without the numbers: a key without an influence says so. */
function influencesShown(page: Page): Promise<string[]> {
  return tagging
    .toolbar(page)
    .getByRole('group', { name: 'Influence' })
    .locator('.influence')
    .evaluateAll((all) => all.map((one) => one.lastElementChild?.textContent ?? ''));
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

/** The editor in the workspace, at its row for one key. */
const row = (workspace: Page, key: number) => ({
  influence: workspace.getByRole('button', { name: new RegExp(`^Influence of ${key}:`) }),
  clear: workspace.getByRole('button', { name: `Clear ${key}`, exact: true }),
});

test('the reader changes the numbers from the keyboard, and open pages follow at once', async ({
  bearing,
}) => {
  await servePapers(bearing);
  const page = await read(bearing, 1);
  const dealt = await numbers(page);
  const workspace = await bearing.openOwn('workspace.html#/codebooks');
  const said = workspace.getByRole('status').filter({ hasText: /\w/ });

  // An influence that has another number changes places.
  await row(workspace, 1).influence.focus();
  await workspace.keyboard.press('Enter');
  await workspace.getByRole('menuitemradio', { name: 'Organisational culture' }).waitFor();
  await workspace.keyboard.type('role');
  await expect(workspace.getByRole('menuitemradio', { name: /^Role definition/ })).toBeFocused();
  await workspace.keyboard.press('Enter');
  await expect(said).toHaveText('1 is “Role definition” now, and 4 is “Organisational culture”.');
  await expect(row(workspace, 4).influence).toHaveAccessibleName(/Organisational culture$/);

  await row(workspace, 2).clear.focus();
  await workspace.keyboard.press('Space');
  await expect(said).toHaveText('2 has no influence now.');

  await page.bringToFront();
  const changed = dealt.map((text) => text.slice(2));
  changed[0] = 'Role definition';
  changed[1] = 'free';
  changed[3] = 'Organisational culture';
  await expect.poll(() => influencesShown(page)).toEqual(changed);
  expect(`1 ${await savedBy(page, 1)}`).toBe('1 Role definition');

  // The free one does nothing, and goes to the next influence that is used without a number.
  await selectByMouse(page, OTHER);
  await page.keyboard.press('s');
  await page.keyboard.press('2');
  await expect(tagging.problem(page)).toHaveText(/^No influence has the key 2\./);
  await page.keyboard.press('/');
  await tagging.field(page).pressSequentially('stigma');
  await page.keyboard.press('Enter');
  await tagging.saved(page).waitFor();
  await selectByMouse(page, STATEMENT);
  await page.keyboard.press('Escape');
  await selectByMouse(page, OTHER);
  changed[1] = 'Stigma and public attitudes';
  await expect.poll(() => influencesShown(page)).toEqual(changed);
});

test('a codebook that is switched off takes no number from another and keeps its own', async ({
  bearing,
}) => {
  await servePapers(bearing);
  let page = await read(bearing, 1);
  const dealt = await influencesShown(page);
  await tagByKeys(page, { stance: 'supporting', slot: 3 });
  const workspace = await bearing.openOwn('workspace.html#/codebooks');
  const use = (name: RegExp) =>
    workspace.getByRole('article', { name }).getByRole('checkbox', { name: 'In use' });
  await use(/\(updated\)/).check();
  await use(/compiled starter/).uncheck();
  await expect(workspace.getByText('its codebook is not in use')).toHaveCount(9);
  await workspace.getByRole('button', { name: 'Fill the unused numbers' }).waitFor();

  page = await read(bearing, 2);
  await expect.poll(() => influencesShown(page)).toEqual(Array(9).fill('codebook not in use'));
  await page.keyboard.press('s');
  await page.keyboard.press('3');
  await expect(tagging.problem(page)).toHaveText(
    /^The influence of key 3 is in a codebook that is not in use/,
  );

  await workspace.bringToFront();
  await use(/compiled starter/).check();
  await page.bringToFront();
  await expect.poll(() => influencesShown(page)).toEqual(dealt);

  await workspace.bringToFront();
  await use(/compiled starter/).uncheck();
  await workspace.getByRole('button', { name: 'Fill the unused numbers' }).click();
  await expect(workspace.getByText('its codebook is not in use')).toHaveCount(0);
  await expect(row(workspace, 1).influence).toHaveAccessibleName(/Innovation Source$/);
});

test('toolbar, search, rule, keys and Codebooks print the same number', async ({ bearing }) => {
  await servePapers(bearing);
  const page = await read(bearing, 1);
  const [, , , , , sixth = ''] = await influencesShown(page);
  expect(sixth).toBe('Leadership and management support');
  await page.keyboard.press('/');
  await tagging.field(page).pressSequentially('leadership');
  await expect(tagging.options(page).first()).toHaveText(new RegExp(`^${sixth}.*6$`));
  await page.keyboard.press('Escape');
  await page.keyboard.press('6');
  await page.keyboard.press('i');
  await expect(
    tagging
      .toolbar(page)
      .getByRole('region', { name: /^Rule of/ })
      .getByRole('heading'),
  ).toHaveText(`${sixth} 6`);
  await page.keyboard.press('?');
  await expect(tagging.keys(page)).toContainText(`6${sixth}`);
  const workspace = await bearing.openOwn('workspace.html#/codebooks');
  await expect(row(workspace, 6).influence).toHaveAccessibleName(`Influence of 6: ${sixth}`);
  const starter = workspace.getByRole('article', { name: /compiled starter/ });
  await starter.getByText('20 influences').click();
  await expect(workspace.getByRole('listitem').filter({ hasText: `${sixth}6` })).toBeVisible();
});
