/** What pages report about a work beyond its title and journal, in each of the vocabularies that they use. */
import { expect, describe as group, it } from 'vitest';
import { PageReport, type PaperFacts } from '../../lib/model';
import { notice } from '../../lib/page';
import { type SmallPage, smallPage } from '../fixtures/pages/page';

const ADDRESS = 'https://journal.example/articles/1';
const TITLE = 'A study of things';
const HIGHWIRE = {
  citation_title: TITLE,
  citation_author: ['Martin Luther King, Jr.'],
  citation_doi: '10.5555/things.1',
};
const DC = { 'DC.title': TITLE, 'DC.creator': 'Jane Doe', 'DC.identifier': 'doi:10.5555/things.1' };
const BODY = `<h1>${TITLE}</h1>`;

const ld = (more: object) =>
  `<script type="application/ld+json">${JSON.stringify({
    '@type': 'ScholarlyArticle',
    headline: TITLE,
    sameAs: 'https://doi.org/10.5555/things.1',
    author: [{ name: 'Jane Doe' }],
    ...more,
  })}</script>`;

function read(page: SmallPage): Partial<PaperFacts> {
  const report = notice(smallPage({ title: TITLE, body: BODY, ...page }), ADDRESS);
  expect(PageReport.safeParse(report).error?.issues ?? []).toEqual([]);
  return report.paper ?? {};
}

const EDITORS = [
  { family: 'Davis', given: 'Sammy', suffix: 'III' },
  { family: 'Doe', given: 'J' },
];

