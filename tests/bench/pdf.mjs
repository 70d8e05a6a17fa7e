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
/** No further pair is scrolled through after so long, for each file. */
const SCROLLING_MS = 60_000;
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

async function measure(reader, address, isOurs, scrolls) {
  const page = await reader.context.newPage();
  try {
    await page.addInitScript(watchFirstPage);
    await page.goto(address);
    const paint = await until(
      'the first page to be painted',
      () => page.evaluate(() => globalThis.firstPagePainted),
      LONG_MS,
    );
    if (!scrolls) return { paint };
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
    const all = renderers(reader.profile);
    const mine = isOurs
      ? all.filter(({ line }) => line.includes('--extension-process'))
      : all.filter(({ line }) => !line.includes('--extension-process'));
    const memory = Math.max(...mine.map(({ pid }) => held(pid)));
    return { paint, memory, heap: usedSize, pages };
  } finally {
    await page.close();
  }
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

async function inBrowser(side, file) {
  const { name } = file;
  const table = {};
  const server = await serve([file]);
  const reader = await Reader.start(side);
  try {
    const late = clock(SCROLLING_MS);
    const got = { ours: [], plain: [] };
    const url = `${server.at}/${name}`;
    const sides = [
      ['ours', `chrome-extension://${reader.id}/pdf.html?file=${url}`],
      ['plain', `${server.at}/plain.html?file=${url}`],
    ];
    for (let round = 0; round < ROUNDS; round++) {
      // Scrolling takes longest: pairs for which time is up are measured without it, and n tells how many are left.
      const scrolls = round === 0 || !late();
      for (const [which, address] of round % 2 ? [...sides].reverse() : sides)
        got[which].push(await measure(reader, address, which === 'ours', scrolls));
    }
    const of = (what, unit) =>
      ['ours', 'plain'].map((which) =>
        got[which].filter((one) => what in one).map((one) => one[what] / unit),
      );
    table[`${name}: first page painted, ms`] = row(...of('paint', 1), ALLOWED.paint);
    table[`${name}: renderer after ${got.ours[0].pages} pages, MB`] = row(
      ...of('memory', MB),
      ALLOWED.memory,
    );
    table[`${name}: of that, the page's script heap, MB`] = row(...of('heap', MB));
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
  for (let round = 0; round < ROUNDS; round++) {
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
