/**
 * Harvest plot (Ogilvie 2008, 10.1186/1471-2288-8-8): a panel for each influence, in it a bar for each paper under what it
 * says of the influence, with the paper's number on the bar. The height of a bar is what the reader chooses.
 */
import { grouped, type Tag } from '../../../model';
import { asSentence } from '../../../text';
import { agreedStance, noCounts } from '../../tally';
import { type PaperStance, STANCE_WORD } from '../../types';
import type { Evidence, EvidenceRow } from '../evidence';
import { labelCell, notesOf, OwnColumns, titleOf } from '../tables/parts';
import type { OutputTable } from '../types';
import { type Figure, label, type Shape, wrapped } from './shapes';

const COLUMNS = ['supporting', 'mixed', 'contrasting'] as const satisfies readonly PaperStance[];
const PANEL = { width: 340, top: 30, bars: 64, foot: 18, gap: 18 };
const PER_ROW = 2;
const BAR = { width: 11, gap: 5 };
/** As many bars fit under one heading; more are told by a number. */
const MOST_BARS = 7;
const LOWEST = 0.25;

export interface HarvestOptions {
  /** A number or choice of papers that the height of bars shows; else all are of one height. */
  heightBy?: string | undefined;
}

export function harvestPlot(evidence: Evidence, { heightBy }: HarvestOptions = {}): Figure {
  const rows = evidence.rows.filter(({ key }) => evidence.tagsOf(key).length > 0);
  const height = heightsOf(evidence, heightBy);
  const panelHeight = PANEL.top + PANEL.bars + PANEL.foot + PANEL.gap;
  const shapes = rows.flatMap((row, i) => {
    const x = (i % PER_ROW) * (PANEL.width + PANEL.gap);
    const y = Math.floor(i / PER_ROW) * panelHeight;
    return panel(row, evidence, height, x, y);
  });
  const chosen = evidence.records.attributes.find(({ id }) => id === heightBy);
  return {
    id: 'harvest',
    title: titleOf('Harvest plot', evidence),
    width: PER_ROW * PANEL.width + PANEL.gap,
    height: Math.max(1, Math.ceil(rows.length / PER_ROW)) * panelHeight,
    shapes,
    legend: COLUMNS.map((tone) => ({ tone, text: `a paper that is ${tone}` })),
    notes: [
      'Each bar is a paper, with its number; papers that only mention an influence have no bar.',
      ...(chosen ? [`Height of bars: ${chosen.name}.`] : []),
      ...notesOf(evidence, false),
    ],
  };
}

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
  const most = Math.max(...evidence.paperIds.map(rank), 0) || 1;
  return (paperId) => Math.max(LOWEST, rank(paperId) / most);
}

function panel(
  row: EvidenceRow,
  evidence: Evidence,
  height: (paperId: string) => number,
  x: number,
  y: number,
): Shape[] {
  const byStance = papersByStance(evidence, evidence.tagsOf(row.key));
  const base = y + PANEL.top + PANEL.bars;
  const columnWidth = PANEL.width / COLUMNS.length;
  const [first = '', ...rest] = wrapped(row.influence.label, 52);
  return [
    label(x, y + 12, rest.length ? `${first} …` : first, 'start', { isStrong: true }),
    { kind: 'line', x1: x, y1: base, x2: x + PANEL.width, y2: base, tone: 'rule' },
    ...COLUMNS.flatMap((stance, c): Shape[] => {
      const papers = byStance.get(stance) ?? [];
      const left = x + c * columnWidth;
      const shown = papers.slice(0, MOST_BARS);
      const bars = shown.flatMap((paperId, i): Shape[] => {
        const tall = height(paperId) * (PANEL.bars - 14);
        const at = left + 4 + i * (BAR.width + BAR.gap);
        return [
          {
            ...{ kind: 'rect', x: at, y: base - tall, width: BAR.width, height: tall },
            ...{ tone: stance, title: evidence.names.authorYear(paperId) },
          },
          label(
            at + BAR.width / 2,
            base - tall - 3,
            String(evidence.names.reference(paperId)),
            'middle',
            {
              tone: 'soft',
            },
          ),
        ];
      });
      const more = papers.length - shown.length;
      return [
        ...bars,
        ...(more > 0 ? [label(left + columnWidth - 4, base - 4, `+${more}`, 'end')] : []),
        label(left + 4, base + 13, `${stance} ${papers.length}`, 'start', { tone: 'soft' }),
      ];
    }),
  ];
}

function papersByStance(evidence: Evidence, tags: readonly Tag[]): Map<PaperStance, string[]> {
  const found = new Map<PaperStance, string[]>();
  const byPaper = grouped(tags, ({ paperId }) => paperId);
  for (const paperId of evidence.names.sorted(byPaper.keys())) {
    const coders = grouped(byPaper.get(paperId) ?? [], ({ coderId }) =>
      evidence.coders.resolve(coderId),
    );
    const counts = [...coders.values()].map((own) => {
      const sum = noCounts();
      for (const { stance } of own) sum[stance] += 1;
      return sum;
    });
    const stance = agreedStance(counts);
    if (stance) found.set(stance, [...(found.get(stance) ?? []), paperId]);
  }
  return found;
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
