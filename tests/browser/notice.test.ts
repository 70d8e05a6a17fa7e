import { describe, expect, it } from 'vitest';
import { notice } from '../../lib/page';
import { type SmallPage, smallPage } from '../fixtures/pages/page';

const NOWHERE = 'https://unknown.invalid/page';
const read = (page: SmallPage, url = NOWHERE) => notice(smallPage(page), url);

const highwire = {
  citation_title: 'Peer support workers in practice: a realist review',
  citation_author: ['Doe, Jane', 'Roe, Richard'],
  citation_journal_title: 'Journal of Examples',
  citation_publication_date: '2021/03/04',
  citation_volume: '12',
  citation_issue: '3',
  citation_firstpage: '101',
  citation_lastpage: '119',
  citation_doi: '10.5555/joe.2021.12',
};

describe('machine metadata', () => {
  it('Highwire tags give a whole paper, each field with its source', () => {
    const report = read({ meta: highwire });
    expect(report.kind).toBe('article');
    expect(report.paper).toMatchObject({
      doi: '10.5555/joe.2021.12',
      title: highwire.citation_title,
      authors: [
        { family: 'Doe', given: 'Jane' },
        { family: 'Roe', given: 'Richard' },
      ],
      year: 2021,
      containerTitle: 'Journal of Examples',
      volume: '12',
      issue: '3',
      page: '101-119',
      type: 'article-journal',
    });
    expect(report.paper?.sources).toMatchObject({ doi: 'citation', title: 'citation' });
    expect(report.reasons.join()).toMatch(/citation_title/);
  });

  const cases: [name: string, page: SmallPage, paper: Record<string, unknown>][] = [
    [
      'a tag that says value= for content= is read',
      {
        head: '<meta name="citation_title" value="A study of things"><meta name="citation_author" value="Jane Doe"><meta name="citation_doi" value="10.5555/v">',
      },
      { doi: '10.5555/v', title: 'A study of things' },
    ],
    [
      'tags that a stray element has pushed out of the head are read',
      {
        head: '<div>Consent</div><meta name="citation_title" content="A study of things"><meta name="citation_author" content="Jane Doe"><meta name="citation_doi" content="10.5555/s">',
      },
      { doi: '10.5555/s', title: 'A study of things' },
    ],
    [
      'tags inside a stray element are read',
      {
        head: '<div><span><meta name="citation_title" content="A study of things"><meta name="citation_author" content="Jane Doe"><meta name="citation_doi" content="10.5555/d"></span></div>',
      },
      { doi: '10.5555/d', title: 'A study of things' },
    ],
    [
      'authors in one tag are split',
      {
        meta: {
          citation_title: 'T of things',
          citation_authors: 'Peverill RE;Lin KY;',
          citation_doi: '10.5555/p',
        },
      },
      {
        authors: [
          { family: 'Peverill', given: 'RE' },
          { family: 'Lin', given: 'KY' },
        ],
      },
    ],
    [
      'a title with encoded markup is plain',
      {
        meta: { ...highwire, citation_title: 'Slopes of CO&lt;sub&gt;2&lt;/sub&gt;' },
      },
      { title: 'Slopes of CO2' },
    ],
    [
      'a publisher’s own number is no DOI',
      {
        head: '<meta name="dc.Identifier" scheme="publisher-id" content="10.5555/not.this"><meta name="dc.Identifier" scheme="doi" content="10.5555/this"><meta name="dc.Title" content="T of things"><meta name="dc.Creator" content="Jane Doe">',
      },
      { doi: '10.5555/this' },
    ],
    [
      'a repository’s number that looks like a DOI is none',
      {
        meta: { ...highwire, citation_doi: '10.1.1.123.456' },
      },
      { doi: undefined },
    ],
    [
      'citation_doi goes before dc.identifier',
      {
        meta: { ...highwire, 'dc.identifier': 'doi:10.5555/other' },
      },
      { doi: '10.5555/joe.2021.12' },
    ],
    [
      'PRISM and Dublin Core suffice',
      {
        meta: {
          'dc.title': 'T of things',
          'dc.creator': ['Doe, Jane'],
          'prism.doi': 'doi:10.5555/prism',
          'prism.publicationName': 'J Prism',
          'prism.publicationDate': '2019-01-01',
        },
      },
      { doi: '10.5555/prism', containerTitle: 'J Prism', year: 2019 },
    ],
    [
      'a journal in dc.source loses its year and volume',
      {
        meta: {
          'dc.title': 'T of things',
          'dc.identifier': '10.5555/d',
          'dc.source': 'BMC Examples 2014 14:70',
        },
      },
      { containerTitle: 'BMC Examples' },
    ],
    [
      'a thesis names its university',
      {
        meta: {
          citation_title: 'On graphs',
          citation_author: 'Marthe Doe',
          citation_dissertation_institution: 'Example University',
          citation_publication_date: '2015/02/09',
        },
      },
      { type: 'thesis', publisher: 'Example University', year: 2015, doi: undefined },
    ],
    [
      'a conference paper has no DOI and is a paper',
      {
        meta: {
          citation_title: 'Parsing',
          citation_author: ['Jane Doe'],
          citation_conference_title: 'Proceedings of EX 2004',
          citation_publication_date: '2004',
        },
      },
      { type: 'paper-conference', containerTitle: 'Proceedings of EX 2004' },
    ],
    [
      'EPrints tags give a deposit',
      {
        meta: {
          'eprints.title': 'Deposited',
          'eprints.creators_name': ['Doe, Jane'],
          'eprints.date': '2010',
          'eprints.type': 'article',
          'eprints.publication': 'J Ex',
          'eprints.id_number': 'doi:10.5555/e',
        },
      },
      { title: 'Deposited', doi: '10.5555/e', containerTitle: 'J Ex', year: 2010 },
    ],
    [
      'DSpace’s Dublin Core with a handle is a deposit',
      {
        meta: {
          'DC.title': 'A deposited thesis',
          'DC.creator': 'Doe, Jane',
          'DCTERMS.issued': '2012',
          'DC.identifier': 'http://hdl.handle.net/1887/1',
          'DC.type': 'Thesis',
        },
      },
      { title: 'A deposited thesis', year: 2012, type: 'thesis' },
    ],
    [
      'Digital Commons’ bepress tags are read',
      {
        meta: {
          bepress_citation_title: 'A law review',
          bepress_citation_author: 'Doe, Jane',
          bepress_citation_journal_title: 'Ex L. Rev.',
          bepress_citation_date: '1999',
        },
      },
      { containerTitle: 'Ex L. Rev.', year: 1999 },
    ],
    [
      'JSON-LD of a ScholarlyArticle is read',
      {
        head: `<script type="application/ld+json">{"@context":"https://schema.org","@type":"ScholarlyArticle","headline":"T of things","author":[{"@type":"Person","name":"Jane Doe"}],"datePublished":"2018-05-01","isPartOf":{"@type":"PublicationIssue","issueNumber":"2","isPartOf":{"@type":["PublicationVolume","Periodical"],"name":"J LD","volumeNumber":"9"}},"sameAs":"https://doi.org/10.5555/ld"}</script>`,
      },
      { doi: '10.5555/ld', year: 2018, issue: '2' },
    ],
    [
      'an arXiv abstract page has its id',
      {
        meta: {
          citation_title: 'Agents',
          citation_author: ['Doe, Jane'],
          citation_arxiv_id: '2501.10120',
          citation_date: '2025/01/17',
        },
      },
      { arxiv: '2501.10120', year: 2025 },
    ],
  ];
  it.each(cases)('%s', (_name, page, paper) => {
    const report = read(page);
    expect(report.kind).toBe('article');
    expect({ doi: undefined, ...report.paper }).toMatchObject(paper);
  });
});

