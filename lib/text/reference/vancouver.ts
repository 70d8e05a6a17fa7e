/**
 * References in the way of Vancouver: the recommendations of the ICMJE with the samples of the National Library of Medicine
 * (Citing Medicine, 2nd ed.). Journals keep their whole names, for abbreviations are not known.
 */
import { doiUrl } from '../link';
import {
  type CitedAuthor,
  type CitedKind,
  type CitedPaper,
  clean,
  ended,
  kindOf,
  linked,
  pageRange,
  plain,
  type Run,
  spaced,
} from './cited';
import { initialsOf, nameOf } from './names';

/** With more, the first six are named (ICMJE). */
const MOST_AUTHORS = 6;

const NO_DATE = '[date unknown]';

export function vancouverReference(paper: CitedPaper): Run[] {
  const kind = kindOf(paper);
  const authors = listed(paper.authors);
  const title = clean(paper.title) || (authors ? '' : clean(paper.name));
  const more = afterTitle(paper, kind);
  return spaced(
    plain(authors && ended(authors)),
    plain(title && ended(more ? `${title} ${more}` : title)),
    plain(placeOf(paper, kind)),
    linkOf(paper),
  );
}

/** "[PhD thesis]", "[Internet]". */
function afterTitle({ genre, isRetracted }: CitedPaper, kind: CitedKind): string {
  const kinds: Partial<Record<CitedKind, string>> = { thesis: 'Thesis', page: 'Internet' };
  const what = kind === 'thesis' || kind === 'report' ? clean(genre) || kinds[kind] : kinds[kind];
  return [what ? `[${what}]` : '', isRetracted ? '[Retracted]' : ''].filter(Boolean).join(' ');
}

function placeOf(paper: CitedPaper, kind: CitedKind): string {
  const container = clean(paper.containerTitle);
  const publisher = clean(paper.publisher);
  const year = String(paper.year ?? NO_DATE);
  if (kind === 'preprint') {
    const server = container || publisher;
    return server ? `${server} [Preprint]. ${year}.` : `[Preprint]. ${year}.`;
  }
  if (kind === 'article' && container) return journalOf(paper, container, year);
  // A publisher that is the author is repeated: reports in Vancouver name both.
  const published = publisher ? `${publisher}; ${year}.` : `${year}.`;
  if ((kind === 'chapter' || kind === 'conference') && container)
    return [`In: ${editorsOf(paper)}${ended(container)}`, published, pagesOf(paper)]
      .filter(Boolean)
      .join(' ');
  const by = publisher || !container ? published : `${container}; ${year}.`;
  return [by, numberOf(paper, kind)].filter(Boolean).join(' ');
}

/** "Journal. 2020;55(3):285–93." */
function journalOf({ volume, issue, page, status }: CitedPaper, container: string, year: string) {
  const numbers = `${clean(volume)}${issue ? `(${clean(issue)})` : ''}`;
  const pages = page ? `:${shortRange(page)}` : '';
  const rest = numbers || pages ? `${numbers ? ';' : ''}${numbers}${pages}` : '';
  const isForthcoming = !rest && Boolean(status);
  return `${ended(container)} ${isForthcoming ? 'Forthcoming ' : ''}${year}${rest}.`;
}

function editorsOf({ editors = [] }: CitedPaper): string {
  const names = listed(editors);
  return names ? `${names}, ${editors.length > 1 ? 'editors' : 'editor'}. ` : '';
}

const pagesOf = ({ page }: CitedPaper): string => (page ? `p. ${shortRange(page)}.` : '');

const numberOf = ({ number, genre }: CitedPaper, kind: CitedKind): string =>
  kind === 'report' && number ? `${clean(genre) || 'Report'} no.: ${clean(number)}.` : '';

function linkOf({ doi, url }: CitedPaper): Run[] {
  if (doi) return linked(`doi:${clean(doi)}`, doiUrl(doi));
  return url ? [...plain('Available from: '), ...linked(clean(url), url)] : [];
}

/** "285–93" of "285-293": the last page leaves out what it shares with the first. */
function shortRange(pages: string): string {
  return pageRange(pages).replace(/\b(\d+)\u2013(\d+)\b/g, (whole, first: string, last: string) => {
    if (first.length !== last.length || Number(last) <= Number(first)) return whole;
    const shared = [...first].findIndex((digit, i) => digit !== last[i]);
    return `${first}\u2013${last.slice(shared)}`;
  });
}

/** "Ibrahim NM, Thompson D, Nixdorf RJ", "King ML Jr". */
function listed(authors: readonly CitedAuthor[]): string {
  const names = authors.map(short).filter(Boolean);
  const shown = names.slice(0, MOST_AUTHORS).join(', ');
  return names.length > MOST_AUTHORS ? `${shown}, et al.` : shown;
}

function short(author: CitedAuthor): string {
  if (!author.family) return nameOf(author);
  const initials = initialsOf(author.given).flat().join('');
  return [nameOf(author), initials, clean(author.suffix).replace(/\.$/, '')]
    .filter(Boolean)
    .join(' ');
}
