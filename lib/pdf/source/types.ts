/**
 * A PDF as it is handed to this folder: what pdf.js reads cheaply, and no more. Text comes as items, runs of glyphs in
 * one font on one baseline, in the order in which the file paints them; everything else about reading is ours.
 */

/** A run of text as pdf.js's `getTextContent({ disableNormalization: true })` gives it. */
export interface PdfItem {
  str: string;
  /** Glyph space to page space: [a, b, c, d, e, f] of ISO 32000-1, 8.3.3. */
  transform: readonly number[];
  /** In points, along the baseline. */
  width: number;
  /** Names a font of this file ("g_d0_f1"), and nothing about how it looks. */
  fontName: string;
}

export interface PdfPage {
  /** The visible part of the page: [left, bottom, right, top], in points. */
  view: readonly number[];
  items: readonly PdfItem[];
}

/** An entry of the file's outline ("bookmarks"), with how deep it is. */
export interface OutlineEntry {
  title: string;
  level: number;
}

/** A file with all that reading it needs. */
export interface PdfFile {
  pages: readonly PdfPage[];
  /** The document information dictionary, text entries only: Title, Author, Subject ... */
  info: Readonly<Record<string, string>>;
  /** XMP, by lower-case names with their prefixes ("dc:title"); what has several values has a list. */
  xmp: Readonly<Record<string, readonly string[]>>;
  outline: readonly OutlineEntry[];
  /** Printed page numbers, by page; none where the file has none. */
  labels: readonly string[] | null;
  /** Identifies the file where nothing else does. */
  fingerprint: string;
}
