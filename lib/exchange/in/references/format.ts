/** What reads a file of references: one entry of the table in index.ts for each format. */
import type { BrokenReference, LibraryReference } from '../../../model';
import type { FileText } from '../file-text';
import type { FoundTagNote } from './tag-notes';

export interface ReadReferences {
  references: LibraryReference[];
  broken: BrokenReference[];
  /** Our notes on tags, each with its reference. */
  tagNotes?: readonly FoundTagNote[];
}

export interface ReferenceFormat {
  /** 'ris', 'nbib', 'bibtex', 'csl-json', 'enw'. */
  id: string;
  /** In a sentence, in the plural: 'RIS files'. */
  label: string;
  /** Without the dot. */
  extensions: readonly string[];
  mime: string;
  sniff(file: FileText): boolean;
  /** Reads a file that `sniff` has recognised. Never throws, whatever is in the file. */
  read(file: FileText): ReadReferences;
}
