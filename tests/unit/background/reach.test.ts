/** A script in a page reaches the papers of its own page and no other, whatever it says it is. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { forgetMet, noteDocument } from '../../../lib/browser/documents';
import { newId, type PageReport, type PaperFacts, type UnfinishedDraft } from '../../../lib/model';
import {
  changedQuotes,
  changeSettings,
  correctPaper,
  createReview,
  lastStep,
  nameReader,
  undo,
} from '../../../lib/store';
import { shipped } from '../../support/codebooks';
import { asCoder, contents, facts, newTag, PAGE_A, page } from '../store/support';
import { carried, forgetDocuments, freshBackground, request, script } from './support';

const ARTICLE = script(PAGE_A.url, 1, 'D-article');
/** A page of another site, and one of the article's own site. */
const ELSEWHERE = script('https://b.example/opening-hours', 2, 'D-elsewhere');
const NEXT_DOOR = script('https://a.example/opening-hours', 3, 'D-next-door');
const SECRET = 'what only the reader may read';

/** The article is open and tagged, with a note. */
async function tagged() {
  await carried(ARTICLE, 'page/noticed', { report: PAGE_A });
  return carried(ARTICLE, 'tags/save', newTag({ note: SECRET }));
}

const CORRECTED = page(PAGE_A.url, { ...facts('10.5555/a'), sources: { doi: 'reader' } });

/** A note half typed on a statement of a paper. */
function draftOf(on: PageReport): UnfinishedDraft {
  const { statement } = newTag({ on });
  return {
    ...{ tagId: null, statementId: null, page: on, statement, direction: 'unstated' },
    ...{ basis: 'own', note: '', typed: 'half a thought', open: false },
    left: { stance: 'supporting', influence: null },
  };
}

const refused = expect.objectContaining({ ok: false });

beforeEach(async () => {
  await freshBackground([1, 2, 3]);
});

