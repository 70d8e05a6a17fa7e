/** The door of exchange: what leaves, what comes in. Pure: records in, text out, and back. */
export { unguardCell } from './csv';
export { exporterById, exporters, fileName } from './formats';
export { type FileState, readBackup } from './in/backup-json';
export { backupFile, writeBackup } from './out/backup-json';
export type { ExportData } from './types';
