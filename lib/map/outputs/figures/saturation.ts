/** Saturation: how many influences were met by each paper for the first time, in the order in which papers were first tagged. */
import { influenceKey } from '../../../codebook/influences';
import { grouped, type Tag } from '../../../model';
import type { Evidence } from '../evidence';
import { notesOf, numberCell, titleOf } from '../tables/parts';
import type { OutputTable } from '../types';
import { type Figure, label, type Shape } from './shapes';

const PLOT = { left: 40, top: 10, width: 600, height: 220, foot: 42 };
/** Marks on each axis, at most. */
const MARKS = 8;

interface Met {
  paperId: string;
  tagIds: readonly string[];
  /** Of influences that no paper before had. */
  freshTagIds: readonly string[];
  fresh: number;
  total: number;
}

function metIn(evidence: Evidence): Met[] {
  const first = [...grouped(evidence.tags, ({ paperId }) => paperId)]
    .map(([paperId, tags]) => ({
      ...{ paperId, tags },
      at: tags.reduce((least, { createdAt }) => (createdAt < least ? createdAt : least), '9'),
    }))
    .sort(
      (a, b) =>
        (a.at < b.at ? -1 : a.at > b.at ? 1 : 0) ||
        evidence.names.numberOf(a.paperId) - evidence.names.numberOf(b.paperId),
    );
  const known = new Set<string>();
  return first.map(({ paperId, tags }) => {
    const before = known.size;
    const added = tags.filter((tag) => !known.has(influenceKey(tag)));
    for (const tag of added) known.add(influenceKey(tag));
    const ids = (some: readonly Tag[]) => some.map(({ id }) => id);
    return {
      ...{ paperId, tagIds: ids(tags), freshTagIds: ids(added) },
      ...{ fresh: known.size - before, total: known.size },
    };
  });
}

export function saturationLine(evidence: Evidence): Figure {
  const met = metIn(evidence);
  const most = Math.max(1, met.at(-1)?.total ?? 0);
  const x = (i: number) => PLOT.left + ((i + 1) / Math.max(1, met.length)) * PLOT.width;
  const y = (total: number) => PLOT.top + (1 - total / most) * PLOT.height;
  const step = Math.max(1, Math.ceil(met.length / MARKS));
  const rise = Math.max(1, Math.ceil(most / MARKS));
  const across = met.flatMap((_, i): Shape[] =>
    (i + 1) % step === 0
      ? [label(x(i), PLOT.top + PLOT.height + 15, String(i + 1), 'middle', { tone: 'soft' })]
      : [],
  );
  const up = Array.from({ length: Math.floor(most / rise) + 1 }, (_, i) => i * rise).flatMap(
    (total): Shape[] => [
      label(PLOT.left - 6, y(total) + 4, String(total), 'end', { tone: 'soft' }),
      {
        ...{ kind: 'line', x1: PLOT.left, y1: y(total), x2: PLOT.left + PLOT.width, y2: y(total) },
        tone: 'rule',
      },
    ],
  );
  const line = met.flatMap(({ total, fresh, paperId }, i): Shape[] => [
    {
      ...{ kind: 'line', x1: i === 0 ? PLOT.left : x(i - 1), y1: y(met[i - 1]?.total ?? 0) },
      ...{ x2: x(i), y2: y(total), tone: 'ink' },
    },
    {
      ...{ kind: 'circle', x: x(i), y: y(total), r: fresh ? 3 : 1.5, tone: 'ink' },
      title: `${evidence.names.authorYear(paperId)}: ${fresh} new, ${total} in all`,
    },
  ]);
  return {
    id: 'saturation',
    title: titleOf('Saturation', evidence),
    width: PLOT.left + PLOT.width + 16,
    height: PLOT.top + PLOT.height + PLOT.foot,
    shapes: [
      ...up,
      ...across,
      ...line,
      label(
        PLOT.left + PLOT.width / 2,
        PLOT.top + PLOT.height + 34,
        'papers, as they were first tagged',
        'middle',
      ),
    ],
    legend: [{ tone: 'ink', text: 'influences met so far; a large point: the paper added one' }],
    notes: notesOf(evidence, false),
  };
}

export function saturationTable(evidence: Evidence): OutputTable {
  return {
    id: 'saturation',
    title: titleOf('Saturation', evidence),
    columns: [
      { id: 'place', label: 'Order', align: 'end' },
      { id: 'paper', label: 'Paper', align: 'start' },
      { id: 'fresh', label: 'New influences', align: 'end' },
      { id: 'total', label: 'Influences so far', align: 'end' },
    ],
    rows: metIn(evidence).map(({ paperId, tagIds, freshTagIds, fresh, total }, i) => ({
      id: paperId,
      cells: [
        numberCell(i + 1),
        { text: evidence.names.authorYear(paperId), paperIds: [paperId], tagIds },
        numberCell(fresh, { tagIds: freshTagIds }),
        numberCell(total),
      ],
    })),
    notes: notesOf(evidence, false),
  };
}
