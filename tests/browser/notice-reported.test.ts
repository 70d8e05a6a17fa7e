/** Kinds of pages that readers of such tools have reported as read wrongly, with invented content. */
import { describe, expect, it } from 'vitest';
import { notice } from '../../lib/page';
import { type SmallPage, smallPage } from '../fixtures/pages/page';

const ARTICLE = 'https://wards.example/ojs/x/article/view/1';
const TITLE = 'Peer supervision and turnover on two wards';
const DOI = '10.5555/wards.2019.1';
const TEXT =
  '<p>Supervisors met the peer workers every fortnight and went through the caseload.</p>';
const ABSTRACT = `<h2>Abstract</h2>${TEXT.repeat(3)}`;
const CITED = 'Ward Studies volume 82, pages 509–588 (2020)';

const told: NonNullable<SmallPage['meta']> = {
  citation_title: TITLE,
  citation_author: ['Ada Berg', 'Bo Wang'],
  citation_journal_title: 'Ward Studies',
  citation_volume: '82',
  citation_doi: DOI,
};
const read = (page: SmallPage, url = ARTICLE) => {
  const report = notice(smallPage({ title: TITLE, ...page }), url);
  return { kind: report.kind, ...report.paper };
};
const heading = `<h1>${TITLE}</h1><p>Ada Berg, Bo Wang</p>`;

describe('the year is the one that the paper is cited by', () => {
  it.each<[what: string, meta: SmallPage['meta'], line: string, year: number]>([
    ['for an online date', { citation_online_date: '2019/10/28' }, CITED, 2020],
    ['for a date of Dublin Core', { 'dc.date': '2019-10-28' }, CITED, 2020],
    ['for a date of PRISM', { 'prism.publicationDate': '2019-10-28' }, CITED, 2020],
    [
      'for an old paper',
      { 'dc.date': '2010-01-01' },
      'Ward Studies, Volume 82, 1953, 509–588',
      1953,
    ],
    ['for a date that is none', { citation_publication_date: '1970/01/01' }, CITED, 2020],
    // Machines are told the issue's, or the line is of another time, or of another volume.
    ['told for the issue', { citation_publication_date: '2019/10' }, CITED, 2019],
    ['told for nearly the same time', { 'dc.date': '2021-01-02' }, CITED, 2021],
    ['told for another volume', { 'dc.date': '2019', citation_volume: '9' }, CITED, 2019],
  ])('%s', (_what, meta, line, year) => {
    const body = `${heading}<p>Published: 28 October 2019</p><p>${line}</p>${ABSTRACT}`;
    expect(read({ meta: { ...told, ...meta }, body }).year).toBe(year);
  });

  it('where the line gives the date of the volume', () => {
    const lines =
      'Vol. 82:29-63 (Volume publication date September 2012)<br>First published online on May 29, 2011';
    const body = `<div>Ward Studies</div><div>${lines}</div>${heading}${ABSTRACT}`;
    expect(read({ meta: { ...told, 'dc.date': '2011-05-29' }, body }).year).toBe(2012);
  });
});

describe('the DOI is the paper’s own', () => {
  const own = `<div class="doi">https://doi.org/${DOI}</div>`;
  const meta = { ...told, citation_doi: [] };
  it.each<[what: string, before: string]>([
    ['beside a retraction', 'Este documento possui uma retratação: '],
    ['beside an erratum', 'Este documento tiene una errata: '],
    ['beside a correction', 'This article has been corrected. See '],
    ['beside a correction in French', 'Un correctif à cet article a été publié : '],
    ['beside the article that it corrects', 'The original article is at '],
  ])('%s', (_what, before) => {
    const box = `<div class="alert">${before}<a href="https://doi.org/10.5555/wards.2020.9">https://doi.org/10.5555/wards.2020.9</a></div>`;
    expect(read({ meta, body: `${box}${heading}${own}${ABSTRACT}` }).doi).toBe(DOI);
  });

  it('though its title is about notices', () => {
    const title = 'Retraction notices of ward studies';
    const cite = `Berg A. ${title}. Ward Studies. 2020;82:1. https://doi.org/${DOI}`;
    const body = `<h1>${title}</h1><p>Ada Berg, Bo Wang</p><p>${cite}</p>${ABSTRACT}`;
    expect(read({ title, meta: { ...meta, citation_title: title }, body }).doi).toBe(DOI);
  });

  it.each<[what: string, meta: SmallPage['meta'], url: string]>([
    [
      'in its address',
      { citation_doi: '10.5555/978-3-16-148410-0' },
      'https://b.example/chapter/10.5555/978-3-16-148410-0_5',
    ],
    ['on the page', { citation_doi: [] }, ARTICLE],
  ])('a chapter’s, and not its book’s: %s', (_what, more, url) => {
    const lines = `<p>https://doi.org/10.5555/978-3-16-148410-0_5</p><p>Book: https://doi.org/10.5555/978-3-16-148410-0</p>`;
    const page = { meta: { ...told, ...more }, body: `${heading}${lines}${ABSTRACT}` };
    expect(read(page, url).doi).toBe('10.5555/978-3-16-148410-0_5');
  });
});

