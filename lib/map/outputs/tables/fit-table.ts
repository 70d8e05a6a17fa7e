/** Output 6: how each codebook was adapted, with the papers that report an influence as facilitator and as barrier. */
import { booksInUse } from '../../../codebook/influences';
import { type FitCell, type FitRow, frameworkFit, NO_DATA } from '../../framework-fit';
import type { Evidence } from '../evidence';
import type { OutputCell, OutputRow, OutputTable } from '../types';
import { blank, notesOf, textCell, titleOf } from './parts';

const COLUMNS = [
  ['influence', 'Influence'],
  ['fit', 'A priori or changed'],
  ['from', 'From or into'],
  ['since', 'Since'],
  ['facilitators', 'Papers with facilitators'],
  ['barriers', 'Papers with barriers'],
  ['reason', 'Reason'],
] as const;

export function fitTable(evidence: Evidence): OutputTable {
  const { review, codebooks } = evidence.records;
  const books = booksInUse(review, codebooks);
  const tags = evidence.tags.map((tag) => ({ ...tag, direction: evidence.directionOf(tag) }));
  return {
    id: 'framework-fit',
    title: titleOf('Framework fit', evidence),
    columns: COLUMNS.map(([id, label]) => ({ id, label, align: 'start' })),
    rows: books.flatMap((book) => {
      const fit = frameworkFit({ book, tags, paperIds: evidence.paperIds }, { secondHand: true });
      return rowsOf(fit.rows, evidence, books.length > 1 ? book.name : '');
    }),
    notes: [
      ...notesOf(evidence, false),
      'A paper with a facilitator and a barrier is in both columns; a statement that is both counts in both.',
    ],
  };
}

function rowsOf(rows: readonly FitRow[], evidence: Evidence, book: string): OutputRow[] {
  let last: string | undefined;
  return rows.flatMap((row) => {
    const heading = [book, row.domain].filter(Boolean).join(': ');
    const isNew = heading !== '' && heading !== last;
    last = heading;
    const head: OutputRow = {
      ...{ id: `domain ${book} ${row.domain}`, isHeading: true },
      cells: [textCell(heading), ...COLUMNS.slice(1).map(blank)],
    };
    return [...(isNew ? [head] : []), rowOf(row, evidence)];
  });
}

const rowOf = (row: FitRow, evidence: Evidence): OutputRow => ({
  id: `${row.influenceId} ${row.fit.join(' ')}`,
  cells: [
    textCell(row.label),
    textCell(row.fit.join(', ')),
    textCell(row.others.join('; ')),
    textCell(row.since ? `version ${row.since.version}, ${row.since.date.slice(0, 10)}` : ''),
    papersCell(row.facilitators, evidence),
    papersCell(row.barriers, evidence),
    textCell(row.reasons.join(' ')),
  ],
});

const papersCell = ({ paperIds, tagIds }: FitCell, { names }: Evidence): OutputCell => ({
  text: paperIds.length ? names.references(paperIds) : NO_DATA,
  ...{ paperIds, tagIds },
});
