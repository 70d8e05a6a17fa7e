/** What the import control does: a file is read into records first, and then brought into the store. */
import { readBackup } from '@/lib/exchange';
import type { Backup, QuarantinedRecord } from '@/lib/model';
import { type ImportSummary, type RestoreOptions, reader, restore, StoreError } from '@/lib/store';

export interface OpenedBackup {
  backup: Backup;
  rejected: QuarantinedRecord[];
  /** The file has tags, and was written by a coder other than the reader, or by one that it does not identify. */
  asksWhose: boolean;
}

/** @throws StoreError with a sentence where the text is not a backup; then nothing has changed. */
export async function openBackup(text: string): Promise<OpenedBackup> {
  const read = readBackup(text);
  if (!read.ok) throw new StoreError('not-a-backup', read.problem);
  const { backup, rejected } = read;
  const me = await reader();
  const asksWhose = backup.coderId !== undefined && backup.coderId !== me?.id;
  return { backup, rejected, asksWhose: asksWhose && backup.tags.length > 0 };
}

export const importBackup = (
  { backup, rejected }: OpenedBackup,
  options: RestoreOptions,
): Promise<ImportSummary> => restore(backup, rejected, options);
