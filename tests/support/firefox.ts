/**
 * The built extension in a real Firefox, driven over WebDriver BiDi; the counterpart of extension.ts, with
 * the same names. Playwright runs the tests, puppeteer-core drives: Playwright has no build of Firefox that
 * loads extensions. The toolbar popup and the sidebar cannot be reached from outside in Firefox, so the
 * extension's pages open in tabs of their own.
 *
 * What reads and presses Bearing's interface is in firefox-ui.ts.
 */
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox, root } from '../../scripts/browser.mjs';
import { until } from '../../scripts/drive.mjs';
import { removeProfile } from '../../scripts/launch.mjs';
import { type Site, start } from '../fixtures/server.mjs';
import { corpusFolder } from './corpus';
import { NetworkLog } from './network-log';
import { readTable } from './read-table';

/** The built extension. */
export const BUILT = path.join(root, '.output', 'firefox-mv3');
const SHOTS = path.join(root, 'test-results', 'shots');

/** Firefox chooses the host of the extension's pages at random for each profile; here it is fixed. */
const HOST = '11111111-2222-4333-8444-555555555555';

/** How long one of the extension's pages may take before it is opened again. */
const OWN_PAGE_LOAD_MS = 3_000;

/** The addresses that Firefox itself asks are turned off, so that the log has the extension's requests only. */
const QUIET = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  // Firefox's own stand-in for "ask nobody"; see ASK_NOBODY.
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.unified': false,
};

