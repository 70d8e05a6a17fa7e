/** Which records of before "said by" are moved, what becomes of the steps that made them, and in how many looks. */
import { describe, expect, test } from 'vitest';
import { idOf, moveToCiting, reportedReference, SAID_BY_TABLES } from '../../../lib/model';

const URL = 'https://scite.ai/reports/a-review-AbC';
const AT = '2026-11-20T09:00:00.000Z';
const REVIEW = idOf('review');
type Row = Record<string, unknown>;

const paper = (name: string, more: Row = {}): Row => ({
  ...{ id: idOf(name), authors: [], sources: {}, urls: [URL], conflicts: [] },
  ...{ createdAt: AT, updatedAt: AT },
  ...more,
});
const statement = (name: string, of: Row): Row => ({
  ...{ id: idOf(`s ${name}`), paperId: of.id, quote: name, quoteKey: name, cites: [] },
  machineLabels: [{ by: 'scite', label: 'mentioning' }],
  targets: [{ representation: 'scite-report', url: URL, selectors: {} }],
  ...{ createdAt: AT, updatedAt: AT },
});
const tag = (name: string, on: Row): Row => ({
  ...{ id: idOf(`t ${name}`), reviewId: REVIEW, paperId: on.paperId, statementId: on.id },
  ...{ createdAt: AT, updatedAt: AT },
});
const step = (
  counter: number,
  ...changes: [table: string, before: Row | null, after: Row | null][]
) => ({
  ...{ id: idOf(`step ${counter}`), at: AT, counter },
  changes: changes.map(([table, before, after]) => ({ table, before, after })),
});

const move = (some: Partial<Record<(typeof SAID_BY_TABLES)[number], unknown[]>>) => {
  const none = Object.fromEntries(SAID_BY_TABLES.map((name) => [name, []]));
  return moveToCiting({ ...none, ...some } as never) as Record<string, Row[]>;
};

const REPORTED = paper('reported', { doi: '10.5555/reported' });

describe('a paper without an identifier', () => {
  const title = { title: 'A title that the report gave', sources: { title: 'site' } };

  test('that the report names by its title alone says its words', () => {
    const named = paper('named', title);
    const { statements } = move({ papers: [named], statements: [statement('one', named)] });
    expect(statements?.map(({ paperId }) => paperId)).toEqual([named.id]);
  });

  test('that comes with its year is the reported one: another says them', () => {
    const dated = paper('dated', {
      ...title,
      year: 2020,
      sources: { title: 'site', year: 'site' },
    });
    const { statements, papers } = move({ papers: [dated], statements: [statement('one', dated)] });
    expect(papers).toHaveLength(2);
    expect(statements?.[0]?.paperId).not.toBe(dated.id);
    expect(statements?.[0]?.cites).toMatchObject([{ title: title.title, year: 2020 }]);
  });
});

describe('a step that deleted a tag', () => {
  const one = statement('one', REPORTED);
  const [kept, gone] = [tag('kept', one), tag('gone', one)];
  const made = step(1, ['statements', null, one], ['tags', null, kept]);
  const deleted = step(2, ['tags', gone, null]);
  const placesOf = ({ changes }: Row) =>
    (changes as Row[]).filter(({ table }) => table === 'reviewPapers');
  const base = { papers: [REPORTED], statements: [one] };

  test('leaves the citing paper on the list where another tag keeps it there', () => {
    const { steps, reviewPapers } = move({ ...base, tags: [kept], steps: [made, deleted] });
    expect(reviewPapers).toHaveLength(1);
    expect(steps?.map((row) => placesOf(row).length)).toEqual([1, 0]);
  });

  test('takes it off where none is left', () => {
    const last = step(2, ['tags', kept, null]);
    const { steps, reviewPapers } = move({ ...base, steps: [made, last] });
    expect(reviewPapers).toEqual([]);
    expect(steps?.map((row) => placesOf(row).map(({ after }) => after === null))).toEqual([
      [false],
      [true],
    ]);
  });
});

