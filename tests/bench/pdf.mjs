/**
 * PDFs in the reader's page beside pdf.js's own viewer components on the same files, by turns in one browser: how long
 * until the first page is painted, and what the renderer's process holds after all pages have been scrolled through. And
 * in Node: reading a file's structure beside pdf.js's own reading of its text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import vm from 'node:vm';
import { root } from '../../scripts/browser.mjs';
import { until } from '../../scripts/drive.mjs';
import { corpusFolder, inCorpus } from './corpus.mjs';
import { Reader } from './reader.mjs';
import { clock, median } from './samples.mjs';

const PAGES = 500;
const ROUNDS = 5;
/** What is allowed, as many times pdf.js alone. */
const ALLOWED = { paint: 1.15, memory: 1.15, structure: 3 };
/** The given PDF with the most pages. */
const GIVEN = 'neg-cancer-council-booklet.pdf';
const LONG_MS = 120_000;
/**
 * No further round begins after so long, for each file: reading in Node, scrolling, and opening. So the bench ends within minutes
 * on a slow machine as well; every measure is taken once at least, and n tells how often.
 */
const READING_MS = 40_000;
const SCROLLING_MS = 60_000;
const OPENING_MS = 120_000;
const MB = 1e6;

const TYPES = {
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
};

/** Serves the files, the plain page, and pdf.js's packages for it. */
async function serve(files) {
  const server = http.createServer(({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const inside = /^\/pdfjs\/([\w./-]+)$/.exec(pathname)?.[1];
    const place = inside
      ? path.join(root, 'node_modules/pdfjs-dist', inside)
      : path.join(root, 'tests/bench/pdf', path.basename(pathname));
    try {
      const file = files.find(({ name }) => pathname === `/${name}`);
      const body = file?.bytes ?? readFileSync(place);
      const type = file
        ? 'application/pdf'
        : (TYPES[path.extname(place)] ?? 'application/octet-stream');
      response.writeHead(200, { 'content-type': type, 'content-length': body.length });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, 'localhost', done));
  return { at: `http://localhost:${server.address().port}`, close: () => server.close() };
}

/** Runs in a page before its scripts: notes when the first page has been painted, from the beginning of the navigation. */
function watchFirstPage() {
  const watch = new MutationObserver(() => {
    if (
      !document.querySelector('.page[data-page-number="1"][data-loaded]:not(.loadingIcon) canvas')
    )
      return;
    watch.disconnect();
    globalThis.firstPagePainted = performance.now();
  });
  watch.observe(document, { subtree: true, childList: true, attributes: true });
}

/** Runs in a page: goes to one page after the other, and waits for the paint of every 25th. */
async function scrollThrough() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const pages = document.querySelectorAll('.pdfViewer .page');
  for (const [i, page] of pages.entries()) {
    page.scrollIntoView();
    await frame();
    const isPainted = () => page.matches('[data-loaded]:not(.loadingIcon)');
    for (
      const end = performance.now() + 5_000;
      i % 25 === 24 && !isPainted() && performance.now() < end;
    )
      await frame();
  }
  return pages.length;
}

/** Renderers of this browser, by their process ids: those that run an extension, and the others. */
function renderers(profile) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return line.includes('--type=renderer') && line.includes(profile) ? [{ pid, line }] : [];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

/** What a process holds that is its own, in bytes: pages of memory that it shares with others count in part. */
function held(pid) {
  const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(found[1]) * 1_024;
}

/** Opens a file in a tab, has `use` look at it, and closes the tab. */
async function inTab(reader, address, use) {
  const page = await reader.context.newPage();
  try {
    await page.addInitScript(watchFirstPage);
    await page.goto(address);
    return await use(page);
  } finally {
    await page.close();
  }
}

/** How long a file takes until its first page is painted, in milliseconds. */
const opening = (reader, address) =>
  inTab(reader, address, async (page) => ({
    paint: await until(
      'the first page to be painted',
      () => page.evaluate(() => globalThis.firstPagePainted),
      LONG_MS,
    ),
  }));

/** The most that one of the renderers holds: of the extension, or of web pages. */
function most(reader, ofExtension) {
  const mine = renderers(reader.profile).filter(
    ({ line }) => line.includes('--extension-process') === ofExtension,
  );
  return Math.max(0, ...mine.map(({ pid }) => held(pid)));
}

/** What is held after all pages have been in sight. The reader may begin where it was left: any page will do. */
function scrolling(reader, address, isOurs) {
  const before = isOurs ? most(reader, true) : 0;
  return inTab(reader, address, async (page) => {
    await page
      .locator('.page[data-loaded]:not(.loadingIcon) canvas')
      .first()
      .waitFor({ timeout: LONG_MS });
    if (isOurs)
      await page
        .locator('.text article > *')
        .first()
        .waitFor({ state: 'attached', timeout: LONG_MS });
    const pages = await page.evaluate(scrollThrough);
    const cdp = await reader.context.newCDPSession(page);
    for (let i = 0; i < 3; i++) {
      await cdp.send('HeapProfiler.collectGarbage');
      // What one collection lets go of, idle time frees.
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    }
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    return { memory: most(reader, isOurs), heap: usedSize, before, pages };
  });
}

const number = (value) => Number(value.toPrecision(3));

/** A row of the table: medians, and the ratio of each pair. */
function row(ours, plain, allowed) {
  const ratio = median(ours.map((value, i) => value / plain[i]));
  const holds = allowed ? (ratio <= allowed ? 'holds' : 'does NOT hold') : '';
  return {
    ours: number(median(ours)),
    'pdf.js': number(median(plain)),
    ratio: number(ratio),
    allowed,
    holds,
    n: ours.length,
  };
}

/**
 * Takes one measure of both sides by turns, until its rounds are done or time is up, and prints each at once: what is known is not
 * lost if the run is stopped.
 */
async function byPairs(what, sides, limit, measure) {
  const got = { ours: [], plain: [] };
  const late = clock(limit);
  for (let round = 0; round < ROUNDS && (round === 0 || !late()); round++)
    for (const [which, address] of round % 2 ? [...sides].reverse() : sides) {
      const one = await measure(address, which === 'ours');
      got[which].push(one);
      const values = Object.entries(one).map(([name, value]) => `${name} ${Math.round(value)}`);
      console.log(`${what}, round ${round + 1}, ${which}: ${values.join(', ')}`);
    }
  return (name, unit) => [got.ours, got.plain].map((all) => all.map((one) => one[name] / unit));
}

async function inBrowser(side, file) {
  const { name } = file;
  const table = {};
  const server = await serve([file]);
  const reader = await Reader.start(side);
  try {
    const url = `${server.at}/${name}`;
    const sides = [
      ['ours', `chrome-extension://${reader.id}/pdf.html?file=${url}`],
      ['plain', `${server.at}/plain.html?file=${url}`],
    ];
    // Before any scrolling: the reader opens a file where it was left.
    const opened = await byPairs(`${name}, opening`, sides, OPENING_MS, (address) =>
      opening(reader, address),
    );
    table[`${name}: first page painted, ms`] = row(...opened('paint', 1), ALLOWED.paint);
    const scrolled = await byPairs(`${name}, scrolling`, sides, SCROLLING_MS, (address, isOurs) =>
      scrolling(reader, address, isOurs),
    );
    const pages = scrolled('pages', 1)[0][0];
    table[`${name}: renderer after ${pages} pages, MB`] = row(
      ...scrolled('memory', MB),
      ALLOWED.memory,
    );
    table[`${name}: of that, the page's script heap, MB`] = row(...scrolled('heap', MB));
    // The extension's pages share one process with its background, which is there without any file.
    const [before] = scrolled('before', MB);
    table[`${name}: of that, before the file was opened, MB`] = {
      ours: number(median(before)),
      n: before.length,
    };
    return table;
  } finally {
    await reader.close();
    server.close();
  }
}

/** Reading a file beside pdf.js's own reading of the text of its pages, in Node. */
async function inNode(reading, { name, bytes }) {
  const table = {};
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const data = (folder) => `${path.join(root, 'node_modules/pdfjs-dist', folder)}/`;
  const got = { ours: [], plain: [] };
  const late = clock(READING_MS);
  for (let round = 0; round < ROUNDS && (round === 0 || !late()); round++) {
    const opening = pdfjs.getDocument({
      ...{ data: new Uint8Array(bytes), verbosity: 0, cMapPacked: true },
      ...{ cMapUrl: data('cmaps'), standardFontDataUrl: data('standard_fonts') },
    });
    const document = await opening.promise;
    const began = performance.now();
    for (let number = 1; number <= document.numPages; number++)
      await (await document.getPage(number)).getTextContent({ disableNormalization: true });
    got.plain.push(performance.now() - began);
    const file = await reading.loadPdf(document);
    const loaded = performance.now();
    // As a worker sends it: what is read when it is asked for is asked for.
    structuredClone(reading.readForViewer(file));
    got.ours.push(performance.now() - loaded);
    await opening.destroy();
  }
  table[`${name}: structure beside getTextContent, ms`] = row(
    got.ours,
    got.plain,
    ALLOWED.structure,
  );
  return table;
}

export async function benchPdf(sides) {
  const side = sides.find(({ name }) => name === 'now');
  const reading = vm.runInThisContext(
    `${await side.bundle('tests/bench/pdf-entry.ts', { name: 'bearingPdf' })};bearingPdf`,
  );
  const files = [{ name: `${PAGES}-pages.pdf`, bytes: Buffer.from(reading.longPdf(PAGES)) }];
  if (inCorpus('pdf', 'manifest.json'))
    files.push({
      name: GIVEN,
      bytes: readFileSync(path.join(corpusFolder(), '../corpus-pdf/pdf', GIVEN)),
    });
  // One after the other: what is known is printed, however long the rest takes.
  for (const part of [inNode.bind(null, reading), inBrowser.bind(null, side)])
    for (const file of files) console.table(await part(file));
}
