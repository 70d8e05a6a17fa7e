/** Figures: each number of the table beside one is drawn, once and at its place; from nothing to far too much. */
import { describe, expect, it } from 'vitest';
import {
  Evidence,
  type Figure,
  OUTPUTS,
  type OutputOptions,
  type Shape,
} from '../../../../lib/map/outputs';
import { wrapped } from '../../../../lib/map/outputs/figures/shapes';
import type { ReviewRecords } from '../../../../lib/map/outputs/types';
import { grouped } from '../../../../lib/model';
import { paperId, reviewPaper, uuid, YOU } from '../records';
import { codebook, influence, paper, randomRecords, recordsWith, review } from './review-records';
import { attribute, tagged, value } from './sound-review';

const COLUMN = uuid('attribute', 1);
const STANCES = ['supporting', 'contrasting', 'mentioning'] as const;
const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** Every paper is tagged on every third influence. */
function crowded(
  papers: number,
  influences: number,
  more: Partial<ReviewRecords> = {},
): ReviewRecords {
  const ids = range(influences).map((n) => `i${n}`);
  return recordsWith({
    review: { ...review, codebooks: [{ id: 'cb', version: '1' }] },
    codebooks: [
      codebook(
        'cb',
        '1',
        ids.map((id, i) =>
          influence(id, {
            label: `Access to knowledge, information and supervision in organisations of kind ${id}`,
            ...(i % 4 === 0 && { reportedBy: { percent: (i * 7) % 101 } }),
          }),
        ),
      ),
    ],
    papers: range(papers).map((n) => paper(n, { authors: [{ family: `Author${n}` }], year: 2000 })),
    reviewPapers: range(papers).map((n) => ({ ...reviewPaper(n, 'read'), number: n })),
    tags: range(papers).flatMap((n) =>
      ids.flatMap((id, i) =>
        (n + i) % 3 ? [] : [tagged(n, i, id, { stance: STANCES[(n * i) % 3] ?? 'supporting' })],
      ),
    ),
    attributes: [attribute(1, { name: 'Setting', choices: ['Hospital', 'Community', 'Home'] })],
    attributeValues: range(papers).flatMap((n) =>
      n % 5 ? [value(COLUMN, { paperId: paperId(n) }, n % 2 ? 'Hospital' : 'Community')] : [],
    ),
    ...more,
  });
}

const drawn = (id: string, records: ReviewRecords, options: OutputOptions = {}) => {
  const output = OUTPUTS.find((one) => one.id === id);
  const evidence = new Evidence(records);
  if (!output?.draw) throw new Error(`no figure ${id}`);
  return {
    evidence,
    figure: output.draw(evidence, options),
    table: output.build(evidence, options),
  };
};

const of = <K extends Shape['kind']>({ shapes }: Figure, kind: K) =>
  shapes.filter((one): one is Extract<Shape, { kind: K }> => one.kind === kind);

const extent = (one: Shape): readonly [number, number, number, number] => {
  switch (one.kind) {
    case 'rect':
      return [one.x, one.y, one.x + one.width, one.y + one.height];
    case 'circle':
      return [one.x - one.r, one.y - one.r, one.x + one.r, one.y + one.r];
    case 'line':
      return [one.x1, Math.min(one.y1, one.y2), one.x2, Math.max(one.y1, one.y2)];
    default:
      return [one.x, one.y - 10, one.x, one.y];
  }
};

const FIGURES = OUTPUTS.filter(({ draw }) => draw).map(({ id }) => id);
const REVIEWS: Readonly<Record<string, () => ReviewRecords>> = {
  empty: () => recordsWith(),
  'without a tag': () => ({ ...crowded(5, 4), tags: [] }),
  'without a codebook': () => recordsWith({ review: { ...review, codebooks: [] }, codebooks: [] }),
  overfull: () => crowded(200, 67),
  'at random': () => randomRecords(7),
};

