/** References in the way of APA 7 (Publication Manual, 9.4-9.37 and chapter 10). Titles keep the capitals of their source. */
import { doiUrl } from '../link';
import {
  type CitedAuthor,
  type CitedKind,
  type CitedPaper,
  clean,
  ended,
  isRange,
  italic,
  kindOf,
  linked,
  pageRange,
  plain,
  type Run,
  spaced,
} from './cited';
import { hasCases, initialsOf, nameOf } from './names';

/** With more authors, a reference has the first 19 and the last (9.8). */
const MOST_AUTHORS = 20;

/** What is part of something larger has its title plain, and the larger one's in italics (9.19). */
const IS_PART: ReadonlySet<CitedKind> = new Set(['article', 'chapter', 'conference']);

export function apaReference(paper: CitedPaper): Run[] {
  const kind = kindOf(paper);
  const authors = listed(paper.authors);
  const title = clean(paper.title) || (authors ? '' : clean(paper.name));
  const year = `(${paper.year ?? 'n.d.'}).`;
  const isPart = IS_PART.has(kind) && Boolean(paper.containerTitle);
  const more = afterTitle(paper, kind);
  const titled: Run[] = title
    ? [...(isPart ? plain(title) : italic(title)), ...plain(more ? ` ${more}.` : stopAfter(title))]
    : [];
  const start = authors ? [plain(`${ended(authors)} ${year}`), titled] : [titled, plain(year)];
  return spaced(...start, placeOf(paper, kind), linkOf(paper));
}

const stopAfter = (title: string): string => (/[.?!]$/.test(title) ? '' : '.');

/** "(Technical report No. 12)", "[PhD thesis]", "[Retracted]": what is printed beside the title of a work (9.21). */
function afterTitle({ genre, number, isRetracted }: CitedPaper, kind: CitedKind): string {
  const what =
    clean(genre) || (kind === 'preprint' ? 'Preprint' : kind === 'thesis' ? 'Thesis' : '');
  const counted = kind === 'report' && number ? `No. ${clean(number)}` : '';
  return [
    counted ? `(${[what, counted].filter(Boolean).join(' ')})` : '',
    !counted && what && BESIDE_TITLE.has(kind) ? `[${what}]` : '',
    isRetracted ? '[Retracted]' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const BESIDE_TITLE: ReadonlySet<CitedKind> = new Set(['preprint', 'thesis', 'report']);

function placeOf(paper: CitedPaper, kind: CitedKind): Run[] {
  const container = clean(paper.containerTitle);
  const publisher = clean(paper.publisher);
  const isBook =
    kind === 'chapter' || (kind === 'conference' && Boolean(publisher || paper.editors?.length));
  if (isBook && container)
    return spaced(bookOf(paper, container), plain(publisher && ended(publisher)));
  if (IS_PART.has(kind) && container) return journalOf(paper, container);
  // A publisher that is the author is not repeated (9.29).
  const by = [container, publisher].find((one) => one && one !== listed(paper.authors));
  return plain(by ? ended(by) : '');
}

/** "In I. Ito & M. Reed (Eds.), Handbook (pp. 12–30)." */
function bookOf({ editors = [], page, volume }: CitedPaper, container: string): Run[] {
  const names = editors.map(before).filter(Boolean);
  const led = names.length ? `${joined(names)} (${names.length > 1 ? 'Eds.' : 'Ed.'}), ` : '';
  const pages = page ? `${isRange(page) ? 'pp.' : 'p.'} ${pageRange(page)}` : '';
  const where = [volume ? `Vol. ${clean(volume)}` : '', pages].filter(Boolean).join(', ');
  return [...plain(`In ${led}`), ...italic(container), ...plain(where ? ` (${where}).` : '.')];
}

/** "Journal, 12(3), 4–9." */
function journalOf({ volume, issue, page, status }: CitedPaper, container: string): Run[] {
  const numbers: Run[] = [
    ...(volume ? [...plain(', '), ...italic(clean(volume))] : []),
    ...(issue ? plain(`${volume ? '' : ', '}(${clean(issue)})`) : []),
    ...(page ? plain(`, ${pageRange(page)}`) : []),
  ];
  const state = !numbers.length && status ? ` ${asSentenceEnd(clean(status))}` : '';
  return [...italic(container), ...numbers, ...plain(`.${state}`)];
}

const asSentenceEnd = (text: string): string => ended(text.charAt(0).toUpperCase() + text.slice(1));

function linkOf({ doi, url }: CitedPaper): Run[] {
  const address = doi ? doiUrl(doi) : (url ?? '');
  return linked(clean(doi ? `https://doi.org/${doi}` : url), address);
}

/** "Ibrahim, N. M., Thompson, D., & Nixdorf, R.-J." */
function listed(authors: readonly CitedAuthor[]): string {
  const names = authors.map(after).filter(Boolean);
  const last = names.at(-1) ?? '';
  if (names.length > MOST_AUTHORS)
    return `${names.slice(0, MOST_AUTHORS - 1).join(', ')}, … ${last}`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')}, & ${last}` : last;
}

/** "I. Ito & M. Reed", "I. Ito, M. Reed, & A. Ali". */
function joined(names: readonly string[]): string {
  if (names.length < 3) return names.join(' & ');
  return `${names.slice(0, -1).join(', ')}, & ${names.at(-1)}`;
}

/** "King, M. L., Jr." */
function after(author: CitedAuthor): string {
  if (!author.family) return nameOf(author);
  return [nameOf(author), initials(author), clean(author.suffix)].filter(Boolean).join(', ');
}

/** "M. L. King, Jr." */
function before(author: CitedAuthor): string {
  if (!author.family) return nameOf(author);
  const name = [initials(author), nameOf(author)].filter(Boolean).join(' ');
  return [name, clean(author.suffix)].filter(Boolean).join(', ');
}

/** "N. M.", "J.-P." */
const initials = ({ given }: CitedAuthor): string =>
  initialsOf(given)
    .map((parts) => parts.map((part) => (isOneLetter(part) ? `${part}.` : part)).join('-'))
    .join(' ');

const isOneLetter = (part: string): boolean => [...part].length === 1 && hasCases(part);
