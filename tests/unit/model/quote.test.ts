/** What a quote is known by, and how a statement of a report names the paper that the report is about. */
import { describe, expect, test } from 'vitest';
import {
  CitedReference,
  citingPrint,
  isReported,
  isUnnamedCiting,
  quoteKey,
  reportedReference,
} from '../../../lib/model';

describe('two copies of a quote are one', () => {
  test.each<[string, string]>([
    ['in another case', 'PEER WORK, HELPED BY “PAY”.'],
    ['over several lines', ' peer  work,\n\thelped by "pay". '],
    ['with soft hyphens', 'peer w\u00adork,\u200b helped\ufeff by "pay".'],
    ['with other quotation marks', 'peer work, helped by “pay”.'],
    ['in compatibility forms', 'ｐeer work, helped by "pay".'],
  ])('%s', (_, quote) => {
    expect(quoteKey(quote)).toBe('peer work, helped by "pay".');
  });

  test.each([
    ['self\u2010help \u2013 \u2212 2', 'self-help - - 2'],
    ['\u2018one\u2019 \u201ctwo\u201d', '\'one\' "two"'],
    ['1 200 of 2', '1 200 of 2'],
    ['not helped', 'not helped'],
    ['   ', ''],
  ])('“%s” is known by “%s”', (quote, key) => {
    expect(quoteKey(quote)).toBe(key);
  });
});

describe('a paper that a report quotes without a name', () => {
  const REPORT = 'https://scite.example/reports/x';
  const print = citingPrint(REPORT, 'Peer work helped.');
  test.each([
    ['by the sorting of the report', `${REPORT}?page=2`, 'Peer work helped.'],
    ['by a place on the report', `${REPORT}#a`, 'Peer work helped.'],
    ['by the slash at its end', `${REPORT}//`, 'Peer work helped.'],
    ['by the print of the quote', REPORT, ' PEER  work helped.'],
  ])('is the same, not told apart %s', (_, report, quote) => {
    expect(citingPrint(report, quote)).toBe(print);
  });

  test('is another on another report, and by other words', () => {
    expect(citingPrint(`${REPORT}2`, 'Peer work helped.')).not.toBe(print);
    expect(citingPrint(REPORT, 'Peer work hindered.')).not.toBe(print);
    expect(citingPrint('/', 'x')).not.toBe(citingPrint('', 'x y'));
  });

  test.each([
    [{ fingerprint: print }, true],
    [{ fingerprint: print, title: '' }, true],
    [{ fingerprint: print, title: 'Peer work' }, false],
    [{ fingerprint: 'of a file' }, false],
    [{}, false],
  ])('%j is one: %s', (paper, expected) => {
    expect(isUnnamedCiting(paper)).toBe(expected);
  });
});

describe('the paper that a report is about', () => {
  const REPORT = 'https://scite.example/reports/x';
  test.each<[string, Parameters<typeof reportedReference>[0], object]>([
    [
      'is cited with all that is known of it',
      {
        title: 'Peer work',
        year: 2020,
        doi: '10.1/a',
        pmid: '1',
        authors: [{ family: 'Ibrahim', given: 'N' }],
      },
      {
        text: 'Peer work (2020)',
        title: 'Peer work',
        year: 2020,
        doi: '10.1/a',
        pmid: '1',
        firstAuthor: 'Ibrahim',
      },
    ],
    [
      'by an organisation',
      { title: 'Peer work', authors: [{ literal: 'A group' }] },
      { text: 'Peer work', title: 'Peer work', firstAuthor: 'A group' },
    ],
    ['by its DOI without a title', { doi: '10.1/a' }, { text: '10.1/a', doi: '10.1/a' }],
    ['by its year alone', { year: 2020 }, { text: '(2020)', year: 2020 }],
    ['by the report’s address, when nothing is known', {}, { text: REPORT }],
    ['by the report’s address, when there is no paper', null, { text: REPORT }],
  ])('%s', (_, facts, expected) => {
    const reference = reportedReference(facts, REPORT);
    expect(reference).toStrictEqual({ label: 'scite report', ...expected });
    expect(isReported(reference)).toBe(true);
    expect(CitedReference.safeParse(reference).success).toBe(true);
  });

  test('is cited in as many words as a reference may have', () => {
    const { text } = reportedReference({ title: 'x'.repeat(3_000) }, REPORT);
    expect(text).toHaveLength(2_000);
  });

  test.each([
    [{ label: '12' }, false],
    [{}, false],
  ])('%j is another reference', (reference, expected) => {
    expect(isReported(reference)).toBe(expected);
  });
});
