/**
 * Titles, names, quotes and labels come from pages and files. Whatever they hold, every surface shows it and
 * obeys none of it: each character that acts on the text around it is written out.
 */
import type { Frame, Page } from '@playwright/test';
import type { Codebook } from '../../lib/model';
import { barOf, clickOnBar, startFromPopup, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';
import { restoreInto } from '../support/panel-paper';
import { sampleBackup } from '../support/samples';

/** An override, its end, an escape sequence, NUL, the end of an isolation. */
const ACTS = '\u202egnp.exe\u202c\u001b[2J\u0000\u2069';
const WRITTEN = '⟨U+202E⟩gnp.exe⟨U+202C⟩␛[2J␀⟨U+2069⟩';
const acting = (words: string) => `${words} ${ACTS}`;

const BOOK: Codebook = {
  id: 'from-a-file',
  name: acting('Book'),
  version: acting('1'),
  kind: 'own',
  builtIn: false,
  compiled: false,
  complete: false,
  missing: acting('missing'),
  notice: acting('notice'),
  source: { citation: acting('citation'), doi: acting('10.5555/x'), licence: acting('licence') },
  influences: ['one', 'two'].map((id) => ({
    id,
    label: acting(`Label ${id}`),
    definition: acting('definition'),
    group: acting('group'),
    code: acting(id),
    aliases: [],
    cues: [],
    crosswalk: [],
    include: acting('include'),
    exclude: acting('exclude'),
    note: acting('note'),
  })),
};

/** A review in which every text is somebody else's. */
function foreignBackup(url: string) {
  const backup = sampleBackup({
    papers: 2,
    tags: 2,
    influences: ['one', 'two', acting('of no codebook')],
    codebookId: BOOK.id,
    ownCodebook: BOOK,
    name: acting('Review'),
    title: (p) => acting(`Title ${p}`),
    quote: (p, t) => acting(`Quote ${p} ${t}`),
  });
  for (const review of backup.reviews) review.question = acting('question');
  for (const [i, paper] of backup.papers.entries()) {
    paper.authors = [{ family: acting('Family'), given: acting('Given') }];
    paper.containerTitle = acting('Journal');
    if (i > 0) continue;
    delete paper.doi;
    paper.urls = [url];
  }
  for (const statement of backup.statements) {
    statement.section = { title: acting('Section'), kind: 'results' };
    statement.machineLabels = [{ by: acting('machine'), label: acting('label') }];
    for (const target of statement.targets) target.url = url;
  }
  for (const tag of backup.tags) {
    tag.note = acting('note');
  }
  for (const coder of backup.coders) coder.name = acting('Coder');
  return backup;
}

const escaped = (text: string) => text.replaceAll('\u0000', '&#xFFFD;');

/** An article whose own words act, as far as HTML lets them through. */
const ARTICLE = `<!doctype html><html><head><meta charset="utf-8">
  <meta name="citation_author" content="${escaped(acting('Family, Given'))}">
  <meta name="citation_author" content="${escaped(acting('Other, Given'))}">
  <meta name="citation_journal_title" content="${escaped(acting('Journal'))}">
  <meta name="citation_publication_date" content="2021">
  <meta name="citation_title" content="${escaped(acting('A title that acts on what stands around it'))}">
  </head><body><article><h1>${escaped(acting('A title that acts'))}</h1><h2>Results</h2>
  <p>${escaped(acting('A statement'))} that cites something [1].</p>
  <h2>References</h2><ol><li id="r1">${escaped(acting('Someone A. A cited work. Journal. 2019;1:1-2.'))}</li></ol>
  </article></body></html>`;

/** Texts and spoken or hovered names of a page in which a character acts; what a reader edits is left as it is. */
const actingTexts = (page: Page | Frame) =>
  page.evaluate(() => {
    const acts = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u206f]/u;
    const found: string[] = [];
    const nodes = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ALL);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const edited = node.parentElement instanceof HTMLTextAreaElement;
      if (node instanceof Text && !edited && acts.test(node.data))
        found.push(`${node.parentElement?.outerHTML.slice(0, 200)}`);
      if (!(node instanceof Element)) continue;
      for (const { name, value } of node.attributes)
        if (name !== 'value' && acts.test(value))
          found.push(`${name} of ${node.outerHTML.slice(0, 200)}`);
    }
    if (acts.test(document.title)) found.push('document.title');
    return found;
  });

async function expectWrittenOut(page: Page | Frame, written = WRITTEN): Promise<void> {
  await expect(page.locator('body')).toContainText(written);
  expect(await actingTexts(page)).toEqual([]);
}

