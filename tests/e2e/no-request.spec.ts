/**
 * "No request" is enforced: whatever runs in a page of Bearing's own, or in a worker of it, cannot reach a host; but for the
 * reader of PDFs, whose page fetches what was opened (pdf-reader.spec.ts). Nor can a page of ours be used from inside
 * somebody else's. The manifest's policy lets every page and worker fetch: each wall is its own (lib/browser/policy.ts).
 */

import { createSocket } from 'node:dgram';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { writeBackup } from '../../lib/exchange/out/backup-json';
import { Bearing, BUILT, test as base, expect } from '../support/extension';
import { OpenHost } from '../support/open-host';
import { PdfHost, whole } from '../support/pdf-host';
import { readerPath, untilRead } from '../support/pdf-reader';
import { paperPdf } from '../support/pdf-samples';
import { tryFromPage, tryFromWorker, tryPeer } from '../support/requests-tried';
import { sampleBackup } from '../support/samples';

/** By the part that shows that a page has rendered. */
const RENDERED: Record<string, string> = {
  'popup.html': 'main',
  'sidepanel.html': 'main',
  'workspace.html': 'nav',
  'pdf.html': 'main',
  'welcome.html': 'main',
  'help.html': 'main',
};
const STANDING_PAGES = [
  ...['popup.html', 'sidepanel.html', 'workspace.html'],
  ...['welcome.html', 'help.html'],
];
/** The toolbar renders only for the script that opened it. */
const OWN_PAGES = [...STANDING_PAGES, 'bar.html'];
/** The one page that may fetch: what a reader of PDFs has opened. */
const READER = 'pdf.html';
/** Of all attempts, those that its policy has to let through, because it knows no address beforehand. */
const FETCHES = [
  ...['beacon', 'blob-worker', 'cache', 'event-source', 'fetch', 'fetch-keepalive'],
  ...['fetch-no-cors', 'xhr'],
].map((name) => `/${name}`);

const test = base.extend<{ host: OpenHost; pdf: PdfHost }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for
  pdf: async ({}, use) => {
    const pdf = await PdfHost.start();
    await use(pdf);
    await pdf.close();
  },
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
  // The browser reports only the host of a frame.
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

test(`from ${READER} arrives what is fetched, which is up to its code, and no other attempt`, async ({
  bearing,
  host,
}) => {
  const page = await bearing.openOwn(READER);
  const paths = await page.evaluate(tryFromPage, host.url);
  // The browser reports only the host of a frame.
  const refused = paths
    .filter((name) => !FETCHES.includes(name))
    .map((name) => `${host.url}${name === '/iframe' ? '/' : name}`);
  expect(refused.length).toBeGreaterThan(8);
  await expect.poll(host.asked).toEqual([...FETCHES].sort());
  const told = () => page.evaluate(() => [...new Set(globalThis.refusedHere)].sort());
  await expect.poll(told).toEqual(refused.sort());
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
    for (const file of [...OWN_PAGES, READER]) {
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
  await page.getByLabel('Files to import').setInputFiles({
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

/** The workers of the reader of PDFs, by name, started by the page's own means: one of them ends as soon as it has read. */
async function readersWorkers(bearing: Bearing, pdf: PdfHost): Promise<Worker[]> {
  const page = await bearing.context.newPage();
  const scripts = new Set<string>();
  page.on('worker', (worker) => scripts.add(worker.url()));
  const file = pdf.serve('/paper', whole(paperPdf()));
  await page.goto(`chrome-extension://${bearing.id}/${readerPath(file)}`);
  await untilRead(page);
  expect([...scripts].map((url) => /\/(\w+)-[^/]*\.js$/.exec(url)?.[1]).sort()).toEqual([
    'pdfjs',
    'read',
  ]);
  // In a page that has nothing open, so that all its workers are these.
  const idle = await bearing.openOwn(READER);
  const started: Worker[] = [];
  for (const script of scripts) {
    const next = idle.waitForEvent('worker');
    await idle.evaluate((url) => {
      new Worker(url, { type: 'module' });
    }, script);
    started.push(await next);
  }
  return started;
}

test('from the workers of the reader of PDFs no attempt arrives, although their policy would let it', async ({
  bearing,
  site,
  host,
  pdf,
}) => {
  for (const worker of await readersWorkers(bearing, pdf))
    expect(await worker.evaluate(tryFromWorker, host.url)).toContain('/worker-fetch');
  await expectNothingAsked(bearing, host, site.url);
});

/** A copy of the build with another manifest. */
function variantOf(change: (manifest: Record<string, unknown>) => void): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bearing-variant-'));
  cpSync(BUILT, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

test('our pages keep to their own policy while they are used', async ({ bearing }) => {
  for (const [file, rooms] of [
    ['popup.html', ['']],
    ['sidepanel.html', ['']],
    [READER, ['']],
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

  for (const file of [...STANDING_PAGES, READER])
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
      for (const file of [...STANDING_PAGES, READER]) {
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
