/** Lines of a page: blanks that no item has, what is raised, and letters that fonts give wrongly. */
import { describe, expect, it } from 'vitest';
import type { PdfItem } from '../../../lib/pdf';
import { readLines } from '../../../lib/pdf/layout/page-lines';
import { file, item } from '../../fixtures/pdf/typeset';

const linesOf = (...pages: PdfItem[][]) =>
  readLines(file(pages).pages).flatMap(({ lines }) => lines);
const textsOf = (...pages: PdfItem[][]) => linesOf(...pages).map(({ text }) => text);

describe('items of one line', () => {
  it.each<[string, PdfItem[], string]>([
    [
      'that touch are one word',
      [item(50, 100, 'imple'), item(75, 100, 'mentation')],
      'implementation',
    ],
    [
      'that are apart are two words',
      [item(50, 100, 'local'), item(78, 100, 'champions')],
      'local champions',
    ],
    [
      'are read from left to right',
      [item(78, 100, 'champions'), item(50, 100, 'local')],
      'local champions',
    ],
    [
      'that are painted twice are read once',
      [item(50, 100, 'Bold'), item(50.4, 100, 'Bold')],
      'Bold',
    ],
    [
      'keep a line with a smaller word in it',
      [item(50, 100, 'The '), item(70, 100, 'NHS', { size: 8 })],
      'The NHS',
    ],
    ['have ligatures as letters', [item(50, 100, 'eﬃcient ﬂow')], 'efficient flow'],
    ['have superior numerals as numerals', [item(50, 100, 'shown¹²')], 'shown12'],
    ['have spaced letters as a word', [item(50, 100, 'A B S T R A C T')], 'ABSTRACT'],
    ['keep initials apart', [item(50, 100, 'J K Smith and A B Jones')], 'J K Smith and A B Jones'],
    [
      'take TeX’s accents onto the next letter',
      [item(50, 100, 'G¨odel and Erd˝os')],
      'Gödel and Erdős',
    ],
    [
      'take cedillas onto the letter before, and other accents of TeX still onto the next one',
      [item(50, 100, 'C¸ ELIK, Garc¸on, Franc¸ois and Petrovi´c')],
      'ÇELIK, Garçon, François and Petrović',
    ],
    [
      'take accents onto the letter before, where only that can have them',
      [item(50, 100, 'Fiogbe´, De`gnon')],
      'Fiogbé, Dègnon',
    ],
    [
      'take marks that combine onto the letter that is painted before them',
      [
        item(50, 100, 'Gomez and Garc'),
        item(120, 100, 'ı'),
        { ...item(125.2, 100, '\u0301'), width: 0 },
        item(125, 100, 'a of wards'),
      ],
      'Gomez and García of wards',
    ],
  ])('%s', (_, items, expected) => {
    expect(textsOf(items)).toEqual([expected]);
  });

  it('have words of spaced letters apart, where the blank between them is wider', () => {
    const letters = [...'KEY'].map((letter, i) => item(50 + i * 10, 100, letter));
    const more = [...'WORD'].map((letter, i) => item(95 + i * 10, 100, letter));
    expect(textsOf([...letters, ...more])).toEqual(['KEY WORD']);
  });

  it('tell superscripts by baseline and size, whatever is painted first', () => {
    const [line] = linesOf([
      item(75, 96, '12', { size: 6 }),
      item(50, 100, 'shown'),
      item(84, 100, 'before'),
    ]);
    expect(line).toMatchObject({ text: 'shown12 before', sups: [[5, 7]] });
  });

  it('tell superscripts in a line of small capitals', () => {
    const [line] = linesOf([
      item(50, 100, 'A', { size: 11 }),
      item(55.5, 100, 'DA', { size: 8.5 }),
      item(66, 100, 'S', { size: 11 }),
      item(71.5, 100, 'MITH', { size: 8.5 }),
      item(88.5, 95, '2', { size: 7.5 }),
    ]);
    expect(line).toMatchObject({ text: 'ADA SMITH2', sups: [[9, 10]] });
  });

  it('leave a subscript in its line, not raised', () => {
    const [line] = linesOf([
      item(50, 100, 'CO'),
      item(60, 103, '2', { size: 6 }),
      item(66, 100, 'levels'),
    ]);
    expect(line).toMatchObject({ text: 'CO2 levels', sups: [] });
  });
});

