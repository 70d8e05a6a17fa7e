import { describe, expect, it, vi } from 'vitest';
import { PageReport } from '../../lib/model';
import { notice, readEntries, readList, readSciteReport, reportOfEntry } from '../../lib/page';
import { inSlices } from '../../lib/sites/read-list';
import { smallPage } from '../fixtures/pages/page';
import { PRINTED, SCITE_BODIES, SCITE_CARDS, sciteReportOf } from '../fixtures/pages/scite';

describe('a scite report', () => {
  const url = 'https://scite.ai/reports/a-narrative-review-Ab12Cd';
  describe.each(SCITE_BODIES)('as %s', (_name, body) => {
    const doc = smallPage({ title: 'A narrative review - [scite report]', body });
    it('is a citation list about one paper', () => {
      const report = notice(doc, url);
      expect(report).toMatchObject({
        kind: 'citation-list',
        representation: 'scite-report',
        paper: { doi: '10.5555/report.1', year: 2022 },
      });
      expect(notice(doc, 'https://unknown.invalid/page').kind).toBe('citation-list');
    });
    it('gives each statement once, with class, confidence and section', () => {
      const report = readSciteReport(doc);
      const distinct = PRINTED.slice(1);
      expect(report.shown).toBe(5);
      expect(report.statements.map(({ element, citing, ...rest }) => rest)).toEqual(
        distinct.map((one) => ({
          quote: one.quote,
          label: one.label,
          confidence: one.confidence / 100,
          section: one.section?.replace(/\.\.\.$/, '') ?? null,
        })),
      );
    });
    it('names nobody as the one who says them where the report does not', () => {
      expect(readSciteReport(doc).statements.map(({ citing }) => citing)).toEqual([
        null,
        null,
        null,
        null,
      ]);
      expect(readEntries(doc, url)).toEqual([]);
    });
    it('points each statement to the element that holds it, and never to the footer', () => {
      for (const { element, quote } of readSciteReport(doc).statements) {
        expect(element.textContent).toContain(quote.slice(0, 20));
        expect(element.closest('footer')).toBeNull();
      }
    });
    it('reads the counts that scite prints', () => {
      expect(readSciteReport(doc)).toMatchObject({
        publications: 36,
        statementsTotal: 35,
        references: 71,
        tallies: { supporting: 5, mentioning: 30, contrasting: 0 },
      });
    });
  });
  it.each(SCITE_CARDS)('says who says a statement: $name', ({ html, citing }) => {
    const doc = smallPage({
      title: 'A narrative review - [scite report]',
      body: sciteReportOf(html),
    });
    const { statements } = readSciteReport(doc);
    expect(statements.map((one) => one.citing)).toEqual([citing, null]);
    expect(readEntries(doc, url).map(({ title, doi }) => doi ?? title)).toEqual(
      citing ? [citing.doi ?? citing.title] : [],
    );
  });
  it('of unknown markup or of nothing never throws', () => {
    expect(
      readSciteReport(smallPage({ body: '<p>“… an open quote with no end' })).statements,
    ).toEqual([]);
    expect(readSciteReport(smallPage({})).publications).toBeNull();
  });
});

