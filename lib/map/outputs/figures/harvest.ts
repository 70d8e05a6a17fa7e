/**
 * Harvest plot (Ogilvie 2008, 10.1186/1471-2288-8-8): a panel for each influence, in it a bar for each paper under what it
 * says of the influence, with the paper's number on the bar. The height of a bar is what the reader chooses.
 */
import { grouped, type Tag } from '../../../model';
import { asSentence } from '../../../text';
import { type PaperStance, STANCE_WORD } from '../../types';
import type { Evidence } from '../evidence';
import { stanceOfPaper } from '../stances';
import { labelCell, notesOf, OwnColumns, titleOf } from '../tables/parts';
import type { OutputTable } from '../types';
import { type Figure, LINE, label, type Shape, wrapped } from './shapes';

const COLUMNS = ['supporting', 'mixed', 'contrasting'] as const satisfies readonly PaperStance[];
const PANEL = { width: 340, head: 16, bars: 64, foot: 18, gap: 18 };
/** Letters of an influence's name that fit over a panel. */
const NAME_LETTERS = 52;
const PER_ROW = 2;
const BAR = { width: 11, gap: 5 };
/** Of a bar's line, the part that is for its number. */
const NUMBER = 14;
/** A digit of that number in the widest of the usual faces, so that numbers of bars do not touch. */
const DIGIT = 7;
const LOWEST = 0.25;

export interface HarvestOptions {
  /** A number or choice of papers that the height of bars shows; else all are of one height. */
  heightBy?: string | undefined;
}

export function harvestPlot(evidence: Evidence, { heightBy }: HarvestOptions = {}): Figure {
  const rows = evidence.rows.filter(({ key }) => evidence.tagsOf(key).length > 0);
  const height = heightsOf(evidence, heightBy);
  const pitch = pitchOf(evidence);
  const panels = rows.map((row): Panel => {
    const byStance = papersByStance(evidence, evidence.tagsOf(row.key));
    const most = Math.max(...COLUMNS.map((stance) => byStance.get(stance)?.length ?? 0), 1);
    const name = wrapped(row.influence.label, NAME_LETTERS);
    return { name, byStance, lines: Math.ceil(most / barsIn(pitch)) };
  });
  const shapes: Shape[] = [];
  let y = 0;
  for (let at = 0; at < panels.length; at += PER_ROW) {
    const beside = panels.slice(at, at + PER_ROW);
    beside.forEach((panel, i) => {
      shapes.push(...drawn(panel, evidence, height, pitch, i * (PANEL.width + PANEL.gap), y));
    });
    y += Math.max(...beside.map(heightOf)) + PANEL.gap;
  }
  const chosen = evidence.records.attributes.find(({ id }) => id === heightBy);
  const isDiffering = panels.some(({ byStance }) => byStance.has('differ'));
  return {
    id: 'harvest',
    title: titleOf('Harvest plot', evidence),
    width: PER_ROW * PANEL.width + PANEL.gap,
    height: Math.max(y, PANEL.bars),
    shapes,
    legend: COLUMNS.map((tone) => ({ tone, text: `a paper that is ${tone}` })),
    notes: [
      'Each bar is a paper, with its number; papers that only mention an influence have no bar.',
      ...(isDiffering ? ['Papers on which coders differ have no bar.'] : []),
      ...(chosen ? [`Height of bars: ${chosen.name}; papers without one have the lowest.`] : []),
      ...notesOf(evidence, false),
    ],
  };
}

interface Panel {
  /** In lines. */
  name: readonly string[];
  byStance: ReadonlyMap<PaperStance | null, readonly string[]>;
  /** Of bars: what does not fit beside the others is below them. */
  lines: number;
}

const headOf = ({ name }: Panel): number => name.length * LINE + PANEL.head;
const heightOf = (panel: Panel): number => headOf(panel) + panel.lines * PANEL.bars + PANEL.foot;

/** From bar to bar: numbers must not touch. */
function pitchOf({ names, paperIds }: Evidence): number {
  const most = paperIds.reduce((max, id) => Math.max(max, names.numberOf(id)), 0);
  return Math.max(BAR.width + BAR.gap, String(most).length * DIGIT + 3);
}