it('text in another direction is set apart from a page', () => {
  const stamp: PdfItem = {
    str: 'arXiv:2101.00001v1',
    transform: [0, 10, -10, 0, 20, 200],
    width: 90,
    fontName: 'f',
  };
  const [page] = readLines(file([[item(50, 100, 'A line of text'), stamp]]).pages);
  expect(page?.lines.map(({ text }) => text)).toEqual(['A line of text']);
  expect(page?.turned).toEqual([1]);
});

it('a page whose text runs up the page is read sideways', () => {
  const up = (y: number, x: number, str: string): PdfItem => ({
    str,
    transform: [0, 10, -10, 0, x, y],
    width: str.length * 5,
    fontName: 'f',
  });
  expect(textsOf([up(60, 120, 'second line'), up(60, 100, 'first line')])).toEqual([
    'first line',
    'second line',
  ]);
});

it('a dash that the font calls “e” is a dash, where all ranges of the document have it', () => {
  const texts = ['1e9', '20e31', '105e110', '7e12', '300e4', 'the 3e type'];
  const lines = textsOf(texts.map((text, i) => item(50, 100 + i * 12, `pages ${text}`)));
  expect(lines).toContain('pages 105–110');
  expect(lines).toContain('pages the 3e type');
});

it('a hidden page behind the page is left out', () => {
  const words = (i: number) => `Line ${i} of what the reader sees on this page`;
  const shown = Array.from({ length: 10 }, (_, i) => item(50, 100 + i * 12, words(i)));
  const hidden = Array.from({ length: 10 }, (_, i) =>
    item(52, 105 + i * 12, words(i), { font: 'other' }),
  );
  const next = Array.from({ length: 10 }, (_, i) => item(50, 100 + i * 12, `More ${words(i)}`));
  expect(linesOf([...shown, ...hidden], next).filter(({ font }) => font === 'other')).toEqual([]);
});

describe('ligatures that the font calls otherwise are', () => {
  it.each<[string, string[], string]>([
    [
      'letters, where the document prints the word elsewhere',
      ['eYcient teams and local Xow', 'an efficient team', 'efficient flow', 'a flow of funds'],
      'efficient teams and local flow',
    ],
    [
      'not what a name is taken for',
      ['by McVey and Xie', 'McVey', 'who dies', 'of a flier'],
      'by McVey and Xie',
    ],
    [
      'letters, where the sign is never within words',
      ['®rst ®elds', 'de®ned', 'bene®t'],
      'first fields',
    ],
  ])('%s', (_, texts, expected) => {
    expect(textsOf(texts.map((text, i) => item(50, 100 + i * 12, text)))[0]).toBe(expected);
  });

  it('letters, dashes and quotation marks by their places in a font without names', () => {
    const text = 'e\u001bective \u001cndings \u0010in\u001duence\u0011, 12\u001514';
    expect(textsOf([item(50, 100, text)])).toEqual(['effective findings “influence”, 12–14']);
  });

  it('none, where bullets of a list have their places', () => {
    expect(textsOf([item(50, 100, '\u001f Plans of wards')])[0]).not.toMatch(/ff/);
  });

  it('letters, where a font has nothing else', () => {
    const set = [
      item(50, 100, 'e'),
      item(55, 100, 'Y', { font: 'more' }),
      item(60, 100, 'cient X'),
    ];
    expect(textsOf(set)).toEqual(['efficient X']);
  });

  it('one letter of the page each', () => {
    const texts = ['®rst', 'de®ned', 'bene®t', '®eld'];
    const [line] = linesOf(texts.map((text, i) => item(50, 100 + i * 12, text)));
    expect(line?.pieces.map(({ at, length, offset }) => [at, length, offset])).toEqual([
      [0, 2, 0],
      [2, 3, 1],
    ]);
  });
});

it('the numbers of lines are left out beside each of two columns, and where few go on', () => {
  const numbered = (x: number, first: number, count: number): PdfItem[] =>
    Array.from({ length: count }, (_, i) => [
      item(x, 100 + i * 12 + (x > 200 ? 5 : 0), String(first + i), { size: 6 }),
      item(x + 20, 100 + i * 12 + (x > 200 ? 5 : 0), `Words of line ${'abc'[i % 3]} of the text`),
    ]).flat();
  const pages = [[...numbered(30, 10, 14), ...numbered(320, 24, 14)], numbered(30, 38, 3)];
  expect(textsOf(...pages).filter((text) => /\d/.test(text))).toEqual([]);
});
