/** Works that statements of a review cite: told apart, counted by the papers that cite them, and offered to be read next. */
import { beforeEach, describe, expect, test } from 'vitest';
import { type CitedReference, type NamedReference, namedReference } from '../../../lib/model';
import {
  addPaper,
  citedInReview,
  ensureReview,
  listReferences,
  placePaper,
  readNext,
  saveTag,
  timesCited,
  timesCitedAs,
  worksCited,
} from '../../../lib/store';
import { paper } from '../exchange/records';
import { emptyStore, facts, newTag, page } from './support';

const TITLE = 'What peer workers say about supervision';
const cite = (more: Partial<CitedReference>): CitedReference => ({ label: '1', text: '', ...more });
const cited = (statements: readonly [paper: string, ...CitedReference[]][]) =>
  worksCited(
    statements.map(([paperId, ...cites]) => ({ paperId, cites })),
    [paper(1, { doi: '10.5555/a', title: TITLE, year: 2020 })],
  ).map((work) => [work.facts.doi ?? work.facts.title, work.citedBy.size, work.paper?.doi]);

describe('a cited work', () => {
  test.each<[string, Parameters<typeof cited>[0], ReturnType<typeof cited>]>([
    [
      'is one by its DOI, however often a paper cites it',
      [
        ['p', cite({ doi: '10.5555/x' })],
        ['p', cite({ doi: '10.5555/x' })],
        ['q', cite({ doi: '10.5555/x', title: 'X' })],
      ],
      [['10.5555/x', 2, undefined]],
    ],
    ['is the stored one', [['p', cite({ doi: '10.5555/a' })]], [['10.5555/a', 1, '10.5555/a']]],
    ['that nothing names is none', [['p', cite({ text: 'Ibid.' })]], []],
    [
      'of two DOIs is two',
      [['p', cite({ doi: '10.5555/x' }), cite({ doi: '10.5555/y' })]],
      [
        ['10.5555/x', 1, undefined],
        ['10.5555/y', 1, undefined],
      ],
    ],
  ])('%s', (_, statements, want) => {
    expect(cited(statements)).toEqual(want);
  });
});

test.each<[NamedReference, object | null]>([
  [{ doi: null, pmid: null, title: null }, null],
  [
    { doi: '10.5555/x', year: null },
    { authors: [], doi: '10.5555/x', sources: { doi: 'library' } },
  ],
  [
    { title: TITLE, year: 2020, firstAuthor: 'N Ibrahim' },
    {
      ...{ title: TITLE, year: 2020, authors: [{ literal: 'N Ibrahim' }] },
      sources: { title: 'library', year: 'library', authors: 'library' },
    },
  ],
])('%o is a reference as of a library', (named, want) => {
  expect(namedReference(named, 1)?.facts ?? null).toEqual(want);
});

describe('to read next', () => {
  beforeEach(emptyStore);
  const pageOf = (name: string) => page(`https://${name}.example/1`, facts(`10.5555/${name}`));
  const tagged = (on: string, ...dois: string[]) =>
    saveTag(
      newTag({
        on: pageOf(on),
        statement: { cites: dois.map((doi) => cite({ doi: `10.5555/${doi}` })) },
      }),
    );
  const next = async (reviewId: string) =>
    readNext(await citedInReview(reviewId)).map(
      ({ facts: { doi }, citedBy, isListed }) =>
        `${doi?.slice(8)} ${citedBy}${isListed ? ' listed' : ''}`,
    );

  test('are works that are not read, the most cited first; of two alike the one on the list', async () => {
    const { id } = await ensureReview();
    await tagged('p', 'rare', 'listed', 'often', 'read', 'out');
    await tagged('q', 'often', 'read', 'out');
    await addPaper(pageOf('listed'), id, { progress: 'to-read' });
    await addPaper(pageOf('read'), id, { progress: 'read' });
    await addPaper(pageOf('out'), id, { eligibility: 'excluded' });
    expect(await next(id)).toEqual(['often 2', 'listed 1 listed', 'rare 1']);
  });

  test('what excluded papers cite does not count; at most ten are named', async () => {
    const { id } = await ensureReview();
    const { tag } = await tagged('p', ...'abcdefghijklm');
    expect(await next(id)).toHaveLength(10);
    await placePaper(id, tag.paperId, { eligibility: 'excluded' });
    expect(await next(id)).toEqual([]);
  });

  test('a work that comes onto the list is counted as it was cited', async () => {
    const { id } = await ensureReview();
    await tagged('p', 'x');
    const [one] = readNext(await citedInReview(id));
    const reference = { facts: one?.facts ?? { authors: [], sources: {} }, notes: [], line: 1 };
    expect((await listReferences(id, [reference])).counts.new).toBe(1);
    expect((await listReferences(id, [reference])).counts.listed).toBe(1);
    expect([...(await timesCited(id)).values()]).toEqual([1]);
  });

  test('works of a reference list are found among them by identifier, else by title; the paper whose list it is does not count', async () => {
    const { id } = await ensureReview();
    const citing = (on: string, ...cites: CitedReference[]) =>
      saveTag(newTag({ on: pageOf(on), statement: { cites } }));
    const titled = cite({ title: TITLE });
    const { tag } = await citing('p', cite({ doi: '10.5555/x', title: `${TITLE}, again` }), titled);
    await citing('q', cite({ doi: '10.5555/x' }));
    const works = [
      { doi: '10.5555/x', title: null },
      { title: TITLE },
      // Another work of that title.
      { doi: '10.5555/other', title: `${TITLE}, again` },
      { doi: '10.5555/nowhere' },
    ];
    expect(await timesCitedAs(id, works, undefined)).toEqual([2, 1, 0, 0]);
    expect(await timesCitedAs(id, works, tag.paperId)).toEqual([1, 0, 0, 0]);
  });
});
