/** CSL-JSON: a list of items, as Zotero, pandoc and Crossref write it, or one item. Nothing in it is trusted to have its type. */
import type { Author } from '../../../model';
import { CSL_TYPES } from '../../csl-types';
import { ownOf } from '../../own-of';
import type { FileText } from '../file-text';
import { isObject, listOf } from '../json-value';
import type { ReadReferences, ReferenceFormat } from './format';
import { LONGEST_ENTRY, TOO_LONG } from './lines';
import { nameOf, nameText } from './names';
import { type Draft, Found, type Texts } from './reference';

type Item = Readonly<Record<string, unknown>>;

/** Items that are looked at to know the format: the first of a file may be damaged. */
const LOOKED_AT = 10;
const NO_ITEM = 'it is not an item of CSL-JSON';
/** Beside a type, keys that an item of CSL has. */
const KEYS = ['title', 'author', 'issued', 'container-title', 'DOI', 'PMID', 'URL', 'publisher'];

export const cslJson: ReferenceFormat = {
  id: 'csl-json',
  label: 'CSL-JSON files',
  extensions: ['json'],
  mime: 'application/vnd.citationstyles.csl+json',
  sniff: ({ start, json }) => /^[[{]/.test(start) && itemsOf(json).slice(0, LOOKED_AT).some(isItem),
  read,
};

function itemsOf(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  if (!isObject(json)) return [];
  return isItem(json) ? [json] : listOf(json.items ?? json.references);
}

/** One that names its kind as CSL does. */
function isItem(value: unknown): boolean {
  if (!isObject(value) || !CSL_TYPES.has(text(ownOf(value, 'type')) ?? '')) return false;
  return KEYS.some((key) => Object.hasOwn(value, key));
}

function read({ json }: FileText): ReadReferences {
  const found = new Found();
  for (const [i, item] of itemsOf(json).entries()) {
    const draft = isObject(item) ? draftOf(item, i + 1) : NO_ITEM;
    if (typeof draft === 'string') found.refuse(i + 1, beginning(item), draft);
    else found.add(draft);
  }
  return found;
}

/** An item by what it is called; its whole may be deep, or long. */
const beginning = (item: unknown): string =>
  isObject(item)
    ? (text(ownOf(item, 'title')) ?? text(ownOf(item, 'id')) ?? '')
    : (text(item) ?? '');

/** A text or a number; of a list of texts, as Crossref writes titles, the first. */
function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : undefined;
}

/** Fields of CSL by ours, the best first. */
const FIELDS: Readonly<Record<Exclude<keyof Texts, 'type' | 'year' | 'preprintOf'>, string>> = {
  title: 'title title-short',
  containerTitle: 'container-title collection-title container-title-short journalAbbreviation',
  volume: 'volume',
  issue: 'issue',
  page: 'page page-first',
  number: 'number',
  publisher: 'publisher',
  issn: 'ISSN',
  isbn: 'ISBN',
  genre: 'genre',
  doi: 'DOI',
  pmid: 'PMID',
  pmcid: 'PMCID',
  arxiv: 'arxiv arXiv',
  language: 'language',
  status: 'status',
  abstract: 'abstract',
};

/** Zotero puts fields that it does not have into its notes, a line each. */
const IN_NOTE = /^(DOI|PMID|PMCID|arXiv) ?: ?(\S{1,200})/gim;

/** What an item states, or what is wrong with it. */
function draftOf(item: Item, line: number): Draft | string {
  const texts: Record<string, (string | undefined)[]> = {};
  for (const [field, names] of Object.entries(FIELDS))
    texts[field] = names.split(' ').map((name) => text(ownOf(item, name)));
  const note = text(ownOf(item, 'note')) ?? '';
  const size = Object.values(item).reduce<number>((all, one) => all + (text(one)?.length ?? 0), 0);
  if (size > LONGEST_ENTRY) return TOO_LONG;
  for (const [, name = '', value] of note.matchAll(IN_NOTE)) texts[name.toLowerCase()]?.push(value);
  return {
    line,
    text: beginning(item),
    texts: {
      ...texts,
      type: [typeOf(item)],
      year: [yearOf(item)],
      arxiv: arxivOf(item, texts.arxiv),
    },
    authors: namesOf(ownOf(item, 'author')),
    editors: namesOf(ownOf(item, 'editor')),
    keywords: keywordsOf(ownOf(item, 'keyword')),
    urls: [text(ownOf(item, 'URL')) ?? ''],
    notes: [note, text(ownOf(item, 'annote')) ?? ''],
  };
}

/** "document" is the word of those who know no type. */
function typeOf(item: Item): string | undefined {
  const type = text(ownOf(item, 'type')) ?? '';
  return type !== 'document' && CSL_TYPES.has(type) ? type : undefined;
}

function arxivOf(item: Item, stated: readonly (string | undefined)[] = []): (string | undefined)[] {
  const isThere = /^arxiv$/i.test(text(ownOf(item, 'archive')) ?? '');
  const number = text(ownOf(item, 'number')) ?? '';
  return [
    ...stated,
    isThere ? text(ownOf(item, 'archive_location')) : undefined,
    /^arxiv:/i.test(number) ? number : undefined,
  ];
}

/** `issued` is a date in parts, or in words; some programs write a bare text. */
function yearOf(item: Item): string | undefined {
  const issued = ownOf(item, 'issued');
  if (!isObject(issued)) return text(issued);
  const [first] = listOf(ownOf(issued, 'date-parts'));
  return (
    text(listOf(first)[0]) ??
    text(ownOf(issued, 'raw')) ??
    text(ownOf(issued, 'literal')) ??
    undefined
  );
}

function namesOf(value: unknown): Author[] {
  return listOf(value).flatMap((name) => {
    if (typeof name === 'string') return nameOf(name) ?? [];
    return isObject(name) ? (authorOf(name) ?? []) : [];
  });
}

function authorOf(name: Item): Author | null {
  const part = (key: string): string => nameText(text(ownOf(name, key)) ?? '');
  const literal = part('literal');
  const particles = [part('dropping-particle'), part('non-dropping-particle')].filter(Boolean);
  const [family, given, suffix] = [part('family'), part('given'), part('suffix')];
  if (!family) {
    const only = literal || given || particles.join(' ');
    return only ? { literal: only } : null;
  }
  return {
    // As pages are read: a family name has its particles. "d'" takes no blank.
    family: [...particles, family].join(' ').replace(/(['\u2019]) (?=\S)/g, '$1'),
    ...(given && { given }),
    ...(suffix && { suffix }),
  };
}

/** CSL has one text for all keywords; lists are written too. */
function keywordsOf(value: unknown): string[] {
  const words = Array.isArray(value)
    ? value.flatMap((one) => text(one) ?? [])
    : [text(value) ?? ''];
  return words.flatMap((one) => one.split(one.includes(';') ? ';' : ','));
}
