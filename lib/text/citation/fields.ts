/** What a citation tells behind its opening: title and container, and the numbers, with what they say of each other. */
import type { Name } from '../name';
import type { Authors } from './authors';
import { containerEnd, trimmed } from './container';
import { type Numbers, readNumbers } from './numbers';
import type { Opening } from './opening';
import type { Person } from './person';
import { retracted } from './retract';
import { readTitles, type Titles } from './title';
import { FLAGS, type Words } from './tokens';
import type { Span } from './weigh';

/** What is read of a citation's print, its identifiers aside. */
export interface Fields {
  authors: Name[];
  /** As it is printed: a family name, or an organisation. */
  firstAuthor?: string;
  title?: string;
  year?: number;
  /** "a" of "2019a". */
  suffix?: string;
  container?: string;
  volume?: string;
  issue?: string;
  pages?: string;
  /** What is printed before the year or the title: the authors, all of them. */
  opening: string;
}

/** Whom a citation is called by, and when: all that a marker in a text repeats of it. */
export type Called = Pick<Fields, 'firstAuthor' | 'year' | 'suffix' | 'opening'>;

/** A series of papers of an institution is not a journal. */
const PAPERS = /\b(?:working|discussion)\b/i;

function namesOf({ people, other }: Authors): Name[] {
  if (other && /\p{L}/u.test(other)) return [{ literal: other }];
  return people.map(({ family, given, form }: Person) =>
    form === 'eastern' || form === 'unread'
      ? { literal: family }
      : { family, ...(given && { given }) },
  );
}

/** Before the numbers of an erratum, or of a translation, which come behind the work's own. */
const AGAIN = /\[|errat|transl|engl\.|english/i;

/** The stretch of numbers that ends a journal's name: the surest one; of several with volume and pages the last, else the first. */
function mainOf(text: string, numbers: readonly Numbers[]): Numbers | undefined {
  let best: Numbers | undefined;
  for (const one of numbers)
    if (
      one.rank > (best?.rank ?? 0) ||
      (one.rank === 3 && best && !AGAIN.test(text.slice(best.to, one.from)))
    )
      best = one;
  return best;
}

/** The first author and the year by these readings of them. */
function calledBy(authors: Authors, said: string | undefined, opening: string): Called {
  const out: Called = { opening };
  const first = authors.other ?? authors.people[0]?.family;
  if (first && /\p{L}/u.test(first)) out.firstAuthor = first;
  const year = said ? /(\d{4})([a-z]?)/.exec(said) : null;
  if (year) {
    out.year = Number(year[1]);
    if (year[2]) out.suffix = year[2];
  }
  return out;
}

/** What the opening alone decides; null where the year, or who the authors are, hangs on the rest. */
export function calledAtOnce({ text }: Words, { authors, dated, year }: Opening): Called | null {
  return dated && year ? calledBy(authors, year, text.slice(0, authors.end)) : null;
}

/** "Authority in the Ward, 950-1100. Cambridge: …, 2004": years of a title, not pages. */
const isOfTitle = (words: Words, start: number, range: Numbers, numbers: readonly Numbers[]) =>
  numbers.some(({ year, from }) => year && from > range.to) &&
  words.count(FLAGS.serial, start, range.from) === 0 &&
  !/[“"«]|[,.] in |\bIn:? /.test(words.text.slice(start, range.from));

/** Reads the fields of a citation whose opening is read. */
export function readFields(words: Words, opening: Opening): Fields {
  const { text } = words;
  const { dated, start } = opening;
  const numbers = readNumbers(words, start, opening.year);
  const law = lawReport(text, start);
  let sure = law?.numbers ?? mainOf(text, numbers);
  if (sure?.rank === 1 && isOfTitle(words, start, sure, numbers)) sure = undefined;
  const main =
    sure ??
    (dated ? undefined : numbers.filter(({ year, from }) => year && from > start + 2).at(-1));
  const found: Titles = law
    ? { title: trimmed(text, { from: start, to: law.titleEnd }), container: law.container }
    : opening.title
      ? { title: opening.title, ...journalAt(words, start, main) }
      : readTitles(words, start, numbers, main);
  const { authors, titles } = dated
    ? { authors: opening.authors, titles: found }
    : retracted(words, start, opening.authors, found, main);
  const { title, container } = titles;
  const year =
    opening.year ?? yearAmong(numbers, main, titles.container?.to ?? titles.title?.to ?? start);
  const out: Fields = {
    authors: namesOf(authors),
    ...calledBy(authors, year, text.slice(0, authors.end)),
  };
  const said = title && text.slice(title.from, title.to);
  const within = container && withPoint(words, container);
  const named = within && text.slice(within.from, within.to);
  const after = numbers.filter(({ from }) => !title || from >= title.to);
  const volume = main?.volume ?? after.find((one) => one.volume && one.named)?.volume;
  const issue = main?.issue ?? after.find((one) => one.issue && one.named)?.issue;
  const pages = main?.pages ?? after.find((one) => one.pages)?.pages;
  return {
    ...out,
    ...(said && { title: said }),
    ...(named && !PAPERS.test(named) && { container: named }),
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(pages && { pages }),
  };
}

/** "Phys. Rev. Lett.": a name in short forms keeps the point of the last. */
function withPoint(words: Words, { from, to }: Span): Span {
  const short = words.count(FLAGS.pointed, from, to) > 1 && words.text[to] === '.';
  return { from, to: short ? to + 1 : to };
}

/** The journal that nothing but its numbers follows. */
function journalAt(words: Words, from: number, main: Numbers | undefined) {
  const to = containerEnd(words, from, main?.from ?? words.text.length, false);
  return { container: trimmed(words.text, { from, to }) };
}

const LAW =
  /[,.”] (?<volume>\d{1,4}) (?<journal>\p{Lu}[^,\d]{2,60}?) (?<pages>\d{1,5})(?:, \d{1,5}(?:[-–]\d{1,5})?)? ?\((?:\p{Lu}[^()]{0,20} )?(?<year>(?:1[5-9]|20)\d\d)\)/u;
type LawPart = 'volume' | 'journal' | 'pages' | 'year';
const OF_LAW = /\b(?:L\.|Law|Rev\.|U\.S\.|F\.|Int[’']l|Bus\.|Stat\.|S\. ?Ct)/;

/** "…, 8 Harv. L. Rev. 157 (1990)": law prints the volume before the journal, and the page behind it. */
function lawReport(text: string, start: number) {
  const found = LAW.exec(text.slice(start));
  if (!found) return undefined;
  const { volume, journal, pages, year } = found.groups as Record<LawPart, string>;
  if (!OF_LAW.test(journal)) return undefined;
  const titleEnd = start + found.index;
  const from = titleEnd + 2 + volume.length + 1;
  const to = from + journal.length;
  const numbers: Numbers = { from: to, to, volume, pages, year, rank: 3, named: false };
  return { titleEnd, numbers, container: { from, to } };
}

/** The year where none is behind the authors: beside volume and pages, else the last behind the title, else any. */
function yearAmong(
  numbers: readonly Numbers[],
  main: Numbers | undefined,
  from: number,
): string | undefined {
  if (main?.year && main.rank > 0) return main.year;
  let last: string | undefined;
  let any: string | undefined;
  for (const one of numbers) {
    if (!one.year) continue;
    any = one.year;
    if (one.from >= from - 1) last ??= one.year;
  }
  return last ?? any;
}
