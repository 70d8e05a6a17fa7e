/** All papers of a result list, in popup and side panel: what it says before, what it does, and what it does not do. */
import { useLiveQuery } from 'dexie-react-hooks';
import { beforeEach, expect, test, vi } from 'vitest';
import { ListSection } from '../../entrypoints/popup/ListSection';
import type { PageReport } from '../../lib/model';
import { addPaper, currentReview, ensureReview } from '../../lib/store';
import { db } from '../../lib/store/db';
import { button, inRoom, press } from '../support/in-room';
import { facts, PAGE_A, page } from '../unit/store/support';

const listing = vi.hoisted(() => ({ answer: undefined as unknown, asked: 0 }));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { id: 'bearing' },
    scripting: {
      executeScript: async () => {
        listing.asked += 1;
        if (listing.answer === undefined) throw new Error('no script may run here');
        return [{ result: structuredClone(listing.answer) }];
      },
    },
  },
}));

const shown = inRoom();
const work = (doi: string, more: object = {}): PageReport => ({
  ...page(`https://c.example/${doi}`, { ...facts(doi), ...more }),
  representation: 'list',
});

function Popup({ url }: { url: string }) {
  const review = useLiveQuery(currentReview, []);
  return <ListSection tabId={7} url={url} reviewId={review?.id} privateWindow={null} />;
}

const words = () => shown.host.textContent;
const onList = async () => (await db.reviewPapers.toArray()).length;

beforeEach(async () => {
  const { id } = await ensureReview();
  await addPaper(PAGE_A, id, { progress: 'read', eligibility: 'included' });
  // A like title and no identifier of the same kind, year or author: not surely the same.
  const reports = [work('10.5555/a'), work('10.5555/b'), work('10.5555/c'), work('10.5555/c')];
  listing.answer = { reports, unread: 2, isCut: true };
});

test('says what is new, listed, twice there and not readable; adds in one step, and takes it back', async () => {
  shown.show(<Popup url="https://c.example/search" />);
  await expect
    .poll(words)
    .toContain('4 papers on this page: 2 new, 1 on your list already, 1 listed twice here.');
  expect(words()).toContain('2 entries could not be read');
  expect(words()).toContain('lists more than can be read at once');
  expect(await onList()).toBe(1);
  await press('Add 2 papers to the list');
  await expect.poll(words).toContain('2 papers added to the list.');
  expect(await db.reviewPapers.toArray()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ progress: 'read', eligibility: 'included' }),
      expect.objectContaining({ progress: 'to-read', eligibility: 'undecided' }),
    ]),
  );
  expect(await onList()).toBe(3);
  // Nothing is left to add.
  await expect.poll(words).toContain('3 on your list already');
  expect(button(/^Add/)).toBeUndefined();
  await press('Undo');
  await expect.poll(onList).toBe(1);
  await expect.poll(() => button('Add 2 papers to the list')).toBeTruthy();
});

test('a page that has grown since is counted again, and nothing is added', async () => {
  shown.show(<Popup url="https://c.example/search" />);
  await expect.poll(() => button('Add 2 papers to the list')).toBeTruthy();
  listing.answer = { reports: [work('10.5555/d')], unread: 0, isCut: false };
  await press('Add 2 papers to the list');
  await expect.poll(words).toContain('Nothing was added: look at the numbers again.');
  await expect.poll(words).toContain('1 paper on this page: 1 new.');
  expect(await onList()).toBe(1);
});

test('an entry that is not of a report’s shape is counted as unreadable; the others stay', async () => {
  const odd = [{ hello: 'page' }, { ...work('10.5555/x'), representation: 'html' }, null];
  listing.answer = { reports: [work('10.5555/b'), ...odd], unread: 0, isCut: false };
  shown.show(<Popup url="https://c.example/search" />);
  await expect.poll(words).toContain('1 paper on this page: 1 new. 3 entries could not be read');
});

test.each<[string, unknown]>([
  ['refuses scripts', undefined],
  ['answers as none of ours does', { reports: 'all of them' }],
])('of a page that %s is said that it cannot be read', async (_, answer) => {
  listing.answer = answer;
  shown.show(<Popup url="https://c.example/search" />);
  await expect.poll(words).toContain('The papers of this page could not be read.');
});
