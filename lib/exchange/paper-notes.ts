/** What a review found in a paper, as notes and keywords for reference managers: the same in each format that has them. */
import { grouped } from '../model';
import { doiUrl } from '../text';
import { mapOf } from './map-of';
import { noticeText, noticeWords } from './notices';
import {
  CODER,
  ELIGIBILITY,
  INFLUENCE,
  OVERVIEW,
  PART,
  PREPRINT_OF,
  PROGRESS,
  SECOND_HAND_ONLY,
  STRENGTH,
  TAG_ID,
  TAG_NOTE,
  UPDATED,
} from './own-words';
import { type ReviewedPaper, reviewedPapers, type TagRow, tagRows } from './records';
import { type InfluenceSummary, summaries, summaryText } from './tag-summary';
import type { Chosen, ExportOptions } from './types';

/** A paper that leaves, with what the review found in it. */
export interface PaperFound {
  paper: ReviewedPaper;
  tags: readonly TagRow[];
  summary: readonly InfluenceSummary[];
}

export function papersFound(data: Chosen, options?: ExportOptions): PaperFound[] {
  const tags = grouped(tagRows(data), ({ paper }) => paper.id);
  const summary = summaries(mapOf(data, options));
  return reviewedPapers(data).map((paper) => ({
    paper,
    tags: tags.get(paper.id) ?? [],
    summary: summary.get(paper.id) ?? [],
  }));
}

/** All that is known of a paper here, in one line. */
export function overview(
  { facts, listed, study }: ReviewedPaper,
  summary: readonly InfluenceSummary[],
  tags: readonly TagRow[],
): string | undefined {
  const books = tags.map(({ codebook, tag }) =>
    [codebook?.name ?? tag.codebookId, tag.codebookVersion && `version ${tag.codebookVersion}`]
      .filter(Boolean)
      .join(', '),
  );
  const parts = [
    noticeText(facts),
    listed?.eligibility === 'excluded' &&
      ['excluded', listed.exclusionReason].filter(Boolean).join(': '),
    facts.status,
    facts.preprintOf && `${PREPRINT_OF}${doiUrl(facts.preprintOf)}`,
    study && `companion of: ${study.others.join('; ')}`,
    summary.map((one) => `${one.label}: ${summaryText(one)}`).join('; '),
    books.length > 0 && `codebook: ${[...new Set(books)].join('; ')}`,
  ].filter(Boolean);
  return parts.length ? `${OVERVIEW}${parts.join(PART)}` : undefined;
}

/** Of the paper, its place in the review, notices, and its influences; each once. */
export function keywordsOf(
  { facts, listed }: ReviewedPaper,
  summary: readonly InfluenceSummary[],
): string[] {
  const words = [
    ...(facts.keywords ?? []),
    ...(listed ? [`${PROGRESS}${listed.progress}`, `${ELIGIBILITY}${listed.eligibility}`] : []),
    ...noticeWords(facts),
    ...summary.flatMap(({ label, stance, secondHand }) =>
      stance
        ? [`${INFLUENCE}${label}`, `${label}: ${stance}`]
        : secondHand > 0
          ? [`${INFLUENCE}${label}`, `${label}: ${SECOND_HAND_ONLY}`]
          : [],
    ),
  ];
  return [...new Set(words)];
}

/** "barrier", "strength -2", "second-hand": what of it was set. */
export const dialsOf = ({ direction, strength, basis }: TagRow['tag']): string[] => [
  ...(direction === 'unstated' ? [] : [direction]),
  ...(strength === undefined ? [] : [`${STRENGTH}${strength}`]),
  ...(basis === 'second-hand' ? [basis] : []),
];

/**
 * `Evidence tag: [supporting] Training | "the quote" (Results, p. 4) | barrier, strength -2 | coder's note | coder: JK | updated: ... | tag id: ...`.
 * The label names its codebook where another one has the same label.
 */
export function tagNote({ tag, statement, label, coder }: TagRow): string {
  const where = [statement.section?.title, statement.page ? `p. ${statement.page}` : '']
    .filter(Boolean)
    .join(', ');
  return [
    `${TAG_NOTE}[${tag.stance}] ${label}`,
    `"${statement.quote}"${where ? ` (${where})` : ''}`,
    dialsOf(tag).join(', '),
    tag.note,
    `${CODER}${coder}`,
    `${UPDATED}${tag.updatedAt}`,
    `${TAG_ID}${tag.id}`,
  ]
    .filter((part) => part.trim() !== '')
    .join(PART);
}
