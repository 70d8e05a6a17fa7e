/** A scite report: its distinct statements are offered in place, scite's class stays a machine label. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chosenText, paintedCount, startFromPopup, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect, test } from '../support/extension';

const REPORT = 'https://scite.ai/reports/a-demonstration-of-peer-AbCdE';
const FOOTER =
  'scite is a Brooklyn-based organization that helps researchers better discover and understand research articles through Smart Citations.';

interface Shown {
  quote: string;
  label: string;
  section?: string;
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
    ({ quote, label, section }) =>
      `<div class="card"><p>“…${escaped(quote)}…”</p>${section ? `<p>Section: ${escaped(section)}</p>` : ''}` +
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
    return { statements: await all('statements'), tags: await all('tags') };
  });
  expect(stored.statements).toHaveLength(1);
  expect(stored.statements[0]).toMatchObject({
    section: { title: 'Results', kind: 'results' },
    machineLabels: [{ by: 'scite', label: 'supporting', confidence: 0.99 }],
  });
  expect(stored.tags[0]).toMatchObject({ stance: 'contrasting', basis: 'second-hand' });
  // It comes back where it stood.
  await page.reload();
  await expect.poll(() => paintedCount(page)).toBe(1);
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
