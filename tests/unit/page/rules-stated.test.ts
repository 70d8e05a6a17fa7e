/** Each field of each vocabulary that machines are told. */
import { describe, expect, it } from 'vitest';
import {
  ADDRESS_RULES,
  COINS_RULES,
  JSON_LD_RULES,
} from '../../../lib/page/fields/stated/embedded';
import type { StatedRule } from '../../../lib/page/fields/stated/rule';
import { TAG_RULES } from '../../../lib/page/fields/stated/tags';
import { coinsOf, describe as ofJsonLd } from '../../../lib/page/view/embedded';
import type { PageView } from '../../../lib/page/view/page-view';
import { type Tags, tagsOf, work } from './stated';

/** What some rules claim, by their ids. */
const claims = (rules: readonly StatedRule[], view: Partial<PageView>) =>
  rules.flatMap((rule) =>
    [...rule.find(view as PageView)].map(({ value }) => [rule.id, value] as const),
  );
const ofTags = (tags: Tags) => claims(TAG_RULES, { tags: tagsOf(tags) });

type Row = [tags: Tags, id: string, value: string | string[]];
/** One name each: what comes out is that field and no other. */
const plain = (source: string, prefix: string, table: Record<string, string>, suffix = ''): Row[] =>
  Object.entries(table).flatMap(([field, names]) =>
    names.split(' ').map((name): Row => {
      const list = ['authors', 'editors', 'keywords'].includes(field);
      return [
        { [`${prefix}${name}`]: 'x 1' },
        `${source}/${field}${suffix}`,
        list ? ['x 1'] : 'x 1',
      ];
    }),
  );

describe('a tag is its field', () => {
  it.each<Row>([
    ...plain('citation', 'citation.', {
      doi: 'doi',
      pmid: 'pmid',
      pmcid: 'pmcid',
      arxiv: 'arxiv_id',
      title: 'title',
      authors: 'author authors',
      year: 'publication_date date year cover_date online_date',
      containerTitle: 'book_title series_title journal_abbrev',
      volume: 'volume',
      issue: 'issue',
      publisher: 'publisher',
      issn: 'issn',
      isbn: 'isbn',
      editors: 'editor editors',
      language: 'language',
      status: 'publication_status',
      abstract: 'abstract',
      keywords: 'keywords',
    }),
    ...plain(
      'citation',
      'bepress_citation_',
      {
        doi: 'doi',
        title: 'title',
        authors: 'author',
        year: 'date online_date',
        containerTitle: 'series_title',
        volume: 'volume',
        issue: 'issue',
        publisher: 'publisher',
        issn: 'issn',
        isbn: 'isbn',
        language: 'language',
      },
      '-bepress',
    ),
    ...plain('prism', 'prism.', {
      doi: 'doi',
      year: 'publicationdate coverdate publicationyear',
      containerTitle: 'publicationname',
      volume: 'volume',
      issue: 'number',
      issn: 'issn eissn',
      isbn: 'isbn eisbn',
      page: 'startingpage',
    }),
    ...plain('dcterms', 'dcterms.', {
      title: 'title',
      authors: 'creator',
      year: 'issued date',
      publisher: 'publisher',
      abstract: 'abstract',
      containerTitle: 'ispartof',
      language: 'language',
      preprintOf: 'isversionof isreplacedby',
    }),
    ...plain('dc', 'dc.', {
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
    }),
    ...plain('eprints', 'eprints.', {
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
    }),
    ...plain('og', 'og:', { title: 'title' }),
  ])('%j', (tags, id, value) => {
    expect(ofTags(tags)).toEqual([[id, value]]);
  });
});

