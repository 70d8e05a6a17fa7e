/** Works of others that a paper's first pages name: references in notes and lists, and their DOIs. */
import { entryFromText, type Reference } from '../../page/shared';
import { looseKey } from '../../text';

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
