/** Records whose lines begin with a tag (RIS, and EndNote's own under RIS's names): what each tag is for. */
import type { Author } from '../../../model';
import { isbnIn } from '../../../text';
import { linesOf } from './lines';
import { namesIn } from './names';
import type { Draft } from './reference';

export interface TaggedField {
  tag: string;
  /** With "\n" where the value goes on in a further line. */
  value: string;
}

export interface TaggedRecord {
  line: number;
  text: string;
  /** Of CSL. */
  type: string | undefined;
  isInPress?: boolean;
  fields: readonly TaggedField[];
}

/** Kinds whose second title is what they appeared in, and whose second authors are its editors. */
const PARTS = ['chapter', 'paper-conference', 'entry-dictionary', 'entry-encyclopedia'];
const PERIODICALS = ['article-journal', 'article-magazine', 'article-newspaper'];
/** Only these have a kind of work in M3: other programs put a DOI there. */
const WITH_GENRE = ['thesis', 'report'];

/** Databases whose accession number is the PMID: PubMed, MEDLINE at any vendor, EndNote's word for it. */
const PUBMED = /pubmed|medline|^nlm$/i;
/** Embase has MEDLINE's records under numbers of its own. */
const NOT_PUBMED = /embase/i;

/** M1 holds a number, or whatever else a program has: addresses, a kind of work, a list of references. */
const NUMBER = /^(?=[^\d]{0,20}\d)[\p{L}\d./ -]{1,24}$/u;
/** Ovid puts all people into A2 whom an article cites. */
const LONGEST_EDITOR = 200;
const isShort = (text: string): boolean => text.length <= LONGEST_EDITOR;

const ISSN = /(?<![\d-])\d{4}-?\d{3}[\dXx](?![\d-])/;

/** What a record states; values of several tags in the order of the tags. */
export function draftOf(record: TaggedRecord): Draft {
  const byTag = new Map<string, string[]>();
  for (const { tag, value } of record.fields) {
    const values = byTag.get(tag);
    if (values) values.push(value);
    else byTag.set(tag, [value]);
  }
  const all = (...tags: string[]) => tags.flatMap((tag) => byTag.get(tag) ?? []);
  const { type, line, text } = record;
  const isPart = PARTS.includes(type ?? '');
  const notes = all('N1', 'RN');
  const urls = all('UR', 'L2', 'L1').map((url) => url.split('\n')[0] ?? '');
  const serials = all('SN');
  const numbers = numbersOf(type, all, serials);
  return {
    ...{ line, text, urls },
    authors: authorsOf(all('A1'), all('AU')),
    // In other types A2 is a series' editor, or a translator.
    editors: [...all('ED'), ...(isPart ? all('A2').filter(isShort) : [])].flatMap(namesIn),
    keywords: keywordsOf(all('KW', 'K1')),
    notes: notes.filter((note) => !doiIn(note, true)),
    texts: {
      type: [type],
      title: all('TI', 'T1', 'CT', ...(isPart ? [] : ['BT']), 'ST', 'TT'),
      containerTitle: all('T2', ...(isPart ? ['BT', 'C3'] : []), 'JF', 'JO', 'JA', 'J2', 'J1'),
      year: all('PY', 'Y1', 'YR', 'DA'),
      volume: all('VL'),
      ...numbers,
      page: [pagesOf(all('SP')[0], all('EP')[0]), ...all('C7', 'PG')],
      publisher: all('PB', 'PU'),
      isbn: serials,
      issn: serials.map(issnIn),
      genre: WITH_GENRE.includes(type ?? '')
        ? all('M3').filter((kind) => !/10\.\d/.test(kind))
        : [],
      language: all('LA'),
      abstract: all('AB', 'N2'),
      status: record.isInPress ? ['in press'] : [],
      doi: [...all('DO', 'DI', 'M3', 'L3'), ...notes.map((note) => doiIn(note))],
      pmid: pmids(all, notes),
      pmcid: all('C2', 'C1', 'C3', 'C6', 'C8').map((one) =>
        /^PMC\d/i.test(one) ? one : undefined,
      ),
      arxiv: [...all('AN', 'ID', 'M1'), ...notes].filter((one) => /^arxiv:/i.test(one)),
    },
  };
}

/** "1234-5678" in what may hold other numbers too. */
export function issnIn(text: string): string | undefined {
  const found = isbnIn(text) ? undefined : ISSN.exec(text)?.[0].replace('-', '');
  return found && `${found.slice(0, 4)}-${found.slice(4)}`;
}

/** Issue of a periodical, number of a report: programs share the tags between them. */
function numbersOf(
  type: string | undefined,
  all: (...tags: string[]) => string[],
  serials: readonly string[],
): Pick<Draft['texts'], 'issue' | 'number'> {
  const [issue, number] = [all('IS', 'CP'), all('M1').filter((one) => NUMBER.test(one))];
  if (PERIODICALS.includes(type ?? '')) return { issue: issue.length ? issue : number };
  if (type !== 'report') return { issue, number };
  const others = serials.filter((one) => !isbnIn(one) && !issnIn(one));
  return { issue, number: [...number, ...others] };
}

/** First authors under either tag; a program that writes all of them under both means them once. */
function authorsOf(a1: readonly string[], au: readonly string[]): Author[] {
  const isTwice = a1.length === au.length && a1.every((one, i) => one === au[i]);
  return [...a1, ...(isTwice ? [] : au)].flatMap(namesIn);
}

/** One keyword a line; programs that know one line only put them all there. */
function keywordsOf(values: readonly string[]): string[] {
  const words = values.flatMap((value) => value.split(/[;\n]/));
  const [only = ''] = words;
  return words.length === 1 && only.split(',').length > 2 ? only.split(',') : words;
}

/** "101-110"; one of the two may hold the whole range, as databases write it. */
function pagesOf(first: string | undefined, last: string | undefined): string | undefined {
  if (!first || !last || first === last) return first;
  if (isRange(first)) return first;
  return isRange(last) && last.startsWith(first) ? last : `${first}-${last}`;
}

const isRange = (page: string): boolean => /\d ?[-\u2013] ?[a-z]?\d/i.test(page);

/** The DOI that a note gives of its paper: at a line's start, and not in a sentence about another. */
function doiIn(note: string, isAll = false): string | undefined {
  const lines = linesOf(note);
  if (isAll && lines.length > 1) return undefined;
  const found = lines.find((line) =>
    /^(?:doi:? ?)?(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4}\S*$/i.test(line.trim()),
  );
  return found?.trim();
}

function pmids(all: (...tags: string[]) => string[], notes: readonly string[]): string[] {
  const databases = all('DB', 'DP');
  const isPubmed = databases.some((name) => PUBMED.test(name) && !NOT_PUBMED.test(name));
  const stated = notes.flatMap((note) => /^PMID:? ?(\d{1,9})\b/i.exec(note)?.[1] ?? []);
  // Embase has it in C5, the Cochrane Library as "PUBMED 31000001".
  const isEmbase = databases.some((name) => NOT_PUBMED.test(name) || PUBMED.test(name));
  const cochrane = all('C3').flatMap((text) => /\bPUBMED (\d{4,9})\b/.exec(text)?.[1] ?? []);
  return [
    ...(isPubmed ? all('AN', 'ID') : []),
    ...(isEmbase ? all('C5') : []),
    ...cochrane,
    ...stated,
  ];
}
