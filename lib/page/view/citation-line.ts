/** Lines that cite the paper as its journal prints it: "Breast Cancer Research 2012, 14:26". */
import * as dom from '../../dom';
import { looksLikeName, squeeze, yearIn } from '../../text';
import { OTHER_DATE } from './dates';
import { abbreviates, isStray, mayBeJournal } from './journal-name';
import { blockOf, type Line, type Marks, OTHERS } from './lines';
import { isWorkLabel } from './work-label';

const YEAR = '(?:1[6-9]|20)\\d\\d';
const PAGE = '[A-Za-z]{0,3}\\d[\\w.]{0,10}(?:\\s?[-–—]\\s?\\w{1,10})?';
const PP =
  '(?:pp?\\.?\\s*|pages?:?\\s*|article(?: number| no\\.?)?:?\\s*|art\\.\\s*(?:no\\.\\s*)?)?';
const ISSUE = '(?:\\s*\\(([^()]{1,20})\\))?';

/** Citation lines as journals print them; the groups of each are named. */
const CITATIONS: [RegExp, ('venue' | 'year' | 'volume' | 'issue' | 'page')[]][] = [
  // J Foo. 2014 Aug 3;12(3):4-9 | eLife 2019;8:e44753 | J. Foo 2001, 105 (13), pp 3365-3370
  [
    new RegExp(
      `^(.{0,160}?)[\\s.,(]*\\b(${YEAR})\\)?(?:\\s+[A-Z][a-z]{2,8}(?:[-/][A-Z][a-z]{2,8})?)?(?:\\s+\\d{1,2})?\\s*[;,:.]+\\s*(?:vol(?:ume|\\.)?\\s*)?([A-Z]?\\d{1,5})${ISSUE}\\s*[;:,]\\s*${PP}(${PAGE})`,
    ),
    ['venue', 'year', 'volume', 'issue', 'page'],
  ],
  // Atmos. Chem. Phys., 15, 1013-1028, 2015 | Hum Brain Mapp 38:3675-3690, 2017 | Sci Rep volume 10, Article number: 4886 (2020)
  [
    new RegExp(
      `^(.{3,160}?)[\\s,.]+(?:vol(?:ume|\\.)?\\s*)?(\\d{1,4})${ISSUE}\\s*[,:]\\s*${PP}(${PAGE})\\s*[,.(]+\\s*\\(?(?:\\d{1,2}\\s)?(?:[A-Z][a-z]{2,8}(?:[-/][A-Z][a-z]{2,8})?\\s)?(${YEAR})\\b`,
      'i',
    ),
    ['venue', 'volume', 'issue', 'page', 'year'],
  ],
  // Journal, 04 Mar 2019, 27(1):117-129 | J Foo. Sep 2014; 26(3): 53-58
  [
    new RegExp(
      `^(.{3,160}?)[,.]\\s*(?:\\d{1,2}\\s)?[A-Z][a-z]{2,8}\\.?\\s(${YEAR})[,;]\\s*(\\d{1,4})${ISSUE}\\s*:\\s*(${PAGE})`,
    ),
    ['venue', 'year', 'volume', 'issue', 'page'],
  ],
  // Journal, v27 n1 p117-129 2019
  [
    new RegExp(
      `^(.{3,160}?),\\s*v(\\d{1,4})\\s+n(\\d{1,4})\\s+p(${PAGE})\\s[\\w\\s]{0,12}(${YEAR})\\b`,
    ),
    ['venue', 'volume', 'issue', 'page', 'year'],
  ],
  // Bioinformatics (2012) 28 (22): 2898-2904
  [
    new RegExp(
      `^(.{3,160}?)[\\s,.]*\\((${YEAR})\\)\\s*[,.;]?\\s*(\\d{1,4})${ISSUE}\\s*[:,]\\s*${PP}(${PAGE})`,
    ),
    ['venue', 'year', 'volume', 'issue', 'page'],
  ],
  // Acta Foo 68 (4), 2023: 709-718
  [
    new RegExp(
      `^(.{3,160}?)[\\s,.]+(\\d{1,4})${ISSUE}\\s*[,(]\\s*(${YEAR})\\)?\\s*[:,]\\s*${PP}(${PAGE})`,
    ),
    ['venue', 'volume', 'issue', 'year', 'page'],
  ],
  // Breast Cancer Research 2012, 14:26
  [
    new RegExp(`^(.{3,160}?)[\\s,.]+(${YEAR})\\s*,\\s*(\\d{1,4})\\s*:\\s*(${PAGE})`),
    ['venue', 'year', 'volume', 'page'],
  ],
  // Journal of Foo 27(1):117-129
  [
    new RegExp(`^(.{3,160}?)[\\s,]+(\\d{1,4})\\s?\\(([^()]{1,12})\\)\\s?:\\s*(${PAGE})$`),
    ['venue', 'volume', 'issue', 'page'],
  ],
  // Journal, Volume 18, Issue 11, November 2008, Pages 2494-2504
  [
    /^(.{0,160}?)[\s,(]*\b(?:volumen?|vol\.?|v\.|tom[eo]|band|bd\.|jahrgang|jg\.):?\s*([A-Z]?\d{1,5})\b(?:[\s,;:(]*(?:no\.?|n[º°]\.?|n[uú]m(?:ero)?\.?|nr\.?|heft|fasc\.|issue|iss\.?|number|n\.)(?![a-z]):?\s*([\w./-]{1,12}))?/i,
    ['venue', 'volume', 'issue'],
  ],
];
const PAGES =
  /\b(?:pp?\.|pages?|pgs?\.?|p[aá]gs?\.|p[aá]ginas?|seiten?)\s*(?::\s*)?([A-Za-z]?\d[\w.]{0,8}(?:\s?[-–—]\s?[A-Za-z]?\d\w{0,8})?)/i;

/** A month or season and a year, and nothing else. */
const DATE_ALONE = new RegExp(
  `^\\W*(?:\\d{1,2}\\s+)?(?:\\p{Lu}\\p{Ll}{2,8}\\.?(?:\\s?[-–/]\\s?\\p{Lu}\\p{Ll}{2,8}\\.?)?\\s+)?${YEAR}\\W*$`,
  'u',
);

/** "Annals of Foo, Ann. Foo": the name in full, where the short one follows it. */
function spelledOut(venue: string): string {
  const [long = '', short = '', more] = venue.split(/,\s+/);
  return short && more === undefined && abbreviates(short, long) ? long : venue;
}

/** In UTF-16 units: a line of a journal and a date, what is read of a piece of text, a journal that opens a line. */
const LONGEST_DATED = 200;
const LONGEST_NAME = 200;
const LONGEST_OPENING = 80;
/** Pieces of text that are looked at before the first that is not blank. */
const MOST_TEXTS = 8;

/** A citation line without a journal: its block opens with one, often in a button or a box of its own. */
function opening(line: Line): string {
  const walker = dom
    .ownerDocument(line.element)
    .createTreeWalker(line.element, NodeFilter.SHOW_TEXT);
  for (let i = 0; i < MOST_TEXTS; i++) {
    const node = walker.nextNode();
    const text = squeeze(dom.nodeValue(node) ?? '', LONGEST_NAME);
    if (!node || !text) continue;
    if (text.length > LONGEST_OPENING || isStray(text) || /\d/.test(text) || isWorkLabel(text))
      return '';
    // In plain text the line before may be the authors'.
    const boxed = blockOf(node) !== line.element || dom.closest(dom.parentElement(node), 'button');
    return boxed || !looksLikeName(text) ? text : '';
  }
  return '';
}

/** A line in which the journal cites the paper: what it gives of the paper's place. */
export interface CitationLine {
  /** The journal that it opens with, often in short. */
  venue?: string | undefined;
  year?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  page?: string | undefined;
  element: Element;
}

/** A longer line is a paragraph. */
const LONGEST_LINE = 500;

/** A line that may cite a paper: not a paragraph, with a year or a volume. */
const mayCite = (text: string): boolean =>
  text.length < LONGEST_LINE &&
  /\d/.test(text) &&
  (yearIn(text) !== undefined || /vol|\d\s?\([^()]{1,12}\)\s?:/i.test(text));

type Place = Omit<CitationLine, 'element'>;

/** What one pattern reads in a line; the venue is as it is printed. */
function placeBy([pattern, names]: (typeof CITATIONS)[number], text: string): Place | null {
  const found = pattern.exec(text);
  if (!found) return null;
  const said: Partial<Record<(typeof names)[number], string>> = {};
  names.forEach((name, i) => {
    if (found[i + 1] !== undefined) said[name] = found[i + 1] as string;
  });
  const year =
    said.year ??
    yearIn(text.slice(found.index + (said.venue?.length ?? 0))) ??
    // "January 1977, Volume 37, Issue 1": the issue's date opens the line, in the journal's place.
    (DATE_ALONE.test(said.venue ?? '') ? yearIn(said.venue ?? '') : undefined);
  const page = said.page ?? PAGES.exec(text)?.[1];
  return { ...said, year: year ? String(year) : undefined, page };
}

/** Reads the first citation line; null where no line is one. */
export function readCitationLine(zone: readonly Line[], marks: Marks): CitationLine | null {
  const lines = zone.filter(({ text, element }) => mayCite(text) && !(marks(element) & OTHERS));
  for (const citation of CITATIONS)
    for (const line of lines) {
      const place = placeBy(citation, line.text);
      if (place)
        return {
          ...place,
          element: line.element,
          venue: journalIn(place.venue?.trim() || opening(line)),
        };
    }
  return null;
}

/** The place that a line of plain text gives; null where it gives none. */
export function placeIn(text: string): Place | null {
  if (!mayCite(text)) return null;
  for (const citation of CITATIONS) {
    const place = placeBy(citation, text);
    if (place) return { ...place, venue: journalIn(place.venue?.trim() ?? '') };
  }
  return null;
}

/** Labels of a journal's place in records of other languages; in English they are part of a line as well. */
const LABELLED =
  /^(?:localizaci[oó]n|publicad[oa] e[nm]|en|em|fuente|fonte|revista|journal|periódico|dans|paru dans|revue|erschienen in|quelle|zeitschrift|in):\s*/i;
const ISSN = /,? ?\(?(?:[ep]-?|print |online )?issn\b.*/i;

function journalIn(opens: string): string | undefined {
  const venue = spelledOut(opens)
    .replace(/^.*(?:["”?!]|[a-z)]\.|edited form as:)\s+(?=\p{Lu})/u, '')
    .replace(/^(?:cite this(?: article| as)?|citation|published in|in|source)(?::\s*|\s+)/i, '')
    .replace(LABELLED, '')
    .replace(ISSN, '')
    .replace(/(?<![.,;:\s(|·])[.,;:\s(|·]+$/, '');
  return venue && mayBeJournal(venue) && !/edited form/.test(venue) ? venue : undefined;
}

/** "Front. Behav. Neurosci., 19 June 2013 | doi: ...", "Journal of Foo Année : 2013" */
const DATED = new RegExp(
  `^([^\\d|]{4,90}?)(?:,|\\sAnnée\\s*:)\\s*(?:\\d{1,2}\\s+[A-Za-z]{3,9}\\s+)?(${YEAR})\\s*(?:\\||$)`,
);

/** "Journal of Foo (Mar 2019)" above the title. */
const ABOVE = new RegExp(
  `^([^\\d|()]{4,90}?)\\s*\\((?:\\d{1,2}\\s+)?(?:[A-Z][a-z]{2,8}\\.?\\s+)?(${YEAR})\\)$`,
);

/** The journal of a line that opens with one and a date; undefined when the line does not. */
export function journalOfDatedLine({ text, after }: Line): string | undefined {
  const found =
    text.length < LONGEST_DATED ? (DATED.exec(text) ?? (after ? null : ABOVE.exec(text))) : null;
  const venue = found?.[1] ?? '';
  return mayBeJournal(venue) && !OTHER_DATE.test(text) && !isStray(venue) ? venue : undefined;
}
