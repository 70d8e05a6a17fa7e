/** A text as it is searched: without regard to case, accents and the ends of lines, with the way back to each letter. */
import { expect, it } from 'vitest';
import { folded } from '../../../entrypoints/pdf/text/find';

it.each<[string, string, string]>([
  ['capitals', 'Local CLINICS', 'local clinics'],
  ['accents', 'Umeå naïve ÉTÉ', 'umea naive ete'],
  ['accents that are letters of their own', 'e\u0301te\u0301', 'ete'],
  ['ligatures', 'e\ufb03cient \ufb01eld', 'efficient field'],
  ['letters of other widths', '\uff21\uff22', 'ab'],
  ['letters of formulas', '\u{1d443}\u2009<\u20090.05', 'p < 0.05'],
  ['letters of two units that are no others', 'a \u{1f600} b', 'a \u{1f600} b'],
  ['line feeds', 'one\ntwo', 'one two'],
  ['blanks in a row', 'one \n\t two', 'one two'],
  ['blanks that are no spaces', 'p\u00a0=\u2009.05', 'p = .05'],
  ['a blank before everything', '  one', 'one'],
  ['nothing', '', ''],
])('%s', (_, text, expected) => {
  const { text: plain, from } = folded(text);
  expect(plain).toBe(expected);
  // Each letter is where it came from, and the end is known.
  expect(from).toHaveLength(plain.length + 1);
  expect(from.at(-1)).toBe(text.length);
  expect([...from].every((at, i) => i === 0 || at >= (from[i - 1] as number))).toBe(true);
});

it('the letters of a ligature come from it', () => {
  const { text, from } = folded('an e\ufb03cient one');
  const at = text.indexOf('ffi');
  expect([...from.slice(at, at + 3)]).toEqual([4, 4, 4]);
  expect(from[text.indexOf('cient')]).toBe(5);
});

it('what is found is where it is in the text', () => {
  const whole = 'In Umeå,  the\nE\ufb03ciency of care';
  const { text, from } = folded(whole);
  const wanted = folded('the efficiency').text;
  const at = text.indexOf(wanted);
  expect(whole.slice(from[at], (from[at + wanted.length - 1] as number) + 1)).toBe(
    'the\nE\ufb03ciency',
  );
});
