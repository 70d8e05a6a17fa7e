/** In a private window nothing is written until the reader allows it there. */
import { beforeEach, describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { checkPrivateWindow, setMayWriteIn } from '../../../lib/browser';
import type { Sender } from '../../../lib/messaging/background/server';
import { ensureReview } from '../../../lib/store';
import { contents, facts, newTag, PAGE_A, page } from '../store/support';
import { carried, freshBackground, request, script } from './support';

const OPEN = script(PAGE_A.url, 1, 'D-open');
const hidden = (windowId: number): Sender => ({
  ...script(PAGE_A.url, 2, `D-private-${windowId}`),
  tab: { id: 2, windowId, incognito: true },
});
const PRIVATE = hidden(7);
const REFUSED = {
  ok: false,
  code: 'private',
  sentence: expect.stringMatching(/private window.*popup/),
};
const allow = (windowId: number) => setMayWriteIn(windowId, true);

const storages = () =>
  Promise.all([browser.storage.session.get(null), browser.storage.local.get(null)]);

/** The article is tagged from an ordinary window and open in a private one. */
async function tagged() {
  await ensureReview();
  await carried(OPEN, 'page/noticed', { report: PAGE_A });
  const saved = await carried(OPEN, 'tags/save', newTag());
  await carried(PRIVATE, 'page/noticed', { report: PAGE_A });
  return saved;
}

beforeEach(async () => {
  await freshBackground([1, 2]);
});

type Write = [string, (of: Awaited<ReturnType<typeof tagged>>) => ReturnType<typeof request>];
const writes: Write[] = [
  ['a tag', () => request(PRIVATE, 'tags/save', newTag({ quote: 'Another.' }))],
  ['a change', ({ tag }) => request(PRIVATE, 'tags/change', { id: tag.id, change: { note: 'n' } })],
  ['a deletion', ({ tag }) => request(PRIVATE, 'tags/delete', { id: tag.id })],
  [
    'a move',
    ({ tag }) => {
      const { page: at, statement } = newTag({ quote: 'Another.' });
      return request(PRIVATE, 'tags/move', { id: tag.id, page: at, statement });
    },
  ],
  ['an undo', ({ eventId }) => request(PRIVATE, 'tags/undo', { eventId })],
  [
    'a listed work',
    () => {
      const listed = page('https://c.example/', facts('10.5555/c'));
      return request(PRIVATE, 'papers/list', { report: { ...listed, representation: 'list' } });
    },
  ],
  [
    'a draft',
    () => request(PRIVATE, 'drafts/keep', { address: PAGE_A.url, document: '1', drafts: [] }),
  ],
  [
    'how a page has a quote',
    ({ statement }) =>
      request(PRIVATE, 'statements/seen', {
        address: PAGE_A.url,
        seen: [{ statementId: statement.id, outcome: 'lost' }],
      }),
  ],
  [
    'the taking of a draft',
    () => request(PRIVATE, 'drafts/take', { address: PAGE_A.url, document: '1' }),
  ],
];

describe.each(writes)('%s from a private window', (_, write) => {
  test('is refused with a sentence, and nothing is written', async () => {
    const saved = await tagged();
    const before = await contents();
    expect(await write(saved)).toMatchObject(REFUSED);
    expect(await contents()).toEqual(before);
  });

  test('is carried out once the reader has allowed it there', async () => {
    const saved = await tagged();
    await allow(7);
    expect(await write(saved)).toMatchObject({ ok: true });
  });
});

test('what is stored is shown in a private window, and that writes nothing', async () => {
  await tagged();
  const before = await contents();
  const state = await carried(PRIVATE, 'page/tagging-state', { report: PAGE_A });
  expect(state.tags).toHaveLength(1);
  expect(await contents()).toEqual(before);
});

test('what is open there is noted in no storage, and nothing unsaved is left in the page', async () => {
  await ensureReview();
  const before = await storages();
  await carried(PRIVATE, 'page/noticed', { report: PAGE_A });
  const { handoverKey } = await carried(PRIVATE, 'page/tagging-state', { report: PAGE_A });
  expect(handoverKey).toBe('');
  expect(await storages()).toEqual(before);
  await allow(7);
  expect((await carried(PRIVATE, 'page/tagging-state', { report: PAGE_A })).handoverKey).not.toBe(
    '',
  );
});

test('a review is not begun from a private window', async () => {
  await carried(PRIVATE, 'page/noticed', { report: PAGE_A });
  expect(await request(PRIVATE, 'page/tagging-state', { report: PAGE_A })).toMatchObject(REFUSED);
  expect((await contents()).reviews).toEqual([]);
});

test('pages of ours refuse to write about a private window’s page until it is allowed', async () => {
  await expect(checkPrivateWindow({ id: 7 })).rejects.toMatchObject({ code: 'private' });
  await setMayWriteIn(7, true);
  await expect(checkPrivateWindow({ id: 7 })).resolves.toBeUndefined();
  await setMayWriteIn(7, false);
  await expect(checkPrivateWindow({ id: 7 })).rejects.toMatchObject({ code: 'private' });
  await expect(checkPrivateWindow(null)).resolves.toBeUndefined();
});

test('one private window allows nothing for another', async () => {
  await tagged();
  await allow(8);
  expect(await request(PRIVATE, 'tags/save', newTag())).toMatchObject(REFUSED);
});
