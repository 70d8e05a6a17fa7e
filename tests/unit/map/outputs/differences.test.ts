/** Where coders differ: one definition, in the table, in the check before printing, and in agreement by round. */
import { expect, it, test } from 'vitest';
import { agreementByRound, Evidence, OUTPUTS, type OutputTable } from '../../../../lib/map/outputs';
import { differences } from '../../../../lib/map/outputs/differences';
import type { ReviewRecords } from '../../../../lib/map/outputs/types';
import type { Decision, Tag } from '../../../../lib/model';
import { pick, seeded } from '../../../support/random';
import { ME, notReported, reviewPaper, tag, uuid, YOU } from '../records';
import { coders, decision, randomRecords, recordsWith, round, THIRD } from './review-records';

const build = (id: string, evidence: Evidence): OutputTable => {
  const output = OUTPUTS.find((one) => one.id === id);
  if (!output) throw new Error(`no output ${id}`);
  return output.build(evidence);
};
const by = (coderId: string, paper: number, n: number, id: string, more: Partial<Tag> = {}): Tag =>
  tag(paper, n, id, more.stance ?? 'supporting', { coderId, ...more });

/** Random reviews of few papers, so that coders meet, with decisions on papers and on statements. */
function records(seed: number): ReviewRecords {
  const found = randomRecords(seed);
  const next = seeded(seed + 900);
  const decided = new Map<string, Decision>();
  for (const one of found.tags) {
    if (next() < 0.85) continue;
    const onStatement = next() < 0.5;
    const key = `${one.paperId} ${one.codebookId} ${one.influenceId} ${onStatement ? one.statementId : ''}`;
    decided.set(key, {
      ...decision(1, one.influenceId, pick(next, ['supporting', 'mixed', 'none'] as const)),
      ...{ id: uuid('decision', decided.size + 1), paperId: one.paperId },
      codebookId: one.codebookId,
      ...(onStatement && { statementId: one.statementId }),
    });
  }
  return { ...found, decisions: [...decided.values()] };
}

/** Slow and obvious. @returns "codebook influence paper" of what is open */
function slow({ tags, assessments, decisions, reviewPapers }: ReviewRecords): string[] {
  const into = (id: string) => coders.find((one) => one.id === id)?.into ?? id;
  const open: string[] = [];
  const kept = reviewPapers.filter(({ eligibility }) => eligibility !== 'excluded');
  for (const paper of kept.map((one) => one.paperId)) {
    const here = [...tags, ...assessments].filter((one) => one.paperId === paper);
    const people = [...new Set(here.map(({ coderId }) => into(coderId)))];
    const own = tags.filter((one) => one.paperId === paper && one.basis === 'own');
    for (const name of new Set(own.map((one) => `${one.codebookId} ${one.influenceId}`))) {
      const cell = own.filter((one) => `${one.codebookId} ${one.influenceId}` === name);
      const said = decisions.filter(
        (one) => one.paperId === paper && `${one.codebookId} ${one.influenceId}` === name,
      );
      const word = (person: string, isDecided: boolean): string => {
        const stances = cell
          .filter(({ coderId }) => into(coderId) === person)
          .flatMap(({ statementId, stance }) => {
            const of = isDecided && said.find((one) => one.statementId === statementId);
            if (!of) return [stance];
            if (of.stance === 'none') return [];
            return of.stance === 'mixed' ? ['supporting', 'contrasting'] : [of.stance];
          });
        const [yes, no] = [stances.includes('supporting'), stances.includes('contrasting')];
        return yes && no ? 'mixed' : yes ? 'yes' : no ? 'no' : stances.length ? 'mention' : 'none';
      };
      const isApart = (isDecided: boolean) =>
        new Set(people.map((person) => word(person, isDecided))).size > 1;
      if (isApart(false) && isApart(true) && !said.some((one) => !one.statementId))
        open.push(`${name} ${paper}`);
    }
  }
  return open.sort();
}

