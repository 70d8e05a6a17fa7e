/** Evidence-and-gap map: influences x the values of one of the reader's columns; the area of a bubble is papers, and a gap is drawn. */
import type { Attribute } from '../../../model';
import { unitCount } from '../../notes';
import type { Evidence } from '../evidence';
import { notesOf, numberCell, OwnColumns, textCell, titleOf } from '../tables/parts';
import type { OutputTable } from '../types';
import { type Figure, LINE, label, type Shape, wrapped } from './shapes';

const CELL = { width: 92, height: 40 };
const NAMES = 210;
/** Letters that fit in the columns of names and of values. */
const NAME_LETTERS = 34;
const HEAD_LETTERS = 12;
/** Above and below the lines of a cell, together. */
const PAD = 10;
/** A figure with more columns is not read any more, and wider than any page: what is rare shares the last one. */
const MOST_VALUES = 24;
/** Of the largest bubble. */
const MOST_RADIUS = 17;
const GAP_RADIUS = 2;
const NOT_STATED = 'Not stated';

interface Grid {
  /** In the order of their columns. */
  values: readonly { id: string; label: string }[];
  /** How many values share the last column. */
  rare: number;
  rows: readonly { key: string; label: string; papers: readonly (readonly string[])[] }[];
}

/** Papers by influence and value; without a column, all papers are under one heading. */
function gridOf(evidence: Evidence, attribute: Attribute | undefined): Grid {
  const own = new OwnColumns(evidence, 'paper');
  const valuesOf = (paperId: string): string[] => {
    if (!attribute) return ['All papers'];
    const value = own.value(attribute.id, { paperId });
    if (value === undefined) return [NOT_STATED];
    return Array.isArray(value) ? value : [String(value)];
  };
  const ofPapers = new Map(evidence.paperIds.map((id) => [id, valuesOf(id)]));
  const met = new Set([...ofPapers.values()].flat());
  const choices = attribute?.choices ?? [];
  const others = [...met].filter((one) => !choices.includes(one) && one !== NOT_STATED);
  others.sort(new Intl.Collator('en', { numeric: true }).compare);
  // A choice that no paper has is a gap too.
  const all = [...choices, ...others, ...(met.has(NOT_STATED) ? [NOT_STATED] : [])];
  const { values, rare } = mostMet(all, [...ofPapers.values()]);
  const columnOf = (value: string) => (rare.has(value) ? RARE : value);
  const columns = [
    ...values.map((value) => ({ id: `value ${value}`, label: value })),
    ...(rare.size ? [{ id: RARE, label: `${rare.size} other values` }] : []),
  ];
  const rows = evidence.rows.map(({ key, influence }) => {
    const places = [...values, ...(rare.size ? [RARE] : [])];
    const byValue = new Map(places.map((value) => [value, new Set<string>()]));
    for (const id of evidence.count(evidence.tagsOf(key)).paperIds)
      for (const value of ofPapers.get(id) ?? []) byValue.get(columnOf(value))?.add(id);
    return { key, label: influence.label, papers: [...byValue.values()].map((ids) => [...ids]) };
  });
  return { values: columns, rare: rare.size, rows };
}

/** No value is called so: those are not empty, and have no blank before them. */
const RARE = ' rare';

/** The values that have a column of their own, in their order, and the others: those of fewest papers. */
function mostMet(
  all: readonly string[],
  ofPapers: readonly (readonly string[])[],
): { values: readonly string[]; rare: ReadonlySet<string> } {
  if (all.length <= MOST_VALUES) return { values: all, rare: new Set() };
  const papers = new Map(all.map((value) => [value, 0]));
  for (const value of ofPapers.flat()) papers.set(value, (papers.get(value) ?? 0) + 1);
  const stated = all.filter((value) => value !== NOT_STATED);
  stated.sort((a, b) => (papers.get(b) ?? 0) - (papers.get(a) ?? 0));
  const rare = new Set(stated.slice(MOST_VALUES - 1 - (all.length - stated.length)));
  return { values: all.filter((value) => !rare.has(value)), rare };
}

function notesOn(evidence: Evidence, { values, rare }: Grid): string[] {
  const shown = values.length - 1;
  const note = `The ${shown} values of most papers have a column each; ${rare} others are counted together in the last one.`;
  return [...notesOf(evidence, false), ...(rare ? [note] : [])];
}

const chosenIn = (evidence: Evidence, by: string | undefined): Attribute | undefined =>
  evidence.records.attributes.find(({ id, of }) => id === by && of === 'paper');

export function gapMap(evidence: Evidence, { splitBy }: { splitBy?: string | undefined }): Figure {
  const grid = gridOf(evidence, chosenIn(evidence, splitBy));
  const counts = grid.rows.flatMap(({ papers }) => papers.map(({ length }) => length));
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const x = (c: number) => NAMES + (c + 0.5) * CELL.width;
  const headLines = grid.values.map((value) => wrapped(value.label, HEAD_LETTERS));
  const head = Math.max(...headLines.map(({ length }) => length), 1) * LINE + PAD;
  const heads = headLines.flatMap((lines, c): Shape[] =>
    lines.map((line, i) => label(x(c), LINE + i * LINE, line, 'middle', { isStrong: true })),
  );
  let bottom = head;
  const rows = grid.rows.flatMap((row): Shape[] => {
    const names = wrapped(row.label, NAME_LETTERS);
    const height = Math.max(CELL.height, names.length * LINE + PAD);
    const y = bottom + height / 2;
    bottom += height;
    return [
      ...names.map((line, i) => label(0, y + 4 + (i - (names.length - 1) / 2) * LINE, line)),
      ...row.papers.flatMap((papers, c): Shape[] => bubble(papers.length, most, x(c), y)),
      ruleAt(bottom, grid),
    ];
  });
  return {
    id: 'gap-map',
    title: titleOf('Evidence and gaps', evidence),
    width: NAMES + grid.values.length * CELL.width,
    height: bottom + 4,
    shapes: [...heads, ruleAt(head, grid), ...rows],
    legend: [
      { tone: 'mentioning', text: 'area: number of papers' },
      { tone: 'soft', text: 'small point: no paper, a gap' },
    ],
    notes: notesOn(evidence, grid),
  };
}

const ruleAt = (y: number, { values }: Grid): Shape => ({
  ...{ kind: 'line', x1: 0, y1: y, x2: NAMES + values.length * CELL.width, y2: y, tone: 'rule' },
});

function bubble(papers: number, most: number, x: number, y: number): Shape[] {
  if (!papers) return [{ kind: 'circle', x, y, r: GAP_RADIUS, tone: 'soft', title: 'no paper' }];
  const r = Math.max(5, MOST_RADIUS * Math.sqrt(papers / most));
  return [
    { kind: 'circle', x, y, r, tone: 'mentioning', title: unitCount(papers) },
    label(x + r + 4, y + 4, String(papers)),
  ];
}

/** The same as a table. */
export function gapTable(
  evidence: Evidence,
  { splitBy }: { splitBy?: string | undefined } = {},
): OutputTable {
  const grid = gridOf(evidence, chosenIn(evidence, splitBy));
  return {
    id: 'gap-map',
    title: titleOf('Evidence and gaps', evidence),
    columns: [
      { id: 'influence', label: 'Influence', align: 'start' },
      ...grid.values.map(({ id, label: name }) => ({ id, label: name, align: 'end' as const })),
    ],
    rows: grid.rows.map(({ key, label: name, papers }) => ({
      id: key,
      cells: [textCell(name), ...papers.map((some) => numberCell(some.length, { paperIds: some }))],
    })),
    notes: notesOn(evidence, grid),
  };
}