describe('the article’s own page', () => {
  test('is shown its tags, and may change, move, delete and undo them', async () => {
    const { tag } = await tagged();
    const state = await carried(ARTICLE, 'page/tagging-state', { report: PAGE_A });
    expect(state.tags.map((one) => one.tag.note)).toEqual([SECRET]);
    await carried(ARTICLE, 'tags/change', { id: tag.id, change: { stance: 'mentioning' } });
    const { page: at, statement } = newTag({ quote: 'Another passage.' });
    await carried(ARTICLE, 'tags/move', { id: tag.id, page: at, statement });
    const { eventId } = await carried(ARTICLE, 'tags/delete', { id: tag.id });
    const undone = await carried(ARTICLE, 'tags/undo', { eventId });
    expect(undone.tag?.stance).toBe('mentioning');
  });

  test('reports which of its quotes it has not any more', async () => {
    const { tag, statement } = await tagged();
    const report = (outcome: 'lost' | 'found') =>
      carried(ARTICLE, 'statements/seen', {
        address: PAGE_A.url,
        seen: [{ statementId: statement.id, outcome }],
      });
    await report('lost');
    expect(await changedQuotes(tag.reviewId)).toMatchObject([{ outcome: 'lost' }]);
    await report('found');
    expect(await changedQuotes(tag.reviewId)).toEqual([]);
  });

  test('whatever trackers and fragments its address has now', async () => {
    await tagged();
    const moved = script(`${PAGE_A.url}?utm_source=mail#results`, 1, 'D-article');
    expect(await request(moved, 'page/tagging-state', { report: PAGE_A })).toMatchObject({
      ok: true,
    });
  });

  test('in a new document is known by the report that this one sends', async () => {
    const { tag } = await tagged();
    const again = script(PAGE_A.url, 1, 'D-reloaded');
    await carried(again, 'page/noticed', { report: PAGE_A });
    expect(await request(again, 'tags/delete', { id: tag.id })).toMatchObject({ ok: true });
  });

  test('in a browser that does not name documents', async () => {
    const old = script(PAGE_A.url, 1);
    await carried(old, 'page/noticed', { report: PAGE_A });
    const { tag } = await carried(old, 'tags/save', newTag());
    expect(await request(old, 'tags/delete', { id: tag.id })).toMatchObject({ ok: true });
    expect(await request(script(PAGE_A.url, 2), 'tags/delete', { id: newId() })).toEqual(refused);
  });

  test('is a page that is no article: it is known by its address', async () => {
    const url = 'https://blog.example/post';
    const blog = script(url, 4, 'D-blog');
    const report = page(url, { url, title: 'A post', sources: { title: 'visible' } });
    await carried(blog, 'page/tagging-state', { report });
    const { tag } = await carried(blog, 'tags/save', newTag({ on: report }));
    expect(await request(blog, 'tags/delete', { id: tag.id })).toMatchObject({ ok: true });
  });

  test('a single-page site: both articles that one document has shown', async () => {
    const first = page('https://app.example/#/1', facts('10.5555/one'));
    const second = page('https://app.example/#/2', facts('10.5555/two'));
    const app = (at: PageReport) => script(at.url, 5, 'D-app');
    await carried(app(first), 'page/noticed', { report: first });
    await carried(app(second), 'page/noticed', { report: second });
    // A tag that was composed before the site moved on is still its first article's.
    const { tag } = await carried(app(second), 'tags/save', newTag({ on: first }));
    await carried(app(second), 'tags/save', newTag({ on: second }));
    expect(await request(app(second), 'tags/delete', { id: tag.id })).toMatchObject({ ok: true });
  });

  test.each([
    ['with a DOI', page('https://app.example/#/1', facts('10.5555/one'))],
    ['known by its address alone', page('https://app.example/#/1', { title: 'A post' })],
  ])(
    'a single-page site: a draft of a paper %s, when the background has forgotten that',
    async (_, first) => {
      const app = (at: PageReport) => script(at.url, 5, 'D-app');
      await carried(app(first), 'page/noticed', { report: first });
      const drafts = [draftOf(first)];
      const { url: address } = first;
      await carried(app(first), 'drafts/keep', { address, document: '1', drafts });
      const later = Array.from({ length: 8 }, (_, i) =>
        page(`https://app.example/#/${i + 2}`, facts(`10.5555/later.${i}`)),
      );
      for (const report of later) await carried(app(report), 'page/noticed', { report });
      const now = app(later.at(-1) as PageReport);
      const save = () => request(now, 'tags/save', newTag({ on: first }));
      expect(await save()).toMatchObject({ ok: false, code: 'unknown-report' });
      // What tagging mode does then (as-page.ts).
      await carried(now, 'page/remember', { report: first });
      expect(await save()).toMatchObject({ ok: true });
      await carried(now, 'drafts/keep', { address, document: '1', drafts: [] });
    },
  );

  test('a colleague’s tag on it, and a colleague’s step, stay as they are', async () => {
    const { tag, eventId } = await tagged();
    await asCoder('JK');
    await carried(ARTICLE, 'tags/save', newTag({ quote: 'Pay did not.' }));
    const { page: at, statement } = newTag({ quote: 'Another passage.' });
    const { id } = tag;
    const refusals = [
      await request(ARTICLE, 'tags/change', { id, change: { stance: 'mentioning' } }),
      await request(ARTICLE, 'tags/delete', { id }),
      await request(ARTICLE, 'tags/move', { id, page: at, statement }),
      await request(ARTICLE, 'tags/undo', { eventId }),
    ];
    for (const one of refusals) expect(one).toMatchObject({ ok: false, code: 'not-own' });
    expect((await contents()).tags).toContainEqual(tag);
  });

  test('a draft of another site’s paper cannot be saved here', async () => {
    await carried(ELSEWHERE, 'page/noticed', { report: page(ELSEWHERE.url as string) });
    expect(await request(ELSEWHERE, 'page/remember', { report: PAGE_A })).toMatchObject({
      ok: false,
      code: 'out-of-reach',
    });
    expect(await request(ELSEWHERE, 'tags/save', newTag())).toEqual(refused);
  });

  test.each<[string, Partial<PaperFacts>]>([
    ['named by title', { title: 'The citing work', sources: { title: 'site' } }],
    ['named by DOI', facts('10.5555/citing')],
    ['unnamed', { fingerprint: 'citing 1' }],
  ])('a scite report: statements of the works it quotes, %s', async (_, named) => {
    const url = 'https://scite.ai/reports/x';
    const report: PageReport = {
      ...page(url, facts('10.5555/cited')),
      representation: 'scite-report',
    };
    const citing: PageReport = {
      ...page(url, named),
      representation: 'scite-report',
      quoted: true,
    };
    const scite = script(url, 6, 'D-scite');
    await carried(scite, 'page/noticed', { report });
    const { tag } = await carried(scite, 'tags/save', newTag({ on: citing }));
    const state = await carried(scite, 'page/tagging-state', { report });
    expect(state.tags.map((one) => one.tag.id)).toEqual([tag.id]);
    // Shown in another tab, it may be changed there as well.
    const other = script(url, 7, 'D-scite-again');
    await carried(other, 'page/noticed', { report });
    const change = { stance: 'mentioning' as const };
    expect(await request(other, 'tags/change', { id: tag.id, change })).toMatchObject({ ok: true });
  });
});

