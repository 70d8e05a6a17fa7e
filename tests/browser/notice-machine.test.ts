/** What machines are told is found wherever a page puts it, in whatever kind of document. */
import { expect, describe as group, it } from 'vitest';
import { notice } from '../../lib/page';

const NOWHERE = 'https://unknown.invalid/page';
const TAGS: [string, string][] = [
  ['citation_title', 'A study of things'],
  ['citation_author', 'Jane Doe'],
  ['citation_doi', '10.5555/things.1'],
  ['citation_journal_title', 'Journal of Things'],
];
const metas = (tags: readonly [string, string][]): string =>
  tags.map(([name, content]) => `<meta name="${name}" content="${content}"/>`).join('');
const JSON_LD = JSON.stringify({
  '@type': 'ScholarlyArticle',
  headline: 'A study of things',
  sameAs: 'https://doi.org/10.5555/things.1',
  author: [{ name: 'Jane Doe' }],
});
const html = (head: string, body = '<h1>A study of things</h1>'): Document =>
  new DOMParser().parseFromString(
    `<!doctype html><html><head><title>A study of things</title>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
const xhtml = (head: string): Document =>
  new DOMParser().parseFromString(
    `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A study of things</title>${head}</head><body><h1>A study of things</h1></body></html>`,
    'application/xhtml+xml',
  );

group('tags of a paper', () => {
  it.each<[string, Document]>([
    ['in XHTML', xhtml(metas(TAGS))],
    ['in XHTML, as JSON-LD', xhtml(`<script type="application/ld+json">${JSON_LD}</script>`)],
    [
      'JSON-LD whose type is in capitals',
      html(`<script type="APPLICATION/LD+JSON">${JSON_LD}</script>`),
    ],
    [
      'with 2,100 references told between them',
      html(
        metas([
          ...TAGS.slice(0, 1),
          ...Array.from({ length: 2_100 }, (_, i): [string, string] => [
            'citation_reference',
            `citation_title=Work ${i}`,
          ]),
          ...TAGS.slice(1),
        ]),
      ),
    ],
    [
      'behind 2,100 style elements of a blog program',
      html(
        `<meta name="generator" content="WordPress 6"/>${'<style></style>'.repeat(2_100)}${metas(TAGS)}`,
      ),
    ],
  ])('%s', (_, doc) => {
    expect(notice(doc, NOWHERE)).toMatchObject({
      kind: 'article',
      paper: { title: 'A study of things', doi: '10.5555/things.1' },
    });
  });

  it('the canonical address counts in XHTML, too', () => {
    const doc = xhtml(
      `${metas(TAGS)}<link rel="Canonical" href="https://unknown.invalid/article/1"/>`,
    );
    expect(notice(doc, NOWHERE).url).toBe('https://unknown.invalid/article/1');
  });
});

it('a badge with the paper’s DOI is reason enough to look at the page', () => {
  const doc = html(
    '',
    `<h1>Nurses and their roles on twelve wards</h1><p class="authors"><span>Jane Doe</span>, <span>Richard Roe</span></p>
    <p>Ward Research 2019;12(3):4-9</p><span data-doi="10.5555/ward.4"></span><h2>Abstract</h2><p>${'We asked nurses of twelve wards what they do all day. '.repeat(6)}</p>
    <h2>References</h2><ol><li>Doe J. Wards. 2011.</li><li>Roe R. Nurses. 2012.</li></ol>`,
  );
  expect(notice(doc, NOWHERE).kind).toBe('article');
});
