/**
 * Pages with forms whose controls are named like properties of the DOM are noticed, read, anchored and painted as
 * if the controls had any other names.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { describe as describeRange, locate } from '../../lib/anchor';
import { notice, readEntries, readSciteReport, readStructure } from '../../lib/page';
import { boundsOf, createPainter, inReadingOrder, isShown } from '../../lib/paint';
import DEMO from '../fixtures/demo/peer-support-demo.html?raw';
import { SCITE_BODIES } from '../fixtures/pages/scite';
import { rangeOf } from '../support/anchor-dom';
import { formAround, formsEverywhere, HARMLESS, NAMES, withoutForms } from '../support/form-names';

afterEach(() => document.body.replaceChildren());

type Layout = (body: HTMLElement, names: readonly string[]) => void;

/** An article with less of everything. */
function shortened(html: string): string {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  for (const one of doc.querySelectorAll('section p + p, figure, aside, li:nth-child(n + 7)'))
    one.remove();
  return doc.documentElement.outerHTML;
}

const told = shortened(DEMO);
/** What machines are told taken out: the reader looks at the page itself. */
const shown = told.replaceAll(/<meta name="(?:citation|dc)[^>]*>/g, '');
const listed = (item: (i: number) => string) =>
  `<title>Articles citing this paper</title><h1>Citing articles</h1><div>${[1, 2, 3, 4, 5].map(item).join('')}</div>`;

interface Kind {
  name: string;
  html: string;
  url: string;
}

const ARTICLES: Kind[] = [
  { name: 'an article that names itself', html: told, url: 'https://journal.example/articles/1' },
  { name: 'an article as it is shown', html: shown, url: 'https://journal.example/articles/1' },
];
const LISTS: Kind[] = [
  ...SCITE_BODIES.map(([name, body]) => ({
    name: `a scite report as ${name}`,
    html: `<title>A narrative review - [scite report]</title>${body}`,
    url: 'https://scite.ai/reports/a-narrative-review-Ab12Cd',
  })),
  {
    name: 'results of PubMed',
    html: `<title>peer support - Search Results - PubMed</title><section class="search-results"><article class="full-docsum"><a class="docsum-title" href="/38814901/">Peer <b>support</b> works.</a><span class="docsum-authors full-authors">Doe J, Roe R.</span><span class="docsum-journal-citation full-journal-citation">J Ex. 2024 May 30;19(5):e0303969. doi: 10.5555/pm.1.</span><span class="docsum-pmid">38814901</span></article></section>`,
    url: 'https://pubmed.ncbi.nlm.nih.gov/?term=peer+support',
  },
  {
    name: 'results of Google Scholar',
    html: `<title>peer support - Google Scholar</title><div id="gs_res_ccl_mid"><div class="gs_r gs_or gs_scl"><div class="gs_ri"><h3 class="gs_rt"><a href="https://doi.org/10.5555/gs.1">Peer support works</a></h3><div class="gs_a">J Doe, R Roe - Journal of Rites, 2005 - example.org</div></div></div></div>`,
    url: 'https://scholar.google.com/scholar?q=peer+support',
  },
  {
    name: 'a list of citing articles',
    html: listed(
      (i) =>
        `<div class="item"><h3><a href="https://doi.org/10.5555/list.${i}">A listed paper with a long enough title, ${i}</a></h3><p class="authors">Doe J, Roe R</p><p>J Ex 2019;${i}(2):1-9</p></div>`,
    ),
    url: 'https://journal.example/citedby/10',
  },
];

const QUOTES = [
  'Peer support work has moved from the edge of mental health services',
  'This was a longitudinal qualitative study of 14 invented mental health services',
  'Interviews lasted 52 minutes on average',
];

/** What is read of a page, as plain data. */
function read({ html, url }: Kind, layout: Layout, names: readonly string[]): unknown {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  layout(doc.body, names);
  const report = notice(doc, url);
  const plain = <T extends { element?: Element }>({ element, ...rest }: T) => rest;
  const scite = readSciteReport(doc);
  const { sentences, citations, ...structure } = readStructure(doc);
  return JSON.parse(
    JSON.stringify({
      report,
      entries: readEntries(doc, url).map(plain),
      scite: { ...scite, statements: scite.statements.map(plain) },
      structure,
      sentences: sentences.map((one) => [one, one.range().toString()]),
      citations: citations.map((one) => [one, one.range?.().toString()]),
    }),
  );
}

/** Where quotes are found and drawn, as plain data. */
function anchor({ html }: Kind, layout: Layout, names: readonly string[]): unknown {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...doc.body.childNodes);
  layout(document.body, names);
  const life = new AbortController();
  const painter = createPainter(document, { signal: life.signal });
  const selectors = QUOTES.map((quote) => describeRange(rangeOf(quote, 0)));
  // A letter more on the page: nothing is found by its offset alone.
  document.body.prepend('x');
  const found = locate(selectors);
  const items = found.flatMap(({ range, outcome }, i) =>
    range ? [{ id: String(i), stance: 'supporting' as const, range, outcome }] : [],
  );
  painter.set(items);
  const ranges = items.map(({ range }) => range);
  const drawn = ranges.map((range) => {
    const { x, y, width, height } = boundsOf(range);
    scrollTo(0, 0);
    return {
      text: range.toString(),
      box: [x, y, width, height].map(Math.round),
      shown: isShown(range.commonAncestorContainer) && isShown(range.startContainer),
      under: painter.at(x + 5, y + 5),
    };
  });
  const order = ranges.map((a) => ranges.map((b) => inReadingOrder(a, b)));
  life.abort();
  const plain = found.map(({ range, candidates, pieces, ...rest }) => rest);
  return JSON.parse(JSON.stringify({ selectors, plain, drawn, order }));
}

/** What the same page gives when the control's name hides nothing. */
let harmless: unknown;

const LAYOUTS: [string, Layout][] = [
  ['one form around the page', formAround],
  ['forms all over the page', formsEverywhere],
];

describe.each(LAYOUTS)('%s, with controls of all names', (_, layout) => {
  it.each([...ARTICLES, ...LISTS])('$name is noticed and read', (kind) => {
    const same = read(kind, layout, HARMLESS);
    expect(same).toMatchObject({ report: { kind: expect.stringMatching(/article|list/) } });
    expect(read(kind, layout, NAMES)).toEqual(same);
  });

  it('quotes are found and painted', () => {
    const [article] = ARTICLES as [Kind];
    const same = anchor(article, layout, HARMLESS);
    expect(same).toMatchObject({ drawn: QUOTES.map((text) => ({ text })) });
    expect(anchor(article, layout, NAMES)).toEqual(same);
  });
});

it.each(ARTICLES)('$name is read alike with a form around the page and without', (kind) => {
  expect(read(kind, formAround, HARMLESS)).toEqual(read(kind, withoutForms, []));
});

it('the names are those of the DOM', () => {
  expect(NAMES).toEqual(
    expect.arrayContaining(['parentElement', 'getAttribute', 'querySelector', 'tagName', 'submit']),
  );
  expect(NAMES.length).toBeGreaterThan(250);
});

it.each([...NAMES])('a page with a control named %s is read, anchored and painted', (name) => {
  const [, article] = ARTICLES as [Kind, Kind];
  const one = (names: readonly string[]) => ({
    read: read(article, formAround, names),
    anchored: anchor(article, formAround, names),
  });
  harmless ??= one(['field']);
  expect(one([name])).toEqual(harmless);
});
