/** The printed page that is kept with a statement: right, or none. */
import { expect, test } from 'vitest';
import { printedPage } from '../../../lib/pdf';

test.each<[string, number, Parameters<typeof printedPage>[1], string | null]>([
  ['labels that are printed', 1, { labels: ['263', '264', '265'], pages: 3 }, '264'],
  ['labels of a preface', 0, { labels: ['iii', 'iv', '1'], pages: 3 }, 'iii'],
  [
    'labels that only count, of a paper cited by other pages',
    1,
    { labels: ['1', '2'], range: '819-820', pages: 2 },
    '820',
  ],
  ['labels that only count, and nothing else', 1, { labels: ['1', '2'], pages: 2 }, null],
  [
    'labels that only count, of a paper that begins on page 1',
    1,
    { labels: ['1', '2'], range: '1-9', pages: 2 },
    '2',
  ],
  [
    'no labels, and as many pages as are cited',
    2,
    { labels: null, range: '10–12', pages: 3 },
    '12',
  ],
  [
    'no labels, and a cover more than is cited',
    2,
    { labels: null, range: '10-11', pages: 3 },
    null,
  ],
  ['an article number', 0, { labels: null, range: 'e1234', pages: 9 }, null],
  ['nothing', 0, { labels: null, pages: 9 }, null],
])('%s', (_, index, known, expected) => {
  expect(printedPage(index, known)).toBe(expected);
});
