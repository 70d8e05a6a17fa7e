/** The real side panel of the built extension, beside real pages, as a reader opens and uses it. */
import type { Page } from '@playwright/test';
import {
  barOf,
  CHOSEN_LOOK,
  clickOnBar,
  layerOf,
  painted,
  selectByMouse,
  startFromPopup,
  tagByKeys,
  tagging,
  untilBar,
} from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { onlyTagged, openPanel, restoreInto } from '../support/panel-paper';
import { type PaperStatement, paperRecords } from '../support/panel-records';

const DEMO = '/articles/peer-support-demo';
const DOI = '10.5555/bearing-demo.1';

const CULTURE =
  'A recovery-oriented culture was the clearest difference between the services that kept their peer workers and those that lost them.';
const REVERSED = 'Training was associated with retention in our services.';
const ROLE =
  'Role definition and pay were mentioned together in seven services, without any claim that one caused the other.';
const GONE =
  'Peer workers in the northern district described an arrangement that is printed nowhere in this article.';

/** Not in the order of the page, and of every fate but one. */
const STATEMENTS: PaperStatement[] = [
  { quote: GONE, section: 'Results' },
  {
    quote: ROLE,
    section: 'Role definition',
    tags: [{ stance: 'mentioning', influenceId: 'psw.pay' }],
  },
  {
    quote: REVERSED,
    suffix: ' Of the 19 workers with the longest training, seven had left by 24 months',
    section: 'Training',
    tags: [{ stance: 'contrasting' }],
  },
  {
    quote: CULTURE,
    section: 'Organisational culture',
    machineLabels: [{ by: 'scite', label: 'mentioning', confidence: 0.99 }],
    tags: [{ stance: 'supporting', influenceId: 'psw.culture', note: 'The strongest claim.' }],
  },
];

async function fill(bearing: Bearing, url: string): Promise<void> {
  const own = await bearing.openOwn('popup.html');
  await restoreInto(own, paperRecords({ url, doi: DOI }, STATEMENTS));
  await own.close();
}

/** The quotes in the order of the list. */
const quotes = (panel: Page) =>
  panel.locator('[data-quote]').evaluateAll((all) => all.map((one) => one.textContent));

const focusedOnPage = async (page: Page) =>
  page.evaluate(
    (name) => [...(CSS.highlights.get(name) ?? [])].map(String),
    await layerOf(page, CHOSEN_LOOK),
  );

test('reading order, outcomes, machine labels; click goes there; filter, edit, delete and undo', async ({
  bearing,
  site,
}) => {
  const url = site.url + DEMO;
  await fill(bearing, url);
  const page = await bearing.open(url);
  const panel = await openPanel(bearing, page);
  await onlyTagged(panel);

  await expect.poll(() => quotes(panel)).toEqual([CULTURE, REVERSED, ROLE, GONE]);
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText(/Implementing peer support/);
  const item = (quote: string) => panel.getByRole('listitem').filter({ hasText: quote });
  await expect(item(GONE)).toContainText('Not on this page');
  await expect(item(CULTURE)).toContainText('scite: mentioning, 99 %');
  await expect(panel.getByRole('button', { name: 'Tagged 4' })).toBeVisible();
  // The words that were not tagged carry no stance in the page.
  expect((await painted(page)).contrasting).toEqual([]);
  await expectAccessible(panel);
  await bearing.shot(panel, 'sidepanel');

  // A list item is read as: quote, tags, what became of it, what can be done.
  const parts = await item(REVERSED).evaluate((li) => {
    const at = (selector: string) => {
      const found = li.querySelector(selector);
      return found ? [...li.querySelectorAll('*')].indexOf(found) : -1;
    };
    return [
      at('[data-quote]'),
      at('[id$="-tags"]'),
      at('[id$="-outcome"]'),
      at('[title^="Delete"]'),
    ];
  });
  expect(parts).not.toContain(-1);
  expect(parts).toEqual([...parts].sort((a, b) => a - b));

  await panel.getByRole('button', { name: ROLE }).click();
  await expect.poll(() => focusedOnPage(page)).toEqual([ROLE]);
  await panel.keyboard.press('ArrowUp');
  await panel.keyboard.press('ArrowUp');
  await panel.keyboard.press('Enter');
  await expect.poll(() => focusedOnPage(page)).toEqual([CULTURE]);

  await panel.keyboard.press('/');
  await panel.keyboard.type('northern');
  await expect.poll(() => quotes(panel)).toEqual([GONE]);
  await panel.keyboard.press('Escape');
  await panel.getByRole('button', { name: '1 mentioning' }).click();
  await expect.poll(() => quotes(panel)).toEqual([ROLE]);
  await panel.getByRole('button', { name: '1 mentioning' }).click();
  await panel.getByLabel('Influence').selectOption({ label: 'Organisational culture (1)' });
  await expect.poll(() => quotes(panel)).toEqual([CULTURE]);
  await panel.getByRole('button', { name: 'Organisational culture rule' }).click();
  await expect(panel.getByRole('region', { name: 'Codebook rule' })).toContainText('version');

  await panel.getByRole('button', { name: CULTURE }).focus();
  await panel.keyboard.press('e');
  await panel
    .getByRole('group', { name: /^Edit the tag/ })
    .getByText('contrasting')
    .click();
  await expect.poll(async () => (await painted(page)).contrasting).toEqual([CULTURE]);
  await panel.getByRole('button', { name: 'barrier' }).click();
  await expect(
    panel.getByRole('button', { name: /^contrasting Organi[sz]ational culture, barrier/ }),
  ).toBeVisible();
  await expectAccessible(panel);
  await bearing.shot(panel, 'sidepanel-edit');
  await panel.keyboard.press('Escape');
  await panel.keyboard.press('Delete');
  await expect(panel.getByText('Nothing matches')).toBeVisible();
  await expect.poll(async () => (await painted(page)).contrasting).toEqual([]);
  await panel.keyboard.press('u');
  await expect.poll(() => quotes(panel)).toEqual([CULTURE]);
  await expect.poll(async () => (await painted(page)).contrasting).toEqual([CULTURE]);
});

