/**
 * `<meta>` tags: Highwire's citation_* (the names Google Scholar asks for), PRISM, DC terms, Dublin Core,
 * EPrints, Open Graph. One pass over the tags, then one table per vocabulary.
 */
import * as dom from '../../dom';
import type { FieldSource } from '../../model';
import { cleanDoi } from '../../text';
import { cslType, type Field, type Raw, type Said } from './raw';

/** Every value of every meta name, names in lower case with dots: "dc:date" and "DC.Date" are one. */
export type MetaTags = Map<string, string[]>;

/** The vocabularies that describe works, and two names that tell what kind of page this is. */
const KEPT =
  /^(?:citation|dct?|dcterms|prism|eprints|bepress_citation)[:_.]|^og:t(?:itle|ype)$|^generator$/;
const SCHOLARLY = /^(?:citation|dc|dcterms|prism|eprints|bepress_citation)[._]/;
/** Of the references and of people, not of the work. */
const SKIP = /reference|institution|_email|_orcid/;
const MOST_VALUES = 5_000;

/** The vocabulary of a meta name in lower case ("citation", "og"), or null for a name that describes no work. */
export function vocabularyOf(name: string): string | null {
  return KEPT.exec(name)?.[0].split(/[:_.]/)[0] ?? null;
}

/** Reads meta elements. A publisher's tool that wrote `value=` for `content=` is understood. */
export function readMetaTags(metas: readonly Element[]): MetaTags {
  const tags: MetaTags = new Map();
  for (let i = 0; i < metas.length && i < MOST_VALUES; i++) keep(metas[i] as Element, tags);
  return tags;
}

/** Whether any of the tags describes a work. */
export function describesWork(tags: MetaTags): boolean {
  for (const name of tags.keys()) if (SCHOLARLY.test(name)) return true;
  return false;
}

function keep(meta: Element, tags: MetaTags): void {
  const name = (dom.getAttribute(meta, 'name') ?? dom.getAttribute(meta, 'property'))
    ?.trim()
    .toLowerCase();
  if (!name || !KEPT.test(name)) return;
  if (SKIP.test(name) && !/dissertation|report_inst/.test(name)) return;
  const value = dom.getAttribute(meta, 'content') ?? dom.getAttribute(meta, 'value');
  if (!value) return;
  const key = name
    .replace(/^(dc|dct|dcterms|prism|eprints|citation)[:_.](?!.*\.$)/, '$1.')
    .replace(/^dct\./, 'dcterms.');
  // SAGE names its own number an identifier: only what says it is a DOI, or says nothing, counts.
  if (
    key.startsWith('dc.identifier') &&
    /publisher-id|coden|issn|isbn|sici/i.test(dom.getAttribute(meta, 'scheme') ?? '')
  )
    return;
  const values = tags.get(key);
  if (values) values.push(value);
  else tags.set(key, [value]);
}

/** Names by field, best first; several names mean "the first that is there". */
type Table = Partial<Record<Field, string>>;

