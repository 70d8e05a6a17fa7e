/**
 * The review's papers as CSL-JSON, for citation processors, pandoc and Zotero. CSL-JSON carries no tags: what
 * the review found stands in `note`, one line, which Zotero shows under Extra.
 */
import type { Author, PaperFacts } from '../../model';
import { doiUrl, linkTo } from '../../text';
import { CSL_TYPES } from '../csl-types';
import { mapOf } from '../map-of';
import { type ReviewedPaper, reviewedPapers } from '../records';
import { type InfluenceSummary, summaries, summaryText } from '../tag-summary';
import { oneLine } from '../text';
import type { Format } from '../types';

export const papersCslJson: Format = {
  id: 'papers-csl-json',
  label: 'Papers (CSL-JSON)',
  hint: 'The papers for citation tools and pandoc, with what the review found as a note.',
  extension: 'json',
  mime: 'application/vnd.citationstyles.csl+json',
  cannotCarry: [
    'quotes',
    'pages',
    'notes',
    'directions',
    'coders',
    'codebooks',
    'definitions',
    'tagIds',
    'columns',
    'memos',
    'notices',
    'reasons',
  ],
  write(data, options) {
    const summary = summaries(mapOf(data, options));
    const items = reviewedPapers(data).map((paper) => item(paper, summary.get(paper.id) ?? []));
    return `${JSON.stringify(items, null, 2)}\n`;
  },
};

function item({ id, facts, study }: ReviewedPaper, summary: readonly InfluenceSummary[]): object {
  const text = (value: string | undefined) =>
    value === undefined ? undefined : oneLine(value) || undefined;
  // Undefined values are left out by JSON.stringify.
  return {
    id,
    type: CSL_TYPES.has(facts.type ?? '')
      ? facts.type
      : facts.containerTitle
        ? 'article-journal'
        : 'document',
    title: text(facts.title),
    genre: text(facts.genre),
    author: facts.authors.length > 0 ? facts.authors.map(name) : undefined,
    editor: facts.editors?.length ? facts.editors.map(name) : undefined,
    issued: facts.year === undefined ? undefined : { 'date-parts': [[facts.year]] },
    'container-title': text(facts.containerTitle),
    volume: text(facts.volume),
    issue: text(facts.issue),
    page: text(facts.page),
    number: text(facts.number),
    publisher: text(facts.publisher),
    ISSN: text(facts.issn),
    ISBN: text(facts.isbn),
    DOI: text(facts.doi),
    PMID: facts.pmid,
    PMCID: facts.pmcid,
    URL: text(linkTo(facts.url)),
    language: text(facts.language),
    status: text(facts.status),
    archive: facts.arxiv ? 'arXiv' : undefined,
    archive_location: facts.arxiv,
    abstract: text(facts.abstract),
    keyword: facts.keywords?.length ? oneLine(facts.keywords.join(', ')) : undefined,
    note: note(facts, summary, study),
  };
}

function name(author: Author): object {
  const { family, given, suffix, literal = '' } = author;
  if (!family) return { literal: oneLine(literal) };
  return {
    family: oneLine(family),
    ...(given && { given: oneLine(given) }),
    ...(suffix && { suffix: oneLine(suffix) }),
  };
}

function note(
  { preprintOf }: PaperFacts,
  summary: readonly InfluenceSummary[],
  study: ReviewedPaper['study'],
): string | undefined {
  const parts = [
    ...summary.map((s) => `${s.label}: ${summaryText(s)}`),
    ...(preprintOf ? [`preprint of ${doiUrl(preprintOf)}`] : []),
    ...(study ? [`companion of: ${study.others.join('; ')}`] : []),
  ];
  return parts.length ? oneLine(`Evidence map: ${parts.join('; ')}`) : undefined;
}