/** Brings the review in and serves the article at the first paper's address. */
async function prepare(bearing: Bearing, siteUrl: string): Promise<{ url: string; page: Page }> {
  const url = `${siteUrl}/foreign-article`;
  await bearing.context.route(url, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: ARTICLE }),
  );
  const own = await bearing.openOwn('popup.html');
  await restoreInto(own, foreignBackup(url));
  await own.close();
  return { url, page: await bearing.open(url) };
}

test('the popup', async ({ bearing, site }) => {
  const { page } = await prepare(bearing, site.url);
  const popup = await bearing.popup(page);
  await expect(popup.getByText(/Title 0|A title that acts/).first()).toBeVisible();
  await expectWrittenOut(popup);
  await popup.getByRole('button', { name: /^Review:/ }).click();
  await expect(popup.getByRole('menuitem', { name: 'Rename…' })).toBeVisible();
  await expectWrittenOut(popup);
});

test('the side panel: statements, references, the rule at the foot', async ({ bearing, site }) => {
  const { page } = await prepare(bearing, site.url);
  await startFromPopup(await bearing.popup(page), page);
  const popup = await bearing.popup(page);
  await popup
    .getByRole('button', { name: 'Side panel' })
    .click()
    .catch((error) => {
      if (!popup.isClosed()) throw error;
    });
  const panel = await bearing.surface('sidepanel.html');
  await expect(panel.locator('[data-quote]')).toHaveCount(2);
  await panel.getByRole('button', { name: /rule/ }).click();
  await expectWrittenOut(panel);
  await panel.getByRole('button', { name: /Edit$/ }).first().click();
  await expect(panel.getByRole('combobox').first()).toBeVisible();
  await expectWrittenOut(panel);
  await panel.getByRole('tab', { name: /^References/ }).click();
  await expect(panel.getByText(/A cited work/)).toBeVisible();
  // The page's own words: no NUL gets through HTML.
  await expectWrittenOut(panel, WRITTEN.replace('␀', '\ufffd'));
});

test('tagging mode: its line, the toolbar, search, rule, tags and what was not found', async ({
  bearing,
  site,
}) => {
  const { page } = await prepare(bearing, site.url);
  await startFromPopup(await bearing.popup(page), page);
  const bar = barOf(page) as Frame;
  await expectWrittenOut(bar);
  await clickOnBar(tagging.bar(page).getByRole('button', { name: /not found$/ }));
  await expect(bar.getByRole('dialog').locator('q').first()).toBeVisible();
  await expectWrittenOut(bar);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(tagging.toolbar(page)).toBeVisible();
  await expectWrittenOut(bar);
  await page.keyboard.press('/');
  await tagging.field(page).fill('Label');
  await expect(tagging.options(page).first()).toBeVisible();
  await expectWrittenOut(bar);
  await clickOnBar(tagging.options(page).first());
  // A key is text for as long as the field is there.
  await expect(tagging.field(page)).toHaveCount(0);
  await page.keyboard.press('i');
  await expect(bar.getByRole('region', { name: /^Rule of/ })).toBeVisible();
  await expectWrittenOut(bar);
  await page.keyboard.press('s');
  await expect(tagging.saved(page)).toBeVisible();
  await expectWrittenOut(bar);
});

const ROOMS: [room: string, ready: string | RegExp][] = [
  ['map', /^Label one/],
  [`map?codebook=${BOOK.id}&influence=one`, /definition/],
  ['statements', /Quote/],
  ['papers', /Title/],
  ['exchange', /^Export/],
  ['settings', 'Reviews'],
];

for (const [room, ready] of ROOMS)
  test(`the workspace: ${room.split('?')[0]}${room.includes('?') ? ' with its drawer' : ''}`, async ({
    bearing,
    site,
  }) => {
    await prepare(bearing, site.url);
    const page = await bearing.openOwn(`workspace.html#/${room}`);
    await expect(page.getByText(ready).first()).toBeVisible();
    await expectWrittenOut(page);
  });

test('the workspace: codebooks, with every influence opened', async ({ bearing, site }) => {
  await prepare(bearing, site.url);
  const page = await bearing.openOwn('workspace.html#/codebooks');
  await page.getByRole('searchbox').fill('Label');
  await expect(page.getByText(/^definition/).first()).toBeVisible();
  await expectWrittenOut(page);
});

test('the workspace: the menus of a statement', async ({ bearing, site }) => {
  await prepare(bearing, site.url);
  const page = await bearing.openOwn('workspace.html#/statements');
  await page
    .getByRole('button', { name: /^Influence: Label/ })
    .first()
    .click();
  await expect(page.getByRole('menuitemradio').first()).toBeVisible();
  await expectWrittenOut(page);
});
