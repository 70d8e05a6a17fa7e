import { describe, expect, it } from 'vitest';
import { PaperFacts } from '../../lib/model';
import { canonicalUrl, isPaperUrl, sayUrl } from '../../lib/page/view/paper-address';
import type { Raw } from '../../lib/page/view/raw';
import { mergeSaid } from './page/said';

describe('an arXiv DOI', () => {
  it.each([
    ['10.48550/arXiv.2501.10120', '2501.10120'],
    ['10.48550/arxiv.cs/0503001', 'cs/0503001'],
    ['10.1000/arxiv.2501.10120', undefined],
  ])('%s names the arXiv id %s', (doi, arxiv) => {
    const { paper } = mergeSaid([{ source: 'citation', raw: { doi } }]);
    expect(paper.arxiv).toBe(arxiv);
  });
});

describe('addresses', () => {
  it.each([
    'https://www.sciencedirect.com/science/article/pii/S0896627303008031',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC2633119/',
    'https://pubmed.ncbi.nlm.nih.gov/38814901/',
    'https://arxiv.org/abs/2501.10120v1',
    'https://www.tandfonline.com/doi/full/10.1080/23311932.2015.1117749',
    'https://academic.oup.com/cercor/article/18/11/2494/290170',
    'https://theses.hal.science/tel-02083632v1',
    'https://aclanthology.org/N04-1001/',
    'https://repository.example.edu/handle/1887/12345',
    'https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3456789',
    'https://osf.io/preprints/psyarxiv/ab3cd',
    'https://www.jstor.org/stable/2346101',
    'https://ieeexplore.ieee.org/document/9123456',
    'https://openreview.net/forum?id=abc123',
    'https://eric.ed.gov/?id=EJ1234567',
    'https://www.jmir.org/2020/5/e17758/',
    'https://www.scielo.br/j/csp/a/abcDEF/?lang=en',
    'https://www.jstage.jst.go.jp/article/jea/30/1/30_JE20180181/_article',
    'https://www.cambridge.org/core/journals/psychological-medicine/article/a-title/0123ABC',
  ])('%s is a paper’s', (url) => {
    expect(isPaperUrl(url)).toBe(true);
  });
  it.each([
    'https://www.nytimes.com/2017/01/13/world/africa/sudan-sanctions.html',
    'https://en.wikipedia.org/wiki/Regression_testing',
    'https://docs.docker.com/engine/install/',
    'https://pubmed.ncbi.nlm.nih.gov/?term=peer+support',
    'https://github.com/a/b',
    'https://www.springer.com/gp/news/19837156',
    'https://example.org/',
  ])('%s is not', (url) => {
    expect(isPaperUrl(url)).toBe(false);
  });
  it('a record’s address gives its ids', () => {
    expect(sayUrl('https://pubmed.ncbi.nlm.nih.gov/38814901/')).toEqual({ pmid: '38814901' });
    const search = 'https://pubmed.ncbi.nlm.nih.gov/';
    expect(sayUrl(`${search}?term=38814901`)).toEqual({ pmid: '38814901' });
    expect(sayUrl(`${search}?term=38814901%5Buid%5D&size=20`)).toEqual({ pmid: '38814901' });
    expect(sayUrl(`${search}?term=38814901+wards`)).toEqual({});
    expect(sayUrl('https://wards.example/article/view/1?term=38814901')).toEqual({});
    expect(sayUrl('https://europepmc.org/articles/PMC4062894/')).toEqual({ pmcid: 'PMC4062894' });
    expect(sayUrl('https://arxiv.org/abs/2501.10120v2')).toEqual({ arxiv: '2501.10120' });
  });
  it('a canonical link on the proxy’s host does not count', () => {
    expect(
      canonicalUrl(
        'https://www.pnas.org/doi/10.1073/x#sec',
        'https://www-pnas-org.proxy.lib.example.edu/doi/10.1073/x',
      ),
    ).toBe('https://www.pnas.org/doi/10.1073/x');
  });
  it.each([
    ['https://x.org/app#/record/2', 'https://x.org/app', 'https://x.org/app#/record/2'],
    ['https://x.org/app#/record/2', 'https://x.org/app#/record/2', 'https://x.org/app#/record/2'],
    ['https://x.org/app#/record/2', 'https://x.org/records/2', 'https://x.org/app#/record/2'],
    ['https://x.org/a/1?utm_source=t&utm_medium=e#s', null, 'https://x.org/a/1'],
    ['https://x.org/a/1?x=2', 'https://x.org/a/1?utm_source=own', 'https://x.org/a/1'],
    ['https://x.org/a/1', 'https://', 'https://x.org/a/1'],
  ])('%s with the canonical link %s is %s', (url, canonical, address) => {
    expect(canonicalUrl(url, canonical)).toBe(address);
  });
  it('a canonical link to the home page does not count', () => {
    expect(canonicalUrl('https://x.org/a/1?utm_source=t', 'https://x.org/')).toBe(
      'https://x.org/a/1',
    );
  });
});

