/** Broader influences count what is under them, each paper and each statement once: against a slow recount of the tags. */
import { describe, expect, it } from 'vitest';
import {
  buildMap,
  DENOMINATORS,
  type MapInput,
  type MapOptions,
  mapAsText,
  methodsLine,
  UNITS,
  type Unit,
} from '../../../lib/map';
import type { Assessment, ReviewPaper } from '../../../lib/model';
import { seeded } from '../../support/random';
import { randomReview } from './random-review';
import { familyMember, ME, notReported, REVIEW, reviewPaper, tag, YOU } from './records';

/** a is over b and c, c over d; e is apart; f and g name each other, as a file can. */
const PARENTS: Record<string, string | undefined> = {
  ...{ a: undefined, b: 'a', c: 'a', d: 'c', e: undefined, f: 'g', g: 'f' },
};
const UNDER: Record<string, string[]> = {
  ...{ a: ['a', 'b', 'c', 'd'], b: ['b'], c: ['c', 'd'], d: ['d'], e: ['e'] },
  ...{ f: ['f', 'g'], g: ['f', 'g'] },
};
const IDS = Object.keys(PARENTS);
/** Directly under it. */
const NARROWER = (id: string) => IDS.filter((one) => PARENTS[one] === id);
const CODERS = [ME, YOU];
const influences = IDS.map((influenceId) => ({
  ...{ codebookId: 'cb', influenceId, label: influenceId, parent: PARENTS[influenceId] },
}));

describe('rolled up, a map equals one in which every tag under an influence was made with it', () => {
  const cases = DENOMINATORS.flatMap((denominator) =>
    [false, true].flatMap((secondHand) => UNITS.map((unit) => ({ unit, denominator, secondHand }))),
  );
  it.each(cases)('in $unit, over $denominator, second-hand: $secondHand', (given) => {
    let counted = 0;
    let more = 0;
    let silent = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const review = randomReview(seed, IDS);
      const input = {
        ...{ reviewId: REVIEW, reviewPapers: review.papers, familyMembers: review.members },
        // Of every second review all tags, of the others a few: what is tagged is reported.
        ...{ influences, tags: review.tags.slice(0, seed % 2 ? 6 : undefined) },
        assessments: [...review.assessments, ...manyAssessments(seed, review.papers)],
      };
      const options = seed % 3 ? given : { ...given, coder: ME };
      const plain = buildMap(input, options);
      const rolled = buildMap(input, { ...options, rollUp: true });
      const all = mapsApart(input, options);
      for (const row of rolled.rows) {
        expect(row, `seed ${seed}, influence ${row.influenceId}`).toEqual(all.get(row.influenceId));
        const below = plain.rows.filter((one) => UNDER[row.influenceId]?.includes(one.influenceId));
        expect(row.n).toBeGreaterThanOrEqual(Math.max(...below.map(({ n }) => n)));
        expect(row.n).toBeLessThanOrEqual(row.N);
        counted += row.n;
        const own = plain.rows.find(({ key }) => key === row.key);
        silent += Math.max(0, row.notReported - (own?.notReported ?? 0));
        if (row.n < below.reduce((sum, { n }) => sum + n, 0)) more += 1;
      }
      expect(rolled.totals).toEqual(plain.totals);
      expect(rolled.paperIds).toEqual(plain.paperIds);
      expect(rolled.coders).toEqual(plain.coders);
    }
    expect(counted).toBeGreaterThan(200);
    // Papers that two influences under one have in common do occur.
    expect(more).toBeGreaterThan(20);
    // And so do those that report nothing of what is under one.
    expect(silent).toBeGreaterThan(20);
  });
});

/** Of a third of what there is to assess, by each of two coders. */
function manyAssessments(seed: number, papers: readonly ReviewPaper[]): Assessment[] {
  const next = seeded(seed);
  return papers.flatMap(({ paperId }) =>
    IDS.flatMap((id) =>
      CODERS.filter(() => next() < 0.35).map((coder) => ({
        ...notReported(1, id, coder),
        paperId,
      })),
    ),
  );
}

/** Each row from a map of its own, in which all that is under the influence bears its name. */
function mapsApart(input: MapInput, options: MapOptions) {
  const { paperIds } = buildMap(input, options);
  const units = unitsOf(input, paperIds, options);
  return new Map(
    IDS.map((id) => {
      const tags = (input.tags ?? []).map((one) =>
        UNDER[id]?.includes(one.influenceId) ? { ...one, influenceId: id } : one,
      );
      const assessments = units
        .filter((papers) =>
          CODERS.some((coder) => isNotReported(input, options, id, papers, coder)),
        )
        .map(([paper = '']) => ({ ...notReported(1, id, options.coder), paperId: paper }));
      const { rows } = buildMap({ ...input, tags, assessments }, options);
      return [id, rows.find(({ influenceId }) => influenceId === id)];
    }),
  );
}

/** The papers within the denominator, one by one or study by study. */
function unitsOf(
  { familyMembers = [] }: MapInput,
  paperIds: readonly string[],
  { unit }: MapOptions,
): string[][] {
  const familyOf = (id: string) => familyMembers.find((one) => one.paperId === id)?.familyId ?? id;
  const names = new Set(paperIds.map((id) => (unit === 'families' ? familyOf(id) : id)));
  return [...names].map((name) => paperIds.filter((id) => id === name || familyOf(id) === name));
}

/**
 * By one coder: assessed so itself; or nothing is tagged under it, by any coder who counts, and this coder has looked for
 * each of the influences directly under it and found none, in whichever papers of the study.
 */
