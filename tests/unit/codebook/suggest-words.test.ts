/** The words of a text: what they have in common with others. */
import { expect, it } from 'vitest';
import { wordsOf } from '../../../lib/codebook/suggest/words';

const base = (text: string) => wordsOf(text)[0]?.base;

const shown = (text: string) =>
  wordsOf(text).map(({ form, stretch, capitals, small, joined }) =>
    [
      form,
      stretch,
      ...(capitals ? ['capitals'] : []),
      ...(small ? ['small'] : []),
      ...(joined ? [`${joined.form} of ${joined.length}`] : []),
    ].join(' '),
  );

it.each([
  ['Policies', 'policy'],
  ['kilns', 'kiln'],
  ['gas', 'gas'],
  ['gaps', 'gap'],
  ['less', 'les'],
  ['across', 'acros'],
  ['status', 'status'],
  ['users', 'user'],
  ['visits', 'visit'],
  ['analysis', 'analysis'],
  ['boss’s', 'bos'],
  ['workers’', 'worker'],
  ["manager's", 'manager'],
  ['organizations', 'organisation'],
  ['NAÏVE', 'naive'],
])('the form of “%s” is “%s”, in one spelling', (word, form) => {
  expect(wordsOf(word)[0]?.form).toBe(form);
});

it.each([
  ['tried', 'try'],
  ['planning', 'plan'],
  ['planned', 'plan'],
  ['shared', 'shar'],
  ['share', 'shar'],
  ['used', 'use'],
  ['hired', 'hire'],
  ['asked', 'ask'],
  ['being', 'being'],
  ['fees', 'fee'],
  ['adding', 'add'],
  ['added', 'add'],
  ['role', 'role'],
  ['bring', 'bring'],
])('the base of “%s” is “%s”', (word, one) => {
  expect(base(word)).toBe(one);
});

it.each<[text: string, words: string[]]>([
  ['Pots, kilns', ['pot 0', 'kiln 1']],
  ['Pots (kilns) [heat]', ['pot 0', 'kiln 1', 'heat 2']],
  ['Pots – kilns/heat; clay', ['pot 0', 'kiln 1', 'heat 2', 'clay 3']],
  ['The IT of NAÏVE', ['the 0 small', 'it 0 capitals small', 'of 0 small', 'naive 0 capitals']],
  ['NATIVES and A', ['native 0', 'and 0 small', 'a 0 small']],
  ['Ever-green pots', ['ever 0 evergreen of 2', 'green 0', 'pot 0']],
  [
    'a step-by-step plan',
    ['a 0 small', 'step 0 stepbystep of 3', 'by 0 small', 'step 0', 'plan 0'],
  ],
  [
    'red-blue pots, old-new',
    ['red 0 redblue of 2', 'blue 0', 'pot 0', 'old 1 oldnew of 2', 'new 1'],
  ],
  ['red - blue', ['red 0', 'blue 0']],
])('the words of “%s”', (text, words) => {
  expect(shown(text)).toEqual(words);
});

it.each([
  ['trained', 'training'],
  ['planned', 'plan'],
  ['hired', 'hire'],
  ['used', 'use'],
  ['shared', 'share'],
  ['tried', 'try'],
  ['policies', 'policy'],
  ['asked', 'ask'],
  ['added', 'add'],
])('“%s” and “%s” differ in an ending of grammar', (one, other) => {
  expect(base(one)).toBe(base(other));
});

it.each([
  ['opened', 'openness'],
  ['competed', 'competence'],
  ['careful', 'care'],
  ['note', 'not'],
  ['none', 'non'],
  ['thing', 'th'],
])('“%s” and “%s” are two words', (one, other) => {
  expect(base(one)).not.toBe(base(other));
});
