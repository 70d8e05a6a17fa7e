/**
 * How the number of records that a surface leaves out is reported. Imports types only: tagging mode, a script in pages,
 * uses it too.
 */
import type { Missing } from '@/lib/store';

/**
 * "1 damaged record is", "2 damaged records and 8 that wait for a repair are", "8 records that wait for a repair are": the
 * beginning of a sentence.
 */
export function missingAre({ damaged, waiting }: Missing): string {
  const said = [
    ...(damaged ? [damaged === 1 ? '1 damaged record' : `${damaged} damaged records`] : []),
    ...(waiting ? [waitingRecords(waiting, damaged > 0)] : []),
  ];
  return `${said.join(' and ')} ${damaged + waiting === 1 ? 'is' : 'are'}`;
}

function waitingRecords(count: number, isSecond: boolean): string {
  const noun = isSecond ? '' : count === 1 ? ' record' : ' records';
  return `${count}${noun} that ${count === 1 ? 'waits' : 'wait'} for a repair`;
}

/** What a surface says where the records are of a newer Bearing: it may need of each what this one does not know of. */
export const NEWER_RECORDS =
  'These records were written by a newer Bearing. This one shows and exports them, and saves nothing until it is updated.';
