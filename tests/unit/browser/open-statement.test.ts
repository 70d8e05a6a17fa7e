/** The statement that a tab was opened for: given once, for its own tab, to a page that has it, and not long afterwards. */
import { beforeEach, describe, expect, test, vi } from 'vitest';

const storage = vi.hoisted(() => new Map<string, unknown>());
const tabs = vi.hoisted(() => ({
  listeners: new Set<(id: number, now: object) => void>(),
  front: false,
  /** Was the wish kept when the tab came to the front? */
  kept: false,
}));
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getURL: (path: string) => `chrome-extension://bearing${path}` },
    storage: {
      session: {
        get: async (key: string) => ({ [key]: storage.get(key) }),
        set: async (all: object) => {
          for (const [key, value] of Object.entries(all)) storage.set(key, value);
        },
        remove: async (key: string) => storage.delete(key),
      },
    },
    tabs: {
      create: async ({ active }: { active: boolean }) => {
        tabs.front = active;
        return { id: 7 };
      },
      update: async (_: number, { active }: { active: boolean }) => {
        tabs.front = active;
        tabs.kept = storage.size > 0;
      },
      onUpdated: {
        addListener: (one: (id: number, now: object) => void) => tabs.listeners.add(one),
        removeListener: (one: (id: number, now: object) => void) => tabs.listeners.delete(one),
      },
      onRemoved: { addListener: () => undefined, removeListener: () => undefined },
    },
  },
}));
const send = vi.hoisted(() => vi.fn(async () => null));
vi.mock('../../../lib/messaging', () => ({ send }));

const { addressOf, openStatement, openTabAt, takeWantedStatement, wantsStatement } = await import(
  '../../../lib/browser/open-statement'
);

beforeEach(() => {
  storage.clear();
  send.mockClear();
  show.mockClear();
  tabs.listeners.clear();
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
});

const show = vi.fn(async () => undefined);

async function opened(): Promise<void> {
  await openTabAt('https://a.example/1', 's1', show);
  for (const tell of [...tabs.listeners]) tell(7, { status: 'complete' });
}

test('is given once, to a page that has it', async () => {
  await opened();
  expect(await wantsStatement(7)).toBe(true);
  expect(await takeWantedStatement(7, ['s2'])).toBeNull();
  expect(await takeWantedStatement(8, ['s1'])).toBeNull();
  expect(await takeWantedStatement(7, ['s2', 's1'])).toBe('s1');
  expect(await takeWantedStatement(7, ['s1'])).toBeNull();
  expect(await wantsStatement(7)).toBe(false);
});

test('the tab comes to the front once the wish is kept: the popup closes then', async () => {
  await opened();
  expect(tabs).toMatchObject({ front: true, kept: true });
});

test('is not given to a page that comes a quarter of an hour later', async () => {
  await opened();
  vi.setSystemTime(15 * 60 * 1000);
  expect(await takeWantedStatement(7, ['s1'])).toBeNull();
});

test('a page that is none of a paper gets the script that shows it, once it has loaded', async () => {
  await openTabAt('https://a.example/1', 's1', show);
  expect(show).not.toHaveBeenCalled();
  for (const tell of [...tabs.listeners]) tell(7, { status: 'complete' });
  await vi.waitFor(() => expect(show.mock.calls).toEqual([[7]]));
  expect(tabs.listeners.size).toBe(0);
});

test('a page of ours only asks for it, so that a popup may close at once', async () => {
  await openStatement('https://a.example/1', 's1');
  const wanted = { address: 'https://a.example/1', statementId: 's1' };
  expect(send.mock.calls).toEqual([['statement/open', wanted]]);
  expect(tabs.listeners.size).toBe(0);
});

describe('where a statement is read', () => {
  type Target = { url: string; representation: string };
  const html: Target = { url: 'https://a.example/1', representation: 'html' };
  const pdf: Target = { url: 'https://a.example/1.pdf', representation: 'pdf' };
  const local: Target = { url: 'urn:bearing:pdf:abc', representation: 'pdf' };
  const reader = 'chrome-extension://bearing/pdf.html?file=https%3A%2F%2Fa.example%2F1.pdf';
  test.each<[string, Target[], string[], string | undefined]>([
    ['where it was tagged first', [html, pdf], [], html.url],
    ['a PDF in the reader', [pdf, html], [], reader],
    ['not in a file of the reader’s own machine', [local, html], [], html.url],
    ['else where its paper was met', [local], ['https://b.example/'], 'https://b.example/'],
    ['nowhere', [local], [], undefined],
    ['not at what is code', [{ ...html, url: 'javascript:alert(1)' }], [], undefined],
  ])('%s', (_, targets, urls, address) => {
    expect(addressOf({ targets } as never, { urls } as never)).toBe(address);
  });
});
