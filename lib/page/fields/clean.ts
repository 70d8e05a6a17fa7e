/** A field's value as one source states it, cleaned: the same for every source. */
import type { Author } from '../../model';
import { IN_PRESS } from '../../model/records/publication';
import {
  arxivIn,
  cleanDoi,
  hasManyNames,
  isbnIn,
  languageTag,
  parseName,
  plain,
  pmcidIn,
  splitNames,
  yearIn,
} from '../../text';
import type { Field } from '../view/raw';
import { isInPress } from './in-press';
import type { Stated } from './stated/rule';

export type Cleaned = string | number | string[] | Author[];

/** Budgets, in UTF-16 units and in entries. */
const LONGEST_TEXT = 20_000;
const LONGEST_VENUE = 500;
const MOST_AUTHORS = 5_000;
const MOST_KEYWORDS = 200;

function authorsOf(given: readonly string[]): Author[] {
  const names =
    given.length === 1 && given[0] && hasManyNames(given[0])
      ? splitNames(plain(given[0], LONGEST_TEXT))
      : given;
  return names
    .slice(0, MOST_AUTHORS)
    .map((name) => parseName(name))
    .filter((name) => name !== null) as Author[];
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
