/** The door of exchange: what leaves, what comes in. Pure: records in, text out, and back. */
export { backupOf } from './backup-format';
export { type CodebookFormat, codebookFormats } from './codebook/formats';
export { readCodebookTable } from './codebook/table-in';
export { unguardCell } from './csv';
export { codebookFileName, fileName } from './file-name';
export { exporterById, exporters } from './formats';
export type { ReadFile } from './in/importer';
export { acceptedFiles, readFile } from './in/importers';
export { backupFile, writeBackup } from './out/backup-json';
export { type LedgerTable, ledgerTable, writeLedgerCsv } from './out/ledger-csv';
export { figureAsSvg } from './out/svg';
export { tableAsHtml, tableAsText } from './out/table';
export type { ExportData } from './types';
