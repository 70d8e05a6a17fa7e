/** Torn words and numbers, and what a hostile context costs: every length here ends at once or never. */
import { describe, expect, it } from 'vitest';
import { leadingPart, trailingPart } from '../../../lib/anchor/compare/partial-words';

describe('the part that a quote is torn from', () => {
  it.each([
    ['digits before digits', 'Figure 5', '8', '5'],
    ['a decimal number', 'was 12.5', '0', '12.5'],
    ['thousands and decimals', 'of 1,234.5', '6', '1,234.5'],
    ['a number and its point', 'was 12.', '5', '12.'],
    ['a minus sign', 'was (\u2212', '5', '-'],
    ['no number: two points', 'was 12..', '5', ''],
    ['no number: a blank', 'was 12 ', '5', ''],
    ['a word before letters', 'the insig', 'nificant', 'insig'],
    ['a hyphenated beginning', 'the non-', 'linear', 'non-'],
  ])('before it: %s', (_, text, next, part) => {
    expect(trailingPart(text, next)).toBe(part);
  });

  it.each([
    ['digits after digits', '8 shows', '5', '8'],
    ['a decimal number', '.5 mm', '12', '.5'],
    ['thousands and decimals', ',234.56 in', '1', ',234.56'],
    ['no number: a full stop', '. Then', '12', ''],
    ['a per cent sign', '% of', '12', '%'],
    ['letters after letters', 'nificant.', 'insig', 'nificant'],
    ['a hyphenated end', '-linear', 'non', '-linear'],
  ])('after it: %s', (_, text, last, part) => {
    expect(leadingPart(text, last)).toBe(part);
  });
});

const LONG = 10_000;
it.each([
  ['digits and a blank', `${'2019'.repeat(LONG / 4)} `, '5'],
  ['digits and points and a blank', `${'1.'.repeat(LONG / 2)} `, '5'],
  ['digits of two code units and a blank', `${'\u{1d7d8}'.repeat(LONG / 2)} `, '5'],
  ['letters and a blank', `${'a'.repeat(LONG)} `, 'b'],
  ['letters and hyphens and a blank', `${'a-'.repeat(LONG / 2)} `, 'b'],
])('a context of 10,000 characters before a quote is read at once: %s', (_, text, next) => {
  expect(trailingPart(text, next)).toBe('');
});

it.each([
  ['digits', '2019'.repeat(LONG / 4), '5'],
  ['points and digits', '.1'.repeat(LONG / 2), '5'],
  ['letters', 'a'.repeat(LONG), 'b'],
])('a context of 10,000 characters after a quote is read at once: %s', (_, text, last) => {
  expect(text.startsWith(leadingPart(text, last))).toBe(true);
  expect(leadingPart(text, last)).not.toBe('');
});
