/** What has changed since a moment of this store's history: for "only what is new since the last export". */
import { type Change, type Changed, papersOf } from '../../model';
import { db } from '../db';
import { wholeSteps } from './whole-steps';

/** A moment in the history of a store. Another store's moments mean nothing here. */
export interface Moment {
  /** The installation: its reader as a coder. */
  of: string;
  /** How many steps it had counted. */
  counter: number;
}

/** Now. Undefined before the first step. */
export async function momentNow(): Promise<Moment | undefined> {
  const here = await db.installation.get('here');
  return here && { of: here.coderId, counter: here.counter };
}

/**
 * Counted in steps and not in dates, because what another coder's backup brings in is new here whatever its dates. What was
 * brought in is in the changes of the step that brought it.
 * @returns undefined where history does not reach back that far, or is another store's
 */
export function changedSince({ of, counter }: Moment): Promise<Changed | undefined> {
  return db.transaction('r', [db.installation, db.steps, db.stepParts], async () => {
    const here = await db.installation.get('here');
    if (!here || here.coderId !== of || here.forgotten > counter || here.counter < counter)
      return undefined;
    const heads = await db.steps.where('counter').above(counter).toArray();
    const steps = await wholeSteps(heads);
    // Of a step with an unreadable part, what it changed is not known.
    if (steps.length < heads.length) return undefined;
    return changedBy(steps.flatMap(({ changes }) => changes));
  });
}

function changedBy(changes: readonly Change[]): Changed {
  const ids = (table: 'tags' | 'statements') =>
    new Set(
      changes.flatMap((change) =>
        change.table === table ? ((change.after ?? change.before)?.id ?? []) : [],
      ),
    );
  const entries = changes.filter(({ table }) => table === 'reviewPapers');
  return {
    ...{ papers: papersOf(changes), places: papersOf(entries) },
    ...{ tags: ids('tags'), statements: ids('statements') },
  };
}