describe('tags that also name the kind of work', () => {
  it.each<[Tags, [id: string, value: string][]]>([
    [
      { 'citation.journal_title': 'J' },
      [
        ['citation/containerTitle', 'J'],
        ['citation/type', 'article-journal'],
      ],
    ],
    [
      { 'citation.journal_title': 'J', 'citation.article_type': 'Book Chapter' },
      [
        ['citation/containerTitle', 'J'],
        ['citation/type', 'chapter'],
      ],
    ],
    [
      { 'citation.conference_title': 'C' },
      [
        ['citation/containerTitle', 'C'],
        ['citation/type', 'paper-conference'],
      ],
    ],
    [
      { 'citation.inbook_title': 'B' },
      [
        ['citation/containerTitle', 'B'],
        ['citation/type', 'chapter'],
      ],
    ],
    [
      { 'citation.dissertation_institution': 'U' },
      [
        ['citation/publisher', 'U'],
        ['citation/type', 'thesis'],
      ],
    ],
    [
      { 'citation.dissertation_name': 'PhD' },
      [
        ['citation/genre', 'PhD'],
        ['citation/type', 'thesis'],
      ],
    ],
    [
      { 'citation.technical_report_institution': 'I' },
      [
        ['citation/publisher', 'I'],
        ['citation/type', 'report'],
      ],
    ],
    [
      { 'citation.technical_report_number': '7' },
      [
        ['citation/number', '7'],
        ['citation/type', 'report'],
      ],
    ],
    [
      { bepress_citation_journal_title: 'J' },
      [
        ['citation/containerTitle-bepress', 'J'],
        ['citation/type', 'article-journal'],
      ],
    ],
    [
      { bepress_citation_conference_title: 'C' },
      [
        ['citation/containerTitle-bepress', 'C'],
        ['citation/type', 'paper-conference'],
      ],
    ],
    [
      { bepress_citation_dissertation_institution: 'U' },
      [
        ['citation/publisher-bepress', 'U'],
        ['citation/type', 'thesis'],
      ],
    ],
    [
      { bepress_citation_dissertation_name: 'PhD' },
      [
        ['citation/genre-bepress', 'PhD'],
        ['citation/type', 'thesis'],
      ],
    ],
    [
      { bepress_citation_technical_report_number: '7' },
      [
        ['citation/number-bepress', '7'],
        ['citation/type', 'report'],
      ],
    ],
    [{ 'dc.type': ['text', 'Doctoral Thesis'] }, [['dc/type', 'thesis']]],
    [{ 'eprints.type': 'conference_item' }, [['eprints/type', 'paper-conference']]],
  ])('%j', (tags, expected) => {
    expect(ofTags(tags)).toEqual(expected);
  });
});

describe('fields that several tags make, and choices among values', () => {
  it.each<[string, Tags, [id: string, value: string | string[]][]]>([
    [
      'first and last page',
      { 'citation.firstpage': '117', 'citation.lastpage': '129' },
      [['citation/page', '117-129']],
    ],
    [
      'the same page twice',
      { 'citation.firstpage': '7', 'citation.lastpage': '7' },
      [['citation/page', '7']],
    ],
    [
      'a first page that is a range',
      { 'citation.firstpage': '117-129', 'citation.lastpage': '129' },
      [['citation/page', '117-129']],
    ],
    ['pages of Digital Commons', { bepress_citation_firstpage: '117' }, [['citation/page', '117']]],
    [
      'a DOI among identifiers',
      { 'dc.identifier': ['oai:x:7', 'doi:10.5555/joe.1'] },
      [['dc/doi', 'doi:10.5555/joe.1']],
    ],
    [
      'an ISBN among identifiers',
      { 'dc.identifier': 'urn:isbn:9780000000002' },
      [['dc/isbn-identifier', 'urn:isbn:9780000000002']],
    ],
    [
      'several authors',
      { 'citation.author': ['Berg, A', 'Wang, B'] },
      [['citation/authors', ['Berg, A', 'Wang, B']]],
    ],
    [
      'the better name first',
      { 'citation.date': '2018', 'citation.publication_date': '2019' },
      [
        ['citation/year', '2019'],
        ['citation/year', '2018'],
      ],
    ],
    ['a placeholder', { 'citation.volume': '-' }, []],
  ])('%s', (_what, tags, expected) => {
    expect(ofTags(tags)).toEqual(expected);
  });
});

/** A view of which only these observations are asked. */
const knowing = (values: Record<string, unknown>): Partial<PageView> => ({
  known: (name) => values[name] as never,
});

