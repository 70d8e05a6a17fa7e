/** Reviews at random, the same for a seed on every run: papers, study families, tags of two coders, assessments. */
import type { Assessment, Decision, FamilyMember, ReviewPaper, Tag } from '../../../lib/model';
import { pick, seeded } from '../../support/random';
import { AT, familyMember, ME, notReported, REVIEW, reviewPaper, tag, uuid, YOU } from './records';

export interface RandomReview {
  papers: ReviewPaper[];
  members: FamilyMember[];
  tags: Tag[];
  assessments: Assessment[];
}

/** @param influences ids that tags and assessments are of */
export function randomReview(
  seed: number,
  influences: readonly string[] = ['a', 'b', 'c'],
  codebookId = 'cb',
): RandomReview {
  const next = seeded(seed);
  const count = Math.floor(next() * 12);
  const papers = Array.from({ length: count }, (_, i) => ({
    ...reviewPaper(i + 1, pick(next, ['to-read', 'reading', 'read', 'read', 'excluded'] as const)),
    ...(i % 2 === 1 && { eligibility: 'included' as const }),
  }));
  const members = papers.flatMap((_, i) =>
    next() < 0.4 ? familyMember(i + 1, 1 + Math.floor(next() * 3)) : [],
  );
  const tags = Array.from({ length: Math.floor(next() * 60) }, () =>
    tag(
      1 + Math.floor(next() * (count + 1)), // sometimes a paper that is not on the list
      Math.floor(next() * 4),
      pick(next, influences),
      pick(next, ['supporting', 'contrasting', 'mentioning'] as const),
      {
        codebookId,
        basis: next() < 0.3 ? 'second-hand' : 'own',
        coderId: pick(next, [ME, YOU]),
        reviewId: next() < 0.1 ? uuid('review', 2) : REVIEW,
      },
    ),
  );
  const assessments = Array.from({ length: Math.floor(next() * 6) }, () => ({
    ...notReported(1 + Math.floor(next() * (count + 1)), pick(next, influences)),
    codebookId,
  }));
  return { papers, members, tags, assessments };
}

/** What was decided of a fourth of what is tagged: of the paper, or of one statement. */
export function randomDecisions(seed: number, tags: readonly Tag[]): Decision[] {
  const next = seeded(seed + 1_000);
  const decisions = tags
    .filter(({ reviewId }) => reviewId === REVIEW && next() < 0.25)
    .map(
      ({ paperId, statementId, codebookId, influenceId }, i): Decision => ({
        ...{ id: uuid('decision', i), reviewId: REVIEW, paperId, codebookId, influenceId },
        ...(next() < 0.5 && { statementId }),
        stance: pick(next, ['supporting', 'contrasting', 'mentioning', 'mixed', 'none'] as const),
        ...{ note: '', coderId: ME, createdAt: AT, updatedAt: AT },
      }),
    );
  // There is one on one thing.
  const thing = (one: Decision) => [one.paperId, one.influenceId, one.statementId].join(' ');
  return [...new Map(decisions.map((one) => [thing(one), one])).values()];
}
