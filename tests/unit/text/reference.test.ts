/**
 * References in APA 7 and Vancouver beside those of a citation processor that we did not write (citeproc with the styles of
 * CSL, by way of citation-js). Where ours are meant to be different, the difference and its reason are listed; the examples are
 * invented.
 */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { describe, expect, test } from 'vitest';
import {
  CITATION_STYLES,
  type CitationStyle,
  type CitedPaper,
  referenceText,
} from '../../../lib/text';
import { referenceOf } from '../../../lib/text/reference';

const AUTHORS = [
  { family: 'Ibrahim', given: 'Nashwa M.' },
  { family: 'Thompson', given: 'D. L.' },
  { family: 'Nixdorf', given: 'Rebecca-Jo' },
];
const WHO = [{ literal: 'World Health Organization' }];
const many = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ family: `Name${i + 1}`, given: 'Ann Bea' }));

type Cited = Omit<CitedPaper, 'name'>;
const work = (more: Partial<Cited>): Cited => ({
  ...{ authors: AUTHORS, year: 2020, title: 'What influences peer support work: a review' },
  ...more,
});
const JOURNAL = { type: 'article-journal', containerTitle: 'Social Psychiatry' };
const HANDBOOK = { containerTitle: 'Handbook of Peer Support', publisher: 'Sage', page: '12-30' };

