/**
 * What leaves and comes in of a large review: 10,000 tags on 1,000 papers into each format, and 10,000 references of a library
 * (RIS) onto its reading list. From the press of the button until the file is there, or until the list has them; the page's
 * longest task meanwhile (those under 50 ms do not count, and give 0); and the most memory that the page's process, with the
 * worker that writes or reads, held meanwhile, beside what it held before (Linux only).
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { browserSession } from '../../scripts/drive.mjs';
import { backupOf, startJournal } from '../fixtures/papers.mjs';
import { Reader, timed, watchLongTasks } from './reader.mjs';
import { byTurns, clock, Samples } from './samples.mjs';

const ROUNDS = 3;
const PAPERS = Array.from({ length: 1_000 }, (_, number) => ({ number, sentences: 10, tags: 10 }));
const REFERENCES = 10_000;
const LIMIT_MS = 240_000;
const MEASURE_MS = 600_000;
const MB = 1_024;

const room = (reader) => reader.openOwn('workspace.html#/exchange');

export async function benchExchange(sides) {
  const journal = await startJournal();
  const samples = new Samples();
  try {
    const backup = backupOf(PAPERS, journal.url);
    await byTurns(sides, ROUNDS, clock(MEASURE_MS), async (side) => {
      const reader = await Reader.start(side);
      try {
        await reader.restore(backup, LIMIT_MS);
        for (const format of await formatsOf(reader))
          samples.add(side, await leaves(reader, format));
        samples.add(side, await comesIn(reader));
      } finally {
        await reader.close();
      }
    });
    samples.print();
  } finally {
    journal.close();
  }
}

const BUTTON = 'button[aria-label^="Export: "]';

async function formatsOf(reader) {
  const page = await room(reader);
  try {
    await page.locator(BUTTON).first().waitFor();
    return await page.locator(BUTTON).evaluateAll((all) => all.map((one) => one.ariaLabel));
  } finally {
    await page.close();
  }
}

/** A page of its own for each, so that none has the memory of the one before. */
async function leaves(reader, label) {
  const page = await room(reader);
  try {
    const button = page.getByRole('button', { name: label, exact: true });
    await button.waitFor();
    // What the room counts for itself is not the export's.
    await page
      .getByRole('button', { name: 'Copy the map as text' })
      .and(page.locator(':enabled'))
      .waitFor();
    const seen = await watch(reader, page);
    let file;
    const ms = await timed(async () => {
      const coming = page.waitForEvent('download', { timeout: LIMIT_MS });
      const refused = page.getByRole('alert').textContent({ timeout: LIMIT_MS });
      await button.click();
      const first = await Promise.race([coming, refused]);
      if (typeof first === 'string' || !first) throw new Error(`${label}: ${first}`);
      file = await first.path();
    });
    const size = statSync(file).size;
    return measures(label.replace('Export: ', ''), { ms, ...(await seen()), size });
  } finally {
    await page.close();
  }
}

async function comesIn(reader) {
  const file = path.join(reader.profile, 'library.ris');
  writeFileSync(file, library());
  const page = await room(reader);
  try {
    await page.getByLabel('Files to import').waitFor();
    const take = page.getByRole('button', { name: 'Import', exact: true });
    const seen = await watch(reader, page);
    const previewed = await timed(async () => {
      await page.getByLabel('Files to import').setInputFiles(file);
      await take.waitFor({ timeout: LIMIT_MS });
    });
    const listed = await timed(async () => {
      await take.click();
      await page.getByRole('heading', { name: 'Imported' }).waitFor({ timeout: LIMIT_MS });
    });
    const name = `${REFERENCES.toLocaleString('en')} references, RIS in`;
    const size = statSync(file).size;
    const came = await seen();
    const taken = await watch(reader, page);
    const back = await timed(async () => {
      await page.getByRole('button', { name: 'Undo the import' }).click();
      await page.getByText('The import was taken back.').waitFor({ timeout: LIMIT_MS });
    });
    return {
      [`${name}: until previewed, ms`]: previewed,
      ...measures(name, { ms: listed, ...came, size }),
      [`${name}: taken back, ms`]: back,
      [`${name}: taken back, longest task, ms`]: (await taken()).longest,
    };
  } finally {
    await page.close();
  }
}

const measures = (name, { ms, longest, held, most, size }) => ({
  [`${name}: ms`]: ms,
  [`${name}: longest task, ms`]: longest,
  ...(most && { [`${name}: memory at most, MB`]: most, [`${name}: memory before, MB`]: held }),
  [`${name}: file, kB`]: size / 1_024,
});

/** @returns {Promise<() => Promise<{ longest: number, held?: number, most?: number }>>} what was seen since */
async function watch(reader, page) {
  await page.evaluate(watchLongTasks);
  const status = await processOf(reader);
  const held = status && resetPeak(status);
  return async () => ({
    longest: await page.evaluate(() => globalThis.longestTask),
    ...(status && { held, most: memory(status, 'VmHWM') }),
  });
}

/** The folder in /proc of the process of Bearing's pages and their workers; undefined where there is no /proc. */
async function processOf(reader) {
  if (process.platform !== 'linux') return undefined;
  const ids = await browserSession(reader.context, async (cdp) => {
    const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  });
  return ids
    .map((id) => `/proc/${id}`)
    .find((folder) => readFileSync(`${folder}/cmdline`, 'utf8').includes('--extension-process'));
}

const memory = (folder, what) =>
  Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`${folder}/status`, 'utf8'))?.[1]) / MB;

function resetPeak(folder) {
  // Linux counts the highest mark anew from here.
  writeFileSync(`${folder}/clear_refs`, '5');
  return memory(folder, 'VmRSS');
}

function library() {
  return Array.from({ length: REFERENCES }, (_, i) =>
    [
      ...['TY  - JOUR', `AU  - Bench, ${i % 26}.`, `TI  - An invented work of the library, ${i}`],
      ...[
        'T2  - Bench',
        'PY  - 2020',
        `DO  - 10.5555/library.${i}`,
        `AB  - ${'Words of it. '.repeat(40)}`,
      ],
      ...['ER  - ', ''],
    ].join('\r\n'),
  ).join('\r\n');
}
