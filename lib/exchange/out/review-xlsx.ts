/** A review as one workbook: its tags, the tables that it prints, its codebook, and how all of it was counted. */

import { influencesOf } from '../../codebook';
import {
  columnGroups,
  type Evidence,
  OUTPUTS,
  type OutputCell,
  type OutputOptions,
  type OutputTable,
} from '../../map/outputs';
import { grouped, type PaperFacts } from '../../model';
import type { Column } from '../csv';
import { evidenceOf } from '../evidence-of';
import { methodsOf, rolledMapOf } from '../map-of';
import { noticeText } from '../notices';
import { PLACE_COLUMNS } from '../place';
import { authorList, type ReviewedPaper, reviewedPapers, tagRows } from '../records';
import { plural } from '../text';
import type { Chosen, Format } from '../types';
import { CODEBOOK_COLUMNS } from './codebook-csv';
import { tagColumns } from './evidence-table-csv';
import type { Sheet, SheetCell } from './xlsx/shared';
import { cellText, MOST_IN_CELL, MOST_ROWS, writeWorkbook } from './xlsx/workbook';

/** The tables of the review, in their order; of a framework matrix what framework synthesis reads: quotes of papers. */
const TABLES: readonly { id: string; name?: string; options?: OutputOptions }[] = [
  { id: 'influence-summary' },
  { id: 'directions' },
  { id: 'ratings' },
  { id: 'memos' },
  {
    ...{ id: 'matrix', name: 'Framework matrix' },
    options: { rows: 'paper', across: 'influence', show: 'quotes' },
  },
  { id: 'characteristics', name: 'Characteristics' },
  { id: 'quotes' },
];

/** The sheet whose texts the evidence table has too, where nothing is cut. */
const TAGS = 'Tags';

export const reviewXlsx: Format = {
  id: 'all-tables-xlsx',
  of: 'counts',
  label: 'All tables (XLSX)',
  hint: 'Tags, summary, barriers and facilitators, ratings, memos, matrix, quotes and codebook as sheets: for Excel and other spreadsheets.',
  extension: 'xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  cannotCarry: ['findings'],
  changes: `A cell holds ${MOST_IN_CELL.toLocaleString('en')} characters: longer texts are cut, and the file reports it.`,
  write(data, options = {}) {
    const evidence = evidenceOf(data, options);
    const silent = notReported(data);
    const tags = tagRows(data);
    const drafts = [
      listSheet(TAGS, tagColumns(tags), tags),
      ...TABLES.flatMap((table) => tableSheet(evidence, table)),
      listSheet('Papers', paperColumns(evidence, silent), reviewedPapers(data)),
      listSheet('Codebook', CODEBOOK_COLUMNS, influencesOf(data.codebooks).everyVersion),
    ];
    const sheets = drafts.map(fitted);
    const methods = methodsOf(rolledMapOf(data, options), data, options);
    const cut = sheets.flatMap(({ remarks }, i) =>
      remarks.map((one) => `${drafts[i]?.name}: ${one}`),
    );
    if (cut.length) options.tell?.(cut.join(' '));
    return writeWorkbook([
      ...sheets,
      methodsSheet([methods, ...cut], drafts, evidence.records.review.question),
    ]);
  },
};

/** What was looked for in each paper, and not reported. */
function notReported(data: Chosen): ReadonlyMap<string, readonly string[]> {
  const influences = influencesOf(data.codebooks);
  const ofReview = data.assessments.filter(({ reviewId }) => reviewId === data.review.id);
  return new Map(
    [...grouped(ofReview, ({ paperId }) => paperId)].map(([paperId, all]) => [
      paperId,
      [...new Set(all.map((one) => influences.labelOf(one)))].sort(),
    ]),
  );
}

