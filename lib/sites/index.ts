/**
 * The door of the site adapters: where generic reading is not enough. Adding a site = one file, one line in each
 * table it serves, one fixture.
 */
import { readCitingList, recogniseCitingList } from './citing-list';
import { readScholar, recogniseScholar } from './google-scholar';
import { readPubmed, recognisePubmed } from './pubmed';
import { inSlices, type PageList } from './read-list';
import { readSciteEntries, readScitePaper, recogniseScite } from './scite';
import type { ListEntry, ReadEntries, Recognise, Recognised, Site, SitePaper } from './types';

export type { PageList } from './read-list';
export { saysList, saysListInWords } from './says-list';
export { readSciteReport, type SciteLabel, type SciteReport, type SciteStatement } from './scite';
export type { SciteCiting } from './scite-citing';
export type { ListEntry, Recognised } from './types';

/** Known at sight, first match wins. The notice script carries these and nothing more of the adapters. */
const RECOGNISERS: Recognise[] = [recogniseScholar, recognisePubmed, recogniseScite];

/** Readers of list entries, by the recognised site. */
const READERS: Record<Site, ReadEntries> = {
  'google-scholar': readScholar,
  pubmed: readPubmed,
  scite: readSciteEntries,
  'citing-list': readCitingList,
};

/** Readers of the paper that a page is about; a list of results is about none. */
const PAPERS: Partial<Record<Site, (doc: Document) => SitePaper>> = { scite: readScitePaper };

export function readPaper(doc: Document, { site }: Recognised): SitePaper | null {
  return PAPERS[site]?.(doc) ?? null;
}

/** The site's page that this is, or null for every other page. */
export function recogniseSite(doc: Document, url: string): Recognised | null {
  for (const recognise of RECOGNISERS) {
    const found = recognise(doc, url);
    if (found) return found;
  }
  return null;
}

/** A list on a site that nobody knows: asked last, when the page is no article. */
export const recogniseList: Recognise = recogniseCitingList;

/** The entries of a recognised list page, in page order; none of a page that no adapter knows. */
function entriesOf(doc: Document, url: string): Iterable<ListEntry | null> {
  const found = recogniseSite(doc, url) ?? recogniseList(doc, url);
  return found ? READERS[found.site](doc, url) : [];
}

/** All of them at once, without those that name no title. */
export const readEntries = (doc: Document, url: string): ListEntry[] =>
  [...entriesOf(doc, url)].filter((one) => one !== null);

/** As many of them as a page of results has, in slices. @param pause gives the page a turn */
export const readList = (
  doc: Document,
  url: string,
  pause: () => Promise<void>,
): Promise<PageList> => inSlices(entriesOf(doc, url), pause);
