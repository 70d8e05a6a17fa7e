/** What the page and the worker that imports files and takes large steps back send each other. Both are ours, of one build. */
import type { ReadFile } from '@/lib/exchange';
import type { BrokenReference, QuarantinedRecord, StoreChange } from '@/lib/model';
import type { ImportReport, ImportSummary, ReferenceFate, ReferenceLine } from '@/lib/store';

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
  reviewName: string;
  counts: Readonly<Record<ReferenceFate | 'broken', number>>;
  /** So many papers that are here gain what they lacked. */
  filled: number;
  lines: Readonly<Record<ReferenceFate, ReferenceLine[]>>;
  broken: BrokenReference[];
}

/** What is brought in: Bearing's records, or references for a reading list. */
export type Preview =
  | ({ of: 'records' } & ImportPreview)
  | { of: 'references'; report: ShownReferences };
export type Summary =
  | ({ of: 'records' } & ShownSummary)
  | { of: 'references'; report: ShownReferences; eventId: string | null };

/** A file, or DOIs, PMIDs and arXiv ids that were pasted. */
export type ImportSource = File | { ids: string };

export type ToWorker =
  /** `reviewId` is the review whose list references come onto. */
  | { ask: 'open'; source: ImportSource; reviewId: string }
  /** `id` is that of the step that the import becomes. */
  | { ask: 'bring-in'; as: 'mine' | 'other'; id: string }
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
