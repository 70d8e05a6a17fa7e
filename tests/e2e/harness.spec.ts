/** The ground the other end-to-end tests stand on: what they assert must be able to fail. */
import { expect, test } from '../support/extension';

test('a request by the extension to another host is seen and refused', async ({ bearing }) => {
  const own = await bearing.openOwn('popup.html');
  bearing.network.clear();
  const answer = await own.evaluate(() =>
    fetch('https://example.org/tracker').then(
      () => 'answered',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
  expect(bearing.network.foreign().map(({ url }) => url)).toEqual(['https://example.org:443']);
});

test('a request by the extension to the page’s own host is told from the page’s', async ({
  bearing,
  site,
}) => {
  const own = await bearing.openOwn('popup.html');
  await bearing.open(`${site.url}/notices/opening-hours`);
  expect(bearing.network.byScripts()).toEqual([]);
  await own.evaluate((url) => fetch(url).then((answer) => answer.text()), `${site.url}/`);
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
