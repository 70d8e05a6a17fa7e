/** What a quote is known by, and what it cites. No schemas here, so that the light scripts of a page can use it. */
import { hashOf } from '../id';
import type { PaperFacts } from './paper';
import type { CitedReference } from './statement';

/**
 * The key under which two copies of a quote are one statement: compatibility forms folded, soft hyphens
 * dropped, case and every run of white space ignored. Words, numbers and their order are never touched.
 */
export function quoteKey(quote: string): string {
  return quote
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const CITING_PRINT = 'citing ';

/**
 * The fingerprint of a paper that a report quotes without naming it: one a report and quote, and the same one in every
 * installation. The report is known by its address without the query, which only sorts and filters.
 */
export function citingPrint(reportUrl: string, quote: string): string {
  const report = (reportUrl.split(/[?#]/, 1)[0] ?? '').replace(/(?<!\/)\/+$/, '');
  return CITING_PRINT + hashOf(`${report} ${quoteKey(quote)}`);
}

/** A paper of which only its own words are known, quoted on a report that does not name it. */
export const isUnnamedCiting = (paper: {
  title?: string | undefined;
  fingerprint?: string | undefined;
}) => !paper.title && paper.fingerprint?.startsWith(CITING_PRINT) === true;

/** What such a paper is called where a title is expected. */
export const UNNAMED_CITING = 'Citing paper not named by scite';

/** What a report is called where a statement cites the paper that it is about. */
const REPORT_LABEL = 'scite report';

/** Is it the paper that a report is about, as a statement on the report cites it? */
export const isReported = ({ label }: { label?: unknown }) => label === REPORT_LABEL;

const MOST_TEXT = 2_000;

/**
 * The paper that a report is about, as what the statements on it cite. A statement that cites it so is known to be filed
 * under the paper that says it (said-by.ts), so this names the report where it names no paper.
 */
export function reportedReference(
  facts: Partial<PaperFacts> | null,
  reportUrl: string,
): CitedReference {
  const { doi, pmid, title, year, authors } = facts ?? {};
  const first = authors?.[0]?.family ?? authors?.[0]?.literal;
  const text = [title, year && `(${year})`].filter(Boolean).join(' ') || doi || reportUrl;
  return {
    label: REPORT_LABEL,
    text: text.slice(0, MOST_TEXT),
    ...(doi && { doi }),
    ...(pmid && { pmid }),
    ...(title && { title }),
    ...(year && { year }),
    ...(first && { firstAuthor: first }),
  };
}
