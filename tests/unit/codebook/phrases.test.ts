/** Finding phrases and ways of putting a thing in a text: how like a phrase its words there are, and where they are. */
import { describe, expect, it } from 'vitest';
import { Bounded, remember } from '../../../lib/codebook/remember';
import { filePhrases } from '../../../lib/codebook/suggest/phrases';
import {
  APART,
  DERIVED,
  NARROW,
  OTHER_FORM,
  REORDERED,
  WIDE,
} from '../../../lib/codebook/suggest/weights';
import { fileWordings } from '../../../lib/codebook/suggest/wordings';
import { wordsOf } from '../../../lib/codebook/suggest/words';

/** The best place of one phrase: "likeness: words at that place"; "none" where it is nowhere. */
function found(phrase: string, text: string, exact?: boolean): [likeness: number, words: string] {
  const words = wordsOf(text);
  const [one] = filePhrases([{ phrase, value: phrase }], exact ? { exact } : undefined).find(words);
  const at = (one?.at ?? []).map((i) => text.slice(words[i]?.start, words[i]?.end));
  return [one?.likeness ?? 0, at.join(' ')];
}

describe('a phrase in a text', () => {
  it.each<[what: string, phrase: string, text: string, likeness: number, words: string]>([
    ['as it is', 'kiln heat', 'They had kiln heat here.', 1, 'kiln heat'],
    ['in the plural', 'kiln heat', 'They had kilns heat.', 1, 'kilns heat'],
    ['in another form', 'training kilns', 'They trained kilns.', OTHER_FORM, 'trained kilns'],
    ['as another word of its stem', 'openness', 'They opened it.', DERIVED, 'opened'],
    ['with both', 'training openness', 'They trained opened.', DERIVED, 'trained opened'],
    ['in another order', 'kiln heat', 'The heat of the kiln.', REORDERED, 'heat kiln'],
    ['with a word between', 'kiln heat', 'Kiln peak heat.', APART[1], 'Kiln heat'],
    ['with two words between', 'kiln heat', 'Kiln old peak heat.', APART[2], 'Kiln heat'],
    ['with three words between', 'kiln heat', 'Kiln very old blue peak glaze heat.', 0, ''],
    [
      'in another order, with a word between',
      'kiln heat',
      'Heat peak kiln.',
      REORDERED * APART[1],
      'Heat kiln',
    ],
    ['with small words between', 'kiln heat', 'Kiln in the heat.', 1, 'Kiln heat'],
    ['over a comma, in order', 'kiln heat', 'The kiln, heat.', 1, 'kiln heat'],
    ['over a comma, with a word between', 'kiln heat', 'Kiln, peak heat.', 0, ''],
    ['over a comma, in another order', 'kiln heat', 'Heat, kiln.', 0, ''],
    ['in part', 'kiln heat', 'The kiln.', 0, ''],
    ['with one word for two', 'kiln kilns', 'The kiln.', 0, ''],
    ['of one word in its number', 'values', 'Our values.', 1, 'values'],
    ['of one word in the singular', 'values', 'Its value.', OTHER_FORM, 'value'],
    [
      'of several, of which one is in the singular',
      'core values',
      'A core value.',
      1,
      'core value',
    ],
    ['of a word in the singular, in the plural', 'value', 'Our values.', 1, 'values'],
    ['with a small word that it needs', 'better than', 'It is better than it.', 1, 'better than'],
    ['without that word', 'worse than', 'It is worse.', 0, ''],
    ['with that word elsewhere', 'cheaper than', 'Than it, cheaper.', 0, ''],
    ['without an article that it has', 'the kiln', 'A kiln.', 1, 'kiln'],
    ['in capitals', 'IT', 'Good IT.', 1, 'IT'],
    ['in capitals beside others', 'IT kiln', 'The IT kiln.', 1, 'IT kiln'],
    ['without its capitals', 'IT glaze', 'It glaze.', 0, ''],
    ['of the field, in the singular', 'settings', 'The setting.', OTHER_FORM, 'setting'],
    ['of a word of the field, by its stem', 'staffing', 'The staff.', 0, ''],
    ['as a compound of its words', 'kiln heat', 'Good kiln-heat.', 1, 'kiln heat'],
    ['of a compound, in two words', 'kiln-heat', 'Good kiln heat.', 1, 'kiln heat'],
    ['of a compound, in one word', 'over-fired pots', 'Overfired pots.', 1, 'Overfired pots'],
    ['of one word, as a compound', 'overfired', 'An over-fired pot.', 1, 'over fired'],
    ['of two words over a comma as one', 'kilnheat', 'The kiln, heat.', 0, ''],
    ['of two words that a small one makes one', 'overtime', 'Over time.', 0, ''],
    ['of “well” and another as one', 'wellbeing', 'Their well being.', 1, 'well being'],
    ['of a chain of four parts', 'out-of-the-box kiln', 'Out-of-the-box kiln.', 1, ''],
  ])('%s: “%s” in “%s”', (what, phrase, text, likeness, words) => {
    const [like, at] = found(phrase, text);
    expect(like).toBeCloseTo(likeness, 10);
    if (what !== 'of a chain of four parts') expect(at).toBe(words);
  });

  it.each<[what: string, phrase: string, text: string, isFound: boolean]>([
    ['as it is', 'course of the illness', 'Course of the illness.', true],
    ['with other small words', 'course of the illness', 'The course of an illness.', false],
    ['with a word between', 'peer review', 'A peer led review.', false],
    ['with a small word between', 'peer review', 'A peer in review.', false],
    ['in another order', 'peer review', 'A review, peer.', false],
    ['in another number', 'p values', 'A p value.', true],
    ['in another form', 'coding', 'It was coded.', true],
  ])('that is looked for exactly, %s: “%s” in “%s”', (_, phrase, text, isFound) => {
    expect(found(phrase, text, true)[0] > 0).toBe(isFound);
  });

  it('is taken where it is most like itself, then where it is first', () => {
    expect(found('kiln heat', 'Heat of the kiln, and kiln heat.')).toEqual([1, 'kiln heat']);
    const words = wordsOf('Kiln heat and kiln heat.');
    const [one] = filePhrases([{ phrase: 'kiln heat', value: 0 }]).find(words);
    expect(one).toMatchObject({ at: [0, 1], length: 2, phrase: 'kiln heat' });
  });

  it('has the nearest of the words that it can have, of two the earlier', () => {
    const at = (text: string, ...phrases: string[]) =>
      filePhrases(phrases.map((phrase) => ({ phrase, value: 0 })))
        .find(wordsOf(text))
        .map((one) => one.at);
    expect(at('Heat, heat kiln glaze heat.', 'kiln heat', 'heat')).toContainEqual([1, 2]);
    expect(at('Heat kiln heat.', 'kiln heat', 'heat')).toContainEqual([0, 1]);
    expect(at('Heat glaze kiln peak old heat.', 'kiln heat', 'heat')).toContainEqual([0, 2]);
  });

  it('of more than eight words is looked for by its beginning', () => {
    const eight = 'amber birch cedar dahlia elder fennel garlic hazel';
    expect(found(`${eight} iris`, `The ${eight}.`)[0]).toBe(1);
    expect(found(eight, 'The amber birch cedar dahlia elder fennel garlic.')[0]).toBe(0);
  });

  it('of a word that a text repeats is found at its first 32 places', () => {
    const at = (many: number) => found('kiln heat', `${'kiln, '.repeat(many)}kiln heat.`)[0];
    expect(at(31)).toBe(1);
    expect(at(32)).toBe(0);
  });
});