const WORKS: Readonly<Record<string, Cited>> = {
  'an article': work({ ...JOURNAL, volume: '55', issue: '3', page: '285-293', doi: '10.1/xy' }),
  'an article with a number': work({ ...JOURNAL, volume: '10', page: 'e035' }),
  'an article without a volume': work(JOURNAL),
  'an article in press': work({ ...JOURNAL, status: 'in press' }),
  'a page of a newspaper': work({ ...JOURNAL, type: 'article-newspaper', page: '3' }),
  'a preprint': work({ type: 'article', publisher: 'medRxiv', genre: 'Preprint', doi: '10.1/p' }),
  'a book': work({ type: 'book', publisher: 'Sage' }),
  'a book without a year': work({ type: 'book', publisher: 'Sage', year: undefined }),
  'a chapter': work({ ...HANDBOOK, type: 'chapter', editors: [AUTHORS[0], AUTHORS[1]] as never }),
  'a chapter of one editor': work({ ...HANDBOOK, type: 'chapter', editors: many(1) }),
  'a chapter of three editors': work({ ...HANDBOOK, type: 'chapter', editors: many(3) }),
  'a chapter on a page': work({ ...HANDBOOK, type: 'chapter', page: '7' }),
  'a conference paper': work({ ...HANDBOOK, type: 'paper-conference' }),
  'a conference paper in a journal': work({ ...JOURNAL, type: 'paper-conference', volume: '2' }),
  'a thesis': work({ type: 'thesis', genre: 'PhD thesis', publisher: 'King’s College London' }),
  'a report': work({ type: 'report', publisher: 'NHS', genre: 'Technical Report', number: '12' }),
  'a report of its publisher': work({
    ...{ type: 'report', publisher: 'World Health Organization', authors: WHO, number: '4' },
  }),
  'a page': work({ type: 'webpage', containerTitle: 'NHS England', url: 'https://example.org/a' }),
  'what has no type': work({ publisher: 'Sage' }),
  'seven authors': work({ ...JOURNAL, authors: many(7) }),
  'twenty authors': work({ ...JOURNAL, authors: many(20) }),
  'twenty-one authors': work({ ...JOURNAL, authors: many(21) }),
  'two authors': work({ ...JOURNAL, authors: many(2) }),
  'a suffix': work({
    ...JOURNAL,
    authors: [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  }),
  'a particle': work({ ...JOURNAL, authors: [{ family: 'van der Berg', given: 'Jan-Piet' }] }),
  'one name': work({ ...JOURNAL, authors: [{ family: 'Suharto' }] }),
  'no author': work({ ...JOURNAL, authors: [] }),
  'a question': work({ ...JOURNAL, title: 'Does it help?' }),
};

/** Where ours differ from the processor's, and why. */
const MEANT: Readonly<Record<CitationStyle, Readonly<Record<string, string>>>> = {
  apa: {
    'a conference paper': 'proceedings with a publisher are a book (manual, 10.5)',
    'a report of its publisher': 'a publisher that is the author is not repeated (9.29)',
  },
  vancouver: {
    'an article in press': 'NLM: Forthcoming, which the processor leaves out',
    'a preprint': 'NLM: the server is followed by [Preprint]',
    'a book without a year': 'NLM: [date unknown]',
    'a page': 'NLM: a page has its own title first, as all other kinds',
  },
};

describe.each(Object.keys(CITATION_STYLES) as CitationStyle[])('in %s', (style) => {
  test.each(Object.entries(WORKS))('%s', (name, paper) => {
    const ours = referenceText({ ...paper, name: '' }, style);
    const theirs = processed(paper, style);
    const reason = MEANT[style][name];
    if (reason === undefined) expect(ours).toBe(theirs);
    else expect(ours, `no longer different: ${reason}`).not.toBe(theirs);
  });
});

test.each([
  ['apa', 'a conference paper', 'In Handbook of Peer Support (pp. 12\u201330). Sage.'],
  ['apa', 'a report of its publisher', 'What influences peer support work: a review (No. 4).'],
  ['vancouver', 'an article in press', 'Social Psychiatry. Forthcoming 2020.'],
  ['vancouver', 'a preprint', 'a review. medRxiv [Preprint]. 2020. doi:10.1/p'],
  ['vancouver', 'a book without a year', 'Sage; [date unknown].'],
  [
    'vancouver',
    'a page',
    'a review [Internet]. NHS England; 2020. Available from: https://example.org/a',
  ],
] as const)('meant in %s: %s', (style, name, end) =>
  expect(referenceText({ ...(WORKS[name] as Cited), name: '' }, style).slice(-end.length)).toBe(
    end,
  ),
);

test.each([
  ['apa', 'a review [Retracted]. Social Psychiatry, 55'],
  ['vancouver', 'a review [Retracted]. Social Psychiatry. 2020'],
] as const)('a retraction is part of the reference: %s', (style, part) => {
  const paper = { ...(WORKS['an article'] as Cited), isRetracted: true, name: '' };
  expect(referenceText(paper, style)).toContain(part);
});

test.each(Object.entries(WORKS).filter(([name]) => !(name in MEANT.apa)))(
  'italics in APA: %s',
  (_, paper) => {
    const ours = referenceOf({ ...paper, name: '' }, 'apa')
      .map(({ text, isItalic }) => (isItalic ? `<i>${text}</i>` : text))
      .join('');
    const html = processed(paper, 'apa', 'html');
    expect(merged(ours)).toBe(merged(html));
  },
);

/** A blank or comma between two pieces in italics may be in italics or not. */
const merged = (html: string): string => html.replace(/<\/i>([, ]*)<i>/g, '$1');

function processed(paper: Cited, style: CitationStyle, format = 'text'): string {
  const { type = 'document', authors, editors, year, title, genre, volume, issue, page } = paper;
  const item = {
    ...{ id: 'x', type, title, genre, volume, issue, page, author: authors, editor: editors },
    ...{ 'container-title': paper.containerTitle, number: paper.number, status: paper.status },
    ...{ publisher: paper.publisher, DOI: paper.doi, URL: paper.url },
    ...(year && { issued: { 'date-parts': [[year]] } }),
  };
  const whole = JSON.parse(JSON.stringify(item));
  const text = new Cite([whole]).format('bibliography', { template: style, format, lang: 'en-US' });
  const entry = format === 'html' ? (/csl-entry">(.*)<\/div>/.exec(text)?.[1] ?? '') : text;
  return entry.trim().replace(/^1\. /, '').replaceAll('&#38;', '&');
}
