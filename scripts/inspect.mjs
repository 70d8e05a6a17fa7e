#!/usr/bin/env node
/**
 * Reads saved pages and PDFs with the extension's own code and prints one JSON line for each.
 *
 *   npm run -s inspect -- FILE_OR_URL... [--url ADDRESS]   a saved page or a PDF, or an address to fetch
 *   npm run -s inspect -- --manifest PATH [--only TEXT]    every page and PDF of a corpus manifest
 *     --stripped     drop the page's machine metadata first
 *     --raw          indent the JSON, to be read rather than parsed
 *     --why FIELD    instead, in plain text: what was claimed of a field (doi, title, authors, year, journal, kind
 *                    ...), by which rule, and how much it counted
 *     --text         instead, the text of PDFs in reading order
 *     --time         besides, on the error output, how long PDFs took: the median, the 95th percentile, the longest
 *
 * A page is opened in headless Chromium under its own address, with its scripts off (a CSP of ours) and the
 * network off: the document comes from the file and every other request is refused. PDFs are read
 * without a browser (inspect-pdf.mjs).
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { stripMetadata } from '../tests/support/strip-metadata.mjs';
import { bundleScript } from './bundle.mjs';
import { pdfReader } from './inspect-pdf.mjs';
import { stopForUsage } from './usage.mjs';

const root = path.resolve(import.meta.dirname, '..');
/** The address of a saved page whose own one nobody knows: says nothing about a publisher. */
const NOWHERE = 'https://unknown.invalid/page';
const AT_ONCE = 3;
/** How the note of a page begins that could not be opened at all. */
const UNREAD = 'Could not be read';

/**
 * The text of a saved page. Bytes that are valid UTF-8 are UTF-8, whatever the page says (saving tools
 * re-encode and leave the old label); else the label in the page; else windows-1252, as browsers do.
 */
export function decodePage(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
    const label =
      /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? 'windows-1252';
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }
}

/** Chromium to read with: CHROMIUM_PATH, the project's own finder, or the usual places. */
async function chromiumPath() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const finder = path.join(root, 'scripts/browser.mjs');
  if (existsSync(finder)) {
    const { ensureBrowser } = await import(pathToFileURL(finder).href);
    const found = await ensureBrowser();
    const place = typeof found === 'string' ? found : (found?.executablePath ?? found?.path);
    if (place) return place;
  }
  return [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((place) => existsSync(place));
}

/** A browser for saved pages; `close()` it. */
export async function openBrowser() {
  const { chromium } = await import('@playwright/test');
  return chromium.launch({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/**
 * Opens a saved page in `context` under `address` and hands the ready Playwright page to `use`.
 * Every request but the first document is refused; the page's scripts are switched off by a CSP header, which
 * leaves `<noscript>` as unparsed as it is for a reader.
 */
export async function withSavedPage(context, html, address, use) {
  const page = await context.newPage();
  let served = false;
  await page.route('**/*', (route) => {
    const request = route.request();
    if (served || !request.isNavigationRequest() || request.frame() !== page.mainFrame()) {
      return route.abort();
    }
    served = true;
    return route.fulfill({
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "script-src 'none'; object-src 'none'; frame-src 'none'",
      },
      body: html,
    });
  });
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 30_000 });
    return await use(page);
  } finally {
    await page.close();
  }
}

/** An address as the browser would take it; one that is no http(s) address counts as unknown. */
function usableAddress(address) {
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) ? url.href : NOWHERE;
  } catch {
    return NOWHERE;
  }
}