test('table and check have the same cells open, on random reviews: those of the slow way', () => {
  let [open, alone] = [0, 0];
  for (let seed = 1; seed <= 80; seed += 1) {
    const all = records(seed);
    const evidence = new Evidence(all);
    const expected = slow(all);
    const found = differences(evidence).filter(({ isSettled }) => !isSettled);
    expect(
      found
        .map(
          ({ row, paperId: id }) =>
            `${row.influence.codebookId} ${row.influence.influenceId} ${id}`,
        )
        .sort(),
      `seed ${seed}`,
    ).toEqual(expected);
    const table = build('disagreements', evidence);
    expect(table.rows.filter(({ cells }) => !cells.at(-1)?.text)).toHaveLength(expected.length);
    expect(table.notes.join(' ')).toContain(`differ; ${expected.length} without a decision.`);
    const check = build('checks', evidence).rows.flatMap(({ cells }) => cells[1]?.text ?? []);
    const cells = expected.length === 1 ? 'cell' : 'cells';
    const said = `Coders differ on ${expected.length} ${cells} of paper and influence, and no decision is written down.`;
    expect(check.includes(said)).toBe(expected.length > 0);
    open += expected.length;
    alone += found.filter(
      ({ words }) => [...words.values()].filter(({ stance }) => stance).length === 1,
    ).length;
  }
  expect(open).toBeGreaterThan(300);
  expect(alone).toBeGreaterThan(100);
});

const reviewPapers = [1, 2, 3].map((n) => reviewPaper(n));

it('who noted that something is not reported has coded the paper, and differs from who tagged it', () => {
  const all = recordsWith({
    reviewPapers,
    tags: [by(ME, 1, 1, 'a'), by(ME, 2, 1, 'a')],
    assessments: [notReported(1, 'a', YOU)],
  });
  const table = build('disagreements', new Evidence(all));
  expect(table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
    ['A (Codebook cb)', expect.anything(), 'supporting', 'not reported', ''],
  ]);
});

it('papers that one of two coders never coded are none on which they disagree', () => {
  const tags = [
    ...[by(ME, 1, 1, 'a'), by(YOU, 1, 1, 'a'), by(ME, 1, 2, 'b'), by(YOU, 1, 2, 'b')],
    ...[1, 2, 3].flatMap((n) => [by(ME, 2, n, 'a'), by(ME, 2, n, 'b')]),
  ];
  const of = (more: Partial<ReviewRecords>) =>
    agreementByRound(
      new Evidence(recordsWith({ reviewPapers, tags, rounds: [round(1, [1, 2])], ...more })),
    )[0];
  expect(of({})).toMatchObject({ n: 2, alone: 3, codes: 2, agreed: 2, positive: 1, coders: 2 });
  expect(of({})?.influences).toMatchObject([
    { key: 'cb/a', n: 2, percent: 1, kappa: 1, alpha: 1 },
    { key: 'cb/b', n: 2, percent: 1, kappa: 1, alpha: 1 },
  ]);
  // The other one has looked through it, and found nothing.
  const looked = of({ assessments: [notReported(2, 'a', YOU)] });
  expect(looked).toMatchObject({ n: 5, alone: 0, codes: 8, agreed: 2, positive: 0.25 });
});

it('of three coders each pair is compared on the papers of both', () => {
  const tags = [
    ...[by(ME, 1, 1, 'a'), by(YOU, 1, 1, 'a')],
    ...[by(YOU, 2, 1, 'a'), by(THIRD, 2, 1, 'b')],
  ];
  const [found] = agreementByRound(
    new Evidence(recordsWith({ reviewPapers, tags, rounds: [round(1, [1, 2])] })),
  );
  expect(found).toMatchObject({ n: 2, alone: 0, codes: 3, agreed: 1, coders: 3 });
  expect(found?.influences.map(({ key, n, percent }) => [key, n, percent])).toEqual([
    ['cb/a', 2, 0.5],
    ['cb/b', 2, 0.5],
  ]);
});

it('a round in which no paper has two coders says so', () => {
  const tags = [by(ME, 1, 1, 'a'), by(YOU, 2, 1, 'a')];
  const evidence = new Evidence(
    recordsWith({ reviewPapers, tags, rounds: [round(1, [1, 2])], papers: [] }),
  );
  expect(agreementByRound(evidence)[0]).toMatchObject({ n: 0, alone: 2, positive: null });
  const texts = build('checks', evidence).rows.map(({ cells }) => cells[1]?.text);
  expect(texts).toContain(
    'Round 1 has no paper that two coders coded: no agreement can be estimated.',
  );
  expect(build('agreement', evidence).notes[0]).toContain('2 in papers of one coder are left out');
});