describe('the number in PubMed', () => {
  const cit = 'Ward Stud. 2019 Apr 9;82:745-9. doi: 10.5555/wards.2019.1.';
  const page = (ids: string) => ({
    body: `<p>${cit}</p>${heading}${ABSTRACT}${ids}`,
  });
  const search = 'https://www.ncbi.nlm.nih.gov/pubmed/?term=10.5555%2Fwards.2019.1';
  it.each<[what: string, ids: string, pmid: string | undefined]>([
    ['with its label in another element', '<dl><dt>PMID: </dt><dd>19295514</dd></dl>', '19295514'],
    ['beside its label', '<p><span>PMID:</span> <strong>19295514</strong></p>', '19295514'],
    [
      'not a commentary’s',
      '<p>Comment in Ward Stud. 2020. PMID: 3</p><p>PMID: 19295514</p>',
      '19295514',
    ],
    ['not an erratum’s', '<p>Erratum in: Ward Stud. 2020. PMID: 30000001</p>', undefined],
    ['not one of two', '<p>PMID: 19295514</p><p>PMID: 19295515</p>', undefined],
  ])('%s', (_what, ids, pmid) => {
    expect(read(page(ids), search)).toMatchObject({ kind: 'article', doi: DOI });
    expect(read(page(ids), search).pmid).toBe(pmid);
  });
});

describe('authors', () => {
  const families = (page: SmallPage) => read(page).authors?.map((one) => one.family);
  const one = { ...told, citation_author: 'Ada Berg' };
  it.each<[what: string, lines: string]>([
    ['a heading above the byline', '<h2>Wide DOM</h2><p>Ada Berg</p>'],
    ['a heading below it', '<p>Ada Berg</p><h3>Study Setting</h3><p>It was a ward.</p>'],
  ])('are not %s', (_what, lines) => {
    expect(families({ meta: one, body: `<h1>${TITLE}</h1>${lines}${ABSTRACT}` })).toEqual(['Berg']);
  });

  it('are found behind "By", the family first', () => {
    const line = '<p>Ward Studies, Vol 73(2), Feb 1969, 133-141.</p>';
    const body = `<h1>${TITLE}</h1><p>By Berg, Ada</p>${line}${ABSTRACT}`;
    expect(read({ body }).authors).toEqual([{ family: 'Berg', given: 'Ada' }]);
  });

  it('are found in a table of Dublin Core', () => {
    const rows = [
      ['dc.contributor.advisor', 'Roe, Carla [UNESP]'],
      ['dc.contributor.author', 'Berg, Ada Lin [UNESP]'],
      ['dc.date.issued', '2014-03-31'],
    ].map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`);
    const meta = { 'dc.title': TITLE, 'dc.identifier': 'http://hdl.handle.net/11449/1' };
    const body = `<h2>${TITLE}</h2><table>${rows.join('')}</table>`;
    expect(read({ meta, body }).authors).toEqual([{ family: 'Berg', given: 'Ada Lin' }]);
  });
});

describe('the journal', () => {
  it('is not the site', () => {
    const body = `${heading}<p>doi: ${DOI}</p>${ABSTRACT}`;
    const page = { title: `${TITLE} - Wardindex`, body };
    expect(read(page, 'https://wardindex.example.org/article/view/1').containerTitle).toBe(
      undefined,
    );
  });

  it('is found in a record in Spanish', () => {
    const line =
      '<b>Localización:</b> <a>Revista de estudios de salas</a>, ISSN 1134-7147, Vol. 12, Nº. 3, 2019, págs. 45-60';
    const body = `${heading}<p>${line}</p><p>DOI: ${DOI}</p>${ABSTRACT}`;
    expect(read({ body })).toMatchObject({
      ...{ containerTitle: 'Revista de estudios de salas', year: 2019 },
      ...{ volume: '12', issue: '3', page: '45-60' },
    });
  });
});

describe('JSON-LD', () => {
  it.each(['ScholarlyArticle', 'Thesis', 'Report', 'Chapter'])('with %s as an address', (type) => {
    const json = {
      ...{
        '@type': `https://schema.org/${type}`,
        headline: TITLE,
        sameAs: `https://doi.org/${DOI}`,
      },
      author: [{ '@type': 'https://schema.org/Organization', name: 'Human Horizon' }],
    };
    const head = `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
    expect(read({ head, body: `<h1>${TITLE}</h1>` }, 'https://wards.example/1')).toMatchObject({
      ...{ kind: 'article', doi: DOI, authors: [{ literal: 'Human Horizon' }] },
    });
  });
});

describe('notices', () => {
  const kinds = (body: string) => read({ meta: told, body }).notices?.map(({ kind }) => kind);
  it('are found below a long byline', () => {
    const names = Array.from({ length: 60 }, (_, i) => `<a class="author">Ada Berg${i}</a>, `);
    const byline = `<div class="authors">${names.join('')}</div>`;
    const body = `<h1>${TITLE}</h1>${byline}<p>A Correction to this article was published on 12 March 2020</p>`;
    expect(kinds(body)).toEqual(['correction']);
  });
  it('of other papers are not the paper’s, and those below them are', () => {
    const related = '<h2>Related articles</h2><p>Erratum in: Ward Stud. 2020;1:1.</p>';
    expect(kinds(`${heading}${related}`)).toBe(undefined);
    expect(kinds(`${heading}${related}<h2>History</h2><p>This article was retracted.</p>`)).toEqual(
      ['retraction'],
    );
  });
});
