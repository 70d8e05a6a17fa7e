/**
 * What Playwright cannot do by itself with an extension: click its toolbar button and reach the popup
 * that opens. Shared by `npm start` without a display and by the end-to-end tests.
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { chromium } from '@playwright/test';

const LIMIT_MS = 15_000;
const PAUSE_MS = 25;
const ACTION_LIMIT_MS = 20_000;

/** Repeats `attempt` until it gives a value. @throws after `limit`, naming what was awaited. */
export async function until(what, attempt, limit = LIMIT_MS) {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    const value = await attempt();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`Waited ${limit / 1000} s for ${what}.`);
}

/** Why a page did not open, by the browser's own code. */
const WHY_NOT = {
  ERR_NAME_NOT_RESOLVED: 'no site of this name was found; check the address and the connection',
  ERR_INTERNET_DISCONNECTED: 'this machine is offline',
  ERR_CONNECTION_REFUSED: 'nothing answers there',
  ERR_CONNECTION_TIMED_OUT: 'nothing answers there',
  ERR_ABORTED: 'it is a download, or the page was left before it opened',
};

/** Opens an address. @throws with one sentence when that does not open, without the driver's log */
export async function visit(page, address, options) {
  try {
    await page.goto(address, options);
  } catch (error) {
    const [first = ''] = stripVTControlCharacters(String(error?.message ?? error)).split('\n');
    const code = /\bERR_\w+/.exec(first)?.[0];
    const why = WHY_NOT[code] ?? code ?? first.replace(/^page\.goto: |\.$/g, '');
    throw new Error(`${address} did not open: ${why}.`, { cause: error });
  }
}

/** Runs `use` with a DevTools session of the whole browser. */
export async function browserSession(context, use) {
  const browser = context.browser();
  if (!browser) throw new Error('The browser is closed.');
  const cdp = await browser.newBrowserCDPSession();
  try {
    return await use(cdp);
  } finally {
    await cdp.detach().catch(() => {}); // the browser may have been killed meanwhile
  }
}

/** A real click on the extension's toolbar button over `page`, as the reader's: opens the popup. */
export async function clickToolbarButton(context, id, page) {
  await page.bringToFront();
  await browserSession(context, async (cdp) => {
    const tabs = async () =>
      (await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] })).targetInfos.filter(
        (tab) => tab.url === page.url(),
      );
    const setTitle = (title) =>
      page.evaluate((text) => {
        document.title = text;
      }, title);
    const shown = await tabs();
    let tab = shown[0];
    if (shown.length > 1) {
      // Several tabs show this address, and only a title can tell their targets apart.
      const title = await page.title();
      const mark = `tab ${randomUUID()}`;
      await setTitle(mark);
      tab = await until('the tab of this page', async () =>
        (await tabs()).find((one) => one.title === mark),
      );
      await setTitle(title);
    }
    if (!tab) throw new Error(`No tab shows ${page.url()}.`);
    await cdp.send('Extensions.triggerAction', { id, targetId: tab.targetId });
  });
}

/**
 * An open popup or side panel as an ordinary Page. Playwright does not list these; a second client that connects after
 * the surface has opened does. It attaches to all that is open, and so is worth connecting only when the surface is
 * there; it leaves when the surface closes.
 */
export async function surface(profile, urlPart) {
  const port = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
  const devTools = `http://127.0.0.1:${port}`;
  const shows = ({ url }) => url.includes(urlPart);
  return until(`a surface showing ${urlPart}`, async () => {
    const listed = await (await fetch(`${devTools}/json/list`)).json();
    if (!listed.some(shows)) return undefined;
    const second = await chromium.connectOverCDP(devTools);
    const page = second
      .contexts()
      .flatMap((context) => context.pages())
      .find((candidate) => candidate.url().includes(urlPart));
    // Detaches only: the browser stays.
    const leave = () => second.close().catch(() => {});
    if (!page) await leave();
    else {
      page.setDefaultTimeout(ACTION_LIMIT_MS);
      page.once('close', leave);
    }
    return page;
  });
}

const isWorkerOf = (id) => (target) =>
  target.type === 'service_worker' && target.url.startsWith(`chrome-extension://${id}/`);

/** True while the extension's service worker runs. */
export function workerRuns(context, id) {
  return browserSession(context, async (cdp) =>
    (await cdp.send('Target.getTargets')).targetInfos.some(isWorkerOf(id)),
  );
}

/** A browser that is asked to stop a worker right after an answer hangs now and then for up to a minute. */
const STOPS_WITHIN_MS = 4_000;
const STOPS_AT_LAST_MS = 60_000;

/**
 * Ends the extension's service worker as the browser does after idling; Playwright being attached keeps
 * it awake, so it would never happen by itself. The next message or event starts a new one. A worker that the
 * browser cannot stop loses its process, as in a crash.
 */
export function endWorker(context, id) {
  return browserSession(context, async (cdp) => {
    const ours = async () =>
      (await cdp.send('Target.getTargets')).targetInfos.filter(({ url }) =>
        url.startsWith(`chrome-extension://${id}/`),
      );
    const running = async () => (await ours()).find(isWorkerOf(id));
    const target = await running();
    if (!target) return;
    const patience = Date.now() + STOPS_WITHIN_MS;
    await until(
      'the service worker to end',
      async () => {
        if ((await running())?.targetId !== target.targetId) return true;
        // An open popup or panel lives in the same process, and has to live on.
        if (Date.now() > patience && (await ours()).length === 1) await killExtensionProcesses(cdp);
        // Asked again until it is gone: a worker that is just starting does not hear it.
        else await cdp.send('Target.closeTarget', { targetId: target.targetId }).catch(() => {});
        return undefined;
      },
      STOPS_AT_LAST_MS,
    );
  });
}

/** Kills the processes of this browser in which extensions run. */
async function killExtensionProcesses(cdp) {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue;
    const { stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(id)], {
      encoding: 'utf8',
    });
    try {
      if (stdout.includes('--extension-process')) process.kill(id, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/**
 * Does `act` (an export) and gives the path of the file that it made in `dir`. Asked of the browser itself: of several
 * clients, each believes that files arrive where it last said, and one that leaves resets where they do.
 */
export async function fileFrom(context, dir, act) {
  return browserSession(context, async (cdp) => {
    const names = new Map();
    let arrived;
    cdp.on('Browser.downloadWillBegin', ({ guid, suggestedFilename }) =>
      names.set(guid, path.basename(suggestedFilename)),
    );
    cdp.on('Browser.downloadProgress', ({ guid, state }) => {
      if (state === 'completed') arrived ??= guid;
    });
    const folder = { behavior: 'allowAndName', downloadPath: dir, eventsEnabled: true };
    await cdp.send('Browser.setDownloadBehavior', folder);
    await act();
    await until('a file to come down', async () => arrived);
    const file = path.join(dir, names.get(arrived));
    renameSync(path.join(dir, arrived), file);
    return file;
  });
}
