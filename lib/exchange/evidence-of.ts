/** The evidence of what is exported, so that the tables of a file are those of the screen. */
import { DEFAULT_MAP_OPTIONS } from '../map';
import { Evidence } from '../map/outputs';
import type { ExportData, ExportOptions } from './types';

/** Counted as the map is: what the review counts by its own word, else what the reader looks at. */
export function evidenceOf(data: ExportData, { map, at }: ExportOptions = {}): Evidence {
  const { unit, denominator, secondHand, coder } = { ...DEFAULT_MAP_OPTIONS, ...map };
  const { review } = data;
  const own = <T extends { reviewId: string }>(all: readonly T[]): T[] =>
    all.filter(({ reviewId }) => reviewId === review.id);
  const tags = own(data.tags);
  const records = {
    ...data,
    tags,
    reviewPapers: own(data.reviewPapers),
    familyMembers: own(data.familyMembers),
    sites: own(data.sites),
    assessments: own(data.assessments),
    attributes: own(data.attributes),
    attributeValues: own(data.attributeValues),
    memos: own(data.memos),
    decisions: own(data.decisions),
    rounds: own(data.rounds),
    findings: own(data.findings),
    measures: own(data.measures),
    measureAnswers: own(data.measureAnswers),
  };
  return new Evidence(records, {
    ...{ denominator, secondHand, tagged: new Set(tags.map(({ paperId }) => paperId)) },
    ...((review.reporting?.unit ?? unit) && { unit: review.reporting?.unit ?? unit ?? 'papers' }),
    ...(coder !== undefined && { coder }),
    ...(at !== undefined && { at }),
  });
}