describe.each([
  ['another site', ELSEWHERE],
  ['another page of the site', NEXT_DOOR],
] as const)('a page of %s', (_, attacker) => {
  const attacks: [
    string,
    (of: Awaited<ReturnType<typeof tagged>>) => ReturnType<typeof request>,
  ][] = [
    ['asks for the tags', () => request(attacker, 'page/tagging-state', { report: PAGE_A })],
    [
      'asks for the tags under its own address',
      () =>
        request(attacker, 'page/tagging-state', { report: { ...PAGE_A, url: attacker.url ?? '' } }),
    ],
    [
      'changes a tag',
      ({ tag }) => request(attacker, 'tags/change', { id: tag.id, change: { note: 'x' } }),
    ],
    ['deletes a tag', ({ tag }) => request(attacker, 'tags/delete', { id: tag.id })],
    ['takes a step back', ({ eventId }) => request(attacker, 'tags/undo', { eventId })],
    [
      'asks for the last step on it',
      () => request(attacker, 'tags/last-step', { report: PAGE_A, redo: false }),
    ],
    [
      'reports that its quote is gone',
      ({ statement: { id: statementId } }) => {
        const seen = [{ statementId, outcome: 'lost' as const }];
        return request(attacker, 'statements/seen', { address: attacker.url ?? '', seen });
      },
    ],
    [
      'reports it under the article’s address',
      ({ statement: { id: statementId } }) => {
        const seen = [{ statementId, outcome: 'lost' as const }];
        return request(attacker, 'statements/seen', { address: PAGE_A.url, seen });
      },
    ],
    ['saves a tag on it', () => request(attacker, 'tags/save', newTag({ quote: 'Forged.' }))],
    [
      'moves a tag to itself',
      ({ tag }) => {
        const own = page(attacker.url ?? '', null);
        const { statement } = newTag({ on: own, quote: 'Forged.' });
        return request(attacker, 'tags/move', { id: tag.id, page: own, statement });
      },
    ],
    [
      'sends a save again that was not its own',
      ({ tag }) => {
        const own = page(attacker.url ?? '', null);
        return request(attacker, 'tags/save', { ...newTag({ on: own }), tagId: tag.id });
      },
    ],
  ];
  test.each(attacks)('%s: refused, and nothing is changed or told', async (_name, attack) => {
    const saved = await tagged();
    const before = await contents();
    const reply = await attack(saved);
    expect(reply).toEqual(refused);
    expect(JSON.stringify(reply)).not.toContain(SECRET);
    expect(await contents()).toEqual(before);
  });
});

describe('a page takes back steps on tags, and nothing else that the reader did', () => {
  test('on its paper, also after a restart', async () => {
    const { eventId } = await tagged();
    await correctPaper(PAGE_A, { year: 1999 });
    const last = await carried(ARTICLE, 'tags/last-step', { report: PAGE_A, redo: false });
    expect(last).toEqual({ eventId });
  });

  test.each<[string, () => Promise<unknown>]>([
    ['settings', () => changeSettings({ showTagsOnOpen: false })],
    ['a new review', () => createReview({ name: 'Mine', codebooks: [shipped('psw-core')] })],
    ['a correction of its paper', () => correctPaper(PAGE_A, { year: 1999 })],
    ['the reader’s name', () => nameReader('NI')],
  ])('not %s', async (_, deed) => {
    await tagged();
    await deed();
    const done = await lastStep();
    const before = await contents();
    const reply = await request(ARTICLE, 'tags/undo', { eventId: done?.id ?? '' });
    expect(reply).toMatchObject({ ok: false, code: 'not-found' });
    const redo = await undo(done?.id ?? '');
    expect(await contents()).not.toEqual(before);
    // Nor does it do again what the reader took back.
    const again = await request(ARTICLE, 'tags/undo', { eventId: redo.eventId });
    expect(again).toMatchObject({ ok: false, code: 'not-found' });
  });
});

