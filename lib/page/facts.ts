/**
 * Many sources, one paper: the merge by precedence, field by field, with its source kept; what disagrees is
 * reported.
 */
import type { Author, Conflict, FieldSource, PaperFacts } from '../model';
import { IN_PRESS, settled } from '../model/records/publication';
import { rankOnPage } from '../model/sources';
import {
  arxivIn,
  arxivOfDoi,
  cleanDoi,
  hasManyNames,
  isbnIn,
  languageTag,
  looseKey,
  parseName,
  plain,
  pmcidIn,
  splitNames,
  yearIn,
} from '../text';
import { isInPress, sayStatus } from './in-press';
import { typePreprint } from './preprint';
import type { Field, Raw, Said } from './view/raw';

const SIMPLE = ['title', 'volume', 'issue', 'page', 'publisher'] as const;
/** Fields worth a reader's look when two sources differ. */
const COMPARED = ['doi', 'title', 'year', 'containerTitle'] as const;

function authorsOf(given: readonly string[]): Author[] {
  const names =
    given.length === 1 && given[0] && hasManyNames(given[0])
      ? splitNames(plain(given[0], 20_000))
      : given;
  return names
    .slice(0, 5_000)
    .map((name) => parseName(name))
    .filter((name) => name !== null) as Author[];
}

/** "BMC Evolutionary Biology 2014 14:70" names a journal and then an issue; an address names none. */
function venueOf(text: string): string | undefined {
  const venue = plain(text, 500).replace(
    /[,.;]?\s+(?:\(?(?:1[5-9]|20)\d\d\)?|vol(?:ume|\.)?\s*\d+|\d+\s*\(\d+\)).*\d.*/is,
    '',
  );
  return /^(?:https?:|www\.|doi|10\.\d)/i.test(venue) || !/\p{L}{2}/u.test(venue)
    ? undefined
    : venue;
}

const IDS: Record<string, (text: string) => string | undefined> = {
  doi: (text) => cleanDoi(plain(text)) ?? undefined,
  pmid: (text) => /^\D{0,20}(\d{4,9})$/.exec(text.trim())?.[1],
  pmcid: (text) => pmcidIn(/^\d+$/.test(text) ? `PMC${text}` : text),
  arxiv: (text) => arxivIn(`arxiv:${text.replace(/^.*arxiv[:./\s]*(?:abs\/)?/i, '')}`),
  containerTitle: venueOf,
  isbn: isbnIn,
  language: languageTag,
  status: (text) => (isInPress(text) ? IN_PRESS : undefined),
  preprintOf: (text) => cleanDoi(plain(text)) ?? undefined,
  issn: (text) => /\d{4}-?\d{3}[\dxX]/.exec(text)?.[0].toUpperCase(),
  type: (text) => text,
  abstract: (text) => plain(text, 20_000).replace(/^(?:abstract|summary)[:.\s]+/i, '') || undefined,
};

/** One field's value as one source gives it, cleaned; undefined when nothing usable is left. */
function fieldValue(field: Field, raw: Raw): string | number | string[] | Author[] | undefined {
  const value = raw[field];
  if (value === undefined) return undefined;
  if (field === 'authors' || field === 'editors') {
    const authors = authorsOf(value as string[]);
    return authors.length > 0 ? authors : undefined;
  }
  if (field === 'keywords') {
    const words = (value as string[])
      .flatMap((text) => plain(text).split(/ ?[;,] ?/))
      .filter(Boolean);
    return words.length > 0 ? words.slice(0, 200) : undefined;
  }
  if (field === 'year') return yearIn(plain(value as string));
  return (
    IDS[field]?.(value as string) ?? (IDS[field] ? undefined : plain(value as string) || undefined)
  );
}

const FIELDS: Field[] = [
  'doi',
  'pmid',
  'pmcid',
  'arxiv',
  ...SIMPLE,
  'authors',
  'year',
  'containerTitle',
  'issn',
  'abstract',
  'type',
  'keywords',
  'isbn',
  'number',
  'genre',
  'editors',
  'language',
  'status',
  'preprintOf',
];

