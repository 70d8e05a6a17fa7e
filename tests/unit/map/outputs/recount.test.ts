/** The numbers of tables against a slow count of the same records, and against the map's. */
import { describe, expect, it } from 'vitest';
import { influencesOf } from '../../../../lib/codebook/influences';
import {
  buildMap,
  countsTotal,
  DENOMINATORS,
  influencesToCount,
  UNITS,
  wilson,
} from '../../../../lib/map';
import { Evidence, influenceRows, ratingMatrix } from '../../../../lib/map/outputs';
import { ratingText } from '../../../../lib/map/outputs/ratings';
import type { CountOptions, ReviewRecords } from '../../../../lib/map/outputs/types';
import { CountedUnit } from '../../../../lib/model';
import { ME, REVIEW } from '../records';
import { Reference } from './reference';
import { JOINED, randomRecords } from './review-records';

const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1);
/** Of every third review only what one coder did, by either name. */
const byWhom = (seed: number): Pick<CountOptions, 'coder'> =>
  seed % 3 ? {} : { coder: seed % 2 ? ME : JOINED };

describe.each(CountedUnit.options)('influences, counted in %s', (unit) => {
  it.each(
    DENOMINATORS.flatMap((denominator) =>
      [false, true].map((secondHand) => ({ denominator, secondHand })),
    ),
  )('over $denominator, second-hand counted: $secondHand', (given) => {
    let counted = 0;
    let broader = 0;
    for (const seed of SEEDS) {
      const records = randomRecords(seed);
      const options = { ...given, unit, ...byWhom(seed) };
      const evidence = new Evidence(records, options);
      const slow = new Reference(records, options);
      expect([evidence.N, evidence.paperIds.toSorted()]).toEqual([slow.N, slow.papers.toSorted()]);
      for (const row of influenceRows(evidence)) {
        const { codebookId, influenceId } = row.influence;
        const { papers, N, tagIds, stances, ...wanted } = slow.row(codebookId, influenceId);
        expect(row, `seed ${seed}, ${row.key}`).toMatchObject({ ...wanted, ...wilson(row.n, N) });
        for (const [stance, n] of Object.entries(stances))
          expect(row.stances[stance as keyof typeof stances].n).toBe(n);
        expect(row.paperIds.toSorted()).toEqual(papers);
        expect(row.tagIds.toSorted()).toEqual(tagIds);
        counted += row.n;
        if (tagIds.length > evidence.ownTagsOf(row.key).length) broader += 1;
      }
    }
    expect(counted).toBeGreaterThan(100);
    expect(broader).toBeGreaterThan(50);
  });
});

it('every influence of the codebooks has a row; one of an earlier version or of none where it has tags', () => {
  for (const seed of SEEDS) {
    const records = randomRecords(seed);
    const evidence = new Evidence(records);
    const slow = new Reference(records, { unit: 'papers', denominator: 'all', secondHand: false });
    const current = ['a', 'b', 'c', 'd', 'e', 'f', 'h'].map((id) => ['cb', id]);
    const former = ['g', 'x', 'unknown'].map((id) => ['cb', id]);
    const other = [...['a', 'lost'].map((id) => ['other', id]), ['other', 'b']];
    const isTagged = ([book = '', id = '']: string[]) => slow.row(book, id).tagIds.length > 0;
    const wanted = [
      ...current,
      ...former.filter(isTagged),
      ...other.slice(0, 2),
      ...other.slice(2).filter(isTagged),
    ].map(([book, id]) => `${book}/${id}`);
    const keys = evidence.rows.map(({ key }) => key);
    expect(keys.toSorted(), `seed ${seed}`).toEqual(wanted.toSorted());
    // What is under another one follows it, one step further in.
    for (const [i, { depth }] of evidence.rows.entries())
      expect(depth).toBeLessThanOrEqual((evidence.rows[i - 1]?.depth ?? -1) + 1);
  }
});

it('percentages of occurrences are of all pairs of an influence and a paper, and so is the interval', () => {
  for (const seed of SEEDS) {
    const records = randomRecords(seed);
    const reporting = { ofOccurrences: true as const };
    const evidence = new Evidence({ ...records, review: { ...records.review, reporting } });
    const slow = new Reference(records, {
      ...{ unit: 'occurrences', denominator: 'all', secondHand: false },
    });
    expect(evidence.base).toBe(slow.N);
    for (const { n, share, lo, hi } of influenceRows(evidence)) {
      expect(share).toBe(slow.N ? n / slow.N : 0);
      expect({ lo, hi }).toEqual(wilson(n, slow.N));
    }
  }
});

