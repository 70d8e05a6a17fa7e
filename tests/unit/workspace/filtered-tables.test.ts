/** The tags that a table counts under filters, against a slow and plain selection of the same records. */
import { expect, test } from 'vitest';
import { filtered, isFiltered } from '../../../entrypoints/workspace/rooms/map/outputs/filtered';
import type { Chosen } from '../../../entrypoints/workspace/rooms/statements/facets';
import { DENOMINATORS } from '../../../lib/map';
import { Evidence } from '../../../lib/map/outputs';
import type { Tag } from '../../../lib/model';
import type { TablesInput } from '../../../lib/store';
import { pick, seeded } from '../../support/random';
import { randomRecords } from '../map/outputs/review-records';

const SECTIONS = ['results', 'discussion', 'methods'] as const;

function inputOf(seed: number): TablesInput {
  const records = randomRecords(seed);
  const papers = records.papers.map((paper, i) =>
    i % 3 ? { ...paper, year: 2020 + (i % 2) } : paper,
  );
  const statements = records.statements.map((statement, i) =>
    i % 4 ? { ...statement, section: { title: 'S', kind: SECTIONS[i % 3] ?? 'other' } } : statement,
  );
  return { ...records, papers, statements } as unknown as TablesInput;
}

function randomChoice(seed: number): { chosen: Chosen; search: string } {
  const next = seeded(seed + 500);
  const some = <T>(values: readonly T[]) => values.filter(() => next() < 0.5);
  const chosen: Chosen = {
    ...(next() < 0.5 && { stance: some(['supporting', 'contrasting', 'mentioning']) }),
    ...(next() < 0.4 && { basis: [pick(next, ['own', 'second-hand'])] }),
    ...(next() < 0.4 && { section: some([...SECTIONS, 'other']) }),
    ...(next() < 0.4 && { year: some(['2020', '2021', '']) }),
  };
  return { chosen, search: next() < 0.3 ? pick(next, ['quote 1', 'nothing has this']) : '' };
}

function slow(data: TablesInput, { chosen, search }: ReturnType<typeof randomChoice>): Tag[] {
  const lets = (values: readonly string[] | undefined, value: string) =>
    !values?.length || values.includes(value);
  return data.tags.filter((tag) => {
    const statement = data.statements.find(({ id }) => id === tag.statementId);
    const paper = data.papers.find(({ id }) => id === tag.paperId);
    if (!statement || !paper) return false;
    if (!lets(chosen.stance, tag.stance) || !lets(chosen.basis, tag.basis)) return false;
    if (!lets(chosen.section, statement.section?.kind ?? 'other')) return false;
    if (!lets(chosen.year, String(paper.year ?? ''))) return false;
    const words = `${statement.quote} ${paper.title}`;
    return search === '' || search.split(' ').every((word) => words.includes(word));
  });
}

test('those that fit all that is chosen, and no others; papers stay in N', () => {
  let left = 0;
  let out = 0;
  for (let seed = 1; seed <= 80; seed += 1) {
    const data = inputOf(seed);
    const asked = randomChoice(seed);
    const found = filtered(data, asked);
    const ids = found.data.tags.map(({ id }) => id).sort();
    const { sites, reviewPapers } = data;
    if (isFiltered(asked)) {
      expect(ids, `seed ${seed}`).toEqual(
        slow(data, asked)
          .map(({ id }) => id)
          .sort(),
      );
      expect(found.note).toMatch(/^Only tags that fit are counted: ./);
    } else {
      expect(found.data).toBe(data);
      expect(found.note).toBe('');
    }
    expect([found.data.sites, found.data.reviewPapers]).toEqual([sites, reviewPapers]);
    for (const denominator of DENOMINATORS) {
      const { N } = new Evidence(data, { denominator });
      const tagged = new Set(data.tags.map(({ paperId }) => paperId));
      expect(new Evidence(found.data, { denominator, tagged }).N).toBe(N);
    }
    left += ids.length;
    out += data.tags.length - ids.length;
  }
  expect(Math.min(left, out)).toBeGreaterThan(300);
});
