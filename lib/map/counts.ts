/** Counts by stance, and what the stances of several coders or papers come to. */
import type { StanceCounts } from '../model';
import type { PaperStance } from './types';

export function noCounts(): StanceCounts {
  return { supporting: 0, contrasting: 0, mentioning: 0 };
}

export function addCounts(a: StanceCounts, b: StanceCounts): StanceCounts {
  return {
    supporting: a.supporting + b.supporting,
    contrasting: a.contrasting + b.contrasting,
    mentioning: a.mentioning + b.mentioning,
  };
}

/** As `addCounts`, into `sum` itself. */
export function addTo(sum: StanceCounts, more: StanceCounts): void {
  sum.supporting += more.supporting;
  sum.contrasting += more.contrasting;
  sum.mentioning += more.mentioning;
}

export function countsTotal(counts: StanceCounts): number {
  return counts.supporting + counts.contrasting + counts.mentioning;
}

/** The stance of one paper on one influence by one coder; null when nothing is counted. */
export function paperStance(counts: StanceCounts): Exclude<PaperStance, 'differ'> | null {
  if (counts.supporting > 0) return counts.contrasting > 0 ? 'mixed' : 'supporting';
  if (counts.contrasting > 0) return 'contrasting';
  return counts.mentioning > 0 ? 'mentioning' : null;
}

/**
 * The stance of several papers of one study, taken together: mixed where one supports and another contrasts. Where
 * coders differ on one of them, they differ on the study.
 */
export function stanceTogether(papers: readonly PaperStance[]): PaperStance | null {
  if (papers.includes('differ')) return 'differ';
  const has = (stance: PaperStance) => papers.includes(stance);
  const supporting = has('supporting') || has('mixed');
  const contrasting = has('contrasting') || has('mixed');
  if (supporting && contrasting) return 'mixed';
  if (supporting) return 'supporting';
  if (contrasting) return 'contrasting';
  return has('mentioning') ? 'mentioning' : null;
}

/** The stance of one paper on one influence by all who coded it. */
export function agreedStance(byCoder: readonly StanceCounts[]): PaperStance | null {
  const stances = new Set(byCoder.map(paperStance));
  stances.delete(null);
  const [only = null] = stances;
  return stances.size > 1 ? 'differ' : only;
}

/** Mixed is both. */
export const STANCES_OF = {
  supporting: ['supporting'],
  contrasting: ['contrasting'],
  mentioning: ['mentioning'],
  mixed: ['supporting', 'contrasting'],
} as const;
