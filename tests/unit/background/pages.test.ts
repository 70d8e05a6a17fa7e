/** What the background does to tabs: scripts are put in once, and only pages that a write concerns hear of it. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { concerns, pageChanged, type ToldChange } from '../../../lib/messaging';
import { changeNumberKeys, changeSettings } from '../../../lib/store';
import { withNumberKey } from '../../../lib/tagging';
import { facts, newTag, PAGE_A, page } from '../store/support';
import { carried, freshBackground, request, script } from './support';

const ARTICLE = script(PAGE_A.url, 1, 'D-article');
const OWN_PAGE = { id: 'bearing', url: 'chrome-extension://bearing/popup.html' };
let seen: Awaited<ReturnType<typeof freshBackground>>;

beforeEach(async () => {
  seen = await freshBackground([1, 2, 3]);
});

/** The article is open and tagged; what that told and injected is forgotten. */
async function tagged() {
  await carried(ARTICLE, 'page/noticed', { report: PAGE_A });
  const saved = await carried(ARTICLE, 'tags/save', newTag());
  seen.told.length = 0;
  return saved;
}

describe('the tagging script', () => {
  test('is put into a page with tags once, however often it is noticed', async () => {
    await tagged();
    for (let i = 0; i < 5; i += 1) await carried(ARTICLE, 'page/noticed', { report: PAGE_A });
    expect(seen.injected).toEqual([1]);
  });

  test('is not put in again where it runs, whoever asks', async () => {
    await tagged();
    seen.running.add(1);
    await carried(ARTICLE, 'page/noticed', { report: PAGE_A, handover: true });
    expect(seen.injected).toEqual([]);
  });

  test('is brought to a page without tags for a handover', async () => {
    await carried(ARTICLE, 'page/noticed', { report: PAGE_A });
    expect(seen.injected).toEqual([]);
    await carried(ARTICLE, 'page/noticed', { report: PAGE_A, handover: true });
    expect(seen.injected).toEqual([1]);
  });
});

describe('the reader', () => {
  const putIn = () => vi.spyOn(browser.scripting, 'executeScript');

  test('is put into the document that asked, which its tab may not show yet, or no longer', async () => {
    const put = putIn();
    await carried(ARTICLE, 'page/look-closer', {});
    expect(put.mock.calls).toMatchObject([
      [{ target: { tabId: 1, documentIds: ['D-article'] }, files: ['/reader.js'] }],
    ]);
  });

  test('is put into what the tab shows, in a browser that does not name documents', async () => {
    const put = putIn();
    await carried(script(PAGE_A.url, 1), 'page/look-closer', {});
    expect(put.mock.calls[0]?.[0].target).toEqual({ tabId: 1 });
  });

  test('is answered for where the browser does not let it in', async () => {
    putIn().mockRejectedValue(new Error('forbidden'));
    expect(await carried(ARTICLE, 'page/look-closer', {})).toBeNull();
  });
});

describe('where Bearing keeps quiet', () => {
  const files = (put: { mock: { calls: unknown[][] } }) =>
    put.mock.calls.map(([first]) => (first as { files?: string[] }).files);
  const inTab = () =>
    vi.spyOn(browser.tabs, 'get').mockResolvedValue({ id: 1, url: PAGE_A.url } as never);

  test.each([
    ['on a quiet site', { quietHosts: ['a.example'] }],
    ['everywhere, if the reader wants it so', { onlyWhenAsked: true }],
  ])('a page is not read: %s', async (_, change) => {
    await changeSettings(change);
    const put = vi.spyOn(browser.scripting, 'executeScript');
    expect(await carried(ARTICLE, 'page/look-closer', {})).toBeNull();
    expect(put).not.toHaveBeenCalled();
  });

  test('another site is read as ever', async () => {
    await changeSettings({ quietHosts: ['b.example'] });
    const put = vi.spyOn(browser.scripting, 'executeScript');
    await carried(ARTICLE, 'page/look-closer', {});
    expect(files(put)).toEqual([['/reader.js']]);
  });

  test('a page is read when the popup asks, by a notice script that finds the reader there', async () => {
    inTab();
    await changeSettings({ onlyWhenAsked: true });
    const put = vi.spyOn(browser.scripting, 'executeScript');
    await carried(OWN_PAGE, 'page/look', { tabId: 1 });
    expect(files(put)).toEqual([['/reader.js', '/notice.js']]);
  });

  test('a page is read before it is tagged', async () => {
    inTab();
    await changeSettings({ quietHosts: ['a.example'] });
    const put = vi.spyOn(browser.scripting, 'executeScript');
    await carried(OWN_PAGE, 'tagging/start', { tabId: 1 });
    expect(files(put)[0]).toEqual(['/reader.js', '/notice.js']);
  });

  test('a page that was left unread is read before it is tagged, though its site is not quiet any more', async () => {
    inTab();
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (
      _: number,
      { type }: { type: string },
    ) =>
      type === 'to-page/report'
        ? { state: 'read', id: '1', report: { ...PAGE_A, kind: 'none', paper: null } }
        : undefined) as never);
    const put = vi.spyOn(browser.scripting, 'executeScript');
    await carried(OWN_PAGE, 'tagging/start', { tabId: 1 });
    expect(files(put)[0]).toEqual(['/reader.js', '/notice.js']);
  });

  test('a page that was read before gets no badge and no highlight, until it is asked for', async () => {
    inTab();
    await tagged();
    await changeSettings({ quietHosts: ['a.example'] });
    seen.injected.length = 0;
    const badge = vi.spyOn(browser.action, 'setBadgeText');
    await carried(ARTICLE, 'page/noticed', { report: PAGE_A });
    expect(badge).not.toHaveBeenCalled();
    expect(seen.injected).toEqual([]);
    await carried(OWN_PAGE, 'page/look', { tabId: 1 });
    await carried(ARTICLE, 'page/noticed', { report: PAGE_A });
    expect(badge).toHaveBeenCalledWith({ tabId: 1, text: '1' });
  });

  test('no page may ask for another to be read', async () => {
    expect(await request(ARTICLE, 'page/look', { tabId: 2 })).toMatchObject({ code: 'refused' });
  });
});

