/**
 * From tagged papers to the tables that a review prints, by keyboard alone: each is on screen, and what is copied of it pastes
 * as a table with the same rows, its caption and its footnotes.
 */
import type { Page } from '@playwright/test';
import { OUTPUTS } from '../../lib/map/outputs/tables';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { bringStore } from '../support/store-in-page';
import { tablesReview } from '../support/tables-review';

const PAPERS = 20;

async function workspace(bearing: Bearing): Promise<Page> {
  const page = await bearing.openOwn('icon/16.png');
  await bringStore(page);
  await page.evaluate(
    (text) => globalThis.bearingStore.restore(text).then(() => null),
    JSON.stringify(tablesReview({ papers: PAPERS, tags: 5 })),
  );
  await page.goto(`chrome-extension://${bearing.id}/workspace.html#/map`);
  await expect(page.getByRole('heading', { name: 'Evidence map' })).toBeVisible();
  return page;
}

/** Opens a view by the keyboard. */
async function open(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: /^View:/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.type(label, { delay: 5 });
  await expect(page.getByRole('menuitemradio', { name: label })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: label })).toBeVisible();
}

/** What is on screen: each row's cells as text, headings as rows of one cell. */
const shownIn = (page: Page): Promise<string[][]> =>
  page
    .getByRole('table')
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) =>
          // Several quotes are several blocks.
          [
            ...(cell.querySelectorAll('[class*="line"]').length
              ? cell.querySelectorAll('[class*="line"]')
              : [cell]),
          ]
            .map((part) => part.textContent?.trim() ?? '')
            .join('\n'),
        ),
      ),
    );

/** What is pasted where text with tables can be. */
async function pasted(bearing: Bearing) {
  const page = await bearing.open('about:blank');
  await page.evaluate(() => {
    document.body.contentEditable = 'true';
    document.body.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  const found = await page.evaluate(() => ({
    caption: document.querySelector('caption')?.textContent ?? '',
    rows: [...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) =>
        cell.innerHTML
          .split(/<br[^>]*>/)
          .map((part) => {
            const text = document.createElement('p');
            text.innerHTML = part;
            return text.textContent?.trim() ?? '';
          })
          .join('\n'),
      ),
    ),
    notes: [...document.querySelectorAll('p')].map((note) => note.textContent ?? ''),
  }));
  await page.close();
  return found;
}

test('each table is reached, read and copied by keyboard', async ({ bearing }) => {
  test.slow();
  const page = await workspace(bearing);
  // What is typed in the table itself has a test of its own (measures.spec.ts).
  for (const { label, build, empty } of OUTPUTS.filter(({ isTyped }) => !isTyped)) {
    expect(typeof build).toBe('function');
    await open(page, label);
    const rows = await shownIn(page);
    expect(rows.length, `${label}: ${empty}`).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Copy table' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toHaveText('Table copied.');
    const table = await pasted(bearing);
    expect(table.rows, label).toEqual(rows);
    expect(table.caption, label).toContain(`N = ${PAPERS} papers`);
    const notes = page.getByRole('list', { name: 'How it was counted' }).getByRole('listitem');
    expect(table.notes, label).toEqual(await notes.allTextContents());
    await page.bringToFront();
  }
});

test('a cell opens the statements behind it, and Back closes them', async ({ bearing }) => {
  const page = await workspace(bearing);
  await open(page, 'Influence summary');
  const row = page.getByRole('row', { name: /Organisational culture/ });
  const cell = row.getByRole('button').first();
  const count = await cell.textContent();
  await cell.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary', { name: /Organisational culture/ });
  await expect(drawer).toBeFocused();
  await expect(drawer.getByRole('link')).toHaveCount(Number(count?.split('/')[0]));
  await page.goBack();
  await expect(drawer).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Influence summary' })).toBeVisible();
});

test('a rating is accepted with its rationale, is in the table, and is taken back', async ({
  bearing,
}) => {
  const page = await workspace(bearing);
  await open(page, 'Rating matrix');
  const row = page.getByRole('row', { name: /Supervision/ });
  const drafts = row.getByTitle('A draft, worked out from tags').filter({ hasText: /^[+−]?\d$/ });
  const cell = drafts.first();
  const rating = (await cell.textContent()) ?? '';
  const before = await drafts.count();
  await cell.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary', { name: /Supervision/ });
  await drawer.getByRole('button', { name: 'Accept' }).focus();
  await page.keyboard.press('Enter');
  await expect(drawer.getByRole('status')).toHaveText('Saved.');
  await drawer.getByLabel(/Rationale/).fill('Two interviews say so plainly.');
  await page.keyboard.press('Tab');
  await expect(drafts).toHaveCount(before - 1);
  await open(page, 'Memos');
  const memo = page.getByRole('row', { name: /Supervision/ });
  await expect(memo).toContainText(rating);
  await expect(memo).toContainText('Two interviews say so plainly.');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('u');
  await expect(memo).not.toContainText('Two interviews say so plainly.');
});

