/** What a citation opens with, up to its title or its journal: authors and date, or, in a few lists, the title first. */
import { LETTER, UPPER } from '../letters';
import { type Authors, readAuthors } from './authors';
import { quoteAhead, trimmed } from './container';
import { isStrong } from './name-list';
import { skip } from './parts';
import type { Words } from './tokens';
import type { Span } from './weigh';

export interface Opening {
  authors: Authors;
  /** A date is printed right behind the authors; without a year it is "in press". */
  dated: boolean;
  year?: string;
  /** The title where it comes before the authors. */
  title?: Span;
  /** Where what follows begins. */
  start: number;
}

/** Dates where author-date styles print them: "(1995 [1992])", "(1993, September)", "2004.", "(in press)". */
const DATES = [
  /^[([]\s*((?:1[5-9]|20)\d\d) ?[[(]\d{4}[\])] ?[)\]]/,
  /^[([]\s*(?:[^()]{0,24}?[\s,.])?((?:1[5-9]|20)\d\d[a-k]?)(?:[/–-]\d{2,4})?(?:[,;:]? [^()[\]]{0,24})?[)\]]/,
  /^((?:1[5-9]|20)\d\d[a-z]?)(?!\d|;|, ?\d|:\d|[–-](?!\d{4}))(?:[–-]\d{4})?(?=[.,:;\s]|$)/i,
  /^[([](?:in press|n\. ?d\.?|forthcoming|no date|s\.f\.|o\. ?j\.|to appear|submitted)[^)\]]{0,12}[)\]]/i,
];
/** What may be between the authors and their date; "[1859]" is the year of the first print. */
const BEFORE_DATE = /^[\s.,:;]*(?:\[\d{4}\] ?)?/;
/** "(1968) [1916]": the year of the first print behind the date. */
const FIRST_PRINT = /^\s?[[(]\d{4}[\])]+/;
/** The date is looked for in so many characters behind the authors. */
const REACH = 80;

/** The date right behind the authors: its year, where it has one, and how long it is. */
function dateAfter(text: string): { year?: string; length: number } | null {
  const before = BEFORE_DATE.exec(text)?.[0].length ?? 0;
  for (const pattern of DATES) {
    const found = pattern.exec(text.slice(before));
    if (found) return { length: before + found[0].length, ...(found[1] && { year: found[1] }) };
  }
  return null;
}

/** A family name and initials behind a word in small letters, or a question's mark. */
const NAME_INSIDE = new RegExp(
  `[a-zà?)\\d] (?=[${UPPER}][${LETTER}'’-]+, (?:[${UPPER}]\\.[ -]?){1,3}[,; ])`,
);

/** "The future mobility of the world population Schafer, A., and D. Victor 2000 Transportation Research A" */
function titleFirst(words: Words): Opening | null {
  const { text, letters } = words;
  const found = NAME_INSIDE.exec(letters);
  if (!found) return null;
  const at = found.index + found[0].length;
  if (/[“"«»]|[.,;:] [Ii]n:? /.test(text.slice(0, at))) return null;
  const inner = readAuthors(text.slice(at), letters.slice(at));
  const end = at + inner.end;
  const date = dateAfter(text.slice(end, end + REACH));
  if (!date?.year) return null;
  return {
    authors: { ...inner, end },
    dated: true,
    year: date.year,
    title: trimmed(text, { from: 0, to: at - 1 }),
    start: skip(text, end + date.length),
  };
}

/**
 * "Iyer B. Melatonin and melanocytes", "Molecular Genetics and Metabolism 82": what "and" goes on, though no name
 * follows it, was no name either.
 */
function withoutTitle(text: string, authors: Authors): Authors {
  const last = authors.people.at(-1);
  if (!last || isStrong(last.form) || authors.end !== last.to) return authors;
  if (!/^ (?:and|&|und|et(?! al)|y) [\p{L}\d]/u.test(text.slice(last.to, last.to + 8)))
    return authors;
  const people = authors.people.slice(0, -1);
  // "Hudl O. Growth and adaptation": the initials end the name.
  const name = /^(\S+) ((?:\p{Lu}\.[ -]?)+) /u.exec(text.slice(last.from, last.to));
  if (name) {
    const [whole, family, given] = name as unknown as [string, string, string];
    const to = last.from + whole.length - 1;
    people.push({ form: 'initials-last', family, given, from: last.from, to });
  }
  return { ...authors, people, end: people.at(-1)?.to ?? 0 };
}

/** Reads the opening of a citation, identifiers walled off. */
export function readOpening(words: Words): Opening {
  const { text, letters } = words;
  const authors = withoutTitle(text, readAuthors(text, letters));
  const first = authors.end === 0 ? titleFirst(words) : null;
  if (first) return first;
  const date = dateAfter(text.slice(authors.end, authors.end + REACH));
  let start = authors.end + (date?.length ?? 0);
  start += FIRST_PRINT.exec(text.slice(start, start + 9))?.[0].length ?? 0;
  start = skip(text, start);
  start = Math.max(start, quoteAhead(words, start));
  return { authors, dated: date !== null, start, ...(date?.year && { year: date.year }) };
}