async function loadJob(job) {
  if (!/^https?:\/\//i.test(job.source))
    return { bytes: readFileSync(job.source), address: job.url };
  const answer = await fetch(job.source);
  if (!answer.ok) throw new Error(`${job.source} answered ${answer.status}`);
  return { bytes: new Uint8Array(await answer.arrayBuffer()), address: job.url ?? answer.url };
}

/** By its mark, or by its name: what is called a PDF and is none is damaged. */
const isPdf = (bytes, name) =>
  /\.pdf$/i.test(name) || Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

/** A value that is made when it is first asked for. */
function once(make) {
  let made;
  return () => {
    made ??= make();
    return made;
  };
}

async function readPdf(tools, job, bytes, { why, text }) {
  const { answer, times } = await (await tools.pdf()).read(bytes, { why, text });
  if (times) tools.times.push(times);
  return { file: job.file, ...answer };
}

async function readPage(tools, job, bytes, address, { stripped, why }) {
  const { context, script } = await tools.page();
  const text = decodePage(bytes);
  const where = usableAddress(address ?? NOWHERE);
  return withSavedPage(context, stripped ? stripMetadata(text) : text, where, async (page) => {
    const call = why
      ? `bearingWhy(${JSON.stringify(why)},${JSON.stringify(where)})`
      : `bearingInspect(${JSON.stringify(where)})`;
    const answer = await page.evaluate(`${script};${call}`);
    return { file: job.file, url: where, ...(why ? { claims: answer } : answer) };
  });
}

async function readJob(tools, job, asked) {
  try {
    const { bytes, address } = await loadJob(job);
    if (isPdf(bytes, job.file)) return await readPdf(tools, job, bytes, asked);
    if (asked.text) return { file: job.file, kind: 'none', paper: null, note: 'Not a PDF.' };
    return await readPage(tools, job, bytes, address, asked);
  } catch (error) {
    const first = String(error instanceof Error ? error.message : error).split('\n')[0];
    return { file: job.file, kind: 'none', paper: null, note: `${UNREAD}: ${first}` };
  }
}

/**
 * Reads every job, a few at once, and hands each answer over in the order of the jobs.
 * @param {{file: string, source: string, url?: string}[]} jobs
 * @returns {Promise<{load: number, read: number}[]>} how long each PDF took, in milliseconds
 */
export async function inspectPages(jobs, { stripped = false, why, text, onAnswer }) {
  const browser = once(openBrowser);
  let opened = false;
  const tools = {
    pdf: once(pdfReader),
    page: once(async () => {
      opened = true;
      const context = await (await browser()).newContext({ serviceWorkers: 'block' });
      const script = await bundleScript('scripts/inspect-entry.ts', { name: 'bearingPage' });
      return { context, script };
    }),
    times: [],
  };
  try {
    const answers = new Array(jobs.length);
    let next = 0;
    let printed = 0;
    const worker = async () => {
      while (next < jobs.length) {
        const index = next++;
        answers[index] = await readJob(tools, jobs[index], { stripped, why, text });
        while (answers[printed]) onAnswer(answers[printed++]);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } finally {
    if (opened) await (await browser()).close();
  }
  return tools.times;
}

function manifestJobs(file, only) {
  const folder = path.dirname(path.resolve(file));
  return JSON.parse(readFileSync(file, 'utf8'))
    .filter((one) => one.kind !== 'api' && (!only || one.file.includes(only)))
    .map((one) => ({
      file: one.file,
      source: path.join(folder, one.file),
      url: one.url ?? undefined,
    }));
}

const USAGE =
  'Usage: npm run -s inspect -- FILE_OR_URL ... [--url ADDRESS], or --manifest PATH [--only TEXT]; ' +
  'with --stripped the metadata of pages is dropped first, with --raw the JSON is indented, with --why FIELD the claims ' +
  'behind a field are printed; of PDFs, --text prints the text and --time how long they took.';

const OPTIONS = {
  stripped: { type: 'boolean' },
  raw: { type: 'boolean' },
  manifest: { type: 'string' },
  url: { type: 'string' },
  why: { type: 'string' },
  text: { type: 'boolean' },
  time: { type: 'boolean' },
  only: { type: 'string' },
};

/** What was asked for; a wrong word ends the process with the usage. */
function asked(args) {
  stopForUsage(args, { usage: USAGE, options: Object.keys(OPTIONS).map((name) => `--${name}`) });
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
    const jobs = [
      ...(values.manifest ? manifestJobs(values.manifest, values.only) : []),
      ...positionals.map((source) => ({ file: source, source, url: values.url })),
    ];
    if (!jobs.length) throw new Error('There is no page to read.');
    return { ...values, jobs };
  } catch (error) {
    console.error(`${error.message.replace(/\.?$/, '.')} ${USAGE}`);
    process.exit(2);
  }
}

const shown = (value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'));

/** The claims behind a field as lines of text. */
function explained({ file, claims: fields }, name) {
  if (!fields.length) return `${file}: nothing was asked of ${name}.`;
  return fields
    .flatMap(({ field, value, claims }) => [
      `${file}: ${field} is ${shown(value)}`,
      ...claims.map(({ rule, value: claimed, source, points, because, where }) => {
        const counted = points === undefined ? '' : `${Number(points.toFixed(2))} points`;
        const why = [counted, source && `source ${source}`, because, where && `in ${where}`];
        return `  ${rule}: ${shown(claimed)} (${why.filter(Boolean).join('; ')})`;
      }),
    ])
    .join('\n');
}

/** Times in one line: of opening a file with pdf.js and of reading it, in milliseconds. */
function timeLine(times) {
  const at = (name, part) => {
    const sorted = times.map((one) => one[name]).sort((a, b) => a - b);
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0);
  };
  const line = (name) => `${at(name, 0.5)} median, ${at(name, 0.95)} p95, ${at(name, 1)} longest`;
  return `${times.length} PDFs, ms: pdf.js ${line('load')}; reading ${line('read')}`;
}

function printed(answer, { why, text, raw }) {
  if (answer.note) return JSON.stringify(answer);
  if (why) return explained(answer, why);
  return text ? answer.text : JSON.stringify(answer, null, raw ? 1 : 0);
}

async function main() {
  const { jobs, ...options } = asked(process.argv.slice(2));
  const times = await inspectPages(jobs, {
    stripped: options.stripped,
    why: options.why,
    text: options.text,
    onAnswer: (answer) => {
      console.log(printed(answer, options));
      if (answer.note?.startsWith(UNREAD)) process.exitCode = 1;
    },
  });
  if (options.time) console.error(timeLine(times));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
