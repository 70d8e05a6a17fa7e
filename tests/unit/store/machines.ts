/** Whole databases, each as one installation has it: put away, and gone back to. */
import { db } from '../../../lib/store/db';
import { emptyStore } from './support';

/** A whole database, as one installation has it. */
export type Machine = readonly (readonly [table: string, rows: unknown[]])[];

/** The database as it is now. */
export const packUp = async (): Promise<Machine> =>
  Promise.all(db.tables.map(async (t) => [t.name, await t.toArray()] as const));

/** From now on the database is this one, and nothing else. */
export async function goTo(machine: Machine): Promise<void> {
  await emptyStore();
  for (const [name, rows] of machine) await db.table(name).bulkAdd(rows as never[]);
}

/**
 * What `make` leaves in an empty store, with its answer: made when it is first asked for, and the same rows from then
 * on, for tests that begin with something that is slow to make.
 */
export function madeOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let made: { machine: Machine; answer: T } | undefined;
  return async () => {
    if (made) await goTo(made.machine);
    else {
      await emptyStore();
      const answer = await make();
      made = { answer, machine: await packUp() };
    }
    return made.answer;
  };
}
