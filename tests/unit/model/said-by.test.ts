/** Which records of before "said by" are moved, what becomes of the steps that made them, and in how many looks. */
import { describe, expect, test } from 'vitest';
import { idOf, moveToCiting, SAID_BY_TABLES } from '../../../lib/model';

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
