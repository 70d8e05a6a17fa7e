/** The tags that a table counts under filters, against a slow and plain selection of the same records. */
import { expect, test, vi } from 'vitest';
import {
  filtered,
  filtersOf,
  isFiltered,
} from '../../../entrypoints/workspace/rooms/map/outputs/filtered';
import { ownFacet } from '../../../entrypoints/workspace/rooms/statements/facet-ids';
import { type Chosen, countFacets } from '../../../entrypoints/workspace/rooms/statements/facets';
import { readLines, WordCache } from '../../../entrypoints/workspace/rooms/statements/lines';
import { searchLines } from '../../../entrypoints/workspace/rooms/statements/search';
import { DENOMINATORS } from '../../../lib/map';
import { Evidence, OUTPUTS } from '../../../lib/map/outputs';
import { codersByPaper } from '../../../lib/map/outputs/differences';
import { runThrough, type Tag } from '../../../lib/model';
import type { TablesInput } from '../../../lib/store';
import { pick, seeded } from '../../support/random';
import { decision, randomRecords, round } from '../map/outputs/review-records';
import { REVIEW } from '../map/records';

const [COUNTRY, BEDS] = ['country', 'beds'];
const SECTIONS = ['results', 'discussion', 'methods'] as const;

function inputOf(seed: number): TablesInput {
  const records = randomRecords(seed);
  const papers = records.papers.map((paper, i) =>
    i % 3 ? { ...paper, year: 2020 + (i % 2) } : paper,
  );
  const statements = records.statements.map((statement, i) =>
    i % 4 ? { ...statement, section: { title: 'S', kind: SECTIONS[i % 3] ?? 'other' } } : statement,
  );
  // Decisions on papers, as if every pair of coders had differed.
  const decisions = records.papers.flatMap((_, i) =>
    i % 2 ? decision(i + 1, i % 3 ? 'a' : 'c', i % 4 === 1 ? 'contrasting' : 'none') : [],
  );
  const column = (id: string, of: 'paper' | 'site', type: 'choice' | 'number') => ({
    ...{ id, of, type, name: id, choices: [], position: 0, reviewId: REVIEW },
  });
  const attributes = [column(COUNTRY, 'paper', 'choice'), column(BEDS, 'site', 'number')];
  const attributeValues = [
    ...papers.flatMap(({ id }, i) =>
      i % 3 ? [{ attributeId: COUNTRY, paperId: id, value: i % 2 ? 'Peru' : 'Chile' }] : [],
    ),
    ...records.sites.map(({ id }, i) => ({ attributeId: BEDS, siteId: id, value: 5 + i * 10 })),
  ];
  return {
    ...{ ...records, papers, statements, decisions, attributes, attributeValues },
  } as unknown as TablesInput;
}

function randomChoice(seed: number): { chosen: Chosen; search: string } {
  const next = seeded(seed + 500);
  const some = <T>(values: readonly T[]) => values.filter(() => next() < 0.5);
  const chosen: Chosen = {
    ...(next() < 0.5 && { stance: some(['supporting', 'contrasting', 'mentioning']) }),
    ...(next() < 0.4 && { basis: [pick(next, ['own', 'second-hand'])] }),
    ...(next() < 0.4 && { section: some([...SECTIONS, 'other']) }),
    ...(next() < 0.4 && { year: some(['2020', '2021', '']) }),
    ...(next() < 0.3 && { direction: some(['barrier', 'facilitator', 'both']) }),
    ...(next() < 0.2 && { [ownFacet(COUNTRY)]: some(['Peru', 'Chile', '']) }),
    ...(next() < 0.2 && { [ownFacet(BEDS)]: ['10..30'] }),
  };
  return { chosen, search: next() < 0.2 ? pick(next, ['quote 1', 'nothing has this']) : '' };
}

