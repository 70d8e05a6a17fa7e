/** The text as a viewer shows it: paragraphs, cut where they go on elsewhere, with what each letter is painted by. */
import { describe, expect, it } from 'vitest';
import type { PdfItem } from '../../../lib/pdf';
import { readForViewer } from '../../../lib/pdf';
import { blocksOfText } from '../../../lib/pdf/text/parts';
import { file, item, paragraph, prose } from '../../fixtures/pdf/typeset';

interface Line {
  page?: number;
  start: number;
  end: number;
  left?: number;
  right?: number;
}

const NOTHING = { sections: [], references: [] };
const text = (start: number, end: number) => ({
  kind: 'text' as const,
  start,
  end,
  page: 0,
  section: null,
});
const line = ({ page = 0, start, end, left = 50, right = 290 }: Line) => ({
  page,
  start,
  end,
  left,
  right,
});
const span = (at: number, length: number, more = {}) => ({
  at,
  length,
  page: 0,
  item: 0,
  offset: 0,
  ...more,
});

describe('a paragraph is cut', () => {
  it.each<[string, Line[], [number, number][]]>([
    [
      'nowhere, in one column',
      [
        { start: 0, end: 9 },
        { start: 10, end: 20 },
      ],
      [[0, 20]],
    ],
    [
      'nowhere, where the edges of its lines are set a little differently',
      [
        { start: 0, end: 9 },
        { start: 10, end: 20, left: 52, right: 288 },
      ],
      [[0, 20]],
    ],
    [
      'where it goes on in another column; the blank between them is of the part before',
      [
        { start: 0, end: 9 },
        { start: 10, end: 20, left: 310, right: 550 },
      ],
      [
        [0, 10],
        [10, 20],
      ],
    ],
    [
      'where it goes on at the same place of the next page',
      [
        { start: 0, end: 9 },
        { start: 10, end: 20, page: 1 },
      ],
      [
        [0, 10],
        [10, 20],
      ],
    ],
    [
      'twice',
      [
        { start: 0, end: 5 },
        { start: 5, end: 9, left: 310, right: 550 },
        { start: 10, end: 20, page: 1 },
      ],
      [
        [0, 5],
        [5, 10],
        [10, 20],
      ],
    ],
  ])('%s', (_, lines, parts) => {
    const [block] = blocksOfText({ spans: [], lines: lines.map(line) }, [text(0, 20)], NOTHING);
    expect(block?.parts.map(({ start, end }) => [start, end])).toEqual(parts);
  });
});

it('each stretch names the letters of its item, and a ligature is one of them', () => {
  const spans = [
    span(0, 4, { item: 3 }),
    span(4, 3, { item: 4, offset: 7, whole: true }),
    span(8, 2, { item: 5, offset: 1 }),
  ];
  const [block] = blocksOfText(
    { spans, lines: [line({ start: 0, end: 10 })] },
    [text(0, 10)],
    NOTHING,
  );
  expect(block?.parts[0]?.stretches).toEqual([
    { start: 0, end: 4, item: 3, from: 0, to: 4 },
    { start: 4, end: 7, item: 4, from: 7, to: 8 },
    { start: 8, end: 10, item: 5, from: 1, to: 3 },
  ]);
});

it('headings have their levels, and entries of the list their ids', () => {
  const paragraphs = [
    { ...text(0, 7), kind: 'heading' as const },
    text(8, 12),
    { ...text(13, 20), kind: 'reference' as const },
  ];
  const lines = paragraphs.map(({ start, end }) => line({ start, end }));
  const known = { sections: [{ start: 0, level: 2 }], references: [{ start: 13, id: 'r1' }] };
  const blocks = blocksOfText({ spans: [], lines }, paragraphs, known as never);
  expect(blocks.map(({ kind, level, reference }) => [kind, level, reference])).toEqual([
    ['heading', 2, undefined],
    ['text', undefined, undefined],
    ['reference', undefined, 'r1'],
  ]);
});

/** What is true of every document that is read. */
function checked(
  pages: readonly (readonly PdfItem[])[],
  reading: ReturnType<typeof readForViewer>,
) {
  let behind = 0;
  for (const { start, end, parts } of reading.blocks) {
    expect(start).toBeGreaterThanOrEqual(behind);
    behind = end;
    // The parts of a block are its text, without a gap.
    expect(parts[0]?.start).toBe(start);
    expect(parts.at(-1)?.end).toBe(end);
    for (const [i, part] of parts.entries()) {
      if (i) expect(part.start).toBe(parts[i - 1]?.end);
      for (const one of part.stretches) {
        expect(one.start).toBeGreaterThanOrEqual(part.start);
        expect(one.end).toBeLessThanOrEqual(part.end);
        const { str = '' } = pages[part.page]?.[one.item] ?? {};
        const own = str.slice(one.from, one.to).normalize('NFKC');
        expect(own).toBe(reading.text.slice(one.start, one.end).normalize('NFKC'));
      }
    }
  }
}

it('in a paragraph over two columns, every stretch has the letters of its item', () => {
  const { items: set } = paragraph(50, 100, 240, prose(160));
  const half = Math.ceil(set.length / 2);
  const moved = set.slice(half).map((one, i) => {
    const { transform } = set[i] as PdfItem;
    return { ...one, transform: transform.map((value, k) => (k === 4 ? 310 : value)) };
  });
  const items = [...set.slice(0, half), ...moved];
  const reading = readForViewer(file([items]));
  expect(reading.blocks.map(({ parts }) => parts.length)).toContain(2);
  checked([items], reading);
});

it('so it is over hyphens that go, hyphens that stay and ligatures', () => {
  const lines = [
    'the uptake of imple-',
    'mentation plans is e\ufb03cient and well-',
    'known, as a well-known one',
    'is in severe COVID-',
    '19 \ufb01elds',
  ];
  const items = lines.map((one, i) => item(50, 100 + 12 * i, one));
  const reading = readForViewer(file([items]));
  expect(reading.text.trim()).toBe(
    'the uptake of implementation plans is efficient and well-known, as a well-known one is in severe COVID-19 fields',
  );
  checked([items], reading);
});
