/** A paper's place in the review: progress and eligibility, in the popup and in Papers, by keyboard and by mouse. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/extension';
import { fill, popupOn } from '../support/own-pages';
import { readTable } from '../support/read-table';
import { DEMO } from '../support/tagging';

const SAMPLE = { papers: 8, tags: 3, influences: ['psw.culture'], codebookId: 'psw-core' };
const LONG =
  'No peer support workers: the intervention was delivered by clinicians who had no lived experience of their own';

/** Excludes the paper of an open menu's button by keys alone; `reason` is typed. */
async function excludeByKeys(page: Page, reason: string): Promise<void> {
  const excluded = page.getByRole('menuitemradio', { name: 'Excluded…' });
  await expect(excluded).toBeVisible();
  await page.keyboard.press('End');
  await expect(excluded).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Reason for excluding')).toBeFocused();
  await page.keyboard.insertText(reason);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

const counts = (page: Page, words: string) => expect(page.getByText(words)).toBeVisible();
const rows = (page: Page) =>
  page.getByRole('region', { name: 'Reading list' }).getByRole('article');
const choose = async (page: Page, menu: RegExp, item: RegExp) => {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitemradio', { name: item }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
};

/** Ticks a value of a filter, whose menu stays open until it is closed. */
const tick = async (page: Page, filter: string, item: RegExp) => {
  await page.getByRole('button', { name: filter }).click();
  await page.getByRole('menuitemcheckbox', { name: item }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
};

test('progress is set in the popup, a paper excluded in Papers by keys, found, and taken back', async ({
  bearing,
  site,
}) => {
  await fill(bearing, SAMPLE);
  const popup = await popupOn(bearing, await bearing.open(site.url + DEMO));
  await popup.getByRole('button', { name: 'Add to list' }).click();
  await choose(popup, /^To read \(/, /^Reading$/);
  await expect(
    popup.getByRole('button', { name: 'Reading (progress and eligibility)' }),
  ).toBeVisible();

  const papers = await bearing.openOwn('workspace.html#/papers');
  await counts(papers, '0 included, 0 excluded, 9 undecided; 2 to read, 3 reading, 4 read');
  const first = rows(papers)
    .first()
    .getByRole('button', { name: /progress and eligibility/ });
  await first.focus();
  await papers.keyboard.press('Enter');
  await excludeByKeys(papers, 'wrong setting');
  await expect(first).toBeFocused();
  await expect(first).toHaveAccessibleName('Excluded (progress and eligibility)');
  await counts(
    papers,
    '0 included, 1 excluded, 8 undecided; 2 of the others to read, 2 reading, 4 read',
  );
  // The popup's own view of the same paper, live.
  await expect(popup.getByRole('button', { name: /^Excluded \(/ })).toBeVisible();

  await papers.reload();
  await tick(papers, 'Eligibility: any', /^Excluded \(1\)/);
  await expect(rows(papers)).toHaveCount(1);
  await expect(rows(papers).getByText('Excluded: wrong setting')).toBeVisible();
  await tick(papers, 'Progress: any', /^Read \(0\)/);
  await expect(papers.getByText('No paper on this list matches.')).toBeVisible();
  await papers.getByRole('button', { name: 'Show all papers' }).click();
  await tick(papers, 'Progress: any', /^Reading \(2\)/);
  await expect(rows(papers)).toHaveCount(2);

  await papers.getByRole('button', { name: /^Undo: eligibility changed/ }).waitFor();
  await papers.keyboard.press('u');
  await counts(papers, '0 included, 0 excluded, 9 undecided; 2 to read, 3 reading, 4 read');
  await expect(rows(papers)).toHaveCount(3);
  await papers.keyboard.press('u');
  await counts(papers, '0 included, 0 excluded, 9 undecided; 3 to read, 2 reading, 4 read');
  await papers.keyboard.press('u');
  await counts(papers, '0 included, 0 excluded, 8 undecided; 2 to read, 2 reading, 4 read');
});

test('a reason that was used before is one click, can be changed, and none is needed', async ({
  bearing,
}) => {
  await fill(bearing, SAMPLE);
  const papers = await bearing.openOwn('workspace.html#/papers');
  const place = (n: number) =>
    rows(papers)
      .nth(n)
      .getByRole('button', { name: /progress and eligibility/ });
  const form = papers.getByRole('dialog', { name: 'Exclude this paper' });
  const exclude = async (n: number) => {
    await place(n).click();
    await papers.getByRole('menuitemradio', { name: 'Excluded…' }).click();
    await expect(form.getByLabel('Reason for excluding')).toBeFocused();
  };
  await exclude(0);
  await papers.keyboard.insertText('wrong setting');
  await form.getByRole('button', { name: 'Exclude' }).click();
  await exclude(1);
  await form.getByRole('button', { name: 'wrong setting' }).click();
  await expect(rows(papers).getByText('Excluded: wrong setting')).toHaveCount(2);
  // Excluded already: asked for its reason again.
  await exclude(1);
  await expect(form.getByLabel('Reason for excluding')).toHaveValue('wrong setting');
  await form.getByLabel('Reason for excluding').fill('');
  await papers.keyboard.press('Enter');
  await expect(rows(papers).getByText('Excluded: wrong setting')).toHaveCount(1);
  await counts(papers, '2 excluded, 6 undecided');
  await exclude(2);
  await papers.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await expect(place(2)).toBeFocused();
  await counts(papers, '2 excluded, 6 undecided');
  const stored = await papers.evaluate(readTable, 'reviewPapers');
  expect(stored.map((one) => one.exclusionReason).filter((one) => one !== undefined)).toEqual([
    'wrong setting',
  ]);
});

test('looks right, and is accessible, in the popup and in a narrow workspace', async ({
  bearing,
  site,
}) => {
  await fill(bearing, SAMPLE);
  const popup = await popupOn(bearing, await bearing.open(site.url + DEMO));
  await popup.getByRole('button', { name: 'Add to list' }).click();
  await choose(popup, /^To read \(/, /^Reading$/);
  await choose(popup, /progress and eligibility/, /^Included$/);
  await expect(popup.getByRole('button', { name: /included \(/ })).toBeVisible();
  await bearing.shotsOf(popup, 'place-popup');
  await popup.getByRole('button', { name: /progress and eligibility/ }).click();
  await expect(popup.getByRole('menu')).toBeVisible();
  await bearing.shotsOf(popup, 'place-popup-menu');
  await excludeByKeys(popup, LONG);
  await expect(popup.getByRole('button', { name: /^Excluded \(/ })).toBeVisible();

  const papers = await bearing.openOwn('workspace.html#/papers');
  await papers.setViewportSize({ width: 760, height: 700 });
  await rows(papers)
    .nth(2)
    .getByRole('button', { name: /progress and eligibility/ })
    .click();
  await papers.getByRole('menuitemradio', { name: 'Included' }).click();
  await expect(papers.getByText(`Excluded: ${LONG}`)).toBeVisible();
  const filter = papers.getByRole('button', { name: 'Eligibility: any' });
  await expect(filter).toBeInViewport({ ratio: 1 });
  await bearing.shotsOf(papers, 'place-papers-narrow');
  await rows(papers)
    .nth(1)
    .getByRole('button', { name: /progress and eligibility/ })
    .click();
  await papers.getByRole('menuitemradio', { name: 'Excluded…' }).click();
  await expect(papers.getByRole('button', { name: LONG })).toBeVisible();
  await expectAccessible(papers);
  await expect(papers.getByRole('button', { name: 'Exclude', exact: true })).toBeInViewport({
    ratio: 1,
  });
  await bearing.shotsOf(papers, 'place-papers-reason');
  await papers.keyboard.press('Escape');
  await papers.setViewportSize({ width: 1280, height: 800 });
  await bearing.shotsOf(papers, 'place-papers-wide');

  await popup.getByRole('button', { name: /progress and eligibility/ }).click();
  await popup.getByRole('menuitemradio', { name: 'Excluded…' }).click();
  await expect(popup.getByRole('dialog', { name: 'Exclude this paper' })).toBeVisible();
  await expectAccessible(popup);
  await bearing.shotsOf(popup, 'place-popup-reason');
});