function paperColumns(
  { names }: Evidence,
  silent: ReadonlyMap<string, readonly string[]>,
): Column<ReviewedPaper>[] {
  const fact =
    (field: keyof PaperFacts) =>
    ({ facts }: ReviewedPaper) =>
      facts[field] as string | number | undefined;
  const numberOf = ({ id }: ReviewedPaper) => {
    const number = names.numberOf(id);
    return Number.isFinite(number) ? number : undefined;
  };
  return [
    { header: 'No.', cell: numberOf },
    { header: 'Citation key', cell: ({ key }) => key },
    { header: 'Cited as', cell: ({ id }) => names.authorYear(id) },
    { header: 'Notice', cell: ({ facts }) => noticeText(facts) },
    { header: 'Title', cell: fact('title') },
    { header: 'Authors', cell: ({ facts }) => authorList(facts.authors) },
    { header: 'Year', cell: fact('year') },
    { header: 'Type', cell: fact('type') },
    { header: 'Venue', cell: fact('containerTitle') },
    { header: 'Volume', cell: fact('volume') },
    { header: 'Issue', cell: fact('issue') },
    { header: 'Pages', cell: fact('page') },
    { header: 'Publisher', cell: fact('publisher') },
    { header: 'Language', cell: fact('language') },
    { header: 'Publication status', cell: fact('status') },
    { header: 'Preprint of', cell: fact('preprintOf') },
    { header: 'DOI', cell: fact('doi') },
    { header: 'PMID', cell: fact('pmid') },
    { header: 'PMCID', cell: fact('pmcid') },
    { header: 'URL', cell: fact('url') },
    ...PLACE_COLUMNS,
    { header: 'Priority', cell: ({ listed }) => listed?.priority },
    { header: 'Labels', cell: ({ listed }) => listed?.labels?.join('; ') },
    { header: 'Looked for, not reported', cell: ({ id }) => silent.get(id)?.join('; ') },
    { header: 'Notes', cell: ({ listed }) => listed?.note },
    { header: 'Keywords', cell: ({ facts }) => facts.keywords?.join('; ') },
    { header: 'Abstract', cell: fact('abstract') },
    { header: 'Paper id', cell: ({ id }) => id },
  ];
}

/** A sheet with its notes beside it: they are its last rows. */
interface Draft extends Sheet {
  title?: string;
  notes: readonly string[];
}

const WIDEST = 60;
const NARROWEST = 8;
/** Rows that the width of a column is taken from. */
const LOOKED_AT = 200;

/** As wide as its longest line, within bounds: a head may break between words. */
function widthsOf(head: readonly string[], rows: readonly (readonly SheetCell[])[]): number[] {
  return head.map((label, i) => {
    const words = label.split(' ').map(({ length }) => length);
    const lines = rows.slice(0, LOOKED_AT).flatMap((row) =>
      String(row[i]?.value ?? '')
        .split('\n')
        .map(({ length }) => length),
    );
    return Math.min(WIDEST, Math.max(NARROWEST, ...words, ...lines) + 2);
  });
}

function listSheet<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Draft {
  const head = columns.map(({ header }) => header);
  const cells = rows.map((row) =>
    columns.map(({ cell }): SheetCell => {
      const value = cell(row);
      return { value: typeof value === 'boolean' ? String(value) : value };
    }),
  );
  return {
    ...{ name, headRows: 1, listRows: rows.length + 1, notes: [] },
    widths: widthsOf(head, cells),
    rows: [head.map((value): SheetCell => ({ value, bold: true, ruled: true })), ...cells],
  };
}

function tableSheet(evidence: Evidence, { id, name, options }: (typeof TABLES)[number]): Draft[] {
  const output = OUTPUTS.find((one) => one.id === id);
  return output ? [drawn(name ?? output.label, output.build(evidence, options))] : [];
}

