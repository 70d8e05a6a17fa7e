/** Each sign by which what machines are told decides what a page is. */
import { describe, expect, it } from 'vitest';
import { Ledger, ledgerFields } from '../../../lib/page/claims';
import { isWorthLooking, statedKind } from '../../../lib/page/fields/stated/kind';
import type { PageView } from '../../../lib/page/view/page-view';
import { type Tags, tagsOf, work } from './stated';

describe('what a page is by its tags', () => {
  const NOTHING = { work: null, otherThing: null };
  const page = (view: { tags?: Tags; title?: string } & Partial<Omit<PageView, 'tags'>>) => {
    const tags = tagsOf(view.tags ?? {});
    const described = [...tags.keys()].some((name) => !/^(?:og|generator)/.test(name));
    return {
      ...{ isPdf: false, site: null, described, paperUrl: false, url: 'https://unknown.invalid/7' },
      ...{ topJsonLd: NOTHING, jsonLd: NOTHING, hinted: false, doc: { title: view.title ?? '' } },
      ...{ ...view, tags, topTags: tags },
    } as PageView;
  };
  type Kind = [id: string, kind: string | undefined, view: Parameters<typeof page>[0]];
  const BLOG = { 'og:type': 'article' };
  const ARTICLE = { 'citation.title': 'Roles', 'citation.author': 'Berg', 'citation.volume': '27' };
  it.each<Kind>([
    ['kind/pdf', 'none', { isPdf: true, tags: ARTICLE }],
    [
      'kind/site',
      'list',
      { site: { kind: 'citation-list', reason: 'a list' } as PageView['site'] },
    ],
    ['kind/everyday-web', 'none', { tags: BLOG }],
    ['kind/everyday-web', 'none', { url: 'https://unknown.invalid/blog/7' }],
    ['kind/everyday-web', 'none', { tags: { generator: 'WordPress 6' } }],
    ['kind/thing', 'none', { tags: { ...ARTICLE, 'dc.type': 'Dataset' } }],
    [
      'kind/thing',
      'none',
      { tags: ARTICLE, jsonLd: { work: null, otherThing: 'SoftwareSourceCode' } },
    ],
    ['kind/citation-title', 'article', { tags: ARTICLE }],
    [
      'kind/citation-doi',
      'article',
      { tags: { 'citation.doi': '10.5555/joe.1', 'og:title': 'Roles' } },
    ],
    [
      'kind/bepress',
      'article',
      { tags: { bepress_citation_title: 'Roles', bepress_citation_pdf_url: 'x' } },
    ],
    ['kind/prism', 'article', { tags: { 'prism.doi': '10.5555/joe.1' } }],
    [
      'kind/dublin-core',
      'article',
      { tags: { 'dc.title': 'Roles', 'dc.identifier': '10.5555/joe.1' } },
    ],
    [
      'kind/repository',
      'article',
      { tags: { 'dcterms.title': 'Roles', 'dc.identifier': 'http://hdl.handle.net/1/7' } },
    ],
    [
      'kind/repository',
      'article',
      { tags: { 'dc.title': 'Roles', 'dcterms.bibliographiccitation': 'J 27' } },
    ],
    ['kind/eprints', 'article', { tags: { 'eprints.title': 'Roles' } }],
    ['kind/json-ld', 'article', { jsonLd: { work: work({ author: 'Berg' }), otherThing: null } }],
    ['kind/other-thing', 'none', { jsonLd: { work: null, otherThing: 'Recipe' } }],
    ['kind/barrier', 'none', { title: 'Just a moment...', paperUrl: true }],
    ['', undefined, { title: 'Roles' }],
    ['', undefined, { tags: { 'citation.title': 'Roles', 'citation.author': 'Berg' } }],
    ['', undefined, { tags: { 'dc.title': 'Roles', 'dc.identifier': 'oai:x:7' } }],
    ['', undefined, { tags: BLOG, paperUrl: true }],
  ])('%s: %s', (id, kind, view) => {
    const ledger = new Ledger();
    const stated = statedKind(page(view), ledger);
    expect(stated?.kind).toBe(kind);
    expect(stated?.reasons.length ?? 0).toBe(id ? 1 : 0);
    const rules = ledgerFields(ledger).flatMap(({ claims: made }) => made.map(({ rule }) => rule));
    if (id) expect(rules).toEqual(expect.arrayContaining([id]));
    else expect(rules).toEqual([]);
  });
  it('a data set among tags of an article is none', () => {
    expect(statedKind(page({ tags: { ...ARTICLE, 'dc.type': 'Dataset' } }), new Ledger())).toEqual({
      kind: 'none',
      reasons: ['the page calls itself a dataset'],
    });
  });
  it.each<[boolean, Parameters<typeof page>[0]]>([
    [true, { paperUrl: true }],
    [true, { title: 'Annals of Examples' }],
    [true, { hinted: true }],
    [false, { title: 'Roles' }],
  ])('worth a look: %s, %j', (worth, view) => {
    expect(isWorthLooking(page(view))).toBe(worth);
  });
});
