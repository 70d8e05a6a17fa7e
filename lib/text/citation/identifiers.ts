/** DOIs, addresses and numbers of databases in a printed citation; what is found is not read again as something else. */
import { cleanDoi } from '../doi';

/** Stands for what has been read: nothing goes on over it. */
export const WALL = '¦';

export interface Identifiers {
  doi?: string;
  /** The text with every identifier, its label and what comes with it ("accessed 3 May 2020") walled off. */
  rest: string;
}

/** "doi: 10.1016/ j.cell. 2009": the blank or hyphen of a line's end inside a DOI. */
const DOI =
  /(?:(?:https?:? ?\/\/ ?(?:dx\. ?)?doi\. ?org\/ ?|\bdoi[:.]? ?\[?)10\. ?(?:\d{4,5}|\d{1,3} \d{1,3}) ?|\b10\. ?\d{4,5} ?)\/ ?[!-~]+/gi;
/** What can go on after a blank within a DOI: it has digits, or the DOI so far cannot be whole. */
const NEXT = /^ ?([!-~]{1,80})/;
const ADDRESS = /(?:<? ?https? ?:? ?\/ ?\/|\bwww\.)[^\s¦]*/gi;
const NUMBERS = new RegExp(
  `${[
    String.raw`\b(?:pmid|pmcid|pubmed(?: pmid)?|medline|issn|e-?issn|isbn|isbn-1[03]|arxiv|hal|ssrn|oclc|zbl|mr(?=:? ?\d))(?: ?[:=#]| (?=[\d(]))\s?[\w./()–-]{1,30}(?: ?\[[\w.-]{1,12}\])?`,
    String.raw`\[ ?(?:arxiv|inspire|hep-|astro-|google scholar|crossref|pubmed)[^\][]{0,40}(?:\[[^\][]{0,20}\])?\s?\]?`,
    String.raw`\bPMC\d{4,9}\b`,
    String.raw`\babs\/\d{4}\.\d{4,5}`,
    String.raw`\b\d{4}\.\d{4,5}(?:v\d)?(?= ?\[|[\s.,;)\]]*$)`,
    String.raw`\b(?:hep|astro|cond|nucl|gr|math|quant) ?- ?[a-z]{2,3} ?\/ ?\d{7}`,
  ].join('|')}`,
  'gi',
);
/** Words that come with an address: when it was looked up, where it is kept. */
const LOOKED_UP =
  /[.,;:([ ](?:(?:last )?(?:accessed|retrieved|viewed|visited|abgerufen|consult[ée]e?|available|disponible|verfügbar|cited|online verfügbar|zugriff|letzter zugriff|epub|дата обращения)\b|URL\b)[^¦]{0,60}/gi;

/** What numbers, and words that come with an address, begin with: most citations have none of it. */
const MAYBE =
  /pm(?:id|c)|pubmed|medline|is[sb]n|arxiv|hal[ :=#]|ssrn|oclc|zbl|mr[ :=#]|\[|abs\/|\d\.\d{4}|[a-z] ?- ?[a-z]{2,3} ?\/|access|retriev|avail|view|visit|abge|consul|dispo|cited|zugriff|epub|URL|verf|дата/i;

/** ", 24 p.", "(272 pp)": how many pages a book has. */
const EXTENT =
  /[,.;(] ?(?:[ivxl]{1,7}[,+ ]{1,3})?\d{1,4} ?(?:pp?|pages|págs|Seiten|S|s|с|pgs)\b\.?\)?(?=[\s.,;¦]*$)/g;

/** "10.1039/c9ee00453j(2019).": the year of the citation, behind its DOI without a blank. */
const YEAR_BEHIND = /\((?:19|20)\d\d\)[.,;]?$/;

/** "10.1016/j.ward 7.2015.02.003.", "10.1080/10810 730.2012.67739 4.": pieces that end the text, the first with points. */
const TORN_END = /^ [a-z\d]*[._-][a-z\d]{0,20}[._-][\w.-]{0,40}(?<=\d\.?)(?: -?\d{1,4})?\.?$/;

/** A DOI is broken in so many places at most. */
const MOST_PIECES = 3;

const wall = (text: string, from: number, to: number): string =>
  `${text.slice(0, from)}${WALL}${' '.repeat(Math.max(0, to - from - 1))}${text.slice(to)}`;

/** The DOI that begins at `from`, with the pieces that a line's end has cut off, and where it ends. */
function wholeDoi(text: string, from: number, first: string): { doi: string | null; to: number } {
  let raw = first.replace(/ /g, '');
  let to = from + first.length;
  for (let pieces = 0; pieces < MOST_PIECES; pieces++) {
    const next = NEXT.exec(text.slice(to))?.[1];
    if (!next || !goesOn(raw, next)) break;
    raw += next;
    to += 1 + next.length;
  }
  const torn = /^(?:https?|doi)/i.test(first) ? TORN_END.exec(text.slice(to)) : null;
  if (torn) {
    raw += torn[0].replace(/ /g, '');
    to = text.length;
  }
  return { doi: cleanDoi(raw.replace(YEAR_BEHIND, '')), to };
}

/** Whether `next`, after a blank, is more of the DOI `raw`. */
function goesOn(raw: string, next: string): boolean {
  if (/[-_/(]$/.test(raw)) return /\d/.test(next);
  if (raw.endsWith('.'))
    return /^[a-z]{0,12}[.-]?\d[\w.-]*$/.test(next) && !/^(?:1[5-9]|20)\d\d\.?$/.test(next);
  return /^[.-]\w*\d/.test(next);
}

/** Reads the identifiers of a citation in one print. */
export function readIdentifiers(text: string): Identifiers {
  let rest = text;
  let doi: string | undefined;
  for (const found of text.matchAll(DOI)) {
    const one = wholeDoi(text, found.index, found[0]);
    if (!one.doi) continue;
    doi ??= one.doi;
    rest = wall(rest, found.index, one.to);
  }
  rest = walled(rest, ADDRESS);
  const maybe = MAYBE.test(rest);
  if (maybe) rest = walled(rest, NUMBERS);
  rest = walled(rest, EXTENT);
  if (maybe) rest = walled(rest, LOOKED_UP, true);
  return { rest, ...(doi && { doi }) };
}

function walled(text: string, pattern: RegExp, dated = false): string {
  let out = '';
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    const end = found.index + found[0].length;
    // "Retrieved" without a date or an address behind it may be a title's word.
    if (dated && !(text[end] === WALL || /\d{4}/.test(found[0]))) continue;
    const at = dated ? found.index + 1 : found.index;
    out += text.slice(from, at) + WALL.padEnd(end - at);
    from = end;
  }
  return from ? out + text.slice(from) : text;
}