test('papers are not looked through again for every statement and step', () => {
  const looksFor = (count: number) => {
    let looks = 0;
    const seen = new Proxy(paper('seen', { doi: '10.5555/seen' }), {
      get: (row, field) => {
        if (field === 'urls') looks += 1;
        return row[String(field)];
      },
    });
    const title = { title: 'A title that the report gave', sources: { title: 'site' } };
    const named = Array.from({ length: count }, (_, i) => paper(`named ${i}`, title));
    const statements = named.map((one, i) => statement(`${i}`, one));
    const steps = statements.map((one, i) => step(i, ['statements', null, one]));
    const moved = move({ papers: [seen, ...named], statements, steps });
    expect(moved.statements?.[0]?.cites).toMatchObject([{ doi: '10.5555/seen' }]);
    return looks;
  };
  expect(looksFor(40)).toBe(looksFor(2));
});

const TITLED = { title: 'A title that the report gave', sources: { title: 'site' } };

describe('a statement of a report', () => {
  const offered = statement('one', REPORTED);
  const target = { representation: 'html', url: URL, selectors: {} };
  test.each<[string, Row]>([
    ['that scite did not offer', { machineLabels: [{ by: 'other', label: 'mentioning' }] }],
    ['without a label', { machineLabels: [] }],
    ['that was met on another page too', { targets: [...(offered.targets as Row[]), target] }],
    ['without an address', { targets: [{ representation: 'scite-report', selectors: {} }] }],
    ['of a paper that is not there', { paperId: idOf('gone') }],
    ['that has no id', { id: undefined }],
    ['that cites the reported paper already', { cites: [reportedReference({ title: 'A' }, URL)] }],
  ])('%s stays where it is, the very same', (_, more) => {
    const row = { ...offered, ...more };
    const { statements, papers } = move({ papers: [REPORTED], statements: [row] });
    expect(statements?.[0]).toBe(row);
    expect(papers).toEqual([REPORTED]);
  });

  test('is moved with its tags, which change in nothing else; it cites the reported paper first', () => {
    const cited = { label: '1', text: 'x' };
    const one = { ...offered, cites: [cited] };
    const [its, other] = [tag('its', one), { ...tag('other', one), statementId: idOf('s other') }];
    const { statements, tags, papers } = move({
      papers: [REPORTED],
      statements: [one],
      tags: [its, other],
    });
    const citing = papers?.[1];
    expect(statements).toEqual([
      { ...one, paperId: citing?.id, cites: [reportedReference(REPORTED as never, URL), cited] },
    ]);
    expect(tags?.[0]).toEqual({ ...its, paperId: citing?.id });
    expect(tags?.[1]).toBe(other);
    expect(citing).toMatchObject({ quotedAt: [URL], urls: [], createdAt: AT });
  });

  test('is moved in versions and history too, whose other parts stay', () => {
    const own = { table: 'statements', key: offered.id, counter: 1, last: offered };
    const plain = { table: 'statements', key: 'x', counter: 1 };
    const noise = { table: 'papers', before: null, after: REPORTED };
    const change = { table: 'statements', before: offered, after: null, aside: true };
    const { stamps, steps } = move({
      papers: [REPORTED],
      stamps: [own, plain, null],
      steps: [{ id: 's', at: AT, counter: 1, changes: [change, noise, null] }, null],
    });
    const moved = { ...offered, paperId: expect.not.stringMatching(String(REPORTED.id)) };
    expect(stamps?.[0]).toMatchObject({ ...own, last: { ...moved, cites: [{}] } });
    expect(stamps?.[1]).toBe(plain);
    const [first, second, third] = (steps?.[0]?.changes ?? []) as unknown[];
    expect(first).toMatchObject({ ...change, before: { ...moved, cites: [{}] } });
    expect([second, third]).toEqual([noise, null]);
    expect(steps?.[1]).toBeNull();
  });

  test('whose paper is gone is moved by what history and versions hold of that', () => {
    const step1 = { ...step(1, ['papers', REPORTED, null]), id: 'x' };
    const stamp = { table: 'papers', key: REPORTED.id, last: REPORTED };
    for (const known of [{ steps: [step1] }, { stamps: [stamp] }]) {
      const { statements } = move({ ...known, statements: [offered] });
      expect(statements?.[0]?.cites).toMatchObject([{ doi: '10.5555/reported' }]);
    }
  });

  test('of a table by another name is not looked at', () => {
    const stray = { table: 'drafts', before: offered, after: offered };
    const tables = {
      papers: [REPORTED],
      steps: [{ id: 's', at: AT, counter: 1, changes: [stray] }],
    };
    const { papers, steps } = move(tables);
    expect(papers).toEqual([REPORTED]);
    expect(steps).toEqual(tables.steps);
  });
});

