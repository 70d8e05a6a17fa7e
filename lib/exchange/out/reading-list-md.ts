/** The reading list as Markdown: by status, each paper with its link and what the review found in it. */
import { STANCE_SHAPE } from '../../map';
import type { ReadingStatus } from '../../model';
import { displayText, doiUrl, webAddress } from '../../text';
import { mapOf } from '../map-of';
import { authorName, type ReviewedPaper, reviewedPapers } from '../records';
import { type InfluenceSummary, summaries, summaryText } from '../tag-summary';
import { oneLine, plural } from '../text';
import type { Exporter } from '../types';

const SECTIONS: readonly [ReadingStatus, string][] = [
  ['to-read', 'To read'],
  ['reading', 'Reading'],
  ['read', 'Read'],
  ['excluded', 'Excluded'],
];

export const readingListMd: Exporter = {
  id: 'reading-list-md',
  label: 'Reading list (Markdown)',
  hint: 'The papers by reading status with links and tags: for notes, Obsidian, a web page.',
  extension: 'md',
  mime: 'text/markdown;charset=utf-8',
  write(data, options = {}) {
    const summary = summaries(mapOf(data, options));
    const papers = reviewedPapers(data);
    const lines = [`# ${escapeMarkdown(data.review.name)}`, ''];
    if (data.review.question.trim()) lines.push(escapeMarkdown(data.review.question), '');
    const day = options.at ? `, ${options.at.slice(0, 10)}` : '';
    lines.push(`${plural(papers.length, 'paper')}${day}`, '');
    const list = (title: string, these: readonly ReviewedPaper[]) => {
      if (these.length === 0) return;
      lines.push(`## ${title} (${these.length})`, '');
      for (const paper of these) lines.push(...entry(paper, summary.get(paper.id) ?? []));
      lines.push('');
    };
    for (const [status, title] of SECTIONS) {
      list(
        title,
        papers.filter(({ listed }) => listed?.status === status),
      );
    }
    list(
      'Tagged, but not on the list',
      papers.filter(({ listed }) => !listed),
    );
    return `${lines.join('\n').trimEnd()}\n`;
  },
};

function entry({ facts }: ReviewedPaper, summary: readonly InfluenceSummary[]): string[] {
  const [first] = facts.authors;
  const who = first ? `${authorName(first)}${facts.authors.length > 1 ? ' et al.' : ''}` : '';
  const year = facts.year === undefined ? '' : `(${facts.year})`;
  const head = [escapeMarkdown(who), year].filter(Boolean).join(' ');
  const title = `*${escapeMarkdown(facts.title ?? 'Untitled')}*`;
  const venue = facts.containerTitle ? ` ${escapeMarkdown(facts.containerTitle)}.` : '';
  const address = facts.doi ? doiUrl(facts.doi) : webAddress(facts.url);
  const link = address ? ` <${address}>` : '';
  return [
    `- ${head ? `${head}. ` : ''}${title}.${venue}${link}`,
    ...summary.map(
      (s) =>
        `  - ${s.stance ? `${STANCE_SHAPE[s.stance]} ` : ''}${escapeMarkdown(s.label)}: ${summaryText(s)}`,
    ),
  ];
}

/** Text that Markdown, HTML inside it, and note apps' links and tags leave alone. */
function escapeMarkdown(text: string): string {
  return displayText(oneLine(text))
    .replace(/[\\`*_[\]<>#|~^$]/g, '\\$&')
    .replace(/&(?=[#\w]+;)/g, '\\&')
    .replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1');
}
