/** Names of a library's records. Their commas mean more than those of a page: each record has a convention. */
import type { Author } from '../../../model';
import { looksLikeName, PARTICLE, parseName, plain, SUFFIX } from '../../../text';
import { isOrganisation } from '../../../text/citation';
import { sanitizeText } from '../../text';

const LONGEST_NAME = 300;
/** Of a field that holds all authors. */
const LONGEST_LIST = 100_000;

/** Words in an author's place that name nobody. */
const NOBODY =
  /^\W*(?:et al|and others|others|anon|anonymous|no authors? listed|unknown|n\/?a)\W*$/i;

/** A text on one line, at most so long. */
export const nameText = (raw: string): string => plain(sanitizeText(raw), LONGEST_NAME);

/** The names of one field: one by the rules of every format, and all of them where a program has put them together. */
export function namesIn(raw: string): Author[] {
  return listed(plain(sanitizeText(raw), LONGEST_LIST)).flatMap((one) => nameOf(one) ?? []);
}

function listed(text: string): string[] {
  if (/[;|]/.test(text)) return text.split(/[;|]/);
  // "Smith, J. and Doe, K.", but not "Ministry of Health and Wellbeing".
  const joined = text.split(/ and | & /);
  if (joined.length > 1 && joined.every((one) => one.includes(','))) return joined;
  // "Smith J, van Berg JA": a family name is never behind its own initials.
  const parts = text.split(',').map((part) => part.trim());
  return parts.length > 1 && parts.every(endsInInitials) ? parts : [text];
}

function endsInInitials(text: string): boolean {
  const words = text.split(' ');
  return words.length > 1 && trailingInitials(words) > 0;
}

/** How many words at the end are initials. */
function trailingInitials(words: readonly string[]): number {
  const last = words.findLastIndex((word) => !/^\p{Lu}{1,3}$/u.test(word));
  return words.length - 1 - last;
}

/**
 * One name: "Family, Given", "Family, Given, Jr.", and an organisation with a comma behind it, which is EndNote's sign
 * ("World Health Organization,"; ",," for a comma within it).
 */
export function nameOf(raw: string): Author | null {
  const text = nameText(raw);
  if (!/\p{L}/u.test(text) || NOBODY.test(text)) return null;
  const split = text.split(',').map((part) => part.trim());
  const parts = split.filter(Boolean);
  const [head = '', ...rest] = parts;
  const whole = { literal: parts.join(', ') };
  if (text.includes(',,')) return whole;
  if (rest.length === 0) return split.length > 1 ? whole : undivided(head);
  if (head.includes(' ') && isOrganisation(head)) return whole;
  return personOf(head, rest);
}

/** "King", ["Martin Luther", "Jr."], whatever their order; degrees behind them are not of the name. */
export function personOf(family: string, rest: readonly string[]): Author {
  const stated = rest.find((part) => SUFFIX.test(part));
  const given = rest.find((part) => part !== stated && !/^(?:null|undefined)$/i.test(part));
  // "Davis, Sammy Jr."
  const words = given?.split(' ') ?? [];
  const inGiven = !stated && words.length > 1 && SUFFIX.test(words.at(-1) ?? '');
  const suffix = inGiven ? words.pop() : stated;
  return { family, ...(given && { given: words.join(' ') }), ...(suffix && { suffix }) };
}

/** A name without a comma: of an organisation, or of a person where it looks like one. */
function undivided(text: string): Author {
  if (isOrganisation(text)) return { literal: text };
  const words = text.split(' ');
  const suffix = words.length > 1 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const bare = words.join(' ');
  const more = suffix ? { suffix } : {};
  if (words.length === 1 && suffix) return { family: bare, suffix };
  if (words.length > 1 && words.slice(0, -1).every((word) => PARTICLE.test(word)))
    return { family: bare, ...more };
  const initials = trailingInitials(words);
  const before = words.slice(0, words.length - initials).join(' ');
  // "Brownstein C D"; in capitals alone, initials look like a name.
  if (initials > 0 && /\p{Ll}/u.test(before))
    return { family: before, given: words.slice(-initials).join(' '), ...more };
  const name = looksLikeName(bare) ? parseName(bare) : null;
  return name?.family ? { ...name, ...more } : { literal: text };
}