function differ(field: string, a: unknown, b: unknown): boolean {
  const [x, y] = [looseKey(String(a)), looseKey(String(b))];
  if (field === 'title' || field === 'containerTitle') return !x.includes(y) && !y.includes(x);
  return x !== y;
}

/**
 * Merges what the sources say.
 * @param said any order; a source may appear once
 */
export function mergeSaid(said: readonly Said[]): { paper: PaperFacts; conflicts: Conflict[] } {
  const paper: PaperFacts = { authors: [], sources: {} };
  const conflicts: Conflict[] = [];
  const sorted = said.map(sayStatus).sort((a, b) => rankOnPage(a.source) - rankOnPage(b.source));
  const byDoi = [...said].sort((a, b) => rankOnPage(a.source, 'doi') - rankOnPage(b.source, 'doi'));
  for (const field of FIELDS) {
    const answers: { source: FieldSource; value: NonNullable<ReturnType<typeof fieldValue>> }[] =
      [];
    const compared = (COMPARED as readonly string[]).includes(field);
    for (const { source, raw } of field === 'doi' ? byDoi : sorted) {
      if (raw[field] === undefined) continue;
      const value = fieldValue(field, raw);
      if (value === undefined) continue;
      answers.push({ source, value });
      // The best answer is enough where nothing is compared; one author alone calls for a second opinion.
      const lonely = field === 'authors' && (value as Author[]).length === 1;
      if (!compared && !lonely) break;
    }
    let best = answers[0];
    if (!best) continue;
    if (field === 'authors') {
      // Some publishers' tags carry one author of many: a source that has that one and more is fuller.
      const only = best.value as Author[];
      const fuller = answers.find(
        ({ value }) =>
          only.length === 1 &&
          (value as Author[]).length > 1 &&
          (value as Author[]).some((name) => sameName(name, only[0])),
      );
      if (fuller) {
        conflicts.push(conflict(field, [best, fuller]));
        best = fuller;
      }
    }
    if (field === 'title') {
      // Tags that leave the subtitle out give way to a title that goes on after a colon.
      const short = String(best.value).replace(/(?<![\s.:])[\s.:]+$/, '');
      best =
        answers.find(({ value }) => {
          const long = String(value);
          return (
            long.toLowerCase().startsWith(`${short.toLowerCase()}: `) &&
            long.length < 2.5 * short.length + 80 &&
            !long.includes(' | ')
          );
        }) ?? best;
    }
    Object.assign(paper, { [field]: best.value });
    paper.sources[field] = best.source;
    if (compared) {
      const top = best;
      const others = answers.filter(
        ({ source, value }) =>
          (source !== 'visible' || field === 'year') && differ(field, value, top.value),
      );
      if (others.length > 0) conflicts.push(conflict(field, [top, ...others]));
    }
  }
  const arxiv = paper.doi && arxivOfDoi(paper.doi);
  if (arxiv && !paper.arxiv) {
    paper.arxiv = arxiv;
    if (paper.sources.doi) paper.sources.arxiv = paper.sources.doi;
  }
  typePreprint(paper);
  return { paper: settled(paper), conflicts };
}

function conflict(field: string, answers: { source: FieldSource; value: unknown }[]): Conflict {
  return {
    field,
    values: answers.slice(0, 20).map(({ source, value }) => ({
      source,
      value: (Array.isArray(value)
        ? (value as Author[]).map((name) => name.family ?? name.literal).join(', ')
        : String(value)
      ).slice(0, 500),
    })),
  };
}

function sameName(a: Author | undefined, b: Author | undefined): boolean {
  const key = (name: Author | undefined) => looseKey(name?.family ?? name?.literal ?? '');
  return key(a) !== '' && key(a) === key(b);
}
