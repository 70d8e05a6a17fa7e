/** What a reader types into "Not this paper?", and what is made of it. */
import { describe, expect, test } from 'vitest';
import {
  authorsAsText,
  authorsFromText,
  doiFromText,
  draftOf,
  readDraft,
} from '../../components/paper/correction';
import { PaperFacts } from '../../lib/model';

const paper = PaperFacts.parse({
  doi: '10.1000/old',
  title: 'An old title',
  authors: [
    { family: 'Ibrahim', given: 'N.' },
    { family: 'King', given: 'M. L.', suffix: 'Jr.' },
    { literal: 'WHO' },
  ],
  year: 2020,
  containerTitle: 'Social Psychiatry',
});

describe('a DOI is read from', () => {
  test.each([
    ['itself', '10.1000/xyz', '10.1000/xyz'],
    ['a link', 'https://doi.org/10.1000/XYZ', '10.1000/xyz'],
    ['an old link', 'http://dx.doi.org/10.1000/xyz', '10.1000/xyz'],
    ['a citation', 'doi: 10.1000/xyz.', '10.1000/xyz'],
    ['a line with blanks', '  10.1000/xyz \n', '10.1000/xyz'],
  ])('%s', (_name, text, doi) => {
    expect(doiFromText(text)).toBe(doi);
  });
});

describe('authors are read from', () => {
  test.each([
    ['family and given names', 'Ibrahim, N.; Mutschler, C.', ['Ibrahim', 'Mutschler']],
    ['a whole name', 'Nashwa Ibrahim', ['Nashwa Ibrahim']],
    ['a single name', 'Plato', ['Plato']],
    ['an organisation', 'World Health Organization', ['World Health Organization']],
    ['lines', 'Ibrahim, N.\nMutschler, C.', ['Ibrahim', 'Mutschler']],
    ['stray separators', ';; Ibrahim, N. ;', ['Ibrahim']],
    ['a given name alone', ', N.', ['N.']],
    ['nothing', '  ', []],
  ])('%s', (_name, text, names) => {
    expect(authorsFromText(text).map((a) => a.family ?? a.literal)).toEqual(names);
  });

  test('their own text, unchanged', () => {
    expect(authorsFromText(authorsAsText(paper.authors))).toEqual([
      { family: 'Ibrahim', given: 'N.' },
      { family: 'King', given: 'M. L.', suffix: 'Jr.' },
      { family: 'WHO' },
    ]);
  });
});

describe('a correction', () => {
  const read = (change: Partial<ReturnType<typeof draftOf>>) =>
    readDraft({ ...draftOf(paper), ...change }, paper);

  test('of nothing is empty', () => {
    expect(read({})).toEqual({ fields: {}, problems: {} });
  });
  test.each([
    ['the DOI', { doi: 'https://doi.org/10.1000/NEW' }, { doi: '10.1000/new' }],
    ['the year', { year: '2021' }, { year: 2021 }],
    ['the title, white space collapsed', { title: ' A  new\ntitle ' }, { title: 'A new title' }],
    ['the journal', { containerTitle: 'Lancet' }, { containerTitle: 'Lancet' }],
    ['the authors', { authors: 'Chreim, S.' }, { authors: [{ family: 'Chreim', given: 'S.' }] }],
    ['a DOI that the paper does not have', { doi: '' }, { doi: null }],
    ['the journal, to none', { containerTitle: ' ' }, { containerTitle: null }],
    ['the authors, to none', { authors: '' }, { authors: null }],
    ['a year that the paper does not have', { year: '' }, { year: null }],
  ])('changes %s and nothing else', (_name, change, fields) => {
    expect(read(change)).toEqual({ fields, problems: {} });
  });
  test.each([
    ['a DOI that is none', { doi: 'see below' }, 'doi'],
    ['a year that is none', { year: 'last year' }, 'year'],
    ['a year far off', { year: '20222' }, 'year'],
    ['half a year', { year: '2020.5' }, 'year'],
    ['an empty title', { title: ' ' }, 'title'],
  ])('with %s names the problem and keeps the field', (_name, change, field) => {
    const { fields, problems } = read(change);
    expect(Object.keys(problems)).toEqual([field]);
    expect(fields).toEqual({});
  });
});
