/**
 * A Chromium with the built extension in it: used by `npm start` and by the end-to-end tests, so that
 * what the tests prove is what the reader gets.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';

/**
 * Features that ask a server something by themselves. Naming any replaces Playwright's own list, so
 * those of its list that matter here are named as well.
 */
const OFF = [
  'AutofillServerCommunication',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'SpareRendererForSitePerProcess',
  'PreconnectToSearch',
  'Translate',
  'msForceBrowserSignIn',
];

/** Quiet: nothing of the browser's own may reach the network, or the tests could not assert silence. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  `--disable-features=${OFF.join(',')}`,
  // The sign-in and update services are looked for on a port of this machine where nothing listens.
  '--gaia-url=http://127.0.0.1:9/',
  '--component-updater=url-source=http://127.0.0.1:9/',
];

/** A click or a wait that takes longer has failed, and should say so by its own name. */
const ACTION_LIMIT_MS = 20_000;

/**
 * The id of an unpacked extension without a manifest key: the first 32 hex digits of the SHA-256 of its
 * absolute path, written with the letters a to p.
 */
export function idOfUnpacked(dir) {
  const bytes = Buffer.from(path.resolve(dir), process.platform === 'win32' ? 'utf16le' : 'utf8');
  const hex = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/**
 * A profile folder: developer mode on (else a reloaded extension stays off), the icon pinned.
 * @param {string} extension folder of the built extension
 * @param {string} [dir]     where to make it; left alone when it holds a profile. Default: a new temporary one
 * @returns {string} the folder
 */
export function makeProfile(extension, dir = mkdtempSync(path.join(tmpdir(), 'bearing-profile-'))) {
  const preferences = path.join(dir, 'Default', 'Preferences');
  if (existsSync(preferences)) return dir;
  mkdirSync(path.dirname(preferences), { recursive: true });
  writeFileSync(
    preferences,
    JSON.stringify({
      extensions: { ui: { developer_mode: true }, pinned_extensions: [idOfUnpacked(extension)] },
      // Never connect ahead to hosts that a page only hints at (2 = never).
      net: { network_prediction_options: 2 },
    }),
  );
  return dir;
}

/** Chromium may still be writing for a moment after it said goodbye: hence the retries. */
export function removeProfile(dir) {
  rmSync(dir, { recursive: true, force: true, maxRetries: 40, retryDelay: 100 });
}

/** Branded builds ignore --load-extension since version 137; there the extension goes in by DevTools. */
function ignoresLoadFlag(executablePath) {
  const name = executablePath.toLowerCase();
  return /google[ -]chrome(?! for testing)|\\google\\chrome|edge/.test(name);
}

/** What an install opens (entrypoints/welcome). */
const WELCOME = 'welcome.html';

/** Closes a page as soon as it is open. */
async function closePage(context, url) {
  const isIt = (page) => page.url() === url;
  const find = () => context.pages().find(isIt);
  const until = Date.now() + ACTION_LIMIT_MS;
  while (!find() && Date.now() < until) await new Promise((go) => setTimeout(go, 20));
  await find()?.close();
}

/**
 * Starts the browser on `profile` with the unpacked `extension`.
 *
 * @param {object} options
 * @param {string} options.executablePath  a Chromium-family browser
 * @param {string} options.extension       folder of the built extension
 * @param {string} options.profile         user data folder; may hold an earlier run's data
 * @param {boolean} [options.headless]
 * @param {string[]} [options.args]        more flags
 * @param {boolean} [options.backForwardCache] keep pages that are left for a while, as browsers do; Playwright does not
 * @param {boolean} [options.firstSteps]   leave the page open that a first install opens
 * @param {object} [options.context]       more of Playwright's context options (viewport, proxy, colorScheme)
 * @returns {Promise<{context: import('@playwright/test').BrowserContext, id: string}>} `id` is the extension's
 * @throws {Error} when the extension does not come up
 */
export async function launchWithExtension({
  executablePath,
  extension,
  profile,
  headless = true,
  args = [],
  backForwardCache = false,
  firstSteps = false,
  context: contextOptions = {},
}) {
  // A stale port file of an earlier run would send the second client to a browser that is gone.
  rmSync(path.join(profile, 'DevToolsActivePort'), { force: true });
  if (!existsSync(path.join(extension, 'manifest.json')))
    throw new Error(`There is no built extension in ${extension}: run "npm run build" first.`);
  const byDevTools = ignoresLoadFlag(executablePath);
  const isFirstTime = !existsSync(path.join(profile, 'Local State'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless,
    handleSIGINT: false, // the caller cleans its profile up first
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(headless ? [] : ['--enable-automation']),
      ...(backForwardCache ? ['--disable-back-forward-cache'] : []),
    ],
    args: [
      ...QUIET,
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(headless ? ['--disable-gpu'] : []),
      '--remote-debugging-port=0',
      '--enable-unsafe-extension-debugging',
      ...(byDevTools
        ? []
        : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
      ...args,
    ],
    ...contextOptions,
  });
  context.setDefaultTimeout(ACTION_LIMIT_MS);
  try {
    let id = idOfUnpacked(extension);
    if (byDevTools) {
      const cdp = await context.browser().newBrowserCDPSession();
      id = (await cdp.send('Extensions.loadUnpacked', { path: extension })).id;
      await cdp.detach();
    }
    const ours = (worker) => worker.url().startsWith(`chrome-extension://${id}/`);
    if (!context.serviceWorkers().some(ours))
      await context.waitForEvent('serviceworker', { predicate: ours, timeout: 30_000 });
    // It would come to the front of what is opened next.
    const opensSteps = isFirstTime && existsSync(path.join(extension, WELCOME));
    if (opensSteps && !firstSteps) await closePage(context, `chrome-extension://${id}/${WELCOME}`);
    return { context, id };
  } catch (error) {
    await context.close();
    throw error;
  }
}
