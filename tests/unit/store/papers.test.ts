/** One work, one paper; and the reader's corrections, which move nothing but what they name. */
import { beforeEach, describe, expect, test } from 'vitest';
import { newId, type PageReport } from '../../../lib/model';
import {
  addPaper,
  changeReview,
  changeSettings,
  correctPaper,
  createReview,
  currentReview,
  ensureReview,
  findPaper,
  lastStep,
  placePaper,
  reader,
  saveTag,
  undo,
  wouldJoin,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { wholeStep } from '../../../lib/store/read/whole-steps';
import { shipped } from '../../support/codebooks';
import { notReported } from '../map/records';
import {
  backUp,
  changesOf,
  contents,
  emptyStore,
  expectSound,
  facts,
  newTag,
  PAGE_A,
  PAGE_B,
  page,
  restore,
  withoutMoments,
} from './support';

beforeEach(emptyStore);

const U = 'https://x.example/p';
const V = 'https://y.example/p';

test('what a page states for a DOI and is none is not stored', async () => {
  const { paper } = await saveTag(newTag({ on: page(U, { doi: 'constructor', title: 'A work' }) }));
  expect(paper).toMatchObject({ title: 'A work' });
  expect(paper.doi).toBeUndefined();
  await expectSound();
});

describe('two pages are one paper', () => {
  const same: [string, PageReport, PageReport, boolean][] = [
    ['with one DOI', page(U, { doi: '10.1000/a' }), page(V, { doi: '10.1000/a' }), true],
    ['with two DOIs: no', page(U, { doi: '10.1000/a' }), page(V, { doi: '10.1000/b' }), false],
    [
      'with two DOIs at one address: no',
      page(U, { doi: '10.1000/a' }),
      page(U, { doi: '10.1000/b' }),
      false,
    ],
    [
      'the preprint and the paper that names its arXiv id',
      page(U, { doi: '10.1000/a', arxiv: '2501.10120' }),
      page(V, { doi: '10.48550/arxiv.2501.10120', arxiv: '2501.10120' }),
      true,
    ],
    [
      'a preprint and a paper that names another: no',
      page(U, { doi: '10.1000/a', arxiv: '2501.99999' }),
      page(V, { doi: '10.48550/arxiv.2501.10120', arxiv: '2501.10120' }),
      false,
    ],
    [
      'a preprint stored without its arXiv id and another paper: no',
      page(U, { doi: '10.48550/arxiv.2101.00001' }),
      page(U, { doi: '10.1000/second' }),
      false,
    ],
    ['with one PMID', page(U, { pmid: '7' }), page(V, { pmid: '7', doi: '10.1000/a' }), true],
    [
      'with one PMID but two DOIs: no',
      page(U, { pmid: '7', doi: '10.1000/b' }),
      page(V, { pmid: '7', doi: '10.1000/a' }),
      false,
    ],
    ['with one arXiv id', page(U, { arxiv: '2501.1' }), page(V, { arxiv: '2501.1' }), true],
    ['at one address, fragments apart', page(`${U}#s1`, {}), page(`${U}#s2`, {}), true],
    [
      'at one address, from two newsletters',
      page(`${U}?utm_source=a&utm_medium=b`, {}),
      page(`${U}?utm_medium=c&ref=d`, {}),
      true,
    ],
    ['at one address, with a slash and without', page(`${U}/`, {}), page(U, {}), true],
    [
      'at two routes of one application: no',
      page(`${U}#/record/1`, {}),
      page(`${U}#/record/2`, {}),
      false,
    ],
    ['at two queries: no', page(`${U}?id=1`, {}), page(`${U}?id=2`, {}), false],
    ['at one address, the DOI seen later', page(U, {}), page(U, { doi: '10.1000/a' }), true],
    ['at two addresses without ids: no', page(U, {}), page(V, {}), false],
    [
      'that both are files: no',
      page('file:///a.pdf', { fingerprint: 'a' }),
      page('file:///b.pdf', { fingerprint: 'b' }),
      false,
    ],
    [
      'with an id that objects inherit',
      page(U, { arxiv: 'constructor' }),
      page(V, { arxiv: 'constructor' }),
      true,
    ],
  ];
  test.each(same)('%s', async (_, one, two, expected) => {
    const a = await saveTag(newTag({ on: one }));
    const b = await saveTag(newTag({ on: two }));
    expect(a.paper.id === b.paper.id).toBe(expected);
    await expectSound();
  });

  test('whatever form of its address an older version stored', async () => {
    const { paper } = await saveTag(newTag({ on: page(U, {}) }));
    for (const stored of [`${U}?utm_medium=b`, `${U}/`, `${U}?ref=x&mc_cid=1`]) {
      await db.papers.update(paper.id, { urls: [stored] });
      expect((await findPaper(null, `${U}?utm_source=a&utm_medium=c#s2`))?.id, stored).toBe(
        paper.id,
      );
      expect(await findPaper(null, `${U}2`), stored).toBeUndefined();
    }
  });
});

describe('what a page says', () => {
  test('a better source wins, a worse one fills holes only', async () => {
    const og = { title: 'OG title', sources: { title: 'og' as const } };
    const first = await saveTag(newTag({ on: page(U, { doi: '10.1000/a', ...og }) }));
    const meta = page(V, { doi: '10.1000/a', title: 'Real', sources: { title: 'citation' } });
    await saveTag(newTag({ on: meta }));
    await saveTag(
      newTag({ on: page(U, { doi: '10.1000/a', year: 2020, ...og }), quote: 'Again.' }),
    );
    expect(await db.papers.get(first.paper.id)).toMatchObject({ title: 'Real', year: 2020 });
  });

  test.each([
    [
      'a preprint’s DOI does not take the published one’s place',
      { doi: '10.1000/a', arxiv: '2501.10120' },
      { doi: '10.48550/arxiv.2501.10120', arxiv: '2501.10120' },
      { doi: '10.1000/a' },
    ],
    [
      'one author of a page’s tags does not take the place of all of them',
      { doi: '10.1000/a', authors: [{ family: 'Ibrahim' }, { family: 'Mutschler' }] },
      { doi: '10.1000/a', authors: [{ family: 'Mutschler' }] },
      { authors: [{ family: 'Ibrahim' }, { family: 'Mutschler' }] },
    ],
  ])('%s', async (_, one, two, kept) => {
    const sources = { doi: 'citation', authors: 'citation' } as const;
    await saveTag(newTag({ on: page(U, { ...one, sources }) }));
    const { paper } = await saveTag(newTag({ on: page(V, { ...two, sources }), quote: 'Again.' }));
    expect(paper).toMatchObject(kept);
    expect(await db.papers.count()).toBe(1);
  });

  test('and says again is not written again', async () => {
    await saveTag(newTag());
    await saveTag(newTag({ quote: 'Another.' }));
    expect(await changesOf('papers')).toHaveLength(1);
  });
});

describe('a correction', () => {
  test('of the title leaves the authors and the year', async () => {
    await saveTag(newTag());
    const { paper } = await correctPaper(PAGE_A, { title: 'Right' });
    expect(paper).toMatchObject({ title: 'Right', authors: [{ family: 'Ibrahim' }] });
    expect(paper.readerFields).toEqual({ title: 'Right' });
  });

  test('of a paper not stored yet makes it, as corrected', async () => {
    const { paper } = await correctPaper(PAGE_A, { doi: 'https://doi.org/10.5555/RIGHT' });
    expect(paper).toMatchObject({ doi: '10.5555/right', title: 'The work 10.5555/a' });
    expect(await db.papers.count()).toBe(1);
  });

  test('wins over whatever the page says later', async () => {
    await correctPaper(PAGE_A, { title: 'Right', doi: '10.5555/right' });
    const { paper } = await saveTag(newTag());
    expect(paper).toMatchObject({ title: 'Right', doi: '10.5555/right' });
    expect((await findPaper(PAGE_A.paper, PAGE_A.url))?.id).toBe(paper.id);
  });

  test('of a DOI drops the other ids the page gave with it, now and later', async () => {
    const wrong = page(U, { ...facts('10.5555/wrong'), pmid: '99' });
    await correctPaper(wrong, { doi: '10.5555/right' });
    const { paper } = await saveTag(newTag({ on: wrong }));
    expect(paper.doi).toBe('10.5555/right');
    expect(paper.pmid).toBeUndefined();
    // The PMID's own page is another work.
    expect(await findPaper(page(V, { pmid: '99' }).paper, V)).toBeUndefined();
  });

  test('to a stored paper moves the tags of this page there and recounts both', async () => {
    const right = await saveTag(newTag({ on: PAGE_B }));
    const wrong = await saveTag(newTag({ quote: 'Mistaken.' }));
    await correctPaper(PAGE_A, { doi: '10.5555/b' });
    expect(await db.tags.get(wrong.tag.id)).toMatchObject({ paperId: right.paper.id });
    expect(await db.tallySheets.toArray()).toMatchObject([{ paperId: right.paper.id }]);
    expect((await findPaper(PAGE_A.paper, PAGE_A.url))?.id).toBe(right.paper.id);
    expect(await db.reviewPapers.count()).toBe(1);
    await expectSound();
  });

  test('to a stored paper that knows the quote joins the two, each with its way to be found', async () => {
    await saveTag(newTag({ on: PAGE_B, influenceId: 'a' }));
    await saveTag(newTag({ influenceId: 'b' }));
    await correctPaper(PAGE_A, { doi: '10.5555/b' });
    const [statement, ...others] = await db.statements.toArray();
    expect(others).toEqual([]);
    expect(statement?.targets.map((t) => t.url)).toEqual([PAGE_B.url, PAGE_A.url]);
    await expectSound();
  });

  test.each([
    ['the page that is corrected', [PAGE_B, PAGE_A]],
    ['the paper that it moves to', [PAGE_A, PAGE_B]],
  ] as const)(
    'to a stored paper with the coder’s same tag keeps the later one, with both notes: that of %s',
    async (_, [first, then]) => {
      const { tag } = await saveTag(newTag({ on: first, note: 'older' }));
      // The versions decide, and no clock.
      await db.tags.update(tag.id, { updatedAt: '2999-01-01T00:00:00.000Z' });
      const { tag: later } = await saveTag(newTag({ on: then, note: 'later' }));
      const { eventId } = await correctPaper(PAGE_A, { doi: '10.5555/b' });
      const right = await findPaper(PAGE_B.paper, PAGE_B.url);
      expect(await db.tags.toArray()).toMatchObject([
        { id: later.id, note: 'later\n\nolder', paperId: right?.id },
      ]);
      await expectSound();
      await undo(eventId);
      expect(await db.tags.count()).toBe(2);
      await expectSound();
    },
  );

  test('to a stored paper moves what was assessed, unless the same person has assessed it there', async () => {
    const { paper: right } = await saveTag(newTag({ on: PAGE_B }));
    const { id: reviewId } = await ensureReview();
    const { paper: wrong } = await addPaper(PAGE_A, reviewId, { progress: 'read' });
    const [own, other] = [(await reader())?.id ?? '', newId()];
    await db.coders.add({ id: other, name: 'Another' });
    const assess = (paperId: string, influenceId: string, coderId: string) =>
      db.assessments.add({
        ...{ ...notReported(1, influenceId, coderId), id: newId(), reviewId, paperId },
        codebookId: 'psw-core',
      });
    await assess(wrong.id, 'pay', own);
    await assess(wrong.id, 'time', own);
    const dropped = await assess(wrong.id, 'culture', own);
    await assess(right.id, 'culture', own);
    await assess(right.id, 'time', other);
    const before = await db.assessments.toArray();
    const { eventId } = await correctPaper(PAGE_A, { doi: '10.5555/b' });
    expect(await db.assessments.toArray()).toEqual(
      before.filter(({ id }) => id !== dropped).map((one) => ({ ...one, paperId: right.id })),
    );
    await undo(eventId);
    expect(await db.assessments.toArray()).toEqual(before);
  });

  test('carries the reading status over where nothing was tagged', async () => {
    const review = await ensureReview();
    const { paper: right } = await addPaper(
      PAGE_B,
      (await createReview({ name: 'Else', codebooks: [{ id: 'x', version: '1' }] })).id,
      { progress: 'read' },
    );
    await addPaper(PAGE_A, review.id, { progress: 'read' });
    await correctPaper(PAGE_A, { doi: '10.5555/b' });
    expect(await db.reviewPapers.get([review.id, right.id])).toMatchObject({ progress: 'read' });
    expect(await db.reviewPapers.where('reviewId').equals(review.id).count()).toBe(1);
  });

  test('of a page that took itself for a paper met elsewhere leaves that paper alone', async () => {
    const real = await saveTag(newTag({ on: PAGE_A, quote: 'Its own.' }));
    const badge = page(U, { ...facts('10.5555/a'), title: 'Its own.' });
    const mistaken = await saveTag(newTag({ on: badge, quote: 'Of another work.' }));
    expect(mistaken.paper.id).toBe(real.paper.id);
    const { paper } = await correctPaper(badge, { doi: '10.5555/other' });
    expect(paper.id).not.toBe(real.paper.id);
    expect(await db.papers.get(real.paper.id)).toMatchObject({
      doi: '10.5555/a',
      urls: [PAGE_A.url],
    });
    expect(await db.tags.get(real.tag.id)).toMatchObject({ paperId: real.paper.id });
    expect(await db.tags.get(mistaken.tag.id)).toMatchObject({ paperId: paper.id });
    expect(await db.reviewPapers.count()).toBe(2);
    await expectSound();
  });

  test('that would join two papers is announced with what moves, and can be taken back', async () => {
    const right = await saveTag(newTag({ on: PAGE_B }));
    await saveTag(newTag({ on: PAGE_B, quote: 'Another of B.' }));
    await saveTag(newTag({ quote: 'Mistaken.' }));
    const before = await contents();
    expect(await wouldJoin(PAGE_A, { doi: '10.5555/other' })).toBeNull();
    expect(await wouldJoin(PAGE_A, { title: 'Right' })).toBeNull();
    const joining = await wouldJoin(PAGE_A, { doi: 'https://doi.org/10.5555/B' });
    expect(joining).toMatchObject({ paper: { id: right.paper.id }, tags: 1, tagsThere: 2 });
    expect(await contents()).toEqual(before);
    const { eventId } = await correctPaper(PAGE_A, { doi: '10.5555/b' });
    expect(await db.tags.where('paperId').equals(right.paper.id).count()).toBe(3);
    await undo(eventId);
    const { steps: _, stamps: __, installation: ___, ...records } = withoutMoments(before);
    expect(withoutMoments(await contents())).toMatchObject(records);
    await expectSound();
  });

  describe('that a paper has none', () => {
    const NONE = { doi: null, year: null, containerTitle: null, authors: null } as const;
    const full = page(U, {
      ...facts('10.5555/cited'),
      year: 2020,
      containerTitle: 'The Lancet',
    });

    test('holds whatever the page says later, here and in exports and backups', async () => {
      await saveTag(newTag({ on: full }));
      await correctPaper(full, NONE);
      const { paper } = await saveTag(newTag({ on: full, quote: 'Again.' }));
      const has = (one: object | undefined) =>
        ['doi', 'year', 'containerTitle'].filter((field) => field in (one ?? {}));
      expect(has(paper)).toEqual([]);
      expect(paper).toMatchObject({ authors: [], readerFields: NONE });
      expect(paper.sources).toMatchObject({ doi: 'reader', year: 'reader', authors: 'reader' });
      expect(await db.papers.count()).toBe(1);
      const backup = await backUp('Bearing test');
      await emptyStore();
      await restore(backup);
      const [restored] = await db.papers.toArray();
      expect(has(restored)).toEqual([]);
      expect(restored).toMatchObject({ authors: [], readerFields: NONE });
      await expectSound();
    });

    test('and is taken back by a value', async () => {
      await correctPaper(full, NONE);
      const { paper } = await correctPaper(full, { year: 1999 });
      expect(paper).toMatchObject({ year: 1999, readerFields: { doi: null, year: 1999 } });
    });

    test('leaves a paper alone that other pages show under the DOI', async () => {
      const real = await saveTag(newTag({ on: PAGE_A, quote: 'Its own.' }));
      const badge = page(U, { ...facts('10.5555/a'), pmid: '99' });
      await saveTag(newTag({ on: badge, quote: 'Of another work.' }));
      const { paper } = await correctPaper(badge, { doi: null });
      expect(paper.id).not.toBe(real.paper.id);
      expect(paper.doi ?? paper.pmid).toBeUndefined();
      expect(await db.papers.get(real.paper.id)).toMatchObject({ doi: '10.5555/a' });
      expect((await findPaper(badge.paper, badge.url))?.id).toBe(paper.id);
    });
  });

  test('is one step, with all that it moved', async () => {
    await saveTag(newTag({ on: PAGE_B }));
    await saveTag(newTag());
    await correctPaper(PAGE_A, { doi: '10.5555/b' });
    const step = await wholeStep((await lastStep())?.id ?? '');
    expect(step).toMatchObject({ command: 'correct-paper' });
    const gone = step?.changes.filter((c) => c.after === null).map((c) => c.table);
    expect(gone).toEqual(expect.arrayContaining(['statements', 'reviewPapers']));
  });

  test.each([
    ['a year out of range', { year: 99_999 }],
    ['a PMID with letters', { pmid: 'abc' }],
  ])('with %s is refused with a sentence', async (_, fields) => {
    await expect(correctPaper(PAGE_A, fields)).rejects.toMatchObject({ name: 'InvalidRecord' });
    expect(await db.papers.count()).toBe(0);
  });
});

describe('reviews, reading lists and settings', () => {
  const refused: [string, () => Promise<unknown>, string][] = [
    [
      'a place in a review that is gone',
      () => placePaper(newId(), newId(), { progress: 'read' }),
      'not-found',
    ],
    [
      'a paper for a review that is gone',
      () => addPaper(PAGE_A, newId(), { progress: 'read' }),
      'not-found',
    ],
    ['a review without a codebook', () => createReview({ name: 'x', codebooks: [] }), 'invalid'],
    [
      'a review without a name',
      () => createReview({ name: '', codebooks: [{ id: 'x', version: '1' }] }),
      'invalid',
    ],
    [
      'a current review that is gone',
      () => changeSettings({ currentReviewId: newId() }),
      'not-found',
    ],
    ['settings out of shape', () => changeSettings({ quietHosts: 42 as never }), 'invalid'],
    ['a change of a review that is gone', () => changeReview(newId(), { name: 'x' }), 'not-found'],
  ];
  test.each(refused)('%s is refused and nothing written', async (_, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
    for (const table of db.tables) expect(await table.count(), table.name).toBe(0);
  });

  test('a review cannot be left without a codebook', async () => {
    const { id } = await ensureReview();
    await expect(changeReview(id, { codebooks: [] })).rejects.toMatchObject({ code: 'invalid' });
    await changeReview(id, { name: 'Renamed', question: undefined });
    expect(await db.reviews.get(id)).toMatchObject({ name: 'Renamed', question: '' });
  });

  test('the review made last is the current one; without a choice it is the oldest', async () => {
    const first = await ensureReview();
    await db.reviews.update(first.id, { createdAt: '2020-01-01T00:00:00.000Z' });
    const second = await createReview({ name: 'Second', codebooks: [shipped('psw-core')] });
    expect((await currentReview())?.id).toBe(second.id);
    await db.settings.clear();
    expect((await currentReview())?.id).toBe(first.id);
  });

  test('a listed paper keeps its status when it is tagged', async () => {
    const review = await ensureReview();
    const { paper } = await addPaper(PAGE_A, review.id, { progress: 'read' });
    await saveTag(newTag());
    expect(await db.reviewPapers.get([review.id, paper.id])).toMatchObject({ progress: 'read' });
  });

  test('two settings changed at once are both kept', async () => {
    await Promise.all([
      changeSettings({ showTagsOnOpen: false }),
      changeSettings({ quietHosts: ['x.example'] }),
    ]);
    expect(await db.settings.get('settings')).toMatchObject({
      showTagsOnOpen: false,
      quietHosts: ['x.example'],
    });
  });
});
