/**
 * The one way in which the store is written: `commit` opens a transaction, hands a `StepWriter` to the command, and
 * closes the step with its history, the versions of what it changed, and what is worked out from it. When its promise
 * resolves, everything is on disk, and listeners have been notified of what changed (committed.ts); when it rejects, nothing
 * has changed.
 */
import { type Command, type Installation, newId, Problem } from '../model';
import { type Asked, noteWritten } from './committed';
import { db } from './db';
import { lastForgotten, type Recovered, recoverCoder, recoveryNote } from './merge/recover-coder';
import { type StepOptions, StepWriter } from './write/step-writer';
import { inOneTransaction } from './write/transaction';

export async function commit<T>(
  command: Command,
  work: (step: StepWriter) => Promise<T>,
  options: StepOptions & Asked = {},
): Promise<T> {
  return inOneTransaction(db.tables, async () => {
    refuseNewer();
    const here = await installation();
    if (here.counter < (options.seen ?? 0)) {
      here.counter = options.seen ?? 0;
      await db.installation.put(here);
    }
    const step = new StepWriter(command, here, options);
    const value = await work(step);
    noteWritten(await step.close(), step.touched, options.origin);
    return value;
  });
}

/** A newer Bearing may need of every record what this one does not know of. */
function refuseNewer(): void {
  if (db.isNewer)
    throw new Problem(
      'newer-database',
      'These records were written by a newer Bearing, so this one does not change them. Update Bearing, then try again.',
    );
}

/** This installation, made with its first step, or again where its record was lost. Call inside a transaction. */
async function installation(): Promise<Installation> {
  const known = await db.installation.get('here');
  if (known) return known;
  const counter = (await db.steps.orderBy('counter').last())?.counter ?? 0;
  const recovered = counter ? await recoverCoder() : null;
  const coderId = recovered?.coderId ?? newId();
  // Counting goes on from the last step, forgetting from the last that was forgotten.
  const here: Installation = { key: 'here', coderId, counter, forgotten: await lastForgotten() };
  await db.installation.add(here);
  if (counter) await noteRecovery(recovered);
  if (recovered) return here;
  const first = new StepWriter('begin-coder', here, {});
  await first.put('coders', { id: here.coderId, name: '' });
  noteWritten(await first.close(), ['installation'], undefined);
  return here;
}

/** Says beside the record that was set aside what became of the coder. */
async function noteRecovery(recovered: Recovered | null): Promise<void> {
  await db.quarantine
    .where('table')
    .equals('installation')
    .modify((row) => {
      const problems = Array.isArray(row.problems) ? row.problems : [];
      const note = recoveryNote(recovered, problems);
      if (note) row.problems = [...problems, note];
    });
}
