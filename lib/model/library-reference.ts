/** A work as a library, a reference manager or a database export names it, before it is on a reading list. */
import type { PaperFacts } from './records/paper';

export interface LibraryReference {
  /** Each field's source is `library`; `site` for what a page lists. */
  facts: PaperFacts;
  /** What its owner wrote about it there, one note each, in their order. */
  notes: readonly string[];
  /** Where it begins in the file: its first line, counted from 1; of a list of records without lines, its place. */
  line: number;
  /** The address of the page about it, where a list of results links to that. */
  page?: string;
}

/**
 * What becomes of a reference: a paper that was not here; one that is on the list; one that is here, and comes onto the
 * list; one of its own, though it looks like another one; the same work as an earlier one of the same file.
 */
export type ReferenceFate = 'new' | 'listed' | 'known' | 'doubtful' | 'repeated';
export type ReferenceCounts = Readonly<Record<ReferenceFate, number>>;

/** So many papers come onto the list. */
export const comingOn = (counts: ReferenceCounts): number =>
  counts.new + counts.known + counts.doubtful;

/** What putting all papers of a result list on the reading list would do. */
export interface ListOffer {
  counts: ReferenceCounts;
  /** So many entries of the page could not be read. */
  unread: number;
  /** The page lists more papers than are read of it. */
  isCut: boolean;
}

/** What of a file is not a reference. */
export interface BrokenReference {
  line: number;
  /** How it begins, for the reader to find it. */
  text: string;
  /** Why, as the end of "Line 12: ". */
  problem: string;
}
