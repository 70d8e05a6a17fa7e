/** What a review says of one paper, in a few words: for keywords and notes of reference managers. */
import { countsTotal, type EvidenceMap, type MapCell, type PaperStance, STANCE_WORD } from '../map';
import { SECOND_HAND_ONLY } from './own-words';

export interface InfluenceSummary {
  label: string;
  /** Null: second-hand statements only, or looked for and not reported. */
  stance: PaperStance | null;
  statements: number;
  secondHand: number;
  notReported: boolean;
}

/** What one cell of the map says, under the influence's shown label. */
export function summaryOf(cell: MapCell, label: string): InfluenceSummary {
  return {
    label,
    stance: cell.stance,
    statements: countsTotal(cell.own),
    secondHand: countsTotal(cell.secondHand),
    notReported: cell.notReported,
  };
}

/** Per paper, its influences in the map's order. Papers outside the denominator have none. */
export function summaries(map: EvidenceMap): Map<string, InfluenceSummary[]> {
  const labels = new Map(map.rows.map((row) => [row.key, row.label]));
  const papers = new Map<string, InfluenceSummary[]>();
  for (const cell of map.cells) {
    const list = papers.get(cell.paperId) ?? [];
    list.push(summaryOf(cell, labels.get(cell.key) ?? cell.influenceId));
    papers.set(cell.paperId, list);
  }
  return papers;
}

/** "supporting (2 statements, 1 second-hand)", "second-hand only (1)", "not reported". */
export function summaryText(summary: InfluenceSummary): string {
  const { stance, statements, secondHand, notReported } = summary;
  if (stance) {
    const counts = [
      // A statement on which coders differ is counted under each stance, so the sum is not the number of statements.
      statements > 0 && stance !== 'differ'
        ? `${statements} ${statements === 1 ? 'statement' : 'statements'}`
        : '',
      secondHand > 0 ? `${secondHand} second-hand` : '',
    ].filter(Boolean);
    return [STANCE_WORD[stance], counts.length && `(${counts.join(', ')})`]
      .filter(Boolean)
      .join(' ');
  }
  const parts = [
    secondHand > 0 ? `${SECOND_HAND_ONLY} (${secondHand})` : '',
    notReported ? 'not reported' : '',
  ].filter(Boolean);
  return parts.join(', ');
}
