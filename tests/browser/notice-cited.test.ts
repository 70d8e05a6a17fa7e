/** Journal and year of a page without machine metadata: by its own citation, wherever that is, and by its stated dates. */
import { expect, describe as group, it } from 'vitest';
import { notice } from '../../lib/page';
import { smallPage } from '../fixtures/pages/page';

const TITLE = 'Peer workers and the supervision that they are given in small services';
const TEXT = '<p>Words of the article, enough of them to be read as one. '.repeat(12);
const REFERENCES = `<h2>References</h2><ol class="references">
  <li>Ibrahim N. Another study of peers. <i>Annals of Peers</i> 2011;3:1-9. doi:10.5555/peers.11</li>
  <li>Okafor A. A third study. <i>Annals of Peers</i> 2012;4:1-9. doi:10.5555/peers.12</li></ol>`;

/** An article as its reader sees it. */
const article = (more: { above?: string; head?: string; below?: string }) => `
  <main>${more.above ?? ''}<article><h1>${TITLE}</h1>
  <p class="authors"><a>Nashwa Ibrahim</a>, <a>Ada Okafor</a></p>${more.head ?? ''}
  <div class="doi"><a href="https://doi.org/10.5555/things.1">https://doi.org/10.5555/things.1</a></div>
  <h2>Abstract</h2>${TEXT}<h2>Introduction</h2>${TEXT}${REFERENCES}${more.below ?? ''}</article></main>`;

function read(body: string) {
  const { paper, kind, reasons } = notice(
    smallPage({ title: TITLE, body }),
    'https://x.example/articles/1',
  );
  if (!paper) throw new Error(JSON.stringify({ kind, reasons }));
  return { journal: paper?.containerTitle, year: paper?.year };
}

const CITED = `Ibrahim, N., Okafor, A. (2019). ${TITLE}. <i>Journal of Peer Studies</i>, 27(1), 117–129.`;

group('a page is read by its own citation', () => {
  it.each<[what: string, page: Parameters<typeof article>[0], journal: string, year: number]>([
    [
      'in a box that a button shows',
      {
        below: `<div id="popupDownloadCitation" style="display:none"><div>N. Ibrahim, A. Okafor "${TITLE}," Annals of Peer Studies, Ann. Peer Studies 27(3/4), 117-129, (March/April 2019)</div></div>`,
      },
      'Annals of Peer Studies',
      2019,
    ],
    [
      'in a list of styles beside the article',
      {
        below: `<div class="item citation"><h2>Cite</h2><div class="csl-entry">${CITED}</div></div>`,
      },
      'Journal of Peer Studies',
      2019,
    ],
    [
      'as its last paragraph, in lines',
      {
        below: `<hr><p>${TITLE}<br>by Nashwa Ibrahim and Ada Okafor.<br><em>Peer Monday</em>, Volume 25, Number 10 - 5 October 2019<br>https://x.example/articles/1</p>`,
      },
      'Peer Monday',
      2019,
    ],
    [
      'as its last paragraph, with other signs in the title',
      {
        below: `<p>${TITLE.replace('and', '&amp;')}<br>Nashwa Ibrahim, Ada Okafor<br><cite>Peer Monday</cite>, volume 25, number 10 (October 2019).</p>`,
      },
      'Peer Monday',
      2019,
    ],
  ])('%s', (_, page, journal, year) => {
    expect(read(article(page))).toEqual({ journal, year });
  });

  it.each<[what: string, page: Parameters<typeof article>[0]]>([
    [
      'a box about another work',
      { below: '<div class="citation">Okafor A. Another study. Annals of Peers 2011;3:1-9.</div>' },
    ],
    [
      'a box in which the title is part of a longer one',
      {
        below: `<div class="citation">Comment on: ${TITLE} abroad. Annals of Peers 2011;3:1-9.</div>`,
      },
    ],
    [
      'a list of works that cite it',
      { below: `<ol class="cited-by"><li class="citation">${CITED}</li></ol>` },
    ],
  ])('and not by %s', (_, page) => {
    expect(read(article(page)).journal).toBeUndefined();
  });
});

group('the year is', () => {
  it.each<[what: string, page: Parameters<typeof article>[0], year: number]>([
    [
      'that of the issue, not of its first day online',
      {
        above:
          '<p><a>Journal of Peer Studies</a></p><p>January 1977, Volume 37, Issue 1, pp 1–23 | Cite as</p>',
        head: '<p>First Online: 23 October 2007</p>',
      },
      1977,
    ],
    [
      'that of a season’s issue',
      {
        above: '<p>Spring 1998, Volume 7, Issue 2</p>',
        head: '<p>Published online: 4 May 2011</p>',
      },
      1998,
    ],
    [
      'that of the issue after the journal in short',
      { above: '<p>J Peer Stud. Sep 2014; 26(3): 53-58.</p>', head: '<p>Posted 3 May 2016</p>' },
      2014,
    ],
    [
      'the date that the markup states',
      {
        below:
          '<aside><cite><abbr>JPS</abbr> <span itemprop="datePublished">November 2013</span> <span>no. Pt 11</span></cite></aside>',
      },
      2013,
    ],
    [
      'the date that the markup states for machines alone',
      {
        below:
          '<footer><time itemprop="datePublished" datetime="2013-11-02">last autumn</time></footer>',
      },
      2013,
    ],
  ])('%s', (_, page, year) => {
    expect(read(article(page)).year).toBe(year);
  });

  it('not the date of another article on the page', () => {
    const below =
      '<section class="related-articles"><time itemprop="datePublished" datetime="2021-01-02">2021</time></section>';
    expect(read(article({ below })).year).toBeUndefined();
  });
});

it('a citation of another version, with its own DOI, is not the page’s own', () => {
  const earlier = `<p>Earlier version: Ibrahim N. ${TITLE}. <i>Preprints of Things</i> 2018;9:1-9. <a href="https://doi.org/10.5555/early.1">https://doi.org/10.5555/early.1</a></p>`;
  const page = smallPage({ title: TITLE, body: article({ below: earlier }) });
  for (const [name, content] of [
    ['citation_title', TITLE],
    ['citation_doi', '10.5555/things.1'],
    ['citation_author', 'Ibrahim, Nashwa'],
  ] as const) {
    const meta = page.createElement('meta');
    meta.setAttribute('name', name);
    meta.setAttribute('content', content);
    page.head.append(meta);
  }
  const { paper } = notice(page, 'https://x.example/articles/1');
  expect(paper?.doi).toBe('10.5555/things.1');
  expect({ journal: paper?.containerTitle, year: paper?.year }).toEqual({});
});

it('what is linked again and again is not the page’s own DOI where its own citation gives another', () => {
  const data = '<a href="https://data.example/doi/10.5555/data.9">Data</a> ';
  const body = article({ below: `<p>How to cite: ${CITED} doi 10.5555/things.1</p>` }).replace(
    /<div class="doi">.*?<\/div>/,
    `<p>${data.repeat(5)}</p>`,
  );
  const page = smallPage({ title: TITLE, body });
  expect(notice(page, 'https://x.example/ojs/x/article/view/1').paper?.doi).toBe(
    '10.5555/things.1',
  );
});
