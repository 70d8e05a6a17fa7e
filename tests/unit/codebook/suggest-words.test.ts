/** The words of a text: what they have in common with others. */
import { expect, it } from 'vitest';
import { wordsOf } from '../../../lib/codebook/suggest/words';

const base = (text: string) => wordsOf(text)[0]?.base;

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
