/**
 * Influences with labels as long as the model allows, 500 of them, in scripts of both directions and as one word: wherever
 * one is shown it can be read to its end, on every surface and on paper.
 */
import type { Page } from '@playwright/test';
import type { Codebook } from '../../lib/model';
import { LONGEST_LABEL } from '../../lib/model/limits';
import { barOf, tagging } from '../../scripts/ui.mjs';
import { labelsIn } from '../support/cut-labels';
import { type Bearing, expect, test } from '../support/extension';
import { fill, popupOn } from '../support/own-pages';
import { openPanel } from '../support/panel-paper';
import { SAMPLE_REVIEW } from '../support/samples';
import { inStore } from '../support/store-in-page';
import { DEMO, nextStatement, startTagging } from '../support/tagging';

const MANY = 500;
const WORDS = [
  'Zusammenarbeit aller Einrichtungen des Versorgungsnetzes mit den Beschäftigten ',
  'ثقافة المنظمة وقيمها المشتركة ',
  'Verantwortungsübernahmebereitschaftserklärung',
  'MMMMWWWW',
];
/** Told apart by their ends only. */
const label = (i: number, length = LONGEST_LABEL): string => {
  const end = ` ${String(i).padStart(3, '0')}`;
  const words = WORDS[i % WORDS.length] ?? '';
  return (
    words
      .repeat(length)
      .slice(0, length - end.length)
      .trimEnd()
      .padEnd(length - end.length, 'x') + end
  );
};
const GROUPS = [0, 1, 2].map((i) => label(900 + i, 200));
const INFLUENCES = Array.from({ length: MANY }, (_, i) => ({
  ...{
    id: `own.${i}`,
    label: label(i),
    group: GROUPS[i % 3] ?? '',
    level: ['macro', 'meso'][i % 2] ?? '',
  },
  ...{ definition: '', aliases: [], cues: [], crosswalk: [] },
  // Chains under one another, and others beside them.
  ...(i % 5 > 1 && { parent: `own.${i - (i % 5 > 2 ? 1 : 2)}` }),
}));
const LABELS = INFLUENCES.map((one) => one.label);
const ID = 'own-long';
const OWN: Codebook = {
  ...{ id: ID, name: label(950, 120), version: '1', kind: 'own', builtIn: false, compiled: false },
  ...{ complete: true, source: { citation: 'mine' }, stage: 'open', influences: INFLUENCES },
};

async function filled(bearing: Bearing): Promise<void> {
  const own = await fill(bearing, {
    ...{ papers: 12, tags: 12, influences: INFLUENCES.map(({ id }) => id), codebookId: ID },
    ownCodebook: OWN,
  });
  await own.close();
}

/** Waits until so many are shown; none of them is cut. */
async function allRead(
  where: () => Page | ReturnType<typeof barOf>,
  least: number,
  names = LABELS,
) {
  const read = async () => {
    const place = where();
    return place ? labelsIn(place, names) : { shown: 0, cut: [] };
  };
  // Five hundred names are measured each time, which takes a busy machine seconds.
  await expect
    .poll(async () => (await read()).shown, { timeout: 30_000 })
    .toBeGreaterThanOrEqual(least);
  expect((await read()).cut.slice(0, 5)).toEqual([]);
}