describe('JSON-LD', () => {
  it.each<[field: string, node: object, value: string | string[]]>([
    ['doi', { sameAs: 'https://doi.org/10.5555/joe.1' }, 'https://doi.org/10.5555/joe.1'],
    ['doi', { identifier: [{ value: '7' }, { value: '10.5555/joe.1' }] }, '10.5555/joe.1'],
    ['title', { headline: 'Roles' }, 'Roles'],
    ['title', { name: 'Roles' }, 'Roles'],
    [
      'authors',
      { author: [{ familyName: 'Berg', givenName: 'Ada' }, { name: 'Bo Wang' }, 'J. Roe'] },
      ['Berg, Ada', 'Bo Wang', 'J. Roe'],
    ],
    ['authors', { creator: { name: 'Ada Berg' } }, ['Ada Berg']],
    ['year', { datePublished: '2019-03-04' }, '2019-03-04'],
    ['year', { dateCreated: '2019' }, '2019'],
    ['containerTitle', { isPartOf: { '@type': 'Periodical', name: 'J' } }, 'J'],
    ['volume', { isPartOf: { '@type': 'PublicationVolume', volumeNumber: 27 } }, '27'],
    ['volume', { volumeNumber: '27' }, '27'],
    ['issue', { isPartOf: { '@type': 'PublicationIssue', issueNumber: '1' } }, '1'],
    ['issue', { issueNumber: 1 }, '1'],
    ['page', { pagination: '117-129' }, '117-129'],
    ['page', { pageStart: 117 }, '117'],
    ['publisher', { publisher: { name: 'Examples Press' } }, 'Examples Press'],
    ['issn', { isPartOf: { '@type': 'PublicationIssue', issn: '1234-5678' } }, '1234-5678'],
    ['isbn', { isbn: '9780000000002' }, '9780000000002'],
    ['number', { reportNumber: 'R7' }, 'R7'],
    ['genre', { inSupportOf: 'PhD' }, 'PhD'],
    ['editors', { editor: { name: 'Paula Prefect' } }, ['Paula Prefect']],
    ['language', { inLanguage: { name: 'English', alternateName: 'en' } }, 'en'],
    ['status', { creativeWorkStatus: 'In press' }, 'In press'],
    ['abstract', { abstract: 'We asked.' }, 'We asked.'],
    ['abstract', { description: 'We asked.' }, 'We asked.'],
    ['type', { '@type': 'Thesis' }, 'thesis'],
    ['keywords', { keywords: ['roles', { name: 'peers' }] }, ['roles', 'peers']],
  ])('%s of %j', (field, node, value) => {
    const described = ofJsonLd(work({ ...node }));
    expect(claims(JSON_LD_RULES, knowing({ work: described }))).toEqual([
      [`json-ld/${field}`, value],
    ]);
  });
  it('the name of a web site is no journal’s', () => {
    const raw = ofJsonLd(work({ isPartOf: { '@type': 'WebSite', name: 'Site' } }));
    expect(raw).toEqual({});
  });
});

describe('COinS', () => {
  it.each<[field: string, span: string, value: string | string[]]>([
    ['doi', 'rft_id=info:doi/10.5555/joe.1', 'info:doi/10.5555/joe.1'],
    ['year', 'rft.date=2019-03', '2019-03'],
    ['containerTitle', 'rft.jtitle=J', 'J'],
    ['volume', 'rft.volume=27', '27'],
    ['issue', 'rft.issue=1', '1'],
    ['page', 'rft.pages=117-129', '117-129'],
    ['page', 'rft.spage=117', '117'],
    ['issn', 'rft.issn=1234-5678', '1234-5678'],
    ['isbn', 'rft.isbn=9780000000002', '9780000000002'],
    ['type', 'rft.genre=article', 'article-journal'],
    ['authors', 'rft.au=Ada+Berg&rft.au=Bo+Wang', ['Ada Berg', 'Bo Wang']],
    ['authors', 'rft.aulast=Berg&rft.aufirst=Ada', ['Berg, Ada']],
    ['authors', 'rft.aulast=Berg&amp;rft.auinit=A', ['Berg, A']],
  ])('%s of %s', (field, span, value) => {
    const coins = coinsOf(`rft.atitle=Roles&${span}`);
    const found = claims(COINS_RULES, knowing({ coins })).filter(([id]) => id !== 'coins/title');
    expect(found).toEqual([[`coins/${field}`, value]]);
  });
  it('a book’s title is its own; of an article the title beside it is the journal’s', () => {
    expect(claims(COINS_RULES, knowing({ coins: coinsOf('rft.title=Book') }))).toEqual([
      ['coins/title', 'Book'],
    ]);
    expect(
      claims(COINS_RULES, knowing({ coins: coinsOf('rft.atitle=Roles&rft.title=J') })),
    ).toEqual([
      ['coins/title', 'Roles'],
      ['coins/containerTitle', 'J'],
    ]);
    expect(coinsOf('rft.date=2019')).toBeNull();
  });
});

describe('an address', () => {
  it.each<[string, [id: string, value: string][]]>([
    ['https://unknown.invalid/doi/full/10.5555/joe.1', [['url/doi', '10.5555/joe.1']]],
    ['https://pubmed.ncbi.nlm.nih.gov/30000001/', [['url/pmid', '30000001']]],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC6400000/', [['url/pmcid', 'PMC6400000']]],
    ['https://arxiv.org/abs/1903.01234v2', [['url/arxiv', '1903.01234']]],
    ['https://unknown.invalid/page', []],
  ])('%s', (url, expected) => {
    expect(claims(ADDRESS_RULES, { url, address: url, known: (_, make) => make() })).toEqual(
      expected,
    );
  });
});
