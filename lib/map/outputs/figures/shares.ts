/** Shares with their intervals, beside those that the source of the codebook published. */
import { formatInterval, formatPercent, formatShare } from '../../notes';
import type { Counted, Evidence } from '../evidence';
import { hasIntervals, influenceRows } from '../influence-rows';
import { labelCell, notesOf, textCell, titleOf } from '../tables/parts';
import type { OutputTable } from '../types';
import { type Figure, LINE, label, type Shape, wrapped } from './shapes';

const NAMES = 240;
const AXIS = 380;
const ROW = 24;
const HEAD = 24;
/** Letters that fit in the column of names. */
const NAME_LETTERS = 38;
/** Above and below the lines of a name, together. */
const PAD = 10;
const MARKS = [0, 0.25, 0.5, 0.75, 1];

const publishedOf = (percent: number | undefined): number | undefined =>
  percent === undefined ? undefined : percent / 100;

export function sharesFigure(evidence: Evidence): Figure {
  const rows = influenceRows(evidence)
    .filter(({ n, influence }) => n > 0 || influence.influence.reportedBy)
    .sort((a, b) => b.share - a.share);
  const x = (share: number) => NAMES + share * AXIS;
  const { base } = evidence;
  const names = rows.map(({ influence }) => wrapped(influence.label, NAME_LETTERS));
  const heights = names.map(({ length }) => Math.max(ROW, length * LINE + PAD));
  const height = heights.reduce((sum, one) => sum + one, HEAD) + 8;
  const axis = MARKS.flatMap((share): Shape[] => [
    label(x(share), 12, `${share * 100} %`, 'middle', { tone: 'soft' }),
    { kind: 'line', x1: x(share), y1: 18, x2: x(share), y2: height - 6, tone: 'rule' },
  ]);
  let top = HEAD;
  const marks = rows.flatMap((row, i): Shape[] => {
    const [lines = [], tall = ROW] = [names[i], heights[i]];
    const y = top + tall / 2;
    top += tall;
    const published = publishedOf(row.influence.influence.reportedBy?.percent);
    return [
      ...lines.map((line, at) =>
        label(NAMES - 10, y + 4 + (at - (lines.length - 1) / 2) * LINE, line, 'end'),
      ),
      ...(hasIntervals(evidence)
        ? [{ kind: 'line', x1: x(row.lo), y1: y, x2: x(row.hi), y2: y, tone: 'ink' } as const]
        : []),
      // Without a paper there is no share to draw.
      ...(base > 0
        ? [
            {
              ...({ kind: 'circle', x: x(row.share), y, r: 4, tone: 'ink' } as const),
              title: `${row.n}/${base}, ${formatPercent(row.share)}`,
            },
          ]
        : []),
      ...(published === undefined ? [] : [square(x(published), y, published)]),
      label(NAMES + AXIS + 12, y + 4, `${row.n}/${base}`),
    ];
  });
  return {
    id: 'shares',
    title: titleOf('Shares of influences', evidence),
    width: NAMES + AXIS + 60,
    height,
    shapes: [...axis, ...marks],
    legend: [
      {
        tone: 'ink',
        text: hasIntervals(evidence)
          ? 'point and line: share with its 95 % interval'
          : 'point: share',
      },
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

const behind = ({ paperIds, tagIds }: Counted) => ({ paperIds, tagIds });

export function sharesTable(evidence: Evidence): OutputTable {
  const { base } = evidence;
  return {
    id: 'shares',
    title: titleOf('Shares of influences', evidence),
    columns: [
      { id: 'influence', label: 'Influence', align: 'start' },
      { id: 'n', label: 'n/N', align: 'end' },
      { id: 'share', label: '%', align: 'end' },
      ...(hasIntervals(evidence)
        ? [{ id: 'interval', label: '95 % interval', align: 'end' } as const]
        : []),
      { id: 'published', label: 'Published', align: 'end' },
    ],
    rows: influenceRows(evidence).map((row) => {
      const published = publishedOf(row.influence.influence.reportedBy?.percent);
      return {
        id: row.key,
        cells: [
          labelCell(row),
          { ...behind(row), text: `${row.n}/${base}`, value: row.n },
          { ...behind(row), text: formatShare({ ...row, N: base }), value: row.share },
          ...(hasIntervals(evidence) ? [textCell(formatInterval({ ...row, N: base }))] : []),
          textCell(published === undefined ? '' : formatPercent(published)),
        ],
      };
    }),
    notes: notesOf(evidence, true),
  };
}
