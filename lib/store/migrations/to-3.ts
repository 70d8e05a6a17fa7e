/**
 * Version 2 to 3: progress and eligibility of a paper are two fields, in the reading lists and in what history and
 * versions hold of them, so that what was done before can still be taken back.
 */
import type { Transaction } from 'dexie';
import { upgradePlaces } from '../../model';

export async function toVersion3(tx: Transaction): Promise<void> {
  for (const table of ['reviewPapers', 'steps', 'stamps'])
    await tx
      .table(table)
      .toCollection()
      .modify((row, ref) => {
        ref.value = upgradePlaces(table, row);
      });
}
