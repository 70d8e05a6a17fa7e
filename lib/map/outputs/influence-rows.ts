/** The numbers of each influence, from which outputs 1 and 2 are printed: units, shares, stances, directions. */
import { type Direction, grouped, type Tag } from '../../model';
import { stanceTogether } from '../counts';
import type { PaperStance } from '../types';
import { type Interval, wilson } from '../wilson';
import type { Counted, Evidence, EvidenceRow } from './evidence';
import { stanceOfPaper } from './stances';

/** In the order in which tables have them. */
export const DIRECTIONS = [
  'barrier',
  'facilitator',
  'both',
  'unstated',
] as const satisfies readonly Direction[];

/** Of what `share` is, 0 to 1: of N, of all occurrences, or of the row's statements. */
export interface Share extends Counted {
  share: number;
}

export interface InfluenceRow extends EvidenceRow, Share, Interval {
  /** Units by stance; together they are n. Of sites, each counts with what its papers say of it. */
  stances: Readonly<Record<PaperStance, Counted>>;
  /** A unit counts under each direction that one of its tags has: columns may add up to more than n. */
  directions: Readonly<Record<Direction, Share>>;
  /** Study families behind it. */
  families: number;
  /** "23,25,28-31". */
  references: string;
}

/** One row an influence, what is under it included: a unit counts once in a broader influence. */
export function influenceRows(evidence: Evidence): InfluenceRow[] {
  const { base } = evidence;
  return evidence.rows.map((row) => {
    const tags = evidence.tagsOf(row.key);
    const counted = evidence.count(tags);
    const share = shareOf(counted, base);
    const ofStatements = evidence.options.unit === 'statements';
    return {
      ...row,
      ...counted,
      share,
      ...wilson(counted.n, base),
      stances: stancesOf(evidence, tags),
      directions: directionsOf(evidence, tags, ofStatements ? counted.n : base),
      families: new Set(counted.paperIds.map((id) => evidence.families.nameOf(id))).size,
      references: evidence.names.references(counted.paperIds),
    };
  });
}

/** An interval is of a share of units that could each have reported it: not of statements, nor of occurrences. */
export const hasIntervals = ({ options: { unit, ofOccurrences } }: Evidence): boolean =>
  unit !== 'statements' && unit !== 'occurrences' && !ofOccurrences;

const shareOf = ({ n }: Counted, base: number): number => (base > 0 ? n / base : 0);

function directionsOf(
  evidence: Evidence,
  tags: readonly Tag[],
  base: number,
): Record<Direction, Share> {
  const of = (direction: Direction): Share => {
    // "both" is a direction that a tag states: it is never worked out from a barrier and a facilitator.
    const counted = evidence.count(tags.filter((tag) => evidence.directionOf(tag) === direction));
    return { ...counted, share: shareOf(counted, base) };
  };
  return {
    barrier: of('barrier'),
    facilitator: of('facilitator'),
    both: of('both'),
    unstated: of('unstated'),
  };
}

/** Units by the stance that all of their papers' coders come to. */
function stancesOf(evidence: Evidence, tags: readonly Tag[]): Record<PaperStance, Counted> {
  const found: Record<PaperStance, Tag[]> = {
    ...{ supporting: [], mixed: [], contrasting: [], mentioning: [], differ: [] },
  };
  for (const [unit, own] of grouped(tags, (tag) => evidence.unitOf(tag))) {
    if (unit === null) continue;
    const papers = [...grouped(own, ({ paperId }) => paperId).values()];
    const stance = stanceTogether(papers.flatMap((some) => stanceOfPaper(evidence, some) ?? []));
    if (stance) found[stance].push(...own);
  }
  return {
    supporting: evidence.count(found.supporting),
    mixed: evidence.count(found.mixed),
    contrasting: evidence.count(found.contrasting),
    mentioning: evidence.count(found.mentioning),
    differ: evidence.count(found.differ),
  };
}
