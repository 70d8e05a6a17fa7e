/** Identifiers in addresses and running text: found, cleaned, or refused. */
import { describe, expect, it } from 'vitest';
import {
  articleDoiOfUrl,
  arxivIn,
  arxivOfDoi,
  cleanDoi,
  doiOfUrl,
  isPartOfBook,
  pmcidIn,
} from '../../../lib/text';

describe('a DOI', () => {
  it.each<[string, string, string | null]>([
    ['in an address that is encoded in part only', 'https://x/10.1234%2Fab%zz', '10.1234/ab%zz'],
    ['with encoded brackets there', '10.1234/ab%28c%29%zz', '10.1234/ab(c)%zz'],
    ['before several stops', 'doi 10.1234/ab...', '10.1234/ab'],
    ['before a bracket that nobody opened', '10.1234/ab)', '10.1234/ab'],
    ['before a bracket that opens', '10.1234/ab(', '10.1234/ab'],
    ['that ends in a bracket of its own', '(10.1234/ab(c))', '10.1234/ab(c)'],
    ['with an entity', '10.1234/a&amp;b', '10.1234/a&b'],
    ['with an open bracket within', '10.1234/a(b', '10.1234/a(b'],
    ['run into an address', '10.1234/abhttps://doi.org/10.1234/ab', '10.1234/ab'],
    ['run into an older address', '10.1234/abhttp://x.org', '10.1234/ab'],
    ['run into another DOI', '10.1234/abdoi:10.1234/cd', '10.1234/ab'],
    ['before a tag', '10.1234/ab<c', '10.1234/ab'],
    ['with an angle bracket of its own', '10.1234/ab<c>5', '10.1234/ab<c>5'],
    ['with several views', '10.1234/ab/full/html', '10.1234/ab'],
    ['with a view and a file', '10.1234/ab.full.pdf', '10.1234/ab'],
    ['with a view and a query', '10.1234/ab/full/x?y=1', '10.1234/ab'],
    ['of bioRxiv in its twelfth version', '10.1101/123v12', '10.1101/123'],
    ['of bioRxiv’s new prefix', '10.64898/2024v1', '10.64898/2024'],
    ['that ends as if it had a version', '10.1234/abc1v2', '10.1234/abc1v2'],
    ['that holds bioRxiv’s prefix', '10.5555/10.1101/1v2', '10.5555/10.1101/1v2'],
    ['of one letter', '10.1234/a', '10.1234/a'],
    ['without a letter or a digit', '10.1234/-', null],
    ['that is a prefix and a view', 'https://x/10.1234/pdf', null],
    ['with a prefix too short', '10.1/x', null],
    [
      'of a serial item whose check character is a "#"',
      '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-#',
      '10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-#',
    ],
    [
      'the same in an address',
      'https://x/doi/10.1002/(SICI)1097-0258(1998)17%3A15%3C1661%3A%3AAID-SIM968%3E3.0.CO%3B2-%23/abstract',
      '10.1002/(sici)1097-0258(1998)17:15<1661::aid-sim968>3.0.co;2-#',
    ],
    [
      'whose check character is a letter',
      '10.1002/(SICI)1<1::AID-A1>3.0.CO;2-Z.',
      '10.1002/(sici)1<1::aid-a1>3.0.co;2-z',
    ],
    ['before a fragment', '10.1234/ab#c', '10.1234/ab'],
  ])('%s: %s', (_, raw, doi) => {
    expect(cleanDoi(raw)).toBe(doi);
  });

  it('is not read from nothing', () => {
    expect([cleanDoi(null), cleanDoi(undefined)]).toEqual([null, null]);
  });

  it('is no longer than any DOI', () => {
    expect(cleanDoi(`10.1234/${'a'.repeat(400)}`)).toHaveLength(300);
  });

  it('far on in a text is not looked for', () => {
    expect(cleanDoi(`${'x '.repeat(2_000)}10.1234/ab`)).toBeNull();
  });
});

describe('of an address, the DOI is', () => {
  it.each<[string, string | null]>([
    ['https://x.org/a?doi=10.1234/ab', '10.1234/ab'],
    ['https://x.org/10.1234/ab#url=x', '10.1234/ab'],
    // It is on its way elsewhere.
    ['https://x.org/a?url=/10.1234/ab', null],
    ['https://x.org/a?returnUrl=/10.1234/ab', null],
    ['https://x.org/10.1234/ab?redirectUri=https://y.org', null],
  ])('%s: %s', (url, doi) => {
    expect(doiOfUrl(url)).toBe(doi);
  });
});

