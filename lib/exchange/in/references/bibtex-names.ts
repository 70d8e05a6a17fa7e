/** Names of BibTeX and BibLaTeX: what is in braces is whole, small letters begin the family's particles. */
import type { Author } from '../../../model';
import { looksLikeName, parseName, SUFFIX } from '../../../text';
import { isOrganisation } from '../../../text/citation';
import { latexText } from './latex';
import { nameText, personOf } from './names';

/** "A and B and {C and D}". */
export function bibtexNames(source: string): Author[] {
  return splitOutside(source, /\sand\s/iy).flatMap((name) => nameOf(name.trim()) ?? []);
}

/** Parts between what `sign` finds outside of braces. */
function splitOutside(source: string, sign: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at];
    if (char === '\\') at += 1;
    else if (char === '{') depth += 1;
    else if (char === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      sign.lastIndex = at;
      const found = sign.exec(source)?.[0];
      if (!found) continue;
      parts.push(source.slice(from, at));
      from = at + found.length;
      // The blank behind one "and" is the one before the next.
      at = from - (found.length > 1 ? 2 : 1);
    }
  }
  return [...parts, source.slice(from)].filter((part) => part.trim());
}

const text = (source: string): string => nameText(latexText(source));

function nameOf(source: string): Author | null {
  if (/^others$/i.test(source) || !/\p{L}/u.test(source)) return null;
  if (isWhole(source)) return literal(text(source));
  if (/^(?:family|given|prefix|suffix)(?:-i)?\s?=/i.test(source)) return extended(source);
  const parts = splitOutside(source, /,/y);
  const [first = '', ...rest] = parts;
  if (rest.length > 0) {
    if (isWhole(first.trim()) && !text(rest.join(''))) return literal(text(first));
    return text(first) ? personOf(text(first), rest.map(text).filter(Boolean)) : null;
  }
  // "World Health Organization,"
  if (source.endsWith(',')) return literal(text(first));
  return undivided(first);
}

const literal = (name: string): Author | null => (name ? { literal: name } : null);

/** Is all of it in one pair of braces? "{\'E}mile" is not. */
function isWhole(source: string): boolean {
  if (!source.startsWith('{') || /^\{\\/.test(source)) return false;
  let depth = 0;
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '{') depth += 1;
    else if (source[at] === '}' && --depth === 0) return at === source.length - 1;
  }
  return false;
}

/** BibLaTeX's "family=Berg, given=Jan, prefix=van den". */
function extended(source: string): Author | null {
  const parts = new Map(
    splitOutside(source, /,/y).map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim().toLowerCase(), text(part.slice(at + 1))];
    }),
  );
  const family = [parts.get('prefix'), parts.get('family')].filter(Boolean).join(' ');
  const [given, suffix] = [parts.get('given'), parts.get('suffix')];
  if (!family) return literal(given ?? '');
  return { family, ...(given && { given }), ...(suffix && { suffix }) };
}

/** "First von Last": by BibTeX's rule the particles are the words in small letters. */
function undivided(source: string): Author | null {
  const whole = text(source);
  if (isOrganisation(whole)) return literal(whole);
  const words = splitOutside(source, /[\s~]+/y);
  const suffix =
    words.length > 2 && SUFFIX.test(text(words.at(-1) ?? '')) ? words.pop() : undefined;
  if (words.length === 1) {
    // Chinese, Japanese and Korean names need no blank.
    const name = looksLikeName(whole) ? parseName(whole) : null;
    return name?.family ? name : literal(whole);
  }
  const small = words.slice(0, -1).findIndex(isSmall);
  const from = small < 0 ? words.length - 1 : small;
  const family = text(words.slice(from).join(' '));
  const given = text(words.slice(0, from).join(' '));
  const more = suffix ? { suffix: text(suffix) } : {};
  return family ? { family, ...(given && { given }), ...more } : literal(given);
}

/** Does its first letter outside of braces, or that of an accent, have a small form? */
const isSmall = (word: string): boolean =>
  (!word.startsWith('{') || /^\{\\/.test(word)) && /^[^\p{L}]*\p{Ll}/u.test(text(word));
