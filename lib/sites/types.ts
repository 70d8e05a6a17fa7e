/** What a site adapter answers. */
import type { Representation } from '../model';

/** A paper as a site names it; strings as shown, cleaned by the caller. */
export interface SitePaper {
  doi?: string;
  title?: string;
  year?: string;
  abstract?: string;
}

/** The adapters, by the name under which their entries are read. */
export type Site = 'google-scholar' | 'pubmed' | 'scite' | 'citing-list';

/** A page that a site adapter knows at sight. */
export interface Recognised {
  site: Site;
  kind: 'citation-list';
  representation: Representation;
  /** A plain sentence. */
  reason: string;
}

/** One entry of a citation list (search results, profile, scite report's citing papers). */
export interface ListEntry {
  title: string;
  authors?: string;
  year?: number;
  containerTitle?: string;
  doi?: string;
  pmid?: string;
  url?: string;
  element: Element;
}

export type Recognise = (doc: Document, url: string) => Recognised | null;
/** One after the other, so that a long list is read in slices; null for an entry that names no title. */
export type ReadEntries = (doc: Document, url: string) => Iterable<ListEntry | null>;

/** Far longer than any title, in UTF-16 units: what is longer is the text of something else. */
export const LONGEST_TITLE = 600;
