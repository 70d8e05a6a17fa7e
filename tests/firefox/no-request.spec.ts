/** "No request" in Firefox, where the background is a page as well: nothing of Bearing's own can reach a host. */
import type { Page } from 'puppeteer-core';
import { test as base, expect } from '../support/firefox';
import { OpenHost } from '../support/open-host';
import { tryFromPage } from '../support/requests-tried';

declare const browser: { runtime: { getBackgroundPage(): Promise<typeof globalThis & Window> } };

const test = base.extend<{ host: OpenHost }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is asked for
  host: async ({}, use) => {
    const host = await OpenHost.start();
    await use(host);
    await host.close();
  },
});

/** Every attempt is on its way; what a web page asks for afterwards comes after them. */
async function askedBefore(page: Page, host: OpenHost): Promise<string[]> {
  await page.evaluate((url) => fetch(url).then(() => null), `${host.url}/afterwards`);
  await expect.poll(host.asked).toContain('/afterwards');
  return host.asked().filter((path) => path !== '/afterwards');
}

test('from a web page the attempts arrive, from our own pages none', async ({
  bearing,
  site,
  host,
}) => {
  const web = await bearing.open(`${site.url}/notices/opening-hours`);
  for (const file of ['popup.html', 'sidepanel.html', 'workspace.html', 'bar.html']) {
    const own = await bearing.openOwn(file);
    await own.evaluate(tryFromPage, host.url);
    expect([file, await askedBefore(web, host)]).toEqual([file, []]);
  }
  const paths = await web.evaluate(tryFromPage, host.url);
  await expect.poll(host.asked).toEqual([...paths, '/afterwards'].sort());
});

test('from the background none arrives', async ({ bearing, site, host }) => {
  const web = await bearing.open(`${site.url}/notices/opening-hours`);
  const refused = await bearing.inOwnPage((own) =>
    own.evaluate(async (url) => {
      const background = await browser.runtime.getBackgroundPage();
      const refusals: Record<string, string> = {};
      const attempts: Record<string, () => unknown> = {
        fetch: () => background.fetch(`${url}/fetch`),
        XMLHttpRequest: () => new background.XMLHttpRequest(),
        WebSocket: () => new background.WebSocket(`${url.replace('http', 'ws')}/socket`),
        EventSource: () => new background.EventSource(`${url}/event-source`),
        sendBeacon: () => background.navigator.sendBeacon(`${url}/beacon`),
        caches: () => background.caches.open('tried'),
        RTCPeerConnection: () => new background.RTCPeerConnection(),
      };
      for (const [name, attempt] of Object.entries(attempts))
        try {
          await attempt();
        } catch (error) {
          refusals[name] = String(error);
        }
      const { document } = background;
      for (const tag of ['img', 'script', 'iframe', 'audio']) {
        const element = document.createElement(tag);
        element.setAttribute('src', `${url}/${tag}`);
        document.head.append(element);
      }
      return refusals;
    }, host.url),
  );
  // What `caches` was is a function now.
  const { caches, ...others } = refused;
  expect(caches).toContain('is not a function');
  const refusal = 'Error: Bearing makes no request.';
  expect(others).toEqual({
    fetch: refusal,
    XMLHttpRequest: refusal,
    WebSocket: refusal,
    EventSource: refusal,
    sendBeacon: refusal,
    RTCPeerConnection: refusal,
  });
  expect(await askedBefore(web, host)).toEqual([]);
});
