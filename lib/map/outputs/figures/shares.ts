/** Shares with their intervals, beside those that the source of the codebook published. */
import { formatInterval, formatPercent } from '../../notes';
import type { Evidence } from '../evidence';
import { influenceRows } from '../influence-rows';
import { labelCell, notesOf, textCell, titleOf } from '../tables/parts';
import type { OutputTable } from '../types';
import { type Figure, label, type Shape, wrapped } from './shapes';

const NAMES = 240;
const AXIS = 380;
const ROW = 24;
const HEAD = 24;
const MARKS = [0, 0.25, 0.5, 0.75, 1];

const publishedOf = (percent: number | undefined): number | undefined =>
  percent === undefined ? undefined : percent / 100;

export function sharesFigure(evidence: Evidence): Figure {
  const rows = influenceRows(evidence)
    .filter(({ n, influence }) => n > 0 || influence.influence.reportedBy)
    .sort((a, b) => b.share - a.share);
  const x = (share: number) => NAMES + share * AXIS;
  const height = HEAD + rows.length * ROW + 8;
  const axis = MARKS.flatMap((share): Shape[] => [
    label(x(share), 12, `${share * 100} %`, 'middle', { tone: 'soft' }),
    { kind: 'line', x1: x(share), y1: 18, x2: x(share), y2: height - 6, tone: 'rule' },
  ]);
  const marks = rows.flatMap((row, i): Shape[] => {
    const y = HEAD + (i + 0.5) * ROW;
    const published = publishedOf(row.influence.influence.reportedBy?.percent);
    const [name = '', ...more] = wrapped(row.influence.label, 38);
    return [
      label(NAMES - 10, y + 4, more.length ? `${name} …` : name, 'end'),
      { kind: 'line', x1: x(row.lo), y1: y, x2: x(row.hi), y2: y, tone: 'ink' },
      {
        ...{ kind: 'circle', x: x(row.share), y, r: 4, tone: 'ink' },
        title: `${row.n}/${evidence.N}, ${formatPercent(row.share)}`,
      },
      ...(published === undefined ? [] : [square(x(published), y, published)]),
      label(NAMES + AXIS + 12, y + 4, `${row.n}/${evidence.N}`),
    ];
  });
  return {
    id: 'shares',
    title: titleOf('Shares of influences', evidence),
    width: NAMES + AXIS + 60,
    height,
    shapes: [...axis, ...marks],
    legend: [
      { tone: 'ink', text: 'point and line: share with its 95 % interval' },
      ...(rows.some(({ influence }) => influence.influence.reportedBy)
        ? [
            {
              tone: 'contrasting' as const,
              text: 'square: share that the codebook’s source published',
            },
          ]
        : []),
    ],
    notes: notesOf(evidence, true),
  };
}

const SIDE = 7;

const square = (x: number, y: number, share: number): Shape => ({
  ...{ kind: 'rect', x: x - SIDE / 2, y: y - SIDE / 2, width: SIDE, height: SIDE },
  ...{ tone: 'contrasting', title: `published: ${formatPercent(share)}` },
});

export function sharesTable(evidence: Evidence): OutputTable {
  return {
    id: 'shares',
    title: titleOf('Shares of influences', evidence),
    columns: [
      { id: 'influence', label: 'Influence', align: 'start' },
      { id: 'n', label: 'n/N', align: 'end' },
      { id: 'share', label: '%', align: 'end' },
      { id: 'interval', label: '95 % interval', align: 'end' },
      { id: 'published', label: 'Published', align: 'end' },
    ],
    rows: influenceRows(evidence).map((row) => {
      const published = publishedOf(row.influence.influence.reportedBy?.percent);
      return {
        id: row.key,
        cells: [
          labelCell(row),
          {
            text: `${row.n}/${evidence.N}`,
            value: row.n,
            paperIds: row.paperIds,
            tagIds: row.tagIds,
          },
          { text: formatPercent(row.share), value: row.share },
          textCell(formatInterval({ ...row, N: evidence.N })),
          textCell(published === undefined ? '' : formatPercent(published)),
        ],
      };
    }),
    notes: notesOf(evidence, true),
  };
}
