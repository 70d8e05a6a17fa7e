/**
 * "No request" is enforced: whatever runs in a page of Bearing's own, or in its worker, cannot reach a host. Nor can a
 * page of ours be used from inside somebody else's.
 */

import { createSocket } from 'node:dgram';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { writeBackup } from '../../lib/exchange/out/backup-json';
import { Bearing, BUILT, test as base, expect } from '../support/extension';
import { OpenHost } from '../support/open-host';
import { tryFromPage, tryFromWorker, tryPeer } from '../support/requests-tried';
import { sampleBackup } from '../support/samples';

/** By the part that shows that a page has rendered. */
const RENDERED: Record<string, string> = {
  'popup.html': 'main',
  'sidepanel.html': 'main',
  'workspace.html': 'nav',
};
const STANDING_PAGES = Object.keys(RENDERED);
/** The toolbar renders only for the script that opened it. */
const OWN_PAGES = [...STANDING_PAGES, 'bar.html'];

const test = base.extend<{ host: OpenHost }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for
  host: async ({}, use) => {
    const host = await OpenHost.start();
    await use(host);
    await host.close();
  },
});

/** Requests that are on their way are there before one that a web page makes afterwards. */
async function expectNothingAsked(
  bearing: Bearing,
  host: OpenHost,
  siteUrl: string,
): Promise<void> {
  const page = await bearing.open(`${siteUrl}/notices/opening-hours`);
  await page.evaluate((url) => fetch(url).then(() => null), `${host.url}/afterwards`);
  expect(host.asked()).toEqual(['/afterwards']);
  const port = new URL(host.url).port;
  const logged = bearing.network.requests.filter(({ url }) => url.includes(`:${port}`));
  expect(logged.filter(({ url }) => !url.endsWith('/afterwards'))).toEqual([]);
}

test('the attempts are real: from a web page each of them arrives', async ({
  bearing,
  site,
  host,
}) => {
  const page = await bearing.open(`${site.url}/notices/opening-hours`);
  const paths = await page.evaluate(tryFromPage, host.url);
  expect(paths.length).toBeGreaterThan(15);
  await expect.poll(host.asked).toEqual([...paths].sort());
});

/** Makes every attempt in a page of ours, and waits until its policy has refused each. */
async function tryAll(page: Page, host: OpenHost): Promise<void> {
  const paths = await page.evaluate(tryFromPage, host.url);
  // Of a frame only the host is told.
  const expected = paths.map((name) => `${host.url}${name === '/iframe' ? '/' : name}`);
  await expect
    .poll(() => page.evaluate(() => [...new Set(globalThis.refusedHere)].sort()))
    .toEqual(expected.sort());
}

for (const file of OWN_PAGES)
  test(`from ${file} no attempt arrives`, async ({ bearing, site, host }) => {
    const page = await bearing.openOwn(file);
    await tryAll(page, host);
    await expectNothingAsked(bearing, host, site.url);
  });

test('a peer connection, which no policy governs, cannot even be begun', async ({
  bearing,
  site,
}) => {
  const host = createSocket('udp4');
  let packets = 0;
  host.on('message', () => {
    packets += 1;
  });
  const port = await new Promise<number>((resolve) =>
    host.bind(0, '127.0.0.1', () => resolve(host.address().port)),
  );
  try {
    for (const file of OWN_PAGES) {
      const own = await bearing.openOwn(file);
      expect(await own.evaluate(tryPeer, port)).toContain('Bearing makes no request');
    }
    expect(packets).toBe(0);
    // The host does hear a web page that does the same.
    const page = await bearing.open(`${site.url}/notices/opening-hours`);
    expect(await page.evaluate(tryPeer, port)).toBe('');
    await expect.poll(() => packets).toBeGreaterThan(0);
  } finally {
    host.close();
  }
});

test('from the worker no attempt arrives', async ({ bearing, site, host }) => {
  const worker = await bearing.worker();
  expect(await worker.evaluate(tryFromWorker, host.url)).toContain('/worker-fetch');
  await expectNothingAsked(bearing, host, site.url);
});

/** The worker that imports, with a file open: it lives until the reader has decided. */
async function importer(bearing: Bearing): Promise<Worker> {
  const page = await bearing.openOwn('workspace.html#/exchange');
  const text = writeBackup(
    sampleBackup({ papers: 1, tags: 1, influences: ['psw.pay'], codebookId: 'psw-core' }),
  );
  await page.getByLabel('Backup file to import').setInputFiles({
    ...{ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) },
  });
  await page.getByRole('heading', { name: 'In backup.json' }).waitFor();
  const [worker] = page.workers();
  if (!worker) throw new Error('the file was opened without a worker');
  return worker;
}

