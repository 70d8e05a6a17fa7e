/** The order in which the parts of a page are read. */
import { describe, expect, it } from 'vitest';
import type { PdfItem } from '../../../lib/pdf';
import { readLines } from '../../../lib/pdf/layout/page-lines';
import { column, file, item, paragraph, prose } from '../../fixtures/pdf/typeset';

/** The first words of some lines in the order in which they are read. */
function order(items: PdfItem[], names: readonly string[]): string[] {
  const lines = readLines(file([items]).pages).flatMap((page) => page.lines);
  return lines.flatMap(({ text }) => names.filter((name) => text.startsWith(name)));
}

const LEFT = 50;
const RIGHT = 310;
const COLUMN = 240;
const side = (x: number, y: number, first: string, seed: number, words = 80) =>
  paragraph(x, y, COLUMN, `${first} ${prose(words, seed)}`).items;

describe('a page is read', () => {
  it('down the left column before the right one, whatever is painted first', () => {
    const items = [...side(RIGHT, 100, 'Second', 2), ...side(LEFT, 100, 'First', 1)];
    expect(order(items, ['First', 'Second'])).toEqual(['First', 'Second']);
  });

  it('with lines of its columns at other heights', () => {
    const items = [...side(LEFT, 100, 'First', 1), ...side(RIGHT, 104, 'Second', 2)];
    const lines = readLines(file([items]).pages).flatMap((page) => page.lines);
    expect(lines.filter(({ x0, x1 }) => x0 < 300 && x1 > 305)).toEqual([]);
    expect(order(items, ['First', 'Second'])).toEqual(['First', 'Second']);
  });

  it('by bands, where a wide picture’s caption crosses the gutter', () => {
    const wide = paragraph(LEFT, 300, 500, `Figure 1. ${prose(30, 5)}`).items;
    const items = [
      ...side(LEFT, 100, 'First', 1),
      ...side(RIGHT, 100, 'Second', 2),
      ...wide,
      ...side(LEFT, 360, 'Third', 3),
      ...side(RIGHT, 360, 'Fourth', 4),
    ];
    expect(order(items, ['First', 'Second', 'Figure', 'Third', 'Fourth'])).toEqual([
      'First',
      'Second',
      'Figure',
      'Third',
      'Fourth',
    ]);
  });

  it('down its columns, where cells of a wide table above them are in their gutter', () => {
    const rows = Array.from({ length: 6 }, (_, i) => [
      item(120, 100 + 12 * i, `Ward ${'ABCDEF'[i]}`),
      item(263, 100 + 12 * i, `${20 + i} of 3`),
      item(330, 100 + 12 * i, '0.5'),
    ]).flat();
    // Every line is as wide as its column.
    const justified = (x: number, y: number, first: string) =>
      Array.from({ length: 40 }, (_, i) =>
        item(x, y + 12 * i, `${i ? 'and' : first} ${prose(20, i)}`.slice(0, 48)),
      );
    const items = [...rows, ...justified(50, 190, 'First'), ...justified(305, 190, 'Second')];
    const lines = readLines(file([items]).pages).flatMap((page) => page.lines);
    expect(lines.filter(({ base, x0, x1 }) => base > 180 && x0 < 280 && x1 > 310)).toEqual([]);
    expect(order(items, ['First', 'Second'])).toEqual(['First', 'Second']);
  });

  it('along its lines, where gaps of justified lines in a column lie below each other', () => {
    const rows = [
      ['Alpha wards and clinics', 'doi nurses of need'],
      ['Bravo funds and teams', 'tools and a staff'],
      ['Charlie staff with plan', 'goals habits view'],
      ['Delta leaders and tools', 'views rules of use'],
    ];
    const set = rows.flatMap(([left = '', right = ''], i) => [
      item(RIGHT, 100 + 12 * i, left),
      item(RIGHT + 135 + ((i * 5) % 9), 100 + 12 * i, right),
    ]);
    const items = [...side(LEFT, 100, 'First', 1), ...set, ...side(RIGHT, 148, 'Rest', 2, 50)];
    const lines = readLines(file([items]).pages).flatMap((page) => page.lines);
    const words = ['Alpha', 'Bravo', 'Charlie', 'Delta'];
    const found = lines.filter(({ text }) => words.some((word) => text.startsWith(word)));
    expect(found.map(({ text }) => text)).toEqual(rows.map((row) => row.join(' ')));
  });

  it('with the short last line of a wide paragraph before the columns below it', () => {
    const items = [
      item(LEFT, 80, `Wide ${prose(16, 4)}`),
      item(LEFT, 92, `Wider ${prose(15, 5)}`),
      item(RIGHT, 104, 'Last words of it'),
      ...side(LEFT, 130, 'First', 1),
      ...side(RIGHT, 130, 'Second', 2),
    ];
    const names = ['Wide', 'Wider', 'Last', 'First', 'Second'];
    expect([...new Set(order(items, names))]).toEqual(names);
  });

  it('through three columns', () => {
    const set = (x: number, first: string, seed: number) =>
      paragraph(x, 100, 155, `${first} ${prose(90, seed)}`, { size: 8 }).items;
    const items = [...set(400, 'Third', 3), ...set(225, 'Second', 2), ...set(50, 'First', 1)];
    expect(order(items, ['First', 'Second', 'Third'])).toEqual(['First', 'Second', 'Third']);
  });

  it('with a list in small letters at the foot of both columns behind the text above it', () => {
    const list = (x: number, y: number, first: string, seed: number) =>
      paragraph(x, y, COLUMN, `${first} ${prose(60, seed)}`, { size: 7 }).items;
    const items = [
      ...side(LEFT, 100, 'First', 1),
      item(LEFT, 400, 'References', { size: 12, font: 'bold' }),
      ...list(LEFT, 415, 'Third', 3),
      ...side(RIGHT, 100, 'Second', 2),
      ...list(RIGHT, 404, 'Fourth', 4),
    ];
    expect(order(items, ['First', 'Second', 'References', 'Third', 'Fourth'])).toEqual([
      'First',
      'Second',
      'References',
      'Third',
      'Fourth',
    ]);
  });

  it('along the rows of a table: its cells are no columns', () => {
    const rows = Array.from({ length: 8 }, (_, i) => [
      item(60, 100 + 12 * i, `Ward ${i}`),
      item(260, 100 + 12 * i, `${i}.5`),
      item(420, 100 + 12 * i, 'yes'),
    ]).flat();
    const lines = readLines(file([rows]).pages).flatMap((page) => page.lines);
    expect(lines[0]?.text).toBe('Ward 0 0.5 yes');
    expect(lines).toHaveLength(8);
  });

  it('with numbers of a list in one line with its text', () => {
    const entries = Array.from({ length: 6 }, (_, i) => [
      item(50, 100 + 24 * i, `${i + 1}.`),
      ...paragraph(75, 100 + 24 * i, 500, prose(22, i)).items,
    ]).flat();
    const lines = readLines(file([entries]).pages).flatMap((page) => page.lines);
    expect(lines[0]?.text).toMatch(/^1\. \p{Lu}/u);
  });
});

