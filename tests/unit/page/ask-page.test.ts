/** What a tab shows is the page's own answer; its address alone makes no PDF of it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { askPage } from '../../../lib/browser';
import { pdfReport } from '../../../lib/page/pdf';
import { facts, page } from '../store/support';

const AT_PDF = 'https://journal.example/articles/7.pdf';

/** The page's scripts: what they answer, and the type of document that one sees which is put in now. */
interface Inside {
  report?: unknown;
  /** Null where the browser lets no script in. */
  contentType: string | null;
}

const asked: string[] = [];

function tabShows({ report, contentType }: Inside): void {
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (
    _: number,
    message: { type: string },
  ) => {
    if (report === undefined) throw new Error('Could not establish connection.');
    return message.type === 'to-page/mode'
      ? undefined
      : { state: 'read', id: '1', report, title: '' };
  }) as never);
  Object.assign(browser, {
    scripting: {
      executeScript: async ({ func }: { func: () => unknown }) => {
        asked.push(String(func).includes('contentType') ? 'type' : 'wait');
        if (contentType === null) throw new Error('Missing host permission for the tab');
        return [{ result: contentType }];
      },
    },
  });
}

async function shown(status: string, url = AT_PDF) {
  const tab = { id: 1, url, status };
  Object.assign(browser.tabs, { get: async () => tab });
  const { value } = await askPage(tab).next();
  return value;
}

beforeEach(() => {
  asked.length = 0;
});

describe('at an address that ends in .pdf', () => {
  const ARTICLE = page(AT_PDF, facts('10.5555/seven'));
  test.each<[string, Inside, string, string]>([
    [
      'an article that answers is read',
      { report: ARTICLE, contentType: 'text/html' },
      'complete',
      'read',
    ],
    [
      'a viewer in which our script runs is a PDF',
      { report: pdfReport(AT_PDF), contentType: 'application/pdf' },
      'complete',
      'pdf',
    ],
    ['what is loading is nothing yet', { contentType: 'text/html' }, 'loading', 'silent'],
    ['a viewer that is loading is nothing yet', { contentType: null }, 'loading', 'silent'],
    ['a tab that was put to sleep is nothing yet', { contentType: null }, 'unloaded', 'silent'],
    ['a viewer that lets no script in is a PDF', { contentType: null }, 'complete', 'pdf'],
    [
      'a page without an answer is asked for its type',
      { contentType: 'text/html' },
      'complete',
      'silent',
    ],
    ['a viewer without an answer too', { contentType: 'application/pdf' }, 'complete', 'pdf'],
  ])('%s', async (_, inside, status, state) => {
    tabShows(inside);
    expect(await shown(status)).toMatchObject({ state });
  });

  test('a page that is loading is reported as loading', async () => {
    tabShows({ contentType: null });
    expect(await shown('loading')).toMatchObject({ state: 'silent', loading: true });
  });
});

test('a silent page at any other address is left alone', async () => {
  tabShows({ contentType: null });
  expect(await shown('complete', 'https://journal.example/7')).toMatchObject({ state: 'silent' });
  expect(asked).toEqual(['wait']);
});

test.each(['loading', 'complete'])(
  'a page whose notice script comes later than the question is read, where the tab is %s',
  async (status) => {
    const report = page('https://journal.example/7', facts('10.5555/seven'));
    tabShows({ contentType: 'text/html' });
    const url = 'https://journal.example/7';
    Object.assign(browser.tabs, { get: async () => ({ id: 1, url, status: 'complete' }) });
    const { executeScript } = browser.scripting;
    vi.spyOn(browser.scripting, 'executeScript').mockImplementation((async (asks: never) => {
      tabShows({ report, contentType: 'text/html' });
      return executeScript(asks);
    }) as never);
    const states: string[] = [];
    for await (const { state } of askPage({ id: 1, url, status })) states.push(state);
    expect(states).toEqual(status === 'loading' ? ['silent', 'read'] : ['read']);
  },
);

describe('a page that does not answer', () => {
  const url = 'https://journal.example/7';
  const report = page(url, facts('10.5555/seven'));
  const AN_HOUR_MS = 3_600_000;

  /** @param lost how many questions nobody ever answers */
  async function statesSeen(lost: number): Promise<string[]> {
    let questions = 0;
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (
      _: number,
      { type }: { type: string },
    ) => {
      if (type === 'to-page/mode') return null;
      questions += 1;
      return questions <= lost
        ? new Promise(() => {})
        : { state: 'read', id: '1', report, title: '' };
    }) as never);
    const states: string[] = [];
    const asking = async () => {
      for await (const seen of askPage({ id: 1, url, status: 'complete' }))
        states.push('late' in seen ? 'late' : seen.state);
    };
    void asking();
    await vi.advanceTimersByTimeAsync(AN_HOUR_MS);
    return states;
  }

  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each<[string, number, string[]]>([
    ['because the question was lost is asked once more', 1, ['read']],
    ['at all is shown as late, not as being read', 2, ['late']],
  ])('%s', async (_, lost, states) => {
    expect(await statesSeen(lost)).toEqual(states);
  });
});
