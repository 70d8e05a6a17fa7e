import { describe, expect, it } from 'vitest';
import type { Reference } from '../../lib/page';
import { findCitations, type MarkerOptions } from '../../lib/page/structure/citations/markers';
import { parseNumbers } from '../../lib/page/structure/citations/numeric-markers';

const ref = (id: string, firstAuthor: string, year: number, text = ''): Reference => ({
  id,
  label: /^\d+$/.test(id) ? id : null,
  text: text || `${firstAuthor} (${year}) A title.`,
  doi: null,
  pmid: null,
  title: null,
  year,
  firstAuthor,
  container: null,
  volume: null,
  issue: null,
  pages: null,
  url: null,
  element: null,
});

const NUMBERED = Array.from({ length: 20 }, (_, i) =>
  ref(String(i + 1), `Name${'abcdefghijklmnopqrst'[i]}`, 1990 + i),
);
const NAMED = [
  ref('ash11', 'Ashdown', 2011, 'Ashdown K, Bell R, Crane S (2011) Wards.'),
  ref('ash12', 'Ashdown', 2012, 'Ashdown K (2012) Alone.'),
  ref('cor12a', 'Corran', 2012, 'Corran T (2012a) One.'),
  ref('cor12b', 'Corran', 2012, 'Corran T (2012b) Two.'),
  ref('mul09', 'Müller', 2009, 'Müller B, Eyre P (2009) Rollen.'),
  ref('ber10', 'van den Berg', 2010, 'van den Berg H (2010) Peers.'),
  ref('bel11', 'Bell', 2011, 'Bell R (2011) Other.'),
];

type Case = [name: string, text: string, refs: string[][], options?: MarkerOptions];

const NUMERIC: Case[] = [
  ['one number', 'Peers help [3].', [['3']]],
  ['a list', 'Peers help [3, 5;7].', [['3', '5', '7']]],
  ['a range', 'Peers help [3-5, 9–11].', [['3', '4', '5', '9', '10', '11']]],
  ['a range over two brackets', 'Peers help [3]–[5].', [['3', '4', '5']]],
  ['a longer one', 'Peers help [1, 2]–[5], [9].', [['1', '2', '3', '4', '5'], ['9']]],
  ['numbers that fall are no range', 'Peers help [12]–[3].', [['12'], ['3']]],
  ['a dash with space around it is a pause', 'It helps [3] — [7] says why.', [['3'], ['7']]],
  ['equations are no range', 'See Eqs. (1)–(4).', [['1'], ['4']], { parens: true }],
  ['words around numbers', 'Peers help [see 3 and 5].', [['3', '5']]],
  ['a number the list lacks is none', 'Peers help [44].', []],
  ['no reading of intervals', 'It rose (95% CI [0.3, 1.2]) in 2001 [µg].', []],
  ['round brackets only when the paper cites so', 'Peers help (3).', []],
  ['round brackets', 'Peers help (3,4).', [['3', '4']], { parens: true }],
  ['a superscript', 'Peers help.3,5', [['3', '5']], { sups: [[11, 14]] }],
];

const AUTHORS: Case[] = [
  ['in brackets', 'Peers help (Ashdown et al., 2011).', [['ash11']]],
  ['in the sentence', 'Ashdown et al. (2011) say so.', [['ash11']]],
  ['possessive', "Ashdown's (2012) study says so.", [['ash12']]],
  ['several in one bracket', 'Peers help (Ashdown, 2012; Corran, 2012a).', [['ash12'], ['cor12a']]],
  ['two names of one paper, as ABNT has them', 'Help (ASHDOWN; BELL, 2011).', [['ash11']]],
  ['two years of one author', 'Peers help (Ashdown, 2011, 2012).', [['ash11'], ['ash12']]],
  ['two letters of one year', 'Peers help (Corran, 2012a,b).', [['cor12a', 'cor12b']]],
  ['without the accent', 'Peers help (Muller and Eyre 2009).', [['mul09']]],
  ['with particles', 'Peers help (van den Berg, 2010).', [['ber10']]],
  ['a co-author is not the author', 'Dunmore and Bell (2011) say so.', []],
  [
    'the first author leads, not the co-author',
    'Ashdown, Bell and Crane (2011) say so.',
    [['ash11']],
  ],
  ['a year of another sentence', 'Ashdown left the team. In 2011 it grew.', []],
  ['a year nobody published in', 'Peers help (Ashdown, 1999).', []],
  ['a bare year', 'The wards opened in 2011.', []],
  [
    'nothing in a stretch that is taken',
    'Peers help (Ashdown, 2012).',
    [],
    { taken: [{ start: 11, end: 26 }] },
  ],
];

describe('findCitations', () => {
  it.each(NUMERIC)('numeric: %s', (_, text, refs, options) => {
    expect(findCitations(text, NUMBERED, options).map((c) => c.refs)).toEqual(refs);
  });

  it.each(AUTHORS)('author-year: %s', (_, text, refs, options) => {
    expect(findCitations(text, NAMED, options).map((c) => c.refs)).toEqual(refs);
  });

  it('says where the marker stands', () => {
    const text = 'Peers help (Ashdown et al., 2011).';
    const [c] = findCitations(text, NAMED);
    expect([c?.text, c?.style, text.slice(c?.start, c?.end)]).toEqual([
      'Ashdown et al., 2011',
      'author-year',
      'Ashdown et al., 2011',
    ]);
  });

  it.each([
    '['.repeat(50_000),
    '[1,'.repeat(20_000),
    'Ashdown '.repeat(20_000),
    '2011 '.repeat(20_000),
    'Ashdown 2011 '.repeat(5_000),
  ])('answers on hostile text too (%#)', (text) => {
    expect(Array.isArray(findCitations(text, NAMED))).toBe(true);
  });
});

describe('parseNumbers', () => {
  it.each([
    ['3', [3]],
    ['3-5', [3, 4, 5]],
    ['101–3', [101, 102, 103]],
    ['12, 12', [12]],
    ['5-3', null],
    ['1, 7-3', null],
    ['1-900', null],
    ['3.5', null],
    ['n = 3', null],
    ['', null],
  ])('%s', (inside, numbers) => {
    expect(parseNumbers(inside)).toEqual(numbers);
  });
});
