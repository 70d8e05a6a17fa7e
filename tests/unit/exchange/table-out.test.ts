/** What leaves as a table or a figure: nothing in a text breaks a cell, a tag or the drawing, and nothing in it is run. */
import { describe, expect, it, test } from 'vitest';
import { readXml, type XmlElement } from '../../../lib/exchange/codebook/xml';
import { figureAsSvg } from '../../../lib/exchange/out/svg';
import { tableAsHtml, tableAsText } from '../../../lib/exchange/out/table';
import { sanitizeText } from '../../../lib/exchange/text';
import type { Figure, OutputCell, OutputTable, Tone } from '../../../lib/map/outputs';
import { columnGroups } from '../../../lib/map/outputs';
import { displayText } from '../../../lib/text';

const HOSTILE = [
  '<script>alert(1)</script>',
  '</td></tr></table><b>x',
  '"><img src=x onerror=alert(1)>',
  '& &amp; &lt;',
  `"double" 'single' \`back\``,
  '=1+1',
  "=HYPERLINK('https://example.org')",
  '@SUM(1)',
  '+cmd|calc',
  'one\ttab',
  'one\r\nline end',
  '\u202egnp.exe',
  '\u2067right to left',
  'title \u200f(rtl mark)',
  'nul \u0000 and escape \u001b[2J',
  'half \ud800 of a pair',
  'not a character \uffff',
  ' blanks ',
];

const table = (cells: readonly OutputCell[], more: Partial<OutputTable> = {}): OutputTable => ({
  id: 'test',
  title: 'A title',
  columns: cells.map((_, i) => ({ id: `c${i}`, label: `Column ${i}`, align: 'start' })),
  rows: [{ id: 'row', cells }],
  notes: ['A note.'],
  ...more,
});
const texts = (...list: string[]): OutputCell[] => list.map((text) => ({ text }));

/** Read strictly: but for line breaks, the HTML is well-formed. */
function read(html: string) {
  const root = readXml(`<body>${html.replaceAll('<br>', '<br/>')}</body>`);
  const [body] = inside(root, 'tbody');
  const cells = body?.children.map(({ children }) => children) ?? [];
  return { root, cells };
}
const styleOf = (cell: XmlElement | undefined): string => cell?.attributes.get('style') ?? '';

/** As it is shown; what no file may hold is left out. */
const shown = (text: string): string => sanitizeText(displayText(text));

