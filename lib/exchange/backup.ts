/** Backups alone: the background and the workspace's first script write them, and need none of the other formats. */
export { backupOf } from './backup-format';
export { backupFile, writeBackup } from './out/backup-json';
