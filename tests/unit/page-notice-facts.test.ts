import { describe, expect, it } from 'vitest';
import type { PaperFacts } from '../../lib/model';
import { mergeFacts, sameWork } from '../../lib/page/facts';
import { canonicalUrl, isPaperUrl, sayUrl } from '../../lib/page/identity';

const facts = (given: Partial<PaperFacts>): PaperFacts => ({ authors: [], sources: {}, ...given });
const title = 'Influences on the implementation of peer support work in mental health';
const authors = [{ family: 'Ibrahim', given: 'N' }];

describe('two representations are one work', () => {
  const cases: [name: string, a: Partial<PaperFacts>, b: Partial<PaperFacts>, same: boolean][] = [
    ['by DOI: publisher page and PDF', { doi: '10.1/a', title }, { doi: '10.1/a' }, true],
    [
      'by PMID: PubMed record and PMC page',
      { pmid: '12', pmcid: 'PMC1' },
      { pmid: '12', doi: '10.1/a' },
      true,
    ],
    [
      'by PMCID although one page lacks the DOI',
      { pmcid: 'PMC1' },
      { pmcid: 'PMC1', doi: '10.1/a' },
      true,
    ],
    [
      'by an arXiv id that is the DOI of the preprint',
      { arxiv: '2501.10120' },
      { doi: '10.48550/arxiv.2501.10120' },
      true,
    ],
    [
      'by title, first author and year when no id is shared',
      { title, authors, year: 2020 },
      { title: `${title}.`, authors, year: 2019, doi: '10.1/a' },
      true,
    ],
    [
      'not with different DOIs, whatever the title',
      { doi: '10.1/a', title, authors },
      { doi: '10.1/b', title, authors },
      false,
    ],
    [
      'not by a short title',
      { title: 'Editorial', authors },
      { title: 'Editorial', authors },
      false,
    ],
    [
      'not by title with another first author',
      { title, authors },
      { title, authors: [{ family: 'Smith' }] },
      false,
    ],
    [
      'not by title with years far apart',
      { title, authors, year: 2001 },
      { title, authors, year: 2019 },
      false,
    ],
    ['not when nothing is known', {}, {}, false],
  ];
  it.each(cases)('%s', (_name, a, b, same) => {
    expect(sameWork(facts(a), facts(b))).toBe(same);
    expect(sameWork(facts(b), facts(a))).toBe(same);
  });
});

describe('a paper that is met again', () => {
  it('keeps what only the old meeting knew and takes the better source', () => {
    const merged = mergeFacts(
      facts({
        title: 'Shown',
        year: 2013,
        abstract: 'A',
        sources: { title: 'visible', year: 'citation' },
      }),
      facts({ title: 'Told', year: 2014, sources: { title: 'citation', year: 'visible' } }),
    );
    expect(merged).toMatchObject({ title: 'Told', year: 2013, abstract: 'A' });
    expect(merged.sources).toMatchObject({ title: 'citation', year: 'citation' });
  });
  it('never loses co-authors to a page that names one', () => {
    const merged = mergeFacts(
      facts({ authors: [{ family: 'A' }, { family: 'B' }], sources: { authors: 'visible' } }),
      facts({ authors: [{ family: 'B' }], sources: { authors: 'citation' } }),
    );
    expect(merged.authors).toHaveLength(2);
  });
  it('lets the reader’s correction stand', () => {
    const merged = mergeFacts(
      facts({ title: 'Mine', sources: { title: 'reader' } }),
      facts({ title: 'Told', sources: { title: 'citation' } }),
    );
    expect(merged.title).toBe('Mine');
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
  it('a canonical link to the home page does not count', () => {
    expect(canonicalUrl('https://x.org/a/1?utm_source=t', 'https://x.org/')).toBe(
      'https://x.org/a/1',
    );
  });
});
