/** Output 9: agreement by round. */
import { describe, expect, it } from 'vitest';
import { agreementByRound, Evidence } from '../../../../lib/map/outputs';
import { coefficientsOf } from '../../../../lib/map/outputs/coefficients';
import { ac1Of, alphaOf, percentOf } from '../../../../lib/map/outputs/reliability';
import type { ReviewRecords } from '../../../../lib/map/outputs/types';
import type { Tag } from '../../../../lib/model';
import { pick, seeded } from '../../../support/random';
import { ME, reviewPaper, tag, uuid, YOU } from '../records';
import { JOINED, recordsWith, round, statement, THIRD } from './review-records';

const by = (coderId: string, paper: number, n: number, id: string): Tag =>
  tag(paper, n, id, 'supporting', { coderId });
const reviewPapers = [1, 2, 3].map((n) => reviewPaper(n));
const agreement = (more: Partial<ReviewRecords>) =>
  agreementByRound(new Evidence(recordsWith({ reviewPapers, ...more })));

describe('a round', () => {
  const tags = [
    ...[by(ME, 1, 1, 'a'), by(YOU, 1, 1, 'a')],
    ...[by(ME, 1, 2, 'a'), by(YOU, 1, 2, 'b')],
    ...[by(ME, 2, 1, 'b'), by(YOU, 2, 1, 'b')],
  ];

  it('counts codes that both gave of those that either gave', () => {
    const [first] = agreement({ tags, rounds: [round(1, [1, 2])] });
    expect(first).toMatchObject({ n: 3, codes: 4, agreed: 2, positive: 0.5, coders: 2 });
    const of = (key: string) => first?.influences.find((one) => one.key === `cb/${key}`);
    expect(of('a')).toMatchObject(
      without(
        coefficientsOf([
          [1, 1],
          [0, 1],
        ]),
      ),
    );
    expect(of('b')).toMatchObject(
      without(
        coefficientsOf([
          [1, 0],
          [1, 1],
        ]),
      ),
    );
  });

  it('has the mean and the SD of kappa and PABAK over its influences', () => {
    const [first] = agreement({ tags, rounds: [round(1, [1, 2])] });
    const kappa =
      coefficientsOf([
        [1, 1],
        [0, 1],
      ]).kappa ?? Number.NaN;
    expect(first?.kappa).toEqual({
      n: 2,
      mean: expect.closeTo(kappa, 12),
      sd: expect.closeTo(0, 12),
    });
    expect(first?.pabak).toEqual({
      n: 2,
      mean: expect.closeTo(1 / 3, 12),
      sd: expect.closeTo(0, 12),
    });
  });

  it('is of its own papers or statements, in the order of the rounds', () => {
    const found = agreement({
      tags,
      rounds: [
        round(2, [2]),
        round(1, [1], { statementIds: [uuid('statement', 1002)] }),
        round(3, [3]),
      ],
    });
    expect(
      found.map(({ round: { name }, n, codes, agreed, positive }) => [
        ...[name, n, codes, agreed, positive],
      ]),
    ).toEqual([
      ['Round 1', 1, 2, 0, 0],
      ['Round 2', 1, 1, 1, 1],
      ['Round 3', 0, 0, 0, null],
    ]);
  });

  it('of one coder, or of one coder under two names, is not estimable', () => {
    for (const other of [YOU, JOINED]) {
      const [first] = agreement({
        tags: [by(YOU, 1, 1, 'a'), by(other, 1, 1, 'a')],
        rounds: [round(1, [1])],
      });
      expect(first).toMatchObject({ coders: 1, codes: 0, positive: null, kappa: { mean: null } });
      expect(first?.influences).toMatchObject([{ percent: null, kappa: null, alpha: null }]);
    }
  });

  it('in which everything was given by both has percent 100, and no kappa', () => {
    const [first] = agreement({
      tags: [by(ME, 1, 1, 'a'), by(YOU, 1, 1, 'a')],
      rounds: [round(1, [1])],
    });
    expect(first).toMatchObject({ positive: 1, kappa: { n: 0, mean: null, sd: null } });
    expect(first?.influences).toMatchObject([{ percent: 1, kappa: null, ac1: null, alpha: null }]);
  });

  it('takes copies of a quote in one paper as one observation', () => {
    const [first] = agreement({
      tags: [by(ME, 1, 1, 'a'), by(YOU, 1, 2, 'a')],
      statements: [statement(1, 1, 'q'), statement(1, 2, 'q')],
      rounds: [round(1, [1])],
    });
    expect(first).toMatchObject({ n: 1, codes: 1, agreed: 1 });
  });
});

it('of three coders, all pairs: percent, AC1 and alpha are those of the codes themselves', () => {
  let compared = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const next = seeded(seed);
    const tags = Array.from({ length: 5 + Math.floor(next() * 60) }, () =>
      by(pick(next, [ME, YOU, THIRD]), 1, Math.floor(next() * 8), pick(next, ['a', 'b'])),
    );
    const [found] = agreement({ tags, rounds: [round(1, [1])] });
    const people = [ME, YOU, THIRD].filter((one) => tags.some(({ coderId }) => coderId === one));
    if (people.length < 2) continue;
    const statements = [...new Set(tags.map(({ statementId }) => statementId))];
    for (const id of ['a', 'b']) {
      const units = statements.map((statementId) =>
        people.map((coderId) =>
          tags.some(
            (one) =>
              one.coderId === coderId && one.statementId === statementId && one.influenceId === id,
          )
            ? 1
            : 0,
        ),
      );
      const row = found?.influences.find(({ key }) => key === `cb/${id}`);
      if (!row) continue;
      compared += 1;
      for (const [name, wanted] of [
        ['percent', percentOf(units)],
        ['ac1', ac1Of(units)],
        ['alpha', alphaOf(units)],
      ] as const)
        if (wanted === null) expect(row[name], `seed ${seed}, ${name}`).toBeNull();
        else expect(row[name], `seed ${seed}, ${name}`).toBeCloseTo(wanted, 10);
    }
  }
  expect(compared).toBeGreaterThan(60);
});

/** Alpha of a round is of the codes of all its coders. */
const without = ({ alpha: _alpha, ...others }: ReturnType<typeof coefficientsOf>) => others;
