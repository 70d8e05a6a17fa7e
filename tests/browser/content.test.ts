/** What a page shows, observed in a real document: its text, its metadata, and a copy without what is left over. */
import { beforeEach, describe, expect, test } from 'vitest';
import { noticeHere } from '../../lib/page';
import { Content, type Stale } from '../../lib/page/content/content';
import { hashOf } from '../../lib/page/content/observation';
import { blockOf, blocksOf, metadataOf, observe } from '../../lib/page/content/observe';
import type { Reading } from '../../lib/page/content/tracker';

const URL_HERE = 'https://journal.example/record/2';
const NOTHING: Stale = { metadata: new Set(), title: null };

const ARTICLE = (name: string) => `
  <article>
    <h1>The ${name} study of peer workers in crisis houses: a survey</h1>
    <div class="citation">Marlow, T. E., &amp; Quist, H. (2006). The ${name} study of peer workers in crisis houses: a survey.
      <i>Demonstration Psychiatry, 21(2), 253-262.</i> <a href="https://doi.org/10.5555/${name}">https://doi.org/10.5555/${name}</a></div>
    <h2>Abstract</h2>
    <p>Supervision of the ${name} workers every fortnight kept <em>most of them</em> in their posts.</p>
    <p>Received 1 May 2005; accepted 2 June 2005 after the ${name} review by two people</p>
  </article>`;
const METADATA = (name: string) => `
  <meta name="citation_title" content="The ${name} study of peer workers in crisis houses: a survey">
  <meta name="citation_doi" content="10.5555/${name}">
  <meta name="citation_journal_title" content="Demonstration Psychiatry">
  <meta name="citation_author" content="Marlow, T. E."><meta name="citation_author" content="Quist, H.">
  <meta name="citation_publication_date" content="2006">`;

/** A page from its parts, as a browser makes it. */
function page({ title = '', head = '', body = '' }): Document {
  return new DOMParser().parseFromString(
    `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
}

const texts = (root: Node) => blocksOf(root).map(({ text }) => text);

beforeEach(() => {
  document.body.replaceChildren();
});

describe('the text of a page', () => {
  test('is its blocks of prose, whatever is marked inside them', () => {
    const sentence = 'Supervision every fortnight kept most of them in their posts.';
    const plain = page({ body: `<main><p>${sentence}</p></main>` });
    const marked = page({
      body: `<main><p>Supervision <b>every</b> <a href="#1"><span>fortnight</span></a>
        kept most of them in their posts.</p><p>Short.</p></main>`,
    });
    expect(texts(plain.body)).toEqual([sentence]);
    expect(texts(marked.body)).toEqual([sentence]);
  });

  test.each(['nav', 'footer', 'aside', 'script', 'style', 'noscript', 'div role="alert"'])(
    'is not what stands in <%s>',
    (tag) => {
      const doc = page({
        body: `<${tag}>Forty letters and more that belong to the site and not to the article.</${tag.split(' ')[0]}>`,
      });
      expect(texts(doc.body)).toEqual([]);
    },
  );

  test('is also in open shadow roots and in frames of the same origin', async () => {
    const host = document.createElement('x-article');
    const paragraph = document.createElement('p');
    paragraph.textContent = 'This sentence of the article is shown in an open shadow root.';
    host.attachShadow({ mode: 'open' }).append(paragraph);
    const frame = document.createElement('iframe');
    document.body.append(host, frame);
    const inner = frame.contentDocument?.createElement('p');
    if (inner) inner.textContent = 'This sentence of the article is shown in a frame of the page.';
    frame.contentDocument?.body.append(inner as Node);
    const { text } = observe(document, URL_HERE);
    for (const { textContent } of [paragraph, inner as Element])
      expect(text.has(hashOf(textContent ?? ''))).toBe(true);
  });

  test('a place in it has the block that it is a line of', () => {
    const doc = page({ body: ARTICLE('alpha') });
    const em = doc.querySelector('em') as Element;
    expect(blockOf(em.firstChild as Node)).toBe(em.parentElement);
    expect(blockOf(em)).toBe(em.parentElement);
  });

  test('top headings outside of furniture are its headings', () => {
    const doc = page({ body: `<nav><h1>Site</h1></nav>${ARTICLE('alpha')}<h1> </h1>` });
    expect(observe(doc, URL_HERE).headings).toEqual([
      'The alpha study of peer workers in crisis houses: a survey',
    ]);
  });
});

describe('what is left of an earlier article', () => {
  /** Reads a page that showed `before` a moment ago. */
  function readAfter(before: Document, after: Document, beside = false) {
    const seen = observe(before, 'https://journal.example/record/1');
    const old = new Content('1', noticeHere(before, readingOf(before)), seen, NOTHING);
    const of = observe(after, URL_HERE);
    const stale = old.staleFor(of);
    return noticeHere(after, { of, stale, beside: beside ? old : null, why: 'new' });
  }
  const readingOf = (doc: Document): Reading => ({
    of: observe(doc, URL_HERE),
    stale: NOTHING,
    beside: null,
    why: 'first',
  });
  const alpha = page({
    title: 'The alpha study of peer workers in crisis houses: a survey',
    head: `${METADATA('alpha')}<link rel="canonical" href="https://journal.example/record/1">
      <script type="application/ld+json">{"@type":"ScholarlyArticle","headline":"The alpha study","sameAs":"https://doi.org/10.5555/alpha"}</script>`,
    body: ARTICLE('alpha'),
  });

  test('metadata, canonical link and window title that have not changed are not believed', () => {
    const after = page({ title: alpha.title, head: alpha.head.innerHTML, body: ARTICLE('omega') });
    const report = readAfter(alpha, after);
    expect(report.kind).toBe('article');
    expect(report.paper?.doi).toBe('10.5555/omega');
    expect(report.paper?.title).toMatch(/^The omega study/);
    expect(report.url).toBe(URL_HERE);
  });

  test('metadata that was renewed is believed, with what it shares with the old', () => {
    const after = page({ title: alpha.title, head: METADATA('omega'), body: '<h1>Loading</h1>' });
    const { paper } = readAfter(alpha, after);
    expect(paper?.doi).toBe('10.5555/omega');
    expect(paper?.containerTitle).toBe('Demonstration Psychiatry');
    expect(paper?.authors).toHaveLength(2);
  });

  test('a DOI that stayed beside a renewed title is the old one’s', () => {
    const head = METADATA('omega').replace('content="10.5555/omega"', 'content="10.5555/alpha"');
    const after = page({ title: '', head, body: ARTICLE('omega') });
    expect(readAfter(alpha, after).paper?.doi).toBe('10.5555/omega');
  });

  test('an article that was appended is read by itself', () => {
    const after = page({
      title: 'The omega study of peer workers in crisis houses: a survey',
      head: alpha.head.innerHTML.replace(/<title>.*<\/title>/, ''),
      body: `<main>${ARTICLE('alpha')}${ARTICLE('omega')}</main>`,
    });
    const { paper } = readAfter(alpha, after, true);
    expect(paper?.doi).toBe('10.5555/omega');
    expect(paper?.title).toMatch(/^The omega study/);
  });

  test('where nothing is left the document itself is read', () => {
    expect(noticeHere(alpha, readingOf(alpha)).paper?.doi).toBe('10.5555/alpha');
    // The page is only looked at: it is as it was.
    expect(metadataOf(alpha)).toHaveLength(8);
    expect(alpha.querySelectorAll('article')).toHaveLength(1);
  });
});
