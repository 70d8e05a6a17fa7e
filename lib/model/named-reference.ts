/** A work as a list of references or a citation names it, as a library would describe it: so that both come onto a list alike. */
import type { LibraryReference } from './library-reference';
import type { PaperFacts } from './records/paper';

/** What a reference list, or a citation in a statement, gives of a work; null or absent where it gives nothing. */
export interface NamedReference {
  doi?: string | null | undefined;
  pmid?: string | null | undefined;
  title?: string | null | undefined;
  year?: number | null | undefined;
  firstAuthor?: string | null | undefined;
}

/**
 * Null where nothing names the work: a text of unknown parts is not a title.
 * @param line its place in the list, counted from 1
 */
export function namedReference(
  { doi, pmid, title, year, firstAuthor }: NamedReference,
  line: number,
): LibraryReference | null {
  if (!doi && !pmid && !title) return null;
  const stated: Partial<PaperFacts> = {
    ...(doi && { doi }),
    ...(pmid && { pmid }),
    ...(title && { title }),
    ...(year && { year }),
    ...(firstAuthor && { authors: [{ literal: firstAuthor }] }),
  };
  const sources: PaperFacts['sources'] = Object.fromEntries(
    Object.keys(stated).map((field) => [field, 'library' as const]),
  );
  return { facts: { authors: [], ...stated, sources }, notes: [], line };
}