describe('a paper that a report named', () => {
  const [named, elsewhere] = ['https://site.example/own', 'https://scite.ai/reports/other'];
  test('is not met at the report, but quoted there; at its other addresses it is', () => {
    const row = paper('named', { ...TITLED, urls: [named, URL, elsewhere] });
    const { papers } = move({ papers: [row], statements: [statement('one', row)] });
    expect(papers).toEqual([{ ...row, urls: [named, elsewhere], quotedAt: [URL] }]);
  });
  test.each<[string, unknown]>([
    ['that was not met there', [named]],
    ['without addresses', 'none'],
  ])('%s stays the very same', (_, urls) => {
    const row = paper('named', { ...TITLED, urls });
    const { papers } = move({ papers: [row], statements: [statement('one', row)] });
    expect(papers?.[0]).toBe(row);
  });
  test.each<[string, Row[], Row]>([
    ['the one identified paper met at the report', [REPORTED], { doi: '10.5555/reported' }],
    ['none by name, where two were', [REPORTED, paper('b', { pmid: '1' })], {}],
    ['none by name, where it has no identifier', [paper('c')], {}],
  ])('says its words, and cites %s', (_, met, cited) => {
    const row = paper('named', TITLED);
    const { statements } = move({ papers: [...met, row], statements: [statement('one', row)] });
    expect(statements?.[0]).toMatchObject({ paperId: row.id, cites: [cited] });
    const [cites] = (statements?.[0]?.cites ?? []) as Row[];
    expect(cites?.doi).toBe(cited.doi);
  });
});

describe('the list that a moved tag puts its paper on', () => {
  const one = statement('one', REPORTED);
  const its = tag('its', one);
  const base = { papers: [REPORTED], statements: [one], tags: [its] };
  const placeOf = (paperId: unknown, more: Row = {}): Row => ({
    ...{ reviewId: REVIEW, paperId, progress: 'read', eligibility: 'included' },
    ...{ addedAt: AT, updatedAt: AT },
    ...more,
  });
  test('has it where the reported paper is, without its study family', () => {
    const reported = placeOf(REPORTED.id, { familyId: 'f', exclusionReason: 'x' });
    const { reviewPapers, papers } = move({ ...base, reviewPapers: [reported] });
    const { familyId: _, ...place } = reported;
    expect(reviewPapers).toEqual([reported, { ...place, paperId: papers?.[1]?.id }]);
  });
  test('has it as being read, where the reported paper is on none', () => {
    expect(move(base).reviewPapers).toMatchObject([
      { reviewId: REVIEW, progress: 'reading', eligibility: 'undecided', addedAt: AT },
    ]);
  });
  test('has it once', () => {
    const citing = move(base).papers?.[1];
    const known = placeOf(citing?.id);
    expect(move({ ...base, reviewPapers: [known] }).reviewPapers).toEqual([known]);
    expect(move({ ...base, tags: [its, tag('more', one)] }).reviewPapers).toHaveLength(1);
  });
  test('and the paper have versions, where they have none yet', () => {
    const { stamps, papers, reviewPapers } = move(base);
    const keys = [papers?.[1]?.id, `${REVIEW} ${reviewPapers?.[0]?.paperId}`];
    expect(stamps?.map(({ table, key, counter, by }) => [table, key, counter, by])).toEqual([
      ['papers', keys[0], 0, AT],
      ['reviewPapers', keys[1], 0, AT],
    ]);
    const known = { table: 'papers', key: keys[0], counter: 5 };
    expect(move({ ...base, stamps: [known] }).stamps?.map(({ counter }) => counter)).toEqual([
      5, 0,
    ]);
  });

  test.each<[string, Row, Row]>([
    ['by their counters', { counter: 1, at: '2026-02' }, { counter: 2, at: '2026-01' }],
    [
      'by their moments, where they count alike',
      { counter: 1, at: '2026-01' },
      { counter: 1, at: '2026-02' },
    ],
  ])('got it from the first of the steps, %s', (_, first, second) => {
    const more = tag('more', one);
    const [a, b] = [
      { ...step(1, ['tags', null, its]), ...first },
      { ...step(2, ['tags', null, more]), ...second },
    ];
    for (const steps of [
      [a, b],
      [b, a],
    ]) {
      const moved = move({ ...base, tags: [its, more], steps }).steps ?? [];
      const listing = ({ changes }: Row) =>
        (changes as Row[]).some(({ table }) => table === 'reviewPapers');
      expect(moved.filter(listing).map(({ id }) => id)).toEqual([a.id]);
      expect(moved.map(({ id }) => id)).toEqual(steps.map(({ id }) => id));
    }
  });
});

