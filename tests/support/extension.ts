/**
 * The built extension in a real Chromium, as a reader has it: toolbar button, popup, service worker,
 * profile on disk. Also what happens to readers: closed and reopened, worker put to sleep, browser killed.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type Locator,
  type Page,
  type Worker,
} from '@playwright/test';
import { findBrowser, root } from '../../scripts/browser.mjs';
import {
  browserSession,
  clickToolbarButton,
  endWorker,
  fileFrom,
  surface,
  until,
  workerRuns,
} from '../../scripts/drive.mjs';
import { launchWithExtension, makeProfile, removeProfile } from '../../scripts/launch.mjs';
import { type Site, start } from '../fixtures/server.mjs';
import { corpusFolder } from './corpus';
import { NetworkLog } from './network-log';
import { readTable } from './read-table';
import { wipeStored } from './wipe-stored';

/** The build under test, unpacked. */
export const BUILT = path.join(root, '.output', 'chrome-mv3');
const SHOTS = path.join(root, 'test-results', 'shots');

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Playwright's context options, whether pages that are left are kept for a while, as browsers do, and whether the page
 * stays open that a first install opens.
 */
type Look = BrowserContextOptions & { backForwardCache?: boolean; firstSteps?: boolean };

/** Longer than a reload takes on a busy machine, shorter than it is worth waiting for. */
const EMPTY_WITHIN_MS = 5_000;

export class Bearing {
  readonly network: NetworkLog;
  readonly #profile: string;
  readonly #downloads: string;
  readonly #extension: string;
  readonly #look: Look;
  #context: BrowserContext | undefined;
  #id = '';
  /** False once the browser was killed or the extension reloaded: the next test had better begin anew. */
  isOrdinary = true;

  private constructor(network: NetworkLog, extension: string, look: Look) {
    this.network = network;
    this.#extension = extension;
    this.#profile = makeProfile(extension);
    this.#downloads = path.join(this.#profile, 'downloads');
    mkdirSync(this.#downloads);
    this.#look = look;
  }

  /** @param extension folder of another unpacked extension; the built one when left out */
  static async start(look: Look = {}, extension = BUILT): Promise<Bearing> {
    const bearing = new Bearing(await NetworkLog.start(), extension, look);
    await bearing.#launch();
    return bearing;
  }

  async #launch() {
    const executablePath = await findBrowser();
    if (!executablePath) throw new Error('No browser: run "npm test", which installs one.');
    const { backForwardCache, firstSteps, ...options } = this.#look;
    const { context, id } = await launchWithExtension({
      executablePath,
      extension: this.#extension,
      profile: this.#profile,
      backForwardCache,
      firstSteps,
      context: { ...options, proxy: this.network.proxy },
    });
    this.#context = context;
    this.#id = id;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser is closed');
    return this.#context;
  }

  /** The extension's id. */
  get id(): string {
    return this.#id;
  }

