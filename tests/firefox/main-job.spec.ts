/** The main job on the demonstration article in Firefox; the background sleeps between the steps. */
import { painted } from '../../scripts/ui.mjs';
import { expect, test } from '../support/firefox';
import { chooseNext, mapInWords, startTagging, tagByKeys, tagsOnPage } from '../support/firefox-ui';

const DEMO = '/articles/peer-support-demo';

test.use({ firefox: { backgroundIdleMs: 500 } });

test('notice, tag by keys, reload, come back after a restart, count', async ({ bearing, site }) => {
  let page = await bearing.open(site.url + DEMO);
  await startTagging(bearing, page);
  await chooseNext(page);
  await tagByKeys(page, { stance: 'supporting', find: 'culture' });
  await chooseNext(page);
  await tagByKeys(page, { stance: 'contrasting', slot: 2 });
  await expect
    .poll(() => tagsOnPage(page))
    .toEqual({ supporting: 1, contrasting: 1, mentioning: 0 });
  const words = [expect.stringMatching(/\w{4}/)];
  await expect
    .poll(() => painted(page))
    .toEqual({ supporting: words, contrasting: words, mentioning: [] });
  const tagged = await painted(page);
  const stored = async () =>
    (await bearing.records('statements')).map(({ quote }) => quote as string).sort();
  const quotes = [...tagged.supporting, ...tagged.contrasting].sort();
  expect(await stored()).toEqual(quotes);

  await page.reload();
  await expect.poll(() => painted(page)).toEqual(tagged);

  await bearing.reopen();
  page = await bearing.open(site.url + DEMO);
  await expect.poll(() => painted(page)).toEqual(tagged);
  expect(await stored()).toEqual(quotes);

  const popup = await bearing.popup(page);
  await expect
    .poll(() => mapInWords(popup))
    .toEqual([
      expect.stringMatching(/: 1 of 1 paper, .*; 1 (supporting|contrasting)$/),
      expect.stringMatching(/: 1 of 1 paper, .*; 1 (supporting|contrasting)$/),
    ]);
  await bearing.shot(popup, 'firefox-popup');
  expect(bearing.network.foreign()).toEqual([]);
  expect(bearing.network.byScripts()).toEqual([]);
});
