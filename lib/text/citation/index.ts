/**
 * The grammar of printed citations: a reference of a list, or the line in which a page cites itself, read into
 * fields. Any usual style: the parts that marks and numbers give away are read first (identifiers, authors, dates,
 * volume and pages), and what is left is shared between title and container.
 */
import { plainLetters } from '../letters';
import type { Name } from '../name';
import { type Authors, readAuthors } from './authors';
import { containerEnd, trimmed } from './container';
import { readIdentifiers } from './identifiers';
import { type Numbers, readNumbers } from './numbers';
import { readOpening } from './opening';
import type { Person } from './person';
import { onePrint } from './print';
import { retracted } from './retract';
import { readTitles, type Titles } from './title';
import { FLAGS, Words } from './tokens';
import type { Span } from './weigh';

export interface Citation {
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
  doi?: string;
  /** What is printed before the year or the title: the authors, all of them. */
  opening: string;
}

const LABEL =
  /^(?:\[[^\][]{1,20}\]|\((?:\d{1,3}|[^\p{L}\d()“"]{1,2})\)|\d{1,4}[.)](?= )|\d{1,3} ?-(?= ?[A-Z])|[-•·–](?= ))\s*/u;
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
      (one.rank === 3 && best?.rank === 3 && !AGAIN.test(text.slice(best.to, one.from)))
    )
      best = one;
  return best;
}

/**
 * Reads a printed citation.
 * @param printed one citation, its number before it or not; of more than 2,000 characters the first are read
 */
export function readCitation(printed: string): Citation {
  const text = onePrint(printed).replace(LABEL, '');
  const { doi, rest } = readIdentifiers(text);
  const letters = plainLetters(rest);
  const words = new Words(rest, letters);
  const opening = readOpening(words);
  let { authors } = opening;
  const { dated, start } = opening;
  const numbers = readNumbers(words, start, rest.length);
  const law = lawReport(rest, start);
  let sure = law?.numbers ?? mainOf(rest, numbers);
  // "Authority in the Ward, 950-1100. Cambridge: …, 2004": years of a title, not pages.
  if (
    sure?.rank === 1 &&
    numbers.some(({ year, from }) => year && from > (sure?.to ?? 0)) &&
    words.count(FLAGS.serial, start, sure.from) === 0 &&
    !/[“"«]|[,.] in |\bIn:? /.test(rest.slice(start, sure.from))
  )
    sure = undefined;
  const main =
    sure ??
    (dated ? undefined : numbers.filter(({ year, from }) => year && from > start + 2).at(-1));
  let titles: Titles = law
    ? { title: trimmed(rest, { from: start, to: law.titleEnd }), container: law.container }
    : opening.title
      ? { title: opening.title, ...journalAt(words, start, main) }
      : readTitles(words, start, numbers, main);
  if (!dated) ({ authors, titles } = retracted(words, start, authors, titles, main));
  const out: Citation = { authors: namesOf(authors), opening: rest.slice(0, authors.end) };
  const first = authors.other ?? authors.people[0]?.family;
  if (first && /\p{L}/u.test(first)) out.firstAuthor = first;
  const { title, container } = titles;
  const cut = (span: { from: number; to: number }) => rest.slice(span.from, span.to);
  if (title && title.to > title.from) out.title = cut(title);
  if (container && container.to > container.from && !PAPERS.test(cut(container)))
    out.container = cut(withPoint(words, container));
  const said =
    opening.year ?? yearAmong(numbers, main, titles.container?.to ?? titles.title?.to ?? start);
  const year = said ? /(\d{4})([a-z]?)/.exec(said) : null;
  if (year) {
    out.year = Number(year[1]);
    if (year[2]) out.suffix = year[2];
  }
  const after = numbers.filter(({ from }) => !title || from >= title.to - 1);
  const volume = main?.volume ?? after.find((one) => one.volume && one.named)?.volume;
  if (volume) out.volume = volume;
  const issue = main?.issue ?? after.find((one) => one.issue && one.named)?.issue;
  if (issue) out.issue = issue;
  const pages = main?.pages ?? after.find((one) => one.pages)?.pages;
  if (pages) out.pages = pages;
  if (doi) out.doi = doi;
  return out;
}

/** "Phys. Rev. Lett.": a name in short forms keeps the point of the last. */
function withPoint(words: Words, { from, to }: Span): Span {
  const short = words.count(FLAGS.pointed, from, to) > 1 && words.text[to] === '.';
  return { from, to: short ? to + 1 : to };
}

/** The journal that nothing but its numbers follows. */
function journalAt(words: Words, from: number, main: Numbers | undefined) {
  const to = main && main.from > from ? main.from : words.text.length;
  const end = containerEnd(words, from, to, false);
  return end > from ? { container: trimmed(words.text, { from, to: end }) } : {};
}

const LAW =
  /[,.”] (\d{1,4}) (\p{Lu}[^,\d]{2,60}?) (\d{1,5})(?:, \d{1,5}(?:[-–]\d{1,5})?)? ?\((?:\p{Lu}[^()]{0,20} )?((?:1[5-9]|20)\d\d)\)/u;
/** What it takes at least, and costs less to look for. */
const MAYBE_LAW = /[,.”] \d{1,4} [^ -@]/;

/** "…, 8 Harv. L. Rev. 157 (1990)": law prints the volume before the journal, and the page behind it. */
function lawReport(text: string, start: number) {
  const rest = text.slice(start);
  const found = MAYBE_LAW.test(rest) ? LAW.exec(rest) : null;
  const [, volume = '', journal = '', page = '', year = ''] = found ?? [];
  if (!found || !/\b(?:L\.|Law|Rev\.|U\.S\.|F\.|Int[’']l|Bus\.|Stat\.|S\. ?Ct)/.test(journal))
    return undefined;
  const titleEnd = start + found.index;
  const from = titleEnd + 2 + volume.length + 1;
  const to = from + journal.length;
  const numbers: Numbers = {
    from: to,
    to: start + found.index + found[0].length,
    volume,
    pages: page,
    year,
    rank: 3,
    named: false,
  };
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

/** The family name, or the organisation, that a list of authors opens with. */
export function readFirstAuthor(printed: string): string | undefined {
  const { other, people } = readAuthors(onePrint(printed));
  return other ?? people[0]?.family;
}
