import { describe, expect, it } from 'vitest';
import { notice, readEntries, readSciteReport } from '../../lib/page';
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
