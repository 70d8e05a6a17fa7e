/** What was taken for names and is the title, or the journal, since no other part of the citation is one. */
import type { Authors } from './authors';
import { trimmed } from './container';
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

/**
 * "E. Holm, K. Berg, EMBO J, 1995, 14", "Holm, R. E. Blumea 1969, 17": the last of what looks like names, before volume
 * and pages, is the journal; undefined where it is all there is.
 */
function journalLast(
  text: string,
  authors: Authors,
): { authors: Authors; titles: Titles } | undefined {
  const people = [...authors.people];
  const last = people.pop();
  if (!last) return undefined;
  const before = people.at(-1);
  // "E. Holm, Journal of the Ward Association 1981": what was taken for a group that signs.
  if (isStrong(last.form) && authors.end > last.to + LEAST_JOURNAL)
    return {
      authors: { ...authors, end: last.to },
      titles: { container: trimmed(text, { from: last.to, to: authors.end }) },
    };
  const taken = initialsTaken(text, authors);
  if (taken || !before || !people.some(({ form }) => isStrong(form))) return taken;
  return {
    authors: { ...authors, people, end: before.to },
    titles: { container: trimmed(text, { from: last.from, to: authors.end }) },
  };
}

/** Initials with points, and a word behind them. */
const INITIALS_AND = /^((?:\p{Lu}\.[ -]?)+) (\p{Lu}[\p{L}-]+)$/u;

/** "Holm, R. E. Blumea": the initials are the author's, and what was taken for a name behind them is the journal. */
function initialsTaken(
  text: string,
  authors: Authors,
): { authors: Authors; titles: Titles } | undefined {
  const people = [...authors.people];
  const last = people.pop();
  if (!last) return undefined;
  const owner = last.form === 'initials-first' ? people.pop() : last;
  const whole = last.form === 'initials-first' ? `${last.given} ${last.family}` : last.given;
  const [, given, journal] = INITIALS_AND.exec(whole) ?? [];
  if (!owner || !given || !journal || (owner !== last && owner.form !== 'family')) return undefined;
  const from = last.to - journal.length;
  const to = from - 1;
  people.push({ ...owner, form: 'initials-last', given, to });
  return {
    authors: { ...authors, people, end: to },
    titles: { container: trimmed(text, { from, to: authors.end }) },
  };
}

/** A journal's name has so many characters and more, with the comma and the blank before it. */
const LEAST_JOURNAL = 6;

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
  if (main && main.rank > 1 && authors.end > 0 && words.many(start, main.from) === 0)
    return (
      journalLast(words.text, authors) ?? {
        authors: NOBODY,
        titles: { container: { from: 0, to: authors.end } },
      }
    );
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
