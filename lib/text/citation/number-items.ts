/** The single numbers of a citation: what a word ("vol.", "pp."), a bracket or its own form says of each. */
import { matchAt } from './name-words';
import { FLAGS, type Word, type Words } from './tokens';

export type Kind =
  | 'volume'
  | 'issue'
  | 'pages'
  | 'bracket'
  | 'range'
  | 'years'
  | 'year'
  | 'number'
  | 'month';

export interface Item {
  kind: Kind;
  value: string;
  from: number;
  to: number;
  /** Said by a word ("vol.", "pp."), not by its place. */
  named: boolean;
}

const KEYS = new Map<string, Kind>();
const keys = (kind: Kind, words: string) => {
  for (const word of words.split(/\s+/)) KEYS.set(word, kind);
};
keys(
  'volume',
  'vol vols volume volumes v bd band bde t tome tomo том т jg jahrgang год 제 第 巻 volumen band. vol.no tom',
);
keys(
  'issue',
  'no nos nr num número numero n issue iss heft h fasc fascicule № број nº n° cah cahier nbr number pt part suppl supplement',
);
keys(
  'pages',
  'p pp pg pgs page pages s seite seiten с c стр pág págs pp.no art article ppt pag id e',
);
keys(
  'month',
  `january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec januar februar märz mai
    juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre novembre
    décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre spring
    summer autumn fall winter gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre января
    февраля марта апреля мая июня июля августа сентября октября ноября декабря`,
);

