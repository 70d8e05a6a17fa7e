/** What exporters are handed, and what an exporter is. */
import type { MapOptions } from '../map';
import type {
  Assessment,
  Codebook,
  Coder,
  Decision,
  FamilyMember,
  Paper,
  Review,
  ReviewPaper,
  Statement,
  Tag,
} from '../model';

/** Everything of one review. Records of other reviews are ignored by every exporter. */
export interface ExportData {
  review: Review;
  papers: readonly Paper[];
  reviewPapers: readonly ReviewPaper[];
  familyMembers: readonly FamilyMember[];
  statements: readonly Statement[];
  tags: readonly Tag[];
  assessments: readonly Assessment[];
  /** What coders agreed on where they differed. */
  decisions?: readonly Decision[];
  /** Who made the tags. */
  coders: readonly Coder[];
  /** The codebooks in use, then every other version that a tag was made with. */
  codebooks: readonly Codebook[];
}

export interface ExportOptions {
  /** How the map counts, for exports with n/N. Default: all papers not excluded, own findings only. */
  map?: MapOptions;
  /** The moment of the export, ISO 8601: for the methods line. Left out, no date is written. */
  at?: string;
}

export interface Exporter {
  id: string;
  /** As shown to the reader. */
  label: string;
  /** One sentence: what it is good for. */
  hint: string;
  extension: string;
  mime: string;
  /** The same data and options give the same bytes. Text is to be written as UTF-8. */
  write(data: ExportData, options?: ExportOptions): string | Uint8Array;
}
