/** The names of people in a printed byline, with its marks of addresses and notes. */
import { looksLikeName, splitNames } from '../../text';
import { trimOf } from '../text/trim';

/** The longest byline, in UTF-16 units. */
const LONGEST = 4_000;
/** So many names may open a paragraph that goes on with something else. */
const FEWEST_LEADING = 3;
/** So much of a byline are names. */
const NAMES = 0.6;

/** Words of addresses, and of what journals print beside a byline. */
const ADDRESS =
  /\b(?:university|universit|department|departamento|centro|dipartimento|instituto?|istituto|klinik|institute|hospital|school of|faculty|laborator|college)\b/i;
const NOTICE =
  /\b(?:received|accepted|published|journal|corresponding|e-?mail|doi|abstract|keywords?|copyright|volume|edited by|reviewed by|academic editor|licen[cs]e)\b|https?:|©/i;
const isByline = (text: string): boolean => !ADDRESS.test(text) && !NOTICE.test(text);

/** A byline as separate names, without marks. */
function parts(text: string): string[] {
  const clean = text
    .replace(/[([{]?[^\s()[\]{}]{1,60}@[^\s()[\]{}]{1,60}[)\]}]?/g, ', ')
    .replace(/\bORCID(?: iD)?\b|\bID\b/g, ' ')
    .replace(/\bet al\.?/gi, ' ')
    .replace(/ AND /g, ' and ')
    .replace(/[*†‡§¶#∗⁎✉‖♦◆★☆]+/gu, ' | ')
    .replace(/\(\s*\)/g, ' ')
    .replace(/ [•·∙●.⋅|] /gu, ', ')
    .replace(/(?<=\p{L}\.?) ?\d{1,2}(?:[,–-] ?\d{1,2}){0,6}(?![\d\p{L}])/gu, ', ')
    .replace(/(?<=\p{L}) (?:[a-h]\b ?,? ?){1,6}(?=[,;|]|$)/gu, ', ')
    .replace(/[|•·]/g, ',')
    .replace(/,(?:\s*,)+/g, ',')
    .replace(/,\s*(and|&|und|y|et|e)\s/gu, ' $1 ')
    .replace(/^(?:by|authors?:?)\s/i, '');
  const degree = /\p{Ll}{2}/u.test(text) ? isDegree : (part: string) => DEGREE.test(part);
  return splitNames(clean)
    .map((name) => trimOf(name.replace(/^(?:and|&)\s/, ''), ',;.'))
    .filter((name) => /\p{L}{2}/u.test(name) && !degree(name));
}

/** "FRCSC", "SSC-Fam", "Ph.D": one word with several capitals. */
const isDegree = (part: string): boolean =>
  !part.includes(' ') && part.length < 12 && (part.match(/\p{Lu}/gu)?.length ?? 0) > 1;
/** In a byline that is all capitals, only what is one by its letters. */
const DEGREE =
  /^(?:B|M|D|PH|PHARM|PSY|SC|ED|DR)\.? ?(?:A|D|S|SC|PH|PHIL|BA|ED|ENG|BBS|BCH|B|CHB|VM|NP|SN|M)\.?$|^(?:DDS|DMD|DVM|DNP|MPH|MBA|MSN|MBBS|MBCHB|MRC\w{1,4}|FRC\w{1,5}|FAC\w{1,3}|FAAN|FESC|RN|RD|JR|SR|II|III)$/;

/** Words that titles and labels have, and names of people have not. */
const OF_TITLES = /\b(?:report|study|studies|review|trial|analysis|survey|guidelines?|protocol)\b/i;
const isName = (name: string): boolean =>
  (looksLikeName(name) || isShort(name)) && !OF_TITLES.test(name);

/** The names of a byline; none where the text is something else. */
export function namesIn(text: string): string[] {
  if (text.length > LONGEST || !isByline(text) || !/\p{Lu}/u.test(text)) return [];
  const all = parts(text).map(ordinary);
  const names = all.filter(isName);
  if (names.length >= NAMES * all.length) return names;
  // Towns may follow in the same paragraph.
  const end = all.findIndex((part) => !isName(part));
  return end >= FEWEST_LEADING ? all.slice(0, end) : [];
}

/** The names of lines that have whole names each, as bylines with a name on each line have; none of other lines. */
export function namesByLine(lines: readonly string[]): string[] {
  const names = lines.map((line) => parts(line).map(ordinary));
  const whole = names.every((line) => line.length > 0 && line.every(isName));
  return whole && lines.every(isByline) ? names.flat() : [];
}

/** A given name and a family name, rather than the parts of an address ("Lab, City"). */
const IN_ORDER = /^[^,]{1,40} [^,]{1,60}$/;

/** The names on the first line of a block whose other lines are their addresses: a byline in cells. */
export function namesAbove(lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines;
  const addressed = rest.some((line) => ADDRESS.test(line) || line.includes('@'));
  const names = addressed ? namesByLine([first]) : [];
  return names.every((name) => IN_ORDER.test(name)) ? names : [];
}

/** "Shashidara R": a family name, or a given one, with an initial. */
const isShort = (name: string): boolean =>
  /^\p{Lu}\p{Ll}{2,20} (?:\p{Lu}\.?){1,2}$|^\p{Lu}\p{Ll}{2,20} \p{Lu}$/u.test(name);

/** "JANE SMITH" as "Jane Smith": a typesetter's capitals are not how the name is spelled. */
function ordinary(name: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{Lu}{3}/u.test(name)) return name;
  return name.replace(/\p{Lu}[\p{Lu}'’]+/gu, (word) => word[0] + word.slice(1).toLowerCase());
}
