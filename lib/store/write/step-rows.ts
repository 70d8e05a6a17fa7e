/**
 * How a step is kept: in one row of `steps`, or, where it changed very many records (an import, a review that was
 * deleted), as a head in `steps` and its changes in rows of their own. So to look through history for what can be undone
 * never reads a large step's changes, which takes seconds.
 * Readers of `steps` get heads; whoever needs the changes asks for the whole step (whole-steps.ts).
 */
import {
  changedKey,
  papersOf,
  type Step,
  type StepPart,
  type StepRow,
  slicesOf,
} from '../../model';

/** A step of more changes is large. 50 heads are read at once (steps.ts), which with this many changes each is fast enough. */
export const MOST_CHANGES_IN_HEAD = 100;
/** Changes in one row of a large step: about 300 kB. */
const CHANGES_IN_PART = 500;
const SIZES = { head: MOST_CHANGES_IN_HEAD, part: CHANGES_IN_PART };
/** More records than this and a step is history, but no longer found by each record that it changed. */
const MOST_TOUCHES = 500;

/**
 * A row of `steps` to whoever may not look at its changes: a large step's are elsewhere. `touches`: what it is found by,
 * the records that it changed, as "tags <id>".
 */
export type StepHead = Omit<StepRow, 'changes'>;

/** The rows that a step is kept in. */
export function rowsOfStep(step: Step, sizes = SIZES): { head: StepHead; parts: StepPart[] } {
  // A file's history may have fields of these names too.
  const { touches: _, parts: __, papers: ___, ...own } = step as StepRow;
  const { changes } = own;
  const few = changes.length <= MOST_TOUCHES && !step.local;
  const touches = few ? changes.map((c) => `${c.table} ${changedKey(c)}`) : [];
  if (changes.length <= sizes.head) {
    const row: StepRow = { ...own, touches };
    return { head: row, parts: [] };
  }
  const parts = slicesOf(changes, sizes.part).map(
    (some, part): StepPart => ({ step: step.id, part, changes: some }),
  );
  const row: StepRow = {
    ...{ ...own, changes: [], touches },
    ...{ parts: parts.length, papers: [...papersOf(changes)] },
  };
  return { head: row, parts };
}

/** The keys of the parts of these heads, in the order in which `joined` takes them. */
export const partsOf = (heads: readonly StepHead[]): [string, number][] =>
  heads.flatMap(({ id, parts = 0 }) =>
    Array.from({ length: parts }, (_, part): [string, number] => [id, part]),
  );

/** The whole steps of these heads, without those that have an unreadable part. */
export function joined(
  heads: readonly StepHead[],
  parts: readonly (StepPart | undefined)[],
): Step[] {
  let at = 0;
  return heads.flatMap((head) => {
    const { touches: _, parts: many, papers: __, ...step } = head as StepRow;
    if (many === undefined) return step;
    const own = parts.slice(at, at + many);
    at += many;
    const changes = own.flatMap((part) => part?.changes ?? []);
    return own.every((part) => part !== undefined) ? { ...step, changes } : [];
  });
}

export const isLarge = (head: StepHead): boolean => head.parts !== undefined;

/** The papers that a step is about, without a look at the changes of a large one. */
export function papersOfHead(head: StepHead): ReadonlySet<string> {
  return head.papers ? new Set(head.papers) : papersOf((head as StepRow).changes);
}