test('a changed passage: its new words, then keep, undo, re-tag or drop', async ({
  bearing,
  site,
}) => {
  const url = site.url + DEMO;
  await fill(bearing, url);
  const page = await bearing.open(url);
  const panel = await openPanel(bearing, page);
  await onlyTagged(panel);
  const item = panel.getByRole('listitem').filter({ hasText: REVERSED });
  await expect(item).toContainText('The words have changed: a negation.');
  await expect(item.locator('ins')).toHaveText(['not']);
  await bearing.shot(item, 'sidepanel-changed');

  await item.getByRole('button', { name: 'Keep' }).click();
  const now = 'Training was not associated with retention in our services.';
  await expect(item).toContainText('you said that it holds');
  await expect.poll(async () => (await painted(page)).contrasting).toEqual([now]);
  // The quote that was tagged stays what it was.
  await expect(item.locator('[data-quote]')).toHaveText(REVERSED);

  await panel.getByRole('button', { name: /^Undo/ }).click();
  await expect(item).toContainText('Still holds?');
  await expect.poll(async () => (await painted(page)).contrasting).toEqual([]);

  await item.getByRole('button', { name: 'Re-tag' }).click();
  await untilBar(page);
  await expect(tagging.toolbar(page)).toBeVisible();
  await expect.poll(() => focusedOnPage(page)).toEqual([now]);

  await item.getByRole('button', { name: 'Drop' }).click();
  await expect.poll(() => quotes(panel)).toEqual([CULTURE, ROLE, GONE]);
  await panel.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(() => quotes(panel)).toEqual([CULTURE, REVERSED, ROLE, GONE]);
});

test('the panel follows the tab: article, other page, back; it opens from tagging mode too', async ({
  bearing,
  site,
}) => {
  const page = await bearing.open(site.url + DEMO);
  await startFromPopup(await bearing.popup(page), page);
  await clickOnBar(tagging.bar(page).getByRole('button', { name: 'Panel' }));
  const panel = await bearing.surface('sidepanel.html');
  await expect(panel.getByText('No tags yet')).toBeVisible();

  await onlyTagged(panel);
  await selectByMouse(page, CULTURE);
  await tagByKeys(page, { stance: 'supporting', find: 'culture' });
  await expect.poll(() => quotes(panel)).toEqual([CULTURE]);

  await panel.getByRole('tab', { name: /References/ }).click();
  await expect(panel.getByText(/^0 of \d+ references on your list/)).toBeVisible();
  await expect(panel.getByRole('link', { name: 'DOI' }).first()).toBeVisible();
  await expectAccessible(panel);
  await bearing.shot(panel, 'sidepanel-references');
  // What was done, and its undo, are there under every tab.
  await panel.keyboard.press('s');
  await panel.getByRole('menuitemradio', { name: 'Included' }).click();
  await expect(panel.getByRole('status').filter({ hasText: 'Included' })).toBeVisible();
  await bearing.shotsOf(panel, 'sidepanel-references-done');
  // A key belongs to the menu until that has closed.
  await expect(panel.getByRole('menu')).toHaveCount(0);
  await panel.keyboard.press('u');
  await expect(panel.getByText('Undone: eligibility changed')).toBeVisible();
  await panel.getByRole('tab', { name: /Statements/ }).click();

  await panel.getByRole('button', { name: 'Stop tagging' }).click();
  await expect.poll(() => barOf(page)).toBeUndefined();

  const other = await bearing.open(`${site.url}/notices/opening-hours`);
  await expect(panel.getByText('Not an article')).toBeVisible();
  await expectAccessible(panel);
  await other.goto('about:blank');
  await expect(panel.getByText('Bearing cannot run here')).toBeVisible();
  await page.bringToFront();
  await onlyTagged(panel);
  await expect.poll(() => quotes(panel)).toEqual([CULTURE]);

  // A reload breaks the line; it is taken up again.
  await page.reload();
  await onlyTagged(panel);
  await panel.getByRole('button', { name: CULTURE }).click();
  await expect.poll(() => focusedOnPage(page)).toEqual([CULTURE]);
});
