/**
 * A paper with 5,000 tagged statements in the built extension: how long the restore takes, how long the page and
 * the side panel beside it take to show them, and the longest task that either runs. Beside the same page
 * and panel with 50 tags, in the same browser.
 */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import path from 'node:path';
import { findBrowser, root } from '../../scripts/browser.mjs';
import { clickToolbarButton, surface, until } from '../../scripts/drive.mjs';
import { bundlePageScript } from '../../scripts/inspect.mjs';
import { launchWithExtension, makeProfile, removeProfile } from '../../scripts/launch.mjs';

const EXTENSION = path.join(root, '.output', 'chrome-mv3');
const SIZES = [50, 5_000];
const SYLLABLES = 'ba ce di fo gu ha li mo nu pe ra si to vu wa xe yo za bri cla dre fle'.split(
  ' ',
);

/** Sentence `i` of an invented article: 18 words of an invented language, no two sentences alike. */
function sentence(i) {
  let seed = (i + 1) * 2654435761;
  const next = (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const word = () =>
    Array.from({ length: 1 + next(3) }, () => SYLLABLES[next(SYLLABLES.length)]).join('');
  const words = Array.from({ length: 18 }, word).join(' ');
  return `In service ${i} ${words} was reported [${(i % 60) + 1}].`;
}

function article(doi, quotes) {
  const paragraphs = [];
  for (let i = 0; i < quotes.length; i += 8)
    paragraphs.push(`<p>${quotes.slice(i, i + 8).join(' ')}</p>`);
  const references = Array.from(
    { length: 60 },
    (_, i) => `<li id="r${i + 1}">Author A${i}. An invented work ${i + 1}. Journal. 2020.</li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Invented</title>
<meta name="citation_title" content="An invented study of many statements"><meta name="citation_doi" content="${doi}">
<meta name="citation_author" content="Bench, A."><meta name="citation_journal_title" content="Bench"></head><body><main>
<h1>An invented study of many statements</h1><h2>Results</h2>${paragraphs.join('\n')}
<h2>References</h2><ol>${references.join('\n')}</ol></main></body></html>`;
}

/** The longest task of a page so far, in milliseconds; 0 when none was over 50. */
const longestTask = (page) =>
  page.evaluate(
    () =>
      new Promise((done) => {
        let longest = 0;
        const watch = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        });
        watch.observe({ type: 'longtask', buffered: true });
        setTimeout(() => done(longest), 100);
      }),
  );

async function openPanel(context, profile, id, page) {
  await clickToolbarButton(context, id, page);
  const popup = await surface(profile, `chrome-extension://${id}/popup.html`);
  const start = performance.now();
  await popup
    .getByRole('button', { name: 'Side panel' })
    .click()
    .catch((error) => {
      if (!popup.isClosed()) throw error;
    });
  const panel = await surface(profile, 'sidepanel.html');
  await panel.locator('[data-quote]').first().waitFor();
  return { panel, ms: performance.now() - start };
}

async function measure(size, script, origin, executablePath) {
  const profile = makeProfile(EXTENSION);
  const { context, id } = await launchWithExtension({
    executablePath,
    extension: EXTENSION,
    profile,
  });
  try {
    const url = `${origin}/${size}`;
    const quotes = Array.from({ length: size }, (_, i) => sentence(i));
    const own = await context.newPage();
    await own.goto(`chrome-extension://${id}/icon/16.png`);
    await own.evaluate(script);
    const restore = await own.evaluate(
      ([at, all]) => globalThis.bearingBench.fill(at, '10.5555/bench', all),
      [url, quotes],
    );
    await own.close();
    const page = await context.newPage();
    const start = performance.now();
    await page.goto(url);
    await page.bringToFront();
    const painted = () =>
      page.evaluate(
        () =>
          ['reading-1', 'reading-3', 'reading-4']
            .map((name) => CSS.highlights.get(name)?.size ?? 0)
            .reduce((a, b) => a + b, 0),
        undefined,
      );
    await until('all statements to be painted', async () =>
      (await painted()) === size ? true : undefined,
    );
    const paint = performance.now() - start;
    const pageTask = await longestTask(page);
    const { panel, ms } = await openPanel(context, profile, id, page);
    const panelTask = await longestTask(panel);
    await panel.getByRole('searchbox').fill('service 7');
    await panel.locator('[data-quote]').filter({ hasText: 'In service 7' }).first().waitFor();
    const filterTask = await longestTask(panel);
    return {
      'restore ms': Math.round(restore),
      'page painted ms': Math.round(paint),
      'longest task in the page ms': Math.round(pageTask),
      'panel shown ms': Math.round(ms),
      'longest task in the panel ms': Math.round(panelTask),
      'with filtering ms': Math.round(filterTask),
      'rows in the panel': await panel.locator('[data-quote]').count(),
    };
  } finally {
    await context.close();
    removeProfile(profile);
  }
}

/** Prints the table; @returns its rows by size */
export async function benchPanel() {
  const build = spawnSync(path.join(root, 'node_modules/.bin/wxt'), ['build'], { cwd: root });
  if (build.status !== 0) throw new Error(`The extension could not be built: ${build.stderr}`);
  const script = await bundlePageScript(path.join(root, 'tests/bench/panel-entry.ts'));
  const server = createServer((request, response) => {
    const size = Number(request.url?.slice(1));
    const quotes = Array.from({ length: size || 0 }, (_, i) => sentence(i));
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(article('10.5555/bench', quotes));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    const rows = {};
    const executablePath = await findBrowser();
    for (const size of SIZES)
      rows[`${size} tags`] = await measure(
        size,
        script,
        `http://127.0.0.1:${server.address().port}`,
        executablePath,
      );
    console.table(rows);
    console.log('panel: tasks of 50 ms and less are not told by the browser and stand as 0');
    return rows;
  } finally {
    server.close();
  }
}

if (process.argv[1] === import.meta.filename) await benchPanel();