describe.each(FIGURES)('%s', (id) => {
  it.each(Object.entries(REVIEWS))(
    '%s: is drawn within its edges, with numbers alone',
    (_, make) => {
      for (const options of [{}, { heightBy: COLUMN, splitBy: COLUMN }]) {
        const { figure } = drawn(id, make(), options);
        expect(figure.width).toBeGreaterThan(0);
        expect(figure.height).toBeGreaterThan(0);
        for (const shape of figure.shapes) {
          const [left, top, right, bottom] = extent(shape);
          for (const one of [left, top, right, bottom]) expect(Number.isFinite(one)).toBe(true);
          expect(left, JSON.stringify(shape)).toBeGreaterThanOrEqual(-1);
          expect(top, JSON.stringify(shape)).toBeGreaterThanOrEqual(-1);
          expect(right, JSON.stringify(shape)).toBeLessThanOrEqual(figure.width + 1);
          expect(bottom, JSON.stringify(shape)).toBeLessThanOrEqual(figure.height + 1);
        }
      }
    },
  );
});

describe('the harvest plot', () => {
  const reviews: [string, ReviewRecords][] = [
    ['overfull', crowded(200, 67)],
    ...range(20).map((seed): [string, ReviewRecords] => [`seed ${seed}`, randomRecords(seed)]),
  ];
  it.each(reviews)('%s: has each paper once, under the stance that tables have', (_, records) => {
    const { figure, evidence } = drawn('harvest', records);
    const summary = OUTPUTS.find(({ id }) => id === 'influence-summary')?.build(evidence);
    const wanted: string[] = [];
    for (const { cells, isHeading } of summary?.rows ?? [])
      for (const [i, { paperIds }] of isHeading ? [] : cells.entries()) {
        const column = summary?.columns[i]?.id ?? '';
        if (['supporting', 'mixed', 'contrasting'].includes(column))
          for (const one of paperIds ?? [])
            wanted.push(`${column} ${evidence.names.authorYear(one)}`);
      }
    const bars = of(figure, 'rect').map(({ tone, title }) => `${tone} ${title}`);
    expect(bars.sort()).toEqual(wanted.sort());
    // Each on a place of its own, with its number over it.
    const places = of(figure, 'rect').map(({ x, y, height }) => `${x} ${y + height}`);
    expect(new Set(places).size).toBe(bars.length);
    const numbers = of(figure, 'text').filter(({ text }) => /^\d+$/.test(text));
    expect(numbers).toHaveLength(bars.length);
  });

  it('keeps bars of one line apart, and their numbers too', () => {
    const { figure } = drawn('harvest', crowded(200, 3));
    const byLine = grouped(of(figure, 'rect'), ({ y, height }) => y + height);
    for (const bars of byLine.values()) {
      const lefts = bars.map(({ x }) => x).sort((a, b) => a - b);
      for (const [i, left] of lefts.entries())
        if (i) expect(left - (lefts[i - 1] ?? 0)).toBeGreaterThanOrEqual(18);
    }
  });

  it('has papers in the table where coders differ, and says that they have no bar', () => {
    const records = crowded(3, 1);
    const [first] = records.tags;
    const other = { ...tagged(3, 0, 'i1'), coderId: YOU, stance: 'contrasting' as const };
    const { figure, table } = drawn('harvest', {
      ...records,
      tags: [...(first ? [{ ...first, stance: 'supporting' as const }] : []), other],
    });
    expect(of(figure, 'rect')).toEqual([]);
    expect(figure.notes).toContain('Papers on which coders differ have no bar.');
    expect(table.rows[0]?.cells.at(-1)?.text).toBe('3');
  });

  it('has bars as high as the column says, of which the first choice is the highest', () => {
    const { figure } = drawn('harvest', crowded(6, 1), { heightBy: COLUMN });
    const heights = new Map(of(figure, 'rect').map(({ title, height }) => [title, height]));
    // 3 is in hospitals, 6 in the community: of three choices the first and the second.
    const [high = 0, low = 0] = [heights.get('Author3 2000'), heights.get('Author6 2000')];
    expect(low / high).toBeCloseTo(2 / 3);
    expect(figure.notes[1]).toBe('Height of bars: Setting; papers without one have the lowest.');
  });
});

