/** What a page and the worker that writes exports send each other. Both are ours, of one build. */
import type { ExportOptions } from '@/lib/exchange';
import type { Moment } from '@/lib/store';

export interface ToExporter {
  format: string;
  reviewId: string;
  options: Omit<ExportOptions, 'tell' | 'since'>;
  /** Only what has changed since this moment. */
  since?: Moment | undefined;
}

/** A file as it is handed to the reader. */
export interface WrittenFile {
  name: string;
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Says that it was written, and what the reader has to know of it. */
  sentence: string;
  /** When it was written, ISO 8601. */
  at: string;
  /** Where the history of the store was when the review was read. */
  moment: Moment | undefined;
}

export type FromExporter =
  | { say: 'written'; file: WrittenFile }
  | { say: 'problem'; code: string; sentence: string };
