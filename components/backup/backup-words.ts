/** What is in no backup, in words. */
import type { BackupState, SnapshotHead } from '@/lib/store';
import { MOST_COUNTED } from '@/lib/store';
import { counted, figure } from '../text/count';
import { dayInWords } from '../text/when';

/** "240 changes since 12 Nov 2026 are in this browser only." */
export function notInBackup({ changes, since = '' }: BackupState): string {
  const many =
    changes < MOST_COUNTED ? counted(changes, 'change') : `${figure(changes)} or more changes`;
  return `${many} since ${dayInWords(new Date(since))} ${changes === 1 ? 'is' : 'are'} in this browser only.`;
}

const KB = 1_000;
const MB = 1_000_000;

/** "4,600 tags, 1.2 MB" */
export function snapshotInWords({ tags, bytes }: SnapshotHead): string {
  const size = bytes < MB ? `${figure(Math.ceil(bytes / KB))} kB` : `${(bytes / MB).toFixed(1)} MB`;
  return `${counted(tags, 'tag')}, ${size}`;
}
