/** A scite report: its distinct statements are offered in place, scite's class stays a machine label. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chosenText, paintedCount, startFromPopup, tagging } from '../../scripts/ui.mjs';
import { expectAccessible } from '../support/axe';
import { type Bearing, expect, test } from '../support/extension';
import { openPanel } from '../support/panel-paper';
import { storedTags } from '../support/stored';

const REPORT = 'https://scite.ai/reports/a-demonstration-of-peer-AbCdE';
const FOOTER =
  'scite is a Brooklyn-based organization that helps researchers better discover and understand research articles through Smart Citations.';

interface Shown {
  quote: string;
  label: string;
  section?: string;
  /** What the card shows of the paper that says it. */
  by?: string;
}

/** Our own words: five shown, one of them twice. */
const OWN: Shown[] = [
  {
    quote:
      'Services that trained peer workers for their own role kept them longer than services that offered a general course (Lindqvist & Amara, 2021).',
    label: 'mentioning',
  },
  {
    quote:
      'Services that trained peer workers for their own role kept them longer than services that offered a general course (Lindqvist & Amara, 2021).',
    label: 'mentioning',
  },
  {
    quote:
      'In contrast to earlier work [ 12 ], we saw no difference between teams with and without a written role description.',
    label: 'contrasting',
    section: 'Discussion',
  },
  {
    quote: 'Regular supervision has been described as a condition for safe peer work [ 3 , 14 ].',
    label: 'supporting',
    section: 'Introduction',
  },
  {
    quote:
      'Our interviews agree with the synthesis of Lindqvist and Amara, who found culture to matter more than pay 8, 9 .',
    label: 'supporting',
    section: 'Results',
  },
];

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function reportPage(shown: Shown[], title: string, doi: string): string {
  const cards = shown.map(
    ({ quote, label, section, by = '' }) =>
      `<div class="card">${by}<p>“…${escaped(quote)}…”</p>${section ? `<p>Section: ${escaped(section)}</p>` : ''}` +
      `<div><span>${label}</span><div>confidence: 99%</div></div></div>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)} - [scite report]</title></head>
<body><main><div>2022</div><div>DOI: ${doi}</div><h1>${escaped(title)}</h1>
<p>Cited by 36 publications (35 citation statements)</p><p>References 71 publications</p>
${cards.join('\n')}</main><footer><p>${escaped(FOOTER)}</p></footer></body></html>`;
}

async function openReport(bearing: Bearing, html: string) {
  await bearing.context.route(REPORT, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
  );
  const page = await bearing.open(REPORT);
  await startFromPopup(await bearing.popup(page), page);
  return page;
}

/** Walks with `j` until it does not go on; gives every statement that was offered. */
async function offered(page: Awaited<ReturnType<typeof openReport>>): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    await page.keyboard.press('j');
    await tagging.toolbar(page).waitFor();
    const text = await chosenText(page);
    if (seen.includes(text)) return seen;
    seen.push(text);
  }
}

test('distinct statements are offered in place and keep scite’s class beside the reader’s stance', async ({
  bearing,
}) => {
  const page = await openReport(
    bearing,
    reportPage(OWN, 'A demonstration of peer work', '10.5555/scite.1'),
  );
  const statements = await offered(page);
  expect(statements).toEqual([...new Set(OWN.map((s) => s.quote))]);
  // The last one is still chosen: scite calls it supporting, the reader contrasting.
  await page.keyboard.press('1');
  await page.keyboard.press('c');
  await expect.poll(() => paintedCount(page)).toBe(1);
  const own = await bearing.openOwn('popup.html');
  const stored = await own.evaluate(async () => {
    const open = indexedDB.open('bearing');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const all = (table: string) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const request = db.transaction(table).objectStore(table).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    return {
      statements: await all('statements'),
      tags: await all('tags'),
      papers: await all('papers'),
    };
  });
  expect(stored.statements).toHaveLength(1);
  expect(stored.statements[0]).toMatchObject({
    section: { title: 'Results', kind: 'results' },
    machineLabels: [{ by: 'scite', label: 'supporting', confidence: 0.99 }],
    cites: [
      {
        label: 'scite report',
        text: 'A demonstration of peer work (2022)',
        doi: '10.5555/scite.1',
        title: 'A demonstration of peer work',
        year: 2022,
      },
    ],
  });
  // The reported paper is cited, and has no statement of its own.
  expect(stored.papers.map(({ doi, title, quotedAt }) => [doi, title, quotedAt])).toEqual([
    [undefined, undefined, [REPORT]],
  ]);
  expect(stored.tags[0]).toMatchObject({ stance: 'contrasting', basis: 'second-hand' });
  // It comes back where it stood.
  await page.reload();
  await expect.poll(() => paintedCount(page)).toBe(1);
});

/** The same, with cards that name who says them: one by DOI, one by its title alone. */
const CITING = 'Keeping peer workers: what two services learned from their own leavers';
const NAMED: Shown[] = OWN.slice(1).map((shown, i) => ({
  ...shown,
  ...(i === 1 && {
    by: '<h3><a href="https://doi.org/10.5555/citing.1">Written roles and what became of them in practice</a></h3><p>Ada Okonkwo, Per Lindqvist 2023</p>',
  }),
  ...(i === 2 && { by: `<h3>${CITING}</h3>` }),
}));