describe('metadata that is wrong', () => {
  it('one author in the tags and several in the byline: the byline is fuller, and that is said', () => {
    const report = read({
      title: 'Emu oil reduces inflammation in rats',
      meta: {
        ...highwire,
        citation_author: 'Howarth, Gordon S.',
        citation_title: 'Emu oil reduces inflammation in rats',
      },
      body: '<h1>Emu oil reduces inflammation in rats</h1><div class="author_gp">Suzanne M. Abimosleh, Cuong D. Tran and Gordon S. Howarth</div><h2>Abstract</h2><p>Text.</p>',
    });
    expect(report.paper?.authors.map((one) => one.family)).toEqual([
      'Abimosleh',
      'Tran',
      'Howarth',
    ]);
    expect(report.conflicts.map((one) => one.field)).toContain('authors');
  });
  it('a year that two other sources contradict gives way to the citation line', () => {
    const report = read({
      title: 'A modified gland-sparing surgery',
      meta: {
        ...highwire,
        citation_title: 'A modified gland-sparing surgery',
        citation_publication_date: '2013/11/29',
        'dc.date': '2014',
      },
      body: '<div>World J Ex. 2014; 12: 179.</div><h1>A modified gland-sparing surgery</h1><p>Received November 29, 2013; Accepted April 29, 2014.</p>',
    });
    expect(report.paper?.year).toBe(2014);
    expect(report.conflicts.map((one) => one.field)).toContain('year');
  });
  it('two sources with two DOIs are a conflict, never settled in silence', () => {
    const report = read({ meta: { ...highwire, 'prism.doi': '10.5555/other' } });
    expect(report.paper?.doi).toBe('10.5555/joe.2021.12');
    expect(report.conflicts).toContainEqual({
      field: 'doi',
      values: [
        { value: '10.5555/joe.2021.12', source: 'citation' },
        { value: '10.5555/other', source: 'prism' },
      ],
    });
  });
  it('an incomplete DOI in the tags is completed by the one that ends so', () => {
    const report = read({
      title: 'A renormalization group method',
      meta: {
        ...highwire,
        citation_doi: 'ade/1391109086',
        citation_title: 'A renormalization group method',
      },
      body: '<h1>A renormalization group method</h1><p>Jane Doe, Richard Roe</p><p>DOI: 10.57262/ade/1391109086</p>',
    });
    expect(report.paper?.doi).toBe('10.57262/ade/1391109086');
  });
});

