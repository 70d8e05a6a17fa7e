/** What each fold ignores: one for search, one for what names a thing. */
import { describe, expect, test } from 'vitest';
import { holdsWords, looseKey, searchText } from '../../../lib/text';

/** Two ways to write one thing; whether search finds the one by the other, and whether they name one thing. */
const PAIRS: [what: string, a: string, b: string, isFound: boolean, isOne: boolean][] = [
  ['case', 'Peer Support', 'peer support', true, true],
  ['marks', 'Müller', 'Muller', true, true],
  ['marks of another alphabet', 'Ελλάδα', 'ΕΛΛΑΔΑ', true, true],
  ['ligatures and full-width letters', 'ﬁdelity ＡＢＣ', 'fidelity ABC', true, true],
  ['ß and ss', 'Maßnahme', 'Massnahme', true, false],
  [
    'British and American spelling',
    'organisational behaviour',
    'organizational behavior',
    true,
    false,
  ],
  ['doubled letters', 'labelling', 'labeling', true, false],
  ['punctuation', 'Peer support: a review', 'Peer support, a review', false, true],
  ['hyphens', 'well-being', 'well being', true, true],
  ['outer blanks', '  peer  ', 'peer', true, true],
  ['other words', 'training', 'supervision', false, false],
  ['numbers', 'Stage 2', 'Stage 3', false, false],
  ['order of words', 'support of peers', 'peers of support', true, false],
];

test.each(PAIRS)('%s: “%s” and “%s”', (_, a, b, isFound, isOne) => {
  const finds = (text: string, search: string) => holdsWords(searchText(text), search.trim());
  expect([finds(a, b), finds(b, a)]).toEqual([isFound, isFound]);
  expect(looseKey(a) === looseKey(b)).toBe(isOne);
});

describe('a word that is being typed finds what it will', () => {
  test.each([
    ['ageing', 'Aging and ageing'],
    ['centred', 'A recipient-centred programme'],
    ['organization', 'Organisation of work'],
    ['paediatric', 'Paediatric wards'],
    ['judgement', 'The judgement of peers'],
    ['behaviour', 'Behaviour'],
    ['practice', 'Practice facilitation'],
  ])('%s', (word, text) => {
    const found = [...word].map((_, i) => holdsWords(searchText(text), word.slice(0, i + 1)));
    expect(found).toEqual(found.map(() => true));
  });
});

test('a beginning is not respelt: “z” does not find “supervision”', () => {
  expect(holdsWords(searchText('supervision'), 'z')).toBe(false);
});
