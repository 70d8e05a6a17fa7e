/** What each script of ours that a page gets weighs, and how long the browser takes to evaluate it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { median } from './samples.mjs';

const LOADS = 7;
const STARTS = 3;
/** Trace events in which the browser runs a script for the first time. */
const EVALUATIONS = new Set(['EvaluateScript', 'v8.evaluateModule']);

/** Milliseconds of evaluation by script, for one load of a page. */
async function traced(reader, page, load) {
  const browser = reader.context.browser();
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] });
  await load();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const costs = new Map();
  const own = `chrome-extension://${reader.id}/`;
  for (const { name, dur, args } of traceEvents) {
    const url = args?.data?.url ?? args?.fileName;
    if (!EVALUATIONS.has(name) || !dur || !url?.startsWith(own)) continue;
    const file = new URL(url).pathname.slice(1);
    costs.set(file, (costs.get(file) ?? 0) + dur / 1_000);
  }
  return costs;
}

/** Prints one row a script. @param {string} url a page with so many tags */
export async function scriptCosts(side, reader, url, tags) {
  const page = await reader.open(url);
  const costs = new Map();
  const note = (one) => {
    for (const [file, ms] of one) costs.set(file, [...(costs.get(file) ?? []), ms]);
  };
  const load = async () => {
    await page.reload();
    await reader.untilPainted(page, tags);
  };
  for (let i = 0; i < LOADS; i++) note(await traced(reader, page, load));
  for (let i = 0; i < STARTS; i++) {
    await load();
    // The popup's own scripts have run before it is pressed.
    const popup = await reader.popup(page);
    note(await traced(reader, page, () => reader.ui.startFromPopup(popup, page)));
  }
  await page.close();
  const rows = {};
  for (const [file, values] of costs) {
    const on = path.join(side.extension, file);
    const code = existsSync(on) ? readFileSync(on) : Buffer.alloc(0);
    rows[`${side.name}: ${file}`] = {
      kB: Math.round(code.length / 1_000),
      'gzipped kB': Math.round(gzipSync(code, { level: 9 }).length / 1_000),
      'median ms': Math.round(median(values) * 100) / 100,
      'most ms': Math.round(Math.max(...values) * 100) / 100,
      n: values.length,
    };
  }
  console.table(rows);
  return rows;
}