function drawn(name: string, { title, columns, rows, notes }: OutputTable): Draft {
  const groups = columns.some(({ group }) => group) ? columnGroups(columns) : [];
  const over: SheetCell[] = groups.flatMap(({ group, span }) =>
    Array.from(
      { length: span },
      (_, i): SheetCell => ({
        ...{ value: i ? undefined : group, bold: true, align: 'centre' },
        ...(group && { ruled: true }),
      }),
    ),
  );
  const head = columns.map(
    ({ label, align }): SheetCell => ({
      ...{ value: label, bold: true, ruled: true, align },
    }),
  );
  const body = rows.map(({ cells, isHeading, depth = 0 }) =>
    isHeading
      ? [{ value: cells[0]?.text ?? '', bold: true, isLoose: true } as const]
      : cells.map(
          (cell, i): SheetCell => ({
            ...shownValue(cell),
            ...(i === 0 && depth ? { indent: depth } : { align: columns[i]?.align ?? 'start' }),
          }),
        ),
  );
  const before: SheetCell[][] = [
    [{ value: title, bold: true, isLoose: true }],
    ...(groups.length ? [over] : []),
  ];
  let at = 0;
  const merged = groups.flatMap(({ group, span }) => {
    const from = at;
    at += span;
    return group && span > 1 ? [[1, from, from + span - 1] as const] : [];
  });
  return {
    ...{ name, title, notes, headRows: before.length + 1, merged },
    widths: widthsOf(
      columns.map(({ label }) => label),
      body.filter(({ length }) => length > 1),
    ),
    rows: [...before, head, ...body],
  };
}

const PERCENT = /^([<>]?)\d+(?:\.\d+)? %$/;

/** A number where the cell is one, in the form in which it is printed. */
function shownValue({ text, value }: OutputCell): SheetCell {
  if (value === undefined || !Number.isFinite(value)) return { value: text };
  if (PERCENT.test(text)) return { value, format: '0 %' };
  if (Number(text.replace('\u2212', '-')) !== value) return { value: text };
  return /^[+\u2212]/.test(text) ? { value, format: '+0;\u22120;0' } : { value };
}

/** With its notes under it, and what had to be cut among them. */
function fitted(draft: Draft): Sheet & { remarks: string[] } {
  let cut = 0;
  const room = MOST_ROWS - draft.notes.length - 4;
  const rows = draft.rows.slice(0, room).map((row) =>
    row.map((cell): SheetCell => {
      if (typeof cell.value !== 'string') return cell;
      const { text, isCut } = cellText(cell.value);
      if (isCut) cut += 1;
      return { ...cell, value: text };
    }),
  );
  const left = draft.rows.length - rows.length;
  const remarks = [
    ...(cut
      ? [
          `${plural(cut, 'cell')} had more than ${MOST_IN_CELL.toLocaleString('en')} characters, the most that a cell holds, and ${cut === 1 ? 'was' : 'were'} cut. The whole text is in ${draft.name === TAGS ? 'the evidence table (CSV) and in ' : ''}backups.`,
        ]
      : []),
    ...(left ? [`${plural(left, 'row')} did not fit on the sheet.`] : []),
  ];
  const notes = [...draft.notes, ...remarks];
  return {
    ...draft,
    remarks,
    // Notes are not among the records of a list: a filter would take them for one.
    rows: notes.length
      ? [
          ...rows,
          [],
          ...notes.map((value): SheetCell[] => [{ value: cellText(value).text, isLoose: true }]),
        ]
      : rows,
    ...(draft.listRows !== undefined && { listRows: rows.length }),
  };
}

function methodsSheet(lines: readonly string[], drafts: readonly Draft[], question: string): Sheet {
  const rows: SheetCell[][] = [
    [
      { value: 'Sheet', bold: true, ruled: true },
      { value: 'What it is', bold: true, ruled: true },
    ],
    ...(question.trim() ? [[{ value: 'Question' }, { value: question }]] : []),
    ...lines.map((value): SheetCell[] => [{ value: 'Methods' }, { value }]),
    ...drafts.map(({ name, title, notes }): SheetCell[] => [
      { value: name },
      { value: [title, ...notes].filter(Boolean).join('\n') || 'One row a record.' },
    ]),
  ];
  const { remarks: _, ...sheet } = fitted({
    ...{ name: 'Methods', headRows: 1, widths: [24, 100], rows, notes: [] },
  });
  return sheet;
}
