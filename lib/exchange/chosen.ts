/**
 * What of a review a file is made of: the papers that were chosen, with what is on them. In one place, so that the files of one
 * review agree.
 */
import { citationKeys } from './citation-keys';
import type { Chosen, ExportData } from './types';

/** @param withExcluded the reader wants excluded papers too: else nothing of them leaves but their number in the methods */
export function chosen(data: ExportData, withExcluded = false): Chosen {
  // Of all papers: a key is the same whatever is chosen.
  const keys = citationKeys(data);
  if (withExcluded) return { ...data, keys };
  const out = new Set(
    data.reviewPapers
      .filter(
        ({ reviewId, eligibility }) => reviewId === data.review.id && eligibility === 'excluded',
      )
      .map(({ paperId }) => paperId),
  );
  if (!out.size) return { ...data, keys };
  const isIn = ({ paperId }: { paperId: string }) => !out.has(paperId);
  return {
    ...data,
    keys,
    papers: data.papers.filter(({ id }) => !out.has(id)),
    statements: data.statements.filter(isIn),
    tags: data.tags.filter(isIn),
    assessments: data.assessments.filter(isIn),
  };
}
