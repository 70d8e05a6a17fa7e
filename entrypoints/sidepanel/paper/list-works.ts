/** Putting the works of a reference list on the reading list. */
import { counted } from '@/components/text/count';
import type { PanelReference } from '@/lib/messaging/panel/types';
import { comingOn, type LibraryReference, namedReference } from '@/lib/model';
import { ensureReview, listReferences } from '@/lib/store';
import type { Done } from '../use-deeds';

/** Works that are known already are not doubled: the plan is that of an import. */
export async function listWorks(
  reviewId: string | undefined,
  works: readonly LibraryReference[],
): Promise<Done> {
  const { counts, eventId } = await listReferences(reviewId ?? (await ensureReview()).id, works);
  return {
    words: `${counted(comingOn(counts), 'paper')} added to the list`,
    ...(eventId && { eventId }),
    ofOthers: true,
  };
}

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
