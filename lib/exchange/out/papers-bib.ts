/**
 * The review's papers as .bib: one file for BibTeX and BibLaTeX. Types and fields are those of BibTeX, all of which BibLaTeX
 * knows as aliases of its own (journal, school, annote, phdthesis ...), and BibTeX passes over what it does not know (doi,
 * langid, pubstate). What the review found is in `annote` and `keywords`, which no common style prints.
 */

import type { Author, PaperFacts } from '../../model';
import { linkTo } from '../../text';
import { KEY_CHANGES } from '../citation-keys';
import { latex, verbatim } from '../latex';
import { ownOf } from '../own-of';
import { NEXT_NOTE } from '../own-words';
import { keywordsOf, overview, type PaperFound, papersFound, tagNote } from '../paper-notes';
import { oneLine } from '../text';
import type { Format } from '../types';

export const papersBib: Format = {
  id: 'papers-bib',
  of: 'papers',
  label: 'Papers (BibTeX, BibLaTeX)',
  hint: 'The papers with readable citation keys, their tags as annotations: for LaTeX, JabRef, Zotero and pandoc.',
  extension: 'bib',
  mime: 'application/x-bibtex',
  cannotCarry: ['machines', 'definitions', 'columns', 'memos', 'paperNotes', 'findings', 'labels'],
  changes: `Line ends become blanks. ${KEY_CHANGES}`,
  write: (data, options) => papersFound(data, options).map(entry).join('\n'),
};

const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  article: 'misc',
  book: 'book',
  chapter: 'incollection',
  dataset: 'misc',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
  webpage: 'misc',
};

function typeOf({ type, genre = '', containerTitle }: PaperFacts): string {
  if (type === 'thesis' && /master/i.test(genre)) return 'mastersthesis';
  return ownOf(TYPES, type) ?? (containerTitle ? 'article' : 'misc');
}

/** Where a work of each type came out, and by whom. */
const CONTAINER: Readonly<Record<string, string>> = {
  ...{ article: 'journal', incollection: 'booktitle', inproceedings: 'booktitle' },
  ...{ book: 'series', techreport: 'series', misc: 'howpublished' },
};
const PUBLISHER: Readonly<Record<string, string>> = {
  ...{ phdthesis: 'school', mastersthesis: 'school', techreport: 'institution' },
};

/** Of BCP 47's tags the names that babel and its readers know. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ ar: 'arabic', bg: 'bulgarian', ca: 'catalan', cs: 'czech', da: 'danish', de: 'german' },
  ...{ el: 'greek', en: 'english', es: 'spanish', et: 'estonian', fi: 'finnish', fr: 'french' },
  ...{ he: 'hebrew', hr: 'croatian', hu: 'hungarian', it: 'italian', ja: 'japanese' },
  ...{ lt: 'lithuanian', lv: 'latvian', nb: 'norsk', nl: 'dutch', nn: 'nynorsk', no: 'norsk' },
  ...{ pl: 'polish', pt: 'portuguese', ro: 'romanian', ru: 'russian', sk: 'slovak' },
  ...{ sl: 'slovenian', sr: 'serbian', sv: 'swedish', tr: 'turkish', uk: 'ukrainian' },
  ...{ 'pt-br': 'brazilian', 'en-gb': 'british', 'en-us': 'american' },
};

function languageOf({ language }: PaperFacts): string | undefined {
  const tag = language?.toLowerCase() ?? '';
  return ownOf(LANGUAGES, tag) ?? ownOf(LANGUAGES, tag.split('-')[0]);
}

function entry({ paper, tags, summary }: PaperFound): string {
  const { key, facts } = paper;
  const type = typeOf(facts);
  const langid = languageOf(facts);
  const hasKind = facts.type === 'thesis' || facts.type === 'report';
  const notes = [overview(paper, summary, tags), ...tags.map(tagNote)].filter(Boolean);
  const fields: [string, string | undefined][] = [
    ['author', people(facts.authors)],
    ['editor', people(facts.editors ?? [])],
    ['title', titled(facts.title)],
    [ownOf(CONTAINER, type) ?? 'howpublished', text(facts.containerTitle)],
    ['year', text(facts.year?.toString())],
    ['volume', text(facts.volume)],
    // One field for what a journal calls its issue and a report its number.
    ['number', text(hasKind ? (facts.number ?? facts.issue) : (facts.issue ?? facts.number))],
    ['pages', facts.page && latex(facts.page).replace(/(?<=\w)[-–{}]+(?=\w)/, '--')],
    ['type', hasKind ? text(facts.genre) : undefined],
    [ownOf(PUBLISHER, type) ?? 'publisher', text(facts.publisher)],
    ['issn', text(facts.issn)],
    ['isbn', text(facts.isbn)],
    ['doi', facts.doi && verbatim(facts.doi)],
    ['url', verbatim(linkTo(facts.url) ?? '')],
    ['eprint', facts.arxiv && verbatim(facts.arxiv)],
    ['archiveprefix', facts.arxiv && 'arXiv'],
    ['pmid', facts.pmid],
    ['pmcid', facts.pmcid],
    ['langid', langid],
    ['language', langid ? undefined : text(facts.language)],
    ['pubstate', facts.status && latex(facts.status.replace(/^in press$/i, 'inpress'))],
    ['abstract', text(facts.abstract)],
    ['keywords', latex([...new Set(keywordsOf(paper, summary).map(keyword))].join(', '))],
    ['annote', latex(notes.join(NEXT_NOTE))],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? `  ${name} = {${value}},` : []));
  return [`@${type}{${key},`, ...lines, '}', ''].join('\n');
}

const text = (value: string | undefined): string | undefined => value && latex(value);

/** Readers split keywords at both signs. */
const keyword = (word: string): string =>
  oneLine(word)
    .split(/[,;]+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' / ');

/** Words with a capital that is not the title's first letter are kept as they are by styles that change case. */
const titled = (title: string | undefined): string | undefined =>
  title &&
  oneLine(title)
    .split(' ')
    .map((word, i) => {
      const isKept = /\p{Lu}/u.test(i === 0 ? word.slice(1) : word);
      return isKept ? `{${latex(word)}}` : latex(word);
    })
    .join(' ');

const people = (authors: readonly Author[]): string =>
  authors.map(name).filter(Boolean).join(' and ');

/** "Müller, Änne", "King, Jr., Martin Luther"; an organisation, and who has one name, in braces as a whole. */
function name({ family, given, suffix, literal }: Author): string {
  if (!family || !given) {
    const whole = latex(family ? [family, suffix].filter(Boolean).join(' ') : (literal ?? ''));
    return whole && `{${whole}}`;
  }
  return [family, suffix, given].flatMap((one) => (one ? part(one) : [])).join(', ');
}

/** A comma or an "and" within a part would begin another one. */
const part = (one: string): string =>
  /,|(?<!\S)and(?!\S)/i.test(one) || !/^[\p{L}\p{N}]/u.test(one) ? `{${latex(one)}}` : latex(one);
