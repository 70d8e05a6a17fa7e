/** What records are called by the table that they are of. */
import { KIND_NAMES, KINDS } from '@/lib/model';
import { counted } from '../text/count';

/** One record, and several, of a table that is not one of ours. */
const OTHERS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  steps: ['history entry', 'history entries'],
  stepParts: ['part of a history entry', 'parts of history entries'],
  // As the first version of the database called them.
  history: ['history entry', 'history entries'],
  stamps: ['version of a record', 'versions of records'],
  installation: ['installation record', 'installation records'],
};

/** What one record of a table is called, and several: a table that is not ours (a file may name any) is named as it is. */
function wordsOf(table: string): readonly [one: string, many: string] {
  const kind = KIND_NAMES.find((name) => name === table);
  if (kind) return [KINDS[kind].noun, KINDS[kind].nouns];
  return Object.hasOwn(OTHERS, table) ? (OTHERS[table] ?? [table, table]) : [table, table];
}

/** "tag": what one record of the table is called. */
export const kindOf = (table: string): string => wordsOf(table)[0];

/** "1 paper, 2 tags". */
export function countsInWords(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([table, n]) => counted(n, ...wordsOf(table)))
    .join(', ');
}
