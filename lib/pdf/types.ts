/** What reading a PDF gives. Places are offsets into its reading text; nothing here is live. */
import type { Citation, Reference, Section, Sentence } from '../page/shared';

interface Stretch {
  start: number;
  end: number;
}

export type ParagraphKind = 'heading' | 'text' | 'caption' | 'table' | 'note' | 'reference';

/** A paragraph of the reading text. */
export interface Paragraph extends Stretch {
  kind: ParagraphKind;
  /** The page on which it begins. */
  page: number;
  /** Index into `sections`; null before the first heading. */
  section: number | null;
}

/** What a page's structure is (lib/page), with offsets where that has elements and ranges. */
export interface PdfStructure {
  sections: (Omit<Section, 'heading'> & Stretch)[];
  sentences: (Omit<Sentence, 'range'> & Stretch)[];
  references: (Omit<Reference, 'element'> & Stretch)[];
  citations: (Omit<Citation, 'range'> & Stretch)[];
}
