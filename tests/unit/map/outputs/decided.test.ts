/**
 * What coders decided counts alike in the map, from tags or from sheets, and in the tables. The slow way: a review in which
 * every coder had tagged what was decided, counted without any decision.
 */
import { describe, expect, it } from 'vitest';
import { influencesOf } from '../../../../lib/codebook/influences';
import {
  buildMap,
  DENOMINATORS,
  influencesToCount,
  type MapOptions,
  sheetsOfTags,
  UNITS,
} from '../../../../lib/map';
import { Evidence, influenceRows } from '../../../../lib/map/outputs';
import type { ReviewRecords } from '../../../../lib/map/outputs/types';
import type { Decision, Tag } from '../../../../lib/model';
import { pick, seeded } from '../../../support/random';
import { ME, REVIEW, uuid } from '../records';
import { Reference } from './reference';
import { decision, randomRecords } from './review-records';

const SEEDS = Array.from({ length: 60 }, (_, i) => i + 1);
const STANCES = ['supporting', 'contrasting', 'mentioning', 'mixed', 'none'] as const;

/** One decision on a thing at most: on papers as a whole and on single statements, of some that bear tags and of others. */
function decidedRecords(seed: number): ReviewRecords {
  const records = randomRecords(seed);
  const next = seeded(seed + 1000);
  const byThing = new Map<string, Decision>();
  for (const tag of records.tags) {
    if (next() < 0.5) continue;
    const { paperId, codebookId, influenceId, statementId } = tag;
    const about = { paperId, codebookId, influenceId, ...(next() < 0.5 && { statementId }) };
    byThing.set(JSON.stringify(about), {
      ...decision(1, influenceId, pick(next, STANCES), about),
      id: uuid('decision', byThing.size + 1),
    });
  }
  return { ...records, decisions: [...byThing.values()] };
}

/** The tags as they were if everybody had tagged what was decided: where two words are on one tag, `first` holds. */
function asDecided({ tags, decisions }: ReviewRecords, first: 'paper' | 'statement'): Tag[] {
  const found: Tag[] = [];
  for (const tag of tags) {
    const on = decisions.filter(
      (one) =>
        one.paperId === tag.paperId &&
        one.codebookId === tag.codebookId &&
        one.influenceId === tag.influenceId &&
        (one.statementId === undefined || one.statementId === tag.statementId),
    );
    if (on.some(({ stance }) => stance === 'none')) continue;
    const ofPaper = on.find(({ statementId }) => statementId === undefined);
    const ofStatement = on.find(({ statementId }) => statementId !== undefined);
    const word = first === 'paper' ? (ofPaper ?? ofStatement) : (ofStatement ?? ofPaper);
    if (!word) found.push(tag);
    else if (word.stance === 'mixed')
      found.push({ ...tag, stance: 'supporting' }, { ...tag, stance: 'contrasting' });
    else found.push({ ...tag, stance: word.stance as Tag['stance'] });
  }
  return found;
}

const inputOf = (records: ReviewRecords) => ({
  ...{ ...records, reviewId: REVIEW },
  influences: influencesToCount(influencesOf(records.codebooks)),
});

const cases = UNITS.flatMap((unit) =>
  DENOMINATORS.flatMap((denominator) =>
    [false, true].map((secondHand) => ({ unit, denominator, secondHand })),
  ),
);

