/** A field's value as one source states it, cleaned: the same for every source. */
import type { Author } from '../../model';
import { IN_PRESS } from '../../model/records/publication';
import {
  arxivIn,
  cleanDoi,
  hasManyNames,
  isbnIn,
  isOrganisationName,
  languageTag,
  looksLikeName,
  looseKey,
  parseName,
  plain,
  pmcidIn,
  splitNames,
  yearIn,
} from '../../text';
import type { Field } from '../view/raw';
import { withoutLabel } from '../view/work-label';
import { isInPress } from './in-press';
import type { Stated } from './stated/rule';

export type Cleaned = string | number | string[] | Author[];

/** Budgets, in UTF-16 units and in entries. */
const LONGEST_TEXT = 20_000;
const LONGEST_VENUE = 500;
const MOST_AUTHORS = 5_000;
const MOST_KEYWORDS = 200;
/** A tag with two authors has one word between them. */
const PAIR = 2;

/** Each once, where a page gives all of them twice: its set of tags is there twice. Two people may have one name. */
function once<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  const [times = 1, ...others] = new Set(counts.values());
  if (times < 2 || others.length > 0) return [...all];
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

/** "Ministry of Health, Labour, and Welfare" is one name, however many commas it has. */
const isOrganisation = (text: string): boolean => {
  const [head = '', ...rest] = text.split(/ ?, ?/);
  return (
    !/[;|]/.test(text) &&
    head.includes(' ') &&
    isOrganisationName(head) &&
    !rest.some(looksLikeName)
  );
};

/** The names of one tag: all of them where it has a list, or two with "and" between. */
function namesIn(tag: string, alone: boolean): string[] {
  const text = plain(tag, LONGEST_TEXT);
  const joined = text.split(/ (?:and|&) /);
  if (joined.length === PAIR && joined.every(looksLikeName)) return joined;
  return alone && hasManyNames(text) && !isOrganisation(text) ? splitNames(text) : [text];
}

function authorsOf(given: readonly string[]): Author[] {
  const tags = once(given, plain);
  const names = tags
    .flatMap((tag) => namesIn(tag, tags.length === 1))
    .slice(0, MOST_AUTHORS)
    .map((name) => parseName(name))
    .filter((name) => name !== null) as Author[];
  return once(names, ({ family, given: first, literal }) =>
    looseKey(`${family ?? literal} ${first ?? ''}`),
  );
}

/** "BMC Evolutionary Biology 2014 14:70" names a journal and then an issue; an address names none. */
function venueOf(text: string): string | undefined {
  const venue = plain(text, LONGEST_VENUE).replace(
    /[,.;]?\s+(?:\(?(?:1[5-9]|20)\d\d\)?|vol(?:ume|\.)?\s*\d+|\d+\s*\(\d+\)).*\d.*/is,
    '',
  );
  return /^(?:https?:|www\.|doi|10\.\d)/i.test(venue) || !/\p{L}{2}/u.test(venue)
    ? undefined
    : venue;
}

const doiOf = (text: string) => cleanDoi(plain(text)) ?? undefined;

/** Fields that are more than plain text. */
const TEXTS: Partial<Record<Field, (text: string) => string | number | undefined>> = {
  doi: doiOf,
  title: (text) => withoutLabel(plain(text)) || undefined,
  preprintOf: doiOf,
  pmid: (text) => /^\D{0,20}(\d{4,9})$/.exec(text.trim())?.[1],
  pmcid: (text) => pmcidIn(/^\d+$/.test(text) ? `PMC${text}` : text),
  arxiv: (text) => arxivIn(`arxiv:${text.replace(/^.*arxiv[:./\s]*(?:abs\/)?/i, '')}`),
  containerTitle: venueOf,
  isbn: isbnIn,
  language: languageTag,
  status: (text) => (isInPress(text) ? IN_PRESS : undefined),
  issn: (text) => /\d{4}-?\d{3}[\dxX]/.exec(text)?.[0].toUpperCase(),
  type: (text) => text,
  year: (text) => yearIn(plain(text)),
  abstract: (text) =>
    plain(text, LONGEST_TEXT).replace(/^(?:abstract|summary)[:.\s]+/i, '') || undefined,
};

const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** The value as it is kept; undefined when nothing usable is left. */
export function cleanField(field: Field, value: Stated): Cleaned | undefined {
  if (field === 'authors' || field === 'editors') return some(authorsOf([value].flat()));
  if (field === 'keywords') {
    const words = [value].flat().flatMap((text) => plain(text).split(/ ?[;,] ?/));
    return some(words.filter(Boolean).slice(0, MOST_KEYWORDS));
  }
  const text = String(value);
  const clean = TEXTS[field];
  return clean ? clean(text) : plain(text) || undefined;
}
