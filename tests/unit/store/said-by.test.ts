/** Words that a scite report quotes belong to the paper that says them: named by the report, or not, or named later. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  citingPrint,
  type PageReport,
  type PaperFacts,
  reportedReference,
} from '../../../lib/model';
import {
  correctPaper,
  countOnPage,
  deleteTag,
  lastStep,
  mapInput,
  papersOnPage,
  paperTags,
  quotedReport,
  saveTag,
  statementsOnPage,
  undo,
  wouldJoin,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { backUp, contents, emptyStore, expectSound, facts, newTag, page, restore } from './support';

beforeEach(emptyStore);
afterEach(() => expectSound());

const URL = 'https://scite.ai/reports/a-review-AbC';
const NAME = 'What peer workers say about the supervision they get';
const REPORT: PageReport = {
  ...page(URL, { doi: '10.5555/reported', title: 'A review of roles', sources: { title: 'site' } }),
  kind: 'citation-list',
  representation: 'scite-report',
};
const quoted = (of: Partial<PaperFacts>, url = URL): PageReport => ({
  ...page(url, of),
  representation: 'scite-report',
  quoted: true,
});
const site = (of: Partial<PaperFacts>): Partial<PaperFacts> => ({
  ...of,
  sources: Object.fromEntries(Object.keys(of).map((field) => [field, 'site' as const])),
});
const byTitle = (title = NAME, more: Partial<PaperFacts> = {}) => quoted(site({ title, ...more }));
const byDoi = (doi: string) => quoted(site({ doi, title: NAME }));
const unnamed = (quote: string) => quoted({ fingerprint: citingPrint(URL, quote) });

/** A statement of the report, as tagging mode sends it. */
const tag = (on: PageReport, quote: string, influenceId = 'training') => {
  const { statement, ...rest } = newTag({ on, quote, influenceId, basis: 'second-hand' });
  return saveTag({
    ...rest,
    statement: {
      ...statement,
      cites: [reportedReference(REPORT.paper, URL)],
      machineLabels: [{ by: 'scite', label: 'mentioning', confidence: 0.99 }],
      target: { ...statement.target, representation: 'scite-report' },
    },
  });
};
const ONE = 'Supervision was named in every interview.';
const TWO = 'Roles that were written down kept workers longer.';

