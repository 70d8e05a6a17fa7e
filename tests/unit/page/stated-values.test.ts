/** Values as machines are told them, with what tools of publishers do to them: how they are kept. */
import { describe, expect, it } from 'vitest';
import type { FieldSource } from '../../../lib/model';
import { isOfIssue } from '../../../lib/page/fields/stated/issue-year';
import { describe as ofJsonLd } from '../../../lib/page/view/embedded';
import type { Raw } from '../../../lib/page/view/raw';
import { mergeSaid } from './said';
import { type Tags, tagsOf, work } from './stated';

const kept = (raw: Raw) => mergeSaid([{ source: 'citation', raw }]).paper;
const named = (authors: string[]) =>
  kept({ authors }).authors.map(({ family, given, literal }) =>
    literal === undefined ? `${family}, ${given}` : literal,
  );

describe('authors', () => {
  it.each<[what: string, given: string[], names: string[]]>([
    [
      'once, where the set of tags is there twice',
      ['Mia Aske', 'Ulf Born', 'Mia Aske', 'Ulf Born'],
      ['Aske, Mia', 'Born, Ulf'],
    ],
    [
      'once, where each tag is',
      ['Mia Aske', 'Mia Aske', 'Ulf Born', 'Ulf Born'],
      ['Aske, Mia', 'Born, Ulf'],
    ],
    [
      'once, in two forms',
      ['Aske, Mia', 'Born, Ulf', 'Mia Aske', 'Ulf Born'],
      ['Aske, Mia', 'Born, Ulf'],
    ],
    [
      'once, where a list of all is',
      ['Aske, Mia; Born, Ulf', 'Aske, Mia; Born, Ulf'],
      ['Aske, Mia', 'Born, Ulf'],
    ],
    [
      'both, where two of three have one name',
      ['Wei Li', 'Wei Li', 'Mia Aske'],
      ['Li, Wei', 'Li, Wei', 'Aske, Mia'],
    ],
    ['two in one tag', ['Mia Aske and Ulf Born'], ['Aske, Mia', 'Born, Ulf']],
    [
      'an organisation with "and" in one tag',
      ['Ministry of Health and Wellbeing'],
      ['Ministry of Health and Wellbeing'],
    ],
    [
      'an organisation with commas',
      ['Ministry of Health, Education, and Welfare'],
      ['Ministry of Health, Education, and Welfare'],
    ],
    ['letters that were escaped', ['Jos&amp;eacute; Pe&ntilde;a'], ['Peña, José']],
  ])('%s', (_what, given, names) => {
    expect(named(given)).toEqual(names);
  });
});

describe('a title', () => {
  it.each<[given: string, title: string]>([
    ['Peers &amp;amp; wards', 'Peers & wards'],
    ['Peers &amp;lt;i&amp;gt;on&amp;lt;/i&amp;gt; wards', 'Peers on wards'],
    ['Peers &amp;#8211; wards', 'Peers – wards'],
    ['Peers &ndash; caf&eacute;s', 'Peers – cafés'],
    ['R&D of AT&T', 'R&D of AT&T'],
    ['Peer supervision [Article]', 'Peer supervision'],
    ['Peer supervision. [Miscellaneous Article]', 'Peer supervision.'],
    ['Peer supervision [Review Articles]', 'Peer supervision'],
    ['Peer supervision [Letter]', 'Peer supervision'],
    ['Peer supervision (Open Access)', 'Peer supervision'],
    // These are of the title.
    ['Peer supervision [a protocol]', 'Peer supervision [a protocol]'],
    ['Peer supervision (review)', 'Peer supervision (review)'],
    ['[Peer supervision on wards]', '[Peer supervision on wards]'],
  ])('%s: %s', (title, expected) => {
    expect(kept({ title }).title).toBe(expected);
  });
});

it('a chapter’s DOI goes before its book’s, which its tags give', () => {
  const said: [FieldSource, Raw][] = [
    ['citation', { doi: '10.5555/978-3-16-148410-0' }],
    ['url', { doi: '10.5555/978-3-16-148410-0_5' }],
  ];
  expect(mergeSaid(said.map(([source, raw]) => ({ source, raw }))).paper.doi).toBe(
    '10.5555/978-3-16-148410-0_5',
  );
});

describe('JSON-LD', () => {
  it('keeps an organisation whole, whatever it is called', () => {
    const author = [
      { '@type': 'Organization', name: 'Human Horizon' },
      { '@type': 'https://schema.org/NGO', name: 'Ward Watch' },
      { '@type': 'Person', name: 'Mia Aske' },
    ];
    const raw = ofJsonLd(work({ '@type': 'ScholarlyArticle', name: 'Peers', author }));
    expect(named(raw.authors ?? [])).toEqual(['Human Horizon', 'Ward Watch', 'Aske, Mia']);
  });
});

describe('a year is certainly of the issue', () => {
  it.each<[tags: Tags, source: FieldSource, expected: boolean]>([
    [{ 'citation.publication_date': '2020/03' }, 'citation', true],
    [{ 'citation.year': '2020' }, 'citation', true],
    [{ 'citation.online_date': '2019/10/28' }, 'citation', false],
    [{ 'citation.publication_date': '1970/01/01' }, 'citation', false],
    [{ 'prism.publicationdate': '2019-10-28' }, 'prism', false],
    [{ 'prism.coverdate': '2020-03' }, 'prism', true],
    [{ 'dc.date': '2019-10-28' }, 'dc', false],
    [{ 'dc.date.issued': '2019' }, 'dc', true],
    [{}, 'json-ld', false],
  ])('%j by %s: %s', (tags, source, expected) => {
    expect(isOfIssue({ tags: tagsOf(tags) }, source)).toBe(expected);
  });
});
