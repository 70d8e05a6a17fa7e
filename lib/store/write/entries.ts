/** Entries of a reading list, of one paper or of many at once: their place, priority, labels and note. */
import {
  type Eligibility,
  EntryChange,
  LONGEST_PAPER_LABEL,
  MOST_LABELS,
  MOST_NOT_ALIKE,
  Problem,
  Progress,
  type ReviewPaper,
} from '../../model';
import { nameKey, squeeze } from '../../text';
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';
import { joinNotes, oneNote } from './notes';
import { placed } from './papers';
import { parsed, sameRecord } from './transaction';

/**
 * Changes the entries of these papers, in one step with one undo. Those that are as wanted already stay as they are.
 * @throws NotFound, Problem where a paper would have too many labels
 */
export async function changeEntries(
  reviewId: string,
  paperIds: readonly string[],
  change: EntryChange,
): Promise<{ eventId: string; changed: number }> {
  const wanted = parsed(EntryChange, cleaned(change));
  return commit('change-entries', async (step) => {
    const keys = [...new Set(paperIds)].map((id): [string, string] => [reviewId, id]);
    let changed = 0;
    for (const before of await db.reviewPapers.bulkGet(keys)) {
      if (!before) throw new NotFound('reading list entry');
      const after = withChange(before, wanted);
      if (sameRecord(before, after)) continue;
      await step.put('reviewPapers', { ...after, updatedAt: step.at });
      changed += 1;
    }
    return { eventId: step.id, changed };
  });
}

/** Labels as they are stored: on one line, none empty. */
function cleaned(change: EntryChange): EntryChange {
  const { addLabels, removeLabels, note, ...rest } = change;
  const clean = (labels: readonly string[]) =>
    labels.map((one) => squeeze(one, LONGEST_PAPER_LABEL)).filter(Boolean);
  return {
    ...rest,
    ...(addLabels && { addLabels: clean(addLabels) }),
    ...(removeLabels && { removeLabels: clean(removeLabels) }),
    ...(note !== undefined && { note: note.trim() }),
  };
}

function withChange(listed: ReviewPaper, change: EntryChange): ReviewPaper {
  const { priority, note, addLabels = [], removeLabels = [], ...place } = change;
  const after: ReviewPaper = placed(listed, place);
  if (priority !== undefined) {
    delete after.priority;
    if (priority) after.priority = priority;
  }
  if (note !== undefined) {
    delete after.note;
    if (note) after.note = note;
  }
  const gone = new Set(removeLabels.map(nameKey));
  const kept = (after.labels ?? []).filter((one) => !gone.has(nameKey(one)));
  const labels = united(kept, addLabels);
  if (labels.length > MOST_LABELS)
    throw new Problem(
      'too-many-labels',
      `A paper can have ${MOST_LABELS} labels at most. Nothing was changed.`,
    );
  delete after.labels;
  return labels.length ? { ...after, labels } : after;
}

/** "RCT" and "rct" are one label: the one that is there stays as it is written. */
function united(labels: readonly string[], more: readonly string[]): string[] {
  const all = new Map<string, string>();
  for (const one of [...labels, ...more]) if (!all.has(nameKey(one))) all.set(nameKey(one), one);
  return [...all.values()].sort();
}

/** An entry with what only the other one has, beside the decision: its labels, note and priority. */
export function withMore(kept: ReviewPaper, other: ReviewPaper): ReviewPaper {
  const { note, priority } = other;
  const labels = united(kept.labels ?? [], other.labels ?? []).slice(0, MOST_LABELS);
  const notes = oneNote(kept.note ?? '', note ?? '');
  return {
    ...(priority && { priority }),
    ...kept,
    ...(notes && { note: notes }),
    ...(labels.length && { labels }),
  };
}

const FURTHER = Progress.options;

/** A decision, as opposed to none yet. */
export type Decided = Exclude<Eligibility, 'undecided'>;

/** Is the one paper included and the other one excluded? */
export const areOpposed = (a: ReviewPaper, b: ReviewPaper): boolean =>
  a.eligibility !== b.eligibility && a.eligibility !== 'undecided' && b.eligibility !== 'undecided';

type Decision = Pick<ReviewPaper, 'eligibility' | 'exclusionReason'>;

/** Of opposed decisions neither is dropped unasked: it is open again, with both in words. */
function oneDecision(
  kept: ReviewPaper,
  other: ReviewPaper,
  chosen: Decided | undefined,
): Decision & { words?: string } {
  const reason = (of: Decision) => of.exclusionReason && { exclusionReason: of.exclusionReason };
  if (areOpposed(kept, other)) {
    const excluded = kept.eligibility === 'excluded' ? kept : other;
    if (chosen)
      return { eligibility: chosen, ...(chosen === 'excluded' && { ...reason(excluded) }) };
    const { exclusionReason: why } = excluded;
    const words = `Merged of two entries: excluded${why ? ` (${why})` : ''} and included.`;
    return { eligibility: 'undecided', words };
  }
  const { eligibility } = kept.eligibility === 'undecided' ? other : kept;
  return { eligibility, ...reason(other), ...reason(kept) };
}

/**
 * The entries of two papers that are one work, as one: what was read of either, the labels and notes of both, and the decision
 * where there is one.
 * @param chosen between a paper that was included and one that was excluded
 */
export function oneEntry(kept: ReviewPaper, other: ReviewPaper, chosen?: Decided): ReviewPaper {
  const { words, ...decision } = oneDecision(kept, other, chosen);
  const further = ({ progress }: ReviewPaper) => FURTHER.indexOf(progress);
  const notAlike = [...new Set([...(kept.notAlike ?? []), ...(other.notAlike ?? [])])].filter(
    (id) => id !== kept.paperId && id !== other.paperId,
  );
  const { notAlike: _, exclusionReason: __, ...rest } = withMore(kept, other);
  const note = joinNotes(rest.note ?? '', words ? [words] : []).note;
  const { number } = other;
  return {
    ...(number !== undefined && { number }),
    ...rest,
    progress: further(other) > further(kept) ? other.progress : kept.progress,
    ...decision,
    ...(note && { note }),
    ...(notAlike.length && { notAlike: notAlike.slice(-MOST_NOT_ALIKE) }),
    addedAt: kept.addedAt < other.addedAt ? kept.addedAt : other.addedAt,
  };
}