test('the side panel is told which tab to read anew, by the background', async () => {
  const sent = vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('nobody'));
  await carried(ARTICLE, 'page/noticed', { report: PAGE_A });
  await carried(ARTICLE, 'page/tagging-state', { report: PAGE_A });
  expect(sent.mock.calls).toEqual([[pageChanged(1)], [pageChanged(1)]]);
});

describe('after a write', () => {
  const toldTabs = () => seen.told.map(({ tabId }) => tabId);

  test('the other tabs hear which paper it was, the tab that wrote does not', async () => {
    const { tag } = await tagged();
    const paperIds = [tag.paperId];
    await carried(ARTICLE, 'tags/change', { id: tag.id, change: { note: 'n' } });
    await expect.poll(toldTabs).toEqual([2, 3]);
    expect(seen.told[0]?.change).toEqual({ tables: ['tags'], paperIds, byTagging: true });
  });

  test('other tabs may wait for more tags; the one whose number keys are new may not', async () => {
    const { tag } = await tagged();
    await changeNumberKeys(tag.reviewId, (keys) => withNumberKey(keys, 8, null));
    // A page of ours may have changed them: every tab hears of that.
    await expect.poll(() => toldTabs().sort()).toEqual([1, 2, 3]);
    seen.told.length = 0;
    await carried(ARTICLE, 'tags/change', { id: tag.id, change: { influenceId: 'psw.stigma' } });
    await expect.poll(() => toldTabs().sort()).toEqual([1, 2, 3]);
    const waits = seen.told.map(({ tabId, change }) => [tabId, 'byTagging' in (change as object)]);
    expect(Object.fromEntries(waits)).toEqual({ 1: false, 2: true, 3: true });
  });

  test('a repeated save notifies as if nobody had heard of the first', async () => {
    await carried(ARTICLE, 'page/noticed', { report: PAGE_A });
    const wanted = newTag();
    await carried(ARTICLE, 'tags/save', wanted);
    seen.told.length = 0;
    await carried(ARTICLE, 'tags/save', wanted);
    await expect.poll(() => toldTabs().sort()).toEqual([1, 2, 3]);
    for (const { change } of seen.told)
      expect(change).toMatchObject({ paperIds: [expect.any(String)] });
  });

  test('the first tag of a paper is news to pages that show none', async () => {
    await tagged();
    const other = page('https://b.example/1', facts('10.5555/b'));
    const second = script(other.url, 2, 'D-other');
    await carried(second, 'page/noticed', { report: other });
    const { tag } = await carried(second, 'tags/save', newTag({ on: other }));
    await expect.poll(toldTabs).toEqual([1, 3]);
    const { change } = seen.told[0] as { change: ToldChange };
    expect(change).toMatchObject({ paperIds: [tag.paperId] });
    expect(concerns(change, new Set())).toBe(true);
  });

  test('a tag that gives a number key its influence is news on every page', async () => {
    await carried(ARTICLE, 'page/noticed', { report: PAGE_A });
    await carried(ARTICLE, 'tags/save', newTag());
    await expect.poll(toldTabs).toEqual([1, 2, 3]);
    for (const { change } of seen.told)
      expect(concerns(change as ToldChange, new Set(['another']))).toBe(true);
  });

  test('the badge of the tab that wrote counts what its page shows now', async () => {
    const { tag } = await tagged();
    await expect.poll(() => seen.badges[1]).toBe('1');
    await carried(ARTICLE, 'tags/save', newTag({ quote: 'A second passage.' }));
    await expect.poll(() => seen.badges[1]).toBe('2');
    const { eventId } = await carried(ARTICLE, 'tags/delete', { id: tag.id });
    await expect.poll(() => seen.badges[1]).toBe('1');
    await carried(ARTICLE, 'tags/undo', { eventId });
    await expect.poll(() => seen.badges[1]).toBe('2');
  });
});
