#!/usr/bin/env node
/**
 * Reads saved pages with the extension's own code and prints one JSON line per page.
 *
 *   npm run -s inspect -- FILE_OR_URL... [--url ADDRESS]   a saved page, or an address to fetch
 *   npm run -s inspect -- --manifest PATH [--only TEXT]    every page of a corpus manifest
 *     --stripped     drop the page's machine metadata first
 *     --raw          indent the JSON, to be read rather than parsed
 *     --why FIELD    instead, in plain text: what was claimed of a field (doi, title, authors, year, journal, kind
 *                    ...), by which rule, and how much it counted
 *
 * The page is opened in headless Chromium under its own address, with its scripts off (a CSP of ours) and the
 * network off: the document comes from the file and every other request is refused.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { stripMetadata } from '../tests/support/strip-metadata.mjs';
import { bundleScript } from './bundle.mjs';
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

const isPdf = (bytes) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

async function readJob(context, script, job, { stripped, why }) {
  try {
    const { bytes, address } = await loadJob(job);
    if (isPdf(bytes)) {
      return { file: job.file, kind: 'none', paper: null, note: 'PDFs are not read yet.' };
    }
    const text = decodePage(bytes);
    const where = usableAddress(address ?? NOWHERE);
    return await withSavedPage(
      context,
      stripped ? stripMetadata(text) : text,
      where,
      async (page) => {
        const call = why
          ? `bearingWhy(${JSON.stringify(why)},${JSON.stringify(where)})`
          : `bearingInspect(${JSON.stringify(where)})`;
        const answer = await page.evaluate(`${script};${call}`);
        return { file: job.file, url: where, ...(why ? { claims: answer } : answer) };
      },
    );
  } catch (error) {
    const first = String(error instanceof Error ? error.message : error).split('\n')[0];
    return { file: job.file, kind: 'none', paper: null, note: `${UNREAD}: ${first}` };
  }
}

/**
 * Reads every job, a few at once, and hands each answer over in the order of the jobs.
 * @param {{file: string, source: string, url?: string}[]} jobs
 */
export async function inspectPages(jobs, { stripped = false, why, onAnswer }) {
  const script = await bundleScript('scripts/inspect-entry.ts', { name: 'bearingPage' });
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const answers = new Array(jobs.length);
    let next = 0;
    let printed = 0;
    const worker = async () => {
      while (next < jobs.length) {
        const index = next++;
        answers[index] = await readJob(context, script, jobs[index], { stripped, why });
        while (answers[printed]) onAnswer(answers[printed++]);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } finally {
    await browser.close();
  }
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
  'with --stripped the metadata is dropped first, with --raw the JSON is indented, with --why FIELD the claims ' +
  'behind a field are printed.';

const OPTIONS = {
  stripped: { type: 'boolean' },
  raw: { type: 'boolean' },
  manifest: { type: 'string' },
  url: { type: 'string' },
  why: { type: 'string' },
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

async function main() {
  const { jobs, ...options } = asked(process.argv.slice(2));
  await inspectPages(jobs, {
    stripped: options.stripped,
    why: options.why,
    onAnswer: (answer) => {
      console.log(
        options.why && !answer.note
          ? explained(answer, options.why)
          : JSON.stringify(answer, null, options.raw ? 1 : 0),
      );
      if (answer.note?.startsWith(UNREAD)) process.exitCode = 1;
    },
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
