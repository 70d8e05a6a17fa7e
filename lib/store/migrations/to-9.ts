/** Version 8 to 9: papers are found by their titles as two prints agree. In the upgrade's own transaction. */
import type { Transaction } from 'dexie';
import type { Paper } from '../../model';
import { titleKeysOf } from '../write/title-key';

export async function toVersion9(tx: Transaction): Promise<void> {
  const papers = (await tx.table('papers').toArray()) as Paper[];
  await tx.table('titleKeys').bulkPut(titleKeysOf(papers));
}
