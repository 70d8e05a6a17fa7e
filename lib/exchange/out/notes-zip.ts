/**
 * A review as notes: a Markdown file for each paper, one by influence and the reading list, for Obsidian, Logseq and their like.
 * A paper's file is named by its citation key, begins with front matter (YAML, whose strings JSON's are), and has each quote
 * as a block, with the statement's id as the block's; each tag is a block of its own, with the tag's id.
 */
import { STANCE_SHAPE } from '../../map';
import { grouped } from '../../model';
import { doiUrl, looseKey, webAddress } from '../../text';
import { escapeMarkdown } from '../markdown';
import { noticeText, noticeWords } from '../notices';
import { dialsOf, papersFound } from '../paper-notes';
import { authorName, type ReviewedPaper, type TagRow, tagRows } from '../records';
import { type InfluenceSummary, summaryText } from '../tag-summary';
import { oneLine, plural } from '../text';
import type { Format } from '../types';
import { zipped } from '../zip';
import { readingList } from './reading-list-md';

export const notesZip: Format = {
  id: 'notes-zip',
  of: 'papers',
  label: 'Notes (Markdown, a file for each paper)',
  hint: 'A folder of notes with quotes, page, link and front matter, and one by influence: for Obsidian and Logseq.',
  extension: 'zip',
  mime: 'application/zip',
  cannotCarry: ['machines', 'definitions', 'columns', 'memos', 'paperNotes', 'findings', 'labels'],
  changes:
    'Line ends within quotes become blanks, and signs of Markdown have a backslash before them.',
  write(data, options = {}) {
    const files: Record<string, string> = {
      'Reading list.md': readingList(data, options, ({ key }) => ` [[${key}]]`),
      'Influences.md': influencesFile(data.review.name, tagRows(data)),
    };
    for (const { paper, tags, summary } of papersFound(data, options))
      files[`papers/${paper.key}.md`] = paperFile(paper, tags, summary);
    return zipped(files);
  },
};

/** "influence/role-definition": tags have no blanks, and are not only digits. */
const tagWord = (kind: string, text: string): string =>
  `${kind}/${looseKey(text).replaceAll(' ', '-') || 'other'}`;

function frontMatter(
  { key, facts, listed }: ReviewedPaper,
  rows: readonly TagRow[],
  summary: readonly InfluenceSummary[],
): string[] {
  const influences = [...rows, ...summary].map(({ label }) => tagWord('influence', label));
  const tags = [
    ...(listed
      ? [tagWord('progress', listed.progress), tagWord('eligibility', listed.eligibility)]
      : []),
    ...noticeWords(facts).map((word) => tagWord('notice', word)),
    ...influences,
    ...(facts.keywords ?? []).map((word) => tagWord('keyword', word)),
  ];
  const books = rows.map(({ codebook, tag }) =>
    [codebook?.name ?? tag.codebookId, tag.codebookVersion].filter(Boolean).join(' '),
  );
  const fields: [string, string | number | readonly string[] | undefined][] = [
    ['citekey', key],
    ['title', facts.title],
    ['authors', facts.authors.map(authorName)],
    ['year', facts.year],
    ['type', facts.type],
    ['venue', facts.containerTitle],
    ['volume', facts.volume],
    ['issue', facts.issue],
    ['pages', facts.page],
    ['publisher', facts.publisher],
    ['language', facts.language],
    ['status', facts.status],
    ['doi', facts.doi],
    ['pmid', facts.pmid],
    ['url', webAddress(facts.url)],
    ['notice', noticeText(facts)],
    ['exclusion-reason', listed?.exclusionReason],
    ['codebooks', [...new Set(books)]],
    ['tags', [...new Set(tags)]],
  ];
  const clean = (value: string | number) => (typeof value === 'string' ? oneLine(value) : value);
  return [
    '---',
    ...fields.flatMap(([name, value]) => {
      if (value === undefined || value === '' || (typeof value === 'object' && !value.length))
        return [];
      const shown = typeof value === 'object' ? value.map(clean) : clean(value);
      return [`${name}: ${JSON.stringify(shown)}`];
    }),
    '---',
  ];
}

