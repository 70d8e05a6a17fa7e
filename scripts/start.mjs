/**
 * `npm start`: installs what is missing, builds Bearing, serves the demonstration journal on this
 * machine and opens a browser on it with Bearing loaded.
 *
 *   npm start                 the demonstration article
 *   npm start -- URL          that page instead
 *   npm start -- --headless   no window: the demonstration is played and each step printed; with a URL, what Bearing
 *                             makes of that page. This is also what happens on a machine without a display. Exit
 *                             code 1 when a step fails.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBrowser, ensureDeps, root } from './browser.mjs';
import { stopForUsage } from './usage.mjs';

const DEMO_PATH = '/articles/peer-support-demo';
const DEMO_PORT = 4310;

const words = process.argv.slice(2);
const wanted = words.find((word) => !word.startsWith('-'));
const noDisplay =
  process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const headless = words.includes('--headless') || noDisplay;

function fail(error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

stopForUsage(words, {
  usage:
    'Usage: npm start -- [URL] [--headless]; without a URL it opens the demonstration article.',
  options: ['--headless'],
});
if (wanted && !URL.canParse(wanted)) fail(`"${wanted}" is not an address; begin it with https://`);

/** Prints what the build printed only where it failed: its warnings are about packages, and for their authors. */
function buildExtension() {
  const wxt = path.join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { status, error, output } = spawnSync(process.execPath, [wxt, 'build'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`Bearing could not be built.\n${error?.message ?? output.join('').trim()}`);
}

let executablePath;
try {
  ensureDeps();
  executablePath = await ensureBrowser();
  console.log('Building Bearing …');
  buildExtension();
} catch (error) {
  fail(error);
}

const { launchWithExtension, makeProfile, removeProfile } = await import('./launch.mjs');
const { visit } = await import('./drive.mjs');
const { start } = await import('../tests/fixtures/server.mjs');

const extension = path.join(root, '.output', 'chrome-mv3');
// A known port, so that a second start shows the same addresses; any other when it is taken.
const site = await start({ port: DEMO_PORT }).catch(() => start());
const address = wanted ?? site.url + DEMO_PATH;
// With a window the profile is kept: what a reader tagged is there the next time.
const profile = makeProfile(extension, headless ? undefined : path.join(root, 'out', 'profile'));

/** @type {import('@playwright/test').BrowserContext | undefined} */
let context;
let ending = false;
async function end(code) {
  if (ending) return;
  ending = true;
  await context?.close().catch(() => {}); // it may be gone already
  await site.close();
  if (headless) removeProfile(profile);
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(130));

try {
  const started = await launchWithExtension({
    executablePath,
    extension,
    profile,
    headless,
    firstSteps: !headless,
    context: headless ? { viewport: { width: 1280, height: 860 } } : { viewport: null },
  });
  context = started.context;
  if (headless) {
    const { walkThrough, lookAt } = await import('./walk-through.mjs');
    const stage = {
      context,
      id: started.id,
      profile,
      site,
      out: path.join(root, 'out', 'walk-through'),
    };
    if (wanted) await lookAt(stage, wanted);
    else await walkThrough(stage, address);
    await end(0);
  }
  context.once('close', () => end(0));
  const page = context.pages()[0] ?? (await context.newPage());
  await visit(page, address);
  console.log(`
Bearing runs in ${path.basename(executablePath)} on ${address}

Try this:
  1. Click the compass needle in the toolbar: Bearing shows the paper that it found. Press "Tag this page".
  2. Select a sentence with the mouse (or press j for the next one that cites something).
  3. Press s, c or m (the statement supports, contrasts or mentions the influence), then a number
     for the influence, or / and a few letters of its name. "Saved" means that the tag is on disk.
  4. Press ? for all keys, u to undo, Esc to leave.
  5. Open the popup again: the evidence map has grown. Export… is at the bottom.
  6. Reload the page: your highlights are back.

A second article: ${site.url}/articles/supervision-demo
What you tag is kept in out/profile; delete that folder to start afresh.
Close the browser, or press Ctrl+C here, to end.`);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  await end(1);
}