describe.each(HOSTILE)('the text %j', (text) => {
  it('is one cell of HTML, with its own words', () => {
    const given = table(texts('first', text, 'last'), {
      title: text,
      notes: [text],
      columns: ['a', text, 'b'].map((label, i) => ({ id: `${i}`, label, align: 'end' })),
    });
    const { root, cells } = read(tableAsHtml(given));
    expect(cells.map((row) => row.length)).toEqual([3]);
    const [, cell] = cells[0] ?? [];
    expect(inside(cell as XmlElement, 'br')).toHaveLength(text.split('\n').length - 1);
    expect(cell?.text).toBe(shown(text.replaceAll('\n', '')));
    const [caption, note] = [inside(root, 'caption')[0], inside(root, 'p')[0]];
    const heads = inside(inside(root, 'thead')[0] as XmlElement, 'th');
    for (const one of [caption, note, heads[1]]) expect(one?.text).toBe(shown(text));
    for (const name of ['script', 'img', 'b']) expect(inside(root, name)).toEqual([]);
    expect(root.children.map(({ name }) => name)).toEqual(['table', 'p']);
  });

  it('is one cell of a line of text, and no formula', () => {
    const [title, head, row, note, ...more] = tableAsText(
      table(texts('first', text, 'last'), { notes: [text] }),
    ).split('\n');
    expect(more).toEqual([]);
    expect([title, head]).toEqual(['A title', 'Column 0\tColumn 1\tColumn 2']);
    expect(row?.split('\t')).toHaveLength(3);
    for (const one of [row?.split('\t')[1], note]) {
      expect(one).not.toMatch(/^[=+\-@]|[\r\n\t\u202e]/);
      expect(one?.replace(/^'/, '')).toBe(displayText(text).replace(/\s+/g, ' ').trim());
    }
  });

  it('is one element of a drawing that XML readers accept', () => {
    const svg = figureAsSvg(
      figure({ title: text, notes: [text], legend: [{ tone: 'ink', text }] }),
    );
    const root = readXml(svg);
    expect(inside(root, 'script')).toEqual([]);
    expect(inside(root, 'title')[0]?.text.length).toBeGreaterThan(0);
    // Valid beyond what a lenient reader needs: no half of a pair, no non-character.
    expect(svg).toBe(svg.toWellFormed());
    for (const sign of ['\u0000', '\u001b', '\ufffe', '\uffff']) expect(svg).not.toContain(sign);
  });
});

describe('what a spreadsheet makes of a cell', () => {
  it.each(['+2', '-2', '-1.5', '0'])('%s is a number', (text) => {
    expect(tableAsText(table(texts('a', text))).split('\n')[2]).toBe(`a\t${text}`);
    expect(styleOf(read(tableAsHtml(table(texts('a', text)))).cells[0]?.[1])).not.toContain('mso');
  });

  it('a rating with a minus sign is a number in text, and keeps its sign in HTML', () => {
    const rating = table([{ text: 'a' }, { text: '\u22122', value: -2 }]);
    expect(tableAsText(rating).split('\n')[2]).toBe('a\t-2');
    expect(tableAsHtml(rating)).toContain('\u22122');
    const range = table([{ text: 'a' }, { text: '\u22122 to +2', value: -2 }]);
    expect(tableAsText(range).split('\n')[2]).toBe('a\t\u22122 to +2');
  });

  it.each(['=1+1', '@SUM(1)', '+cmd|calc', '＝1+1'])('%s is a text in HTML, as it is', (text) => {
    const { cells } = read(tableAsHtml(table(texts(text, text))));
    for (const cell of cells[0] ?? []) {
      expect(styleOf(cell)).toContain("mso-number-format:'\\@'");
      expect(cell.text).toBe(text);
    }
  });
});

describe('the shape of a table', () => {
  const shaped = table(texts('Domain', '', ''), {
    columns: [
      { id: 'a', label: 'Influence', align: 'start' },
      { id: 'b', label: 'Barrier', align: 'end', group: 'Papers' },
      { id: 'c', label: 'Both', align: 'centre', group: 'Papers' },
    ],
    rows: [
      { id: 'head', isHeading: true, cells: texts('Domain', '', '') },
      { id: 'one', cells: texts('Broad', '1', 'line 1\nline 2') },
      { id: 'two', depth: 2, cells: texts('Narrow', '2', '') },
    ],
  });

  it('has a heading over a group of columns', () => {
    const [head] = inside(read(tableAsHtml(shaped)).root, 'thead');
    const rows = head?.children.map((row) =>
      row.children.map(({ text, attributes }) => [
        text,
        attributes.get('scope'),
        attributes.get('colspan'),
      ]),
    );
    expect(rows).toEqual([
      [
        ['', 'col', '1'],
        ['Papers', 'colgroup', '2'],
      ],
      [
        ['Influence', 'col', undefined],
        ['Barrier', 'col', undefined],
        ['Both', 'col', undefined],
      ],
    ]);
    expect(tableAsText(shaped).split('\n')[1]).toBe('Influence\tPapers: Barrier\tPapers: Both');
    expect(columnGroups(shaped.columns)).toEqual([
      { group: '', span: 1 },
      { group: 'Papers', span: 2 },
    ]);
  });

  it('has a heading over rows as one cell, and sets in what is under an influence', () => {
    const { cells } = read(tableAsHtml(shaped));
    expect(cells[0]).toHaveLength(1);
    expect(cells[0]?.[0]?.attributes.get('colspan')).toBe('3');
    expect(cells[0]?.[0]?.attributes.get('scope')).toBe('rowgroup');
    const html = tableAsHtml(shaped);
    expect(html).toContain('>Broad</th>');
    expect(html).toContain('>\u2003\u2003Narrow</th>');
    expect(tableAsHtml(shaped)).toContain('line 1<br>line 2');
    const aligned = cells[1]?.slice(1).map((one) => /text-align:(\w+)/.exec(styleOf(one))?.[1]);
    expect(aligned).toEqual(['right', 'center']);
    expect(tableAsText(shaped).split('\n').slice(2)).toEqual([
      ...['Domain', 'Broad\t1\tline 1 line 2', 'Narrow\t2\t', 'A note.'],
    ]);
  });
});

const TONES: readonly Tone[] = ['supporting', 'mixed', 'contrasting', 'mentioning'];
const figure = (more: Partial<Figure> = {}): Figure => ({
  ...{ id: 'figure', title: 'A figure', width: 300, height: 100, legend: [], notes: [] },
  shapes: [
    ...TONES.map((tone, i) => ({
      ...{ kind: 'rect' as const, x: i * 10, y: 0, width: 8, height: 40, tone, title: tone },
    })),
    { kind: 'circle', x: 5, y: 5, r: 3, tone: 'mentioning' },
    { kind: 'line', x1: 0, y1: 1 / 3, x2: 9, y2: 9, tone: 'rule' },
    { kind: 'text', x: 5, y: 5, text: 'Words', anchor: 'middle', tone: 'soft', isStrong: true },
  ],
  ...more,
});

const inside = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((one) => [...(one.name === name ? [one] : []), ...inside(one, name)]);

describe('a figure as SVG', () => {
  it('tells stances apart without colour: black, white, grey and hatching', () => {
    const root = readXml(figureAsSvg(figure()));
    const fills = inside(root, 'rect')
      .filter(({ attributes }) => attributes.get('height') === '40')
      .map(({ attributes }) => attributes.get('fill') ?? '');
    expect(new Set(fills).size).toBe(TONES.length);
    expect(
      inside(root, 'pattern').map(({ attributes }) => `url(#${attributes.get('id')})`),
    ).toEqual(fills.filter((fill) => fill.startsWith('url')));
    for (const fill of fills.filter((one) => one.startsWith('#'))) {
      const [, digits = ''] = fill.split('#');
      expect(new Set(digits).size, `${fill} is a grey`).toBe(1);
    }
  });

  it('has each shape, its words and the names of its bars', () => {
    const root = readXml(figureAsSvg(figure()));
    expect(inside(root, 'circle')).toHaveLength(1);
    expect(inside(root, 'line')[0]?.attributes.get('y1')).toBe('0.33');
    expect(inside(root, 'title').map(({ text }) => text)).toEqual(['A figure', ...TONES]);
    const words = inside(root, 'text').find(({ text }) => text === 'Words');
    expect(words?.attributes.get('font-weight')).toBe('bold');
    expect(words?.attributes.get('text-anchor')).toBe('middle');
  });

  it('breaks a long caption and long notes into lines within its width, above its end', () => {
    const long = 'A long sentence on how it was counted, and by whom. '.repeat(6).trim();
    const root = readXml(
      figureAsSvg(
        figure({ title: long, notes: [long, long], legend: [{ tone: 'ink', text: long }] }),
      ),
    );
    const texts = inside(root, 'text');
    expect(texts.every(({ text }) => text.length < 300 / 5)).toBe(true);
    const all = texts.map(({ text }) => text).join(' ');
    expect(all.split(long)).toHaveLength(5);
    const height = Number(root.attributes.get('height'));
    const ys = texts.map(({ attributes }) => Number(attributes.get('y')));
    expect(Math.max(...ys)).toBeLessThan(height - 20);
    expect(new Set(ys).size).toBe(ys.length);
  });
});

test('a table without rows is its heads and notes', () => {
  const empty = table(texts('a'), { rows: [] });
  expect(read(tableAsHtml(empty)).cells).toEqual([]);
  expect(tableAsText(empty)).toBe('A title\nColumn 0\nA note.');
});
