/** A quote with its citation, in the way of APA 7. The examples are invented. */
import { expect, test } from 'vitest';
import { citedAsText, citedQuote } from '../../../lib/text';

type Paper = Parameters<typeof citedQuote>[1];

const IBRAHIM: Paper = {
  authors: [
    { family: 'Ibrahim', given: 'Nashwa M.' },
    { family: 'Thompson', given: 'DL' },
    { family: 'Nixdorf', given: 'Rebecca-Jo' },
  ],
  ...{
    year: 2020,
    title: 'Factors that influence peer support',
    containerTitle: 'Social Psychiatry',
  },
  ...{ volume: '55', issue: '3', page: '285-293', doi: '10.1000/xyz', name: 'Ibrahim et al. 2020' },
};
const inText = (paper: Partial<Paper>, more: { page?: string; section?: string } = {}) =>
  citedQuote({ quote: 'Culture matters.', ...more }, { ...IBRAHIM, ...paper }).citation;
const reference = (paper: Partial<Paper>) =>
  citedQuote({ quote: 'x' }, { ...IBRAHIM, ...paper })
    .reference.map(({ text, isItalic }) => (isItalic ? `*${text}*` : text))
    .join('');

test('the words, where they are, and the reference', () => {
  expect(citedAsText(citedQuote({ quote: ' Culture “matters”. ', page: '287' }, IBRAHIM))).toBe(
    '“Culture “matters”.” (Ibrahim et al., 2020, p. 287)\n\nIbrahim, N. M., Thompson, D. L., & Nixdorf, R.-J. (2020). Factors that influence peer support. Social Psychiatry, 55(3), 285\u2013293. https://doi.org/10.1000/xyz',
  );
});

test.each([
  [{}, { page: '12-13' }, '(Ibrahim et al., 2020, pp. 12\u201313)'],
  [{}, { page: 'e5', section: 'Results' }, '(Ibrahim et al., 2020, p. e5)'],
  [{}, { section: 'Results' }, '(Ibrahim et al., 2020, Results section)'],
  [{}, { section: 'long '.repeat(30) }, '(Ibrahim et al., 2020)'],
  [{ authors: [{ family: 'Ito' }, { literal: 'WHO' }] }, {}, '(Ito & WHO, 2020)'],
  [{ authors: [{ family: 'Ito' }], year: undefined }, { page: '1' }, '(Ito, n.d., p. 1)'],
  [{ authors: [] }, {}, '(“Factors that influence peer support”, 2020)'],
  [{ authors: [], title: 'Word '.repeat(20) }, {}, `(“${'Word '.repeat(12).trim()}…”, 2020)`],
  [{ authors: [], title: undefined, name: '10.1000/xyz' }, {}, '(10.1000/xyz, 2020)'],
] as const)('in the text: %o %o', (paper, more, expected) =>
  expect(inText(paper, more)).toBe(expected),
);

test.each([
  ['one author', { authors: [{ family: 'Ito', given: 'A' }] }, 'Ito, A. (2020). Factors that'],
  [
    'a group',
    { authors: [{ literal: 'World Health Organization' }] },
    'World Health Organization. (2020).',
  ],
  ['a script without cases', { authors: [{ family: '王', given: '小明' }] }, '王, 小明. (2020).'],
  [
    'a suffix',
    { authors: [{ family: 'King', given: 'Martin', suffix: 'Jr.' }] },
    'King, M., Jr. (2020).',
  ],
  [
    'no author',
    { authors: [] },
    'Factors that influence peer support. (2020). *Social Psychiatry*',
  ],
  ['no year', { year: undefined }, 'R.-J. (n.d.). Factors'],
  ['a question', { title: 'Does it help?' }, 'Does it help? *Social'],
  [
    'a report',
    { containerTitle: undefined, publisher: 'WHO' },
    '*Factors that influence peer support*. WHO. https',
  ],
  ['no volume', { volume: undefined }, '*Social Psychiatry*, (3), 285'],
  [
    'no DOI',
    { doi: undefined, url: 'https://example.org/1' },
    '285\u2013293. https://example.org/1',
  ],
  ['neither author nor title', { authors: [], title: undefined, name: 'example.org/a' }, '*'],
] as const)('the reference: %s', (_, paper, part) =>
  expect(reference(paper as Partial<Paper>)).toContain(
    part === '*' ? 'example.org/a. (2020).' : part,
  ),
);

test('of more than 20 authors the first 19 and the last', () => {
  const authors = Array.from({ length: 25 }, (_, i) => ({ family: `A${i + 1}`, given: 'B' }));
  expect(reference({ authors })).toMatch(/^A1, B\., .*A19, B\., … A25, B\. \(2020\)/);
  expect(reference({ authors })).not.toContain('A20');
  expect(reference({ authors: authors.slice(0, 20) })).toContain('A19, B., & A20, B. (2020)');
});

test('40 words and more are a block, without quotation marks', () => {
  const of = (n: number) => citedQuote({ quote: 'word '.repeat(n) }, IBRAHIM);
  expect([of(39).isBlock, of(40).isBlock]).toEqual([false, true]);
  expect(of(40).quote).not.toContain('“');
});
