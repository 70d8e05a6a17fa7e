/** Metadata that is embedded in the body: JSON-LD (schema.org) and COinS (OpenURL in a span). */
import * as dom from '../../dom';
import { cslType, type Raw } from './raw';

type Json = Record<string, unknown>;

const SCHOLARLY = /ScholarlyArticle|Thesis|^Report$|^Chapter$|PublicationIssue/;
const TYPE = 'application/ld+json';
/** Budgets: the longest script and COinS that are read, in UTF-16 units; nodes of a list, and of nodes in nodes. */
const LONGEST_SCRIPT = 400_000;
const LONGEST_COINS = 10_000;
const MOST_NODES = 200;
const DEEPEST = 3;
/** Types may be full addresses, or have a prefix. */
const OTHER =
  /"@type"\s*:\s*(?:\[\s*)?"(?:[^"]*[/:#])?(Dataset|Software\w+|NewsArticle|BlogPosting|Product|Recipe|JobPosting|VideoObject|Event|FAQPage|TechArticle)"/;

/** A node of JSON-LD that is a scholarly work. */
export interface Work {
  node: Json;
  types: string[];
}

/** What the page's JSON-LD amounts to. */
export interface JsonLd {
  /** The scholarly work, when there is one. */
  work: Work | null;
  /** The page says it is a data set, a program, a news item or a blog post. */
  otherThing: string | null;
}

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const text = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  const node = list(value)[0];
  if (node && typeof node === 'object') {
    const { '@value': plain, name } = node as Json;
    return text(plain ?? name);
  }
  return typeof node === 'string' ? node : undefined;
};
const typesOf = (node: Json) =>
  list(node['@type']).map((type) => String(type).replace(/^.*[/#:]/, ''));

function* nodes(value: unknown, depth = 0): Generator<Json> {
  for (const node of list(value).slice(0, MOST_NODES)) {
    if (!node || typeof node !== 'object') continue;
    yield node as Json;
    if (depth > DEEPEST) continue;
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'about']) {
      yield* nodes((node as Json)[key], depth + 1);
    }
  }
}

/** One name; an organisation's in braces, which keep it whole (`parseName`). */
function nameOf(person: unknown): string | undefined {
  if (typeof person === 'string') return person;
  if (!person || typeof person !== 'object') return undefined;
  const { name, familyName, givenName, honorificSuffix } = person as Json;
  const called = text(name);
  if (called && /organi[sz]ation|corporation|consortium|^ngo/i.test(typesOf(person as Json).join()))
    return `{${called.replace(/[{}]/g, '')}}`;
  if (!familyName) return called;
  return [familyName, givenName, honorificSuffix].flatMap((part) => text(part) ?? []).join(', ');
}

const namesOf = (people: unknown): string[] => list(people).flatMap((one) => nameOf(one) ?? []);

/** A tag, or a node that has a name and, as its other name, the tag. */
function languageOf(value: unknown): string | undefined {
  const node = list(value)[0];
  const other = node && typeof node === 'object' ? text((node as Json).alternateName) : undefined;
  return other ?? text(value);
}

/** The innermost chain of isPartOf: issue, volume, journal. */
function partOf(node: Json, raw: Raw): void {
  let part = list(node.isPartOf)[0] as Json | undefined;
  for (let depth = 0; part && typeof part === 'object' && depth <= DEEPEST; depth++) {
    raw.volume ??= text(part.volumeNumber);
    raw.issue ??= text(part.issueNumber);
    raw.issn ??= text(part.issn);
    raw.isbn ??= text(part.isbn);
    const types = typesOf(part).join();
    if (!/PublicationIssue|PublicationVolume|WebSite|WebPage/.test(types))
      raw.containerTitle ??= text(part.name);
    part = list(part.isPartOf)[0] as Json | undefined;
  }
}

const peopleOf = ({ node }: Work): unknown => node.author ?? node.creator;

function doiOf({ node }: Work): string | undefined {
  return [node.identifier, node.sameAs, node['@id'], node.url, node.doi]
    .flatMap(list)
    .map((id) => (id && typeof id === 'object' ? text((id as Json).value) : text(id)))
    .find((id) => id !== undefined && /10\.\d{4,9}\//.test(id));
}

/** Whether a work is a paper's, by its DOI or its authors. */
export const isNamed = (work: Work): boolean =>
  doiOf(work) !== undefined || list(peopleOf(work)).some(Boolean);

/** What is stated of a work. */
export function describe(work: Work): Raw {
  const { node, types } = work;
  const raw: Raw = {
    title: text(node.headline) ?? text(node.name),
    year: text(node.datePublished) ?? text(node.dateCreated),
    volume: text(node.volumeNumber),
    issue: text(node.issueNumber),
    page: text(node.pagination) ?? text(node.pageStart),
    publisher: text(node.publisher),
    abstract: text(node.abstract) ?? text(node.description),
    type: cslType(types.join(' ')) ?? undefined,
    isbn: text(node.isbn),
    number: text(node.reportNumber),
    genre: text(node.inSupportOf),
    language: languageOf(node.inLanguage),
    status: text(node.creativeWorkStatus),
  };
  const authors = namesOf(peopleOf(work));
  if (authors.length > 0) raw.authors = authors;
  const editors = namesOf(node.editor);
  if (editors.length > 0) raw.editors = editors;
  const words = list(node.keywords)
    .map(text)
    .filter((word) => word !== undefined);
  if (words.length > 0) raw.keywords = words;
  raw.doi = doiOf(work);
  partOf(node, raw);
  for (const field of Object.keys(raw) as (keyof Raw)[]) if (!raw[field]) delete raw[field];
  return raw;
}

/** Reads the scripts that are JSON-LD. What names no scholarly or telling type is not even parsed. */
export function readJsonLd(scripts: Iterable<Element>): JsonLd {
  const found: JsonLd = { work: null, otherThing: null };
  for (const script of scripts) {
    if (dom.getAttribute(script, 'type')?.toLowerCase() !== TYPE) continue;
    const source = dom.textContent(script) ?? '';
    if (source.length > LONGEST_SCRIPT) continue;
    found.otherThing ??= OTHER.exec(source)?.[1] ?? null;
    if (!/ScholarlyArticle|["/:#](?:Thesis|Report|Chapter)"/.test(source)) continue;
    try {
      for (const node of nodes(JSON.parse(source))) {
        const types = typesOf(node);
        if (types.some((type) => SCHOLARLY.test(type))) {
          found.work ??= { node, types };
          found.otherThing = null;
        }
      }
    } catch {
      // Half a publisher's JSON-LD does not parse (raw line breaks, trailing commas): other sources answer.
    }
    if (found.work) break;
  }
  return found;
}

/** One COinS span describes the page; several are a list of references or results. */
export function readCoins(doc: Document): Raw | null {
  const spans = doc.getElementsByClassName('Z3988');
  const title = spans.length === 1 ? dom.getAttribute(spans[0], 'title') : null;
  return title && title.length <= LONGEST_COINS ? coinsOf(title) : null;
}

/** What a COinS span states: an OpenURL's fields. */
export function coinsOf(title: string): Raw | null {
  const given = new URLSearchParams(title.replace(/&amp;/g, '&'));
  const one = (name: string) => given.get(`rft.${name}`) || undefined;
  const first = one('aulast') && `${one('aulast')}, ${one('aufirst') ?? one('auinit') ?? ''}`;
  const others = given.getAll('rft.au');
  const raw: Raw = {
    doi: given.getAll('rft_id').find((id) => /10\.\d{4}/.test(id)),
    title: one('atitle') ?? one('title'),
    year: one('date'),
    containerTitle: one('jtitle') ?? (one('atitle') && one('title')),
    volume: one('volume'),
    issue: one('issue'),
    page: one('pages') ?? one('spage'),
    issn: one('issn'),
    isbn: one('isbn'),
    type: cslType(one('genre')) ?? undefined,
  };
  if (others.length > 0) raw.authors = others;
  else if (first) raw.authors = [first];
  for (const field of Object.keys(raw) as (keyof Raw)[]) if (!raw[field]) delete raw[field];
  return raw.title ? raw : null;
}
