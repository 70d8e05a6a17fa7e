/** What the page and the worker that imports files and takes large steps back send each other. Both are ours, of one build. */
import type { ReadFile } from '@/lib/exchange';
import type { QuarantinedRecord, StoreChange } from '@/lib/model';
import type { ImportReport, ImportSummary } from '@/lib/store';

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

export type ToWorker =
  | { ask: 'open'; file: File }
  /** `id` is that of the step that the import becomes. */
  | { ask: 'bring-in'; as: 'mine' | 'other'; id: string }
  /** `id` is that of the step that the undoing becomes. */
  | { ask: 'take-back'; stepId: string; id: string };

export type FromWorker =
  | { say: 'progress'; progress: Progress }
  /** The worker has written; its answer follows. */
  | { say: 'changed'; change: StoreChange }
  | { say: 'preview'; preview: ImportPreview }
  | { say: 'done'; summary: ShownSummary }
  | { say: 'taken-back' }
  | { say: 'problem'; code: string; sentence: string };
