/** Output 1: each influence with its papers, shares, stances, directions, statements and references. */
import { asSentence } from '../../../text';
import { formatInterval, formatPercent } from '../../notes';
import { PAPER_STANCES, STANCE_WORD } from '../../types';
import type { Evidence } from '../evidence';
import { DIRECTIONS, hasIntervals, type InfluenceRow, influenceRows } from '../influence-rows';
import type { OutputCell, OutputColumn, OutputTable } from '../types';
import {
  labelCell,
  notesOf,
  numberCell,
  textCell,
  titleOf,
  underDomains,
  unitHeading,
} from './parts';

export const DIRECTION_WORD = {
  barrier: 'Barrier',
  facilitator: 'Facilitator',
  both: 'Both',
  unstated: 'Not stated',
} as const;

interface Column extends OutputColumn {
  cell(row: InfluenceRow): OutputCell;
}

export function influenceSummary(evidence: Evidence): OutputTable {
  const rows = influenceRows(evidence);
  const columns = columnsOf(evidence, rows);
  return {
    id: 'influence-summary',
    title: titleOf('Influences', evidence),
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: underDomains(rows, columns.length, (row) => ({
      ...{ id: row.key, depth: row.depth },
      cells: columns.map(({ cell }) => cell(row)),
    })),
    notes: notesOf(evidence, true),
  };
}

function columnsOf(evidence: Evidence, rows: readonly InfluenceRow[]): Column[] {
  const units = unitHeading(evidence);
  const { base } = evidence;
  const hasPublished = rows.some(({ influence }) => influence.influence.reportedBy);
  const isDiffering = rows.some(({ stances }) => stances.differ.n > 0);
  const stances = PAPER_STANCES.filter((stance) => stance !== 'differ' || isDiffering);
  // Each statement has one direction and one stance: of statements, all are what the row counts.
  return [
    { id: 'influence', label: 'Influence', align: 'start', cell: labelCell },
    {
      ...{ id: 'n', label: `${units} n/N`, align: 'end' },
      cell: (row) => ({ ...counted(row), text: `${row.n}/${base}` }),
    },
    {
      ...{ id: 'share', label: '%', align: 'end' },
      cell: (row) => (base > 0 ? { ...counted(row), ...shareCell(row.share) } : DASH),
    },
    ...(hasIntervals(evidence) ? [INTERVAL(base)] : []),
    ...(hasPublished ? [PUBLISHED] : []),
    ...stances.map(
      (stance): Column => ({
        ...{ id: stance, label: asSentence(STANCE_WORD[stance]), group: `${units} by stance` },
        align: 'end',
        cell: (row) => counted(row.stances[stance]),
      }),
    ),
    ...DIRECTIONS.map(
      (direction): Column => ({
        ...{ id: direction, label: DIRECTION_WORD[direction], group: `${units} by direction` },
        align: 'end',
        cell: (row) => counted(row.directions[direction]),
      }),
    ),
    {
      ...{ id: 'statements', label: 'Statements', align: 'end' },
      cell: ({ statements, paperIds, tagIds }) => numberCell(statements, { paperIds, tagIds }),
    },
    {
      ...{ id: 'families', label: 'Study families', align: 'end' },
      cell: ({ families, paperIds, tagIds }) => numberCell(families, { paperIds, tagIds }),
    },
    {
      ...{ id: 'references', label: 'References', align: 'start' },
      cell: ({ references, paperIds, tagIds }) => ({ text: references, paperIds, tagIds }),
    },
  ];
}

const DASH = textCell('–');
const shareCell = (share: number) => ({ text: formatPercent(share), value: share });

const counted = ({ n, paperIds, tagIds }: Pick<InfluenceRow, 'n' | 'paperIds' | 'tagIds'>) =>
  numberCell(n, { paperIds, tagIds });

const INTERVAL = (N: number): Column => ({
  ...{ id: 'interval', label: '95 % interval', align: 'end' },
  cell: ({ lo, hi }) => textCell(formatInterval({ lo, hi, N })),
});

/** What the source of the codebook found in its own papers. */
const PUBLISHED: Column = {
  ...{ id: 'published', label: 'Published', align: 'end' },
  cell: ({ influence }) => {
    const { papers, percent } = influence.influence.reportedBy ?? {};
    const share = percent === undefined ? '' : `${percent} %`;
    if (papers === undefined) return textCell(share);
    return textCell(share ? `${papers} (${share})` : String(papers));
  },
};