test('in the map, in windows of any width, and on paper', async ({ bearing }) => {
  await filled(bearing);
  const page = await bearing.openOwn('workspace.html#/map');
  for (const width of [640, 1000, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    await allRead(() => page, MANY);
    await allRead(() => page, GROUPS.length, GROUPS);
  }
  await page.getByRole('table').getByRole('button').nth(3).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await allRead(() => page, MANY);
  await page.keyboard.press('Escape');
  // As wide as what a page of paper has between its margins, on its side.
  await page.setViewportSize({ width: 1000, height: 700 });
  await page.emulateMedia({ media: 'print' });
  await allRead(() => page, MANY);
  await allRead(() => page, GROUPS.length, GROUPS);
  const size = () =>
    page.evaluate(() => ({
      over: document.documentElement.scrollWidth - innerWidth,
      // Nothing scrolls on paper: all of it is as high as what it holds.
      high: document.documentElement.scrollHeight > 10 * innerHeight,
    }));
  expect(await size()).toEqual({ over: 0, high: true });
});

test('in the popup', async ({ bearing, site }) => {
  await filled(bearing);
  const popup = await popupOn(bearing, await bearing.open(site.url + DEMO));
  await allRead(() => popup, 8);
  await popup.getByRole('button', { name: `All ${MANY} influences` }).click();
  await allRead(() => popup, MANY);
  await allRead(() => popup, GROUPS.length, GROUPS);
  expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
});

test('in the toolbar, its search and what it reports, and in the panel', async ({
  bearing,
  site,
}) => {
  await filled(bearing);
  await inStore(
    bearing,
    async ({ review, refs }) => {
      await globalThis.bearingStore.changeNumberKeys(review, () => refs);
    },
    {
      review: SAMPLE_REVIEW,
      refs: INFLUENCES.slice(0, 9).map(({ id }) => ({ codebookId: ID, influenceId: id })),
    },
  );
  const page = await startTagging(bearing, site.url + DEMO);
  const bar = () => barOf(page);
  await nextStatement(page);
  await allRead(bar, 9);
  const inView = () =>
    tagging.toolbar(page).evaluate((bar) => {
      const { top, bottom } = bar.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  expect(await inView()).toBe(true);
  for (const key of ['s', '1']) await page.keyboard.press(key);
  await expect(tagging.saved(page)).toContainText(LABELS[0] ?? '');
  await allRead(bar, 1);
  await nextStatement(page);
  await page.keyboard.press('s');
  // What Enter would take again, beside the number keys.
  await allRead(bar, 9);
  await page.keyboard.press('/');
  await expect(tagging.options(page).nth(20)).toBeAttached();
  await allRead(bar, 20);
  await page.keyboard.press('Escape');
  await page.keyboard.press('2');
  await expect(tagging.saved(page)).toContainText(LABELS[1] ?? '');
  await page.keyboard.press('w');
  await expect(tagging.problem(page)).toBeVisible();
  await allRead(bar, 1);

  const panel = await openPanel(bearing, page);
  await allRead(() => panel, 2);
  await panel.getByRole('button', { name: /Edit$/ }).first().click();
  const editor = panel.getByRole('group', { name: /^Edit the tag/ });
  await expect(editor).toBeVisible();
  await allRead(() => panel, 2);
  // Chosen, and in the opened list.
  await editor.getByRole('combobox', { name: 'Influence' }).click();
  await allRead(() => panel, MANY);
  await panel.keyboard.press('Escape');
  const filter = panel.getByRole('search').getByRole('combobox', { name: 'Influence' });
  await filter.selectOption({ index: 1 });
  await filter.click();
  await allRead(() => panel, 2);
});

test('in the shelf, the editor, the ledger, the statements and the settings', async ({
  bearing,
}) => {
  await filled(bearing);
  const page = await bearing.openOwn('workspace.html#/codebooks');
  const to = (hash: string) => page.goto(page.url().replace(/#.*/, hash));
  for (const width of [640, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await to('#/codebooks');
    const card = page.getByRole('article').filter({ hasText: `${MANY} influences` });
    await card.getByText(`${MANY} influences`, { exact: true }).click();
    await allRead(() => page, MANY);
    await to(`#/codebooks?edit=${ID}`);
    await allRead(() => page, MANY);
    await to(`#/codebooks?ledger=${ID}`);
    await allRead(() => page, MANY);
    await to('#/statements');
    await allRead(() => page, 5);
    await page.getByRole('button', { name: 'Influence: any' }).click();
    await allRead(() => page, 50);
    await page.getByRole('menuitemcheckbox').nth(1).click();
    await allRead(() => page, 1);
    await to('#/settings');
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await to('#/codebooks');
  }
  await to(`#/codebooks?ledger=${ID}`);
  await page.setViewportSize({ width: 718, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await allRead(() => page, MANY);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});
