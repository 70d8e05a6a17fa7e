/** What of a page's report names its paper, and when two reports name one. */
import { describe, expect, it, test } from 'vitest';
import type { PageReport, PaperFacts } from '../../../lib/model';
import { hasIds, identityOf, quotedReport, sameIdentity } from '../../../lib/store';
import { wholePaper } from '../exchange/records';
import { facts, page } from './support';

const ADDRESS = 'https://journal.example/1';
const IDS = { doi: '10.5555/a', pmid: '1', pmcid: 'PMC1', arxiv: '2501.1', fingerprint: 'f' };
const WHOLE: PageReport = {
  ...{ kind: 'article', reasons: ['it has a DOI'], representation: 'html', url: ADDRESS },
  paper: {
    ...{ ...IDS, title: 'A', year: 2020, authors: [{ family: 'Lee' }], abstract: 'x' },
    sources: { title: 'site', doi: 'citation' },
  },
  conflicts: [{ field: 'year', values: [] }],
};

describe('what identifies a paper', () => {
  it('is its identifiers, its title with where that comes from, and the page', () => {
    expect(identityOf(WHOLE)).toEqual({
      ...{ kind: 'article', reasons: [], representation: 'html', url: ADDRESS, conflicts: [] },
      paper: { ...IDS, title: 'A', authors: [], sources: { title: 'site' } },
    });
  });
  it('has nothing that the page did not give', () => {
    const paper: PaperFacts = { doi: '10.5555/a', authors: [], sources: {} };
    const bare: PageReport = {
      ...{ kind: 'article', reasons: [], url: ADDRESS },
      paper,
      conflicts: [],
    };
    expect(identityOf(bare)).toStrictEqual(bare);
    expect(identityOf({ ...bare, paper: null })).toStrictEqual({ ...bare, paper: null });
  });
  it('is that a report quotes it, too', () => {
    expect(identityOf({ ...WHOLE, quoted: true })).toMatchObject({ quoted: true });
  });
  it('names the same paper as the whole report', () => {
    expect(sameIdentity(WHOLE, identityOf(WHOLE))).toBe(true);
  });
});

test.each<[string, Partial<PaperFacts> | null, boolean]>([
  ...Object.entries(IDS).map(([name, value]): [string, object, boolean] => [
    `a ${name}`,
    { [name]: value },
    true,
  ]),
  ['a title alone', { title: 'A' }, false],
  ['no paper', null, false],
])('a page with %s has given an identifier: %3$s', (_, some, has) => {
  expect(hasIds(page(ADDRESS, some as never))).toBe(has);
});

describe('two reports name one paper', () => {
  const a = page(ADDRESS, facts('10.5555/a'));
  const named = (title: string, source: string) =>
    ({ ...a, paper: { ...a.paper, title, sources: { title: source } } }) as PageReport;
  test.each<[string, PageReport, PageReport, boolean]>([
    ['where they are alike', a, structuredClone(a), true],
    ['at one address, however written', a, { ...a, url: `${ADDRESS}/?utm_source=x` }, true],
    ['not at two', a, { ...a, url: `${ADDRESS}0` }, false],
    ['not by two DOIs', a, page(ADDRESS, facts('10.5555/b')), false],
    ['not where one has no identifier', a, page(ADDRESS, {}), false],
    ['not where one has no paper', a, page(ADDRESS, null), false],
    ['where neither has', page(ADDRESS, null), page(ADDRESS, null), true],
    ['not on two representations', a, { ...a, representation: 'pmc' }, false],
    ['not where one quotes it', a, { ...a, quoted: true }, false],
    ['by two titles of a page', named('A', 'citation'), named('B', 'citation'), true],
    ['not by two titles of a list', named('A', 'site'), named('B', 'citation'), false],
    ['by one title of a list', named('A', 'site'), named('A', 'site'), true],
  ])('%s: %4$s', (_, one, other, same) => {
    expect([sameIdentity(one, other), sameIdentity(other, one)]).toEqual([same, same]);
  });
});

it('a stored paper is quoted with its facts, and not met at the report', () => {
  const report = quotedReport(wholePaper, ADDRESS);
  expect(report).toMatchObject({
    ...{ kind: 'article', representation: 'scite-report', quoted: true, url: ADDRESS },
    ...{ reasons: [], conflicts: [], paper: { doi: wholePaper.doi, title: wholePaper.title } },
  });
  expect(report.paper).not.toHaveProperty('urls');
  expect(report.paper).not.toHaveProperty('id');
});