const barsIn = (pitch: number): number => Math.floor((PANEL.width / COLUMNS.length - 8) / pitch);

/** By paper, 0 to 1. */
function heightsOf(evidence: Evidence, heightBy: string | undefined): (paperId: string) => number {
  const chosen = evidence.records.attributes.find(({ id }) => id === heightBy);
  if (!chosen) return () => 1;
  const own = new OwnColumns(evidence, 'paper');
  const rank = (paperId: string): number => {
    const value = own.value(chosen.id, { paperId });
    if (typeof value === 'number') return value;
    // The first choice is the highest.
    const at = chosen.choices.indexOf(String(value ?? ''));
    return at < 0 ? 0 : chosen.choices.length - at;
  };
  const most = evidence.paperIds.reduce((max, id) => Math.max(max, rank(id)), 0) || 1;
  return (paperId) => Math.max(LOWEST, rank(paperId) / most);
}

function drawn(
  panel: Panel,
  evidence: Evidence,
  height: (paperId: string) => number,
  pitch: number,
  x: number,
  y: number,
): Shape[] {
  const columnWidth = PANEL.width / COLUMNS.length;
  const base = (line: number) => y + headOf(panel) + (line + 1) * PANEL.bars;
  const bars = (stance: (typeof COLUMNS)[number], left: number) =>
    (panel.byStance.get(stance) ?? []).flatMap((paperId, i): Shape[] => {
      const tall = height(paperId) * (PANEL.bars - NUMBER);
      const at = left + 4 + (i % barsIn(pitch)) * pitch;
      const top = base(Math.floor(i / barsIn(pitch))) - tall;
      // Names would not fit: the number of a paper is in the table of characteristics.
      const number = String(evidence.names.numberOf(paperId));
      return [
        {
          ...{ kind: 'rect', x: at, y: top, width: BAR.width, height: tall },
          ...{ tone: stance, title: evidence.names.authorYear(paperId) },
        },
        label(at + BAR.width / 2, top - 3, number, 'middle', { tone: 'soft' }),
      ];
    });
  return [
    ...panel.name.map((line, i) => label(x, y + 12 + i * LINE, line, 'start', { isStrong: true })),
    ...Array.from({ length: panel.lines }, (_, line): Shape => {
      const at = base(line);
      return { kind: 'line', x1: x, y1: at, x2: x + PANEL.width, y2: at, tone: 'rule' };
    }),
    ...COLUMNS.flatMap((stance, c): Shape[] => {
      const left = x + c * columnWidth;
      const said = `${stance} ${panel.byStance.get(stance)?.length ?? 0}`;
      return [
        ...bars(stance, left),
        label(left + 4, base(panel.lines - 1) + LINE, said, 'start', { tone: 'soft' }),
      ];
    }),
  ];
}

function papersByStance(
  evidence: Evidence,
  tags: readonly Tag[],
): ReadonlyMap<PaperStance | null, readonly string[]> {
  const byPaper = grouped(tags, ({ paperId }) => paperId);
  return grouped(evidence.names.sorted(byPaper.keys()), (id) =>
    stanceOfPaper(evidence, byPaper.get(id) ?? []),
  );
}

/** The same as a table: the papers under what they say of each influence. */
export function harvestTable(evidence: Evidence): OutputTable {
  const rows = evidence.rows.filter(({ key }) => evidence.tagsOf(key).length > 0);
  const stances = [...COLUMNS, 'mentioning', 'differ'] as const;
  return {
    id: 'harvest',
    title: titleOf('Papers by influence and stance', evidence),
    columns: [
      { id: 'influence', label: 'Influence', align: 'start' },
      ...stances.map((stance) => ({
        ...{ id: stance, label: asSentence(STANCE_WORD[stance]), align: 'start' as const },
      })),
    ],
    rows: rows.map((row) => {
      const byStance = papersByStance(evidence, evidence.tagsOf(row.key));
      return {
        id: row.key,
        cells: [
          labelCell(row),
          ...stances.map((stance) => {
            const paperIds = byStance.get(stance) ?? [];
            return { text: evidence.names.references(paperIds), paperIds };
          }),
        ],
      };
    }),
    notes: notesOf(evidence, false),
  };
}
