/** What brings a file in: one entry of the table in importers.ts for each format, and what reading with it gives. */
import type {
  BrokenReference,
  CodedPassage,
  LibraryReference,
  QuarantinedRecord,
  StoreContents,
} from '../../model';
import type { FileText } from './file-text';
import type { TableMapping } from './table/columns';
import type { Table } from './table/table';

/** A record of the file that was not taken: `index` is its place in its table. */
export interface RejectedRecord extends QuarantinedRecord {
  index: number;
}

/** Is the file as it was written? As its checksums tell. */
export interface FileState {
  /** A file of format 1 has none, and they may have been taken out by hand: then nothing is known. */
  hasSums: boolean;
  /** It is no longer valid JSON, and was read line by line. */
  isBroken: boolean;
  /** Records, the fields before the tables included, that are not as they were written. */
  altered: number;
  /** Records that were written and are not there. */
  missing: number;
}

/** A file of Bearing's records, which are merged with those of the store. */
export interface ReadFile {
  ok: true;
  kind: 'records';
  /** Only records that pass their schema and refer only to records among them. */
  records: StoreContents;
  /** All other records of the file, each with what is wrong with it. */
  rejected: RejectedRecord[];
  state: FileState;
  /** When, and by what; both empty for files that do not name it. */
  written: { at: string; app: string };
}

/** A file of references, which come onto a review's reading list. */
export interface ReadReferenceFile {
  ok: true;
  kind: 'references';
  /** Only those whose facts can be stored and that name a work. */
  references: LibraryReference[];
  /** All others, in the order of their lines. */
  broken: BrokenReference[];
  /** What its reader should know before it comes in, as a sentence. */
  remark?: string;
}

/** Coding made elsewhere, which becomes tags of a review. */
export interface ReadCodingFile {
  ok: true;
  kind: 'coding';
  /** What the coding is called: the file's or project's name. */
  name: string;
  references: LibraryReference[];
  passages: CodedPassage[];
  isLibrary?: boolean;
  broken: BrokenReference[];
}

/** A table of another program: the reader names what its columns hold. */
export interface ReadTableFile {
  ok: true;
  kind: 'table';
  name: string;
  table: Table;
  guess: TableMapping;
  /** Of a workbook with several sheets: their names, and what another one of them is. */
  sheets?: { names: readonly string[]; read(name: string): Reading };
}

/** `problem` is the sentence to show; nothing of the file may be imported. */
export type Reading =
  | ReadFile
  | ReadReferenceFile
  | ReadCodingFile
  | ReadTableFile
  | { ok: false; problem: string };

/** Called with how many of the file's records have been checked. */
export type OnChecked = (done: number, total: number) => void;

/** A format that can be brought in. */
export interface Importer {
  id: string;
  /** What such files are called in a sentence, in the plural. */
  label: string;
  /** Without the dot. */
  extensions: readonly string[];
  mime: string;
  /** Is the file of this format, damaged or not? At most one importer says yes to a file. */
  sniff(file: FileText): boolean;
  /** Reads a file that `sniff` has recognised. Never throws, whatever is in the file. */
  read(file: FileText, onChecked: OnChecked): Reading;
}
