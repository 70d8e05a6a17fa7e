/** The glance lets every page through in which reading finds a paper or a list, and few others. */
import { describe, expect, it } from 'vitest';
import { notice } from '../../lib/page';
import { glance } from '../../lib/page/glance';
import { HEADS, NEGATIVES, windowTitle } from '../fixtures/pages/heads';
import { type SmallPage, smallPage } from '../fixtures/pages/page';
import { SCITE_BODIES } from '../fixtures/pages/scite';

const NOWHERE = 'https://unknown.invalid/page';
/** A page that hints at nothing: each case below adds one thing to it. */
const PLAIN: SmallPage = {
  title: 'Opening hours',
  head: '<meta name="viewport" content="width=device-width">',
  body: '<h1>Opening hours</h1><p>Monday to Friday, from nine to five.</p><a href="/map">Where we are</a>',
};
const jsonLd = (value: object) =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const withBody = (html: string) => ({ body: PLAIN.body + html });

interface Case extends SmallPage {
  what: string;
  url?: string;
}
const pageOf = (one: Case) => smallPage({ ...PLAIN, ...one });

const THROUGH: Case[] = [
  {
    what: 'Highwire tags',
    meta: { citation_title: 'A study', citation_author: 'Doe, J', citation_issn: '1234-5678' },
  },
  {
    what: 'a DOI in Highwire tags and a title',
    meta: { citation_doi: '10.5555/a', 'og:title': 'A study' },
  },
  {
    what: 'tags of bepress',
    meta: { bepress_citation_title: 'A study', bepress_citation_series_title: 'Papers' },
  },
  { what: 'a DOI in PRISM', meta: { 'prism.doi': '10.5555/a' } },
  { what: 'a title of EPrints', meta: { 'eprints.title': 'A study' } },
  {
    what: 'a DOI in Dublin Core',
    meta: { 'DC.title': 'A study', 'DC.identifier': 'https://doi.org/10.5555/a' },
  },
  {
    what: 'a DOI in DC terms',
    meta: { 'DC.title': 'A study', 'DCTERMS.identifier': 'doi:10.5555/a' },
  },
  {
    what: 'a DOI that is encoded in Dublin Core',
    meta: { 'dc:title': 'A study', 'dc:identifier': 'https://doi.org/10.5555%2Fa' },
  },
  {
    what: 'a handle in Dublin Core',
    meta: { 'DC.title': 'A study', 'DC.identifier': 'http://hdl.handle.net/1/2' },
  },
  {
    what: 'a URN in DC terms',
    meta: { 'dcterms.title': 'A study', 'dcterms.identifier': 'urn:nbn:de:1-2' },
  },
  {
    what: 'a citation in DC terms',
    meta: { 'dct:title': 'A study', 'dct:bibliographicCitation': 'J Ex 2019;1:2' },
  },
  {
    what: 'tags that a stray element has pushed out of the head',
    head: '<div>Consent</div><meta name="citation_title" content="A study"><meta name="citation_doi" content="10.5555/a">',
  },
  {
    what: 'tags inside an element of the body',
    ...withBody(
      '<div><span><meta name="citation_title" content="A study"><meta name="citation_doi" content="10.5555/a"></span></div>',
    ),
  },
  {
    what: 'JSON-LD of a scholarly article',
    head: jsonLd({
      '@type': 'ScholarlyArticle',
      headline: 'A study',
      author: [{ name: 'Jane Doe' }],
    }),
  },
  {
    what: 'JSON-LD of a thesis, in the body',
    ...withBody(jsonLd({ '@graph': [{ '@type': 'Thesis', name: 'A study', author: 'Jane Doe' }] })),
  },
  {
    what: 'JSON-LD of an article about a data set',
    head: jsonLd([
      { '@type': 'Dataset', name: 'Data' },
      { '@type': 'ScholarlyArticle', headline: 'A study', author: 'Jane Doe' },
    ]),
  },
  {
    what: 'JSON-LD of an article, on a blog program',
    head: `<meta name="generator" content="WordPress 6">${jsonLd({ '@type': 'ScholarlyArticle', headline: 'A study', author: 'Jane Doe' })}`,
  },
  { what: 'a DOI in the address', url: 'https://unknown.invalid/doi/10.5555/a' },
  {
    what: 'a DOI in a parameter of the address',
    url: 'https://unknown.invalid/show?doi=10.5555%2Fa',
  },
  { what: 'an address of an article', url: 'https://unknown.invalid/ojs/x/article/view/1' },
  {
    what: 'an address of an article, though the site is a blog program’s',
    url: 'https://unknown.invalid/ojs/x/article/view/1',
    head: '<meta name="generator" content="WordPress 6">',
  },
  {
    what: 'a canonical address with a DOI',
    head: '<link rel="canonical" href="https://unknown.invalid/doi/10.5555/a">',
  },
  { what: 'a window title that names a journal', title: 'A study | Annals of Examples' },
  { what: 'an abstract', ...withBody('<div class="article-abstract">We looked.</div>') },
  { what: 'an abstract by its id', ...withBody('<div id="Abstract1">We looked.</div>') },
  { what: 'a citation by its id', ...withBody('<div id="howToCitation">Doe 2019</div>') },
  { what: 'a link to a DOI', ...withBody('<a href="https://dx.doi.org/10.5555/a">10.5555/a</a>') },
  { what: 'a DOI in an attribute', ...withBody('<span data-doi="10.5555/a"></span>') },
  { what: 'a search', url: 'https://unknown.invalid/search?q=peer+support' },
  { what: 'a list by its window title', title: 'Articles citing “A study”' },
  { what: 'a list by its heading', body: '<h1>Search results</h1>' },
  {
    what: 'Google Scholar',
    url: 'https://scholar.google.com/scholar?hl=de',
    ...withBody('<div class="gs_r">x</div>'),
  },
  { what: 'a saved page of Google Scholar', ...withBody('<div id="gs_res_ccl"></div>') },
  {
    what: 'PubMed’s results',
    url: 'https://pubmed.ncbi.nlm.nih.gov/?cauthor_id=1',
    ...withBody('<div class="search-results"><div class="full-docsum">x</div></div>'),
  },
  { what: 'scite by its address', url: 'https://scite.ai/reports/a-study-Ab12Cd' },
  {
    what: 'scite by its window title, with the DOI of its paper',
    title: 'A study - [scite report]',
    ...withBody('<p>DOI</p><p>10.5555/a</p>'),
  },
];

