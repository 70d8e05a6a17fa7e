/** A work that the page lists or cites, as the page report by which it is put on the reading list. */
import type { Author, FieldSource, PageReport } from '../../../lib/model';

/** What the page tells of it. */
interface NamedOnPage {
  doi?: string | null | undefined;
  pmid?: string | null | undefined;
  title: string;
  authors: Author[];
  year?: number | null | undefined;
  containerTitle?: string | null | undefined;
  /** Where it leads to. */
  url?: string | null | undefined;
}

export function listedReport(work: NamedOnPage, reason: string): PageReport {
  const url = work.url?.slice(0, 2_000);
  const fields = {
    doi: work.doi ?? undefined,
    pmid: work.pmid ?? undefined,
    title: work.title.slice(0, 2_000),
    authors: work.authors,
    year: work.year ?? undefined,
    containerTitle: work.containerTitle?.slice(0, 2_000),
    ...(url && { url }),
  };
  const sources = Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([field]): [string, FieldSource] => [field, 'site']),
  );
  return {
    kind: 'article',
    reasons: [reason],
    representation: 'list',
    // The address of the page would make all that it names one paper.
    url: url || 'urn:bearing:listed',
    paper: { ...fields, sources },
    conflicts: [],
  };
}
