/** The reader of this installation as a coder, and the others whose tags are here. */
import type { Coder } from '../model';
import { commit, stored } from './commit';
import { db } from './db';
import { NotFound, StoreError } from './errors';

/** The reader; undefined before anything has been written here. Reads only: safe in a live query. */
export async function reader(): Promise<Coder | undefined> {
  const here = await db.installation.get('here');
  return here && (await db.coders.get(here.coderId));
}

export const allCoders = (): Promise<Coder[]> => db.coders.toArray();

/** What the reader is called; '' takes the name away. */
export async function nameReader(name: string): Promise<void> {
  await commit('rename-coder', async (step) => {
    const coder = await stored('coders', step.coderId);
    await step.put('coders', { ...coder, id: step.coderId, name });
  });
}

/** Records that two coders are one person: what `from` tagged counts as tagged by `to`. */
export async function joinCoders(from: string, to: string): Promise<{ eventId: string }> {
  return commit('join-coders', async (step) => {
    const [one, other] = [await stored('coders', from), await stored('coders', to)];
    if (!one || !other) throw new NotFound('coder');
    if (from === to || other.into)
      throw new StoreError('same-coder', 'These are one coder already. Nothing was changed.');
    await step.put('coders', { ...one, into: to });
    return { eventId: step.id };
  });
}
