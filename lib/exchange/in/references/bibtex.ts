/** BibTeX and BibLaTeX: entries to papers. What each field is called by either, and what programs put elsewhere. */
import { languageTag } from '../../../text';
import { ownOf } from '../../own-of';
import type { FileText } from '../file-text';
import { type BibEntry, readEntries } from './bibtex-entries';
import { bibtexNames } from './bibtex-names';
import type { ReadReferences, ReferenceFormat } from './format';
import { latexText, latexVerbatim } from './latex';
import { type Draft, Found } from './reference';
import { issnIn } from './tagged';

const ENTRY = /^[ \t]{0,20}@[ \t]{0,9}[a-z]{1,40}\s{0,9}[{(]/im;
const OTHER_FORMATS = /^[ \t]{0,3}(?:TY[ \t]{1,3}-|PMID {0,2}- ?\d)/m;

export const bibtex: ReferenceFormat = {
  id: 'bibtex',
  label: 'BibTeX files',
  extensions: ['bib', 'bibtex'],
  mime: 'application/x-bibtex',
  sniff: ({ start, text, name }) =>
    !OTHER_FORMATS.test(start) &&
    !/^[[{<]/.test(start) &&
    ENTRY.test(/\.bib(?:tex)?$/i.test(name) ? text : start),
  read,
};

const TYPES: Readonly<Record<string, string>> = {
  ...{
    article: 'article-journal',
    inproceedings: 'paper-conference',
    conference: 'paper-conference',
  },
  ...{
    incollection: 'chapter',
    inbook: 'chapter',
    inreference: 'chapter',
    suppcollection: 'chapter',
  },
  ...{ book: 'book', mvbook: 'book', booklet: 'book', collection: 'book', proceedings: 'book' },
  ...{ mvcollection: 'book', mvproceedings: 'book', reference: 'book', manual: 'book' },
  ...{ thesis: 'thesis', phdthesis: 'thesis', mastersthesis: 'thesis', techreport: 'report' },
  ...{ report: 'report', online: 'webpage', electronic: 'webpage', www: 'webpage' },
  ...{ unpublished: 'manuscript', dataset: 'dataset', software: 'software', patent: 'patent' },
  preprint: 'article',
};
/** Kinds that say nothing against it where arXiv has the work; a thesis or a report there is one all the same. */
const MAY_BE_PREPRINT = new Set(['misc', 'online', 'electronic', 'www', 'unpublished', 'preprint']);
/** The kind of work, where the type of the entry implies it; else the field `type` names it. */
const GENRES: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis',
  mastersthesis: "Master's thesis",
};
/** BibLaTeX's keys for them. */
const GENRE_KEYS: Readonly<Record<string, string>> = {
  ...{ phdthesis: 'PhD thesis', mathesis: "Master's thesis", bathesis: "Bachelor's thesis" },
  ...{
    candthesis: 'Candidate thesis',
    techreport: 'Technical report',
    resreport: 'Research report',
  },
};
const WITH_GENRE = ['thesis', 'report'];

/** babel's names for languages that others call otherwise. */
const BABEL: Readonly<Record<string, string>> = {
  ...{ american: 'en-US', usenglish: 'en-US', british: 'en-GB', ukenglish: 'en-GB' },
  ...{ ngerman: 'de', germanb: 'de', austrian: 'de-AT', naustrian: 'de-AT' },
  ...{ brazil: 'pt-BR', brazilian: 'pt-BR', francais: 'fr', spanish: 'es', mexican: 'es-MX' },
};

/** What the reader wrote, by any program's name. */
const NOTES = ['note', 'annote', 'annotation', 'comment', 'review', 'notes'];
/** Fields of an entry that are of its own, not of the volume in which it is. */
const NOT_INHERITED = new Set(
  (
    'title subtitle author key keywords abstract doi url pmid pmcid eprint note annote annotation file pages crossref xdata ' +
    'shorttitle titleaddon eid ids'
  ).split(' '),
);

function read({ text }: FileText): ReadReferences {
  const found = new Found();
  const { entries, broken } = readEntries(text);
  found.broken.push(...broken);
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  for (const entry of entries) {
    if (entry.kind === 'xdata' || entry.kind === 'set') continue;
    found.add(draftOf(withInherited(entry, byKey)));
  }
  found.broken.sort((a, b) => a.line - b.line);
  return found;
}

/** With what it leaves to the entries that it names. One step: an entry's volume has none of its own. */
function withInherited(entry: BibEntry, byKey: ReadonlyMap<string, BibEntry>): BibEntry {
  const names = [entry.fields.get('crossref'), ...(entry.fields.get('xdata')?.split(',') ?? [])];
  const fields = new Map(entry.fields);
  const add = (name: string, value: string | undefined) => {
    if (value && !fields.has(name)) fields.set(name, value);
  };
  for (const name of names) {
    const parent = byKey.get(name?.trim().toLowerCase() ?? '');
    if (!parent || parent === entry) continue;
    const isData = parent.kind === 'xdata';
    if (!isData && ownOf(TYPES, entry.kind) !== 'book') {
      add('booktitle', parent.fields.get('booktitle') ?? parent.fields.get('title'));
    }
    for (const [field, value] of parent.fields)
      if (isData || !NOT_INHERITED.has(field)) add(field, value);
  }
  return { ...entry, fields };
}

function draftOf(entry: BibEntry): Draft {
  const { kind, fields, line, text } = entry;
  const raw = (...names: string[]) => names.flatMap((name) => fields.get(name) ?? []);
  const all = (...names: string[]) => raw(...names).map(latexText);
  const ids = (...names: string[]) => raw(...names).map(latexVerbatim);
  const eprint = eprintOf(fields);
  const type = eprint.arxiv && MAY_BE_PREPRINT.has(kind) ? 'article' : ownOf(TYPES, kind);
  const notes = all(...NOTES);
  const { numbers, genre } = kindOf(entry, type, all);
  const urls = ids('url', 'link', 'bdsk-url-1').concat(
    raw('howpublished', 'note').flatMap((one) => /\\url\{([^{}]{1,2000})\}/.exec(one)?.[1] ?? []),
  );
  return {
    ...{ line, text, urls },
    authors: raw('author').flatMap(bibtexNames),
    editors: raw('editor').flatMap(bibtexNames),
    keywords: all('keywords', 'keyword', 'author_keywords').flatMap((words) =>
      words.split(words.includes(';') ? ';' : ','),
    ),
    notes,
    texts: {
      type: [type],
      title: [titleOf(all('title'), all('subtitle')), ...all('shorttitle')],
      containerTitle: [
        ...all('journal', 'journaltitle'),
        // Of a whole volume it is what its parts call it.
        ...(type === 'book' ? [] : [titleOf(all('booktitle', 'maintitle'), all('booksubtitle'))]),
        ...all('shortjournal', 'abbrev_source_title'),
      ],
      year: all('date', 'year', 'issue_date'),
      volume: all('volume'),
      ...numbers,
      page: all('pages', 'eid', 'articleno', 'article-number', 'art_number').map((page) =>
        page.replace(/ ?\u2013 ?/g, '-'),
      ),
      publisher: all('publisher', 'institution', 'school', 'organization'),
      isbn: all('isbn'),
      issn: all('issn', 'eissn').map(issnIn),
      genre: [genre],
      language: all('langid', 'language', 'hyphenation').map(languageOf),
      abstract: all('abstract'),
      status: [...all('pubstate').map((one) => one.replace(/^inpress$/i, 'in press')), ...notes],
      doi: [...ids('doi'), ...ids('note').filter((note) => /^doi:/i.test(note))],
      pmid: [...ids('pmid'), eprint.pmid, /\bPMID:? ?(\d{4,9})/i.exec(notes[0] ?? '')?.[1]],
      pmcid: ids('pmcid', 'pmc'),
      arxiv: [eprint.arxiv],
    },
  };
}

const titleOf = ([title]: readonly string[], [subtitle]: readonly string[]): string | undefined =>
  title && subtitle
    ? `${title}${/[?!:.]\s*$/.test(title.slice(-9)) ? '' : ':'} ${subtitle}`
    : title;

/** An id in an archive, and which one; those of arXiv have a form of their own. */
function eprintOf(fields: ReadonlyMap<string, string>): { arxiv?: string; pmid?: string } {
  const id = latexVerbatim(fields.get('eprint') ?? fields.get('arxivid') ?? '').trim();
  const archive = fields.get('eprinttype') ?? fields.get('archiveprefix') ?? '';
  if (/arxiv/i.test(archive) || (!archive && /^(?:arxiv:)?\d{4}\.\d{4,5}/i.test(id)))
    return { arxiv: id };
  return /pubmed|pmid/i.test(archive) ? { pmid: id } : {};
}

/** `number` is an article's issue and a report's number; `type` is the kind of a thesis or report. */
function kindOf(
  { kind, fields }: BibEntry,
  type: string | undefined,
  all: (...names: string[]) => string[],
): { numbers: Pick<Draft['texts'], 'issue' | 'number'>; genre: string | undefined } {
  const isReport = type === 'report' || kind === 'patent' || kind === 'manual';
  const numbers = isReport ? { number: all('number') } : { issue: all('number', 'issue') };
  const [stated] = all('type');
  const key = fields.get('type')?.trim().toLowerCase() ?? '';
  const named = ownOf(GENRE_KEYS, key) ?? stated;
  return {
    numbers,
    genre: WITH_GENRE.includes(type ?? '') ? (named ?? ownOf(GENRES, kind)) : undefined,
  };
}

const languageOf = (name: string): string | undefined => {
  const word = name.trim().toLowerCase();
  return ownOf(BABEL, word) ?? languageTag(name);
};
