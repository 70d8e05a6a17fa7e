/** What a page and the worker that writes exports send each other. Both are ours, of one build. */
import type { ExportOptions } from '@/lib/exchange';

export interface ToExporter {
  format: string;
  reviewId: string;
  options: Omit<ExportOptions, 'tell'>;
}

/** A file as it is handed to the reader. */
export interface WrittenFile {
  name: string;
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Says that it was written, and what the reader has to know of it. */
  sentence: string;
}

export type FromExporter =
  | { say: 'written'; file: WrittenFile }
  | { say: 'problem'; code: string; sentence: string };