describe('Google Scholar', () => {
  it('is known by its own structure, wherever it was saved', () => {
    const body = `<div id="gs_top"><div id="gs_res_bdy"><div class="gs_r"><h3 class="gs_rt"><a href="https://example.org/1">First result</a></h3><div class="gs_a">A Doe - 2011</div></div></div></div>`;
    const doc = smallPage({ title: 'peer support', body });
    expect(notice(doc, 'https://unknown.invalid/page').kind).toBe('citation-list');
    expect(readEntries(doc, 'https://unknown.invalid/page').map((one) => one.title)).toEqual([
      'First result',
    ]);
  });
  it('lists results without their format marks', () => {
    const doc = smallPage({
      title: 'peer support - Google Scholar',
      body: `<div id="gs_res_ccl"><div class="gs_r gs_or"><div class="gs_ri"><h3 class="gs_rt"><span class="gs_ctu"><span class="gs_ct1">[CITATION]</span><span class="gs_ct2">[C]</span></span> <span><b>Peer </b>work</span></h3><div class="gs_a">A Doe, B Roe - Journal of Examples, 2015 - example.org</div></div></div>
        <div class="gs_r gs_or"><div class="gs_ri"><h3 class="gs_rt"><a href="https://doi.org/10.5555/gs.2">Second result</a></h3><div class="gs_a">C Foo - 2019</div></div></div>
        <div class="gs_r"><h2>Related searches</h2></div></div>`,
    });
    const url = 'https://scholar.google.co.jp/scholar?q=peer+support';
    expect(notice(doc, url)).toMatchObject({
      kind: 'citation-list',
      representation: 'list',
      paper: null,
    });
    expect(readEntries(doc, url).map(({ element, ...rest }) => rest)).toEqual([
      {
        title: 'Peer work',
        authors: 'A Doe, B Roe',
        year: 2015,
        containerTitle: 'Journal of Examples',
      },
      {
        title: 'Second result',
        authors: 'C Foo',
        year: 2019,
        url: 'https://doi.org/10.5555/gs.2',
        doi: '10.5555/gs.2',
      },
    ]);
  });
  it('lists an author’s papers', () => {
    const doc = smallPage({
      body: '<table id="gsc_a_t"><tbody id="gsc_a_b"><tr class="gsc_a_tr"><td class="gsc_a_t"><a class="gsc_a_at">The rites</a><div class="gs_gray">S Doe</div><div class="gs_gray">Journal of Rites 4 (2), 197-211<span>, 2005</span></div></td><td class="gsc_a_y"><span>2005</span></td></tr></tbody></table>',
    });
    const [entry] = readEntries(doc, 'https://scholar.google.com/citations?user=x');
    expect(entry).toMatchObject({
      title: 'The rites',
      authors: 'S Doe',
      year: 2005,
      containerTitle: 'Journal of Rites',
    });
  });
});

describe('PubMed', () => {
  it('lists results with their PMIDs', () => {
    const doc = smallPage({
      title: 'peer support - Search Results - PubMed',
      body: `<section class="search-results"><article class="full-docsum"><a class="docsum-title" href="/38814901/">Peer <b>support</b> works.</a><span class="docsum-authors full-authors">Doe J, Roe R.</span><span class="docsum-journal-citation full-journal-citation">J Ex. 2024 May 30;19(5):e0303969. doi: 10.5555/pm.1.</span><span class="docsum-pmid">38814901</span></article></section>`,
    });
    const url = 'https://pubmed.ncbi.nlm.nih.gov/?term=peer+support';
    expect(notice(doc, url).kind).toBe('citation-list');
    expect(readEntries(doc, url).map(({ element, ...rest }) => rest)).toEqual([
      {
        title: 'Peer support works',
        authors: 'Doe J, Roe R.',
        year: 2024,
        containerTitle: 'J Ex',
        doi: '10.5555/pm.1',
        pmid: '38814901',
        url: 'https://pubmed.ncbi.nlm.nih.gov/38814901/',
      },
    ]);
  });
  it('lists results shown with their abstracts', () => {
    const row = (n: number) =>
      `<div class="results-article"><article><header class="heading"><div class="article-citation"><div class="article-source"><button>J Ex</button><span class="period">.</span> <span class="cit">202${n} Sep;47(5):701-712.</span> <span class="citation-doi">doi: 10.5555/pm.${n}.</span></div></div><h1 class="heading-title"><a href="/3881490${n}/">Peer support works, part ${n}.</a></h1><div class="authors-list"><a class="full-name">Ada Berg</a></div><ul><li><span class="identifier pubmed">PMID: <strong class="current-id">3881490${n}</strong></span></li></ul></header><div class="abstract"><h2 class="title">Abstract</h2></div></article></div>`;
    const doc = smallPage({
      title: 'peer support - Search Results - PubMed',
      body: `<section class="search-results">${[1, 2].map(row).join('')}</section>`,
    });
    const url = 'https://pubmed.ncbi.nlm.nih.gov/?term=peer+support&format=abstract';
    expect(notice(doc, url).kind).toBe('citation-list');
    expect(readEntries(doc, url).map(({ element, ...rest }) => rest)).toEqual(
      [1, 2].map((n) => ({
        title: `Peer support works, part ${n}`,
        authors: 'Ada Berg',
        year: 2020 + n,
        containerTitle: 'J Ex',
        doi: `10.5555/pm.${n}`,
        pmid: `3881490${n}`,
        url: `https://pubmed.ncbi.nlm.nih.gov/3881490${n}/`,
      })),
    );
  });
});

