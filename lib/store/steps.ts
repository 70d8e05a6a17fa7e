/** History as the reader meets it: the last step to take back or do again, and what became of a record. */
import { type Command, papersOf, type Step } from '../model';
import { commit } from './commit';
import { db, type StoredStep } from './db';
import { NotFound } from './errors';

/** Steps that "undo" skips. What merging itself notes is undone from the import's report. */
const NOT_A_DEED: ReadonlySet<string> = new Set(['begin-coder', 'set-aside', 'forget-history']);

/** Steps read at a time. */
const SLICE = 50;

export interface Scope {
  /** Only steps that are about this paper. */
  paperId?: string;
  /** Only steps on tags. */
  onTags?: boolean;
}

const ON_TAGS: ReadonlySet<Command> = new Set([
  'save-tag',
  'change-tag',
  'move-tag',
  'delete-tags',
]);

/** Did the reader save, change, move or delete tags, or take such a step back or do it again? */
export async function isOnTags(step: Step): Promise<boolean> {
  return ON_TAGS.has((await rootOf(step)).command);
}

/** The reader's last step that still holds, or undefined. `undo` of the id that is given takes it back. */
export async function lastStep(scope: Scope = {}): Promise<Step | undefined> {
  return walkBack(scope, async (step) => {
    if (step.undoes) return undefined;
    const tip = await tipOf(step);
    return tip.holds ? tip.step : undefined;
  });
}

/** The step that was taken back last, with nothing done since: `undo` of its undoing does it again. */
export async function lastUndone(scope: Scope = {}): Promise<Step | undefined> {
  let done = false;
  return walkBack(scope, async (step) => {
    if (done) return undefined;
    if (step.undoes) {
      const root = await rootOf(step);
      const tip = await tipOf(root);
      return !tip.holds && tip.step.id === step.id ? step : undefined;
    }
    // A later deed that still holds ends what can be done again.
    if ((await tipOf(step)).holds) done = true;
    return undefined;
  });
}

/** Walks this reader's steps from the last to the first until one is found. */
async function walkBack(
  { paperId, onTags }: Scope,
  find: (step: StoredStep) => Promise<Step | undefined>,
): Promise<Step | undefined> {
  const here = await db.installation.get('here');
  if (!here) return undefined;
  for (let seen = 0; ; seen += SLICE) {
    const slice = await db.steps
      .where('counter')
      .aboveOrEqual(1)
      .reverse()
      .offset(seen)
      .limit(SLICE)
      .toArray();
    for (const step of slice) {
      if (step.coderId !== here.coderId || NOT_A_DEED.has(step.command)) continue;
      if (paperId && !papersOf(step).has(paperId)) continue;
      if (onTags && !(await isOnTags(step))) continue;
      const found = await find(step);
      if (found) return found;
    }
    if (slice.length < SLICE) return undefined;
  }
}

/** The last of a step's undoings and redoings, and whether the step holds after it. */
async function tipOf(step: Step): Promise<{ step: Step; holds: boolean }> {
  let tip = step;
  let holds = true;
  for (;;) {
    const next = await db.steps.where('undoes').equals(tip.id).last();
    if (!next) return { step: tip, holds };
    tip = next;
    holds = !holds;
  }
}

async function rootOf(step: Step): Promise<Step> {
  let root = step;
  while (root.undoes) {
    const before = await db.steps.get(root.undoes);
    if (!before) return root;
    root = before;
  }
  return root;
}

/** What was done to a record, first to last; for a paper also to its statements, tags and lists. */
export async function historyOf(kind: 'tags' | 'papers', id: string): Promise<Step[]> {
  const steps =
    kind === 'tags'
      ? await db.steps.where('touches').equals(`tags ${id}`).toArray()
      : (await db.steps.toArray()).filter((step) => papersOf(step).has(id));
  return steps.sort((a, b) => a.counter - b.counter || (a.at < b.at ? -1 : 1));
}

/**
 * Forgets history up to and including a step, for good: the notes in it are gone from this store, and from every
 * store that this one is merged with. What is there now stays as it is.
 */
export async function forgetHistory(stepId: string): Promise<void> {
  const last = await db.steps.get(stepId);
  if (!last) throw new NotFound('step');
  await commit('forget-history', (step) => step.forget(last.counter), { forgets: last.counter });
}
