/**
 * A codebook of the reader's own, from the first words that matched nothing to the printed ledger, in one sitting as a
 * reader does it: made while reading, given a rule, a framework adapted beside it, tags looked at again, a version
 * frozen, the map seen through another review's influences, the codebook taken to another profile, and all of it undone.
 */
import type { Page } from '@playwright/test';
import { tagging } from '../../scripts/ui.mjs';
import { corpusFolder, oneArticleAPublisher, putLayersAway } from '../support/corpus';
import { Bearing, expect, test } from '../support/extension';
import { readTable } from '../support/read-table';
import { DEMO, nextStatement, startTagging } from '../support/tagging';

const ADAPTED = 'CFIR 2022, adapted';

const room = async (bearing: Bearing, hash = '#/codebooks') => {
  const page = await bearing.openOwn(`workspace.html${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
};
const to = (page: Page, hash: string) => page.goto(page.url().replace(/#.*/, hash));
const book = (page: Page, name: string) => page.getByRole('article', { name });
const edit = async (page: Page, name: string) => {
  await to(page, '#/codebooks');
  await book(page, name).getByRole('link', { name: 'Edit' }).press('Enter');
  await expect(tree(page).first()).toBeVisible();
};
const tree = (page: Page) => page.getByRole('treeitem');
const said = (page: Page) => page.getByRole('status').filter({ hasText: /./ }).last();

/** The tree as the editor shows it, group by group: each influence with its depth and what is missing of it. */
const shownTree = (page: Page) =>
  page
    .getByRole('tree')
    .locator('> *')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const [depth, name] = [row.getAttribute('aria-level'), row.getAttribute('aria-label')];
        // The tags on it are not part of the codebook.
        return depth ? `${depth} ${name?.replace(/, \d+ tags?/, '')}` : row.textContent;
      }),
    );

/** Goes to an influence by its key alone. */
async function down(page: Page, label: string): Promise<void> {
  const row = tree(page).filter({ hasText: label }).first();
  await tree(page).first().focus();
  await page.keyboard.press('Home');
  const rows = await tree(page).allTextContents();
  for (let i = rows.findIndex((text) => text.includes(label)); i > 0; i--)
    await page.keyboard.press('ArrowDown');
  await expect(row).toBeFocused();
}

/** A saved article where they are at hand, else our own. */
function articleUrl(site: { url: string; pages: { entry: { file: string }; url: string }[] }) {
  if (!corpusFolder()) {
    console.log('No saved articles here: read is the demonstration article.');
    return site.url + DEMO;
  }
  const [entry] = oneArticleAPublisher(['PLOS']);
  return site.pages.find((page) => page.entry.file === entry?.file)?.url ?? site.url + DEMO;
}

test('from the first words that match nothing to the ledger, another profile, and back', async ({
  bearing,
  site,
}) => {
  test.setTimeout(180_000);
  const article = await startTagging(bearing, articleUrl(site));
  await putLayersAway(article);

  // While reading: one key more than an ordinary tag for the question, and one for the answer.
  await nextStatement(article);
  await article.keyboard.press('s');
  await article.keyboard.type('zoning laws');
  await expect(tagging.options(article).first()).toContainText('new: “zoning laws”');
  await bearing.shotsOf(article, 'open-coding');
  await article.keyboard.press('Enter');
  await expect(tagging.options(article).first()).toContainText('once more');
  await expect(tagging.saved(article)).toHaveCount(0);
  await article.keyboard.press('Enter');
  await expect(tagging.saved(article)).toContainText('zoning laws');
  // From now on it is found like any other.
  await nextStatement(article);
  await article.keyboard.press('c');
  await article.keyboard.type('zon');
  await expect(tagging.options(article).first()).toContainText('zoning laws');
  await article.keyboard.press('Enter');
  await expect(tagging.saved(article)).toContainText('zoning laws');

  // A rule and a cue in the workspace: the tags were made without the rule.
  const page = await room(bearing);
  await expect(book(page, 'My influences')).toContainText('2 tags in this review');
  await edit(page, 'My influences');
  await expect(tree(page)).toHaveCount(1);
  await expect(tree(page)).toContainText('no definition');
  await bearing.shotsOf(page, 'editor-first');
  await tree(page).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Label' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Definition' }).fill('Rules on where a service may be.');
  await page.getByRole('textbox', { name: 'Cues' }).fill('zoning\nland use');
  await page.keyboard.press('Control+Enter');
  await expect(said(page)).toContainText('version 2');
  await expect(page.getByRole('link', { name: '2 tags to re-check' })).toBeVisible();

  // CFIR 2022, copied: one renamed, two merged, one split, one new.
  await to(page, '#/codebooks');
  await page
    .getByRole('button', { name: /^Copy Consolidated Framework.*\(updated\)/ })
    .press('Enter');
  await page.keyboard.press('Enter');
  await expect(tree(page)).toHaveCount(67);
  await tree(page).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Label' }).fill('Where it comes from');
  await page.keyboard.press('Control+Enter');
  await expect(tree(page).first()).toContainText('Where it comes from');
  await expect(tree(page).first()).toBeFocused();
  for (let i = 0; i < 2; i++) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('x');
  }
  await page.getByRole('button', { name: 'Merge 2…' }).press('Enter');
  await page.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
  await expect(tree(page)).toHaveCount(66);
  await page.getByRole('button', { name: 'Split…' }).press('Enter');
  await page.getByRole('group', { name: 'Part 1' }).getByLabel('Label').fill('Evidence');
  await page.getByRole('group', { name: 'Part 2' }).getByLabel('Label').fill('Advantage');
  await page.getByRole('button', { name: 'Split', exact: true }).press('Enter');
  await expect(tree(page)).toHaveCount(67);
  await down(page, 'Financing');
  await page.keyboard.press('n');
  await page.keyboard.type('Media & societal pressure');
  await page.keyboard.press('Enter');
  await expect(tree(page)).toHaveCount(68);

  // Tagged with, and then its rule changes.
  await article.bringToFront();
  await nextStatement(article);
  await article.keyboard.press('s');
  await article.keyboard.type('available resources');
  await expect(tagging.options(article).first()).toContainText('Available Resources');
  await article.keyboard.press('Enter');
  await expect(tagging.saved(article)).toContainText('Available Resources');
  await page.bringToFront();
  await down(page, 'Available Resources');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Exclude' }).fill('Time of volunteers: elsewhere.');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: '3 tags to re-check' }).press('Enter');
  await expect(page.locator('blockquote')).toBeVisible();
  await bearing.shotsOf(page, 'recheck');
  for (const done of ['1 done', '2 done']) {
    await page.keyboard.press('k');
    await expect(page.getByText(done)).toBeVisible();
  }
  await page.keyboard.press('k');
  await expect(page.getByText('3 tags looked at again')).toBeVisible();

  await edit(page, ADAPTED);
  await page.getByRole('button', { name: 'This version' }).press('Enter');
  await page.getByRole('menuitem', { name: /Freeze/ }).press('Enter');
  await expect(page.getByText(/version \d, frozen/)).toBeVisible();
  const tree0 = await shownTree(page);

  // The map through the influences of Ibrahim's review: what is linked, through which codebook, and what is not.
  await to(page, '#/map');
  await page.getByRole('button', { name: /^Seen through/ }).press('Enter');
  await page.getByRole('menuitemradio', { name: /Ibrahim/ }).press('Enter');
  const row = page.getByRole('row').filter({ hasText: 'Resourcing' });
  await expect(row).toContainText('1');
  await expect(page.getByText(/zoning laws/)).toBeVisible();
  await bearing.shotsOf(page, 'lens-ibrahim');

  await edit(page, ADAPTED);
  await page.getByRole('link', { name: 'Ledger' }).press('Enter');
  await page.getByLabel('only what was changed').check();
  const rows = page.locator('tbody tr');
  await expect(rows.filter({ hasText: 'Where it comes from' })).toContainText(
    'renamed (from “Innovation Source”)',
  );
  await expect(rows.filter({ hasText: 'Media & societal pressure' })).toContainText('new');
  await expect(rows.filter({ hasText: 'Media & societal pressure' })).toContainText('No data');
  await expect(rows.filter({ hasText: 'Advantage' }).first()).toContainText('split');
  await bearing.shotsOf(page, 'ledger');

  // To another profile, where nothing is yet.
  await to(page, '#/codebooks');
  await book(page, ADAPTED)
    .getByRole('button', { name: /^Export/ })
    .press('Enter');
  const qdc = await bearing.download(() =>
    page.getByRole('menuitem', { name: /REFI-QDA/ }).press('Enter'),
  );
  expect(await treeElsewhere(qdc)).toEqual(tree0);

  await undoEverything(page);
  for (const table of ['tags', 'statements', 'papers'])
    expect(await bearing.records(table), table).toEqual([]);
  // A text of the codebook that every review begins with is all that stays.
  expect((await bearing.records('codebooks')).map(({ id }) => id)).toEqual(['psw-core']);
  await to(page, '#/codebooks');
  await expect(book(page, 'My influences')).toHaveCount(0);
  await expect(book(page, ADAPTED)).toHaveCount(0);
  await expect(page.getByText('1 in use')).toBeVisible();
});

/** The tree of a codebook's file, imported by hand into a browser that has never seen it. */
async function treeElsewhere({
  name,
  text,
}: {
  name: string;
  text: string;
}): Promise<(string | null)[]> {
  const other = await Bearing.start();
  try {
    const page = await room(other, '#/exchange');
    const file = { name, mimeType: 'application/xml', buffer: Buffer.from(text) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: /^Import/ }).press('Enter');
    await expect(page.getByText('Imported', { exact: true })).toBeVisible();
    await to(page, '#/codebooks');
    await book(page, ADAPTED).getByRole('checkbox', { name: 'In use' }).check();
    await edit(page, ADAPTED);
    return await shownTree(page);
  } finally {
    await other.stop();
  }
}

/** Takes back step after step, until none is left. */
async function undoEverything(page: Page): Promise<void> {
  const undo = page.getByRole('button', { name: /^Undo: / });
  const steps = async () => (await page.evaluate(readTable, 'steps')).length;
  const atFirst = await steps();
  let undone = 0;
  while (await undo.isVisible()) {
    const before = await steps();
    await page.keyboard.press('u');
    undone += 1;
    // Taking back is a step of its own; after the last one the offer goes a moment later.
    await expect.poll(async () => (await steps()) > before || !(await undo.isVisible())).toBe(true);
    expect(undone).toBeLessThanOrEqual(atFirst);
  }
  await expect(undo).toHaveCount(0);
}