const abstract =
  '<h2>Abstract</h2><p>We studied many things and found that some of them matter more than others, as far as anyone can tell from a small page like this one.</p>';
const references =
  '<h2>References</h2><ol class="references"><li>Other A. Something else. <a href="https://doi.org/10.5555/ref.1">link</a></li><li>Other B. <a href="https://doi.org/10.5555/ref.2">link</a></li></ol>';
const title = 'Implementation of peer support in rural clinics';

describe('pages without machine metadata', () => {
  const cases: [name: string, page: SmallPage, url: string, paper: Record<string, unknown>][] = [
    [
      'Atypon: heading, contributors, DOI line',
      {
        title: `${title} | Journal of Examples`,
        body: `<header><h1>${title}</h1><div class="contributors"><span class="authors"><span property="author"><a><span>Jane</span> <span>Doe</span></a></span>, <span property="author"><a><span>Li</span> <span>Wei</span></a></span></span></div><div class="core-self-citation"><span property="isPartOf"><span property="name">Journal of Examples</span></span> Volume 3, Issue 2 <div class="doi"><a href="https://doi.org/10.5555/atypon.1">https://doi.org/10.5555/atypon.1</a></div></div><div class="core-date-published">Published: April 15, 2010</div></header>${abstract}${references}`,
      },
      'https://unknown.invalid/page',
      { doi: '10.5555/atypon.1', title, year: 2010, containerTitle: 'Journal of Examples' },
    ],
    [
      'ScienceDirect: volume above, authors as buttons',
      {
        title: `${title} - ScienceDirect`,
        body: `<div class="publication-volume"><h2 class="publication-title"><a>Brain Examples</a></h2><div>Volume 41, Issue 1, 8 January 2004, Pages 11-25</div></div><h1><span class="title-text">${title}</span></h1><div class="author-group"><button><span class="react-xocs"><span class="given-name">Peter E</span> <span class="surname">Turkel</span></span></button>, <button><span class="react-xocs"><span class="given-name">Anna</span> <span class="surname">Flowers</span></span></button></div><a class="doi" href="https://doi.org/10.1016/S0896-6273(03)00803-1">https://doi.org/10.1016/S0896-6273(03)00803-1</a><span>Get rights and content</span>${abstract}${references}`,
      },
      'https://www.sciencedirect.com/science/article/pii/S0896627303008031',
      {
        doi: '10.1016/s0896-6273(03)00803-1',
        title,
        year: 2004,
        containerTitle: 'Brain Examples',
        volume: '41',
        issue: '1',
      },
    ],
    [
      'PMC: citation line above the title',
      {
        title: `${title} - PMC`,
        body: `<div>J Ex Res. 2005 Aug;7(4):637–645. doi: <a href="https://doi.org/10.5555/pmc.1">10.5555/pmc.1</a></div><h1>${title}</h1><div class="cg"><a><span class="name western">Stephen J Wilson</span></a><sup>1</sup>, <a><span class="name western">Julie A Fiez</span></a><sup>2</sup></div>${abstract}`,
      },
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC2633119/',
      { doi: '10.5555/pmc.1', pmcid: 'PMC2633119', year: 2005, volume: '7', issue: '4' },
    ],
    [
      'OJS: authors in a list, own citation below',
      {
        title: `${title} | First Examples`,
        body: `<article class="obj_article_details"><h1 class="page_title">${title}</h1><ul class="authors"><li><span class="name">Calvin Liang</span><span class="affiliation">University of Examples</span></li><li><span class="name">Os Keyes</span></li></ul><div class="doi"><span class="value"><a href="https://doi.org/10.5210/fm.1">https://doi.org/10.5210/fm.1</a></span></div><div class="abstract">${abstract}</div><div class="published">Published 2020-09-10</div><div class="csl-entry">Liang, C., &amp; Keyes, O. (2020). ${title}. <i>First Examples</i>, 25(10). https://doi.org/10.5210/fm.1</div></article>`,
      },
      'https://example.org/ojs/index.php/fm/article/view/1',
      { doi: '10.5210/fm.1', year: 2020, containerTitle: 'First Examples' },
    ],
    [
      'a page whose site name is its first heading',
      {
        title: `${title} - Annals of Examples - Library`,
        body: `<h1 id="journal-title">Annals of Examples</h1><div class="issue">Volume 8, Issue 2</div><h2 class="citation__title">${title}</h2><div class="loa-authors"><a class="author-name">E. Schroeder</a>, <a class="author-name">P. Dirac</a></div><p>First published: 12 March 1926</p><a class="epub-doi" href="https://doi.org/10.5555/andp.1">https://doi.org/10.5555/andp.1</a>${abstract}`,
      },
      NOWHERE,
      { doi: '10.5555/andp.1', title, containerTitle: 'Annals of Examples', year: 1926 },
    ],
    [
      'a DOI is taken from the address',
      {
        title: `${title} | Publisher`,
        body: `<h1>${title}</h1><p class="authors">Jane Doe and Richard Roe</p>${abstract}${references}`,
      },
      'https://example.org/doi/full/10.5555/url.1',
      {
        doi: '10.5555/url.1',
        authors: [
          { family: 'Doe', given: 'Jane' },
          { family: 'Roe', given: 'Richard' },
        ],
      },
    ],
    [
      'a login wall that names its paper is the paper',
      {
        title,
        body: `<div id="topmatter"><h1>${title}</h1><p><strong><span class="author-names">Ordonez Lnull and Smalley MJ</span></strong></p><p><em>Breast Examples</em> 2012, 14:26</p></div><div class="msg">To read this article you need a subscription. <a href="/login">Log on</a> <a href="/x.pdf">PDF</a></div><div class="abstract">Viewpoint</div>`,
      },
      NOWHERE,
      {
        title,
        year: 2012,
        doi: undefined,
        authors: [
          { family: 'Ordonez', given: 'L' },
          { family: 'Smalley', given: 'MJ' },
        ],
      },
    ],
  ];
  it.each(cases)('%s', (_name, page, url, paper) => {
    const report = read(page, url);
    expect(report.reasons.join('; ')).not.toBe('');
    expect(report.kind).toBe('article');
    expect({ doi: undefined, ...report.paper }).toMatchObject(paper);
  });

  it('a thesis does not take the DOI of a seal in the footer', () => {
    const report = read(
      {
        title: `${title} - TEL`,
        body: `<h2 class="title-lang">${title}</h2><div class="authors"><a>Marthe Bonamy</a></div><p>Année : 2015</p><h4>Résumé</h4><p>${'x '.repeat(60)}</p><a href="/document">PDF</a><footer><a href="https://doi.org/10.34894/SEAL1"><img src="/seal.png" alt="seal"></a></footer>`,
      },
      'https://theses.hal.science/tel-02083632v1',
    );
    expect(report.kind).toBe('article');
    expect(report.paper?.doi).toBeUndefined();
  });
  it('a preprint does not take the DOI of the version that was published elsewhere', () => {
    const report = read(
      {
        title: `${title} - lingbuzz/006747`,
        body: `<center><font><b><a href="/lingbuzz/006747/current.pdf">${title}</a></b></font><br><a href="/_person/1">Hubert Haider</a><br>November 2025</center><p>About syntax.</p><table><tr><td>Format: </td><td><a href="/x.pdf">pdf</a></td></tr><tr><td>Published in: </td><td>2023. Acta Ex 70: 195-218 https://doi.org/10.1556/2062.2023.00642</td></tr></table>`,
      },
      'https://ling.auf.net/lingbuzz/006747',
    );
    expect(report.kind).toBe('article');
    expect(report.paper?.doi).toBeUndefined();
  });
  it('a page that is read again after it changed gives the new answer', () => {
    const doc = smallPage({ title: 'App', body: '<p>Loading</p>' });
    expect(notice(doc, 'https://example.org/app').kind).toBe('none');
    for (const [name, content] of Object.entries(highwire)) {
      for (const one of [content].flat()) {
        const meta = doc.createElement('meta');
        meta.name = name;
        meta.content = one;
        doc.head.append(meta);
      }
    }
    expect(notice(doc, 'https://example.org/app').paper?.doi).toBe('10.5555/joe.2021.12');
  });
});

