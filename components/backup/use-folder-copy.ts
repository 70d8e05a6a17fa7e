/** Keeps the copy in the reader's folder up to date while the workspace is open. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import { backupState, chooseFolder, chosenFolder } from '@/lib/store';
import { copyTo, mayWrite, pickFolder } from './folder-copy';

/** A copy follows the last change after so long: a reader who tags does so every few seconds. */
const AFTER_MS = 10_000;

export interface FolderCopy {
  /** Its name; undefined where none is chosen. */
  name: string | undefined;
  /** The browser wants to be asked again before anything is written. */
  asks: boolean;
  /** Why the last copy was not written. */
  problem: string;
  choose: () => Promise<void>;
  allow: () => Promise<void>;
  end: () => Promise<void>;
}

export function useFolderCopy(): FolderCopy {
  const folder = useLiveQuery(chosenFolder, []);
  const changes = useLiveQuery(async () => (await backupState()).changes, []) ?? 0;
  const [may, setMay] = useState<boolean>();
  const [problem, setProblem] = useState('');

  useEffect(() => {
    setMay(undefined);
    if (folder) void mayWrite(folder).then(setMay);
  }, [folder]);

  const write = useCallback(async (into: FileSystemDirectoryHandle) => {
    try {
      await copyTo(into);
      setProblem('');
    } catch (error) {
      setProblem(
        `The copy could not be written into “${into.name}”: ${(error as Error).message}. Your records are unchanged.`,
      );
    }
  }, []);

  useEffect(() => {
    if (!folder || !may || !changes) return;
    const timer = setTimeout(() => void write(folder), AFTER_MS);
    return () => clearTimeout(timer);
  }, [folder, may, changes, write]);

  return {
    name: folder?.name,
    asks: folder !== undefined && may === false,
    problem,
    choose: async () => {
      const picked = await pickFolder();
      if (!picked) return;
      await chooseFolder(picked);
      await write(picked);
    },
    allow: async () => {
      if (!folder || !(await mayWrite(folder, true))) return;
      setMay(true);
      await write(folder);
    },
    end: () => chooseFolder(null),
  };
}