describe('furniture', () => {
  const pages = (own: (page: number) => PdfItem[]) =>
    file(
      Array.from({ length: 4 }, (_, page) => [
        ...column(50, 100, 500, [prose(60, page), prose(50, page + 9)], { gap: 6 }).items,
        ...own(page),
      ]),
    ).pages;
  const furnitureOf = (own: (page: number) => PdfItem[]) =>
    readLines(pages(own)).map(({ furniture }) => furniture.map(({ text }) => text));

  it.each<[string, (page: number) => PdfItem[], string]>([
    [
      'what every page repeats at its head',
      () => [item(50, 40, 'Journal of Invented Care')],
      'Journal of Invented Care',
    ],
    ['a number that counts pages', (page) => [item(300, 780, String(page + 117))], '119'],
    [
      'a head with the page in it',
      (page) => [item(50, 40, `Smith et al. Page ${page + 1} of 4`)],
      'Smith et al. Page 3 of 4',
    ],
  ])('is %s', (_, own, expected) => {
    expect(furnitureOf(own)[2]).toContain(expected);
  });

  it('is not a word that is in one place on two pages', () => {
    const own = (page: number) => [item(50, 60, `${prose(8, page)}`), item(330, 60, 'of')];
    expect(furnitureOf(own).flat()).not.toContain('of');
  });

  it('is not the number of a reference, or a year', () => {
    const own = (page: number) => [
      item(30, 60, `${page * 19 + 11}.`),
      item(60, 60, prose(9, page)),
      item(480, 60, '(2003).'),
    ];
    expect(furnitureOf(own).flat()).toEqual([]);
  });

  it('is the column of numbers that counts lines', () => {
    const numbered = Array.from({ length: 30 }, (_, i) => [
      item(20, 100 + 12 * i, String(i + 1), { size: 6 }),
      item(50, 100 + 12 * i, prose(9, i)),
    ]).flat();
    const [page] = readLines(file([numbered]).pages);
    expect(page?.lines.filter(({ text }) => /^\d/.test(text))).toEqual([]);
    expect(page?.furniture).toHaveLength(30);
  });

  const linesOf = (items: PdfItem[]) =>
    readLines(file([items]).pages).flatMap((page) => page.lines.map(({ text }) => text));

  it('is what the holes of a binding left in the margin of a scan', () => {
    const holes = ['O', '0', '•', '@', 'O'].map((sign, i) => item(566, 104 + 24 * i, sign));
    const items = [
      ...side(LEFT, 100, 'First', 1, 70),
      ...side(RIGHT, 104, 'Second', 2, 70),
      ...holes,
    ];
    expect(linesOf(items)).toEqual(linesOf(items.filter((one) => !holes.includes(one))));
    expect(readLines(file([items]).pages)[0]?.furniture.length).toBeGreaterThan(0);
  });

  it('is not a sign in the last cell of a table, or one sign alone', () => {
    const rows = Array.from({ length: 6 }, (_, i) => [
      item(50, 100 + 14 * i, prose(6, i)),
      item(500, 100 + 14 * i, i === 0 ? 'Applied' : 'O'),
    ]).flat();
    expect(linesOf(rows).filter((text) => text.endsWith('O'))).toHaveLength(5);
    const lone = [...column(50, 100, 450, [prose(90, 3)]).items, item(540, 112, 'O')];
    expect(linesOf(lone).filter((text) => text.endsWith('O'))).toHaveLength(1);
  });
});