  /** A new tab on `url`. */
  async open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  }

  /** One of the extension's own pages in a tab: `openOwn('workspace.html')`. */
  openOwn(file: string): Promise<Page> {
    return this.open(`chrome-extension://${this.#id}/${file}`);
  }

  /** The rows of one table of the database, as they are on disk. */
  async records(table: string): Promise<Record<string, unknown>[]> {
    // A picture of ours: the page has the extension's rights and runs none of its code.
    const own = await this.openOwn('icon/16.png');
    const rows = await own.evaluate(readTable, table);
    await own.close();
    return rows;
  }

  /** The running service worker. While it is dead, calls on it hang: see `killWorker`. */
  async worker(): Promise<Worker> {
    const predicate = (worker: Worker) => this.#isOurs(worker);
    return this.#workers()[0] ?? (await this.context.waitForEvent('serviceworker', { predicate }));
  }

  #isOurs(worker: Worker): boolean {
    return worker.url().startsWith(`chrome-extension://${this.#id}/`);
  }

  #workers(): Worker[] {
    return this.context.serviceWorkers().filter((worker) => this.#isOurs(worker));
  }

  /** Reloads the extension under the open pages, as an update does; ready when the new worker runs. */
  async update(): Promise<void> {
    this.isOrdinary = false;
    await this.#reload();
  }

  async #reload(timeout?: number): Promise<void> {
    const old = await this.worker();
    const next = this.context.waitForEvent('serviceworker', {
      timeout,
      predicate: (worker) => worker !== old && worker.url().includes(this.#id),
    });
    // The answer may never come: the worker that should send it is gone.
    await old.evaluate('chrome.runtime.reload()').catch(() => undefined);
    await next;
    // A worker that is still being installed is started once more by the browser.
    await until('the new worker to be active', async () => {
      const state = (await this.worker()).evaluate<string>('self.registration.active?.state');
      return (await state.catch(() => '')) === 'activated' ? true : undefined;
    });
  }

  /** Ends the service worker, as the browser does after idling. */
  killWorker(): Promise<void> {
    return endWorker(this.context, this.#id);
  }

  /** True while the service worker runs. */
  workerRuns(): Promise<boolean> {
    return workerRuns(this.context, this.#id);
  }

  /** A real click on the toolbar button over `page`: opens the popup. */
  clickToolbarButton(page: Page): Promise<void> {
    return clickToolbarButton(this.context, this.#id, page);
  }

  /** An open popup or side panel by a part of its address. */
  surface(urlPart: string): Promise<Page> {
    return surface(this.#profile, urlPart);
  }

  /** The real toolbar popup over `page`. */
  async popup(page: Page): Promise<Page> {
    await this.clickToolbarButton(page);
    return this.surface(`chrome-extension://${this.#id}/popup.html`);
  }

  /** Does `act` (an export) and gives the file that came down. */
  async download(act: () => Promise<void>): Promise<{ name: string; text: string; bytes: Buffer }> {
    const file = await fileFrom(this.context, this.#downloads, act);
    const bytes = readFileSync(file);
    return { name: path.basename(file), text: bytes.toString('utf8'), bytes };
  }

  /**
   * Makes the browser as it was before its first test: no page of the test open, nothing stored, the worker not
   * running. A launch costs half of what a short test does.
   */
  async wipe(): Promise<void> {
    const blank = await this.context.newPage();
    await browserSession(this.context, async (cdp) => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      for (const { type, url, targetId } of targetInfos)
        if (type === 'page' && url.startsWith(`chrome-extension://${this.#id}/`))
          await cdp.send('Target.closeTarget', { targetId });
    });
    for (const page of this.context.pages()) if (page !== blank) await page.close();
    await this.context.unrouteAll();
    await this.context.clearCookies();
    const own = await this.openOwn('icon/16.png');
    await own.evaluate(wipeStored);
    await this.#reload(EMPTY_WITHIN_MS);
    if (!own.isClosed()) await own.close();
    this.network.requests.length = 0;
  }

  /** Closes the browser as a reader does and opens it again on the same profile. */
  async reopen(): Promise<void> {
    await this.context.close();
    await this.#launch();
  }

  /** Kills the browser process where it stands (SIGKILL) and starts it again on the same profile. */
  async crash(): Promise<void> {
    this.isOrdinary = false;
    const pid = await browserSession(this.context, async (cdp) => {
      const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
      return processInfo.find((info) => info.type === 'browser')?.id;
    });
    if (!pid) throw new Error('the browser does not tell its process id');
    const context = this.context;
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
    process.kill(pid, 'SIGKILL');
    await closed;
    await until('the browser process to end', () => (isAlive(pid) ? undefined : true));
    await this.#launch();
  }

  /** Saves a picture under test-results/shots for people to look at. */
  async shot(target: Page | Locator, name: string): Promise<string> {
    const file = path.join(SHOTS, `${name}.png`);
    // A run of everything has nobody who looks, and a minute of pictures.
    if (!process.env.SHOTS) return file;
    mkdirSync(SHOTS, { recursive: true });
    await target.screenshot({ path: file, animations: 'disabled' });
    return file;
  }

  /** Pictures of a page in the dark and in the light, in which it is left. */
  async shotsOf(page: Page, name: string): Promise<void> {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await this.shot(page, `${name}-${colorScheme}`);
    }
  }

  /** Pictures of all open tabs, for a test that failed. */
  async picturePages(fileOf: (name: string) => string): Promise<void> {
    // A tab that crashed has no picture; the failure itself is what matters.
    for (const [index, page] of (this.#context?.pages() ?? []).entries())
      await page.screenshot({ path: fileOf(`tab-${index}.png`) }).catch(() => {});
  }

  async stop(): Promise<void> {
    await this.#context?.close().catch(() => {});
    this.#context = undefined;
    await this.network.close();
    removeProfile(this.#profile);
  }
}

interface TestFixtures {
  /** More of Playwright's context options: `test.use({ look: { colorScheme: 'dark' } })`. */
  look: Look;
  /** A browser and a profile that no other test has used: `test.use({ ownBrowser: true })`. */
  ownBrowser: boolean;
  bearing: Bearing;
}

/** The browser that the last test left, if the next one may have it. */
class Spare {
  #bearing: Bearing | undefined;
  take(): Bearing | undefined {
    const bearing = this.#bearing;
    this.#bearing = undefined;
    return bearing;
  }
  /** A browser that does not come back empty in time is closed: it was there to save a launch, and tests nothing here. */
  async keep(bearing: Bearing): Promise<void> {
    try {
      await bearing.wipe();
      this.#bearing = bearing;
    } catch (error) {
      console.log(`A new browser for the next test: ${(error as Error).message}`);
      await bearing.stop();
    }
  }
}

interface WorkerFixtures {
  /** Our demonstration journal, and the corpus when it is at hand. The saved pages' scripts are off. */
  site: Site;
  spare: Spare;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for
    async ({}, use) => {
      const site = await start({ corpus: corpusFolder() });
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  spare: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for
    async ({}, use) => {
      const spare = new Spare();
      await use(spare);
      await spare.take()?.stop();
    },
    { scope: 'worker' },
  ],
  look: [{}, { option: true }],
  ownBrowser: [false, { option: true }],
  bearing: async ({ look, ownBrowser, spare }, use, testInfo) => {
    const mayShare = !ownBrowser && Object.keys(look).length === 0;
    const bearing = (mayShare && spare.take()) || (await Bearing.start(look));
    await use(bearing);
    const failed = testInfo.status !== testInfo.expectedStatus;
    if (failed) await bearing.picturePages((name) => testInfo.outputPath(name));
    if (mayShare && !failed && bearing.isOrdinary) await spare.keep(bearing);
    else await bearing.stop();
  },
});
export const { expect } = test;