describe('of an article’s address, the DOI is without the platform’s own number', () => {
  it.each<[string, string]>([
    ['https://x.org/db/article/doi/10.5555/database/bax028/3737828', '10.5555/database/bax028'],
    ['https://x.org/nar/article-abstract/doi/10.5555/nar/gkx123/4567890', '10.5555/nar/gkx123'],
    ['https://x.org/a/advance-article/doi/10.5555/5.0123456/2871234', '10.5555/5.0123456'],
    ['https://x.org/article/doi/10.5555/G45678.1/562345/Ward-maps-of-two', '10.5555/g45678.1'],
    ['https://x.org/lib/10.5555/bax028/3737828?login=1', '10.5555/bax028'],
    // These are whole.
    ['https://x.org/doi/10.5555/2018/1234567', '10.5555/2018/1234567'],
    ['https://x.org/j/article/doi/10.5555/2022/9876543', '10.5555/2022/9876543'],
    ['https://x.org/j/article-abstract/doi/10.5555/2022/9876544', '10.5555/2022/9876544'],
    ['https://x.org/article/10.5555/1742-6596/1234/1/012345', '10.5555/1742-6596/1234/1/012345'],
    ['https://x.org/article/doi/10.5555/3737828', '10.5555/3737828'],
    ['https://x.org/article/doi/10.5555/database/bax028', '10.5555/database/bax028'],
  ])('%s: %s', (url, doi) => {
    expect(articleDoiOfUrl(url)).toBe(doi);
  });
});

describe('a part of a book', () => {
  const BOOK = '10.5555/978-3-16-148410-0';
  it.each<[string, string, boolean]>([
    [`${BOOK}_5`, BOOK, true],
    [`${BOOK}.ch12`, BOOK, true],
    [`${BOOK}-003`, BOOK, true],
    ['10.5555/9783161484100.c7', '10.5555/9783161484100', true],
    ['10.5555/9783161484100.003.0012', '10.5555/9783161484100', false],
    [BOOK, BOOK, false],
    ['10.5555/ward.1_5', '10.5555/ward.1', false],
    [`${BOOK}_5`, '10.5555/978-3-16-148410-7', false],
  ])('%s of %s: %s', (part, book, expected) => {
    expect(isPartOfBook(part, book)).toBe(expected);
  });
});

describe('other identifiers', () => {
  it.each<[string, string | undefined]>([
    ['pmc123', 'PMC123'],
    ['see PMC1234567.', 'PMC1234567'],
    ['PMC12', undefined],
    ['XPMC1234', undefined],
    ['PMC1234567890', undefined],
    ['PMCID', undefined],
  ])('the PMCID in %s: %s', (text, id) => {
    expect(pmcidIn(text)).toBe(id);
  });

  it.each<[string, string | undefined]>([
    ['https://arxiv.org/pdf/2501.10120', '2501.10120'],
    ['https://arxiv.org/html/2501.10120v1', '2501.10120'],
    ['https://arxiv.org/abs/cs/0503001', 'cs/0503001'],
    ['arXiv: 2501.10120', '2501.10120'],
    ['arXiv.2501.1012', '2501.1012'],
    ['arXiv:math.GT/0309136', 'math.gt/0309136'],
    ['arXiv 2501.10120', undefined],
    ['arXiv:25.10120', undefined],
  ])('the arXiv id in %s: %s', (text, id) => {
    expect(arxivIn(text)).toBe(id);
  });

  it.each<[string, string | undefined]>([
    ['10.48550/arxiv.2501.10120', '2501.10120'],
    ['10.48550/arxiv.cs/0503001', 'cs/0503001'],
    ['10.48550/arxiv.', undefined],
    ['10.48550/other.1', undefined],
    ['10.5555/10.48550/arxiv.1', undefined],
    ['10.5555/a', undefined],
  ])('the arXiv id that the DOI %s carries: %s', (doi, id) => {
    expect(arxivOfDoi(doi)).toBe(id);
  });
});
