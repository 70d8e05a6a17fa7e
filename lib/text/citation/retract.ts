/** What was taken for names and is the title, or the journal, since no other part of the citation is one. */
import { type Authors, readAuthors } from './authors';
import { isStrong } from './name-list';
import type { Numbers } from './numbers';
import type { Person } from './person';
import type { Titles } from './title';
import type { Words } from './tokens';
import { type Span, serials } from './weigh';

const NOBODY: Authors = { people: [], end: 0, editors: false };

/** "J. Sebastiao e Silva" */
const JOINED = / (?:and|&|et|und|e|y|a|i) $/;

/** The names at the end of a list that are in no author's print, though those before them are. */
function looseNames(text: string, authors: Authors): Span | undefined {
  const [first] = authors.people;
  if (!first) return undefined;
  const last = authors.people.at(-1) as Person;
  // "靳士英. 五臟图考": a point parts the names, and then the title.
  if (first.form === 'eastern')
    return /[.．] ?$/.test(text.slice(0, last.from)) ? { from: last.from, to: last.to } : undefined;
  if (!isStrong(first.form)) return undefined;
  const at = authors.people.findLastIndex(({ form }) => form !== 'family');
  const from = authors.people[at + 1]?.from;
  return from === undefined || JOINED.test(text.slice(0, from)) ? undefined : { from, to: last.to };
}

/** "Smith, J. K. Wards 2007, 56": the initials of the last of several authors end before the journal. */
const BEHIND_INITIALS = /^[^,]{2,60}, ?(?:\p{Lu}\.[ -]?){1,4}(?=\p{Lu}\p{L}{2,}$)/u;
/** "A. Smith and B. Jones, J. Care, 2007, 56": nobody follows whom "and" has joined. */
const BEHIND_LAST = / (?:and|&) [^,;]{2,60}, $/;

/** Where a journal of one or two words begins that was read as the last of several names. */
function journalOfNames(text: string, { people, end }: Authors): number | undefined {
  const [first, second] = people;
  const last = people.at(-1);
  if (!first || !second || !last || !isStrong(first.form)) return undefined;
  if (BEHIND_LAST.test(text.slice(0, last.from))) return last.from;
  const behind = BEHIND_INITIALS.exec(text.slice(last.from, end).trimEnd());
  return behind ? last.from + behind[0].length : undefined;
}

/**
 * Authors and titles, put right where a citation that is not dated behind its authors has a journal and no title.
 * @param start where what follows the authors begins
 */
export function retracted(
  words: Words,
  start: number,
  authors: Authors,
  titles: Titles,
  main: Numbers | undefined,
): { authors: Authors; titles: Titles } {
  const { container } = titles;
  // "Artificial Organs, Band 20, Nr. 9": what looked like authors is all there is of a journal.
  if (main && main.rank > 1 && authors.end > 0 && words.many(start, main.from) === 0) {
    const from = journalOfNames(words.text, authors);
    if (from !== undefined)
      return {
        authors: readAuthors(words.text.slice(0, from)),
        titles: { container: { from, to: authors.end } },
      };
    return { authors: NOBODY, titles: { container: { from: 0, to: authors.end } } };
  }
  if (!container || titles.title) return { authors, titles };
  // "Expansion Method, Optik 131 (2017)": what looks like one name in full before a journal is the title.
  const [only] = authors.people;
  if (
    only?.form === 'given-first' &&
    !/\p{Lu}\./u.test(only.given) &&
    authors.end === only.to &&
    serials(words, container.from, container.to) > 0
  )
    return { authors: NOBODY, titles: { title: { from: only.from, to: authors.end }, container } };
  // "Holm, E.; Nights and Wards. Ward Sci. 3 (2015) 6": names without initials behind names with them.
  const loose = looseNames(words.text, authors);
  if (loose)
    return {
      authors: {
        ...authors,
        people: authors.people.filter(({ from }) => from < loose.from),
        end: loose.from,
      },
      titles: { title: loose, container },
    };
  return { authors, titles };
}