describe('on a report', () => {
  test('statements of one named paper are one paper’s, those of unnamed ones are each their own', async () => {
    const [a, b] = [await tag(byTitle(), ONE), await tag(byTitle(), TWO)];
    expect(b.paper.id).toBe(a.paper.id);
    const [c, d] = [await tag(unnamed('c'), 'c'), await tag(unnamed('d'), 'd')];
    expect(new Set([a, c, d].map(({ paper }) => paper.id)).size).toBe(3);
    expect(await db.papers.where('doi').equals('10.5555/reported').count()).toBe(0);
  });

  test('they are shown on it, each with who says it, and none is the reported paper’s', async () => {
    await saveTag(newTag({ on: page('https://r.example', facts('10.5555/reported')) }));
    const [a, b] = [await tag(byTitle(), ONE), await tag(unnamed(TWO), TWO)];
    const { review } = (await mapInput()) ?? {};
    const here = await statementsOnPage(review?.id ?? '', REPORT);
    expect(here.statements).toHaveLength(3);
    expect(here.paper?.doi).toBe('10.5555/reported');
    const held = await paperTags(REPORT);
    expect(held?.statements).toHaveLength(1);
    expect(held?.quoted.map(({ saidBy }) => saidBy.id).sort()).toEqual(
      [a.paper.id, b.paper.id].sort(),
    );
    expect((await papersOnPage(REPORT)).sort()).toEqual(
      [here.paper?.id, a.paper.id, b.paper.id].sort(),
    );
    // The badge counts what is shown.
    expect(await countOnPage(review?.id ?? '', REPORT)).toBe(3);
    // Elsewhere the reported paper is shown without them.
    const elsewhere = page('https://r.example', facts('10.5555/reported'));
    expect(await countOnPage(review?.id ?? '', elsewhere)).toBe(1);
    expect((await statementsOnPage(review?.id ?? '', elsewhere)).statements).toHaveLength(1);
  });

  test('the map counts each under the paper that says it', async () => {
    await tag(byTitle(), ONE);
    await tag(unnamed(TWO), TWO);
    const { sheets = [], reviewPapers = [] } = (await mapInput()) ?? {};
    expect(sheets).toHaveLength(2);
    expect(reviewPapers).toHaveLength(2);
  });

  test('the last step on it is the one on what it quotes', async () => {
    const { eventId } = await tag(unnamed(ONE), ONE);
    const last = await lastStep({ paperIds: await papersOnPage(REPORT), onTags: true });
    expect(last?.id).toBe(eventId);
  });

  test('an unnamed paper learns its name from the report, and its statement stays one', async () => {
    const first = await tag(unnamed(ONE), ONE);
    const again = await tag(byTitle(), ONE, 'supervision');
    expect(again.paper).toMatchObject({ id: first.paper.id, title: NAME });
    expect(again.statement.id).toBe(first.statement.id);
    expect((await tag(byTitle(), TWO)).paper.id).toBe(first.paper.id);
  });

  describe('one sentence of two citing papers', () => {
    const OTHER = 'Peer support in forensic services: a qualitative study';
    const says = async (title: string) =>
      (await db.papers.toArray()).filter((one) => one.title === title).length;

    test.each([
      ['', undefined],
      [', the first of which has other words too', NAME],
      [', the second of which has other words too', OTHER],
    ])('is a statement of each%s', async (_, before) => {
      if (before) await tag(byTitle(before), TWO);
      const one = await tag(byTitle(NAME), ONE);
      const other = await tag(byTitle(OTHER), ONE, 'supervision');
      expect([one.paper.title, other.paper.title]).toEqual([NAME, OTHER]);
      expect([await says(NAME), await says(OTHER)]).toEqual([1, 1]);
      // Tagged once more, each is the one that it was.
      expect((await tag(byTitle(NAME), ONE, 'pay')).statement.id).toBe(one.statement.id);
      expect((await tag(byTitle(OTHER), ONE, 'pay')).statement.id).toBe(other.statement.id);
    });

    test.each<[string, Partial<PaperFacts>]>([
      ['title', { title: OTHER }],
      ['DOI', { title: NAME, doi: '10.5555/other' }],
    ])(
      'that was unnamed keeps its statement and takes no name from a stored paper of that %s',
      async (_, of) => {
        const other = await tag(quoted(site(of)), TWO);
        const { paper, statement } = await tag(unnamed(ONE), ONE);
        const again = await tag(quoted(site(of)), ONE, 'supervision');
        expect(again.statement.id).toBe(statement.id);
        expect(await db.papers.get(paper.id)).toEqual(paper);
        expect(other.paper.id).not.toBe(paper.id);
      },
    );

    test('stays with the paper that the reader named, whatever the report names', async () => {
      const { paper } = await tag(byTitle(NAME), ONE);
      await correctPaper(quotedReport(paper, URL), { title: 'Right' });
      expect((await tag(byTitle(OTHER), ONE, 'supervision')).paper).toMatchObject({
        id: paper.id,
        title: 'Right',
      });
      expect(await says(OTHER)).toBe(0);
    });
  });
});