describe('a page is read that has', () => {
  it.each(THROUGH)('$what', ({ url = NOWHERE, ...page }) => {
    expect(glance(pageOf({ ...page }), url)).toBeNull();
  });

  it('nothing of these is on the page that they were added to', () => {
    expect(glance(smallPage(PLAIN), NOWHERE)).toMatchObject({ kind: 'none' });
  });

  it.each(HEADS)('no machine metadata, but the look of an article, after $after', (head) => {
    const page = smallPage({ title: windowTitle(head), body: head.html });
    expect(glance(page, head.url)).toBeNull();
  });

  it.each(SCITE_BODIES)('a scite report as %s', (_, body) => {
    const doc = smallPage({ title: 'A narrative review - [scite report]', body });
    expect(glance(doc, NOWHERE)).toBeNull();
  });
});

const LEFT: (Case & { because: RegExp })[] = [
  { what: 'says opening hours', because: /nothing on the page hints/ },
  {
    what: 'describes an office in Dublin Core, with the page’s own address',
    because: /nothing on the page hints/,
    meta: {
      'DC.title': 'Opening hours',
      'DC.creator': 'The Office',
      'DCTERMS.identifier': 'https://unknown.invalid/page?id=12',
    },
  },
  {
    what: 'is a draft of a standard, which has a URN that is no library’s',
    because: /nothing on the page hints/,
    meta: { 'DC.Title': 'Remote storage', 'DC.Identifier': 'urn:ietf:id:remote-storage' },
  },
  {
    what: 'has tags of bepress without a series, a number or a DOI',
    because: /nothing on the page hints/,
    meta: { bepress_citation_title: 'On lists', bepress_citation_author: 'Doe, J' },
  },
  {
    what: 'is of a blog program, and cites papers',
    because: /everyday web/,
    head: '<meta name="generator" content="WordPress 6.2">',
    ...withBody('<a href="https://doi.org/10.5555/a">a study</a>'),
  },
  {
    what: 'is news by its Open Graph type',
    because: /everyday web/,
    head: '<meta property="og:type" content="article">',
    ...withBody('<a href="https://doi.org/10.5555/a">a study</a>'),
  },
  {
    what: 'is a news item by its JSON-LD',
    because: /everyday web/,
    head: jsonLd({ '@type': 'NewsArticle', headline: 'A study finds' }),
    ...withBody('<div class="abstract">In short</div>'),
  },
  {
    what: 'is a wiki’s by its address',
    because: /everyday web/,
    url: 'https://unknown.invalid/wiki/Peer_support',
    ...withBody('<a href="https://doi.org/10.5555/a">a study</a>'),
  },
  {
    what: 'is a data set by its JSON-LD, whatever its tags name',
    because: /a dataset/,
    meta: { citation_title: 'Data', citation_author: 'Doe, J', citation_doi: '10.5555/a' },
    head: jsonLd({ '@type': 'Dataset', name: 'Data' }),
    url: 'https://unknown.invalid/records/10.5555/a',
  },
  {
    what: 'is a program by its tags',
    because: /software/,
    meta: { 'DC.title': 'A program', 'DC.type': 'Software', 'DC.identifier': 'doi:10.5555/a' },
  },
  {
    what: 'is a challenge before a paper',
    because: /in front of the paper/,
    url: 'https://unknown.invalid/doi/10.5555/a',
    title: 'Just a moment...',
  },
];

/** What reading finds of a page that the glance leaves. */
function expectNothingIn(doc: Document, url: string) {
  const report = glance(doc, url);
  expect(report).not.toBeNull();
  expect(report).toEqual(notice(doc, url));
  expect(report).toMatchObject({ kind: 'none', paper: null });
}

describe('a page is left alone that', () => {
  it.each(LEFT)('$what', ({ url = NOWHERE, because, ...page }) => {
    const doc = pageOf(page);
    expectNothingIn(doc, url);
    expect(glance(doc, url)?.reasons.join()).toMatch(because);
  });

  it('has no body', () => {
    const doc = smallPage(PLAIN);
    doc.body.remove();
    expectNothingIn(doc, NOWHERE);
  });

  it('is XHTML and hints at nothing', () => {
    const doc = new DOMParser().parseFromString(
      '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Hours</title></head><body><p>From nine to five.</p></body></html>',
      'application/xhtml+xml',
    );
    expectNothingIn(doc, NOWHERE);
  });

  it('is a picture in XML, without head and body', () => {
    const doc = new DOMParser().parseFromString(
      '<svg xmlns="http://www.w3.org/2000/svg"><title>Hours</title></svg>',
      'image/svg+xml',
    );
    expectNothingIn(doc, NOWHERE);
  });
});

it.each(NEGATIVES)('what the glance reports of $what, reading reports too', (page) => {
  const doc = smallPage({ title: page.title, body: page.html });
  const report = glance(doc, page.url);
  if (report) expect(report).toEqual(notice(doc, page.url));
});
