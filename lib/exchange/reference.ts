/** A paper as lists of references print it, in parts: each format has its own signs around them. */
import { type CitationStyle, doiUrl, referenceOf, webAddress } from '../text';
import { authorName, type ReviewedPaper } from './records';

export interface ReferenceParts {
  /** "Müller, Änne et al.". */
  who: string;
  /** "(2021)". */
  year: string;
  title: string;
  /** "Journal of Examples, in press". */
  venue: string;
  address: string | undefined;
}

export function referenceParts({ facts }: Pick<ReviewedPaper, 'facts'>): ReferenceParts {
  const [first] = facts.authors;
  return {
    who: first ? `${authorName(first)}${facts.authors.length > 1 ? ' et al.' : ''}` : '',
    year: facts.year === undefined ? '' : `(${facts.year})`,
    title: facts.title ?? 'Untitled',
    venue: [facts.containerTitle, facts.status].filter((part) => part !== undefined).join(', '),
    address: facts.doi ? doiUrl(facts.doi) : webAddress(facts.url),
  };
}

/** One entry of a reference list. Notices are printed beside it, and are not part of it. */
export const referenceIn = ({ facts }: ReviewedPaper, style?: CitationStyle) =>
  referenceOf({ ...facts, url: webAddress(facts.url), name: 'Untitled' }, style);
