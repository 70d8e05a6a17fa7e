/** A copy of everything in a folder that the reader picked, written while the workspace is open. */
import { backupFile, backupOf, writeBackup } from '@/lib/exchange';
import { contents, noteBackup } from '@/lib/store';
import { appName } from '../exchange/app-name';

/** One file, which each copy replaces: a folder that a cloud service keeps has its own history. */
const NAME = `bearing-backup.${backupFile.extension}`;

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

/** The copy takes the place of the last one when all of it is written, and not before. */
export async function copyTo(folder: FileSystemDirectoryHandle): Promise<void> {
  const all = await contents();
  const file = await folder.getFileHandle(NAME, { create: true });
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
