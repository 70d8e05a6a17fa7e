/**
 * A history without what other coders did to their tags, for a place that does not show these tags: two can code apart.
 */
import type { Change } from '@/lib/model';
import type { History, PastStep } from '@/lib/store';

/** The same history, and how many changes are left out of it. */
export function withoutOthers(history: History): { history: History; leftOut: number } {
  const { coders, own } = history;
  const isOthers = (coderId: string) => !coders.areOne(coderId, own);
  let leftOut = 0;
  const steps = history.steps.flatMap((past): PastStep[] => {
    const changes = past.changes.filter((change) => !isOfOthers(change, past, isOthers));
    leftOut += past.changes.length - changes.length;
    return changes.length ? [{ ...past, changes }] : [];
  });
  return { history: { ...history, steps }, leftOut };
}

/** An opinion of another coder: a tag, what was looked for and not found, a changed passage that still holds. */
function isOfOthers(
  change: Change,
  { step }: PastStep,
  isOthers: (coderId: string) => boolean,
): boolean {
  if (change.table === 'statements') return isOthers(step.coderId);
  if (change.table !== 'tags' && change.table !== 'assessments') return false;
  return [change.before, change.after].every((side) => !side || isOthers(side.coderId));
}