test('from the worker that imports no attempt arrives', async ({ bearing, site, host }) => {
  const worker = await importer(bearing);
  expect(await worker.evaluate(tryFromWorker, host.url)).toContain('/worker-module');
  await expectNothingAsked(bearing, host, site.url);
});

/** A copy of the build with another manifest and pages added. */
function variantOf(change: (manifest: Record<string, unknown>) => void): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bearing-variant-'));
  cpSync(BUILT, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'reader.html'), '<!doctype html><title>reader</title>');
  return folder;
}

test('where the manifest lets one page fetch, that page can, and no other and not the worker', async ({
  site,
  host,
}) => {
  const folder = variantOf((manifest) => {
    const policy = manifest.content_security_policy as { extension_pages: string };
    policy.extension_pages = policy.extension_pages.replace(
      "connect-src 'none'",
      "connect-src 'self' http: https:",
    );
    expect(policy.extension_pages).toContain('https:');
  });
  const bearing = await Bearing.start({}, folder);
  try {
    const reader = await bearing.openOwn('reader.html');
    const statuses = await reader.evaluate(
      async (urls) => Promise.all(urls.map(async (url) => (await fetch(url)).status)),
      [`${host.url}/document`, '/icon/16.png'],
    );
    expect(statuses).toEqual([200, 200]);
    expect(host.asked()).toEqual(['/document']);

    host.clear();
    bearing.network.clear();
    for (const file of OWN_PAGES) await tryAll(await bearing.openOwn(file), host);
    await (await bearing.worker()).evaluate(tryFromWorker, host.url);
    await (await importer(bearing)).evaluate(tryFromWorker, host.url);
    await expectNothingAsked(bearing, host, site.url);
  } finally {
    await bearing.stop();
    rmSync(folder, { recursive: true });
  }
});

test('our pages keep to their own policy while they are used', async ({ bearing }) => {
  for (const [file, rooms] of [
    ['popup.html', ['']],
    ['sidepanel.html', ['']],
    [
      'workspace.html',
      ['#/map', '#/statements', '#/papers', '#/codebooks', '#/exchange', '#/settings'],
    ],
  ] as const) {
    const page = await bearing.context.newPage();
    await page.addInitScript(() => {
      globalThis.refusedHere = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        globalThis.refusedHere?.push(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    for (const room of rooms) {
      await page.goto(`chrome-extension://${bearing.id}/${file}${room}`);
      await expect(page.locator(RENDERED[file] ?? '').first()).toBeVisible();
      for (const menu of await page.locator('[aria-haspopup="menu"]').all()) {
        await menu.click();
        await expect(page.getByRole('menu').first()).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(page.getByRole('menu')).toHaveCount(0);
      }
    }
    expect(await page.evaluate(() => globalThis.refusedHere)).toEqual([]);
    await page.close();
  }
});

test.describe('inside a frame of a web page', () => {
  const framed = async (bearing: Bearing, siteUrl: string, file: string) => {
    const page = await bearing.open(`${siteUrl}/notices/opening-hours`);
    return page.evaluateHandle(async (src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      const loaded = new Promise((end) => frame.addEventListener('load', end));
      document.body.append(frame);
      await loaded;
      return frame;
    }, `chrome-extension://${bearing.id}/${file}`);
  };

  for (const file of STANDING_PAGES)
    test(`${file} is not loaded`, async ({ bearing, site }) => {
      const frame = await (await framed(bearing, site.url, file)).asElement()?.contentFrame();
      expect(frame?.url()).toBe('chrome-error://chromewebdata/');
    });

  test('a page that could be loaded there renders nothing', async ({ site }) => {
    const folder = variantOf((manifest) => {
      manifest.web_accessible_resources = [{ resources: ['*.html'], matches: ['http://*/*'] }];
    });
    const bearing = await Bearing.start({}, folder);
    try {
      for (const file of STANDING_PAGES) {
        const frame = await (await framed(bearing, site.url, file)).asElement()?.contentFrame();
        await frame?.waitForLoadState('load');
        expect(await frame?.evaluate(() => location.pathname)).toBe(`/${file}`);
        expect(
          await frame?.evaluate(() => document.getElementById('root')?.childNodes.length),
        ).toBe(0);
      }
    } finally {
      await bearing.stop();
      rmSync(folder, { recursive: true });
    }
  });
});
