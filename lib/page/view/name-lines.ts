/** Lines of names: "A B1, C D2 and E F". */
import { looksLikeName, looseKey, parseName, splitNames } from '../../text';

/** A longer line is not one of names, in UTF-16 units. */
export const LONGEST_BYLINE = 1_500;
/** Lines without a name that a byline may have between two names: affiliations, degrees. */
export const MOST_BETWEEN = 2;
/** Of the parts of a line that is a byline, so many are names; the others are degrees and places. */
const LEAST_NAMES_OF_LINE = 0.7;

/** Each name once. */
export function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((raw) => {
    const name = parseName(raw);
    const key = looseKey(`${name?.given ?? ''} ${name?.family ?? name?.literal ?? ''}`);
    return key && !seen.has(key) && seen.add(key);
  });
}

/** "A B, Some University; C D and E F, Other University": before the comma of each group stand the names. */
function splitGroups(text: string): string[] {
  const heads = text
    .split(/ ?; ?/)
    .map((group) => group.split(/ ?, ?/)[0] ?? '')
    .filter(Boolean);
  return heads.length > 1 && heads.every((head) => splitNames(head).every(looksLikeName))
    ? heads.flatMap(splitNames)
    : splitNames(text);
}

/** Names of a line when it is made of names: "A B1, C D2 and E F". */
export function namesOfLine(line: string, announced: boolean): string[] {
  // "By Berg, Ada"
  const called = announced || /^by:? /i.test(line);
  const text = line
    .replace(/^(?:authors?\s*(?:links open overlay panel|:)|by:)\s*/i, '')
    .replace(/^by (?=\S+ ?,)/i, '')
    // "Berg, Ada [UNESP]": where she works.
    .replace(/(?<!\s)\s*\[[^[\]]{2,80}\]$/, '')
    // "par", "di" before a name in full; "di Stefano M" and "von Neumann J" open with their own.
    .replace(/^(?:par|por|di|von)\s+(?=\p{Lu}[\p{L}.-]+\s(?:\p{Lu}\.\s)*\p{L}\p{Ll})/u, '')
    .replace(/(?<![\s\d,*†‡])[\s\d,*†‡]*\s(?:and|&)\s*$/, '')
    .replace(/(?<=\p{L})[\s\d,*†‡§¶#⊥∥]+(?=[,;]|$|\sand\s)/gu, '');
  // "Berg, Ada M." or "Berg, Ada Lin" alone, where names are expected.
  const [first = '', second = '', third] = text.split(/ ?[,;] ?/);
  const isBySign = /^by /i.test(text) && !looksLikeName(second);
  if ((called || isBySign) && second && third === undefined && !looksLikeName(first))
    if (looksLikeName(text)) return [text];
  if (!/^\P{L}*[\p{Lu}\p{Lo}]|^by /u.test(text)) return [];
  const parts = splitGroups(text).filter((part) => /[\p{Lu}\p{Lo}]|\p{L}{3}/u.test(part));
  const names = parts.filter(looksLikeName);
  return names.length >= parts.length * LEAST_NAMES_OF_LINE ? names : [];
}

/** A name with a mark behind it: a number, a star; menus have none. */
const MARKED = /\p{L}{2} ?(?:\d{1,2}(?!\d)|[*†‡§¶])/gu;

/** How many of the names of a line have a mark behind them. */
export const marksIn = (line: string): number => line.match(MARKED)?.length ?? 0;
