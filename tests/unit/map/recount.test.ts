/** The map against a naive recount from the tags, over many random reviews. */
import { describe, expect, it } from 'vitest';
import { buildMap, DENOMINATORS, type MapOptions, type PaperStance, UNITS } from '../../../lib/map';
import type { Decision, ReviewPaper, Tag } from '../../../lib/model';
import { type RandomReview, randomDecisions, randomReview } from './random-review';
import { ME, REVIEW, talliedOf, YOU } from './records';

/** What one coder's tags of one paper on one influence amount to, with what was decided. */
function stanceOf(
  tags: readonly Tag[],
  coder: string,
  stancesOf: (t: Tag) => readonly string[],
): PaperStance | null {
  const has = (stance: Tag['stance']) =>
    tags.some((t) => t.coderId === coder && stancesOf(t).includes(stance));
  if (has('supporting')) return has('contrasting') ? 'mixed' : 'supporting';
  if (has('contrasting')) return 'contrasting';
  return has('mentioning') ? 'mentioning' : null;
}

/** Reporting rules 1, 2, 4, 5, 6 word for word, without tallies. */
function recount(
  review: RandomReview,
  influence: string,
  { denominator, secondHand, unit }: Required<Omit<MapOptions, 'coder' | 'rollUp'>>,
  decisions: readonly Decision[] = [],
) {
  const mine = review.tags.filter((t) => t.reviewId === REVIEW);
  const decidedOn = (t: Tag, statementId: string | undefined) =>
    decisions.find(
      (d) =>
        d.paperId === t.paperId && d.influenceId === t.influenceId && d.statementId === statementId,
    )?.stance;
  const isOut = (t: Tag) => [decidedOn(t, undefined), decidedOn(t, t.statementId)].includes('none');
  const asCounted = (stance: string) =>
    stance === 'mixed' ? ['supporting', 'contrasting'] : [stance];
  const ofPaper = (t: Tag) =>
    asCounted(decidedOn(t, undefined) ?? decidedOn(t, t.statementId) ?? t.stance);
  const ofStatement = (t: Tag) =>
    asCounted(decidedOn(t, t.statementId) ?? decidedOn(t, undefined) ?? t.stance);
  const scope = review.papers.filter((p) => {
    if (p.eligibility === 'excluded') return false;
    if (denominator === 'included') return p.eligibility === 'included';
    if (denominator === 'read') return p.progress === 'read';
    if (denominator === 'tagged') return mine.some((t) => t.paperId === p.paperId);
    return true;
  });
  const papers: Record<PaperStance, number> = {
    supporting: 0,
    mixed: 0,
    contrasting: 0,
    mentioning: 0,
    differ: 0,
  };
  const statements = { supporting: 0, contrasting: 0, mentioning: 0 };
  const families = new Map(review.members.map((m) => [m.paperId, m.familyId]));
  const familyOf = (p: ReviewPaper) => families.get(p.paperId) ?? p.paperId;
  const names = new Set(scope.map((p) => (unit === 'families' ? familyOf(p) : p.paperId)));
  const behind = { papers: 0, families: new Set<string>() };
  let notReported = 0;
  for (const name of names) {
    const members = scope.filter((p) => p.paperId === name || familyOf(p) === name);
    const said: PaperStance[] = [];
    for (const p of unit === 'families' ? members : members.filter((m) => m.paperId === name)) {
      const here = mine.filter(
        (t) =>
          t.paperId === p.paperId &&
          t.influenceId === influence &&
          (secondHand || t.basis === 'own') &&
          !isOut(t),
      );
      for (const stance of ['supporting', 'contrasting', 'mentioning'] as const) {
        const those = here.filter((t) => ofStatement(t).includes(stance));
        statements[stance] += new Set(those.map((t) => t.statementId)).size;
      }
      if (!here.length) continue;
      const by = [...new Set([ME, YOU].map((coder) => stanceOf(here, coder, ofPaper)))].filter(
        Boolean,
      );
      said.push(by.length > 1 ? 'differ' : (by[0] as PaperStance));
      behind.papers += 1;
      behind.families.add(familyOf(p));
    }
    const assessed = review.assessments.filter((a) => a.influenceId === influence);
    if (said.length) papers[ofStudy(said)] += 1;
    else if (assessed.some((a) => members.some((p) => p.paperId === a.paperId))) notReported += 1;
  }
  const n = Object.values(papers).reduce((sum, count) => sum + count, 0);
  const counted = { papers: behind.papers, families: behind.families.size };
  return { papers, n, N: names.size, counted, statements, notReported };
}

/** The stances of the papers of one study as one. */
function ofStudy(said: readonly PaperStance[]): PaperStance {
  if (said.includes('differ')) return 'differ';
  const sides = new Set(said.filter((stance) => stance !== 'mentioning'));
  if (sides.size > 1) return 'mixed';
  return [...sides][0] ?? 'mentioning';
}

describe('the map equals a naive recount', () => {
  const cases = DENOMINATORS.flatMap((denominator) =>
    [false, true].flatMap((secondHand) => UNITS.map((unit) => ({ unit, denominator, secondHand }))),
  );
  it.each(cases)(
    'in $unit, over $denominator papers, second-hand counted: $secondHand',
    (options) => {
      let counted = 0;
      for (let seed = 1; seed <= 150; seed += 1) {
        const review = randomReview(seed);
        const input = {
          reviewId: REVIEW,
          reviewPapers: review.papers,
          familyMembers: review.members,
          assessments: review.assessments,
          influences: ['a', 'b', 'c'].map((id) => ({
            codebookId: 'cb',
            influenceId: id,
            label: id,
          })),
        };
        const fromSheets = buildMap({ ...input, sheets: talliedOf(review.tags) }, options);
        const fromTags = buildMap({ ...input, tags: review.tags }, options);
        expect(fromTags).toEqual(fromSheets);
        expect(fromSheets.rows).toHaveLength(3);
        for (const row of fromSheets.rows) {
          expect(row, `seed ${seed}, influence ${row.influenceId}`).toMatchObject(
            recount(review, row.influenceId, options),
          );
          expect(row.n + row.notReported + row.notAssessed).toBe(row.N);
          counted += row.n;
        }
      }
      expect(counted).toBeGreaterThan(400);
    },
  );

  it.each(cases)(
    'with what coders decided, in $unit, over $denominator papers, second-hand counted: $secondHand',
    (options) => {
      let differ = 0;
      let settled = 0;
      for (let seed = 1; seed <= 150; seed += 1) {
        const review = randomReview(seed);
        const decisions = randomDecisions(seed, review.tags);
        const input = {
          ...{ reviewId: REVIEW, reviewPapers: review.papers, familyMembers: review.members },
          ...{ assessments: review.assessments, tags: review.tags },
          influences: ['a', 'b', 'c'].map((id) => ({
            ...{ codebookId: 'cb', influenceId: id, label: id },
          })),
        };
        const before = buildMap(input, options);
        const map = buildMap({ ...input, decisions }, options);
        for (const row of map.rows) {
          expect(row, `seed ${seed}, influence ${row.influenceId}`).toMatchObject(
            recount(review, row.influenceId, options, decisions),
          );
          differ += row.papers.differ;
        }
        settled += before.rows.reduce((sum, row) => sum + row.papers.differ, 0);
        // One coder's own map is as that coder left it.
        const own = { ...options, coder: ME };
        expect(buildMap({ ...input, decisions }, own)).toEqual(buildMap(input, own));
      }
      expect(differ).toBeGreaterThan(0);
      expect(settled).toBeGreaterThan(differ);
    },
  );
});