describe('a way of putting a thing', () => {
  const places = (pattern: string, text: string, every?: boolean) =>
    fileWordings([{ pattern, value: 'x' }], every ? { every } : undefined)
      .find(wordsOf(text))
      .map(({ at }) => at);
  const between = (many: number) => 'cat '.repeat(many);

  it.each<[what: string, pattern: string, text: string, at: number[] | undefined]>([
    ['of words in a row', 'lack role', 'They lack role.', [1, 2]],
    [
      'with as much between as may be',
      'lack role',
      `Lack ${between(NARROW)}role.`,
      [0, NARROW + 1],
    ],
    ['with too much between', 'lack role', `Lack ${between(NARROW + 1)}role.`, undefined],
    ['with a wide gap', 'lack ~ role', `Lack ${between(WIDE)}role.`, [0, WIDE + 1]],
    ['with more than that', 'lack ~ role', `Lack ${between(WIDE + 1)}role.`, undefined],
    [
      'with a narrow gap behind a wide one',
      'lack ~ role pay',
      `Lack role ${between(NARROW + 1)}pay.`,
      undefined,
    ],
    ['at its nearest word', 'lack ~ role', 'Lack role, role.', [0, 1]],
    ['over a comma', 'lack role', 'Lack, role.', undefined],
    ['in another order', 'lack role', 'Role lack.', undefined],
    ['with one of several words', 'lack role|post', 'They lack posts.', [1, 2]],
    ['with a word of a group', 'LEADER opposed', 'The boss opposed it.', [1, 2]],
    ['with an apostrophe', 'NOT know', 'They didn’t know.', [1, 2]],
  ])('%s: “%s” in “%s”', (_, pattern, text, at) => {
    expect(places(pattern, text)[0]).toEqual(at);
  });

  it('is found once, or at each of its places', () => {
    const text = 'A boss opposed it, a chief opposed it.';
    expect(places('LEADER opposed', text)).toEqual([[1, 2]]);
    expect(places('LEADER opposed', text, true)).toEqual([
      [1, 2],
      [5, 6],
    ]);
  });
});

describe('what is made once', () => {
  it('is the same object again, for each key one', () => {
    const double = remember((word: string) => ({ word }));
    expect(double('kiln')).toBe(double('kiln'));
    expect(double('heat')).toEqual({ word: 'heat' });
  });

  it('is made anew once so many are known', () => {
    const known = new Bounded<string, number>(2);
    known.set('a', 1).set('b', 2);
    expect([...known.keys()]).toEqual(['a', 'b']);
    expect([...known.set('c', 3).keys()]).toEqual(['c']);
  });
});
