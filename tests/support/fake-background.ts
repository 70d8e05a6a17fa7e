/** A background that answers tagging mode from memory, for tests in a browser without the extension. */
import { describe as describeRange } from '../../lib/anchor';
import { builtInCodebooks } from '../../lib/codebook';
import type { TagOnPage } from '../../lib/messaging';
import type { MovedTag, NewTag, PageReport, Seen } from '../../lib/model';

const [book] = builtInCodebooks();
if (!book) throw new Error('no codebook is built in');

/** What was saved, and sent. */
export const background = {
  /** How many papers of the review cite a work, by its DOI. */
  cited: {} as Record<string, number>,
  /** The works that were put on the list. */
  /** The statement that the tab was opened for. */
  show: null as string | null,
  listed: [] as PageReport[],
  tags: [] as TagOnPage[],
  asked: [] as string[],
  /** What the page reported last of its quotes. */
  seen: null as { address: string; seen: Seen[] } | null,
};

const LISTED = { paperId: 'listed', progress: 'to-read', eligibility: 'undecided', tags: 0 };

type Handlers = Record<string, (payload: never) => unknown>;

const handlers: Handlers = {
  'page/tagging-state': () => ({
    ...{
      tags: background.tags,
      handoverKey: 'key',
      paperId: 'paper',
      sites: [],
      codebooks: [book],
    },
    ...{
      review: { id: 'review', name: 'Review', codebooks: [{ id: book.id, version: book.version }] },
    },
    ...{ numberKeys: [], newcomer: false, suggestUnasked: false, shortcut: '', keys: {} },
    ...{ last: null, show: background.show, leftOut: { damaged: 0, waiting: 0 }, newer: false },
  }),
  'papers/known': ({ works }: { works: { doi?: string | null }[] }) =>
    works.map(({ doi }) =>
      background.listed.some(({ paper }) => paper?.doi === doi) ? LISTED : null,
    ),
  'papers/cited': ({ works }: { works: { doi?: string | null }[] }) =>
    works.map(({ doi }) => background.cited[doi ?? ''] ?? 0),
  'papers/list': ({ report }: { report: PageReport }) => {
    background.listed.push(report);
    return { known: LISTED, eventId: `listed ${background.listed.length}` };
  },
  'tags/move': ({ id, statement }: MovedTag) => {
    const moved = background.tags.find(({ tag }) => tag.id === id);
    if (!moved) throw new Error('There is no such tag.');
    const row = {
      tag: { ...moved.tag, statementId: `statement ${statement.quote}` },
      statement: {
        ...moved.statement,
        ...{ id: `statement ${statement.quote}`, quote: statement.quote },
        targets: [statement.target],
      },
    } as TagOnPage;
    background.tags = background.tags.map((one) => (one === moved ? row : one));
    return { ...row, eventId: 'moved' };
  },
  'tags/delete': ({ id }: { id: string }) => {
    background.tags = background.tags.filter(({ tag }) => tag.id !== id);
    return { eventId: `deleted ${id}` };
  },
  'statements/seen': (reported: { address: string; seen: Seen[] }) => {
    background.seen = reported;
    return null;
  },
  'tags/save': (tag: NewTag) => {
    const statementId = `statement ${tag.statement.quote}`;
    const row = {
      tag: { ...tag, id: tag.tagId, statementId, paperId: 'paper', direction: 'unstated' },
      statement: {
        ...{ id: statementId, quote: tag.statement.quote, updatedAt: '2026-01-01' },
        targets: [tag.statement.target],
      },
    } as unknown as TagOnPage;
    background.tags = [...background.tags, row];
    return { ...row, eventId: `step ${tag.tagId}`, replaced: null };
  },
};

/** A tag that was made in another tab. */
export function tagElsewhere(element: Element, quote: string): void {
  const range = document.createRange();
  range.selectNodeContents(element);
  const target = {
    representation: 'html',
    url: location.href,
    selectors: describeRange(range, document.body),
  };
  const statement = { id: 'statement', quote, updatedAt: '2026-01-01', targets: [target] };
  const tag = {
    ...{ id: 'tag', statementId: 'statement', paperId: 'paper', stance: 'supporting' },
    ...{ direction: 'unstated', basis: 'own', codebookId: 'book', influenceId: 'one', note: '' },
  };
  background.tags = [{ tag, statement }] as unknown as TagOnPage[];
}

/** For `vi.mock('wxt/browser', ...)`. */
export function fakeBrowser() {
  const frame =
    '<script>onmessage = ({ ports: [port] }) => port.postMessage({ ready: true })</script>';
  const bar = URL.createObjectURL(new Blob([frame], { type: 'text/html' }));
  return {
    browser: {
      runtime: {
        id: 'bearing',
        getURL: (path: string) => (path === '/bar.html' ? bar : `${location.origin}${path}`),
        sendMessage: async ({ type, payload }: { type: string; payload: never }) => {
          background.asked.push(type);
          return { ok: true, value: structuredClone(handlers[type]?.(payload) ?? null) };
        },
      },
    },
  };
}
