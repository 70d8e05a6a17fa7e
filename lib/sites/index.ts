/**
 * The door of the site adapters: where generic reading is not enough. Adding a site = one file, one line in each
 * table it serves, one fixture.
 */
import type { ListEntry } from '../page/types';
import { readScholar, recogniseScholar } from './google-scholar';
import { readPubmed, recognisePubmed } from './pubmed';
import type { ReadEntries, Recognise, Recognised } from './types';

export type { Recognised } from './types';

/** Known at sight, first match wins. The notice script carries these and nothing more of the adapters. */
const RECOGNISERS: Recognise[] = [recogniseScholar, recognisePubmed];

/** Readers of list entries, by the recognised site. */
const READERS: Record<string, ReadEntries> = {
  'google-scholar': readScholar,
  pubmed: readPubmed,
};

/** The site's page that this is, or null for every other page. */
export function recogniseSite(doc: Document, url: string): Recognised | null {
  for (const recognise of RECOGNISERS) {
    const found = recognise(doc, url);
    if (found) return found;
  }
  return null;
}

/** The entries of a recognised list page; empty for a page that no adapter knows. */
export function readEntries(doc: Document, url: string): ListEntry[] {
  const found = recogniseSite(doc, url);
  return (found && READERS[found.site]?.(doc, url)) ?? [];
}
