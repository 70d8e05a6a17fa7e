/** An entry of a reference list by its text as it is printed, where nothing else names it. */
import type { PanelReference } from '@/lib/messaging/panel/types';
import { type LibraryReference, namedReference } from '@/lib/model';

/**
 * One entry that the reader has chosen. One that no identifier and no title names is listed by its text as it is printed:
 * the reader sees it, and can correct it; many at once are not listed so.
 */
export function printedReference(reference: PanelReference): LibraryReference {
  const named = namedReference(asPrinted(reference), 1);
  if (!named) throw new TypeError('an entry without a text is not listed');
  return named;
}

/** What the work is looked up by: by its text where nothing else names it. */
export function asPrinted(reference: PanelReference): PanelReference {
  const { doi, pmid, title, text } = reference;
  return doi || pmid || title ? reference : { ...reference, title: text };
}