test('a page of another site cannot send the article’s report as its own', async () => {
  await tagged();
  expect(await request(ELSEWHERE, 'page/noticed', { report: PAGE_A })).toEqual(refused);
  expect(await request(ELSEWHERE, 'page/remember', { report: PAGE_A })).toEqual(refused);
  expect(await request(ELSEWHERE, 'page/tagging-state', { report: PAGE_A })).toEqual(refused);
});

test.each<[string, () => ReturnType<typeof request>]>([
  ['as its report', () => request(ARTICLE, 'page/noticed', { report: CORRECTED })],
  ['with a tag', () => request(ARTICLE, 'tags/save', newTag({ on: CORRECTED }))],
  [
    'with a listed work',
    () => request(ARTICLE, 'papers/list', { report: { ...CORRECTED, representation: 'list' } }),
  ],
])('a page cannot send a correction of the reader’s %s', async (_, send) => {
  // Known otherwise, so that nothing else refuses it.
  await carried(ARTICLE, 'page/noticed', { report: PAGE_A });
  expect(await send()).toEqual(refused);
});

test('what a page puts on the list is a listed work', async () => {
  expect(await request(ARTICLE, 'papers/list', { report: PAGE_A })).toEqual(refused);
});

test('a tag’s place is an address of its page’s site', async () => {
  await carried(ARTICLE, 'page/noticed', { report: PAGE_A });
  const tag = newTag({ url: 'https://b.example/elsewhere' });
  expect(await request(ARTICLE, 'tags/save', tag)).toEqual(refused);
});

describe('which works the review knows', () => {
  test('any page may ask, and hears status and count and no note', async () => {
    await tagged();
    const reply = await request(ELSEWHERE, 'papers/known', { works: [{ doi: '10.5555/a' }] });
    expect(reply).toMatchObject({
      ok: true,
      value: [{ progress: 'reading', eligibility: 'undecided', tags: 1 }],
    });
    expect(JSON.stringify(reply)).not.toContain(SECRET);
  });

  test('how many papers cite one is told without the page’s own paper', async () => {
    const cites = [{ label: '1', text: 'A work', doi: '10.5555/cited' }];
    const works = [{ doi: '10.5555/cited' }, { doi: '10.5555/unknown' }];
    await carried(ARTICLE, 'page/noticed', { report: PAGE_A });
    await carried(ARTICLE, 'tags/save', newTag({ statement: { cites } }));
    expect(await carried(ARTICLE, 'papers/cited', { works })).toEqual([0, 0]);
    expect(await carried(ELSEWHERE, 'papers/cited', { works })).toEqual([1, 0]);
  });

  test('and may put one on the list, which lets it touch no tag', async () => {
    const { tag } = await tagged();
    const listed = {
      ...page('https://c.example/work', facts('10.5555/unread')),
      representation: 'list' as const,
    };
    const before = await contents();
    const { eventId } = await carried(ELSEWHERE, 'papers/list', { report: listed });
    expect(await request(ELSEWHERE, 'tags/delete', { id: tag.id })).toEqual(refused);
    // Nobody else may take it back; who listed it may.
    expect(await request(ARTICLE, 'tags/undo', { eventId: String(eventId) })).toEqual(refused);
    await carried(ELSEWHERE, 'tags/undo', { eventId: String(eventId) });
    const after = await contents();
    expect(after.reviewPapers).toEqual(before.reviewPapers);
    // On the list already: nothing is done, and nothing is to be taken back.
    await carried(ELSEWHERE, 'papers/list', { report: listed });
    expect(await carried(ELSEWHERE, 'papers/list', { report: listed })).toMatchObject({
      eventId: null,
    });
  });

  const work = (doi: string) => ({
    ...page(`https://c.example/${doi}`, facts(doi)),
    representation: 'list' as const,
  });

  test('may put all that it lists there, hears first what that does, and may take it back', async () => {
    const { tag } = await tagged();
    const reports = [work('10.5555/a'), work('10.5555/b'), work('10.5555/c'), work('10.5555/c')];
    const counts = { new: 2, listed: 1, known: 0, doubtful: 0, repeated: 1 };
    const before = await contents();
    expect(await carried(ELSEWHERE, 'papers/offer', { reports })).toEqual(counts);
    expect(await contents()).toEqual(before);
    const done = await carried(ELSEWHERE, 'papers/list-all', { reports });
    expect(done.counts).toEqual(counts);
    expect((await contents()).reviewPapers).toHaveLength(3);
    const eventId = done.eventId ?? '';
    // Only the document that did it, and no tag of what it lists.
    expect(await request(NEXT_DOOR, 'tags/undo', { eventId })).toEqual(refused);
    expect(await request(ELSEWHERE, 'tags/delete', { id: tag.id })).toEqual(refused);
    const undone = await carried(ELSEWHERE, 'tags/undo', { eventId });
    expect((await contents()).reviewPapers).toHaveLength(1);
    await carried(ELSEWHERE, 'tags/undo', { eventId: undone.eventId });
    expect((await contents()).reviewPapers).toHaveLength(3);
    // All of it is there: nothing is written twice.
    const again = await carried(ELSEWHERE, 'papers/list-all', { reports });
    expect(again).toMatchObject({ eventId: null, counts: { listed: 3, repeated: 1 } });
  });

  test('what it does not list is none of it', async () => {
    const reports = [work('10.5555/b'), PAGE_A];
    expect(await request(ELSEWHERE, 'papers/offer', { reports })).toEqual(refused);
    expect(await request(ELSEWHERE, 'papers/list-all', { reports })).toEqual(refused);
  });
});