describe('what is put where a number will be', () => {
  it.each<[string, Raw, Partial<PaperFacts>]>([
    ['a year', { year: 'in press' }, { status: 'in press' }],
    ['a volume', { volume: 'ahead-of-print', year: '2024' }, { status: 'in press', year: 2024 }],
    ['an issue', { issue: 'Online First' }, { status: 'in press' }],
    ['pages', { page: 'Article in Press' }, { status: 'in press' }],
    ['a field of its own', { status: 'inpress' }, { status: 'in press' }],
    ['a field of its own, for something else', { status: 'pub' }, {}],
    ['a volume, though it has an issue', { volume: 'ahead-of-print', issue: '2' }, { issue: '2' }],
    ['a title, which stays one', { title: 'In press' }, { title: 'In press' }],
  ])('%s', (_, raw, facts) => {
    const { paper } = mergeSaid([{ source: 'citation', raw }]);
    const { authors, sources, ...rest } = paper;
    expect(rest).toEqual(facts);
    expect(Object.keys(sources).sort()).toEqual(Object.keys(facts).sort());
  });
});

describe('a preprint', () => {
  const SERVER = { doi: '10.1101/2024.01.01.1', type: 'article-journal' };
  it.each<[string, Raw, string | undefined]>([
    ['in a journal called like its server', { ...SERVER, containerTitle: 'medRxiv' }, 'article'],
    ['of Research Square', { containerTitle: 'Research Square' }, 'article'],
    ['by its DOI', { doi: '10.48550/arXiv.2501.10120' }, 'article'],
    [
      'no: a journal of the press whose DOIs bioRxiv used',
      { ...SERVER, containerTitle: 'Genome Research' },
      'article-journal',
    ],
    [
      'no: a thesis on a preprint server',
      { doi: '10.31234/osf.io/ab3cd', type: 'thesis' },
      'thesis',
    ],
    ['no: nothing says so', { doi: '10.1000/a' }, undefined],
  ])('%s', (_, raw, type) => {
    expect(mergeSaid([{ source: 'citation', raw }]).paper.type).toBe(type);
  });

  it.each<[string, Raw, string | undefined]>([
    ['names its article', { type: 'article', preprintOf: '10.1000/A' }, '10.1000/a'],
    ['names itself', { type: 'article', doi: '10.1000/a', preprintOf: '10.1000/a' }, undefined],
    ['that is an article', { type: 'article-journal', preprintOf: '10.1000/a' }, undefined],
    ['names no DOI', { type: 'article', preprintOf: 'https://example.org/x' }, undefined],
  ])('%s', (_, raw, doi) => {
    expect(mergeSaid([{ source: 'dcterms', raw }]).paper.preprintOf).toBe(doi);
  });
});

it('lists of people, words and names from a page are bounded as the record is', () => {
  const raw: Raw = {
    title: 'A work',
    type: 'report',
    editors: Array.from({ length: 6_000 }, (_, n) => `Editor${'x'.repeat(3_000)}, N${n}, Jr.`),
    number: 'n'.repeat(5_000),
    genre: 'g'.repeat(5_000),
    isbn: '1'.repeat(5_000),
    language: 'e'.repeat(5_000),
    status: 's'.repeat(5_000),
    preprintOf: `10.1000/${'a'.repeat(5_000)}`,
  };
  const { paper } = mergeSaid([{ source: 'citation', raw }]);
  expect(PaperFacts.safeParse(paper).error?.issues ?? []).toEqual([]);
  expect(paper.genre).toMatch(/^g{100}/);
});

describe('one tag of authors is', () => {
  const KING = { family: 'King', given: 'M. L.', suffix: 'Jr.' };
  it.each<[string, string, PaperFacts['authors']]>([
    ['one person with a suffix', 'King, M. L., Jr.', [KING]],
    ['one person with a suffix, without a comma', 'M. L. King Jr.', [KING]],
    [
      'several',
      'M. L. King, Jr., Ann Doe, Bo Li',
      [KING, { family: 'Doe', given: 'Ann' }, { family: 'Li', given: 'Bo' }],
    ],
    [
      'several, apart by semicolons',
      'King, M. L., Jr.; Doe, Ann',
      [KING, { family: 'Doe', given: 'Ann' }],
    ],
  ])('%s', (_, name, authors) => {
    expect(mergeSaid([{ source: 'citation', raw: { authors: [name] } }]).paper.authors).toEqual(
      authors,
    );
  });
});
