/** What the page and the worker that imports files and takes large steps back send each other. Both are ours, of one build. */
import type { ReadFile, TableMapping } from '@/lib/exchange';
import type {
  BrokenReference,
  QuarantinedRecord,
  ReferenceFate,
  Stance,
  StoreChange,
} from '@/lib/model';
import type {
  CodingReport,
  ImportReport,
  ImportSummary,
  PassageFate,
  PassageLine,
  ReferenceLine,
} from '@/lib/store';

export type Stage = 'reading' | 'checking' | 'comparing' | 'writing' | 'taking-back';

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  reading: 'Reading the file',
  checking: 'Checking its records',
  comparing: 'Comparing with what is here',
  writing: 'Bringing in',
  'taking-back': 'Taking the import back',
};

export interface Progress {
  stage: Stage;
  /** How much of the stage is done; unknown where `total` is 0. */
  done: number;
  total: number;
}

/** What was set aside may be thousands of records: the first of them, and their number. */
export interface SetAside {
  count: number;
  /** So many of them are likely to have been written by a newer Bearing. */
  newer: number;
  first: QuarantinedRecord[];
}

type Shown<R extends ImportReport> = Omit<R, 'quarantined'> & { aside: SetAside };
export type ShownReport = Shown<ImportReport>;
export type ShownSummary = Shown<ImportSummary>;

export interface ImportPreview {
  /** When the file was written, and what wrote it: "Bearing 0.1.0". */
  written: ReadFile['written'];
  /** The file has tags, and was written by a coder other than the reader, or by one that it does not identify. */
  asksWhose: boolean;
  state: ReadFile['state'];
  report: ShownReport;
}

/** What becomes of the references of a file; of each fate the first lines, for thousands are read by nobody. */
export interface ShownReferences {
  reviewId: string;
  reviewName: string;
  counts: Readonly<Record<ReferenceFate | 'broken', number>>;
  /** So many papers that are here gain what they lacked. */
  filled: number;
  /** So many papers have notes in the file that are not all kept. */
  cut: number;
  lines: Readonly<Record<ReferenceFate, ReferenceLine[]>>;
  broken: BrokenReference[];
  /** What its reader should know of such a file. */
  remark?: string;
}

/** What becomes of coding that was made elsewhere; of each fate the first lines. */
export interface ShownCoding extends Omit<CodingReport, 'counts' | 'lines' | 'papers'> {
  reviewName: string;
  counts: Readonly<Record<PassageFate | 'broken', number>>;
  lines: Readonly<Record<PassageFate, PassageLine[]>>;
  papers: ShownReferences;
}

/** A table whose columns the reader names before anything is compared. */
export interface ShownTable {
  headings: readonly string[];
  /** The first rows, as wide as the headings. */
  sample: readonly (readonly string[])[];
  rows: number;
  /** Of a workbook, the sheet's name. */
  sheet?: string;
  /** All sheets of the workbook, where it has several. */
  sheets?: readonly string[];
  guess: TableMapping;
}

/** What is brought in: Bearing's records, references for a reading list, or coding; first of all what is in a table. */
export type Preview =
  | ({ of: 'records' } & ImportPreview)
  | { of: 'table'; table: ShownTable }
  /** `isMapped`: the reader named the columns, and may name them otherwise. */
  | { of: 'references'; report: ShownReferences; isMapped: boolean }
  | { of: 'coding'; report: ShownCoding; isMapped: boolean };
export type Summary =
  | ({ of: 'records' } & ShownSummary)
  | { of: 'references'; report: ShownReferences; eventId: string | null }
  | { of: 'coding'; report: ShownCoding; eventId: string | null };

/** What the reader decides before something is brought in. */
export interface Decision {
  /** Of a backup: whose its tags are. */
  as?: 'mine' | 'other';
  /** Of coding: the stance of passages that have none. */
  stance?: Stance;
}

/** A file, or DOIs, PMIDs and arXiv ids that were pasted. */
export type ImportSource = File | { ids: string };

export type ToWorker =
  /** `reviewId` is the review whose list references come onto. */
  | { ask: 'open'; source: ImportSource; reviewId: string }
  /** `id` is that of the step that the import becomes. */
  | { ask: 'bring-in'; decision: Decision; id: string }
  /** Of a table: what its columns hold. */
  | { ask: 'map'; mapping: TableMapping }
  /** Of a workbook: another of its sheets. */
  | { ask: 'sheet'; name: string }
  /** `id` is that of the step that the undoing becomes. */
  | { ask: 'take-back'; stepId: string; id: string };

export type FromWorker =
  | { say: 'progress'; progress: Progress }
  /** The worker has written; its answer follows. */
  | { say: 'changed'; change: StoreChange }
  | { say: 'preview'; preview: Preview }
  | { say: 'done'; summary: Summary }
  | { say: 'taken-back' }
  | { say: 'problem'; code: string; sentence: string };
