/** The names of people in a printed byline, with its marks of addresses and notes. */
import { looksLikeName, splitNames } from '../../text';
import { trimOf } from '../text/trim';
import { isDegree, isMark, isPost, ORCID, withoutDegrees, withoutMarks } from './marks';

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
  const small = /\p{Ll}{2}/u.test(text);
  return splitNames(withoutMarks(text))
    .map((name) => withoutDegrees(trimOf(name.replace(/^(?:and |& |[\d,–-]{1,8} )/, ''), ',;.')))
    .filter((name) => /\p{L}{2}/u.test(name) && !isMark(name) && !isDegree(name, small))
    .filter((name) => !isPost(name));
}

/** Words that titles and labels have, and names of people have not. */
const OF_TITLES = /\b(?:report|study|studies|review|trial|analysis|survey|guidelines?|protocol)\b/i;
/** Words of places; "Park" and "Ward" are family names. */
const OF_PLACES =
  /\b(?:division|unit|clinic|ministry|city|avenue|campus|district|province|republic|programme?|general|royal|national)\b/i;
const isName = (name: string): boolean =>
  (looksLikeName(name) || isShort(name)) && !OF_TITLES.test(name) && !OF_PLACES.test(name);

/** A family name that its font prints in small letters, for small capitals. */
const IN_SMALL = /^\p{Lu}\p{Ll}+ \p{Ll}{4,}$/u;
const spelled = (name: string): string =>
  name.replace(/ \p{Ll}/u, (initial) => initial.toUpperCase());
/** So many names are around it. */
const FEWEST_AROUND = 2;

/** The names among some parts of a byline. */
function namesAmong(all: readonly string[]): string[] {
  const sure = all.filter(isName).length;
  const named = (part: string) => isName(part) || (sure >= FEWEST_AROUND && IN_SMALL.test(part));
  const asNames = (some: readonly string[]) =>
    some.map((name) => (isName(name) ? name : spelled(name)));
  const names = all.filter(named);
  if (names.length >= NAMES * all.length) return asNames(names);
  // Towns may follow in the same paragraph.
  const end = all.findIndex((part) => !named(part));
  return end >= FEWEST_LEADING ? asNames(all.slice(0, end)) : [];
}

/** Whether semicolons part something else than names: towns behind them, or groups. */
const hasSeveral = (part: string): boolean => part.split(/ ?, ?/).filter(isName).length > 1;

/** The names of a byline; none where the text is something else. */
export function namesIn(raw: string): string[] {
  if (raw.length > LONGEST) return [];
  const text = raw.replace(ORCID, ' ');
  if (!isByline(text) || !/\p{Lu}/u.test(text)) return [];
  const all = parts(text).map(ordinary);
  const names = all.some(hasSeveral) ? [] : namesAmong(all);
  if (names.length || !text.includes(';')) return names;
  return namesAmong(parts(text.replaceAll(';', ',')).map(ordinary));
}

/** The names of lines that have whole names each, as bylines with a name on each line have; none of other lines. */
export function namesByLine(all: readonly string[]): string[] {
  const lines = all.filter((line) => /\p{L}/u.test(withoutMarks(line)));
  const names = lines.map((line) => parts(line).map(ordinary));
  const whole = names.every((line) => line.length > 0 && line.every(isName));
  return whole && lines.every(isByline) ? names.flat() : [];
}

/** A given name and a family name, rather than the parts of an address ("Lab, City"). */
const IN_ORDER = /^[^,]{1,40} [^,]{1,60}$/;
const inOrder = (names: readonly string[]): boolean => names.every((name) => IN_ORDER.test(name));

/** The names on the first lines of a block whose other lines are their addresses: a byline in cells, or one in their letters. */
export function namesAbove(lines: readonly string[]): string[] {
  const address = lines.findIndex((line) => ADDRESS.test(line) || line.includes('@'));
  const own = lines.slice(0, Math.max(0, address));
  const names = own.every(isByline) ? parts(own.join(' ')).map(ordinary) : [];
  return names.every(isName) && inOrder(names) ? names : [];
}

/** So many names are on one line with their address. */
const MOST_ADDRESSED = 2;

/** The names in front of an address: "Jane Smith, Department of Care", "Jane Smith (University of Nowhere)". */
export function namesAddressed(text: string): string[] {
  if (text.length > LONGEST || NOTICE.test(text)) return [];
  const all = text.split(/ ?[,(|] ?/);
  const address = all.findIndex((part) => ADDRESS.test(part));
  const names = parts(all.slice(0, Math.max(0, address)).join(', ')).map(ordinary);
  return names.length <= MOST_ADDRESSED && names.every(isName) && inOrder(names) ? names : [];
}

/** Whether a text opens with an address, or with the mark of one, or is of how to reach somebody. */
export const isAddress = (text: string): boolean =>
  text.includes('@') || ADDRESS.test(text.slice(0, OPENING));
/** Where an address names its institution, in UTF-16 units. */
const OPENING = 120;

/** "Shashidara R": a family name, or a given one, with an initial; "Smith, M.A.", which is no degree there. */
const isShort = (name: string): boolean =>
  /^\p{Lu}[\p{L}'’-]{1,20}, ?(?:\p{Lu}\.?){1,4}$/u.test(name) ||
  /^\p{Lu}\p{Ll}{2,20} (?:\p{Lu}\.?){1,2}$|^\p{Lu}\p{Ll}{2,20} \p{Lu}$/u.test(name);

/** "JANE SMITH" as "Jane Smith": a typesetter's capitals are not how the name is spelled. */
function ordinary(name: string): string {
  if (/\p{Ll}/u.test(name) || !/\p{Lu}{3}/u.test(name)) return name;
  return name.replace(/\p{Lu}[\p{Lu}'’]+/gu, (word) => word[0] + word.slice(1).toLowerCase());
}
