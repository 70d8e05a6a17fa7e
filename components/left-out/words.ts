/**
 * How the number of records that a surface leaves out is reported. Imports types and words only: tagging mode, a script in
 * pages, uses it too.
 */

import type { Missing } from '@/lib/model';
import { counted, figure } from '../text/count';

/**
 * "1 damaged record is", "2 damaged records and 8 that wait for a repair are", "8 records that wait for a repair are": the
 * beginning of a sentence.
 */
export function missingAre({ damaged, waiting }: Missing): string {
  const said = [
    ...(damaged ? [counted(damaged, 'damaged record')] : []),
    ...(waiting ? [waitingRecords(waiting, damaged > 0)] : []),
  ];
  return `${said.join(' and ')} ${damaged + waiting === 1 ? 'is' : 'are'}`;
}

function waitingRecords(count: number, isSecond: boolean): string {
  const records = isSecond ? figure(count) : counted(count, 'record');
  return `${records} that ${count === 1 ? 'waits' : 'wait'} for a repair`;
}

/** What a surface says where the records are of a newer Bearing: it may need of each what this one does not know of. */
export const NEWER_RECORDS =
  'These records were written by a newer Bearing. This one shows and exports them, and saves nothing until it is updated.';
