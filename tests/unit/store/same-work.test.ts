/** When two sets of facts are of one work: by identifiers, by what a report names, by a title. */
import { describe, expect, test } from 'vitest';
import type { PaperFacts } from '../../../lib/model';
import {
  areTwoWorks,
  contradicts,
  type Ids,
  namesAnother,
  sameByTitle,
} from '../../../lib/store/read/find-paper';

const TITLE = 'Peer support workers in crisis houses: a review';
const facts = (more: Partial<PaperFacts> = {}): PaperFacts => ({
  authors: [],
  sources: {},
  ...more,
});
/** As a list or a report names a work: by its title. */
const listed = (more: Partial<PaperFacts> = {}) =>
  facts({ title: TITLE, sources: { title: 'site' }, ...more });
const onPage = (more: Partial<PaperFacts> = {}) =>
  facts({ title: TITLE, sources: { title: 'citation' }, ...more });
/** A rule about two holds in either order. */
const both = <T>(rule: (a: T, b: T) => boolean, a: T, b: T) => [rule(a, b), rule(b, a)];

describe('identifiers name different works', () => {
  const ARXIV = { doi: '10.48550/arxiv.2501.10120' };
  test.each<[string, Ids, Ids, boolean]>([
    ['where none is known', {}, {}, false],
    ['where one is known of one only', { doi: '10.1/a' }, { pmid: '1' }, false],
    ['by two DOIs', { doi: '10.1/a' }, { doi: '10.1/b' }, true],
    ['by one DOI', { doi: '10.1/a' }, { doi: '10.1/a' }, false],
    [
      'by one DOI, whatever else differs',
      { doi: '10.1/a', pmid: '1' },
      { doi: '10.1/a', pmid: '2' },
      false,
    ],
    ['by two PMIDs', { pmid: '1' }, { pmid: '2' }, true],
    ['by two PMIDs, one with a DOI', { pmid: '1', doi: '10.1/a' }, { pmid: '2' }, true],
    ['by two PMCIDs', { pmcid: 'PMC1' }, { pmcid: 'PMC2' }, true],
    ['by two arXiv ids', { arxiv: '1' }, { arxiv: '2' }, true],
    ['by two fingerprints', { fingerprint: 'a' }, { fingerprint: 'b' }, true],
    [
      'by a preprint’s DOI and the article’s, of one arXiv id',
      ARXIV,
      { doi: '10.1/a', arxiv: '2501.10120' },
      false,
    ],
    ['… of another arXiv id', ARXIV, { doi: '10.1/a', arxiv: '2501.99999' }, true],
    ['… of none', ARXIV, { doi: '10.1/a' }, true],
    [
      'by two DOIs of articles with one arXiv id',
      { doi: '10.1/a', arxiv: '1' },
      { doi: '10.1/b', arxiv: '1' },
      true,
    ],
    [
      'by an identifier that is null',
      { doi: null, pmid: '1' },
      { doi: '10.1/a', pmid: '1' },
      false,
    ],
  ])('%s: %4$s', (_, a, b, expected) => {
    expect(both(contradicts, a, b)).toEqual([expected, expected]);
  });
});

describe('a page that names several works names another one', () => {
  test.each<[string, PaperFacts, PaperFacts, boolean]>([
    ['by another title', listed(), listed({ title: 'Another' }), true],
    ['by another title than its own page has', listed(), onPage({ title: 'Another' }), true],
    [
      'not by the same title in another print',
      listed(),
      listed({ title: TITLE.toUpperCase() }),
      false,
    ],
    ['not on two pages of works', onPage(), onPage({ title: 'Another' }), false],
  ])('%s: %4$s', (_, a, b, expected) => {
    expect(both(namesAnother, a, b)).toEqual([expected, expected]);
  });
});

describe('two quoted works', () => {
  test.each<[string, PaperFacts, PaperFacts, boolean]>([
    ['of two titles are two', facts({ title: 'A' }), facts({ title: 'B' }), true],
    [
      'of one title are one, whatever their DOIs',
      facts({ title: 'A', doi: '10.1/a' }),
      facts({ title: 'a.', doi: '10.1/b' }),
      false,
    ],
    [
      'of which one has no title are two by their identifiers',
      facts({ doi: '10.1/a' }),
      facts({ title: 'A', doi: '10.1/b' }),
      true,
    ],
    [
      '… and one where nothing speaks against it',
      facts(),
      facts({ title: 'A', doi: '10.1/b' }),
      false,
    ],
  ])('%s', (_, a, b, expected) => {
    expect(both(areTwoWorks, a, b)).toEqual([expected, expected]);
  });
});

describe('two records are one work by their title', () => {
  const by = (family: string) => ({ authors: [{ family }] });
  test.each<[string, PaperFacts, PaperFacts, boolean]>([
    ['where a list gave one of them', listed(), onPage({ doi: '10.1/a' }), true],
    ['where lists gave both', listed(), listed(), true],
    ['not where pages gave both', onPage(), onPage(), false],
    ['not where a list gave one with an identifier', listed({ pmid: '1' }), onPage(), false],
    ['not where their titles differ', listed(), onPage({ title: `${TITLE} of trials` }), false],
    [
      'not where the title is short',
      listed({ title: 'Editorial' }),
      onPage({ title: 'Editorial' }),
      false,
    ],
    ['in two prints of it', listed(), onPage({ title: `“${TITLE.toUpperCase()}”` }), true],
    ['in one year', listed({ year: 2020 }), onPage({ year: 2020 }), true],
    ['online first and in print', listed({ year: 2020 }), onPage({ year: 2021 }), true],
    ['not two years apart', listed({ year: 2020 }), onPage({ year: 2022 }), false],
    ['where one year is unknown', listed({ year: 2020 }), onPage(), true],
    ['by one first author', listed(by('Ibrahim')), onPage(by('IBRAHIM')), true],
    [
      'by one whose given name stands beside',
      listed({ authors: [{ literal: 'N Ibrahim' }] }),
      onPage(by('Ibrahim')),
      true,
    ],
    ['not by another one', listed(by('Ibrahim')), onPage(by('Jones')), false],
    ['where one first author is unknown', listed(by('Ibrahim')), onPage(), true],
  ])('%s: %4$s', (_, a, b, expected) => {
    expect(both(sameByTitle, a, b)).toEqual([expected, expected]);
  });
});