describe('the evidence-and-gap map', () => {
  const options = { splitBy: COLUMN };

  it('draws a mark in each cell: a point where there is no paper, else an area of its papers', () => {
    const { figure, table } = drawn('gap-map', crowded(200, 67), options);
    const numbers = table.rows.flatMap(({ cells }) =>
      cells.slice(1).map((cell) => cell.value ?? -1),
    );
    const marks = of(figure, 'circle');
    expect(marks).toHaveLength(67 * 4);
    expect(
      marks.map(({ title }) => (title === 'no paper' ? 0 : Number.parseInt(title ?? '', 10))),
    ).toEqual(numbers);
    expect(marks.filter(({ tone }) => tone === 'soft')).toHaveLength(
      numbers.filter((n) => !n).length,
    );
    expect(numbers).toContain(0);
    const areas = new Map(marks.map(({ r }, i) => [numbers[i], r * r]));
    const [most, least] = [Math.max(...numbers), Math.min(...numbers.filter((n) => n > 9))];
    expect((areas.get(least) ?? 0) / (areas.get(most) ?? 1)).toBeCloseTo(least / most);
  });

  it('has a choice that no paper has, and papers without one', () => {
    const { table } = drawn('gap-map', crowded(200, 2), options);
    expect(table.columns.map(({ label }) => label)).toEqual([
      ...['Influence', 'Hospital', 'Community', 'Home', 'Not stated'],
    ]);
    const home = table.rows.map(({ cells }) => cells[3]);
    expect(home.map((cell) => cell?.value)).toEqual([0, 0]);
  });

  it('a paper with several values is in each; one paper is one', () => {
    const records = crowded(3, 1, {
      attributes: [attribute(1, { type: 'several', choices: ['x', 'y'] })],
      attributeValues: [value(COLUMN, { paperId: paperId(3) }, ['x', 'y'])],
    });
    const { figure, table } = drawn('gap-map', records, options);
    expect(table.rows[0]?.cells.slice(1).map((cell) => cell.value)).toEqual([1, 1, 0]);
    expect(of(figure, 'circle').map(({ title }) => title)).toEqual([
      '1 paper',
      '1 paper',
      'no paper',
    ]);
  });

  it('of very many values has the commonest, in their order, and the others together, and says so', () => {
    const many = range(60).map((n) => `V${n}`);
    // V1 is of no paper, V2 to V60 of one each, but V50 of all.
    const records = crowded(59, 3, {
      attributes: [attribute(1, { type: 'several', choices: many })],
      attributeValues: range(59).map((n) =>
        value(COLUMN, { paperId: paperId(n) }, [`V${n + 1}`, 'V50']),
      ),
    });
    const { figure, table } = drawn('gap-map', records, options);
    const labels = table.columns.slice(1).map(({ label }) => label);
    expect(labels).toHaveLength(24);
    expect(labels.at(-1)).toBe('37 other values');
    expect(labels).toContain('V50');
    expect(labels).not.toContain('V1');
    expect(labels.slice(0, 2)).toEqual(['V2', 'V3']);
    // Each paper of a row once, however many of the other values it has.
    const [row] = table.rows;
    const last = row?.cells.at(-1);
    expect(last?.value).toBe(new Set(last?.paperIds).size);
    const all = new Set(row?.cells.slice(1).flatMap(({ paperIds = [] }) => paperIds));
    expect(all.size).toBe(row?.cells[1 + labels.indexOf('V50')]?.value);
    expect(figure.width).toBeLessThan(2_500);
    for (const { notes } of [figure, table])
      expect(notes.at(-1)).toBe(
        'The 23 values of most papers have a column each; 37 others are counted together in the last one.',
      );
  });

  it('writes the whole name of each influence', () => {
    const { figure } = drawn('gap-map', crowded(6, 2), options);
    const words = of(figure, 'text')
      .map(({ text }) => text)
      .join(' ');
    for (const id of ['i1', 'i2'])
      expect(words).toContain(
        `Access to knowledge, information and supervision in organisations of kind ${id}`,
      );
  });
});