describe('known by title, it is', () => {
  const OWN_PAGE = page('https://journal.example/1', {
    ...facts('10.5555/citing', 'What Peer Workers Say: About the Supervision They Get'),
    year: 2023,
  });

  test('the paper that is met on its own page later, which tells its DOI and the better title', async () => {
    const { paper } = await tag(byTitle(NAME, { year: 2022 }), ONE);
    const own = await saveTag(newTag({ on: OWN_PAGE }));
    expect(own.paper).toMatchObject({
      id: paper.id,
      doi: '10.5555/citing',
      title: OWN_PAGE.paper?.title,
      quotedAt: [URL],
      urls: [OWN_PAGE.url],
    });
    // The report, which names the title only, leads to it still.
    expect((await tag(byTitle(), TWO)).paper.id).toBe(paper.id);
    // And its own title is not replaced by the report's.
    expect((await db.papers.get(paper.id))?.title).toBe(OWN_PAGE.paper?.title);
  });

  test('the paper that was met on its own page before', async () => {
    const own = await saveTag(newTag({ on: OWN_PAGE }));
    expect((await tag(byTitle(), ONE)).paper.id).toBe(own.paper.id);
  });

  test.each<[how: string, onOwnPage: string, onReport: string]>([
    ['accents', 'Évaluation d’un programme de soutien', 'Evaluation d’un programme de soutien'],
    ['other quotation marks', '“I feel heard”: voices of peers', '"I feel heard": voices of peers'],
    [
      'a quotation mark that is missing',
      '«I feel heard»: peers speak up',
      'I feel heard: peers speak up',
    ],
    ['a hyphen', 'Peer-support workers and their roles', 'Peer support workers and their roles'],
    [
      'a mark before the question',
      '¿Qué dicen las personas de apoyo?',
      'Qué dicen las personas de apoyo',
    ],
    [
      'case and letters of other widths',
      'ＲＯＬＥＳ of peer support workers',
      'Roles of Peer Support Workers',
    ],
  ])('the paper that prints its title with %s', async (_, onOwnPage, onReport) => {
    const own = await saveTag(
      newTag({ on: page('https://journal.example/1', facts('10.5555/citing', onOwnPage)) }),
    );
    expect((await tag(byTitle(onReport), ONE)).paper.id).toBe(own.paper.id);
  });

  test('found by the title that the reader gave it, and no longer by the one before', async () => {
    const own = await saveTag(newTag({ on: OWN_PAGE }));
    await correctPaper(OWN_PAGE, { title: 'Another Title Than That of the Page' });
    const before = await tag(byTitle(), ONE);
    expect(before.paper.id).not.toBe(own.paper.id);
    const now = await tag(byTitle('Another title than that of the page'), TWO);
    expect(now.paper.id).toBe(own.paper.id);
  });

  test('the paper of its DOI, where the report links it', async () => {
    const own = await saveTag(newTag({ on: OWN_PAGE }));
    expect((await tag(byDoi('10.5555/citing'), ONE)).paper.id).toBe(own.paper.id);
  });

  test.each<[string, Partial<PaperFacts>]>([
    ['of another year', { year: 2001 }],
    ['of two years before', { year: 2021 }],
    ['by another author', { authors: [{ family: 'Okonkwo' }] }],
    ['with another DOI', { doi: '10.5555/other' }],
  ])('another paper than one of this title %s', async (_, of) => {
    const own = await saveTag(newTag({ on: OWN_PAGE }));
    expect((await tag(byTitle(NAME, of), ONE)).paper.id).not.toBe(own.paper.id);
  });

  test('a paper of its own where two have this title', async () => {
    const preprint = page('https://p.example', facts('10.5555/preprint', NAME));
    const both = [
      await saveTag(newTag({ on: OWN_PAGE })),
      await saveTag(newTag({ on: preprint, quote: 'x' })),
    ].map(({ paper }) => paper.id);
    expect(both).not.toContain((await tag(byTitle(), ONE)).paper.id);
  });

  test('never joined by a title that many works have', async () => {
    const editorial = page('https://journal.example/2', facts('10.5555/ed', 'Editorial'));
    const own = await saveTag(newTag({ on: editorial }));
    expect((await tag(byTitle('Editorial'), ONE)).paper.id).not.toBe(own.paper.id);
  });

  test('one paper in two stores that are merged, in both orders', async () => {
    const { paper } = await tag(byTitle(), ONE);
    const [mine, before] = [await backUp('x'), await contents()];
    await emptyStore();
    const own = await saveTag(newTag({ on: OWN_PAGE }));
    const theirs = await backUp('x');
    await restore(mine);
    const joined = async () => (await db.papers.toArray()).map(({ updatedAt: _, ...one }) => one);
    const there = await joined();
    expect(there).toHaveLength(1);
    expect(there[0]).toMatchObject({ doi: '10.5555/citing', quotedAt: [URL] });
    expect([paper.id, own.paper.id]).toContain(there[0]?.id);
    await emptyStore();
    await restore(mine, { as: 'mine' });
    expect((await contents()).papers).toEqual(before.papers);
    await restore(theirs);
    expect(await joined()).toEqual(there);
  });
});

