/**
 * Where a field of a paper was read, and how far each source is trusted. Without the schema library: the light script on
 * every page ranks with this too.
 */

/**
 * The sources in the order of trust, for pages of one kind and between pages alike: what a publisher states for machines,
 * the address, the file, the web's plain tags, what the eye sees, and last what another site says of the work.
 */
export const SOURCES = [
  'reader', // the reader corrected it: always wins
  'citation', // Highwire citation_* meta
  'prism',
  'dcterms',
  'json-ld',
  'dc',
  'coins',
  'eprints',
  'url',
  'pdf',
  'og', // the web's plain tags: Open Graph, the canonical link, `author`
  'visible', // the page as the reader sees it
  'library', // a reader's own library (RIS, BibTeX ...): typed by people and by programs, often long ago
  'site', // what a list or a report says of a work: its own pages know better
] as const;
export type SourceName = (typeof SOURCES)[number];

/** How well a field is known, by its source: the lower, the better. Worst where the source is not known. */
export function rankOf(source: SourceName | undefined): number {
  return source ? SOURCES.indexOf(source) : SOURCES.length;
}

/** Between two sources. */
const HALF = 0.5;

/**
 * The rank of a source among those of one and the same page. There, what our reader of that site found comes right after
 * the reader's word: it knows the page, whose general tags are about the site. And Dublin Core's identifier goes before
 * JSON-LD's DOI, whose node may be another work.
 */
export function rankOnPage(source: SourceName, field?: string): number {
  if (source === 'site') return rankOf('reader') + HALF;
  if (field === 'doi' && source === 'dc') return rankOf('json-ld') - HALF;
  return rankOf(source);
}
