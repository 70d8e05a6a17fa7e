/** The framework-fit ledger as the table that is shown, printed and written: one place for its columns and words. */
import { isSameName } from '../../codebook/outline';
import { type FitRow, type FrameworkFit, NO_DATA, referenceList, unitCount } from '../../map';
import { writeCsv } from '../csv';

export interface LedgerTable {
  columns: string[];
  rows: {
    id: string;
    cells: string[];
    /** How many rows the domain's cell spans: 0 where the one above reaches over it. */
    spans: number;
    /** It is the domain itself: printed once, across both columns. */
    isDomain?: true;
    /** The row above is the domain of these: its name is not printed again. */
    isUnder?: true;
  }[];
  notes: string[];
  /** What the numbers are; empty where papers are named in the cells. */
  references: { number: number; citation: string }[];
}

interface LedgerOptions {
  /** Leave out what was there from the start and is as it was. */
  onlyChanged?: boolean;
  cite?: 'number' | 'author-year';
}

const COLUMNS = ['Domain', 'Influence', 'Fit', 'Since', 'Facilitators', 'Barriers', 'Reason'];

/** @param papers in the order in which they are numbered */
export function ledgerTable(
  fit: FrameworkFit,
  papers: readonly { id: string; citation: string }[],
  { onlyChanged = false, cite = 'number' }: LedgerOptions = {},
): LedgerTable {
  const numbers = new Map(papers.map(({ id }, i) => [id, i + 1]));
  const named = new Map(papers.map(({ id, citation }) => [id, citation]));
  const cited = ({ paperIds }: FitRow['papers']): string => {
    if (!paperIds.length) return NO_DATA;
    if (cite === 'author-year') return paperIds.map((id) => named.get(id) ?? id).join('; ');
    return referenceList(paperIds.map((id) => numbers.get(id) ?? 0).sort((a, b) => a - b));
  };
  const shown = fit.rows.filter(({ since }) => since || !onlyChanged);
  const used = new Set(
    shown.flatMap(({ facilitators, barriers }) => [...facilitators.paperIds, ...barriers.paperIds]),
  );
  const { name, version, source } = fit.book;
  return {
    columns: [...COLUMNS],
    rows: shown.map((row, i) => ({
      id: row.influenceId,
      cells: [
        ...[row.domain, row.label, fitWords(row)],
        row.since ? `version ${row.since.version}, ${row.since.date.slice(0, 10)}` : '',
        ...[cited(row.facilitators), cited(row.barriers), row.reasons.join('; ')],
      ],
      ...spanOf(shown, i),
    })),
    notes: [
      `N = ${unitCount(papers.length, 'papers')}. A paper with both is in both columns. ${fit.secondHand ? 'Second-hand statements are counted.' : 'Second-hand statements are left out.'} “${NO_DATA}”: no tag in this direction.`,
      `Codebook: ${name}, version ${version}. ${source.citation}${source.doi ? ` https://doi.org/${source.doi}` : ''}`,
    ],
    references:
      cite === 'number'
        ? papers.flatMap(({ id, citation }, i) =>
            used.has(id) ? [{ number: i + 1, citation }] : [],
          )
        : [],
  };
}

/** What the domain's cell of a row reaches over. */
function spanOf(
  rows: readonly FitRow[],
  at: number,
): Pick<LedgerTable['rows'][number], 'spans' | 'isDomain' | 'isUnder'> {
  const [row, before] = [rows[at], rows[at - 1]];
  if (row?.isDomain) return { spans: 1, isDomain: true };
  const isSame = (one: FitRow | undefined) => one?.domain === row?.domain && !one?.isDomain;
  if (isSame(before)) return { spans: 0 };
  let end = at;
  while (end < rows.length && isSame(rows[end])) end += 1;
  const isUnder = before?.isDomain && row && isSameName(before.label, row.domain);
  return { spans: end - at, ...(isUnder && { isUnder: true }) };
}

function fitWords({ fit, others, label }: FitRow): string {
  const words = fit.join(', ');
  const names = others.filter((other) => other !== label).map((other) => `“${other}”`);
  if (!names.length) return words;
  return `${words} (${fit[0] === 'given up' ? 'now in' : 'from'} ${names.join(', ')})`;
}

/** The ledger as a CSV file. */
export const writeLedgerCsv = ({ columns, rows }: LedgerTable): string =>
  writeCsv(
    columns.map((header, i) => ({ header, cell: ({ cells }: { cells: string[] }) => cells[i] })),
    rows,
  );
