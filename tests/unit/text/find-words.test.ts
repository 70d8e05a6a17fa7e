/** Words found in texts: exactly what `holdsWords` finds, then words with one slip; and where they are. */
import { describe, expect, test } from 'vitest';
import {
  FOUND,
  holdsWords,
  marksIn,
  searchedWords,
  searchText,
  Vocabulary,
} from '../../../lib/text';
import { withinOneEdit } from '../../../lib/text/one-edit';
import { pick, seeded } from '../../support/random';

/** Edits, with neighbours changed over as one, by the table that everybody knows: slow and obvious. */
function edits(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let j = 1; j <= b.length; j++) (rows[0] as number[])[j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1;
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + differs];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        ways.push(at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = Math.min(...ways);
    }
  return at(a.length, b.length);
}

test('one edit is one edit, by the slow way of counting them', () => {
  const random = seeded(7);
  let near = 0;
  for (let i = 0; i < 20_000; i++) {
    const word = () =>
      Array.from({ length: Math.floor(random() * 6) }, () => pick(random, ['a', 'b', 'c'])).join(
        '',
      );
    const [a, b] = [word(), word()];
    const expected = edits(a, b) <= 1;
    if (expected) near += 1;
    expect([a, b, withinOneEdit(a, b)]).toEqual([a, b, expected]);
  }
  expect(near).toBeGreaterThan(1_000);
});

const bestOf = (words: Uint32Array, found: Uint8Array) =>
  Math.max(...[...words].map((word) => found[word] ?? 0));

const howIn = (text: string, word: string) => {
  const vocabulary = new Vocabulary();
  const words = vocabulary.wordsOf(text);
  const [looked = ''] = searchedWords(word);
  return bestOf(words, vocabulary.look(looked));
};

describe('how a word is found', () => {
  test.each([
    ['whole', 'training', 'Training, and more.', FOUND.whole],
    ['whole, in another spelling', 'organisation', 'The organization', FOUND.whole],
    ['whole, with marks dropped', 'munchner', '(Münchner)', FOUND.whole],
    ['as a beginning', 'train', 'of trainers', FOUND.beginning],
    ['within', 'rain', 'training', FOUND.within],
    ['with a letter left out', 'trainng', 'training.', FOUND.nearly],
    ['with a letter too many', 'trainiing', 'training', FOUND.nearly],
    ['with another letter', 'draining', 'training', FOUND.nearly],
    ['with letters changed over', 'trainign', 'training', FOUND.nearly],
    ['not with two slips', 'trianign', 'training', FOUND.not],
    ['not with a slip in four letters', 'rloe', 'role', FOUND.not],
    ['with a slip in five letters', 'stigna', 'stigma', FOUND.nearly],
    ['not as a beginning with a slip', 'trian', 'training', FOUND.not],
    ['not a number with a slip', '12345', '12346', FOUND.not],
    ['a sign alone', '%', 'by 42% of papers', FOUND.within],
    ['part of a DOI', '10.5555/a', '10.5555/abc', FOUND.beginning],
  ])('%s: “%s” in “%s”', (_, word, text, how) => {
    expect(howIn(text, word)).toBe(how);
  });
});

test('finds what holdsWords finds, and nothing else but slips', () => {
  const random = seeded(11);
  const parts = [
    'train',
    'ing',
    'ou',
    'z',
    's',
    'll',
    'é',
    'ß',
    '-',
    ' ',
    ', ',
    'A',
    'centre',
    '5%',
  ];
  const make = (most: number) =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(random, parts)).join('');
  let held = 0;
  for (let i = 0; i < 4_000; i++) {
    const [text, search] = [make(9), make(4)];
    const vocabulary = new Vocabulary();
    const words = vocabulary.wordsOf(text);
    const hows = searchedWords(search).map((word) => bestOf(words, vocabulary.look(word)));
    const isHeld = holdsWords(searchText(text), search);
    if (isHeld) held += 1;
    expect([text, search, hows.every((how) => how > FOUND.nearly)]).toEqual([text, search, isHeld]);
  }
  expect(held).toBeGreaterThan(400);
});

describe('what is marked', () => {
  const shown = (text: string, search: string) => {
    let result = '';
    let at = 0;
    for (const { start, end, isNear } of marksIn(text, searchedWords(search))) {
      const sign = isNear ? '~' : '*';
      result += `${text.slice(at, start)}${sign}${text.slice(start, end)}${sign}`;
      at = end;
    }
    return result + text.slice(at);
  };
  test.each([
    ['the letters of a word', 'Training helped.', 'train', '*Train*ing helped.'],
    ['every place', 'role by role', 'role', '*role* by *role*'],
    ['several words', 'peer support', 'support peer', '*peer* *support*'],
    ['letters with marks', 'Mu\u0308nchner Straße', 'munch strasse', '*Mu\u0308nch*ner *Straße*'],
    ['one letter for two', 'Die Maße', 'mas', 'Die *Maß*e'],
    ['a ligature', 'ﬁdelity', 'fid', '*ﬁd*elity'],
    ['another spelling, the whole word', '“Organization”', 'organisation', '“*Organization*”'],
    ['a slip, the whole word', 'of (training).', 'trainng', 'of (~training~).'],
    ['hyphens part words', 'well-being', 'well being', '*well*-*being*'],
    ['what overlaps is one', 'training', 'train ining', '*training*'],
    ['nothing for nothing', 'Training', ' ', 'Training'],
    ['signs', '42%', '%', '42*%*'],
  ])('%s', (_, text, search, expected) => {
    expect(shown(text, search)).toBe(expected);
  });
});
