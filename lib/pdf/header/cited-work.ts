/** Works of others that a paper's first pages name: references in notes and lists, and their DOIs. */
import { entryFromText, type Reference } from '../../page/shared';
import { looseKey } from '../../text';
import type { HeadView } from './view';

/** What is known of the paper itself, to tell it from the works it cites. */
export interface OwnWork {
  title: string;
  /** Family names of its authors, as keys. */
  families: readonly string[];
}

/** A title that is long enough to be known again, in signs of its key. */
const LONG_TITLE = 25;
/** So much of a title is enough to know it, in signs of its key: prints shorten titles and add to them. */
const KNOWN_AGAIN = 40;

/** Whether a text names the paper itself by its title. */
export function namesOwn(text: string, { title }: Pick<OwnWork, 'title'>): boolean {
  const own = looseKey(title).slice(0, KNOWN_AGAIN);
  return own.length >= LONG_TITLE && looseKey(text).includes(own);
}

/** Whether a text is a reference to another work: authors, year and title are given, and are not the paper's own. */
export function citesOther(text: string, own: OwnWork): boolean {
  if (namesOwn(text, own)) return false;
  const { firstAuthor, year, title } = entryFromText(text.replace(/^[*†‡§¶#\s]+/u, ''), 1);
  if (!firstAuthor || !year || looseKey(title ?? '').length < LONG_TITLE) return false;
  const words = looseKey(firstAuthor).split(' ');
  // "Smith and Jones Journal of Care 2019;12:3": what is taken for a title there may be the journal's name.
  return !words.some((word) => own.families.includes(word));
}

/** The DOIs that the reference list gives to its references; an entry that names the paper itself is not one of them. */
export const listedDois = (
  references: readonly Pick<Reference, 'doi' | 'text'>[],
  own: Pick<OwnWork, 'title'>,
): ReadonlySet<string> =>
  new Set(references.flatMap(({ doi, text }) => (doi && !namesOwn(text, own) ? [doi] : [])));

/** A citation is no longer than this, in UTF-16 units, and names more than a title. */
const LONGEST_CITATION = 700;
const SHORTEST_REST = 10;

/** A text in which the paper is cited whole, parted by its title. */
export interface OwnCitation {
  before: string;
  after: string;
}

/** How the paper is cited by itself, on its cover, first or last pages: texts that have its title and more. */
export function ownCitations(
  { cover, blocks, second, last }: HeadView,
  title: string,
): OwnCitation[] {
  const own = title.toLowerCase();
  if (looseKey(title).length < LONG_TITLE) return [];
  return [...cover, ...blocks, ...second, ...last].flatMap(({ text }) => {
    const at = text.toLowerCase().indexOf(own);
    const rest = text.length - own.length;
    if (at < 0 || rest < SHORTEST_REST || text.length > LONGEST_CITATION) return [];
    return [{ before: text.slice(0, at), after: text.slice(at + own.length) }];
  });
}