describe('lists on sites that nobody knows', () => {
  const item = (i: number) =>
    `<li class="item"><h3><a href="https://doi.org/10.5555/list.${i}">A listed paper with a long enough title, ${i}</a></h3><p class="authors">Doe J, Roe R</p><p>J Ex 2019;${i}(2):1-9</p></li>`;
  const body = `<h1>Citing articles</h1><ul>${[1, 2, 3, 4, 5].map(item).join('')}</ul>`;
  it('a “cited by” page is a list', () => {
    const doc = smallPage({ title: 'Articles citing this paper', body });
    const url = 'https://journal.example/citedby/10';
    expect(notice(doc, url).kind).toBe('citation-list');
    expect(readEntries(doc, url)).toHaveLength(5);
    expect(readEntries(doc, url)[0]).toMatchObject({
      doi: '10.5555/list.1',
      year: 2019,
      authors: 'Doe J, Roe R',
    });
  });
  it('a blog post with the same links is none', () => {
    const doc = smallPage({
      title: 'Papers I liked',
      body: body.replace('Citing articles', 'Papers I liked'),
    });
    expect(notice(doc, 'https://blog.example/papers-i-liked').kind).toBe('none');
  });
});

/** Pages of results as the databases that reviewers search set them, with invented entries. */
describe('results of a database that no adapter knows', () => {
  const titles = [1, 2, 3, 4].map((n) => `Roles and supervision of peer workers, part ${n}`);
  const pages: [
    name: string,
    url: string,
    title: string,
    row: (title: string, n: number) => string,
  ][] = [
    [
      'ScienceDirect: a journal and its volume, behind a library’s proxy',
      'https://www-sciencedirect-com.proxy.library.invalid/search?qs=peer%20support',
      'Search results for peer support - ScienceDirect',
      (title, n) =>
        `<li class="ResultItem"><div class="article-type">Research article</div><h2><a class="result-list-title-link" href="/science/article/pii/S014600000000${n}"><span>${title}</span></a></h2><div class="SubType"><a>Journal of Examples</a>, Volume 6${n}, March 201${n}</div><ol class="Authors"><li><span class="author">Ada Berg</span></li></ol></li>`,
    ],
    [
      'Semantic Scholar: authors and a date, no place',
      'https://www.semanticscholar.invalid/search?q=peer%20support&sort=relevance',
      'peer support | Semantic Scholar',
      (title, n) =>
        `<div class="cl-paper-row"><a href="/paper/000${n}"><h2 class="cl-paper-title"><span>${title}</span></h2></a><ul><li><span class="cl-paper-authors"><a>A. Berg</a>, +3 authors</span></li><li>Psychology</li><li><span>1${n} March 201${n}</span></li></ul></div>`,
    ],
    [
      'VuFind in Spanish: a record, an author’s link, a year',
      'https://biblioteca.invalid/vufind/Search/Results?lookfor=apoyo&type=AllFields',
      'Resultados de la búsqueda - apoyo',
      (title, n) =>
        `<div id="result${n}" class="result"><div class="media"><a class="title getFull" href="/vufind/Record/ESX_${n}">${title}</a><div>por <a href="/vufind/Author/Home?author=Berg">Berg, Ada</a></div><div>Publicado 201${n}</div></div></div>`,
    ],
    [
      'Primo in German: a full display, people, a year',
      'https://suche.invalid/discovery/search?query=any,contains,genesung&vid=EX',
      'Trefferliste - Bibliothek',
      (title, n) =>
        `<prm-brief-result-container class="list-item"><h3 class="item-title"><a href="/discovery/fulldisplay?docid=${n}">${title}</a></h3><div class="creator">Berg, Ada</div><div>201${n}</div></prm-brief-result-container>`,
    ],
    [
      'Web of Science: a summary, titles that lead to full records',
      'https://www.webofscience.invalid/wos/woscc/summary/117/relevance/1',
      'peer support – Web of Science Core Collection',
      (title, n) =>
        `<app-record class="app-record-holder"><h3><a class="title" href="/wos/woscc/full-record/WOS:00${n}">${title}</a></h3><div class="authors"><a>Berg, A</a></div><span>Mar 201${n}</span> <span>JOURNAL OF EXAMPLES</span> <span>2${n} (1)</span></app-record>`,
    ],
    [
      'EBSCO: titles that a script opens',
      'https://web.p.ebscohost.invalid/ehost/resultsadvanced?vid=4&sid=117',
      'Result List: peer support: EBSCOhost',
      (title, n) =>
        `<li class="result-list-li"><h3 class="title-link-wrapper"><a class="title-link" href="javascript:open(${n})">${title}</a></h3><div class="display-info">By: Berg, Ada. <i>Journal of Examples</i>. Mar201${n}, Vol. 2${n} Issue 1, p117-129.</div></li>`,
    ],
    [
      'ProQuest: previews of documents',
      'https://www.proquest.invalid/results/117ABC/1?accountid=117',
      'peer support - ProQuest',
      (title, n) =>
        `<li class="resultItem"><h3><a class="previewTitle" href="/docview/117${n}/117ABC/1">${title}</a></h3><span class="titleAuthorETC">Berg, Ada. <b>Journal of Examples</b>; Springfield Vol. 2${n}, Iss. 1, (Mar 201${n}): 117-129.</span></li>`,
    ],
    [
      'ERIC: a source in short',
      'https://eric.ed.invalid/?q=peer+support',
      'ERIC - Search Results',
      (title, n) =>
        `<div class="r_i"><div class="r_t"><a href="?q=peer+support&amp;id=EJ117${n}">${title}</a></div><div class="r_a">Berg, Ada – Journal of Examples, 201${n}</div><div>Vol. 2${n}</div></div>`,
    ],
    [
      'Dialnet: what a search in Spanish finds',
      'https://dialnet.invalid/buscar/documentos?querysDismax.DOCUMENTAL_TODO=apoyo',
      'Búsqueda de documentos - Dialnet',
      (title, n) =>
        `<li class="articulo"><p class="titulo"><span class="titulo"><a href="/servlet/articulo?codigo=117${n}">${title}</a></span></p><p class="autores">Ada Berg</p><p class="revista"><a>Revista de ejemplos</a>, Vol. 2${n}, Nº. 1, 201${n}, págs. 45-60</p></li>`,
    ],
    [
      'BASE: titles in the heads of boxes, authors and years with labels',
      'https://search.invalid/Search/Results?lookfor=peer+support&oaboost=1',
      'peer support - Your search - Example Academic Search Engine',
      (title, n) =>
        `<div class="panel"><div class="panel-heading"><a href="https://repo.invalid/x/${n}">${title}</a></div><div><div>Author:</div><div><a>Berg, Ada</a></div></div><div><div>Year of Publication:</div><div>201${n}</div></div></div>`,
    ],
    [
      'DSpace: an index of a collection at its handle',
      'https://dspace.invalid/handle/117/45/browse?type=dateissued',
      'Browsing Theses by Issue Date',
      (title, n) =>
        `<li class="ds-artifact-item"><h4 class="artifact-title"><a href="/handle/117/10${n}">${title}</a></h4><span class="author">Berg, Ada</span> <span class="date">201${n}</span></li>`,
    ],
  ];
  it.each(pages)('%s', (_name, url, title, row) => {
    const doc = smallPage({
      title,
      body: `<h1>4</h1><ol>${titles.map((one, i) => row(one, i + 1)).join('')}</ol>`,
    });
    expect(notice(doc, url)).toMatchObject({ kind: 'citation-list', paper: null });
    expect(readEntries(doc, url).map((one) => [one.title, one.year])).toEqual(
      titles.map((one, i) => [one, 2011 + i]),
    );
  });
  it('is not what a shop finds, though its links are called titles', () => {
    const doc = smallPage({
      title: 'Search results for peer support',
      body: `<ul>${titles.map((one, i) => `<li class="product"><a class="product-title" href="/p/${i}">${one}</a><span>€ 27.00</span><span>In stock since 201${i}</span></li>`).join('')}</ul>`,
    });
    expect(notice(doc, 'https://shop.invalid/search?q=peer+support').kind).toBe('none');
  });
});

