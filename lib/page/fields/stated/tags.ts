/** What a page's meta tags state: one table for each vocabulary, and a few fields that several tags make together. */
import type { FieldSource } from '../../../model';
import { cleanDoi } from '../../../text';
import { dcIdentifiers, type MetaTags, valuesOf } from '../../view/meta-tags';
import { cslType, type Field } from '../../view/raw';
import type { StatedRule } from './rule';

/** Names by field, best first. */
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
      year: 'coverdate publicationdate publicationyear',
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

const LISTS: readonly Field[] = ['authors', 'editors', 'keywords'];

/** A field by the first of some names that has a value; each name after it speaks where those before cannot be used. */
const named = (source: FieldSource, prefix: string, field: Field, names: string): StatedRule => ({
  id: `${source}/${field}${prefix.startsWith('bepress') ? '-bepress' : ''}`,
  field,
  find: ({ tags }) =>
    names.split(' ').flatMap((name) => {
      const values = valuesOf(tags, prefix + name);
      const value = LISTS.includes(field) ? values : values[0];
      return value?.length ? [{ source, value }] : [];
    }),
});

/** A field that is worked out from several tags. */
const made = (
  source: FieldSource,
  field: Field,
  value: (tags: MetaTags) => string | null | undefined,
  name: string = field,
): StatedRule => ({
  id: `${source}/${name}`,
  field,
  find: ({ tags }) => {
    const found = value(tags);
    return found ? [{ source, value: found }] : [];
  },
});

const HIGHWIRE = ['citation.', 'bepress_citation_'] as const;

function pages(tags: MetaTags): string | undefined {
  const one = (name: string) =>
    HIGHWIRE.map((prefix) => tags.get(prefix + name)?.[0]).find((value) => value !== undefined);
  const [first, last] = [one('firstpage'), one('lastpage')];
  return first && last && last !== first && !/[-–]/.test(first) ? `${first}-${last}` : first;
}

function kindOfWork(tags: MetaTags): string | undefined {
  const has = (...names: string[]) =>
    names.some((name) => HIGHWIRE.some((prefix) => tags.has(prefix + name)));
  if (has('dissertation_institution', 'dissertation_name')) return 'thesis';
  if (has('technical_report_institution', 'technical_report_number')) return 'report';
  if (has('conference_title', 'conference')) return 'paper-conference';
  if (has('inbook_title')) return 'chapter';
  if (!has('journal_title')) return undefined;
  return cslType(tags.get('citation.article_type')?.[0]) ?? 'article-journal';
}

const MADE: StatedRule[] = [
  made('citation', 'page', pages),
  made('citation', 'type', kindOfWork),
  made('dc', 'doi', (tags) => dcIdentifiers(tags).find((id) => cleanDoi(id))),
  made(
    'dc',
    'isbn',
    (tags) => dcIdentifiers(tags).find((id) => /^\W*(?:urn:)?isbn\b/i.test(id)),
    'isbn-identifier',
  ),
  made('dc', 'type', (tags) => tags.get('dc.type')?.map(cslType).find(Boolean)),
  made('eprints', 'type', (tags) => cslType(tags.get('eprints.type')?.[0])),
];

/** What the tags of a page state about its paper. */
export const TAG_RULES: readonly StatedRule[] = [
  ...TABLES.flatMap(([source, prefix, table]) =>
    Object.entries(table).map(([field, names]) => named(source, prefix, field as Field, names)),
  ),
  ...MADE,
];
