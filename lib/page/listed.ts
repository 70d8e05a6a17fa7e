/** A paper that a page lists or cites, as that page reports it. */
import type { Author, FieldSource, PageReport } from '../model';
import type { ListEntry } from '../sites';

/** Of a journal's name and of an address, in UTF-16 units, as records hold them. */
const LONGEST = 2_000;
/** PubMed's numbers have eight digits by now. */
const PMID = /^\d{1,12}$/;
const FIRST_YEAR = 1500;
const LAST_YEAR = 2200;

/** A work that a page lists or cites, by what the page tells of it. */
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

/**
 * The page report by which a work is put on the reading list. What is not of a record's shape is left out: one odd entry
 * must not keep the others from being saved.
 */
export function listedReport(work: NamedOnPage, reason: string): PageReport {
  const year = work.year ?? 0;
  const url = work.url && work.url.length <= LONGEST ? work.url : undefined;
  const doi = work.doi && work.doi.length <= LONGEST ? work.doi : undefined;
  const fields = {
    ...(doi && { doi }),
    ...(work.pmid && PMID.test(work.pmid) && { pmid: work.pmid }),
    title: work.title.slice(0, LONGEST),
    authors: work.authors,
    ...(year >= FIRST_YEAR && year <= LAST_YEAR && { year }),
    ...(work.containerTitle && { containerTitle: work.containerTitle.slice(0, LONGEST) }),
    ...(url && { url }),
  };
  const sources = Object.fromEntries(
    Object.keys(fields).map((field): [string, FieldSource] => [field, 'site']),
  );
  return {
    kind: 'article',
    reasons: [reason],
    representation: 'list',
    // The address of the page would make all that it names one paper.
    url: url ?? 'urn:bearing:listed',
    paper: { ...fields, sources },
    conflicts: [],
  };
}

/** The paper of an entry of a result list. */
export const reportOfEntry = (entry: ListEntry): PageReport =>
  listedReport({ ...entry, authors: authorsOf(entry.authors) }, 'it is in a list of papers');

/** "A Smith, B Jones…": names as printed, not split further. */
function authorsOf(line: string | undefined): Author[] {
  return (line ?? '')
    .split(/[,;]/)
    .map((name) =>
      name
        .trim()
        .replace(/(?<!…)…+$/, '')
        .trim(),
    )
    .filter((name) => name && name.length < 200)
    .slice(0, 200)
    .map((literal) => ({ literal }));
}