describe('editorial notices on the page', () => {
  it.each<[string, string, string]>([
    ['retraction', '<div class="notice">This article has been retracted</div>', 'retraction'],
    ['concern', '<div>Editorial Expression of Concern: data were questioned</div>', 'concern'],
    [
      'correction',
      '<div>A correction to this article was published on 2 May 2020</div>',
      'correction',
    ],
  ])('a %s is reported', (_name, markup, kind) => {
    const report = read({
      title,
      meta: highwire,
      body: `${markup}<h1>${title}</h1><p>Jane Doe</p>`,
    });
    expect(report.paper?.notices?.map((one) => one.kind)).toEqual([kind]);
  });
  it('a paper about retractions has none', () => {
    const report = read({
      title: 'Why papers are retracted',
      meta: highwire,
      body: '<h1>Why papers are retracted</h1><p>Jane Doe</p>',
    });
    expect(report.paper?.notices).toBeUndefined();
  });
});

describe('pages that are no paper', () => {
  const cases: [name: string, page: SmallPage, url?: string][] = [
    ['an empty page', {}],
    [
      'a challenge before a paper',
      { title: 'Just a moment...', body: '<h1>www.tandfonline.com</h1>' },
      'https://www.tandfonline.com/doi/full/10.1080/23311932.2015.1117749',
    ],
    [
      'a data set with Highwire tags',
      {
        meta: { ...highwire, citation_doi: '10.5281/zenodo.1' },
        head: '<script type="application/ld+json">{"@type":"https://schema.org/Dataset","name":"x"}</script>',
      },
      'https://zenodo.org/records/1',
    ],
    [
      'a data set without tags',
      {
        title: `${title} | Zenodo`,
        body: `<div>Published March 14, 2018 | Version 1.0.2</div><div>Dataset Open</div><h1>${title}</h1><ul class="creators"><li>Staib, Matthias</li></ul><a href="https://doi.org/10.5281/zenodo.1" class="doi">10.5281/zenodo.1</a><section class="citation">Staib, M. (2018). ${title}. Zenodo. https://doi.org/10.5281/zenodo.1</section>`,
      },
      'https://zenodo.org/records/1',
    ],
    [
      'a blog post that links to a study',
      {
        title: 'A new study',
        meta: { 'og:type': 'article' },
        body: '<article><h1>A new study shows how things are</h1><p class="author">by Jane Doe</p><p>According to <a href="https://doi.org/10.5555/x">a study</a> it is so.</p></article>',
      },
      'https://example.com/blog/a-new-study',
    ],
    [
      'an encyclopaedia with references',
      { title: 'Thing - Wikipedia', body: `<h1>Thing</h1><p>A thing is.</p>${references}` },
      'https://en.wikipedia.org/wiki/Thing',
    ],
    [
      'a magazine with bepress tags',
      {
        meta: {
          bepress_citation_title: 'On lists',
          bepress_citation_author: 'Jane Doe',
          bepress_citation_date: '2009-09-15',
          'DC.title': 'On lists',
          'DC.creator': 'Jane Doe',
          'DC:type': 'journalArticle',
        },
      },
      'https://magazine.example/On-lists.html',
    ],
    [
      'a standard with Dublin Core and an abstract',
      {
        title: 'remoteThing',
        meta: {
          'DC.Title': 'remoteThing',
          'DC.Creator': 'Doe, J.',
          'DC.Identifier': 'urn:ietf:id:doe-remotething',
        },
        body: `<h1>remoteThing</h1>${abstract}${references}`,
      },
    ],
    [
      'a news item',
      {
        title: 'News',
        head: '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x"}</script>',
        body: '<h1>Something happened today in town</h1><p class="authors">Jane Doe</p>',
      },
      'https://news.example/2020/01/02/something',
    ],
    [
      'a publisher’s policy page',
      {
        title: 'Open access articles',
        body: '<h1>Open access articles</h1><p>Our policy.</p><a href="/doc.pdf">PDF</a>',
      },
      'https://www.elsevier.com/about/open-access',
    ],
    [
      'a round-up of links to papers',
      {
        title: '30 papers',
        body: `<h1>Thirty papers you must read</h1>${Array.from({ length: 12 }, (_, i) => `<li><a href="https://doi.org/10.5555/p.${i}">A paper with quite a long title, number ${i}</a></li>`).join('')}`,
      },
      'https://example.substack.com/p/30-papers',
    ],
  ];
  it.each(cases)('%s', (_name, page, url) => {
    const report = read(page, url);
    expect(report).toMatchObject({ kind: 'none', paper: null });
    expect(report.reasons.length).toBeGreaterThan(0);
  });
});
