/** People's names as pages write them, split into family and given name. */
import { plain, squeeze } from './clean';
import { easternName } from './eastern-names';
import { familyAt } from './family-names';
import type { Name } from './name';
import { isOrganisationName, turnedBack } from './organisations';

export { PARTICLE } from './family-names';
export type { Name } from './name';

export const SUFFIX = /^(?:jr|sr|ii|iii|iv|2nd|3rd)\.?$/i;
export const DEGREE =
  /^(?:m\.b\.?|(?:ph|pharm|psy|sc|ed|m|j)\.?d|[dm]\.?phil|[mb]\.?(?:sc?|a)|m\.?p\.?h|mb\w*|bch|f[ra]c\w+|fesc|faha|r\.?n|d\.?o|d\.?d\.?s|dvm|ms\w{2}|mhs|mr\w{2,}|prof|dr|esq)\.?$/i;

/** In UTF-16 units: more is not read of one name. */
const LONGEST = 300;

/** Marks that pages hang on names: superscripts, stars, ORCID labels, "null" for a missing initial. */
export function bare(name: string): string {
  return (
    plain(name, LONGEST)
      .replace(/^(?:[Vv]iew )?(?:ORCID|[Oo]rcid)(?: [Pp]rofile)?(?: for)?:?\s*(?=\p{Lu})/u, '')
      .replace(/\(?https?:\S+|\borcid\b.*|(?<!\S)\S+@\S+/gis, '')
      .replace(/[\d*†‡§¶#‖✉∗⁎()[\]]/gu, ' ')
      .replace(/\b([A-Z])null\b/g, '$1')
      .replace(/(?:(?<!\s)\s+)?[,;]\s*(?=[,;]|$)/g, '')
      .replace(/^(?:by|and|&|with|dr\.|prof\.)\s+/i, '')
      // "DR Cool" has two initials; "Dr Cool" has a title.
      .replace(/^(?:Dr|Prof)\s+/, '')
      .replace(/\s+/g, ' ')
      .replace(
        /^[\s,;:·|–-]+|(?:[\s,;:·|–]|\s(?:and|&|mail|email|email author|equal contributor))+$/gi,
        '',
      )
  );
}

/** What closes a name in brackets: an organisation's acronym, or where a person works. */
const ASIDE = /(?<!\s)\s*[([]([^()[\]]{2,80})[)\]]\s*$/u;

/** An organisation with its acronym, as it is given; undefined for a person. */
function organisation(text: string, aside: string | undefined): Name | undefined {
  const [head = '', second = ''] = text.split(/ ?, ?/);
  const turned = turnedBack(head, second);
  if (turned) return { literal: turned };
  const named = text.includes(',') ? head.includes(' ') && head : text;
  if (!named || !isOrganisationName(named)) return undefined;
  return { literal: aside ? `${text} (${aside})` : text };
}

/**
 * Splits one name. "Last, First", "First M. Last", "Last FM", particles ("Tim van Timmeren"), two family names, suffixes
 * and degrees are understood; an organisation stays whole as `literal`, as does what is in braces, which is BibTeX's sign
 * for it. Null when nothing is left of it.
 */
export function parseName(raw: string): Name | null {
  const kept = /^\s*\{([^{}]+)\}\s*$/.exec(raw)?.[1];
  if (kept) return /\p{L}/u.test(kept) ? { literal: plain(kept, LONGEST) } : null;
  const whole = plain(raw, LONGEST);
  const aside = ASIDE.exec(whole);
  const inside = aside?.[1] && /\p{L}{2}/u.test(aside[1]) ? aside[1] : undefined;
  const before = inside ? bare(whole.slice(0, aside?.index)) : '';
  const body = organisation(before || bare(raw), before ? inside : undefined);
  if (body) return body;
  // "Silva, Ana [UNESP]": where she works is not of her name.
  const works = inside && (/^[\p{Lu}\d\s/&-]+$/u.test(inside) || isOrganisationName(inside));
  return personOf(before && works ? before : bare(raw));
}

function personOf(text: string): Name | null {
  if (!/\p{L}/u.test(text)) return null;
  const all = text.split(/ ?, ?/);
  // "Smith, M.A." is a name with initials; "Ann Smith, M.A." has a degree.
  const only = /^[^\s,]+ ?, ?(?:\p{Lu}\.){1,4}(?:,|$)/u.test(text);
  const parts = only ? all : all.filter((part) => !DEGREE.test(part));
  const suffix = parts.find((part, i) => i > 0 && SUFFIX.test(part));
  const [head = '', second] = parts.filter((part) => part !== suffix);
  if (!head) return null;
  if (second) return { family: head, given: second, ...(suffix && { suffix }) };
  if (isOrganisationName(head)) return { literal: head };
  const eastern = easternName(head);
  if (eastern) return eastern;
  const words = head
    .split(' ')
    .filter((word, i) => i === 0 || !/^(?:ph\.?d|m\.?d)\.?$/i.test(word));
  if (words.length === 1) return { literal: head };
  const word = (at: number) => words.at(at) ?? '';
  // "Иванов Иван Петрович": a patronymic ends a name that opens with the family's.
  if (words.length === 3 && /(?:ович|евич|ична|овна|евна|ьич)$/u.test(word(2)))
    return { family: word(0), given: words.slice(1).join(' ') };
  const ends = SUFFIX.test(word(-1)) && words.length > 2 ? words.pop() : suffix;
  const more = ends ? { suffix: ends } : {};
  if (/^[A-Z]{1,3}$/.test(word(-1)) && /\p{Ll}/u.test(word(0))) {
    return { family: words.slice(0, -1).join(' '), given: word(-1), ...more };
  }
  const start = familyAt(words);
  const family = words.slice(start).join(' ');
  return start === 0 ? { family } : { family, given: words.slice(0, start).join(' '), ...more };
}

/**
 * Splits a byline into names: "A B, C D and E F", "Last, F.; Last, F.", "Peverill RE;Lin KY;", "A|B".
 * A comma separates names unless the parts look like "Last, F.".
 */
export function splitNames(line: string): string[] {
  const text = squeeze(line, 20_000).replace(/^(?:by|authors?:?) /i, '');
  if (/[;；|]/.test(text)) return text.split(/ ?[;；|] ?(?:and |& )?/).filter(Boolean);
  const parts = text.split(/ ?[,，、] ?(?:and |& ?|et )?| (?:and|&|und|et|y) /).filter(Boolean);
  // "A B, C D e E F": in a list one more small word joins the last two, each a name of several words.
  const joined =
    parts.length > 1 && /^(\S+ .+) (?:e|i|och|og|oraz|и) (\S+ .+)$/s.exec(parts.at(-1) ?? '');
  if (joined) parts.splice(-1, 1, ...joined.slice(1));
  const initials = (part: string) => /^(?:\p{Lu}[.-]?\s?){1,4}$/u.test(part);
  if (parts.length % 2 === 0 && parts.every((part, i) => i % 2 === 0 || initials(part))) {
    return parts.flatMap((part, i) => (i % 2 === 0 ? [`${part}, ${parts[i + 1]}`] : []));
  }
  const names: string[] = [];
  for (const part of parts) {
    if (DEGREE.test(part)) continue;
    // "John Smith, Jr., Jane Doe": a suffix belongs to the name before it.
    if (SUFFIX.test(part)) names.push([names.pop(), part].filter(Boolean).join(' '));
    else names.push(part);
  }
  return names;
}

/** Are there more commas than one name has: "Last, First, Jr."? */
export const hasManyNames = (line: string): boolean =>
  /[;|]/.test(line) || line.split(',').filter((part) => !SUFFIX.test(part.trim())).length > 2;
