/** The main job on the demonstration article, in the built extension, with what happens to real readers. */
import {
  exportFromPopup,
  mapInWords,
  painted,
  paperInWords,
  selectByMouse,
  startFromPopup,
  tagByKeys,
  tagByMouse,
  tagsOnPage,
} from '../../scripts/ui.mjs';
import { expect, test } from '../support/extension';

const DEMO = '/articles/peer-support-demo';
const SUPPORTING =
  'A recovery-oriented culture was the clearest difference between the services that kept their peer workers and those that lost them.';
const CONTRASTING = 'Training was not associated with retention in our services.';
const MENTIONING =
  'Role definition and pay were mentioned together in seven services, without any claim that one caused the other.';
const PAINTED = {
  supporting: [SUPPORTING],
  contrasting: [CONTRASTING],
  mentioning: [MENTIONING],
};

test('notice, tag, come back, count, take out; the worker ends between every two steps, the browser is killed once', async ({
  bearing,
  site,
}) => {
  let page = await bearing.open(site.url + DEMO);
  const popup = await bearing.popup(page);
  const [title, rest] = await paperInWords(popup);
  expect(title).toBe(
    'Implementing peer support work in mental health services: a demonstration study with invented data',
  );
  expect(rest).toContain('10.5555/bearing-demo.1');

  await bearing.killWorker();
  await startFromPopup(popup, page);

  await bearing.killWorker();
  await selectByMouse(page, SUPPORTING);
  await tagByKeys(page, { stance: 'supporting', find: 'culture' });

  await bearing.killWorker();
  await selectByMouse(page, CONTRASTING);
  await tagByMouse(page, { stance: 'contrasting', influence: 'Training' });

  await bearing.killWorker();
  await selectByMouse(page, MENTIONING);
  await tagByKeys(page, { stance: 'mentioning', find: 'role' });
  expect(await tagsOnPage(page)).toEqual({ supporting: 1, contrasting: 1, mentioning: 1 });

  // "Saved" has been said: from here on nothing may be lost, whatever happens.
  await bearing.crash();
  page = await bearing.open(site.url + DEMO);
  await expect.poll(() => painted(page)).toEqual(PAINTED);

  await bearing.reopen();
  page = await bearing.open(site.url + DEMO);
  await expect.poll(() => painted(page)).toEqual(PAINTED);

  await bearing.killWorker();
  const counted = await bearing.popup(page);
  await expect
    .poll(() => mapInWords(counted))
    .toEqual([
      expect.stringMatching(/^Organi[sz]ational culture: 1 of 1 paper, .*; 1 supporting$/),
      // In the codebook's order.
      expect.stringMatching(/^Training.*: 1 of 1 paper, .*; 1 contrasting$/),
      expect.stringMatching(/^Role definition: 1 of 1 paper, .*; 1 mentioning$/),
    ]);

  const table = await bearing.download(() => exportFromPopup(counted, /evidence table/i));
  expect(table.name).toMatch(/\.csv$/);
  for (const quote of [SUPPORTING, CONTRASTING, MENTIONING]) expect(table.text).toContain(quote);
  expect(table.text).toContain('10.5555/bearing-demo.1');

  const backup = await bearing.download(() => exportFromPopup(counted, /back up everything/i));
  const everything = JSON.stringify(JSON.parse(backup.text));
  for (const quote of [SUPPORTING, CONTRASTING, MENTIONING]) expect(everything).toContain(quote);
  expect(bearing.network.foreign()).toEqual([]);
  expect(bearing.network.byScripts()).toEqual([]);
});

test('two articles in two tabs feed one map, live', async ({ bearing, site }) => {
  const first = await bearing.open(site.url + DEMO);
  await startFromPopup(await bearing.popup(first), first);
  const second = await bearing.open(`${site.url}/articles/supervision-demo`);
  await startFromPopup(await bearing.popup(second), second);

  await first.bringToFront();
  await selectByMouse(first, SUPPORTING);
  await tagByKeys(first, { stance: 'supporting', find: 'culture' });
  await second.bringToFront();
  await selectByMouse(second, 'Training of the supervisors was mentioned in passing.');
  await tagByKeys(second, { stance: 'mentioning', find: 'training' });

  const map = await bearing.openOwn('popup.html');
  await expect.poll(() => mapInWords(map)).toHaveLength(2);
  await first.bringToFront();
  await selectByMouse(first, CONTRASTING);
  await tagByKeys(first, { stance: 'contrasting', find: 'training' });
  await expect
    .poll(() => mapInWords(map))
    .toContainEqual(
      expect.stringMatching(/^Training.*: 2 of 2 papers, .*; 1 contrasting, 1 mentioning$/),
    );
});

test('an article reached inside an application is another paper', async ({ bearing, site }) => {
  const page = await bearing.open(`${site.url}/app/first`);
  expect((await paperInWords(await bearing.popup(page)))[1]).toContain('10.5555/bearing-demo.3');
  await page.getByRole('link', { name: 'Second article' }).click();
  await expect(page).toHaveURL(/app\/second$/);
  await expect
    .poll(async () => (await paperInWords(await bearing.popup(page)))[1])
    .toContain('10.5555/bearing-demo.4');
});

test('a page whose policy forbids all inline style and script can be tagged', async ({
  bearing,
  site,
}) => {
  const page = await bearing.open(`${site.url}/strict${DEMO}`);
  await startFromPopup(await bearing.popup(page), page);
  await selectByMouse(page, CONTRASTING);
  await tagByKeys(page, { stance: 'contrasting', find: 'training' });
  expect((await painted(page)).contrasting).toEqual([CONTRASTING]);
});
