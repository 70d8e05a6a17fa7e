/** The main job on real saved articles of many publishers, under their own address's path. */
import {
  exportFromPopup,
  painted,
  selectByMouse,
  startFromPopup,
  tagByKeys,
  tagByMouse,
} from '../../scripts/ui.mjs';
import {
  corpusFolder,
  NO_CORPUS,
  oneArticleAPublisher,
  putLayersAway,
  sentencesOf,
} from '../support/corpus';
import { expect, test } from '../support/extension';

const PUBLISHERS = [
  'American Psychiatric Publishing (Atypon)',
  'BMJ',
  'Elsevier (ScienceDirect)',
  'MDPI',
  'MIT Press (Atypon)',
  'Nature Portfolio',
  'Oxford University Press',
  'PLOS',
  'PNAS',
  'PubMed Central (NIH)',
  'SAGE',
  'Springer (link.springer.com)',
  'Wiley',
  'eLife',
];

test('the corpus has articles of at least twelve of these publishers', () => {
  test.skip(!corpusFolder(), NO_CORPUS);
  expect(oneArticleAPublisher(PUBLISHERS).length).toBeGreaterThanOrEqual(12);
});

for (const entry of oneArticleAPublisher(PUBLISHERS)) {
  test(`${entry.publisher}: three statements are tagged, found again and taken out (${entry.file})`, async ({
    bearing,
    site,
  }) => {
    const address = site.pages.find((page) => page.entry.file === entry.file)?.url ?? '';
    let page = await bearing.open(address);
    await putLayersAway(page);
    const [first = '', second = '', third = ''] = await sentencesOf(page, 3);
    expect(third, 'the page has three sentences to tag').not.toBe('');
    const tagged = { supporting: [first], contrasting: [second], mentioning: [third] };

    await startFromPopup(await bearing.popup(page), page);
    await selectByMouse(page, first);
    await tagByKeys(page, { stance: 'supporting', find: 'training' });
    await bearing.killWorker();
    await selectByMouse(page, second);
    await tagByMouse(page, { stance: 'contrasting', influence: 'Training' });
    await selectByMouse(page, third);
    await tagByKeys(page, { stance: 'mentioning', find: 'role' });

    await page.close();
    await bearing.killWorker();
    page = await bearing.open(address);
    await expect.poll(() => painted(page)).toEqual(tagged);

    const popup = await bearing.popup(page);
    const table = await bearing.download(() => exportFromPopup(popup, /evidence table/i));
    // A cell doubles its quotation marks.
    for (const quote of [first, second, third])
      expect(table.text.replaceAll('""', '"')).toContain(quote);
    expect(table.text.toLowerCase()).toContain(String(entry.truth?.doi).toLowerCase());
    expect(bearing.network.foreign()).toEqual([]);
    expect(bearing.network.byScripts()).toEqual([]);
  });
}
