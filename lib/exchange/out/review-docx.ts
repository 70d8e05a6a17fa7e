/** A review's tables as a document for Word: captions, footnotes, and the references of its papers. */
import {
  columnGroups,
  type Evidence,
  OUTPUTS,
  type OutputCell,
  type OutputColumn,
  type OutputRow,
  type OutputTable,
} from '../../map/outputs';
import type { CitationStyle } from '../../text';
import { evidenceOf } from '../evidence-of';
import { hasRatings } from '../has-ratings';
import { methodsOf, rolledMapOf } from '../map-of';
import { noticeText } from '../notices';
import { noticesIn } from '../notices-in';
import { type ReviewedPaper, reviewedPapers } from '../records';
import { referenceIn } from '../reference';
import type { Format } from '../types';
import { writeDocument } from './docx/document';
import type { Block, Cell, Run, Section, Style, Table } from './docx/shared';

/** The tables in the order in which a manuscript has them. */
const TABLES: readonly { id: string; isIn?(evidence: Evidence): boolean; first?: string }[] = [
  // iSoQ takes a table of studies whose first column is their name.
  { id: 'characteristics', first: 'paper' },
  { id: 'influence-summary' },
  { id: 'directions' },
  { id: 'ratings', isIn: hasRatings },
  { id: 'memos' },
  { id: 'quotes' },
];

/** More columns need a page on its side. */
const MOST_UPRIGHT = 6;
/** With more, nothing can be read, and Word takes none with more than 63: a table goes on in a further part. */
const MOST_COLUMNS = 20;

export const reviewDocx: Format = {
  id: 'all-tables-docx',
  of: 'counts',
  label: 'All tables (DOCX)',
  hint: 'The tables of a manuscript with captions, footnotes and references: for Word, LibreOffice and iSoQ.',
  extension: 'docx',
  mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  cannotCarry: [
    'machines',
    ...(['sections', 'notes', 'strengths', 'tagIds', 'notReported', 'pmids', 'abstracts'] as const),
    ...(['languages', 'publishers', 'keywords', 'paperNotes', 'labels', 'findings'] as const),
  ],
  changes: `Tables with more than ${MOST_COLUMNS} columns are printed in parts.`,
  write(data, options = {}) {
    const evidence = evidenceOf(data, options);
    const { name, question } = data.review;
    const tables = TABLES.filter(({ isIn }) => isIn?.(evidence) ?? true).flatMap(
      ({ id, first }) => {
        const output = OUTPUTS.find((one) => one.id === id);
        const built = output?.build(evidence);
        return output && built?.rows.length
          ? [{ label: output.label, table: first ? ledBy(built, first) : built }]
          : [];
      },
    );
    const papers = reviewedPapers(data);
    const targets = targetsOf(tables, papers);
    const notices = noticesIn(evidence, papers);
    const methods = methodsOf(rolledMapOf(data, options), data, options);
    const sections: Section[] = [
      {
        isWide: false,
        blocks: [
          written('Title', name),
          ...(question.trim() ? [written('Subtitle', question)] : []),
          written('Normal', methods),
          ...(notices ? [written('Normal', notices)] : []),
        ],
      },
      ...tables.map(({ label, table }, i): Section => {
        const notes = [...table.notes, ...(notices ? [notices] : [])];
        return {
          isWide:
            table.columns.length > MOST_UPRIGHT || table.columns.some(({ isQuotes }) => isQuotes),
          blocks: [
            written('Heading1', label),
            ...printed(table, i + 1, targets),
            ...notes.map((note) => written('TableNote', note)),
          ],
        };
      }),
      ...referenceSection(evidence, papers, targets, options.style),
    ];
    return writeDocument(joined(sections), { title: name, at: options.at });
  },
};

const written = (style: Style, text: string): Block => ({
  ...{ kind: 'paragraph', style },
  runs: [{ text }],
});

/** Sections of one orientation in a row are one. */
function joined(sections: readonly Section[]): Section[] {
  const all: Section[] = [];
  for (const section of sections) {
    const last = all.at(-1);
    if (last?.isWide === section.isWide)
      all.splice(-1, 1, { ...last, blocks: [...last.blocks, ...section.blocks] });
    else all.push(section);
  }
  return all;
}

/** Where the cells of tables lead: an influence to its quotes, a paper to its reference. */
interface Targets {
  quotes: ReadonlyMap<string, string>;
  references: ReadonlyMap<string, string>;
}

function targetsOf(
  tables: readonly { table: OutputTable }[],
  papers: readonly ReviewedPaper[],
): Targets {
  const quotes = tables.find(({ table }) => table.id === 'quotes')?.table.rows ?? [];
  const numbered = (ids: readonly string[], word: string) =>
    new Map(ids.map((id, i) => [id, `${word}_${i + 1}`]));
  return {
    quotes: numbered(
      quotes.filter(({ isHeading }) => !isHeading).map(({ id }) => id),
      'quotes',
    ),
    references: numbered(
      papers.map(({ id }) => id),
      'reference',
    ),
  };
}

/** The same table with another column in front. */
function ledBy(table: OutputTable, id: string): OutputTable {
  const from = table.columns.findIndex((column) => column.id === id);
  const moved = <T>(list: readonly T[]): T[] => {
    const rest = list.filter((_, i) => i !== from);
    return [...list.slice(from, from + 1), ...rest];
  };
  return {
    ...table,
    columns: moved(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: moved(row.cells) })),
  };
}

