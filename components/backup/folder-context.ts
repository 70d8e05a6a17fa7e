/** The workspace's one copy into a folder, for the room that shows it: two would write at once. */
import { createContext, useContext } from 'react';
import type { FolderCopy } from './use-folder-copy';

export const FolderContext = createContext<FolderCopy | null>(null);

export const useFolder = (): FolderCopy | null => useContext(FolderContext);
