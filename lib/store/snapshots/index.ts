/**
 * Snapshots of everything, in a database of their own: what damages the records does not reach them. Each is a backup file,
 * packed. They are in this browser too, so they do not replace a backup: removing Bearing removes them.
 */
import { Dexie, type Table } from 'dexie';
import { kept } from './rotation';

/** What a list shows of one. */
export interface SnapshotHead {
  /** When it was taken, milliseconds. */
  at: number;
  /** How many tags it holds. */
  tags: number;
  /** Of the packed file. */
  bytes: number;
}

interface Snapshot extends SnapshotHead {
  /** A backup file, gzip. */
  file: Blob;
}

/** A folder of the reader's that gets a copy: its handle lives in no other storage. */
interface Folder {
  key: 'folder';
  handle: FileSystemDirectoryHandle;
}

class SnapshotDatabase extends Dexie {
  heads!: Table<SnapshotHead, number>;
  files!: Table<Pick<Snapshot, 'at' | 'file'>, number>;
  folders!: Table<Folder, string>;

  constructor() {
    super('bearing-snapshots');
    this.version(1).stores({ heads: 'at', files: 'at', folders: 'key' });
  }
}

/** The one database of snapshots of this context. */
export const snapshotDb = new SnapshotDatabase();

/** The newest first. Safe in a live query. */
export const listSnapshots = (): Promise<SnapshotHead[]> =>
  snapshotDb.heads.orderBy('at').reverse().toArray();

/** Keeps one more, and deletes those that `rotation.ts` no longer keeps. */
export async function keepSnapshot({ file, ...head }: Snapshot): Promise<void> {
  await snapshotDb.transaction('rw', snapshotDb.heads, snapshotDb.files, async () => {
    await snapshotDb.files.put({ at: head.at, file });
    await snapshotDb.heads.put(head);
    const moments = (await snapshotDb.heads.toCollection().primaryKeys()).map(Number);
    const stay = kept(moments, head.at);
    const gone = moments.filter((at) => !stay.has(at));
    await snapshotDb.files.bulkDelete(gone);
    await snapshotDb.heads.bulkDelete(gone);
  });
}

/** Its backup file, gzip; undefined where it is gone. */
export const snapshotFile = async (at: number): Promise<Blob | undefined> =>
  (await snapshotDb.files.get(at))?.file;

/** Safe in a live query. */
export const chosenFolder = async (): Promise<FileSystemDirectoryHandle | undefined> =>
  (await snapshotDb.folders.get('folder'))?.handle;

/** @param handle null to copy into none any more */
export async function chooseFolder(handle: FileSystemDirectoryHandle | null): Promise<void> {
  if (handle) await snapshotDb.folders.put({ key: 'folder', handle });
  else await snapshotDb.folders.delete('folder');
}