function paperFile(
  paper: ReviewedPaper,
  rows: readonly TagRow[],
  summary: readonly InfluenceSummary[],
): string {
  const { facts, study } = paper;
  const address = facts.doi ? doiUrl(facts.doi) : webAddress(facts.url);
  const notice = noticeText(facts);
  return [
    ...frontMatter(paper, rows, summary),
    '',
    `# ${escapeMarkdown(facts.title ?? 'Untitled')}`,
    '',
    ...(notice ? [`**${escapeMarkdown(notice)}**`, ''] : []),
    ...(address ? [`<${address}>`, ''] : []),
    ...(facts.preprintOf ? [`Preprint of <${doiUrl(facts.preprintOf)}>`, ''] : []),
    ...(study ? [`Companion of ${escapeMarkdown(study.others.join('; '))}`, ''] : []),
    ...(facts.abstract ? ['## Abstract', '', escapeMarkdown(facts.abstract), ''] : []),
    ...(summary.length ? ['## What it says', ''] : []),
    ...summary.map(
      (one) =>
        `- ${one.stance ? `${STANCE_SHAPE[one.stance]} ` : ''}${influenceLink(one.label)}: ${summaryText(one)}`,
    ),
    ...(summary.length ? [''] : []),
    ...(rows.length ? ['## Quotes', ''] : []),
    ...[...grouped(rows, ({ statement }) => statement.id).values()].flatMap(quoteBlock),
  ].join('\n');
}

/** A statement with its tags. A block's id is on a line of its own after a quote, and at the end of an item of a list. */
function quoteBlock(rows: readonly TagRow[]): string[] {
  const statement = rows[0]?.statement;
  if (!statement) return [];
  const place = [
    statement.section ? escapeMarkdown(statement.section.title) : '',
    statement.page ? `p. ${escapeMarkdown(statement.page)}` : '',
    pageLink(statement.targets[0]?.url),
  ].filter(Boolean);
  return [
    `> ${escapeMarkdown(statement.quote)}`,
    '',
    `^${statement.id}`,
    '',
    ...(place.length ? [place.join(' · '), ''] : []),
    ...rows.flatMap(tagItem),
    '',
  ];
}

const pageLink = (url: string | undefined): string => {
  const address = webAddress(url);
  return address ? `<${address}>` : '';
};

function tagItem({ tag, label, coder }: TagRow): string[] {
  const dials = [...dialsOf(tag), `coder: ${escapeMarkdown(coder)}`];
  const notes = tag.note.split(/\r\n?|\n/).filter((line) => line.trim());
  return [
    `- ${STANCE_SHAPE[tag.stance]} ${tag.stance}: ${influenceLink(label)} (${dials.join(', ')}) ^${tag.id}`,
    ...notes.map((line) => `  - ${escapeMarkdown(line)}`),
  ];
}

/** A heading of the file by influence; signs that would end the link are none of a heading there. */
const influenceLink = (label: string): string => `[[Influences#${heading(label)}]]`;

const heading = (label: string): string =>
  escapeMarkdown(oneLine(label).replace(/[[\]#|^\\]+/g, ' ')).trim() || 'Without a name';

function influencesFile(reviewName: string, rows: readonly TagRow[]): string {
  const lines = [`# Influences: ${escapeMarkdown(reviewName)}`, ''];
  for (const [label, own] of [...grouped(rows, (row) => row.label)].sort(byName)) {
    const papers = new Set(own.map(({ paper }) => paper.id)).size;
    lines.push(`## ${heading(label)}`, '', plural(papers, 'paper'), '');
    for (const stance of ['supporting', 'contrasting', 'mentioning'] as const) {
      const these = own.filter(({ tag }) => tag.stance === stance);
      if (!these.length) continue;
      lines.push(
        `### ${STANCE_SHAPE[stance]} ${stance} (${these.length})`,
        '',
        ...these.map(line),
        '',
      );
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]): number =>
  a.localeCompare(b, 'en', { numeric: true });

function line({ statement, paper, tag }: TagRow): string {
  const more = [
    `[[${paper.key}#^${statement.id}]]`,
    statement.page ? `p. ${escapeMarkdown(statement.page)}` : '',
    tag.basis === 'second-hand' ? 'second-hand' : '',
    ...noticeWords(paper.facts),
  ].filter(Boolean);
  return `- “${escapeMarkdown(statement.quote)}” (${more.join(', ')})`;
}