describe('“Not this paper?” of a quoted statement', () => {
  const correct = async (paperId: string, doi: string) => {
    const paper = await db.papers.get(paperId);
    if (!paper) throw new Error('no paper');
    return { report: quotedReport(paper, URL), fields: { doi } };
  };

  test('names the unnamed paper, for this report and for good', async () => {
    const { paper } = await tag(unnamed(ONE), ONE);
    const { report, fields } = await correct(paper.id, '10.5555/citing');
    await correctPaper(report, fields);
    expect(await db.papers.get(paper.id)).toMatchObject({ doi: '10.5555/citing', urls: [] });
    expect((await tag(unnamed(ONE), ONE, 'supervision')).paper.id).toBe(paper.id);
    const own = await saveTag(newTag({ on: page('https://c.example', facts('10.5555/citing')) }));
    expect(own.paper.id).toBe(paper.id);
  });

  test('joins it with a stored paper, says so first, and is taken back', async () => {
    const own = await saveTag(newTag({ on: page('https://c.example', facts('10.5555/citing')) }));
    const { paper, tag: made } = await tag(unnamed(ONE), ONE);
    const before = await contents();
    const { report, fields } = await correct(paper.id, '10.5555/citing');
    expect(await wouldJoin(report, fields)).toMatchObject({ tags: 1, tagsThere: 1 });
    const { eventId } = await correctPaper(report, fields);
    expect((await db.tags.get(made.id))?.paperId).toBe(own.paper.id);
    expect(await db.papers.get(own.paper.id)).toMatchObject({
      urls: ['https://c.example/'],
      quotedAt: [URL],
    });
    // The same words, tagged again on the report, are that paper's, even with no statement left.
    await deleteTag(made.id);
    const again = await tag(unnamed(ONE), ONE);
    expect(again.paper.id).toBe(own.paper.id);
    await undo(again.eventId);
    await undo((await db.steps.toArray()).find((s) => s.command === 'delete-tags')?.id ?? '');
    await undo(eventId);
    const after = await contents();
    const plain = (all: typeof before) =>
      (['papers', 'statements', 'tags'] as const).map((name) =>
        (all[name] as { updatedAt: string }[]).map(({ updatedAt: _, ...one }) => one),
      );
    expect(plain(after)).toEqual(plain(before));
  });

  test('of two passages names one paper, which is known by the first one’s words still', async () => {
    const papers = [await tag(unnamed(ONE), ONE), await tag(unnamed(TWO), TWO)];
    for (const { paper } of papers) {
      const { report, fields } = await correct(paper.id, '10.5555/citing');
      await correctPaper(report, fields);
    }
    const [first, second] = papers.map(({ paper }) => paper);
    expect((await tag(unnamed(ONE), ONE, 'supervision')).paper.id).toBe(first?.id);
    expect((await tag(unnamed(TWO), TWO, 'supervision')).paper.id).toBe(first?.id);
    expect((await db.papers.get(first?.id ?? ''))?.fingerprint).toBe(citingPrint(URL, ONE));
    expect((await db.papers.get(second?.id ?? ''))?.fingerprint).toBe(citingPrint(URL, TWO));
  });

  test('takes what the unnamed paper was known by to the paper that it is', async () => {
    const own = await saveTag(newTag({ on: page('https://c.example', facts('10.5555/citing')) }));
    const { paper } = await tag(unnamed(ONE), ONE);
    const { report, fields } = await correct(paper.id, '10.5555/citing');
    await correctPaper(report, fields);
    const known = await db.papers.where('fingerprint').equals(citingPrint(URL, ONE)).toArray();
    expect(known.map(({ id }) => id)).toEqual([own.paper.id]);
  });

  test('leaves the paper alone that another report quotes', async () => {
    const elsewhere = 'https://scite.ai/reports/another-XyZ';
    const { paper } = await tag(byDoi('10.5555/wrong'), ONE);
    await tag(quoted(site({ doi: '10.5555/wrong', title: NAME }), elsewhere), TWO);
    const { report, fields } = await correct(paper.id, '10.5555/right');
    const { paper: right } = await correctPaper(report, fields);
    expect(right.id).not.toBe(paper.id);
    expect(await db.papers.get(paper.id)).toMatchObject({
      doi: '10.5555/wrong',
      quotedAt: [elsewhere],
    });
  });

  test('leaves the paper alone that its own pages show', async () => {
    const own = await saveTag(newTag({ on: page('https://c.example', facts('10.5555/wrong')) }));
    const { tag: made } = await tag(byDoi('10.5555/wrong'), ONE);
    const { report, fields } = await correct(own.paper.id, '10.5555/right');
    await correctPaper(report, fields);
    expect(await db.papers.get(own.paper.id)).toMatchObject({ doi: '10.5555/wrong' });
    const moved = await db.papers.get((await db.tags.get(made.id))?.paperId ?? '');
    expect(moved).toMatchObject({ doi: '10.5555/right', quotedAt: [URL], urls: [] });
  });
});
