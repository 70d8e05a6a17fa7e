/** A copy of everything in a folder that the reader picked, written while the workspace is open. */
import { backupFile, backupOf, writeBackup } from '@/lib/exchange/backup';
import type { StoreContents } from '@/lib/model';
import { contents, noteBackup } from '@/lib/store';
import { appName } from '../exchange/app-name';

/** The file of this store in a folder: the first one; where that is another's, the second, and so on. */
const nameOf = (n: number) => `bearing-backup${n > 1 ? `-${n}` : ''}.${backupFile.extension}`;
/** Nobody copies more stores into one folder. */
const MOST_FILES = 50;
/** As much of a backup as shows whose it is. */
const HEAD_BYTES = 4_096;

/** What browsers without folders lack: Firefox and Safari today. */
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
interface Permitted extends FileSystemDirectoryHandle {
  queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
}

const picker = (): Picker | undefined =>
  (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker;

export const canPickFolder = (): boolean => picker() !== undefined;

/** Undefined where the reader picked none. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await picker()?.({ id: 'bearing-backup', mode: 'readwrite' });
  } catch (error) {
    if ((error as Error).name === 'AbortError') return undefined;
    throw error;
  }
}

/** After a restart of the browser the reader is asked again; only a click may ask. */
export async function mayWrite(folder: Permitted, ask = false): Promise<boolean> {
  const how = { mode: 'readwrite' } as const;
  const state = ask ? await folder.requestPermission?.(how) : await folder.queryPermission?.(how);
  return state === undefined || state === 'granted';
}

/** Two tabs that wrote at once could leave the older content. */
const LOCK = 'bearing-folder-copy';

/** The copy takes the place of this store's last one when all of it is written, and not before. */
export const copyTo = (folder: FileSystemDirectoryHandle): Promise<void> =>
  navigator.locks.request(LOCK, () => writeCopy(folder));

async function writeCopy(folder: FileSystemDirectoryHandle): Promise<void> {
  const all = await contents();
  const file = await fileFor(all, folder);
  const stream = await file.createWritable();
  try {
    await stream.write(writeBackup(backupOf(all, appName())));
  } catch (error) {
    await stream.abort();
    throw error;
  }
  await stream.close();
  await noteBackup(all.counter);
}

/**
 * A file that another store wrote, or this one when it held more (its records were lost since, and here is a new beginning),
 * is never replaced: it may be the only copy.
 */
async function fileFor(
  { coderId, counter }: Pick<StoreContents, 'coderId' | 'counter'>,
  folder: FileSystemDirectoryHandle,
): Promise<FileSystemFileHandle> {
  for (let n = 1; n <= MOST_FILES; n += 1) {
    const name = nameOf(n);
    const there = await folder.getFileHandle(name).catch((error: Error) => {
      if (error.name === 'NotFoundError') return null;
      throw error;
    });
    if (!there) return folder.getFileHandle(name, { create: true });
    const head = await (await there.getFile()).slice(0, HEAD_BYTES).text();
    const theirs = /"coderId": "([^"]+)"/.exec(head)?.[1];
    const at = Number(/"counter": (\d+)/.exec(head)?.[1] ?? Number.POSITIVE_INFINITY);
    // An empty file is one that was made and not written.
    if (head === '' || (theirs === coderId && at <= counter)) return there;
  }
  throw new Error('it has too many backups of other browsers');
}
