/** Study families in Papers: by selection, by "Same study as…" and where two papers look alike; by mouse and by keyboard. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { fill } from '../support/own-pages';

const TITLE = 'Peer support in community teams';
/** Paper 7 and 8, which are last on the list, have one title and the same authors. */
const title = (p: number) =>
  p >= 6 ? 'Peer support workers in acute wards: a trial' : `${TITLE}, study ${p + 1}`;
const SAMPLE = { papers: 8, tags: 1, influences: ['psw.culture'], codebookId: 'psw-core', title };

const row = (page: Page, n: number) =>
  page.getByRole('region', { name: 'Reading list' }).getByRole('article').nth(n);
const ofStudy = (page: Page) => page.getByRole('button', { name: /^Study: / });
const said = (page: Page, words: string) =>
  expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();

test('papers are selected and put into one study family; one is taken out again; undo and the map follow', async ({
  bearing,
}) => {
  await fill(bearing, SAMPLE);
  const papers = await bearing.openOwn('workspace.html#/papers');
  await row(papers, 0).getByRole('checkbox').click();
  const put = papers
    .getByRole('group', { name: 'Selected papers' })
    .getByRole('button', { name: 'Put into one study family' });
  await expect(put).toBeDisabled();
  await row(papers, 1).getByRole('checkbox').focus();
  await papers.keyboard.press('Space');
  await row(papers, 2).getByRole('checkbox').click();
  await expect(papers.getByText('3 selected')).toBeVisible();
  await bearing.shotsOf(papers, 'families-selected');
  await put.focus();
  await papers.keyboard.press('Enter');
  await said(papers, 'They are one study family now.');
  await expect(ofStudy(papers)).toHaveText([
    'Study: 3 papers',
    'Study: 3 papers',
    'Study: 3 papers',
  ]);

  await ofStudy(papers).first().click();
  await expect(papers.getByText('3 of 8')).toBeVisible();
  await papers.getByRole('button', { name: 'Show all papers' }).click();

  const map = await bearing.openOwn('workspace.html#/map');
  await expect(map.getByRole('row').filter({ hasText: /culture/i })).toContainText('8/8');
  const cells = map
    .getByRole('row')
    .filter({ hasText: /culture/i })
    .getByRole('cell');
  const headers = await map.getByRole('columnheader').allInnerTexts();
  await expect(cells.nth(headers.findIndex((text) => text.includes('families')))).toHaveText('6');
  await bearing.shotsOf(map, 'families-map');

  // The unit is the reader's choice, and is printed wherever a share is.
  const culture = map.getByRole('row').filter({ hasText: /culture/i });
  await map.getByRole('button', { name: /^Count over: .*8 papers/ }).focus();
  await map.keyboard.press('Enter');
  await expect(map.getByRole('menuitemradio', { name: 'Papers (8)' })).toBeFocused();
  await bearing.shotsOf(map, 'families-unit-menu');
  await map.keyboard.press('ArrowDown');
  await map.keyboard.press('Enter');
  await expect(culture).toContainText('6/6');
  await expect(map.getByRole('table')).toHaveAccessibleName(
    /^Influences grouped by codebook, N = 6 study families/,
  );
  await expect(map.getByText('% = share of study families')).toBeVisible();
  await expect(
    map.getByText(/^N = 6 study families \(all papers not excluded: 8 papers\)/),
  ).toBeVisible();
  await bearing.shotsOf(map, 'families-unit');
  await culture.getByRole('button').click();
  await expect(map.getByText('6/6 study families = 100 %')).toBeVisible();
  await map.goto(map.url().replace(/#.*/, '#/exchange'));
  const file = await bearing.download(() =>
    map.getByRole('button', { name: /^Export: Influence summary/ }).click(),
  );
  expect(file.text).toContain('Study families supporting');
  expect(file.text).toContain('N = 6 study families');
  await map.goto(map.url().replace(/#.*/, '#/map'));
  await map.reload();
  await expect(culture).toContainText('6/6');
  await map.close();

  await row(papers, 1)
    .getByRole('button', { name: /^More about / })
    .click();
  await papers.getByRole('menuitem', { name: 'Take out of its study family' }).click();
  await expect(ofStudy(papers)).toHaveText(['Study: 2 papers', 'Study: 2 papers']);
  await expect(papers.getByRole('menu')).toHaveCount(0);
  await papers.getByRole('button', { name: /^Undo: paper taken out/ }).waitFor();
  await papers.keyboard.press('u');
  await expect(ofStudy(papers)).toHaveCount(3);
  await papers.getByRole('button', { name: /^Undo: papers put into one/ }).waitFor();
  await papers.keyboard.press('u');
  await expect(ofStudy(papers)).toHaveCount(0);
});

test('“Same study as…” finds a paper by a few letters and the arrow keys; the one that looks alike is offered', async ({
  bearing,
}) => {
  await fill(bearing, SAMPLE);
  const papers = await bearing.openOwn('workspace.html#/papers');
  const more = row(papers, 0).getByRole('button', { name: /^More about / });
  await more.focus();
  await papers.keyboard.press('Enter');
  await expect(papers.getByRole('menuitem', { name: 'Same study as…' })).toBeFocused();
  await papers.keyboard.press('Enter');
  const field = papers.getByRole('combobox', { name: 'Same study as' });
  await expect(field).toBeFocused();
  await papers.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(more).toBeFocused();
  await papers.keyboard.press('Enter');
  await papers.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await expectAccessible(papers);
  await bearing.shotsOf(papers, 'families-picker');
  await papers.keyboard.insertText('community study');
  const options = papers.getByRole('option');
  await expect(options).toHaveCount(5);
  await papers.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  const chosen = (await options.nth(1).innerText()).split('\n')[0] ?? '';
  await papers.keyboard.press('Enter');
  await expect(ofStudy(papers)).toHaveCount(2);
  await expect(ofStudy(papers).first()).toHaveAttribute('title', new RegExp(chosen));
  await expect(more).toBeFocused();

  const alike = papers.getByText(/^Looks like /);
  await expect(alike).toHaveCount(1);
  await expectAccessible(papers);
  await papers.setViewportSize({ width: 400, height: 700 });
  await bearing.shotsOf(papers, 'families-narrow');
  await papers.setViewportSize({ width: 1280, height: 800 });
  await bearing.shotsOf(papers, 'families-alike');
  await papers.getByRole('button', { name: 'Not one study' }).click();
  await expect(alike).toHaveCount(0);
  await papers.reload();
  await expect(ofStudy(papers)).toHaveCount(2);
  await expect(alike).toHaveCount(0);
});

test('two papers that look alike are put into one study family where they are', async ({
  bearing,
}) => {
  await fill(bearing, SAMPLE);
  const papers = await bearing.openOwn('workspace.html#/papers');
  await papers
    .getByRole('article')
    .getByRole('button', { name: 'Put into one study family' })
    .click();
  await expect(ofStudy(papers)).toHaveCount(2);
  await expect(papers.getByText(/^Looks like /)).toHaveCount(0);
});
