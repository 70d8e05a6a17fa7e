/** What the page reader hands over. Plain objects and live DOM ranges; no browser API beyond a Document. */
import type { PageNow, PageReport, SectionKind } from '../model';

/** A node of the section tree, in document order; `parent` is an index into the same list. */
export interface Section {
  index: number;
  /** 1 = top level of the article. */
  level: number;
  title: string;
  kind: SectionKind;
  parent: number | null;
  heading: Element | null;
}

/** A sentence of the main text. `range` is live: ask for it when it is needed, keep it briefly. */
export interface Sentence {
  index: number;
  /** White space collapsed. */
  text: string;
  /** Index into `sections`; null before the first heading. */
  section: number | null;
  /** Indexes into `citations`. */
  citations: number[];
  range(): Range;
}

/** An entry of the paper's reference list. `id` is unique on the page and stable over reloads. */
export interface Reference {
  id: string;
  /** The printed number or mark, when there is one: "12". */
  label: string | null;
  text: string;
  doi: string | null;
  pmid: string | null;
  title: string | null;
  year: number | null;
  firstAuthor: string | null;
  /** Journal, book or proceedings that it appeared in. */
  container: string | null;
  volume: string | null;
  issue: string | null;
  pages: string | null;
  url: string | null;
  element: Element | null;
}

export type CitationStyle = 'link' | 'numeric' | 'superscript' | 'author-year';

/** An in-text citation: one marker, one or more references ("[3-5]" is one marker, three references). */
export interface Citation {
  index: number;
  text: string;
  /** Ids of `references`. */
  refs: string[];
  style: CitationStyle;
  section: number | null;
  sentence: number | null;
  range(): Range;
}

/** The full reading of an article page. */
export interface PageStructure {
  sections: Section[];
  sentences: Sentence[];
  references: Reference[];
  citations: Citation[];
  /** Elements that the page did not show when it was read, outermost ones: a tab or an answer that opens later. */
  unseen?: Element[];
}

/** One content of a document, with the window's title while it was shown. */
export interface ShownContent {
  id: string;
  report: PageReport;
  title: string;
}

/** The one owner of what a document shows: the notice script; the other scripts ask it (`shared()`). */
export interface ShownPage {
  now(): PageNow;
  /**
   * Calls `listener` whenever `now()` has changed. `restored` when the page came back from the browser's
   * back/forward cache, where it heard of nothing.
   */
  subscribe(listener: (now: PageNow, restored: boolean) => void, signal: AbortSignal): void;
  /**
   * The content that all of some places in the page belong to, looked at now; null while that is unknown.
   * Whatever the address is by then, words belong to the paper whose text they are in.
   */
  contentAt(places: readonly Node[]): ShownContent | null;
}