const KEY_GAP = /(?:\.|:| ?°| ?º)? ?(?:no\.? ?|nos?\.? ?|number ?|id ?|# ?)?[:.]? ?/iy;
const VALUE =
  /[A-Za-z]{0,3}\d[\dA-Za-z]{0,9}(?:\.\d{1,6})?(?: ?(?:-{1,3}|[‐‑–—−/]|& ?) ?[A-Za-z]{0,2}\d[\dA-Za-z]{0,8})?|[IVXLCDMivxlcdm]{1,7}(?![A-Za-zÀà])(?: ?(?:-{1,2}|[–—]) ?[ivxlcdm]{1,7}(?![A-Za-z]))?/y;
const RANGE =
  /[A-Za-z]{0,2}\d{1,7}[A-Za-z]? ?(?:-{1,3}|[‐‑–—−~]) ?[A-Za-z]{0,2}\d{1,7}[A-Za-z]?(?![A-Za-z\d])/y;
const NUMBER = /[A-Za-z]{0,3}\d{1,8}[A-Za-z]?(?![A-Za-z\d])/y;
const YEAR = /[c©]?(?:1[5-9]|20)\d\d(?:[/–-]\d{2,4})?[a-k]?(?![\dA-Za-z])/y;
const BRACKET = /[([]([^()[\]]{1,40})[)\]]/y;
export const TWO_YEARS = /^(1[5-9]\d\d|20\d\d)\D+(1[5-9]\d\d|20\d\d)$/;
/** "1952-90" */
export const SHORT_YEARS = /^(1[5-9]\d\d|20\d\d)\D{1,3}\d\d$/;
const PLAUSIBLE = /(?:^|[^\d])((?:1[5-9]|20)\d\d)(?:[/–-]\d{2,4})?([a-k]?)(?![\da-z])/;

/** The number of a volume, an issue or a page with its counting word. */
const EASTERN = /^[第제]?(\d{1,4})([권卷巻호号號期页頁쪽輯집])/;
const EASTERN_KINDS: Record<string, Kind> = {
  권: 'volume',
  卷: 'volume',
  巻: 'volume',
  집: 'volume',
  輯: 'volume',
  页: 'pages',
  頁: 'pages',
  쪽: 'pages',
};

/** The year of "(Sept. 1988)", "(1999/2000)", "1999a". */
export const yearOf = (text: string): string | undefined => {
  const found = PLAUSIBLE.exec(text);
  return found ? `${found[1]}${found[2]}` : undefined;
};

/** "vol12", "p305" */
const GLUED = /^(v|vol|no|n|pp?|p)(\d{1,5})$/;

/** What a word tells about the number after it; "Mar-Apr" is a month, too. */
const keyOf = (text: string): Kind | undefined =>
  text.split(/[-/]/).every((one) => KEYS.get(one) === 'month') ? 'month' : KEYS.get(text);

export function itemAt(words: Words, word: Word): Item | null {
  const { text } = words;
  const { from, flags } = word;
  const key = keyOf(word.text);
  if (key && !(flags & FLAGS.digit)) {
    // "403 p." counts pages.
    if (key === 'pages' && /\d ?$/.test(text.slice(0, from))) return null;
    if (key === 'month') return { kind: 'month', value: '', from, to: word.to, named: false };
    // "No" and "p" are words; "S 12" and "c 3" are not pages unless a point says so.
    const at = matchAt(KEY_GAP, text, word.to);
    const to = matchAt(VALUE, text, at);
    const bare = word.to - from === 1 && text[word.to] !== '.' && !/[vpn]/i.test(text.charAt(from));
    // "E.M. Transey" are initials.
    const said = key === 'pages' ? /\d|^[ivxl]+\b/ : /\d|^[ivxlcdm]+\b/i;
    if (to > 0 && !bare && said.test(text.slice(at, to)))
      return { kind: key, value: text.slice(at, to), from, to, named: true };
    return null;
  }
  if (!word.numeric) return null;
  const [, said = ''] = GLUED.exec(word.text) ?? [];
  const glued = KEYS.get(said);
  if (glued) {
    const value = from + said.length;
    const to = Math.max(word.to, matchAt(RANGE, text, value));
    return { kind: glued, value: text.slice(value, to), from, to, named: true };
  }
  if (/[$€£#]/.test(text.charAt(from - 1))) return null;
  // "TR-99-12" is a report's number.
  if (text[from - 1] === '-' && /[A-Za-z]/.test(text.charAt(from - 2))) return null;
  // "제23권", "第56页", "17권"
  const eastern = EASTERN.exec(word.text);
  if (eastern)
    return {
      kind: EASTERN_KINDS[eastern[2] ?? ''] ?? 'issue',
      value: eastern[1] ?? '',
      from,
      to: word.to,
      named: true,
    };
  const range = matchAt(RANGE, text, from);
  if (range > 0) {
    const value = text.slice(from, range);
    return {
      kind: TWO_YEARS.test(value) || SHORT_YEARS.test(value) ? 'years' : 'range',
      value,
      from,
      to: range,
      named: false,
    };
  }
  const year = matchAt(YEAR, text, from);
  if (year > 0)
    return { kind: 'year', value: text.slice(from, year), from, to: year, named: false };
  const number = matchAt(NUMBER, text, from);
  if (number < 0) return null;
  return { kind: 'number', value: text.slice(from, number), from, to: number, named: false };
}

/** The bracket right behind an item: an issue, a year, or "Suppl 2". */
export function bracketAfter(text: string, at: number): Item | null {
  const start = text[at] === ' ' ? at + 1 : at;
  const to = matchAt(BRACKET, text, start);
  if (to < 0) return null;
  const value = text.slice(start + 1, to - 1);
  const plain =
    /^(?:n[o°r]\.? ?|issue |iss\. ?|nos?\. ?|№ ?|h\. ?)?[A-Z]?\d{1,4}(?: ?[-–/&,] ?\d{1,4})?(?: ?(?:pt|suppl?|part)\.? ?\w{0,6})?$/i;
  const year = yearOf(value);
  if (year && value.length < 34 && !/[a-z]{5,}.*[a-z]{5,}.*[a-z]{5,}/i.test(value))
    return { kind: 'year', value: year, from: start, to, named: false };
  if (plain.test(value) || /^(?:suppl|pt|part|special|spec)/i.test(value))
    return { kind: 'bracket', value, from: start, to, named: false };
  return null;
}
