/**
 * Coding made elsewhere, as a file of it is read: a table, another tool's project, our own table after an edit. The store
 * makes tags of it (lib/store/write/list-coding.ts).
 */
import type { LibraryReference } from './library-reference';
import type { SectionKind } from './records/statement';
import type { Basis, Direction, Stance, Strength, Voice } from './records/tag';

/** What of a tag that is here a file of ours may say anew. */
export type GivenField = 'influence' | 'stance' | 'direction' | 'strength' | 'basis' | 'note';

/** A passage with a code: what becomes a tag. */
export interface CodedPassage {
  /** Where it begins in the file, from 1: its line, row or place. */
  line: number;
  /** Of the work, in the file's `references`. */
  reference: number;
  quote: string;
  section?: string;
  /** Of the section; where it is absent, the title tells it. */
  sectionKind?: SectionKind;
  page?: string;
  /** `path`: names of the folders or broader codes above it, outermost first. `codebook`: its name, where the file gives one. */
  code: { label: string; path: readonly string[]; definition: string; codebook?: string };
  /** Absent where the file gives none: the reader chooses in the preview what those come in as (default: mentioning). */
  stance?: Stance;
  direction?: Direction;
  strength?: Strength;
  basis?: Basis;
  voice?: Voice;
  /** '' where the file names none. */
  coder: string;
  note: string;
  /** ISO 8601, when it was coded. */
  at?: string;
  /** The tag's id, where a file of ours comes back. */
  tagId?: string;
  /**
   * With a tag's id: what the file has a place for, so that nothing in that place means that the tag has none. What is not
   * named here stays as the tag has it.
   */
  gives?: readonly GivenField[];
}

/** Coding made elsewhere, as the store is given it. */
export interface EarlierCoding {
  /** What the coding is called: the file's or project's name. */
  name: string;
  references: readonly LibraryReference[];
  passages: readonly CodedPassage[];
  /** It is a library: all of its references come onto the list, also those without a new passage. */
  isLibrary?: boolean;
}
