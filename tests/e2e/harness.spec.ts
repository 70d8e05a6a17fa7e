/** The ground the other end-to-end tests stand on: what they assert must be able to fail. */
import { expect, test } from '../support/extension';

// What happens to a browser here must happen to no other test.
test.use({ ownBrowser: true });

declare const chrome: {
  tabs: {
    create(of: { url: string }): Promise<unknown>;
    query(of: object): Promise<{ id: number; url?: string }[]>;
  };
  scripting: {
    executeScript(of: {
      target: { tabId: number };
      func: (url: string) => Promise<string>;
      args: [string];
    }): Promise<unknown>;
  };
};

// The policy of the extension's own pages lets them ask no host: what asks here is a tab they open, and a script in
// a page.
test('a request by the extension to another host is seen and refused', async ({ bearing }) => {
  const own = await bearing.openOwn('popup.html');
  bearing.network.clear();
  await own.evaluate(() => chrome.tabs.create({ url: 'https://example.org/tracker' }));
  await expect
    .poll(() => [...new Set(bearing.network.foreign().map(({ url }) => url))])
    .toEqual(['https://example.org:443']);
});

test('a request by the extension to the page’s own host is told from the page’s', async ({
  bearing,
  site,
}) => {
  const own = await bearing.openOwn('popup.html');
  const page = await bearing.open(`${site.url}/notices/opening-hours`);
  expect(bearing.network.byScripts()).toEqual([]);
  await own.evaluate(
    async ([shown, asked]) => {
      const tab = (await chrome.tabs.query({})).find(({ url }) => url === shown);
      await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? 0 },
        func: (url) => fetch(url).then((answer) => answer.text()),
        args: [asked],
      });
    },
    [page.url(), `${site.url}/`] as const,
  );
  expect(bearing.network.byScripts().map(({ url }) => url)).toEqual([`${site.url}/`]);
});

test('the browser itself asks no host for anything', async ({ bearing, site }) => {
  await bearing.open(`${site.url}/articles/peer-support-demo`);
  await bearing.reopen();
  await bearing.open(`${site.url}/articles/peer-support-demo`);
  expect(bearing.network.foreign()).toEqual([]);
});

test('an ended worker is gone until something wakes it', async ({ bearing }) => {
  // One that is still being installed is started again by the browser: let it settle first.
  const worker = await bearing.worker();
  await expect
    .poll(() => worker.evaluate<string>('self.registration.active?.state'))
    .toBe('activated');
  expect(await bearing.workerRuns()).toBe(true);
  await bearing.killWorker();
  expect(await bearing.workerRuns()).toBe(false);
});

test('a killed browser comes back with its profile', async ({ bearing }) => {
  const write = await bearing.openOwn('popup.html');
  await write.evaluate(() => localStorage.setItem('harness', 'kept'));
  // Local storage is written lazily: a clean end first, then the kill.
  await bearing.reopen();
  await bearing.crash();
  const read = await bearing.openOwn('popup.html');
  expect(await read.evaluate(() => localStorage.getItem('harness'))).toBe('kept');
});
