/** Broader influences count what is under them, each paper and each statement once: against a slow recount of the tags. */
import { describe, expect, it } from 'vitest';
import {
  buildMap,
  DENOMINATORS,
  type MapOptions,
  mapAsText,
  methodsLine,
  talliesOfTags,
  UNITS,
} from '../../../lib/map';
import { randomReview } from './random-review';
import { ME, REVIEW, reviewPaper, tag, YOU } from './records';

/** a is over b and c, c over d; e is apart; f and g name each other, as a file can. */
const PARENTS: Record<string, string | undefined> = {
  ...{ a: undefined, b: 'a', c: 'a', d: 'c', e: undefined, f: 'g', g: 'f' },
};
const UNDER: Record<string, string[]> = {
  ...{ a: ['a', 'b', 'c', 'd'], b: ['b'], c: ['c', 'd'], d: ['d'], e: ['e'] },
  ...{ f: ['f', 'g'], g: ['f', 'g'] },
};
const IDS = Object.keys(PARENTS);
const influences = IDS.map((influenceId) => ({
  ...{ codebookId: 'cb', influenceId, label: influenceId, parent: PARENTS[influenceId] },
}));

describe('rolled up, a map equals one in which every tag under an influence was made with it', () => {
  const cases = DENOMINATORS.flatMap((denominator) =>
    [false, true].flatMap((secondHand) => UNITS.map((unit) => ({ unit, denominator, secondHand }))),
  );
  it.each(cases)('in $unit, over $denominator, second-hand: $secondHand', (options) => {
    let counted = 0;
    let more = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const review = randomReview(seed, IDS);
      const input = {
        ...{ reviewId: REVIEW, reviewPapers: review.papers, familyMembers: review.members },
        ...{ assessments: review.assessments, influences, tags: review.tags },
      };
      const plain = buildMap(input, options);
      const rolled = buildMap(input, { ...options, rollUp: true });
      const all = mapsApart(input, options);
      for (const row of rolled.rows) {
        expect(row, `seed ${seed}, influence ${row.influenceId}`).toEqual(all.get(row.influenceId));
        const below = plain.rows.filter((one) => UNDER[row.influenceId]?.includes(one.influenceId));
        expect(row.n).toBeGreaterThanOrEqual(Math.max(...below.map(({ n }) => n)));
        expect(row.n).toBeLessThanOrEqual(row.N);
        counted += row.n;
        if (row.n < below.reduce((sum, { n }) => sum + n, 0)) more += 1;
      }
      expect(rolled.totals).toEqual(plain.totals);
      expect(rolled.paperIds).toEqual(plain.paperIds);
      expect(rolled.coders).toEqual(plain.coders);
    }
    expect(counted).toBeGreaterThan(200);
    // Papers that two influences under one have in common do occur.
    expect(more).toBeGreaterThan(20);
  });
});

/** Each row from a map of its own, in which all that is under the influence bears its name. */
function mapsApart(input: Parameters<typeof buildMap>[0], options: MapOptions) {
  return new Map(
    IDS.map((id) => {
      const tags = (input.tags ?? []).map((one) =>
        UNDER[id]?.includes(one.influenceId) ? { ...one, influenceId: id } : one,
      );
      const { rows } = buildMap({ ...input, tags }, options);
      return [id, rows.find(({ influenceId }) => influenceId === id)];
    }),
  );
}

describe('a paper', () => {
  const input = {
    ...{ reviewId: REVIEW, reviewPapers: [reviewPaper(1), reviewPaper(2)], influences },
    tags: [
      ...[tag(1, 1, 'b', 'supporting'), tag(1, 1, 'd', 'supporting')],
      ...[tag(2, 1, 'b', 'supporting', { coderId: ME }), tag(2, 2, 'c', 'contrasting')],
      tag(2, 3, 'e', 'supporting', { coderId: YOU, basis: 'second-hand' }),
    ],
  };
  const map = buildMap(input, { denominator: 'all', secondHand: false, rollUp: true });
  const row = (id: string) => map.rows.find(({ influenceId }) => influenceId === id);

  it('that has a statement under two influences counts it once above them', () => {
    expect(row('a')).toMatchObject({ n: 2, papers: { supporting: 1, mixed: 1 } });
    expect(row('a')?.statements).toEqual({ supporting: 2, contrasting: 1, mentioning: 0 });
  });

  it('counts every level in between, and nothing elsewhere', () => {
    expect(['b', 'c', 'd', 'e', 'f'].map((id) => row(id)?.n)).toEqual([2, 2, 1, 0, 0]);
  });

  it('that does not report one influence may report the broader one', () => {
    const assessments = [
      { ...tag(2, 1, 'd', 'supporting'), outcome: 'not-reported' as const, createdAt: '' },
    ];
    const rolled = buildMap(
      { ...input, tags: [], assessments },
      { denominator: 'all', secondHand: false, rollUp: true },
    );
    const reported = (id: string) => rolled.rows.find((one) => one.influenceId === id)?.notReported;
    expect([reported('d'), reported('c'), reported('a')]).toEqual([1, 0, 0]);
  });

  it('is said to count so, in the text and in the methods line', () => {
    const words = 'broader influence counts a paper once, with all that is tagged under it';
    expect(mapAsText(map)).toContain(`\nA ${words}\n`);
    expect(mapAsText(map)).toContain('1 second-hand statement shown apart');
    expect(methodsLine(map)).toContain(`; a ${words}`);
    const plain = buildMap(input);
    expect(mapAsText(plain) + methodsLine(plain)).not.toContain('broader');
  });
});

it('tallies cannot be rolled up: they do not tell what two influences have in common', () => {
  const tallies = talliesOfTags([tag(1, 1, 'b', 'supporting')]);
  const input = { reviewId: REVIEW, reviewPapers: [reviewPaper(1)], influences, tallies };
  expect(() => buildMap(input, { denominator: 'all', secondHand: false, rollUp: true })).toThrow(
    'needs tags',
  );
});
