/** What of a page's report names its paper: as much as is needed to know the page, and its paper, again. */
import { type PageReport, type Paper, PaperFacts } from '../../model';
import { sameAddress } from '../../text';
import { ID_FIELDS } from './find-paper';

/** The part of a report that identifies the paper. Finds the same paper as the whole report. */
export function identityOf({ url, representation, quoted, paper }: PageReport): PageReport {
  const ids = ID_FIELDS.flatMap((field) =>
    paper?.[field] ? [[field, paper[field]] as const] : [],
  );
  const { title } = paper ?? {};
  const source = paper?.sources.title;
  return {
    kind: 'article',
    reasons: [],
    ...(representation && { representation }),
    ...(quoted && { quoted }),
    url,
    paper: paper && {
      ...Object.fromEntries(ids),
      ...(title !== undefined && { title }),
      authors: [],
      sources: source ? { title: source } : {},
    },
    conflicts: [],
  };
}

/** Has the page given an identifier of its paper? Without one it is known by its address. */
export function hasIds({ paper }: PageReport): boolean {
  return ID_FIELDS.some((field) => paper?.[field]);
}

/** Do two reports name one paper at one address? A title counts where the page gives several works' titles. */
export function sameIdentity(a: PageReport, b: PageReport): boolean {
  const titled = [a, b].some(({ paper }) => paper?.sources.title === 'site');
  return (
    a.representation === b.representation &&
    a.quoted === b.quoted &&
    sameAddress(a.url, b.url) &&
    ID_FIELDS.every((field) => a.paper?.[field] === b.paper?.[field]) &&
    (!titled || a.paper?.title === b.paper?.title)
  );
}

/** A stored paper as its own page at this address reports it, with all that is known of it. */
export const reportOf = (paper: Paper, url: string): PageReport => ({
  ...{ kind: 'article', reasons: [], representation: 'html', url },
  ...{ paper: PaperFacts.parse(paper), conflicts: paper.conflicts },
});

/** A stored paper as the page at this address, a report about another one, quotes it. */
export function quotedReport(paper: Paper, url: string): PageReport {
  return {
    kind: 'article',
    reasons: [],
    representation: 'scite-report',
    url,
    quoted: true,
    paper: PaperFacts.parse(paper),
    conflicts: [],
  };
}
