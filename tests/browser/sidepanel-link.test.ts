/** The panel's line to a page: what a page says is put together from slices, and believed only if well-formed. */
import { describe, expect, test, vi } from 'vitest';

vi.mock('wxt/browser', () => ({ browser: { runtime: { lastError: undefined } } }));

const { PanelLink } = await import('../../entrypoints/sidepanel/link');
const { sampleId } = await import('../support/samples');

type Listener = (message: unknown) => void;

/** A page's end of the line. */
function aPage() {
  const heard: unknown[] = [];
  const onMessage: Listener[] = [];
  const onDisconnect: (() => void)[] = [];
  const port = {
    postMessage: (message: unknown) => heard.push(message),
    disconnect: () => {},
    onMessage: { addListener: (listener: Listener) => onMessage.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => onDisconnect.push(listener) },
  };
  const link = new PanelLink(port as never, 7);
  const say = (message: unknown) => {
    for (const listener of onMessage) listener(structuredClone(message));
  };
  const leave = () => {
    for (const listener of onDisconnect) listener();
  };
  return { link, say, leave, heard };
}

const report = {
  kind: 'article',
  reasons: [],
  url: 'https://journal.example/1',
  paper: { title: 'A paper', authors: [], sources: {} },
  conflicts: [],
};
const page = {
  part: 'page',
  report,
  tagging: false,
  chosen: null,
  chosenSentence: null,
  toolbarHere: null,
};
const place = (n: number, order: number | null = n) => ({
  statementId: sampleId(3, n),
  outcome: order === null ? 'lost' : 'exact',
  order,
  text: null,
  diff: [],
  flags: [],
});

describe('the outline of a page', () => {
  test('begins with the page itself; places and references follow', () => {
    const { link, say } = aPage();
    say({ part: 'places', turn: 1, from: 0, total: 1, places: [place(1)] });
    expect(link.outline).toBeNull();
    say(page);
    expect(link.outline).toMatchObject({ tagging: false, places: null, references: null });
    say({ part: 'places', turn: 2, from: 0, total: 1, places: [place(1)] });
    expect(link.outline?.places?.get(sampleId(3, 1))?.order).toBe(1);
  });

  test('shows a sliced list only when its last slice is there', () => {
    const { link, say } = aPage();
    say(page);
    say({ part: 'places', turn: 1, from: 0, total: 3, places: [place(1), place(2)] });
    expect(link.outline?.places).toBeNull();
    say({ part: 'places', turn: 1, from: 2, total: 3, places: [place(3)] });
    expect(link.outline?.places?.size).toBe(3);
  });

  test('drops slices of a list that a newer one has overtaken', () => {
    const { link, say } = aPage();
    say(page);
    say({ part: 'places', turn: 1, from: 0, total: 2, places: [place(1)] });
    say({ part: 'places', turn: 2, from: 0, total: 1, places: [place(9)] });
    say({ part: 'places', turn: 1, from: 1, total: 2, places: [place(2)] });
    expect([...(link.outline?.places?.keys() ?? [])]).toEqual([sampleId(3, 9)]);
  });

  test('has the citation statements in order; one that has not changed stays the same object', () => {
    const { link, say } = aPage();
    say(page);
    const sentence = (index: number, order = index) => ({
      ...{ index, text: `Sentence ${index}.`, section: null, order },
    });
    const first = { part: 'sentences', turn: 1, from: 0, total: 2 };
    say({ ...first, sentences: [sentence(0), sentence(1)] });
    const before = link.outline?.sentences;
    expect(link.outline?.tagged).toBeNull();
    say({ ...first, turn: 2, sentences: [sentence(0), sentence(1, 90)] });
    const after = link.outline?.sentences;
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]?.order).toBe(90);
    const tagged = [{ statementId: sampleId(3, 1), sentence: 1 }];
    say({ part: 'tagged', turn: 3, from: 0, total: 1, tagged });
    expect(link.outline?.tagged).toEqual(tagged);
  });

  test('keeps the object of a place that has not changed, so that its row is not drawn again', () => {
    const { link, say } = aPage();
    say(page);
    say({ part: 'places', turn: 1, from: 0, total: 2, places: [place(1), place(2)] });
    const before = link.outline?.places;
    say({ part: 'places', turn: 2, from: 0, total: 2, places: [place(1), place(2, null)] });
    const after = link.outline?.places;
    expect(after?.get(sampleId(3, 1))).toBe(before?.get(sampleId(3, 1)));
    expect(after?.get(sampleId(3, 2))?.outcome).toBe('lost');
  });
});

describe('what is not an outline is dropped', () => {
  test.each([
    ['nothing', null],
    ['a part that is not known', { part: 'secrets' }],
    ['a page whose report is none', { ...page, report: { kind: 'article' } }],
    ['a choice that is no statement', { ...page, chosen: '<img src=x>' }],
    ['an endless list', { part: 'places', turn: 1, from: 0, total: 1e9, places: [] }],
    [
      'a slice that is too long',
      {
        part: 'places',
        turn: 1,
        from: 0,
        total: 500,
        places: Array.from({ length: 500 }, (_, i) => place(i)),
      },
    ],
    [
      'an outcome that is not known',
      { part: 'places', turn: 1, from: 0, total: 1, places: [{ ...place(1), outcome: 'fine' }] },
    ],
    [
      'a reference with a script for a PubMed number',
      {
        part: 'references',
        turn: 1,
        from: 0,
        total: 1,
        references: [
          {
            id: 'r',
            label: null,
            text: '',
            doi: null,
            pmid: 'javascript:',
            title: null,
            year: null,
            citedBy: 0,
          },
        ],
      },
    ],
  ])('%s', (_, message) => {
    const { link, say } = aPage();
    say(page);
    const before = link.outline;
    say(message);
    expect(link.outline).toBe(before);
  });
});

describe('asking how a passage is found again', () => {
  const target = {
    representation: 'html',
    url: report.url,
    selectors: { quote: { type: 'TextQuoteSelector', exact: 'new words', prefix: '', suffix: '' } },
  };

  test('is answered for the statement that was asked about', async () => {
    const { link, say, heard } = aPage();
    say(page);
    const answer = link.describe(sampleId(3, 1));
    expect(heard).toEqual([{ describe: sampleId(3, 1) }]);
    say({ part: 'described', statementId: sampleId(3, 2), target });
    say({ part: 'described', statementId: sampleId(3, 1), target: null });
    expect(await answer).toBeNull();
  });

  test('is answered with nothing when the page goes, and the panel is told', async () => {
    const { link, say, leave } = aPage();
    say(page);
    const gone = vi.fn();
    link.onGone = gone;
    const answer = link.describe(sampleId(3, 1));
    leave();
    expect(await answer).toBeNull();
    expect(gone).toHaveBeenCalledOnce();
    expect(link.alive).toBe(false);
  });

  test('a line that the panel itself closes says nothing of it', () => {
    const { link, say, leave } = aPage();
    say(page);
    const gone = vi.fn();
    link.onGone = gone;
    link.close();
    leave();
    expect(gone).not.toHaveBeenCalled();
  });
});
