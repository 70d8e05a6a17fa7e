/** The reading list as Markdown: by progress, excluded papers apart, each paper with its link and what the review found in it. */
import { STANCE_SHAPE } from '../../map';
import type { Progress } from '../../model';
import { doiUrl } from '../../text';
import { mapOf } from '../map-of';
import { escapeMarkdown } from '../markdown';
import { noticeText } from '../notices';
import { type ReviewedPaper, reviewedPapers } from '../records';
import { referenceParts } from '../reference';
import { type InfluenceSummary, summaries, summaryText } from '../tag-summary';
import { plural } from '../text';
import type { Chosen, ExportOptions, Format } from '../types';

const SECTIONS: readonly [Progress, string][] = [
  ['to-read', 'To read'],
  ['reading', 'Reading'],
  ['read', 'Read'],
];

export const readingListMd: Format = {
  id: 'reading-list-md',
  of: 'papers',
  label: 'Reading list (Markdown)',
  hint: 'The papers by progress, excluded ones apart, with links and tags: for notes, Obsidian, a web page.',
  extension: 'md',
  mime: 'text/markdown;charset=utf-8',
  cannotCarry: [
    'machines',
    'quotes',
    'pages',
    'sections',
    'notes',
    'directions',
    'strengths',
    'coders',
    'codebooks',
    'definitions',
    'tagIds',
    'abstracts',
    'languages',
    'publishers',
    'volumes',
    'keywords',
    'columns',
    'memos',
    'paperNotes',
    'pmids',
    'findings',
    'labels',
  ],
  write: (data, options) => readingList(data, options, () => ''),
};

/** @param after what an entry ends with, beside its link */
export function readingList(
  data: Chosen,
  options: ExportOptions = {},
  after: (paper: ReviewedPaper) => string,
): string {
  const summary = summaries(mapOf(data, options));
  const papers = reviewedPapers(data);
  const lines = [`# ${escapeMarkdown(data.review.name)}`, ''];
  if (data.review.question.trim()) lines.push(escapeMarkdown(data.review.question), '');
  const day = options.at ? `, ${options.at.slice(0, 10)}` : '';
  lines.push(`${plural(papers.length, 'paper')}${day}`, '');
  const list = (title: string, these: readonly ReviewedPaper[]) => {
    if (these.length === 0) return;
    lines.push(`## ${title} (${these.length})`, '');
    for (const paper of these)
      lines.push(...entry(paper, summary.get(paper.id) ?? [], after(paper)));
    lines.push('');
  };
  const isOut = ({ listed }: ReviewedPaper) => listed?.eligibility === 'excluded';
  for (const [progress, title] of SECTIONS) {
    list(
      title,
      papers.filter((paper) => !isOut(paper) && paper.listed?.progress === progress),
    );
  }
  list('Excluded', papers.filter(isOut));
  list(
    'Tagged, but not on the list',
    papers.filter(({ listed }) => !listed),
  );
  return `${lines.join('\n').trimEnd()}\n`;
}

function entry(
  { facts, listed, study }: ReviewedPaper,
  summary: readonly InfluenceSummary[],
  after: string,
): string[] {
  const { who, year, title, venue: where, address } = referenceParts({ facts });
  const head = [escapeMarkdown(who), year].filter(Boolean).join(' ');
  const venue = where ? ` ${escapeMarkdown(where)}.` : '';
  const link = address ? ` <${address}>` : '';
  return [
    `- ${head ? `${head}. ` : ''}*${escapeMarkdown(title)}*.${venue}${link}${after}`,
    ...(facts.notices?.length ? [`  - **${escapeMarkdown(noticeText(facts))}**`] : []),
    ...placeLines(listed).map((line) => `  - ${line}`),
    ...(facts.preprintOf ? [`  - Preprint of: <${doiUrl(facts.preprintOf)}>`] : []),
    ...(study ? [`  - Companion of: ${escapeMarkdown(study.others.join('; '))}`] : []),
    ...summary.map(
      (s) =>
        `  - ${s.stance ? `${STANCE_SHAPE[s.stance]} ` : ''}${escapeMarkdown(s.label)}: ${summaryText(s)}`,
    ),
  ];
}

/** What the section that a paper is in leaves open. */
function placeLines(listed: ReviewedPaper['listed']): string[] {
  if (!listed) return [];
  const { progress, eligibility, exclusionReason: reason } = listed;
  if (eligibility !== 'excluded') return [`Eligibility: ${eligibility}`];
  return [...(reason ? [`Reason: ${escapeMarkdown(reason)}`] : []), `Progress: ${progress}`];
}