function printed(table: OutputTable, number: number, targets: Targets): Block[] {
  const others = table.columns.slice(1).map((_, i) => i + 1);
  const parts: number[][] = [];
  for (let from = 0; from < others.length || !parts.length; from += MOST_COLUMNS - 1)
    parts.push([0, ...others.slice(from, from + MOST_COLUMNS - 1)]);
  return parts.flatMap((columns, i): Block[] => [
    {
      ...{ kind: 'caption', number, text: table.title, place: `table_${number}` },
      ...(i > 0 && { part: `(part ${i + 1} of ${parts.length})` }),
    },
    drawn(table, columns, targets, i === 0),
  ]);
}

function drawn(
  { id, columns: all, rows }: OutputTable,
  shown: readonly number[],
  targets: Targets,
  isFirst: boolean,
): Table {
  const columns = shown.flatMap((i) => all[i] ?? []);
  const labels = columns.map(
    ({ label, align }): Cell => ({ runs: label ? [{ text: label }] : [], align }),
  );
  const groups = columns.some(({ group }) => group)
    ? [
        columnGroups(columns).map(
          ({ group, span }): Cell => ({
            ...{ runs: group ? [{ text: group }] : [], align: 'centre', span },
          }),
        ),
      ]
    : [];
  return {
    kind: 'table',
    widths: columns.map((column, c) => widthOf(column, rows, shown[c] ?? 0)),
    head: [...groups, labels],
    rows: rows.map((row) => {
      if (row.isHeading)
        return [
          {
            ...{ runs: runsOf(row.cells[0]), align: 'start', isHeading: true },
            span: columns.length,
          },
        ];
      return columns.map(({ align, id: column }, c): Cell => {
        const cell = row.cells[shown[c] ?? 0];
        const to =
          id === 'influence-summary' && c === 0
            ? targets.quotes.get(row.id)
            : id === 'characteristics' && column === 'paper'
              ? targets.references.get(row.id)
              : undefined;
        const place =
          id === 'quotes' && c === 0 && isFirst ? targets.quotes.get(row.id) : undefined;
        return {
          ...{ runs: runsOf(cell, to), align },
          ...(c === 0 && row.depth && { indent: row.depth }),
          ...(place !== undefined && { place }),
        };
      });
    }),
  };
}

function runsOf(cell: OutputCell | undefined, to?: string): Run[] {
  const text = cell?.text ?? '';
  return text ? [{ text, ...(to !== undefined && { to }) }] : [];
}

/** A longer word is broken, a longer line wraps. */
const LONGEST_WORD = 13;
const LONGEST_LINE = 70;
/** Rows that the width of a column is taken from. */
const LOOKED_AT = 200;

function widthOf({ label, align }: OutputColumn, rows: readonly OutputRow[], at: number) {
  const lines = rows
    .slice(0, LOOKED_AT)
    .flatMap(({ cells, isHeading }) => (isHeading ? [] : (cells[at]?.text.split('\n') ?? [])));
  // "28–79 %" is one word; those of heads are bold, and wider.
  const words = align === 'end' ? lines : lines.flatMap((line) => line.split(/\s/));
  const longest = Math.max(2, longestOf(label.split(/\s/)) + 1, longestOf(words));
  const least = Math.min(LONGEST_WORD, longest);
  const most = Math.min(LONGEST_LINE, longestOf(lines));
  return [least, Math.max(least, most)] as const;
}

/** Of tens of thousands of words too, more than a call takes arguments. */
const longestOf = (texts: readonly string[]): number =>
  texts.reduce((most, { length }) => Math.max(most, length), 0);

function referenceSection(
  evidence: Evidence,
  papers: readonly ReviewedPaper[],
  targets: Targets,
  style: CitationStyle | undefined,
): Section[] {
  if (!papers.length) return [];
  const isOut = ({ listed }: ReviewedPaper) => listed?.eligibility === 'excluded';
  const isNumbered = evidence.records.review.reporting?.references !== 'author-year';
  const kept = papers.filter((paper) => !isOut(paper));
  const number = ({ id }: ReviewedPaper) => evidence.names.numberOf(id);
  // In the order in which tables refer to them.
  if (isNumbered) kept.sort((a, b) => number(a) - number(b) || 0);
  const entry = (paper: ReviewedPaper): Block => {
    const label = isNumbered && Number.isFinite(number(paper)) ? `${number(paper)}. ` : '';
    const notice = noticeText(paper.facts);
    const reason = isOut(paper) ? paper.listed?.exclusionReason : undefined;
    const place = targets.references.get(paper.id);
    return {
      ...{ kind: 'paragraph', style: 'Bibliography', ...(place !== undefined && { place }) },
      runs: [
        { text: label },
        ...referenceIn(paper, style).map(({ text, isItalic, address }) => ({
          ...{ text, ...(isItalic && { italic: isItalic }), ...(address && { address }) },
        })),
        ...(notice ? [{ text: ` [${notice}]`, bold: true as const }] : []),
        ...(reason ? [{ text: ` Reason for exclusion: ${reason}` }] : []),
      ],
    };
  };
  const list = (heading: string, these: readonly ReviewedPaper[]): Block[] =>
    these.length ? [written('Heading1', heading), ...these.map(entry)] : [];
  return [
    {
      isWide: false,
      blocks: [...list('References', kept), ...list('Excluded papers', papers.filter(isOut))],
    },
  ];
}
