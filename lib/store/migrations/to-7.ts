/** Version 6 to 7: a large step is kept as a head and the rows of its changes (step-rows.ts). */
import type { Transaction } from 'dexie';
import type { Step } from '../../model';
import { ROW_CHECKS } from '../sweep/row-checks';
import { rowsOfStep } from '../write/step-rows';

export async function toVersion7(tx: Transaction): Promise<void> {
  const steps = tx.table('steps');
  // One at a time: all large steps together may be more than fits in memory.
  for (const id of await steps.toCollection().primaryKeys()) {
    const row: unknown = await steps.get(id);
    // What cannot be read stays as it is; it is set aside once the database is open.
    if (!ROW_CHECKS.steps(row).ok) continue;
    const { head, parts } = rowsOfStep(row as Step);
    if (!parts.length) continue;
    await tx.table('stepParts').bulkPut(parts);
    await steps.put(head);
  }
}
