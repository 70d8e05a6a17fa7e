/** What exporters are handed, and what an exporter is. */
import type { MapOptions } from '../map';
import type { ReviewRecords } from '../map/outputs';
import type { Changed } from '../model';
import type { CitationStyle } from '../text';
import type { Carried } from './carried';
import type { Separator } from './separators';

/** Everything of one review, as its tables have it. Records of other reviews are ignored by every exporter. */
export type ExportData = ReviewRecords;

/** What of it was chosen to leave, with the citation key of each paper. */
export interface Chosen extends ExportData {
  keys: ReadonlyMap<string, string>;
}

export interface ExportOptions {
  /** How the map counts, for exports with n/N. Default: all papers not excluded, own findings only. */
  map?: MapOptions;
  /** The moment of the export, ISO 8601: for the methods line. Left out, no date is written. */
  at?: string;
  /** Excluded papers leave too, each marked as excluded. */
  excluded?: boolean;
  /** Only these tags, and what `words` calls them. */
  tags?: { ids: readonly string[]; words: string };
  /** Only what has changed since the last export; formats that count have no such part. */
  since?: Changed;
  /** Between the cells of a CSV. Default: a comma. */
  separator?: Separator;
  /** In which references are printed. Default: APA. */
  style?: CitationStyle;
  /** Told what the reader has to know of this file, as sentences: what had to be cut. */
  tell?: (sentence: string) => void;
}

/**
 * What a file is about: it lists papers with what is on them, it lists tags, or it counts what tags report; it has codebooks, or
 * how papers came into the review, whatever of the review was chosen.
 */
export type FormatOf = 'papers' | 'tags' | 'counts' | 'codebooks' | 'flow';

/** A format as its own file has it. */
export interface Format {
  id: string;
  of: FormatOf;
  /** As shown to the reader. */
  label: string;
  /** One sentence: what it is good for. */
  hint: string;
  extension: string;
  mime: string;
  /** What a review holds and a file of this format does not: shown beside it, and tested. */
  cannotCarry: readonly Carried[];
  /** One sentence: what else changes on the way. */
  changes?: string;
  /** The same data and options give the same bytes. Text is to be written as UTF-8. */
  write(data: Chosen, options?: ExportOptions): string | Uint8Array;
}

/** A format as it is offered: of a whole review it writes what was chosen. */
export interface Exporter extends Omit<Format, 'write'> {
  write(data: ExportData, options?: ExportOptions): string | Uint8Array;
  /** Is there anything in a file of what has changed since? True for formats that have no such part. */
  hasNews(data: ExportData, options: ExportOptions): boolean;
}
