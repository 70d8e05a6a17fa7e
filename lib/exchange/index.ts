/** The door of exchange: what leaves, what comes in. Pure: records in, text out, and back. */
export { backupFile, backupOf, writeBackup } from './backup';
export { CARRIED, type Carried, notInIt } from './carried';
export { type CodebookFormat, codebookFormats } from './codebook/formats';
export { readCodebookTable } from './codebook/table-in';
export { unguardCell } from './csv';
export { codebookFileName, fileName } from './file-name';
export { exporterById, exporters, hasParts } from './formats';
export { contentOfFile } from './in/file-bytes';
export type {
  OnChecked,
  ReadCodingFile,
  ReadFile,
  Reading,
  ReadReferenceFile,
  ReadTableFile,
} from './in/importer';
export { acceptedFiles, importableFiles, readFile } from './in/importers';
export { readPastedIds } from './in/reference-files';
export { readMapped } from './in/table';
export {
  lackOf,
  mappingKey,
  ROLES,
  ROLES_OF,
  type Role,
  type TableMapping,
  type TableUse,
} from './in/table/columns';
export { type LedgerTable, ledgerTable, writeLedgerCsv } from './out/ledger-csv';
export { figureAsSvg } from './out/svg';
export { tableAsHtml, tableAsText } from './out/table';
export { NOTICE_WORD } from './own-words';
export { SEPARATORS, type Separator } from './separators';
export type { ExportData, ExportOptions } from './types';
