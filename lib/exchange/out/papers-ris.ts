/**
 * The review's papers as RIS, for Zotero, EndNote, Rayyan, Covidence and their like.
 *
 * Written the way their importers really read it: `TY  - ` first, CRLF, no byte order mark, one value a line
 * and no line break within one, one author or keyword a line, no ";" or "--" in a keyword (both split it), the
 * DOI also as an address (Rayyan reads no DO). A paper of a conference is CONF, which bibutils knows and CPAPER it does not;
 * its container is written three times, as T2, BT and C3, because each reader takes another of them.
 *
 * The first note (N1) is one line on the paper, because some tools show one note; then each tag is a note, with its coder and
 * its id, by which it is known again when the file comes back. Each begins with "Evidence ...: ": Zotero
 * takes "Language: x" at the start of a note for a field and drops the note. Zotero also takes a note for HTML, so "<" gets a
 * blank after it where markup could begin, and "&" where an entity could; the exact quote is in the evidence table.
 */

import { type Author, grouped, type PaperFacts } from '../../model';
import { doiUrl, linkTo } from '../../text';
import { asDistinct } from '../distinct';
import { ownOf } from '../own-of';
import { keywordsOf, overview, type PaperFound, papersFound, tagNote } from '../paper-notes';
import { authorName, type ReviewedPaper, reviewedPapers } from '../records';
import { RIS_TYPES } from '../ris-types';
import { oneLine } from '../text';
import type { Chosen, ExportOptions, Format } from '../types';

const SHARED = {
  extension: 'ris',
  mime: 'application/x-research-info-systems',
  cannotCarry: ['machines', 'definitions', 'columns', 'memos', 'findings', 'labels'],
  changes:
    'Line ends become blanks, a name of an organisation loses its commas, and in notes “<” and “&” get a blank where Zotero would take them for markup.',
} as const satisfies Partial<Format>;

export const papersRis: Format = {
  id: 'papers-ris',
  of: 'papers',
  label: 'Papers (RIS)',
  hint: 'The papers with their tags as notes and keywords: for Zotero, EndNote, Rayyan and Covidence.',
  ...SHARED,
  write: (data, options) => records(data, options, () => undefined),
};

/** Apart from the other: Zotero makes a note of each line that it does not know. */
export const papersRevmanRis: Format = {
  id: 'papers-revman-ris',
  of: 'papers',
  label: 'Papers for RevMan (RIS)',
  hint: 'The same with the name of each study, by which RevMan puts the papers of a study together.',
  ...SHARED,
  write(data, options) {
    const names = studyNames(data);
    return records(data, options, ({ id }) => names.get(id));
  },
};

function records(
  data: Chosen,
  options: ExportOptions | undefined,
  studyName: (paper: ReviewedPaper) => string | undefined,
): string {
  return papersFound(data, options)
    .map((found) => record(found, studyName(found.paper)))
    .join('');
}

/** "Müller 2021" for all papers of one study, "Müller 2021b" for those of the next of that name. */
function studyNames(data: Chosen): Map<string, string> {
  const papers = new Map(reviewedPapers(data).map((paper) => [paper.id, paper]));
  // In the order of their keys, in which papers came to the list.
  const inOrder = [...data.keys.keys()].flatMap((id) => papers.get(id) ?? []);
  const studies = grouped(inOrder, ({ id, study }) => study?.id ?? id);
  const named = asDistinct([...studies.values()], ([first]) => {
    const { authors, year } = first?.facts ?? { authors: [] };
    const [author] = authors;
    return [author?.family ?? author?.literal ?? 'Anonymous', year].filter(Boolean).join(' ');
  });
  return new Map([...named].flatMap(([all, name]) => all.map(({ id }) => [id, name] as const)));
}

function record({ paper, tags, summary }: PaperFound, studyName: string | undefined): string {
  const { key, facts } = paper;
  const [first, last] = pages(facts.page);
  const { type, containerTitle } = facts;
  const isConference = type === 'paper-conference';
  const lines: [string, string | number | undefined][] = [
    ['TY', ownOf(RIS_TYPES, type) ?? (containerTitle ? 'JOUR' : 'GEN')],
    ['ID', key],
    ...facts.authors.map((author): [string, string] => ['AU', nameOf(author)]),
    ...(facts.editors ?? []).map((one): [string, string] => ['ED', nameOf(one)]),
    ['TI', facts.title],
    ['T2', containerTitle],
    ['BT', isConference || type === 'chapter' ? containerTitle : undefined],
    ['C3', isConference ? containerTitle : undefined],
    ['PY', facts.year],
    // Of a conference some readers take PY for the year in which it was held.
    ['DA', isConference ? facts.year : undefined],
    ['VL', facts.volume],
    ['IS', facts.issue],
    ['SP', first],
    ['EP', last],
    ['PB', facts.publisher],
    ['SN', facts.isbn ?? facts.issn ?? (type === 'report' ? facts.number : undefined)],
    ['M1', facts.number],
    ['M3', hasKind(facts) ? facts.genre : undefined],
    ['LA', facts.language],
    ['DO', facts.doi],
    ['UR', facts.doi ? doiUrl(facts.doi) : linkTo(facts.url)],
    ['AN', facts.pmid],
    // Whose number it is: a bare one could be any database's.
    ['DB', facts.pmid && 'PubMed'],
    ['C2', facts.pmcid],
    ['NS', studyName],
    ['AB', facts.abstract],
    ...[...new Set(keywordsOf(paper, summary).map(keyword))].map((word): [string, string] => [
      'KW',
      word,
    ]),
    ['N1', overview(paper, summary, tags)],
    ...tags.map((row): [string, string] => ['N1', tagNote(row)]),
    // Some programs show one note: what was found goes before what the paper came with.
    ...(paper.listed?.note ?? '').split('\n\n').map((one): [string, string] => ['N1', one]),
  ];
  const text = lines.flatMap(([name, value]) => {
    const clean = oneLine(String(value ?? ''));
    return clean === '' ? [] : [`${name}  - ${name === 'N1' ? noMarkup(clean) : clean}`];
  });
  return `${[...text, 'ER  - '].join('\r\n')}\r\n\r\n`;
}

const noMarkup = (text: string): string =>
  text.replace(/<(?=[a-z/!?])/gi, '< ').replace(/&(?=#?\w+;)/g, '& ');

/** An organisation has a comma after its name, as EndNote wants it, and none within, where others would split it. */
function nameOf(author: Author): string {
  const name = authorName(author);
  return author.family ? name : `${oneLine(name.replaceAll(',', ' '))},`;
}

/** Of other types Zotero takes M3 for a DOI. */
const hasKind = ({ type }: PaperFacts) => type === 'thesis' || type === 'report';

/** "101-110" as first and last page; anything else is the first page, unchanged. */
function pages(page: string | undefined): [string | undefined, string | undefined] {
  const range = page?.match(/^\s*([^\s\u2013-]+)\s*[\u2013-]{1,2}\s*([^\s\u2013-]+)\s*$/);
  return range ? [range[1], range[2]] : [page, undefined];
}

/** Both signs would split it. */
const keyword = (word: string): string =>
  word
    .replace(/(?:(?<!\s)\s+)?;\s*/g, ', ')
    .replace(/-{2,}/g, '–')
    .trim();
