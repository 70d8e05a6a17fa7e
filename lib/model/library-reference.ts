/** A work as a library, a reference manager or a database export names it, before it is on a reading list. */
import type { PaperFacts } from './records/paper';

export interface LibraryReference {
  /** Each field's source is `library`. */
  facts: PaperFacts;
  /** What its owner wrote about it there, one note each, in their order. */
  notes: readonly string[];
  /** Where it begins in the file: its first line, counted from 1; of a list of records without lines, its place. */
  line: number;
}

/** What of a file is not a reference. */
export interface BrokenReference {
  line: number;
  /** How it begins, for the reader to find it. */
  text: string;
  /** Why, as the end of "Line 12: ". */
  problem: string;
}