describe('history of a statement that is moved', () => {
  const one = statement('one', REPORTED);
  const its = tag('its', one);
  const changesOf = (row: Row | undefined) =>
    ((row?.changes ?? []) as Row[]).map(({ table, before, after, aside }) => [
      table,
      before === null,
      after === null,
      aside,
    ]);

  test('makes its paper, on the way, where it made the statement, and nowhere else', () => {
    const made = step(1, ['statements', null, one]);
    const changed = step(2, ['statements', one, { ...one, quote: 'New words' }]);
    const gone = step(3, ['statements', one, null]);
    const { steps } = move({ papers: [REPORTED], statements: [one], steps: [made, changed, gone] });
    expect(steps?.map(changesOf)).toEqual([
      [
        ['papers', true, false, true],
        ['statements', true, false, undefined],
      ],
      [['statements', false, false, undefined]],
      [['statements', false, true, undefined]],
    ]);
  });

  test('leaves the list alone where it only changed a tag', () => {
    const base = { papers: [REPORTED], statements: [one], tags: [its] };
    const { steps } = move({ ...base, steps: [step(1, ['tags', its, { ...its, note: 'x' }])] });
    expect(steps?.map(changesOf)).toEqual([[['tags', false, false, undefined]]]);
  });

  test('is that of a statement which is gone, too: by what versions hold of it', () => {
    const stamp = { table: 'statements', key: one.id, counter: 1, state: 'gone', last: one };
    const { stamps, papers } = move({ papers: [REPORTED], stamps: [stamp] });
    expect(papers?.[1]).toMatchObject({ authors: [], urls: [], quotedAt: [URL], conflicts: [] });
    expect(stamps?.[0]).toMatchObject({ last: { paperId: papers?.[1]?.id } });
  });

  test('has versions of other records that stay the very same', () => {
    const other = { table: 'papers', key: REPORTED.id, counter: 1, last: REPORTED };
    const { stamps } = move({ papers: [REPORTED], statements: [one], stamps: [other] });
    expect(stamps?.[0]).toBe(other);
  });

  test('has its paper as it was before the report: the very same', () => {
    const before = paper('named', { ...TITLED, urls: ['https://site.example/own'] });
    const after = { ...before, urls: [...(before.urls as string[]), URL] };
    const change = step(1, ['papers', before, after]);
    const { steps } = move({
      papers: [after],
      statements: [statement('two', after)],
      steps: [change],
    });
    const [moved] = (steps?.[0]?.changes ?? []) as Row[];
    expect(moved?.before).toBe(before);
    expect(moved?.after).toEqual({ ...before, quotedAt: [URL] });
  });
});
