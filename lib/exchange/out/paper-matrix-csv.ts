/**
 * The paper x influence matrix: one row a paper, one column an influence that anything is known about. A cell
 * says the paper's stance and its statements, "second-hand only", or "not reported"; an empty one means not
 * yet assessed. Where columns of broader influences count what is under them, a last column says so.
 */
import { cellLookup, rollUpNote } from '../../map';
import { type Column, CSV_MIME, writeCsv } from '../csv';
import { rolledMapOf } from '../map-of';
import { noticeText } from '../notices';
import { PLACE_COLUMNS } from '../place';
import { authorList, type ReviewedPaper, reviewedPapers } from '../records';
import { summaryOf, summaryText } from '../tag-summary';
import type { Format } from '../types';

const PAPER: readonly Column<ReviewedPaper>[] = [
  { header: 'Paper title', cell: ({ facts }) => facts.title },
  { header: 'Authors', cell: ({ facts }) => authorList(facts.authors) },
  { header: 'Year', cell: ({ facts }) => facts.year },
  { header: 'DOI', cell: ({ facts }) => facts.doi },
  { header: 'Citation key', cell: ({ key }) => key },
  { header: 'Notice', cell: ({ facts }) => noticeText(facts) },
  ...PLACE_COLUMNS,
];

export const paperMatrixCsv: Format = {
  id: 'paper-matrix-csv',
  of: 'counts',
  label: 'Paper × influence matrix (CSV)',
  hint: 'One row a paper, one column an influence: what each paper says on each.',
  extension: 'csv',
  mime: CSV_MIME,
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
    'reasons',
    'pmids',
    'findings',
    'labels',
  ],
  write(data, options) {
    const map = rolledMapOf(data, options);
    const cell = cellLookup(map);
    const inScope = new Set(map.paperIds);
    const used = new Set(map.cells.map(({ key }) => key));
    const columns = map.rows
      .filter((row) => used.has(row.key))
      .map(
        (row): Column<ReviewedPaper> => ({
          header: row.label,
          cell: (paper) => {
            const found = cell(row.key, paper.id);
            return found && summaryText(summaryOf(found, row.label));
          },
        }),
      );
    // Cells are of papers, whatever the map counts.
    const note = rollUpNote({ options: { ...map.options, unit: 'papers' } });
    const methods = note ? [{ header: 'Methods', cell: () => note }] : [];
    return writeCsv(
      [...PAPER, ...columns, ...methods],
      reviewedPapers(data).filter(({ id }) => inScope.has(id)),
      options?.separator,
    );
  },
};
