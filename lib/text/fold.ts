/**
 * When two texts are the same: one fold for what the reader searches, one for what names a thing. What each ignores is in
 * the table of its test. Anchoring folds by itself (anchor/fold.ts): there every character keeps its place.
 */

/** Compatibility forms, marks and case folded. Stored keys are made with it: what it gives must not change. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

const NO_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;

/**
 * For identity: letters and digits only, lower case, marks dropped. Two values with one key say the same. Part of what is
 * stored (title keys).
 */
export function looseKey(text: string): string {
  return bare(text).replace(NO_LETTER_OR_DIGIT, ' ').trim();
}

/** Folded for search, before spelling. */
export const plainForSearch = (text: string): string => bare(text).replaceAll('ß', 'ss');

/** The words of a name as they are searched, with one blank between them. */
export function plainWords(text: string): string {
  return plainForSearch(text).replace(NO_LETTER_OR_DIGIT, ' ').trim();
}

/** British or American spelling; most rules work on letters, not on words, so that a word being typed folds as it will. */
const SPELLINGS =
  /programme|cent(?:ere|er|re)|(?:defen|licen|offen|practi)ce|skept|dgement|ageing|logue|grey|ae|oe|ou|(?<=\p{L})z|(?<=\p{L})(?:ll|mm|pp|ss|tt)/gu;
const SPELT: Readonly<Record<string, string>> = {
  programme: 'program',
  centere: 'centr', // centre, center, centred, centered
  center: 'centr',
  centre: 'centr',
  defence: 'defense',
  licence: 'license',
  offence: 'offense',
  practice: 'practise',
  skept: 'scept',
  dgement: 'dgment',
  ageing: 'aging',
  logue: 'log',
  grey: 'gray',
  ae: 'e', // paediatric
  oe: 'e', // foetal
  ou: 'o', // behaviour, colour
  z: 's', // organization, analyze; never a beginning: "z" is not "supervision"
  ...{ ll: 'l', mm: 'm', pp: 'p', ss: 's', tt: 't' }, // labelling, fulfill, focussed
};

/** Both spellings to one form, of folded text. Not a spelling of either: only compare it with text folded likewise. */
export function spelling(text: string): string {
  return text.replace(SPELLINGS, (found) => SPELT[found] ?? found);
}

/** Text as it is searched: folded, and once more with its spelling folded where that differs. */
export function searchText(text: string): string {
  const plain = plainForSearch(text);
  const spelt = spelling(plain);
  return spelt === plain ? plain : `${plain}\n${spelt}`;
}

/** Blanks and hyphens: "well-being" is looked for as "well being" is. */
export const BETWEEN_WORDS = /[\s\u2010-\u2015-]+/;

/** Does a text, as `searchText` gives it, hold every word of a search? */
export function holdsWords(text: string, search: string): boolean {
  return plainForSearch(search)
    .split(BETWEEN_WORDS)
    .every((word) => text.includes(word) || text.includes(spelling(word)));
}

/** The key under which two names are the same. A name without a letter is compared as it is. */
export const nameKey = (name: string): string => looseKey(name) || name;

/** A typed name with single blanks, and none around it. */
export const oneSpaced = (name: string): string => name.trim().replace(/\s+/g, ' ');