const TABLES: [FieldSource, string, Table][] = [
  [
    'citation',
    'citation.',
    {
      doi: 'doi',
      pmid: 'pmid',
      pmcid: 'pmcid',
      arxiv: 'arxiv_id',
      title: 'title',
      authors: 'author authors',
      year: 'publication_date date year cover_date online_date',
      containerTitle:
        'journal_title conference_title inbook_title book_title conference series_title journal_abbrev',
      volume: 'volume',
      issue: 'issue',
      publisher: 'publisher dissertation_institution technical_report_institution',
      issn: 'issn',
      isbn: 'isbn',
      number: 'technical_report_number',
      genre: 'dissertation_name',
      editors: 'editor editors',
      language: 'language',
      status: 'publication_status',
      abstract: 'abstract',
      keywords: 'keywords',
    },
  ],
  [
    'citation',
    'bepress_citation_',
    {
      doi: 'doi',
      title: 'title',
      authors: 'author',
      year: 'date online_date',
      containerTitle: 'journal_title conference_title series_title',
      volume: 'volume',
      issue: 'issue',
      publisher: 'dissertation_institution publisher',
      issn: 'issn',
      isbn: 'isbn',
      number: 'technical_report_number',
      genre: 'dissertation_name',
      language: 'language',
    },
  ],
  [
    'prism',
    'prism.',
    {
      doi: 'doi',
      year: 'publicationdate coverdate publicationyear',
      containerTitle: 'publicationname',
      volume: 'volume',
      issue: 'number',
      issn: 'issn eissn',
      isbn: 'isbn eisbn',
      page: 'startingpage',
    },
  ],
  [
    'dcterms',
    'dcterms.',
    {
      title: 'title',
      authors: 'creator',
      year: 'issued date',
      publisher: 'publisher',
      abstract: 'abstract',
      containerTitle: 'ispartof',
      language: 'language',
      preprintOf: 'isversionof isreplacedby',
    },
  ],
  [
    'dc',
    'dc.',
    {
      title: 'title',
      authors: 'creator creator.personalname contributor contributor.author',
      year: 'date.issued issued date date.created',
      containerTitle: 'relation.ispartof source',
      volume: 'source.volume citation.volume',
      issue: 'source.issue citation.issue',
      publisher: 'publisher',
      issn: 'source.issn identifier.issn',
      isbn: 'identifier.isbn',
      editors: 'contributor.editor',
      language: 'language language.iso language.rfc3066',
      preprintOf: 'relation.isversionof relation.isreplacedby',
      abstract: 'description.abstract description',
      keywords: 'subject',
    },
  ],
  [
    'eprints',
    'eprints.',
    {
      doi: 'id_number doi',
      title: 'title',
      authors: 'creators_name',
      year: 'date',
      containerTitle: 'publication event_title book_title',
      volume: 'volume',
      issue: 'number',
      page: 'pagerange',
      publisher: 'publisher institution',
      issn: 'issn',
      isbn: 'isbn',
      genre: 'thesis_type',
      editors: 'editors_name',
      language: 'language',
      status: 'ispublished',
      abstract: 'abstract',
      keywords: 'keywords',
    },
  ],
  ['og', 'og:', { title: 'title' }],
];

function fill(raw: Raw, tags: MetaTags, prefix: string, table: Table): void {
  for (const [field, names] of Object.entries(table) as [Field, string][]) {
    for (const name of names.split(' ')) {
      const values = tags.get(prefix + name)?.filter((value) => /[\p{L}\d]/u.test(value));
      if (!values?.length) continue;
      if (field === 'authors' || field === 'editors' || field === 'keywords') raw[field] ??= values;
      else raw[field] ??= values[0];
    }
  }
}

/** What each vocabulary on the page says, in the order of precedence; silent ones are left out. */
export function sayMetaTags(tags: MetaTags): Said[] {
  const said: Said[] = [];
  const names = [...tags.keys()];
  const one = (name: string) => tags.get(name)?.[0];
  for (const [source, prefix, table] of TABLES) {
    if (!names.some((name) => name.startsWith(prefix))) continue;
    const before = said.find((other) => other.source === source);
    const raw: Raw = before?.raw ?? {};
    fill(raw, tags, prefix, table);
    if (source === 'citation') {
      const last = one(`${prefix}lastpage`);
      const first = one(`${prefix}firstpage`);
      if (first)
        raw.page ??= last && last !== first && !/[-–]/.test(first) ? `${first}-${last}` : first;
      const has = (name: string) => tags.has(prefix + name);
      raw.type ??=
        has('dissertation_institution') || has('dissertation_name')
          ? 'thesis'
          : has('technical_report_institution') || has('technical_report_number')
            ? 'report'
            : has('conference_title') || has('conference')
              ? 'paper-conference'
              : has('inbook_title')
                ? 'chapter'
                : has('journal_title')
                  ? (cslType(one('citation.article_type')) ?? 'article-journal')
                  : undefined;
    } else if (source === 'dc') {
      const ids = ['dc.identifier.doi', 'dc.identifier', 'dc.relation', 'dc.source']
        .flatMap((name) =>
          name === 'dc.relation' || name === 'dc.source' ? [] : (tags.get(name) ?? []),
        )
        .concat(tags.get('dcterms.identifier') ?? []);
      raw.doi = ids.find((id) => cleanDoi(id));
      raw.isbn ??= ids.find((id) => /^\W*(?:urn:)?isbn\b/i.test(id));
      raw.type =
        (tags.get('dc.type') ?? []).map((word) => cslType(word)).find(Boolean) ?? undefined;
    } else if (source === 'eprints') {
      raw.type = cslType(one('eprints.type')) ?? undefined;
    }
    for (const field of Object.keys(raw) as Field[])
      if (raw[field] === undefined) delete raw[field];
    if (!before && Object.keys(raw).length > 0) said.push({ source, raw });
  }
  return said;
}
