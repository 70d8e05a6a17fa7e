/** History as the reader meets it: the last step to take back or do again, and how it is forgotten. */
import { CoderIndex, type Command, type Step, type StepRow } from '../model';
import { commit } from './commit';
import { db } from './db';
import { NotFound } from './errors';
import { papersOfHead, type StepHead } from './write/step-rows';
import { sameContent } from './write/transaction';

/** Steps that "undo" skips. What merging itself notes is undone from the import's report. */
const NOT_A_DEED: ReadonlySet<string> = new Set(['begin-coder', 'set-aside', 'forget-history']);

/** Steps read at a time. */
const SLICE = 50;

export interface Scope {
  /** Only steps that are about one of these papers. */
  paperIds?: readonly string[];
  /** Only steps on tags. */
  onTags?: boolean;
}

const ON_TAGS: ReadonlySet<Command> = new Set([
  'save-tag',
  'change-tag',
  'change-tags',
  'move-tag',
  'delete-tags',
]);

/** Did the reader save, change, move or delete tags, or take such a step back or do it again? */
export async function isOnTags(step: Rooted): Promise<boolean> {
  return ON_TAGS.has((await rootOf(step)).command);
}

/** A step for `undo`, and what the reader did with it, or with the step that it has taken back or done again. */
export interface Undoable {
  step: StepHead;
  command: Command;
}

/** What the reader can take back now, and what can be done again: taken back last, with nothing done since. */
export interface Undoables {
  undo?: Undoable;
  redo?: Undoable;
}

/**
 * Over reloads, restarts and surfaces. Flat, with nothing but the database awaited: in a live query the database
 * library loses track of what nested asynchronous functions read, and with it of what other queries have read.
 */
export async function whatCanBeUndone(scope: Scope = {}): Promise<Undoables> {
  const here = await db.installation.get('here');
  if (!here) return {};
  const coders = new CoderIndex(await db.coders.toArray());
  const walk = new WalkBack((id) => coders.areOne(id, here.coderId), scope);
  for (let seen = 0; ; seen += SLICE) {
    const slice = await db.steps
      .where('counter')
      .aboveOrEqual(1)
      .reverse()
      .offset(seen)
      .limit(SLICE)
      .toArray();
    for (const step of slice) walk.meet(step);
    if (walk.settled || slice.length < SLICE) return walk.found;
  }
}

/** The reader's last step that still holds, or undefined. `undo` of the id that is given takes it back. */
export async function lastStep(scope: Scope = {}): Promise<StepHead | undefined> {
  return (await whatCanBeUndone(scope)).undo?.step;
}

/** The step that was taken back last, with nothing done since: `undo` of its undoing does it again. */
export async function lastUndone(scope: Scope = {}): Promise<StepHead | undefined> {
  return (await whatCanBeUndone(scope)).redo?.step;
}

function isAbout(step: StepHead, paperIds: readonly string[]): boolean {
  const about = papersOfHead(step);
  return paperIds.some((id) => about.has(id));
}

/**
 * It changed no more than moments, as what else it did was brought over to another form and cannot be taken back; or only
 * what is written on the way to something, such as the first review, which would be there again at once.
 */
function isEmpty(head: StepHead): boolean {
  // A large step's changes are elsewhere; it is not empty.
  const { changes } = head as StepRow;
  return (
    changes.length > 0 &&
    changes.every(({ before, after, aside }) => aside || sameContent(before, after))
  );
}

/** Meets steps from the last to the first: what takes a step back is met before that step. */
class WalkBack {
  readonly found: Undoables = {};
  private readonly takenBackBy = new Map<string, StepHead>();
  /** Undoings of steps that have not been met, newest first. */
  private readonly open = new Map<string, StepHead>();
  /** The last deed that holds: what was taken back before it cannot be done again. */
  private lastDeed: StepHead | undefined;

  constructor(
    private readonly isReader: (coderId: string) => boolean,
    private readonly scope: Scope,
  ) {}

  /** Nothing older can change what was found. */
  get settled(): boolean {
    const { lastDeed } = this;
    if (!lastDeed) return false;
    return [...this.open.values()].every(({ counter }) => counter < lastDeed.counter);
  }

  meet(step: StepHead): void {
    this.open.delete(step.id);
    if (step.undoes) {
      if (this.takenBackBy.has(step.undoes)) return;
      this.takenBackBy.set(step.undoes, step);
      this.open.set(step.undoes, step);
    } else if (this.isDeed(step)) this.meetDeed(step);
  }

  /** A step with which the reader went on as another coder is of both. */
  private isOwn({ coderId, reader }: StepHead): boolean {
    return this.isReader(coderId) || (reader !== undefined && this.isReader(reader.before));
  }

  private isDeed(step: StepHead): boolean {
    const { paperIds, onTags } = this.scope;
    if (!this.isOwn(step) || NOT_A_DEED.has(step.command)) return false;
    if (paperIds && !isAbout(step, paperIds)) return false;
    if (isEmpty(step)) return false;
    return !onTags || ON_TAGS.has(step.command);
  }

  private meetDeed(deed: StepHead): void {
    const { command } = deed;
    let step = deed;
    let holds = true;
    for (let next = this.takenBackBy.get(step.id); next; next = this.takenBackBy.get(step.id)) {
      step = next;
      holds = !holds;
    }
    if (holds) {
      this.lastDeed ??= deed;
      this.found.undo ??= { step, command };
    } else if (this.isOwn(step) && this.isLatest(step)) this.found.redo = { step, command };
  }

  private isLatest({ counter }: StepHead): boolean {
    const { redo } = this.found;
    return counter > (redo?.step.counter ?? 0) && counter > (this.lastDeed?.counter ?? 0);
  }
}

type Rooted = Pick<Step, 'command' | 'undoes'>;

async function rootOf(step: Rooted): Promise<Rooted> {
  let root = step;
  while (root.undoes) {
    const before = await db.steps.get(root.undoes);
    if (!before) return root;
    root = before;
  }
  return root;
}

/**
 * What is forgotten with all that was done before a moment: the steps up to the last one, in the order of history, that
 * its own clock dates before it. Steps are forgotten in that order, and clocks differ: one that was ahead must not keep
 * what was done after it.
 */
export async function historyBefore(
  moment: string,
): Promise<{ steps: number; last: StepHead | undefined }> {
  const history = db.steps.where('counter').aboveOrEqual(1);
  // From the end, and read no further than to the one that is found.
  const last = await history
    .reverse()
    .filter((step) => canBeForgotten(step) && step.at < moment)
    .first();
  const steps = last
    ? await db.steps.where('counter').between(1, last.counter, true, true).count()
    : 0;
  return { steps, last };
}

/**
 * How many of the steps up to that one are dated at the moment or later: another coder's history was merged between
 * them, or a clock was wrong. They go with the others. Reads each of them: for when the reader is about to decide.
 */
export async function datedLater(moment: string, last: StepHead): Promise<number> {
  return db.steps
    .where('counter')
    .between(1, last.counter, true, true)
    .filter(({ at }) => at >= moment)
    .count();
}

/** That something was forgotten is known as long as there is history. */
const canBeForgotten = ({ forgets, command }: StepHead): boolean =>
  forgets === undefined && command !== 'forget-history';

/**
 * Forgets history up to and including a step, for good: the notes in it are gone from this store, and from every
 * store that this one is merged with. What is there now stays as it is.
 */
export async function forgetHistory(stepId: string): Promise<void> {
  const last = await db.steps.get(stepId);
  if (!last) throw new NotFound('step');
  await commit('forget-history', (step) => step.forget(last.counter), { forgets: last.counter });
}