test('a statement is said by its citing paper: named, unnamed, corrected, and met on its own page', async ({
  bearing,
  site,
}) => {
  const page = await openReport(
    bearing,
    reportPage(NAMED, 'A demonstration of peer work', '10.5555/scite.1'),
  );
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('j');
    await tagging.toolbar(page).waitFor();
    await expect.poll(() => chosenText(page)).toBe(NAMED[i]?.quote);
    await page.keyboard.press(String(i + 1));
    await page.keyboard.press('s');
    await expect.poll(() => paintedCount(page)).toBe(i + 1);
  }
  const said = async () => (await storedTags(bearing)).map(({ doi, title }) => doi ?? title);
  expect(await said()).toEqual([undefined, '10.5555/citing.1', CITING]);

  const panel = await openPanel(bearing, page);
  const item = (quote = '') => panel.getByRole('listitem').filter({ hasText: quote });
  await expect(panel.getByRole('heading', { level: 1 })).toHaveText('A demonstration of peer work');
  await expect(item(NAMED[0]?.quote)).toContainText('Said by a paper that scite does not name');
  await expect(item(NAMED[1]?.quote)).toContainText('Said by Okonkwo & Lindqvist 2023');
  await expect(item(NAMED[2]?.quote)).toContainText(`Said by “${CITING}”`);
  // None of the three is the reported paper’s own.
  await expect(panel.getByRole('button', { name: 'Tagged 3' })).toBeVisible();
  await expect(panel.locator('header')).toContainText('0 supporting, 0 contrasting, 0 mentioning');
  await expectAccessible(panel);
  await bearing.shotsOf(panel, 'said-by');
  const card = await bearing.popup(page);
  await expect(card.getByText('3 second-hand statements')).toBeVisible();
  await bearing.shotsOf(card, 'said-by-popup');
  await card.close();

  // "Not this paper?" names the unnamed one, which is the second statement's paper: they are joined.
  const unnamed = item(NAMED[0]?.quote);
  await unnamed.getByRole('button', { name: 'Not this paper?' }).click();
  await panel.getByLabel('DOI').fill('10.5555/citing.1');
  await bearing.shotsOf(panel, 'said-by-correcting');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText(/You have that paper already/)).toBeVisible();
  await panel.getByRole('button', { name: 'Join them' }).click();
  await expect(item(NAMED[0]?.quote)).toContainText('Said by Okonkwo & Lindqvist 2023');
  expect(await said()).toEqual(['10.5555/citing.1', '10.5555/citing.1', CITING]);
  await panel.getByRole('button', { name: /Undo/ }).click();
  await expect(item(NAMED[0]?.quote)).toContainText('Said by a paper that scite does not name');
  await panel.close();

  // Reopened, the report shows them where they are; the paper's own page knows what it was tagged with there.
  await page.reload();
  await expect.poll(() => paintedCount(page)).toBe(3);
  const own = `${site.url}/articles/peer-support-demo`;
  await bearing.context.route(own, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html><head><meta name="citation_title" content="${CITING}"><meta name="citation_author" content="Amara, Ada"><meta name="citation_doi" content="10.5555/citing.2"><title>${CITING}</title></head><body><article><h1>${CITING}</h1><p>${'The text of the paper itself. '.repeat(40)}</p></article></body></html>`,
    }),
  );
  const article = await bearing.open(own);
  const popup = await bearing.popup(article);
  await expect(popup.getByText('10.5555/citing.2')).toBeVisible();
  await expect(popup.getByRole('heading', { level: 1 })).toHaveText(CITING);
  await expect(popup.getByText('Tags on this paper:').locator('..')).toContainText('1');

  // The workspace names who says it and, beside it, whose report it was met on.
  const workspace = await bearing.openOwn('workspace.html#/statements');
  const line = workspace.getByRole('article').filter({ hasText: NAMED[1]?.quote ?? '' });
  await expect(line).toContainText('Okonkwo & Lindqvist 2023');
  await expect(line).toContainText('on the scite report of A demonstration of peer work (2022)');
  await expectAccessible(workspace);
  await bearing.shotsOf(workspace, 'said-by-workspace');
  await workspace.setViewportSize({ width: 400, height: 700 });
  await bearing.shotsOf(workspace, 'said-by-workspace-narrow');
});

test('the report of the seed offers 4 distinct statements of the 5 that it shows', async ({
  bearing,
}) => {
  const seed = path.resolve(
    process.env.BEARING_CORPUS ?? path.resolve(import.meta.dirname, '../../../shared/corpus'),
    '../seeds/000_e8faadd210977948.txt',
  );
  test.skip(!existsSync(seed), 'skipped: the seed pages are not at hand (set BEARING_CORPUS)');
  const lines = readFileSync(seed, 'utf8').split('\n');
  const body = lines.map((line) => `<div>${escaped(line)}</div>`).join('\n');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>[scite report]</title></head><body><main>${body}</main><footer>${FOOTER}</footer></body></html>`;
  const page = await openReport(bearing, html);
  const statements = await offered(page);
  expect(statements).toHaveLength(4);
  expect(statements.join(' ')).not.toContain('Brooklyn');
});