function isNotReported(
  input: MapInput,
  options: MapOptions,
  id: string,
  papers: readonly string[],
  coder: string,
  seen: readonly string[] = [],
): boolean {
  if (seen.includes(id) || (options.coder ?? coder) !== coder) return false;
  const isOf = (one: { influenceId: string; paperId: string }, ids: readonly string[]) =>
    papers.includes(one.paperId) && ids.includes(one.influenceId);
  const { assessments = [], tags = [] } = input;
  if (assessments.some((one) => one.coderId === coder && isOf(one, [id]))) return true;
  const counts = (one: { reviewId: string; coderId: string }) =>
    one.reviewId === REVIEW && one.coderId === (options.coder ?? one.coderId);
  if (tags.some((one) => counts(one) && isOf(one, UNDER[id] ?? []))) return false;
  const narrower = NARROWER(id);
  return (
    narrower.length > 0 &&
    narrower.every((one) => isNotReported(input, options, one, papers, coder, [...seen, id]))
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

  it.each([
    ['one of several under it: not yet assessed', ['b'], [], { b: 1, a: 0 }],
    ['all under it', ['b', 'c'], [], { b: 1, c: 1, a: 1 }],
    ['all under it, one by what is under that', ['b', 'd'], [], { b: 1, c: 1, d: 1, a: 1 }],
    ['itself: nothing follows for what is under it', ['a'], [], { a: 1, b: 0, c: 0 }],
    ['all under it, and is tagged with it: reported', ['b', 'c'], ['a'], { a: 0, b: 1, c: 1 }],
    ['all under it, and is tagged under it: reported', ['b', 'c'], ['d'], { a: 0, c: 0, b: 1 }],
  ])('that does not report %s', (_, ids, tagged, wanted) => {
    const given = {
      ...{ ...input, assessments: ids.map((id) => notReported(2, id)) },
      tags: tagged.map((id) => tag(2, 1, id, 'supporting')),
    };
    const rolled = buildMap(given, { denominator: 'all', secondHand: false, rollUp: true });
    const found = rolled.rows.map(({ influenceId, notReported: n }) => [influenceId, n] as const);
    expect(Object.fromEntries(found)).toMatchObject(wanted);
    const a = rolled.rows.find(({ influenceId }) => influenceId === 'a');
    expect(a?.disputed).toBe(0);
    expect((a?.n ?? 0) + (a?.notReported ?? 0) + (a?.notAssessed ?? 0)).toBe(a?.N);
  });

  const of = (input: MapInput, unit: Unit = 'papers') => {
    const options = { unit, denominator: 'all' as const, secondHand: false, rollUp: true };
    const { rows } = buildMap(input, options);
    return rows.find(({ influenceId }) => influenceId === 'a');
  };

  it('is not assessed where no coder looked for all that is under an influence', () => {
    const b = notReported(2, 'b', ME);
    const by = (coderId: string, more: Partial<MapInput> = {}) =>
      of({ ...input, ...more, tags: [], assessments: [b, notReported(2, 'c', coderId)] });
    expect(by(YOU)).toMatchObject({ notReported: 0, notAssessed: 2 });
    expect(by(ME)).toMatchObject({ notReported: 1, notAssessed: 1 });
    const coders = [
      { id: ME, name: 'Me' },
      { id: YOU, name: 'You', into: ME },
    ];
    expect(by(YOU, { coders })).toMatchObject({ notReported: 1, notAssessed: 1 });
  });

  it('and its companion do not report an influence, of which each was assessed in part', () => {
    const study = { ...input, tags: [], familyMembers: [familyMember(1, 1), familyMember(2, 1)] };
    const assessments = [notReported(1, 'b'), notReported(2, 'c')];
    const given = { ...study, assessments };
    expect(of(given, 'families')).toMatchObject({ N: 1, notReported: 1, notAssessed: 0 });
    expect(of(given)).toMatchObject({ N: 2, notReported: 0, notAssessed: 2 });
    const parted = { ...study, assessments: [notReported(1, 'b'), notReported(2, 'c', YOU)] };
    expect(of(parted, 'families')).toMatchObject({ notReported: 0, notAssessed: 1 });
  });

  it('and its companion report what one of them does, and nobody said otherwise', () => {
    const given = {
      ...{ ...input, familyMembers: [familyMember(1, 1), familyMember(2, 1)] },
      ...{
        tags: [tag(1, 1, 'd', 'supporting')],
        assessments: ['b', 'c'].map((id) => notReported(2, id)),
      },
    };
    expect(of(given, 'families')).toMatchObject({ n: 1, notReported: 0, disputed: 0 });
    expect(of(given)).toMatchObject({ n: 1, notReported: 1, notAssessed: 0 });
  });

  it.each(['f', 'g', 'h'])('need not be assessed twice in a circle that a file has: %s', (id) => {
    const circle = Object.entries({ f: 'g', g: 'h', h: 'f' }).map(([influenceId, parent]) => ({
      ...{ codebookId: 'cb', influenceId, label: influenceId, parent },
    }));
    const given = { ...input, influences: circle, tags: [], assessments: [notReported(1, id)] };
    const { rows } = buildMap(given, { denominator: 'all', secondHand: false, rollUp: true });
    expect(rows.map((one) => one.notReported)).toEqual([1, 1, 1]);
  });

  it('need not be assessed on what its codebook has given up', () => {
    const given = { ...input, tags: [], assessments: [notReported(2, 'b')] };
    const gone = influences.map((one) =>
      one.influenceId === 'c' ? { ...one, isFormer: true as const } : one,
    );
    const options = { denominator: 'all' as const, secondHand: false, rollUp: true };
    const of = (some: typeof influences) =>
      buildMap({ ...given, influences: some }, options).rows.find(
        ({ influenceId }) => influenceId === 'a',
      )?.notReported;
    expect([of(influences), of(gone)]).toEqual([0, 1]);
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
