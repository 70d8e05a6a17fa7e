/** What is behind a row of the map has as many papers, or studies, as the row counts: with what is under its influence. */
import { describe, expect, it } from 'vitest';
import { behindRow } from '../../../entrypoints/workspace/rooms/map/behind-row';
import { influenceKey, lineOf } from '../../../lib/codebook/influences';
import {
  broaderOf,
  buildMap,
  DENOMINATORS,
  type MapOptions,
  papersInRow,
  UNITS,
} from '../../../lib/map';
import type { FamilyMember, ReviewPaper, Tag } from '../../../lib/model';
import type { TaggedWith } from '../../../lib/store';
import { randomReview } from '../map/random-review';
import { REVIEW, reviewPaper, tag } from '../map/records';

/** a is over b and c, c over d; e is apart; f and g name each other, as a file can. */
const PARENTS: Record<string, string | undefined> = {
  ...{ a: undefined, b: 'a', c: 'a', d: 'c', e: undefined, f: 'g', g: 'f' },
};
const influences = Object.entries(PARENTS).map(([influenceId, parent]) => ({
  ...{ codebookId: 'cb', influenceId, label: influenceId, parent },
}));

/** Only what is looked at of a review: the records of its tags and papers. */
function dataOf(tags: Tag[], reviewPapers: ReviewPaper[], familyMembers: FamilyMember[] = []) {
  const own = tags.filter(({ reviewId }) => reviewId === REVIEW);
  const statements = [...new Set(own.map(({ statementId }) => statementId))];
  const papers = [...new Set([...own, ...reviewPapers].map(({ paperId }) => paperId))];
  return {
    ...{ tags: own, reviewPapers, familyMembers, decisions: [] },
    statements: statements.map((id) => ({ id })),
    papers: papers.map((id) => ({ id })),
  } as unknown as TaggedWith;
}

function drawers(data: TaggedWith, options: MapOptions) {
  const { tags, reviewPapers, familyMembers } = data;
  const input = { reviewId: REVIEW, tags, reviewPapers, familyMembers, influences };
  const rolled = { ...options, rollUp: true };
  const map = buildMap(input, rolled);
  const broader = broaderOf(influences);
  return map.rows.map((row) => {
    const isHere = (one: Tag) => broader(one).some((ref) => influenceKey(ref) === row.key);
    const own = { ...data, tags: tags.filter(isHere) };
    return { row, behind: behindRow(own, row, map, papersInRow(input, rolled, row.key)) };
  });
}

describe('of a map that rolls up, the drawer of each row', () => {
  const cases = UNITS.flatMap((unit) => [false, true].map((secondHand) => ({ unit, secondHand })));
  it.each(cases)('has n of $unit, second-hand: $secondHand', ({ unit, secondHand }) => {
    let counted = 0;
    let fromBelow = 0;
    for (let seed = 1; seed <= 80; seed += 1) {
      const { papers, members, tags } = randomReview(seed, Object.keys(PARENTS));
      const data = dataOf(tags, papers, members);
      const denominator = DENOMINATORS[seed % DENOMINATORS.length] ?? 'all';
      for (const { row, behind } of drawers(data, { unit, denominator, secondHand })) {
        const where = `seed ${seed}, influence ${row.influenceId}`;
        expect(behind.counted, where).toHaveLength(row.n);
        expect(behind.counted.flat(), where).toHaveLength(row.counted.papers);
        const shown = [...behind.counted.flat(), ...behind.apart].flatMap((one) => one.tagged);
        const under = data.tags.filter((one) =>
          lineOf(one, (id) => PARENTS[id]).has(row.influenceId),
        );
        expect(shown.map((one) => one.tag.id).sort(), where).toEqual(
          under.map(({ id }) => id).sort(),
        );
        counted += row.n;
        if (shown.some((one) => influenceKey(one.tag) !== row.key)) fromBelow += 1;
      }
    }
    expect(counted).toBeGreaterThan(300);
    expect(fromBelow).toBeGreaterThan(100);
  });

  it('that has no tag of its own has those of what is under it', () => {
    const tags = [tag(1, 1, 'd', 'supporting'), tag(2, 1, 'd', 'contrasting')];
    const data = dataOf(tags, [reviewPaper(1), reviewPaper(2)]);
    const all = drawers(data, { denominator: 'all', secondHand: false });
    const found = all.map(({ row, behind }) => [row.influenceId, row.n, behind.counted.length]);
    expect(found.slice(0, 4)).toEqual(
      ['a', 'c', 'd', 'b'].map((id, i) => [id, ...(i < 3 ? [2, 2] : [0, 0])]),
    );
  });
});
