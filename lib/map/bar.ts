/** A row's bar: segments by stance, as shares of N, so that bars of one map can be compared by eye. */
import { type MapRow, PAPER_STANCES, type PaperStance } from './types';

export interface BarSegment {
  stance: PaperStance;
  papers: number;
  /** 0..1 of N: where the segment starts and how long it is. */
  start: number;
  share: number;
}

/** Segments in the order supporting, mixed, contrasting, mentioning; empty ones left out. */
export function barSegments(row: Pick<MapRow, 'papers' | 'N'>): BarSegment[] {
  const segments: BarSegment[] = [];
  if (row.N <= 0) return segments;
  let before = 0;
  for (const stance of PAPER_STANCES) {
    const papers = row.papers[stance];
    if (papers <= 0) continue;
    segments.push({ stance, papers, start: before / row.N, share: papers / row.N });
    before += papers;
  }
  return segments;
}
