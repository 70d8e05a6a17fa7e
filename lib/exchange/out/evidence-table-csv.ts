/** The evidence table: one row a tag, with the exact quote and everything needed to cite and check it. */
import type { Author, CitedReference } from '../../model';
import { type Column, CSV_MIME, writeCsv } from '../csv';
import { noticeText } from '../notices';
import { PLACE_COLUMNS } from '../place';
import { authorList, authorName, type TagRow, tagRows } from '../records';
import { plural } from '../text';
import type { Format } from '../types';
import { MOST_IN_CELL } from './xlsx/workbook';

const TAG_COLUMNS: readonly Column<TagRow>[] = [
  { header: 'Quote', cell: (row) => row.statement.quote },
  { header: 'Section title', cell: (row) => row.statement.section?.title },
  { header: 'Section kind', cell: (row) => row.statement.section?.kind },
  { header: 'Page', cell: (row) => row.statement.page },
  { header: 'Influence', cell: (row) => row.label },
  { header: 'Influence id', cell: (row) => row.tag.influenceId },
  // A tag outlives its codebook: then the id is all there is.
  { header: 'Codebook', cell: (row) => row.codebook?.name ?? row.tag.codebookId },
  { header: 'Codebook version', cell: (row) => row.tag.codebookVersion },
  { header: 'Stance', cell: (row) => row.tag.stance },
  { header: 'Direction', cell: (row) => row.tag.direction },
  { header: 'Strength', cell: (row) => row.tag.strength },
  { header: 'Basis', cell: (row) => row.tag.basis },
  { header: 'Note', cell: (row) => row.tag.note },
  { header: 'Paper title', cell: (row) => row.paper.facts.title },
  { header: 'Citation key', cell: (row) => row.paper.key },
  { header: 'Authors', cell: (row) => authorsInCell(row.paper.facts.authors) },
  { header: 'Year', cell: (row) => row.paper.facts.year },
  { header: 'Venue', cell: (row) => row.paper.facts.containerTitle },
  { header: 'Language', cell: (row) => row.paper.facts.language },
  { header: 'Publication status', cell: (row) => row.paper.facts.status },
  { header: 'Notice', cell: (row) => noticeText(row.paper.facts) },
  { header: 'Preprint of', cell: (row) => row.paper.facts.preprintOf },
  { header: 'DOI', cell: (row) => row.paper.facts.doi },
  { header: 'PMID', cell: (row) => row.paper.facts.pmid },
  { header: 'PMCID', cell: (row) => row.paper.facts.pmcid },
  { header: 'URL', cell: (row) => row.paper.facts.url ?? row.statement.targets[0]?.url },
  { header: 'Cited references', cell: (row) => row.statement.cites.map(cited).join(' | ') },
  ...PLACE_COLUMNS.map(
    ({ header, cell }): Column<TagRow> => ({ header, cell: (row) => cell(row.paper) }),
  ),
  { header: 'Coder', cell: (row) => row.coder },
  { header: 'Created', cell: (row) => row.tag.createdAt },
  { header: 'Updated', cell: (row) => row.tag.updatedAt },
  { header: 'Tag id', cell: (row) => row.tag.id },
  { header: 'Statement id', cell: (row) => row.tag.statementId },
  { header: 'Paper id', cell: (row) => row.tag.paperId },
];

/** Thousands of names, in each row of their paper, are read by nobody, and do not fit into a cell. */
function authorsInCell(authors: readonly Author[]): string {
  const all = authorList(authors);
  if (all.length <= MOST_IN_CELL) return all;
  return `${authorName(authors[0])} et al. (${authors.length.toLocaleString('en')} authors)`;
}

/** What each machine labels the statement as, in columns of its own: it is nobody's tag. */
export const tagColumns = (rows: readonly TagRow[]): readonly Column<TagRow>[] => [
  ...TAG_COLUMNS,
  ...machinesIn(rows).flatMap((by): Column<TagRow>[] => {
    const labelled = ({ statement }: TagRow) =>
      statement.machineLabels.find((one) => one.by === by);
    return [
      { header: `Machine label (${by})`, cell: (row) => labelled(row)?.label },
      { header: `Machine confidence (${by})`, cell: (row) => labelled(row)?.confidence },
    ];
  }),
];

const machinesIn = (rows: readonly TagRow[]): string[] =>
  [...new Set(rows.flatMap(({ statement }) => statement.machineLabels.map(({ by }) => by)))].sort();

/** "[12] Smith J. Title. 2019 (doi:10.1000/x)"; the DOI is not said twice. */
function cited({ label, text, doi }: CitedReference): string {
  const told = doi && !text.toLowerCase().includes(doi.toLowerCase()) ? ` (doi:${doi})` : '';
  return `[${label}] ${text}${told}`;
}

export const evidenceTableCsv: Format = {
  id: 'evidence-table-csv',
  of: 'tags',
  label: 'Evidence table (CSV)',
  hint: 'One row a tag, with quote, influence, stance, paper and DOI: for Excel and other spreadsheets.',
  extension: 'csv',
  mime: CSV_MIME,
  cannotCarry: [
    'notReported',
    'abstracts',
    'publishers',
    'volumes',
    'keywords',
    'definitions',
    'columns',
    'memos',
    'paperNotes',
    'findings',
    'labels',
  ],
  write(data, options) {
    const rows = tagRows(data);
    const columns = tagColumns(rows);
    const long = rows.flatMap((row) =>
      columns.filter(({ cell }) => String(cell(row) ?? '').length > MOST_IN_CELL),
    ).length;
    if (long)
      options?.tell?.(
        `${plural(long, 'cell')} of it ${long === 1 ? 'has' : 'have'} more than ${MOST_IN_CELL.toLocaleString('en')} characters: spreadsheets cut such a cell when they open the file. The whole text is in the file.`,
      );
    return writeCsv(columns, rows, options?.separator);
  },
};
