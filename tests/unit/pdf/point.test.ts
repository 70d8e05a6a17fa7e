/** Which letter a point of a page means, wherever it is: in text, between columns, over a figure, in a margin. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PageText } from '../../../entrypoints/pdf/text/lines';
import type { Placed, PlacedPart } from '../../../entrypoints/pdf/text/place';

/** Every letter is half as wide as its size, so that the places of all letters are known. */
class Letters {
  font = '';
  getContext() {
    return this;
  }
  measureText(text: string) {
    return { width: (text.length * Number.parseFloat(this.font)) / 2 };
  }
}
beforeAll(() => void vi.stubGlobal('OffscreenCanvas', Letters));
afterAll(() => void vi.unstubAllGlobals());

const SIZE = 10;
const LETTER = SIZE / 2;
const LEADING = 12;

/** A run at a place from the top left corner of the page. */
function run(start: number, text: string, x: number, y: number, angle = 0): Placed {
  const element = { textContent: text } as HTMLElement;
  return {
    run: { element, start, item: 0, from: 0, to: text.length },
    ...{ x, y, angle, width: text.length * LETTER, height: SIZE, family: 'serif' },
  };
}

/** Lines one below the other in a column: each of so many letters, with a blank of ours behind it. */
function part(
  start: number,
  x: number,
  y: number,
  lengths: readonly number[],
  width = 200,
): PlacedPart {
  let at = start;
  const runs = lengths.map((length, i) => {
    const one = run(at, 'x'.repeat(length), x, y + i * LEADING);
    at += length + 1;
    return one;
  });
  const column = { left: x, right: x + width };
  return {
    part: { element: {} as HTMLElement, start, end: at - 1, runs: [], blanks: [], ...column },
    runs,
  };
}

/**
 * A title over two columns, 50 to 250 and 280 to 480; in the left one a figure between two paragraphs, without any text.
 * The title has the letters from 0 on, the left column those from 100 and 200 on, the right one those from 300 on.
 */
const PAGE = new PageText([
  part(0, 50, 50, [80], 430),
  part(100, 50, 90, [40, 40, 20]),
  part(200, 50, 300, [40, 40]),
  part(300, 280, 90, Array(20).fill(40)),
]);

/** So far down is the middle of a line of a part that begins there. */
const down = (y: number, line: number) => y + line * LEADING + SIZE / 2;

describe('a point means a letter', () => {
  it.each<[string, number, number, number]>([
    ['at its left half', 50 + 10 * LETTER + 1, down(90, 0), 110],
    ['at its right half, the one behind it', 50 + 10 * LETTER + 4, down(90, 0), 111],
    ['in another line', 50 + 3 * LETTER + 1, down(90, 1), 144],
    ['between two lines, of the nearer one', 50 + 3 * LETTER + 1, 101.5, 144],
    ['behind the end of a short line', 200, down(90, 2), 202],
    ['left of a line, at its beginning', 20, down(90, 1), 141],
    ['right of the right column, at the end of the line', 560, down(90, 4), 504],
    ['at the left half of the gutter, of the left column', 264, down(90, 1), 181],
    ['at the right half of the gutter, of the right column', 266, down(90, 1), 341],
    ['in the gutter below a title, of a column and not of the title', 263, 91, 140],
    ['over a figure, of the column that the figure is in', 200, 250, 230],
    ['over a figure at the edge of its column', 249, 160, 202],
    ['over a figure in the margin', 10, 250, 200],
    ['above everything', 100, 5, 10],
    ['below a column that ends early', 100, 700, 251],
    ['below the other column', 300, 700, 300 + 19 * 41 + 4],
  ])('%s', (_, x, y, offset) => {
    expect(PAGE.offsetAt(x, y)).toBe(offset);
  });

  it('there is none on a page without text', () => {
    expect(new PageText([]).offsetAt(100, 100)).toBeNull();
  });
});

describe('a line of several runs', () => {
  const raised = { ...run(20, '12', 150, 89.2), height: 6, width: 6 };
  const runs = [run(0, 'x'.repeat(20), 50, 90), raised, run(22, 'x'.repeat(10), 160, 90)];
  const text = new PageText([{ ...part(0, 50, 90, []), runs }]);

  it.each<[string, number, number]>([
    ['in the first', 50 + 2 * LETTER + 1, 2],
    ['in what is raised', 153.6, 21],
    ['in the last', 160 + 4 * LETTER + 1, 26],
    ['behind all', 400, 32],
  ])('%s', (_, x, offset) => {
    expect(text.offsetAt(x, 95)).toBe(offset);
  });
});

it('a run that is turned is read along its baseline', () => {
  // From the bottom up, as a table over the side of a page is printed.
  const runs = [run(0, 'x'.repeat(20), 100, 400, -Math.PI / 2)];
  const text = new PageText([{ ...part(0, 0, 0, []), runs }]);
  expect(text.offsetAt(105, 400 - 5 * LETTER - 1)).toBe(5);
  expect(text.offsetAt(300, 400 - 12 * LETTER - 1)).toBe(12);
});