describe('a background that has forgotten a document', () => {
  test('asks for its report again, and goes on', async () => {
    const { tag } = await tagged();
    await forgetDocuments();
    const change = { id: tag.id, change: { note: 'later' } };
    expect(await request(ARTICLE, 'tags/change', change)).toMatchObject({ code: 'unknown-report' });
    expect(await request(ARTICLE, 'tags/save', newTag())).toMatchObject({ code: 'unknown-report' });
    await carried(ARTICLE, 'page/remember', { report: PAGE_A });
    expect(await request(ARTICLE, 'tags/change', change)).toMatchObject({ ok: true });
    expect(await request(ARTICLE, 'tags/save', newTag())).toMatchObject({ ok: true });
  });

  test('knows it again after it has ended, by what the browser keeps', async () => {
    const { tag } = await tagged();
    forgetMet();
    const change = { id: tag.id, change: { note: 'later' } };
    expect(await request(ARTICLE, 'tags/change', change)).toMatchObject({ ok: true });
  });

  test('reads once what the browser keeps of it', async () => {
    const { tag } = await tagged();
    forgetMet();
    const reads = vi.spyOn(browser.storage.session, 'get');
    for (const note of ['later', 'still later'])
      await carried(ARTICLE, 'tags/change', { id: tag.id, change: { note } });
    const ofIt = reads.mock.calls.filter(([slot]) => slot === 'document D-article');
    expect(ofIt).toHaveLength(1);
  });

  test('keeps a bounded number of them', async () => {
    for (let i = 0; i < 400; i += 1) {
      const at = page(`https://s${i}.example/x`, facts(`10.5555/s${i}`));
      await carried(script(at.url, i, `D-${i}`), 'page/noticed', { report: at });
    }
    const slots = Object.keys(await browser.storage.session.get(null));
    expect(slots.length).toBeLessThanOrEqual(151);
    expect(slots).toContain('document D-399');
  });

  test('lists each that it keeps, one that was forgotten and has written again too', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 149; i += 1) {
        await noteDocument(`passing ${round} ${i}`, { paperIds: ['a'] });
        if (i % 50 === 0) await noteDocument('staying', { paperIds: [`${round} ${i}`] });
      }
      await noteDocument('staying', { paperIds: [`${round} late`] });
    }
    const { documents, ...slots } = await browser.storage.session.get(null);
    const listed = (documents as string[]).map((key) => `document ${key}`);
    expect(Object.keys(slots).filter((slot) => !listed.includes(slot))).toEqual([]);
  });

  test('keeps a bounded number of reports and papers of one', async () => {
    for (let i = 0; i < 300; i += 1) {
      const at = page(`https://app.example/${i}`, facts(`10.5555/s${i}`));
      const app = script(at.url, 1, 'D-app');
      await carried(app, 'page/noticed', { report: at });
      await carried(app, 'tags/save', newTag({ on: at }));
    }
    const [slot] = Object.values(await browser.storage.session.get('document D-app')) as {
      reports: unknown[];
      paperIds: unknown[];
    }[];
    expect(slot?.reports).toHaveLength(6);
    expect(slot?.paperIds).toHaveLength(200);
  }, 60_000);
});
