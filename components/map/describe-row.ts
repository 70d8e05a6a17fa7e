/** A map row in words: what a screen reader hears, and what the tooltip and the drawer repeat. */

import {
  countsTotal,
  formatInterval,
  formatShare,
  type MapRow,
  PAPER_STANCES,
  STANCE_WORD,
  secondHandCount,
  unitCount,
  unitWord,
} from '@/lib/map';
import { displayText } from '@/lib/text';

/** "5 supporting, 1 mixed, coders differ on 2": stances that none takes are left out. */
export function stancesInWords(row: Pick<MapRow, 'papers'>): string {
  return PAPER_STANCES.filter((s) => row.papers[s] > 0)
    .map((s) =>
      s === 'differ' ? `coders differ on ${row.papers[s]}` : `${row.papers[s]} ${STANCE_WORD[s]}`,
    )
    .join(', ');
}

/** "2 more papers, second-hand only", or what became of the statements; "" where there are none. */
export function secondHandInWords(row: Pick<MapRow, 'secondHand' | 'unit'>): string {
  const { onlyPapers, statements, counted } = row.secondHand;
  const n = countsTotal(statements);
  if (n === 0) return '';
  const some = secondHandCount(n);
  if (counted) return `${some} counted`;
  if (onlyPapers > 0)
    return `${onlyPapers} more ${unitWord(row.unit, onlyPapers)}, second-hand only`;
  return `${some} apart`;
}

/** The whole row as one sentence. */
export function rowInWords(row: MapRow): string {
  if (row.n === 0) {
    const apart = secondHandInWords(row);
    return `${displayText(row.label)}: no ${unitWord(row.unit, 1)} of ${row.N}${apart ? `; ${apart}` : ''}`;
  }
  const parts = [
    `${displayText(row.label)}: ${row.n} of ${unitCount(row.N, row.unit)}, ${formatShare(row)}, 95 % interval ${formatInterval(row)}`,
    stancesInWords(row),
    secondHandInWords(row),
  ];
  return parts.filter(Boolean).join('; ');
}
