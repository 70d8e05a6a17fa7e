/** Suggestions for texts and codebooks that nobody meant to write: the same answer each time, and no more work than they are long. */
import { expect, it } from 'vitest';
import { suggestFor } from '../../../lib/codebook';
import { filePhrases } from '../../../lib/codebook/suggest/phrases';
import { LONGEST_TEXT, wordsOf } from '../../../lib/codebook/suggest/words';
import type { Codebook, Influence } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';

function book(influences: (Partial<Influence> & { id: string; label: string })[]): Codebook {
  const filled = influences.map((one) => ({
    ...{ definition: '', aliases: [], cues: [], crosswalk: [] },
    ...one,
  }));
  return { ...ownCodebook({ version: '1' }, {}), influences: filled };
}

const MARKS = [
  '.*',
  '(',
  '[a-z',
  'a|b',
  '$1',
  '\\',
  '^training$',
  '??',
  '',
  ' ',
  '\u0000',
  '—',
  '😀',
];

it('characters of regular expressions and empty phrases are only characters', () => {
  const own = book([
    ...MARKS.map((cue, i) => ({ id: `m${i}`, label: cue || 'empty', cues: [cue], aliases: [cue] })),
    { id: 'mug', label: 'Mug (C++)' },
  ]);
  const text = 'A barrier was the mug.';
  expect(suggestFor(text, [own]).map(({ influenceId }) => influenceId)).toEqual(['mug']);
  const all = `${text} ${MARKS.join(' ')}`;
  expect(suggestFor(all, [own]).map(({ influenceId }) => influenceId)).toContain('m4');
  expect(suggestFor('', [own], { asked: true })).toEqual([]);
  expect(suggestFor('!?', [own], { asked: true })).toEqual([]);
  expect(suggestFor(text, [], { asked: true })).toEqual([]);
  expect(suggestFor(text, [book([])], { asked: true })).toEqual([]);
});

it('names of what every object has are phrases like others', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
  const own = book(names.map((name) => ({ id: name, label: name })));
  for (const name of ['constructor', 'toString', 'hasOwnProperty'])
    expect(suggestFor(`A barrier was ${name}.`, [own])[0]?.influenceId).toBe(name);
  expect(suggestFor('A barrier was the mug.', [own])).toEqual([]);
});

it('2,000 influences that share every word: three answers, the first of the codebook', () => {
  const own = book(
    Array.from({ length: 2_000 }, (_, i) => ({
      id: `i${i}`,
      label: 'Blue mug',
      cues: ['jug', 'blue'],
    })),
  );
  const ids = suggestFor('blue mug jug '.repeat(200), [own], { asked: true }).map(
    ({ influenceId }) => influenceId,
  );
  expect(ids).toEqual(['i0', 'i1', 'i2']);
});

it('of a very long text the beginning is read, and places are within it', () => {
  const own = book([{ id: 'mug', label: 'Mug' }]);
  const beyond = `${'word '.repeat(LONGEST_TEXT)} the mug was a barrier`;
  expect(suggestFor(beyond, [own], { asked: true })).toEqual([]);
  const text = `The mug was a barrier. ${beyond}`;
  const [first] = suggestFor(text, [own]);
  expect(first?.reason.places.map(({ start, end }) => text.slice(start, end))).toEqual(['mug']);
});

it('the same answer each time, whatever was asked before', () => {
  const make = () =>
    book(
      ['Mug', 'Jug', 'Pan', 'Cup', 'Pot', 'Tall mug'].map((label) => ({
        ...{ id: label, label, definition: `A ${label} for tea` },
      })),
    );
  const text = 'Barriers were a pot, a tall mug, a pan, a jug and a cup of tea.';
  const once = suggestFor(text, [make()], { asked: true });
  const own = make();
  suggestFor('Another text about cups.', [own]);
  suggestFor(text, [own]);
  expect(suggestFor(text, [own], { asked: true })).toEqual(once);
  expect(once).toHaveLength(3);
});

/** How often words are looked at while phrases are looked for in them. */
function looks(text: string, phrases: readonly string[]): number {
  let count = 0;
  const words = new Proxy(wordsOf(text), {
    get(target, key, self) {
      count += 1;
      return Reflect.get(target, key, self);
    },
  });
  filePhrases(phrases.map((phrase) => ({ phrase, value: phrase }))).find(words);
  return count;
}

it.each([
  { what: 'a text of many words', unit: (i: number) => `mug${i} jug${i} tall pan. ` },
  { what: 'a text of one word', unit: () => 'mug ' },
  { what: 'two words in turns', unit: () => 'mug jug ' },
  { what: 'compounds', unit: () => 'mug-jug-pan ' },
])('the work grows with the text, and no faster: $what', ({ unit }) => {
  const text = (n: number) => Array.from({ length: n }, (_, i) => unit(i)).join('');
  const phrases = ['mug', 'mug jug', 'jug mug pan', 'tall mug', 'pan of mug jug'];
  const [small, large] = [looks(text(50), phrases), looks(text(200), phrases)];
  expect(small).toBeGreaterThan(50);
  expect(large).toBeLessThanOrEqual(small * 4 * 1.1);
});

it('the work grows with the phrases that share a word with the text, not with the others', () => {
  const text = 'A tall mug and a jug, '.repeat(20);
  const others = Array.from({ length: 2_000 }, (_, i) => `kettle${i} lid`);
  expect(looks(text, ['tall mug', ...others])).toBe(looks(text, ['tall mug']));
});