describe('all papers of a page', () => {
  const url = 'https://pubmed.ncbi.nlm.nih.gov/?term=peer';
  const pageOf = (titles: readonly string[]) =>
    smallPage({
      title: 'peer - Search Results - PubMed',
      body: `<div class="search-results">${titles
        .map(
          (title, i) =>
            `<article class="full-docsum"><a class="docsum-title" href="/${10_000 + i}/">${title}</a><span class="full-authors">Doe J</span><span class="full-journal-citation">J Ex. 2020. doi: 10.5555/all.${i}.</span></article>`,
        )
        .join('')}</div>`,
    });

  it('are read to the 500th, in slices; of an entry with a text for a title is said that it cannot be read', async () => {
    const titles = Array.from({ length: 5_000 }, (_, i) => `A listed paper ${i}`);
    titles[1] = 'word '.repeat(20_000);
    titles[2] = '';
    const list = await readList(pageOf(titles), url, async () => undefined);
    expect(list).toMatchObject({ unread: 2, isCut: true });
    expect(list.entries).toHaveLength(498);
    expect(list.entries.slice(0, 2).map(({ title }) => title)).toEqual([
      ...['A listed paper 0', 'A listed paper 3'],
    ]);
    for (const entry of list.entries)
      expect(PageReport.safeParse(reportOfEntry(entry)).success).toBe(true);
  });

  it('give the page a turn whenever a slice is over', async () => {
    const entries = readEntries(pageOf(['One', 'Two', 'Three']), url);
    let turns = 0;
    let clock = 0;
    const now = () => {
      clock += 10;
      return clock;
    };
    const pause = async () => {
      turns += 1;
    };
    expect((await inSlices(entries, pause, now)).entries).toHaveLength(3);
    expect(turns).toBe(1);
  });

  it.each<[string, object, string]>([
    ['a number that is no PMID', { pmid: '9'.repeat(400) }, 'pmid'],
    ['a year that is none', { year: 99_999 }, 'year'],
    ['an address without end', { url: `https://x.example/${'a'.repeat(9_000)}` }, 'url'],
    ['a DOI without end', { doi: `10.5555/${'a'.repeat(9_000)}` }, 'doi'],
  ])('%s is left out, and the paper stays', (_, odd, left) => {
    const entry = { title: 'A listed paper', element: document.body, ...odd };
    const report = PageReport.parse(reportOfEntry(entry));
    expect(report.paper?.title).toBe('A listed paper');
    expect(report.paper).not.toHaveProperty(left);
  });

  it('of a page of unknown markup with thousands of like blocks are looked at once each', () => {
    const row = (i: number) =>
      `<div class="hit"><h3><a href="https://doi.org/10.5555/${i}">A listed paper with a long enough title ${i}</a></h3><p>J Ex 2019;${i}(2):1-9</p></div>`;
    const body = `<h1>Search results</h1><div>${Array.from({ length: 5_000 }, (_, i) => row(i)).join('')}</div>`;
    const doc = smallPage({ title: 'Search results', body });
    const classes = vi.spyOn(Element.prototype, 'getAttribute');
    expect(readEntries(doc, 'https://unknown.example/search?q=peer')).toHaveLength(2_000);
    // A look at all blocks for each of them would be ten million.
    expect(classes.mock.calls.length).toBeLessThan(200_000);
    classes.mockRestore();
  });
});
