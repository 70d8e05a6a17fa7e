/**
 * A quote with its citation, as a reviewer pastes it: the words, author, year and page after them, and the reference. In the
 * way of APA 7 (Publication Manual, 8.25-8.27 for quotes, 9.4-9.37 for references), which nearly all journals of the field
 * take or can be brought from. The words of the quote are never changed, not even its quotation marks.
 */
import { displayText } from './display';

interface CitedAuthor {
  family?: string | undefined;
  given?: string | undefined;
  suffix?: string | undefined;
  literal?: string | undefined;
}

/** What is known of the paper whose words they are. */
export interface CitedPaper {
  authors: readonly CitedAuthor[];
  year?: number | undefined;
  title?: string | undefined;
  containerTitle?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  page?: string | undefined;
  publisher?: string | undefined;
  doi?: string | undefined;
  /** Where it is, if it has no DOI. */
  url?: string | undefined;
  /** What it is called where it has neither author nor title. */
  name: string;
}

export interface QuotedWords {
  quote: string;
  /** The printed page. */
  page?: string | undefined;
  /** The heading it is under: named where there is no page. */
  section?: string | undefined;
}

/** A piece of a reference. */
interface Run {
  text: string;
  isItalic?: true;
}

export interface CitedQuote {
  /** With quotation marks, unless it is set apart as a block. */
  quote: string;
  /** 40 words and more are a block of their own (APA 7, 8.27). */
  isBlock: boolean;
  /** "(Ibrahim et al., 2020, p. 12)". */
  citation: string;
  reference: readonly Run[];
}

/** Words from which a quote is a block. */
const BLOCK_WORDS = 40;
/** A longer heading, or title in the text, is not read as the name of a place any more. */
const LONGEST_NAME = 60;
/** With more authors, a reference has the first 19 and the last (APA 7, 9.8). */
const MOST_AUTHORS = 20;

export function citedQuote({ quote, page, section }: QuotedWords, paper: CitedPaper): CitedQuote {
  const words = displayText(quote).trim();
  const isBlock = words.split(/\s+/).length >= BLOCK_WORDS;
  const where = page ? pageText(page) : sectionText(section);
  const who = authorsInText(paper) || titleInText(paper);
  const year = paper.year === undefined ? 'n.d.' : String(paper.year);
  return {
    quote: isBlock ? words : `“${words}”`,
    isBlock,
    citation: `(${[who, year, where].filter(Boolean).join(', ')})`,
    reference: referenceOf(paper),
  };
}

/** The same as plain text. */
export const citedAsText = ({ quote, citation, reference }: CitedQuote): string =>
  `${quote} ${citation}\n\n${reference.map(({ text }) => text).join('')}`;

const pageText = (page: string): string =>
  `${/[-\u2013,]/.test(page) ? 'pp.' : 'p.'} ${rangeText(page)}`;
const rangeText = (pages: string): string =>
  displayText(pages)
    .trim()
    .replace(/(\d) ?- ?(?=\d)/g, '$1\u2013');

function sectionText(section = ''): string {
  const name = displayText(section).trim();
  return name && name.length <= LONGEST_NAME ? `${name} section` : '';
}

const nameOf = ({ family, literal }: CitedAuthor): string =>
  displayText(family ?? literal ?? '').trim();

/** "Mirbahaeddin & Chreim", "Ibrahim et al."; "" without authors. */
export function authorsInText({ authors }: Pick<CitedPaper, 'authors'>): string {
  const names = authors.map(nameOf).filter(Boolean);
  const [first = '', second = ''] = names;
  if (names.length > 2) return `${first} et al.`;
  return names.length === 2 ? `${first} & ${second}` : first;
}

function titleInText({ title, name }: CitedPaper): string {
  const words = displayText(title ?? '').trim();
  if (!words) return displayText(name).trim();
  if (words.length <= LONGEST_NAME) return `“${words}”`;
  const cut = words.slice(0, LONGEST_NAME + 1);
  return `“${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_NAME / 2)).trim()}…”`;
}

function referenceOf(paper: CitedPaper): Run[] {
  const authors = authorsListed(paper);
  const title = displayText(paper.title ?? '').trim() || (authors ? '' : displayText(paper.name));
  const year = paper.year === undefined ? '(n.d.)' : `(${paper.year})`;
  const isPart = Boolean(paper.containerTitle);
  const titled: Run[] = title
    ? [{ text: title, ...(!isPart && ITALIC) }, { text: /[.?!]$/.test(title) ? '' : '.' }]
    : [];
  const start: Run[] = authors
    ? [{ text: `${ended(authors)} ${year}.` }, ...spaced(titled)]
    : [...titled, { text: ` ${year}.` }];
  const link = paper.doi ? `https://doi.org/${paper.doi}` : (paper.url ?? '');
  const runs = [...start, ...spaced(placeOf(paper)), ...spaced(link ? [{ text: link }] : [])];
  return runs.filter(({ text }) => text);
}

const ITALIC = { isItalic: true } as const;
const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`);
const spaced = (runs: readonly Run[]): Run[] => (runs.length ? [{ text: ' ' }, ...runs] : []);

/** "Journal, 12(3), 4–9.", else the publisher. */
function placeOf({ containerTitle, volume, issue, page, publisher }: CitedPaper): Run[] {
  if (!containerTitle) return publisher ? [{ text: ended(displayText(publisher).trim()) }] : [];
  return [
    { text: displayText(containerTitle).trim(), ...ITALIC },
    ...(volume ? [{ text: ', ' }, { text: displayText(volume), ...ITALIC }] : []),
    ...(issue ? [{ text: `${volume ? '' : ', '}(${displayText(issue)})` }] : []),
    ...(page ? [{ text: `, ${rangeText(page)}` }] : []),
    { text: '.' },
  ];
}

/** "Ibrahim, N., Thompson, D., & Nixdorf, R." */
function authorsListed({ authors }: CitedPaper): string {
  const names = authors.map(listed).filter(Boolean);
  const last = names.at(-1) ?? '';
  if (names.length > MOST_AUTHORS)
    return `${names.slice(0, MOST_AUTHORS - 1).join(', ')}, … ${last}`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${last}` : last;
}

function listed(author: CitedAuthor): string {
  if (!author.family) return nameOf(author);
  const initials = initialsOf(displayText(author.given ?? ''));
  const suffix = displayText(author.suffix ?? '');
  return [nameOf(author), initials, suffix].filter(Boolean).join(', ');
}

/** "N. M." of "Nashwa M.", "NM" and "N.M."; "J.-P." of "Jean-Paul". Names of scripts without initials stay whole. */
function initialsOf(given: string): string {
  return given
    .split(/[\s.]+/)
    .filter(Boolean)
    .flatMap((name) => (isInitials(name) ? [...name] : name))
    .map((name) => name.split('-').filter(Boolean).map(initialOf).join('-'))
    .join(' ');
}

/** "NM": as PubMed prints them. */
const isInitials = (name: string): boolean => /^\p{Lu}{2,3}$/u.test(name);

function initialOf(name: string): string {
  const [first = ''] = name;
  const hasCases = first.toUpperCase() !== first.toLowerCase();
  return hasCases ? `${first.toUpperCase()}.` : name;
}