test('a column of the reader’s own is made and filled, and a finding refuses a bare judgement', async ({
  bearing,
}) => {
  const page = await workspace(bearing);
  await open(page, 'Characteristics of papers');
  await page.getByRole('button', { name: /^Columns/ }).click();
  await page.getByRole('menuitem', { name: 'New column…' }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'Setting' }).click();
  const empty = page.getByRole('button', { name: 'Empty: Setting' }).first();
  await empty.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').getByLabel('Setting').fill('Hospital');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Hospital' })).toBeVisible();
  await open(page, 'CERQual preparation');
  await page.getByRole('button', { name: 'New finding' }).click();
  const form = page.getByRole('form', { name: 'Finding' });
  await form.getByRole('textbox', { name: /^Finding/ }).fill('Supervision keeps peers in post.');
  await form.getByRole('checkbox', { name: 'Supervision' }).check();
  await form.getByLabel('Coherence').selectOption('minor');
  await form.getByRole('button', { name: 'Save finding' }).click();
  await expect(form).toContainText('say why');
  await form.getByLabel('Why: coherence').fill('One site differs.');
  await form.getByRole('button', { name: 'Save finding' }).click();
  await expect(page.getByRole('row', { name: /Supervision keeps peers/ })).toContainText(
    'Minor concerns: One site differs.',
  );
  await page.getByRole('button', { name: 'Supervision keeps peers in post.' }).click();
  await form.getByRole('combobox', { name: 'Coherence' }).selectOption('moderate');
  await form.getByRole('button', { name: 'Save finding' }).click();
  await expect(page.getByRole('row', { name: /Supervision keeps peers/ })).toContainText(
    'Moderate concerns: One site differs.',
  );
});

test('a choice that is renamed is renamed in its cells, and one undo brings both back', async ({
  bearing,
}) => {
  const page = await workspace(bearing);
  await open(page, 'Characteristics of papers');
  const cells = (text: string) => page.getByRole('table').getByRole('button', { name: text });
  const count = await cells('Uganda').count();
  expect(count).toBeGreaterThan(0);
  await page.getByRole('button', { name: /^Columns/ }).click();
  await page.getByRole('menuitem', { name: 'Change “Country”…' }).click();
  const form = page.getByRole('form', { name: 'Column' });
  await form.getByRole('textbox', { name: 'Choices' }).fill('Canada\nEngland\nRepublic of Uganda');
  const asked = form.getByLabel(`“Uganda” is in ${count} cells and not in the list`);
  await expect(asked).toHaveValue('Republic of Uganda');
  await expectAccessible(page);
  await bearing.shotsOf(page, 'column-renamed-choice');
  await form.getByRole('button', { name: 'Save column' }).click();
  await expect(cells('Republic of Uganda')).toHaveCount(count);
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('u');
  await expect(cells('Republic of Uganda')).toHaveCount(0);
  await expect(cells('Uganda')).toHaveCount(count);
});

test('coders who differ are shown with both words, and what is decided counts', async ({
  bearing,
}) => {
  const page = await workspace(bearing);
  await open(page, 'Where coders differ');
  const row = page.getByRole('row').filter({ hasText: 'not tagged' }).first();
  const [influence = ''] = (await row.getByRole('rowheader').allTextContents()) ?? [];
  const supporting = async () => {
    await open(page, 'Influence summary');
    const cells = page.getByRole('row', { name: new RegExp(`^${influence}`) }).getByRole('cell');
    return cells.first().textContent();
  };
  const before = Number((await supporting())?.split('/')[0]);
  await open(page, 'Where coders differ');
  await row.getByRole('button', { name: 'Empty: Decision' }).focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary');
  await drawer.getByRole('combobox', { name: 'Decision' }).selectOption('none');
  await expect(drawer.getByRole('status')).toHaveText('Saved.');
  await expect(row).toContainText('not about it');
  expect(Number((await supporting())?.split('/')[0])).toBe(before - 1);
});

test('the tables and figures are accessible in light and dark', async ({ bearing }) => {
  test.slow();
  const page = await workspace(bearing);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const label of [
      'Influence summary',
      'Rating matrix',
      'Harvest plot',
      'Framework matrix',
    ]) {
      await open(page, label);
      await expectAccessible(page);
      await bearing.shot(page, `tables-${label}-${colorScheme}`);
    }
  }
});