describe('the saturation line', () => {
  it.each([
    ['overfull', crowded(200, 67)],
    ...range(20).map((seed): [string, ReviewRecords] => [`seed ${seed}`, randomRecords(seed)]),
  ])('%s: ends at the number of influences, and never falls', (_, records) => {
    const { figure, table, evidence } = drawn('saturation', records);
    const influences = new Set(evidence.tags.map((tag) => `${tag.codebookId} ${tag.influenceId}`));
    const points = of(figure, 'circle');
    expect(points).toHaveLength(new Set(evidence.tags.map((tag) => tag.paperId)).size);
    expect(table.rows.at(-1)?.cells.at(-1)?.value ?? 0).toBe(influences.size);
    const fresh = table.rows.map(({ cells }) => cells[2]?.value ?? 0);
    expect(fresh.reduce((sum, one) => sum + one, 0)).toBe(influences.size);
    for (const [i, { x, y }] of points.entries()) {
      const before = points[i - 1];
      if (!before) continue;
      expect(x).toBeGreaterThan(before.x);
      expect(y).toBeLessThanOrEqual(before.y);
    }
    // The last point is at the height of the whole.
    if (points.length) expect(points.at(-1)?.y).toBeCloseTo(10);
    expect(points.at(-1)?.title ?? `${influences.size} in all`).toContain(
      `${influences.size} in all`,
    );
  });
});

describe('shares', () => {
  it('are at the place of their value, between the ends of their interval, beside what was published', () => {
    const { figure, table } = drawn('shares', crowded(200, 67));
    const at = (percent: string) =>
      of(figure, 'text').find(({ text }) => text === percent)?.x ?? Number.NaN;
    const [zero, whole] = [at('0 %'), at('100 %')];
    const share = (x: number) => (x - zero) / (whole - zero);
    const points = of(figure, 'circle');
    const wanted = table.rows.map(({ cells }) => cells[2]?.value ?? 0);
    expect(points).toHaveLength(wanted.length);
    const down = wanted.toSorted((a, b) => b - a);
    for (const [i, { x }] of points.entries()) expect(share(x)).toBeCloseTo(down[i] ?? -1);
    const spans = of(figure, 'line').filter(({ tone }) => tone === 'ink');
    for (const [i, { x1, x2, y1 }] of spans.entries()) {
      expect(y1).toBe(points[i]?.y);
      expect(x1).toBeLessThan(points[i]?.x ?? 0);
      expect(x2).toBeGreaterThan(points[i]?.x ?? 0);
    }
    const squares = of(figure, 'rect').map(({ x, width, title }) => [
      Math.round(share(x + width / 2) * 100),
      title,
    ]);
    expect(squares).toHaveLength(17);
    for (const [percent, title] of squares) expect(title).toBe(`published: ${percent} %`);
  });

  it('of occurrences are of all occurrences, and have no interval', () => {
    const records = crowded(30, 6);
    const { figure, table } = drawn('shares', {
      ...records,
      review: { ...records.review, reporting: { ofOccurrences: true } },
    });
    expect(table.columns.map(({ label }) => label)).not.toContain('95 % interval');
    expect(table.rows[0]?.cells[1]?.text).toBe('10/60');
    expect(of(figure, 'line').filter(({ tone }) => tone === 'ink')).toEqual([]);
    expect(of(figure, 'text').map(({ text }) => text)).toContain('10/60');
  });

  it('of no paper are not drawn as 0 %', () => {
    const { figure, table } = drawn('shares', { ...crowded(0, 4), tags: [] });
    expect(of(figure, 'circle')).toEqual([]);
    expect(table.rows.map(({ cells }) => cells[2]?.text)).toEqual(['–', '–', '–', '–']);
  });
});

describe('lines of a label', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['one', 7, ['one']],
    ['', 7, []],
    ['Organisationsentwicklung', 14, ['Organisationse', 'ntwicklung']],
    ['a Organisationsentwicklung b', 14, ['a', 'Organisationse', 'ntwicklung b']],
  ])('%j in lines of %i', (text, letters, lines) => {
    expect(wrapped(text, letters)).toEqual(lines);
  });
});
