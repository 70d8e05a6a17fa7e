/**
 * The flow diagram's numbers, as the R package PRISMA2020 and its web page read them: their template with its last column filled
 * in. What is not known stays empty there.
 */
import { type FlowNumbers, type FlowReason, flowOf } from '../../map';
import { type Flow, StudyFamilies } from '../../model';
import { CARRIED, type Carried } from '../carried';
import { type Column, CSV_MIME, writeCsv } from '../csv';
import type { Format } from '../types';
import { PRISMA_ROWS } from './prisma-rows';

export const prismaCsv: Format = {
  id: 'prisma-csv',
  of: 'flow',
  label: 'PRISMA 2020 flow diagram (CSV)',
  hint: 'Numbers of the flow diagram, for the R package PRISMA2020 or its web page. Type what the list cannot know in Papers.',
  extension: 'csv',
  mime: CSV_MIME,
  cannotCarry: (Object.keys(CARRIED) as Carried[]).filter((one) => one !== 'reasons'),
  changes: 'Commas and semicolons in reasons become slashes: they part reasons and numbers there.',
  write({ review, reviewPapers, familyMembers }) {
    const listed = reviewPapers.filter(({ reviewId }) => reviewId === review.id);
    const members = familyMembers.filter(({ reviewId }) => reviewId === review.id);
    const numbers = flowOf(listed, new StudyFamilies(listed, members), review.flow);
    const text = writeCsv(COLUMNS, rowsOf(numbers, review.flow));
    // R would read a byte order mark as part of the first column's name, by which the package finds the rows.
    return text.replace(/^\ufeff/, '');
  },
};

interface Row {
  cells: (typeof PRISMA_ROWS)[number];
  n: string | number;
}

const NAMES = ['data', 'node', 'box', 'description', 'boxtext', 'tooltips', 'url'] as const;
const COLUMNS: readonly Column<Row>[] = [
  ...NAMES.map((header, i) => ({ header, cell: ({ cells }: Row) => cells[i] })),
  { header: 'n', cell: ({ n }) => n },
];

/** Rows that are titles of the diagram have a number that is not printed. */
const TITLE_ROW = 0;
const TITLES: ReadonlySet<string> = new Set(['NA', 'identification', 'screening', 'included']);

function rowsOf(numbers: FlowNumbers, flow: Flow | undefined): Row[] {
  const known: Readonly<Record<string, number | string | undefined>> = {
    ...numbers.typed,
    ...numbers.counted,
    database_specific_results: listOf(flow?.databases),
    register_specific_results: listOf(flow?.registers),
    dbr_excluded: reasonsText(numbers.reasons),
  };
  return PRISMA_ROWS.map((cells) => ({
    cells,
    n: TITLES.has(cells[0]) ? TITLE_ROW : (known[cells[0]] ?? ''),
  }));
}

/** The package splits at these. */
const plain = (text: string): string =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .join('/');

const listOf = (sources: Flow['databases'] = []): string =>
  sources.map(({ name, records }) => `${plain(name)}, ${records}`).join('; ');

/** In place of a reason of signs only: the package takes a part without words for none. */
const NO_WORDS = 'Reason without words';

/** One reason alone makes a released version of the package (1.1.1) fail: a second one, of no paper, keeps it going. */
function reasonsText(reasons: readonly FlowReason[]): string {
  const parts = reasons.map(({ reason, papers }) => `${plain(reason) || NO_WORDS}, ${papers}`);
  return parts.length === 1 ? `${parts[0]}; Other reasons, 0` : parts.join('; ');
}
