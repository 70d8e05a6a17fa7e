/** What type-ahead finds by a few letters, why, and in which order. */
import { describe, expect, it } from 'vitest';
import { type MatchReason, searchInfluences } from '../../../lib/codebook';
import { initials } from '../../../lib/codebook/search';
import type { Codebook, Influence } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';

/** A codebook with these influences, of which some fields are given. */
function book(id: string, influences: Record<string, Partial<Influence>>): Codebook {
  const labels = Object.fromEntries(
    Object.entries(influences).map(([key, { label = key }]) => [key, label]),
  );
  const made = ownCodebook({ id, version: '1' }, labels);
  return { ...made, influences: made.influences.map((one) => ({ ...one, ...influences[one.id] })) };
}

const BOOK = book('own', {
  clarity: { label: 'Role clarity', code: 'II.A', aliases: ['job definition'] },
  pay: { label: 'Pay and benefits', cues: ['low wages'] },
  roll: { label: 'Rolling out' },
  well: { label: 'Peer well-being' },
  late: { label: 'Late role clarity' },
});
type Found = [id: string, reason: MatchReason | null, via?: string];
const found = (query: string, books: Codebook[] = [BOOK], options = {}): Found[] =>
  searchInfluences(query, books, options).map(({ influenceId, reason, via }) =>
    via === undefined ? [influenceId, reason] : [influenceId, reason, via],
  );

describe('what is typed finds', () => {
  it.each<[string, string, Found[]]>([
    [
      'a label by its beginning',
      'rol',
      [
        ['clarity', 'label'],
        ['roll', 'label'],
        ['late', 'word'],
      ],
    ],
    [
      'a label by a whole word within',
      'clarity',
      [
        ['clarity', 'word'],
        ['late', 'word'],
      ],
    ],
    [
      'a label by two beginnings',
      'ro cl',
      [
        ['clarity', 'word'],
        ['late', 'word'],
      ],
    ],
    [
      'a label by words in another order',
      'clarity role',
      [
        ['clarity', 'inside'],
        ['late', 'inside'],
      ],
    ],
    ['a label by letters within a word', 'olli', [['roll', 'inside']]],
    [
      'a label by letters in order',
      'rlty',
      [
        ['clarity', 'letters'],
        ['late', 'letters'],
      ],
    ],
    ['a label by letters of several words', 'lt ty', [['late', 'letters']]],
    [
      'a label by the end of a word',
      'ity',
      [
        ['clarity', 'inside'],
        ['late', 'inside'],
      ],
    ],
    [
      'a label by its initials',
      'rc',
      [
        ['clarity', 'initials'],
        ['late', 'letters'],
      ],
    ],
    [
      'initials without small words',
      'pb',
      [
        ['pay', 'initials'],
        ['well', 'letters'],
      ],
    ],
    ['initials with small words', 'pab', [['pay', 'initials']]],
    ['a framework’s code', 'ii.a', [['clarity', 'label']]],
    ['a framework’s code by its beginning', ' II. ', [['clarity', 'label']]],
    ['an alias', 'job', [['clarity', 'alias', 'job definition']]],
    ['an alias by a word within', 'defin', [['clarity', 'alias', 'job definition']]],
    ['a cue', 'wages', [['pay', 'cue', 'low wages']]],
    ['a word with a hyphen, written as one', 'wellb', [['well', 'word']]],
    ['a word with a hyphen, written as two', 'well b', [['well', 'word']]],
    [
      'one letter that begins a label',
      'r',
      [
        ['clarity', 'label'],
        ['roll', 'label'],
        ['late', 'word'],
      ],
    ],
    ['nothing by one letter that begins no word', 'y', []],
    ['nothing by signs alone', '?!', []],
    ['nothing by other words', 'culture', []],
    ['nothing by words too many', 'role clarity training', []],
  ])('%s: “%s”', (_, query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it('all, when nothing was typed', () => {
    const all = BOOK.influences.map(({ id }): Found => [id, null]);
    expect(found('')).toEqual(all);
    expect(found('  ')).toEqual(all);
  });

  it('the one meant in a query without end', () => {
    expect(found(`role clarity${' '.repeat(300)}x`)[0]).toEqual(['clarity', 'label']);
    const long = book('long', { long: { label: `${'x'.repeat(200)}tail` } });
    expect(found('tail', [long])).toEqual([]);
    const alias = book('long', { long: { label: 'L', aliases: [`${'x'.repeat(200)}tail`] } });
    expect(found('x'.repeat(200), [alias])).toHaveLength(1);
    expect(found('xtail', [alias])).toEqual([]);
  });
});

describe('of equal matches', () => {
  const key = (id: string) => `own/${id}`;
  it.each<[string, string, string[], string[]]>([
    ['the codebook’s order counts', 'rol', [], ['clarity', 'roll', 'late']],
    ['the one last used comes first', 'rol', [key('roll')], ['roll', 'clarity', 'late']],
    [
      'the newest of those used comes first',
      '',
      [key('late'), key('pay')],
      ['late', 'pay', 'clarity', 'roll', 'well'],
    ],
    ['use does not go before a better match', 'rol', [key('late')], ['clarity', 'roll', 'late']],
    [
      'use of an influence that is gone says nothing',
      'rol',
      [key('gone')],
      ['clarity', 'roll', 'late'],
    ],
  ])('%s', (_, query, recent, ids) => {
    expect(found(query, [BOOK], { recent }).map(([id]) => id)).toEqual(ids);
  });

  it('as many are given as are asked for', () => {
    expect(found('rol', [BOOK], { limit: 2 }).map(([id]) => id)).toEqual(['clarity', 'roll']);
  });
});

it('only those of some codebooks are offered, under the names that all give them', () => {
  const other = book('other', { clarity: { label: 'Role clarity' } });
  const matches = searchInfluences('role cl', [BOOK, other], { among: [other] });
  expect(matches.map(({ codebookId, label }) => [codebookId, label])).toEqual([
    ['other', 'Role clarity (Codebook other)'],
  ]);
});

it.each([
  [
    ['training', 'of', 'peers'],
    ['top', 'tp'],
  ],
  [['role', 'definition'], ['rd']],
  [[''], ['']],
])('the initials of %j are %j', (words, letters) => {
  expect(initials(words)).toEqual(letters);
});
