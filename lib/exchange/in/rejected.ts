/** What is handed back of a record that is not taken. */

import type { RejectedRecord } from './importer';
import { isObject } from './json-value';
import { depthOf } from './safe-json';

/** Our own records are no deeper than about 8; a quarantined one may hold one of them. */
export const MAX_DEPTH = 40;

export function reject(
  table: string,
  index: number,
  record: unknown,
  problems: string[],
): RejectedRecord {
  const id =
    isObject(record) && typeof record.id === 'string' ? record.id.slice(0, 200) : undefined;
  // Deeper than this it could neither be stored nor written again; so much is said instead.
  const kept =
    depthOf(record, MAX_DEPTH) > MAX_DEPTH ? 'not kept: nested too deeply to be stored' : record;
  return { table, index, ...(id === undefined ? {} : { id }), problems, record: kept };
}