/** Without it a release build ignores the preference above. */
const ASK_NOBODY = { MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' };

export interface FirefoxOptions {
  /** Folder of another unpacked extension; the built one when left out. */
  extension?: string;
  /** After how many idle milliseconds the background sleeps; Firefox's own 30 s when left out. */
  backgroundIdleMs?: number;
  /** Whether the extension may run in private windows, as the reader may decide on Firefox's page of add-ons. */
  inPrivateWindows?: boolean;
}

export class FirefoxBearing {
  readonly network: NetworkLog;
  readonly #options: FirefoxOptions;
  readonly #profile = mkdtempSync(path.join(tmpdir(), 'bearing-firefox-'));
  #browser: Browser | undefined;
  /** A tab of the first window, which is an ordinary one. */
  #ordinary: Page | undefined;

  private constructor(network: NetworkLog, options: FirefoxOptions) {
    this.network = network;
    this.#options = options;
  }

  static async start(options: FirefoxOptions = {}): Promise<FirefoxBearing> {
    const bearing = new FirefoxBearing(await NetworkLog.start(), options);
    await bearing.#launch();
    return bearing;
  }

  async #launch(): Promise<void> {
    const executablePath = findFirefox();
    if (!executablePath) throw new Error('No Firefox: set FIREFOX_PATH to its executable.');
    const { gecko } = readManifest().browser_specific_settings;
    const proxy = new URL(this.network.proxy.server);
    const { backgroundIdleMs } = this.#options;
    this.#browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      headless: true,
      userDataDir: this.#profile,
      env: { ...process.env, ...ASK_NOBODY },
      // Without it the driver may not open the extension's own pages.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        ...QUIET,
        'extensions.webextensions.uuids': JSON.stringify({ [gecko.id]: HOST }),
        ...(backgroundIdleMs ? { 'extensions.background.idle.timeout': backgroundIdleMs } : {}),
        // An extension loaded by the driver is removed with the browser: keep what it stored for `reopen`.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        'network.proxy.type': 1,
        'network.proxy.http': proxy.hostname,
        'network.proxy.http_port': Number(proxy.port),
        'network.proxy.ssl': proxy.hostname,
        'network.proxy.ssl_port': Number(proxy.port),
        'network.proxy.allow_hijacking_localhost': true,
      },
    });
    await this.#install(this.#options.extension ?? BUILT);
    if (this.#options.inPrivateWindows) [this.#ordinary] = await this.#browser.pages();
  }

  async #install(folder: string): Promise<void> {
    if (!this.#options.inPrivateWindows) {
      await this.browser.installExtension(folder);
      return;
    }
    // Puppeteer has no word for Firefox's own switch.
    const { connection } = this.browser as unknown as { connection: Connection };
    await connection.send('webExtension.install', {
      extensionData: { type: 'path', path: folder },
      'moz:allowPrivateBrowsing': true,
    });
  }

  get browser(): Browser {
    if (!this.#browser) throw new Error('the browser is closed');
    return this.#browser;
  }

  /** A new tab on `url`. */
  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  }

  /** `url` in a new private window. */
  async openPrivate(url: string): Promise<Page> {
    await this.inOwnPage((own) =>
      own.evaluate((address) => browser.windows.create({ incognito: true, url: address }), url),
    );
    return until(`${url} in a private window`, async () =>
      (await this.browser.pages()).find((page) => page.url() === url),
    );
  }

  /** The address of one of the extension's own pages. */
  ownUrl(file: string): string {
    return `moz-extension://${HOST}/${file}`;
  }

  /** One of the extension's own pages in a tab: `openOwn('workspace.html#/map')`. */
  async openOwn(file: string): Promise<Page> {
    // A new tab is one of the window in front: in a private one our pages have no database.
    await this.#ordinary?.bringToFront();
    const page = await this.browser.newPage();
    const url = this.ownUrl(file);
    const loaded = () =>
      page.evaluate(
        (wanted) =>
          (location.href.startsWith(wanted) && document.readyState === 'complete') || undefined,
        url.split('#')[0] ?? url,
      );
    await until(`${url} to open`, async () => {
      // The driver never hears that a page of an extension has loaded: it must not wait for that.
      await page.goto(url, { waitUntil: [] }).catch(() => {});
      // An extension that is being reloaded shows an error page instead.
      return until('the page', loaded, OWN_PAGE_LOAD_MS).catch(() => undefined);
    });
    return page;
  }

  /** Runs `work` in one of the extension's own pages, where `browser` has every API; then closes it. */
  async inOwnPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
    // A picture of ours: the page has the extension's rights and runs none of its code.
    const own = await this.openOwn('icon/16.png');
    try {
      return await work(own);
    } finally {
      // A reload of the extension may have closed it.
      await own.close().catch(() => {});
    }
  }

  /** The browser's number for the tab of `page`. */
  tabId(page: Page): Promise<number> {
    const url = page.url();
    return this.inOwnPage((own) =>
      until(`the tab of ${url}`, async () => {
        const ids = await own.evaluate(async (wanted) => {
          const tabs = await browser.tabs.query({});
          return tabs.filter((tab) => tab.url === wanted).map(({ id }) => id);
        }, url);
        if (ids.length > 1) throw new Error(`Several tabs show ${url}: give each its own address.`);
        return ids[0];
      }),
    );
  }

  /** Waits until Bearing's script in `page` answers: by then it has read the page. */
  async untilRead(page: Page): Promise<void> {
    const tab = await this.tabId(page);
    await this.inOwnPage((own) =>
      until(`an answer of ${page.url()}`, () =>
        own.evaluate(async (id) => {
          const ask = { bearing: 1, type: 'to-page/report', payload: {} };
          return (await browser.tabs.sendMessage(id, ask).catch(() => undefined)) && true;
        }, tab),
      ),
    );
  }

  /** The popup in a tab of its own, looking at `page`. */
  async popup(page: Page): Promise<Page> {
    return this.openOwn(`popup.html?tab=${await this.tabId(page)}`);
  }

  /** The rows of one table of the database, as they are on disk. */
  records(table: string): Promise<Record<string, unknown>[]> {
    return this.inOwnPage((own) => own.evaluate(readTable, table));
  }

  /** Reloads the extension under the open pages, as an update does; ready when the new copy runs. */
  async update(): Promise<void> {
    await this.inOwnPage(async (own) => {
      // Kept in memory for as long as this copy of the extension runs.
      await own.evaluate(() => browser.storage.session.set({ old: true }));
      // The answer may be lost: the page goes with its extension.
      await own.evaluate(() => browser.runtime.reload()).catch(() => undefined);
    });
    await until('the new copy of the extension', () =>
      this.inOwnPage(async (own) => {
        const { old } = await own.evaluate(() => browser.storage.session.get('old'));
        return old ? undefined : true;
      }).catch(() => undefined),
    );
  }

  /** Closes the browser as a reader does and opens it again on the same profile. */
  async reopen(): Promise<void> {
    await this.browser.close();
    await this.#launch();
  }

  /** Saves a picture under test-results/shots for people to look at. */
  async shot(page: Page, name: string): Promise<string> {
    mkdirSync(SHOTS, { recursive: true });
    const file = path.join(SHOTS, `${name}.png`);
    await page.screenshot({ path: file as `${string}.png` });
    return file;
  }

  /** Pictures of all open tabs, for a test that failed. */
  async picturePages(fileOf: (name: string) => string): Promise<void> {
    for (const [index, page] of ((await this.#browser?.pages()) ?? []).entries())
      await page
        .screenshot({ path: fileOf(`tab-${index}.png`) as `${string}.png` })
        .catch(() => {}); // A tab that crashed has no picture; the failure itself is what matters.
  }

  async stop(): Promise<void> {
    await this.#browser?.close().catch(() => {});
    this.#browser = undefined;
    await this.network.close();
    removeProfile(this.#profile);
  }
}

function readManifest(): { browser_specific_settings: { gecko: { id: string } } } {
  return JSON.parse(readFileSync(path.join(BUILT, 'manifest.json'), 'utf8'));
}

/** The line to the browser, which puppeteer keeps to itself. */
interface Connection {
  send(method: string, parameters: object): Promise<unknown>;
}

declare const browser: {
  runtime: { reload(): void };
  storage: {
    session: {
      set(items: object): Promise<void>;
      get(key: string): Promise<Record<string, unknown>>;
    };
  };
  windows: { create(what: object): Promise<unknown> };
  tabs: {
    query(of: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
};

interface TestFixtures {
  /** `test.use({ firefox: { backgroundIdleMs: 500 } })` */
  firefox: FirefoxOptions;
  bearing: FirefoxBearing;
}

interface WorkerFixtures {
  /** Our demonstration journal, and the corpus when it is at hand. The saved pages' scripts are off. */
  site: Site;
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
  firefox: [{}, { option: true }],
  bearing: async ({ firefox }, use, testInfo) => {
    const bearing = await FirefoxBearing.start(firefox);
    await use(bearing);
    if (testInfo.status !== testInfo.expectedStatus)
      await bearing.picturePages((name) => testInfo.outputPath(name));
    await bearing.stop();
  },
});
export const { expect } = test;
