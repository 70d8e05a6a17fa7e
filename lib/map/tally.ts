/** Tallies: one cell of the map, counted from the tags of one review, influence and paper. */
import { grouped, type Stance, type StanceCounts, type Tag, type Tally } from '../model';
import type { PaperStance, StatementKey } from './types';

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

export function countsTotal(counts: StanceCounts): number {
  return counts.supporting + counts.contrasting + counts.mentioning;
}

/**
 * What a tally counts from the tags of ONE (review, influence, paper) cell: all coders together, and each apart.
 *
 * Distinct statements are counted, not tags: two coders who agree on a statement count once, two who
 * disagree count once under each stance. Statements with the same `quoteKey` are one. A statement that
 * one coder took for the authors' own finding and another for second-hand counts as own for that
 * stance, so that own + second-hand never counts it twice.
 */
export function tallyCell(
  tags: readonly Counted[],
  statements: readonly StatementKey[],
): Pick<Tally, 'own' | 'secondHand' | 'coders'> {
  const byCoder = grouped(tags, (tag) => tag.coderId);
  const coders = [...byCoder]
    .map(([coderId, theirs]) => ({ coderId, ...countStatements(theirs, statements) }))
    .sort((a, b) => (a.coderId < b.coderId ? -1 : 1));
  return { ...countStatements(tags, statements), coders };
}

type Counted = Pick<Tag, 'statementId' | 'stance' | 'basis' | 'coderId'>;

function countStatements(
  tags: readonly Counted[],
  statements: readonly StatementKey[],
): { own: StanceCounts; secondHand: StanceCounts } {
  const keyOf = new Map(statements.map((s) => [s.id, s.quoteKey]));
  const own = new Set<string>();
  const secondHand = new Set<string>();
  for (const tag of tags) {
    // A statement we were not given is told apart by its id; the prefix keeps it from equalling a quote.
    const key = keyOf.get(tag.statementId) ?? `\u0000${tag.statementId}`;
    (tag.basis === 'own' ? own : secondHand).add(`${tag.stance}\u0000${key}`);
  }
  for (const key of own) secondHand.delete(key);
  return { own: countKeys(own), secondHand: countKeys(secondHand) };
}

function countKeys(keys: ReadonlySet<string>): StanceCounts {
  const counts = noCounts();
  for (const key of keys) counts[key.slice(0, key.indexOf('\u0000')) as Stance] += 1;
  return counts;
}

/**
 * All tallies of the given tags (of any reviews), for rebuilding them or for one coder's map.
 * `statements` may be left out when no paper has two statements with one quote, as the store ensures.
 */
export function talliesOfTags(
  tags: readonly Tag[],
  statements: readonly StatementKey[] = [],
): Tally[] {
  const cells = grouped(tags, (tag) =>
    [tag.reviewId, tag.codebookId, tag.influenceId, tag.paperId].join('\u0000'),
  );
  const keyOf = new Map(statements.map((s) => [s.id, s]));
  return [...cells.values()].map((cell) => {
    const { reviewId, codebookId, influenceId, paperId } = cell[0] as Tag;
    const known = cell.flatMap((tag) => keyOf.get(tag.statementId) ?? []);
    return { reviewId, codebookId, influenceId, paperId, ...tallyCell(cell, known) };
  });
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