group('a page tells', () => {
  it.each<[string, SmallPage, Partial<PaperFacts>]>([
    [
      'Highwire: a chapter of a book',
      {
        meta: {
          ...HIGHWIRE,
          citation_inbook_title: 'A book of things',
          citation_isbn: '978-3-16-148410-0',
          citation_language: 'eng',
          citation_editor: ['Davis, Sammy, III', 'Doe, J'],
        },
      },
      {
        authors: [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
        type: 'chapter',
        isbn: '9783161484100',
        language: 'en',
        editors: EDITORS,
      },
    ],
    [
      'Highwire: a report',
      {
        meta: {
          ...HIGHWIRE,
          citation_technical_report_institution: 'An institute',
          citation_technical_report_number: 'WP-7',
        },
      },
      { type: 'report', number: 'WP-7', publisher: 'An institute' },
    ],
    [
      'Highwire: a thesis',
      {
        meta: {
          ...HIGHWIRE,
          citation_dissertation_institution: 'A university',
          citation_dissertation_name: 'PhD thesis',
        },
      },
      { type: 'thesis', genre: 'PhD thesis' },
    ],
    [
      'Highwire: an article before its issue',
      {
        meta: {
          ...HIGHWIRE,
          citation_journal_title: 'Journal of Things',
          citation_volume: 'In press',
        },
      },
      { status: 'in press', containerTitle: 'Journal of Things' },
    ],
    [
      'PRISM: a book',
      { meta: { ...HIGHWIRE, 'prism.isbn': '0-306-40615-2' } },
      { isbn: '0306406152' },
    ],
    [
      'Dublin Core: a book among its identifiers',
      {
        meta: {
          ...DC,
          'DC.identifier': ['doi:10.5555/things.1', 'urn:isbn:9783161484100'],
          'DC.contributor.editor': ['Davis, Sammy, III', 'Doe, J'],
          'DC.language': 'pt_BR',
        },
      },
      { isbn: '9783161484100', editors: EDITORS, language: 'pt-BR' },
    ],
    [
      'Dublin Core: a preprint with its article',
      {
        meta: {
          ...DC,
          'DC.type': 'preprint',
          'DC.relation.isVersionOf': 'https://doi.org/10.5555/JOURNAL.9',
        },
      },
      { type: 'article', preprintOf: '10.5555/journal.9' },
    ],
    [
      'Dublin Core terms: a language and the article that has replaced it',
      {
        meta: {
          ...DC,
          'DC.type': 'preprint',
          'dcterms.language': 'German',
          'dcterms.isReplacedBy': 'doi:10.5555/journal.9',
        },
      },
      { language: 'de', preprintOf: '10.5555/journal.9' },
    ],
    [
      'EPrints: a thesis that is accepted',
      {
        meta: {
          ...HIGHWIRE,
          'eprints.type': 'thesis',
          'eprints.thesis_type': 'masters',
          'eprints.ispublished': 'inpress',
          'eprints.isbn': '0306406152',
          'eprints.editors_name': ['Davis, Sammy, III', 'Doe, J'],
        },
      },
      { genre: 'masters', status: 'in press', isbn: '0306406152', editors: EDITORS },
    ],
    [
      'JSON-LD: a report in a book, by people in parts',
      {
        head: ld({
          '@type': 'Report',
          reportNumber: 'WP-7',
          inLanguage: { '@type': 'Language', name: 'Portuguese', alternateName: 'pt' },
          author: [{ familyName: 'King', givenName: 'Martin', honorificSuffix: 'Jr.' }],
          editor: [{ familyName: 'Davis', givenName: 'Sammy', honorificSuffix: 'III' }, 'J Doe'],
          isPartOf: { '@type': 'Book', name: 'A book of things', isbn: '978-3-16-148410-0' },
        }),
      },
      {
        number: 'WP-7',
        language: 'pt',
        isbn: '9783161484100',
        authors: [{ family: 'King', given: 'Martin', suffix: 'Jr.' }],
        editors: EDITORS,
      },
    ],
    [
      'JSON-LD: a thesis',
      { head: ld({ '@type': 'Thesis', inSupportOf: 'PhD', inLanguage: 'en-GB' }) },
      { type: 'thesis', genre: 'PhD', language: 'en-GB' },
    ],
    [
      'JSON-LD: an article that is accepted',
      { head: ld({ creativeWorkStatus: 'In Press' }) },
      { status: 'in press' },
    ],
    [
      'a preprint server: a journal of its name, and the article in a sentence',
      {
        meta: { ...HIGHWIRE, citation_journal_title: 'medRxiv' },
        body: `${BODY}<div class="pub_jnl">Now published in <i>Journal of Things</i> doi: 10.5555/journal.9</div>`,
      },
      { type: 'article', preprintOf: '10.5555/journal.9' },
    ],
  ])('%s', (_, page, facts) => {
    expect(read(page)).toMatchObject(facts);
  });
});

group('a page cannot tell', () => {
  it.each<[string, SmallPage, (keyof PaperFacts)[]]>([
    [
      'a number, a language, a state that are none',
      {
        meta: {
          ...HIGHWIRE,
          citation_isbn: '9783161484101',
          citation_language: '<img src=x>',
          citation_publication_status: 'javascript:alert(1)',
        },
      },
      ['isbn', 'language', 'status'],
    ],
    [
      'that an article is a preprint of another',
      {
        meta: {
          ...HIGHWIRE,
          citation_journal_title: 'Journal of Things',
          'dcterms.isReplacedBy': 'doi:10.5555/journal.9',
        },
        body: `${BODY}<div class="pub_jnl">Now published in Others doi: 10.5555/journal.9</div>`,
      },
      ['preprintOf'],
    ],
    [
      'a preprint’s article in a long text, or without saying that it is published',
      {
        meta: { ...HIGHWIRE, citation_journal_title: 'medRxiv' },
        body: `${BODY}<div class="pub_jnl">${'Words. '.repeat(200)}Now published in X doi: 10.5555/j.9</div><div class="pub_jnl">See 10.5555/j.8</div>`,
      },
      ['preprintOf'],
    ],
    [
      'more than a record holds',
      {
        head: ld({
          '@type': 'Report',
          reportNumber: { name: { name: 'x' } },
          editor: Array.from({ length: 6_000 }, (_, n) => ({ name: `Ed Itor${n}` })),
          isPartOf: { isbn: ['x'] },
          inLanguage: [[]],
        }),
      },
      ['isbn', 'language'],
    ],
  ])('%s', (_, page, fields) => {
    const paper = read(page);
    expect(paper.title).toBe(TITLE);
    for (const field of fields) expect(paper).not.toHaveProperty(field);
  });
});