describe('what was decided counts as if it had been tagged', () => {
  it.each(cases)('in $unit, over $denominator, second-hand: $secondHand', (options) => {
    const met = { rows: 0, differ: 0, changed: 0, out: 0 };
    for (const seed of SEEDS) {
      const records = decidedRecords(seed);
      const map = buildMap(inputOf(records), { ...options, rollUp: true });
      const evidence = new Evidence(records, options);
      const rows = new Map(influenceRows(evidence).map((row) => [row.key, row]));
      // A paper with nothing but tags that were decided against is a tagged one all the same.
      const papers = new Reference(records, options).papers;
      const tagsIn = (first: 'paper' | 'statement') => {
        const slow = new Reference({ ...records, tags: asDecided(records, first) }, options);
        slow.papers.splice(0, Number.POSITIVE_INFINITY, ...papers);
        const counts = ({ paperId, basis }: Tag) =>
          papers.includes(paperId) && (options.secondHand || basis === 'own');
        slow.tags.splice(0, Number.POSITIVE_INFINITY, ...asDecided(records, first).filter(counts));
        return slow;
      };
      const [inPapers, inStatements] = [tagsIn('paper'), tagsIn('statement')];
      const before = new Reference(records, options);
      expect([map.totals.N, evidence.N]).toEqual([inPapers.N, inPapers.N]);
      for (const row of map.rows) {
        const where = `seed ${seed}, ${row.key}`;
        const wanted = inPapers.row(row.codebookId, row.influenceId);
        expect([row.n, row.papers], where).toEqual([wanted.n, wanted.stances]);
        const table = rows.get(row.key);
        const ofStances = Object.entries(table?.stances ?? {}).map(([name, one]) => [name, one.n]);
        if (table) expect(Object.fromEntries(ofStances), where).toEqual(wanted.stances);
        else expect(row.n, where).toBe(0);
        for (const stance of ['supporting', 'contrasting', 'mentioning'] as const) {
          const said = inStatements.tags.filter(
            (tag) =>
              tag.stance === stance && inStatements.isUnder(tag, row.codebookId, row.influenceId),
          );
          const quotes = new Set(said.map((tag) => inStatements.quoteOf(tag)));
          expect(row.statements[stance], `${where}, ${stance}`).toBe(quotes.size);
        }
        const undecided = before.row(row.codebookId, row.influenceId);
        met.rows += 1;
        if (wanted.stances.differ) met.differ += 1;
        if (undecided.stances.differ > wanted.stances.differ) met.changed += 1;
        if (undecided.n > wanted.n) met.out += 1;
      }
    }
    expect(Math.min(...Object.values(met))).toBeGreaterThan(10);
  });
});

describe('from sheets', () => {
  const fromSheets = (records: ReviewRecords, options: MapOptions) => {
    const { tags, statements: _, ...input } = inputOf(records);
    const all = sheetsOfTags(tags);
    const sheets = all.map(({ tallied }) => tallied);
    return buildMap(
      { ...input, sheets, statementSheets: all.map(({ marked }) => marked) },
      options,
    );
  };
  const fromTags = (records: ReviewRecords, options: MapOptions) => {
    const { statements: _, ...input } = inputOf(records);
    return buildMap(input, options);
  };

  it.each(cases)(
    'the map is the same in $unit, over $denominator, second-hand: $secondHand',
    (o) => {
      for (const seed of SEEDS) {
        const records = decidedRecords(seed);
        expect(fromSheets(records, o), `seed ${seed}`).toEqual(fromTags(records, o));
        const rolled = { ...o, rollUp: true };
        expect(fromSheets(records, rolled)).toEqual(fromTags(records, rolled));
      }
    },
  );

  it('of one coder’s record nothing is decided', () => {
    const options: MapOptions = { denominator: 'all', secondHand: false, coder: ME };
    for (const seed of SEEDS) {
      const records = decidedRecords(seed);
      const undecided = { ...records, decisions: [] };
      expect(fromSheets(records, options)).toEqual(fromSheets(undecided, options));
    }
  });

  it('a decision of another review is none', () => {
    const options: MapOptions = { denominator: 'all', secondHand: false };
    for (const seed of SEEDS.slice(0, 10)) {
      const records = decidedRecords(seed);
      const elsewhere = records.decisions.map((one) => ({ ...one, reviewId: uuid('review', 2) }));
      const others = { ...records, decisions: elsewhere };
      expect(fromTags(others, options)).toEqual(fromTags({ ...records, decisions: [] }, options));
    }
  });
});