describe('a table and the map have the same numbers', () => {
  const ofMap = (records: ReviewRecords, options: CountOptions & { unit: 'papers' | 'families' }) =>
    buildMap(
      {
        ...{ ...records, reviewId: REVIEW },
        influences: influencesToCount(influencesOf(records.codebooks)),
      },
      { denominator: 'all', secondHand: false, rollUp: true, ...options },
    );
  const cases = UNITS.flatMap((unit) =>
    DENOMINATORS.flatMap((denominator) =>
      [false, true].map((secondHand) => ({ unit, denominator, secondHand })),
    ),
  );
  it.each(cases)('in $unit, over $denominator, second-hand: $secondHand', (given) => {
    let compared = 0;
    let twoStances = 0;
    for (const seed of SEEDS) {
      const records = randomRecords(seed, seed % 2 === 0);
      const options = { ...given, ...byWhom(seed) };
      const map = ofMap(records, options);
      const evidence = new Evidence(records, options);
      const rows = new Map(influenceRows(evidence).map((row) => [row.key, row]));
      expect(map.totals.N).toBe(evidence.N);
      for (const wanted of map.rows) {
        const row = rows.get(wanted.key);
        const { n, share, lo, hi } = wanted;
        if (!row) {
          expect(n, `seed ${seed}, ${wanted.key} has no row`).toBe(0);
          continue;
        }
        const found = { n: row.n, share: row.share, lo: row.lo, hi: row.hi };
        expect(found, `seed ${seed}, ${wanted.key}`).toEqual({ n, share, lo, hi });
        const ofStances = Object.entries(row.stances).map(([stance, one]) => [stance, one.n]);
        expect(Object.fromEntries(ofStances)).toEqual(wanted.papers);
        expect([row.paperIds.length, row.families]).toEqual([
          ...[wanted.counted.papers, wanted.counted.families],
        ]);
        // The map counts a statement under each stance that it was given.
        const byStance = countsTotal(wanted.statements);
        if (seed % 2 === 0) expect(row.statements).toBe(byStance);
        else expect(row.statements).toBeLessThanOrEqual(byStance);
        if (row.statements < byStance) twoStances += 1;
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(400);
    expect(twoStances).toBeGreaterThan(5);
  });
});

describe('the rating matrix equals a slow count', () => {
  it.each([false, true])('with sites: %s', (hasSites) => {
    const met = { memos: 0, tags: 0, silence: 0, nothing: 0, differ: 0 };
    for (const seed of SEEDS) {
      const all = randomRecords(seed);
      const records = hasSites ? all : { ...all, sites: [] };
      const options = { unit: 'papers', denominator: 'all', secondHand: false } as const;
      const evidence = new Evidence(records, { ...options, ...byWhom(seed) });
      const slow = new Reference(records, { ...options, ...byWhom(seed) });
      const { cases, rows } = ratingMatrix(evidence);
      const isSite = records.sites.length > 0;
      const wantedCases = isSite ? slow.sites() : slow.papers;
      expect(cases.map(({ id }) => id).toSorted()).toEqual(wantedCases.toSorted());
      for (const { influence, cells, key } of rows)
        for (const [i, cell] of cells.entries()) {
          expect(cell.caseId).toBe(cases[i]?.id);
          const { codebookId, influenceId } = influence;
          const wanted = slow.cell(codebookId, influenceId, cell.caseId, isSite);
          const where = `seed ${seed}, ${key}, ${cell.caseId}`;
          met[wanted.from as keyof typeof met] += 1;
          if (wanted.from === 'memos') {
            if (wanted.word === 'differ') met.differ += 1;
            const { rating } = cell;
            const word = typeof rating === 'object' ? rating.word : String(rating);
            expect(`${word}${cell.isStarred ? '*' : ''}`, where).toBe(wanted.word);
            expect(cell.isDraft).toBe(false);
          } else if (wanted.from === 'tags') {
            expect([cell.isDraft, cell.tagIds.toSorted()], where).toEqual([
              ...[true, wanted.tagIds?.toSorted()],
            ]);
            expect(ratingText(cell)).not.toBe('');
          } else {
            expect(cell.rating, where).toBe(wanted.from === 'silence' ? 'missing' : undefined);
            expect(cell.tagIds).toEqual([]);
          }
        }
    }
    const { silence, ...others } = met;
    expect(Math.min(...Object.values(others))).toBeGreaterThan(10);
    if (!hasSites) expect(silence).toBeGreaterThan(10);
  });
});