function slow(data: TablesInput, { chosen, search }: ReturnType<typeof randomChoice>): Tag[] {
  const lets = (values: readonly string[] | undefined, value: string) =>
    !values?.length || values.includes(value);
  return data.tags.filter((tag) => {
    const statement = data.statements.find(({ id }) => id === tag.statementId);
    const paper = data.papers.find(({ id }) => id === tag.paperId);
    if (!statement || !paper) return false;
    const decided = data.decisions.find(
      (one) =>
        one.paperId === tag.paperId &&
        one.codebookId === tag.codebookId &&
        one.influenceId === tag.influenceId,
    );
    const stance = decided?.stance === 'none' ? 'out' : (decided?.stance ?? tag.stance);
    if (!lets(chosen.stance, stance) || !lets(chosen.basis, tag.basis)) return false;
    if (!lets(chosen.direction, tag.direction)) return false;
    const valueIn = (id: string, about: string | undefined) =>
      data.attributeValues.find(
        ({ attributeId, paperId, siteId }) => attributeId === id && (siteId ?? paperId) === about,
      )?.value;
    if (!lets(chosen[ownFacet(COUNTRY)], String(valueIn(COUNTRY, paper.id) ?? ''))) return false;
    const beds = valueIn(BEDS, tag.siteId ?? 'none');
    if (chosen[ownFacet(BEDS)] && !(Number(beds) >= 10 && Number(beds) <= 30)) return false;
    if (!lets(chosen.section, statement.section?.kind ?? 'other')) return false;
    if (!lets(chosen.year, String(paper.year ?? ''))) return false;
    const words = `${statement.quote} ${paper.title} ${paper.year ?? ''}`;
    return search === '' || search.split(' ').every((word) => words.includes(word));
  });
}

test('those that fit all that is chosen, and no others; papers stay in N', () => {
  let left = 0;
  let out = 0;
  for (let seed = 1; seed <= 80; seed += 1) {
    const data = inputOf(seed);
    const asked = randomChoice(seed);
    const found = filtered(data, asked, 'papers');
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

test('the statements that a table counts are those that the Statements room shows', () => {
  let shown = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    const data = inputOf(seed);
    const { chosen } = randomChoice(seed);
    for (const search of ['', 'qoute 1', 'paper']) {
      const { lines, table, vocabulary } = runThrough(readLines(data, 'papers', new WordCache()));
      const answers = runThrough(searchLines(lines, vocabulary, search));
      const room = runThrough(countFacets([...answers.keys()], table, chosen));
      const { counted } = filtered(data, { chosen, search }, 'papers');
      const idsOf = (some: readonly { statement: { id: string } }[]) =>
        some.map(({ statement }) => statement.id).sort();
      expect(idsOf(counted.shown), `seed ${seed}, “${search}”`).toEqual(idsOf(room.shown));
      shown += room.shown.length;
    }
  }
  expect(shown).toBeGreaterThan(300);
});

test('the note names every filter, and that decided stances are filtered by', () => {
  const data = inputOf(3);
  const chosen: Chosen = { stance: ['contrasting'], [ownFacet(BEDS)]: ['10..30'] };
  expect(data.decisions.length).toBeGreaterThan(0);
  expect(filtered(data, { chosen, search: 'pay' }, 'papers').note).toBe(
    'Only tags that fit are counted: stance ▼ contrasting; beds 10 to 30; words “pay”. Where coders differed and decided, tags are filtered by the decided stance and direction. N is as it is without filters.',
  );
  // A column that is gone filters nothing.
  expect(
    filtered(data, { chosen: { [ownFacet('gone')]: ['x'] }, search: '' }, 'papers'),
  ).toMatchObject({ data, note: '' });
});

test('what depends on who coded a paper is of the review as a whole: no filter reaches it', () => {
  const data = { ...inputOf(5), rounds: [round(1, [1, 2])] };
  const wholes = OUTPUTS.filter((output) => {
    const evidence = new Evidence(data);
    const once = vi.spyOn(evidence, 'once');
    codersByPaper(evidence);
    const whoCoded = once.mock.calls[0]?.[0];
    once.mockClear();
    output.build(evidence);
    return once.mock.calls.some(([make]) => make === whoCoded);
  });
  // A coder who tagged nothing that fits has coded the paper all the same, and differs or agrees.
  expect(wholes.map(({ id }) => id)).toEqual(['agreement', 'disagreements', 'checks']);
  const filters = new URLSearchParams('filter=on&stance=contrasting&find=pay');
  expect(wholes.map((output) => filtersOf(output, filters))).toEqual([null, null, null]);
  expect(OUTPUTS.filter((output) => filtersOf(output, filters)).map(({ id }) => id)).toContain(
    'influence-summary',
  );
});
