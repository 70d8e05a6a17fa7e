/**
 * A framework matrix: any two of influence, stance, direction, paper, site, level, year and the reader's own columns as its
 * axes; in a cell the number of statements, of papers, their quotes, or the summaries of memos.
 */
import { influenceKey } from '../../../codebook/influences';
import { corrected, groupedUnder, type Tag } from '../../../model';
import { STANCES_OF } from '../../counts';
import { STANCE_WORD } from '../../types';
import type { Evidence } from '../evidence';
import { countedMemos } from '../rating-matrix';
import type { OutputCell, OutputTable } from '../types';
import { DIRECTION_WORD } from './influence-summary';
import { notesOf, numberCell, OwnColumns, textCell, titleOf } from './parts';
import { quoteLines } from './quotes';

export interface Axis {
  id: string;
  label: string;
}

/** What is in a cell. */
export const CELL_KINDS = [
  { id: 'statements', label: 'Number of statements' },
  { id: 'papers', label: 'Number of papers' },
  { id: 'quotes', label: 'Quotes' },
  { id: 'summaries', label: 'Summaries of memos' },
] as const;
export type CellKind = (typeof CELL_KINDS)[number]['id'];

export interface MatrixOptions {
  /** Ids of axes. */
  rows?: string | undefined;
  across?: string | undefined;
  show?: string | undefined;
}

const NOT_STATED = 'Not stated';

interface Known extends Axis {
  /** The values of a tag, by id. */
  of(tag: Tag): readonly string[];
  /** All values, in their order, and what they are called. */
  values(): readonly { id: string; label: string }[];
}

/** The axes of a review: those of tags, then the reader's own columns of papers. */
export function axesOf(evidence: Evidence): readonly Axis[] {
  return knownAxes(evidence).map(({ id, label }) => ({ id, label }));
}

function knownAxes(evidence: Evidence): Known[] {
  const { records, names } = evidence;
  const named = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([id, label]) => ({ id, label }));
  const plain = (of: (tag: Tag) => string) => () => {
    const met = new Set(evidence.tags.map(of));
    return [...met].sort((a, b) => order(a, b)).map((id) => ({ id, label: id }));
  };
  const yearOf = ({ paperId }: Tag): string => {
    const paper = evidence.paper(paperId);
    const year = paper && corrected(paper, paper.readerFields).year;
    return year === undefined ? NOT_STATED : String(year);
  };
  const levels = new Map(
    evidence.rows.map(({ key, influence }) => [key, influence.influence.level ?? NOT_STATED]),
  );
  const levelOf = (tag: Tag) => levels.get(influenceKey(tag)) ?? NOT_STATED;
  const { differ: _, mixed: __, ...stances } = STANCE_WORD;
  const own = new OwnColumns(evidence, 'paper');
  const sites = new Set(evidence.sites.map(({ id }) => id));
  // A site that was deleted is not stated any more.
  const siteOf = ({ siteId }: Tag) =>
    siteId !== undefined && sites.has(siteId) ? siteId : NOT_STATED;
  return [
    {
      ...{ id: 'influence', label: 'Influence', of: (tag) => [influenceKey(tag)] },
      values: () =>
        evidence.rows
          .filter(({ key }) => evidence.ownTagsOf(key).length > 0)
          .map(({ key, influence }) => ({ id: key, label: influence.label })),
    },
    {
      // Where coders decided on mixed, it is both.
      ...{ id: 'stance', label: 'Stance', of: (tag) => STANCES_OF[evidence.stanceOf(tag)] },
      values: () => named(stances),
    },
    {
      ...{ id: 'direction', label: 'Direction', of: (tag) => [evidence.directionOf(tag)] },
      values: () => named(DIRECTION_WORD),
    },
    {
      ...{ id: 'paper', label: 'Paper', of: ({ paperId }) => [paperId] },
      values: () =>
        names
          .sorted(evidence.tags.map(({ paperId }) => paperId))
          .map((id) => ({ id, label: names.reference(id) })),
    },
    {
      ...{ id: 'site', label: 'Site', of: (tag) => [siteOf(tag)] },
      values: () => [
        ...evidence.sites.map(({ id, name }) => ({ id, label: name })),
        ...(evidence.tags.some((tag) => siteOf(tag) === NOT_STATED)
          ? [{ id: NOT_STATED, label: NOT_STATED }]
          : []),
      ],
    },
    { id: 'level', label: 'Level', of: (tag) => [levelOf(tag)], values: plain(levelOf) },
    { id: 'year', label: 'Year', of: (tag) => [yearOf(tag)], values: plain(yearOf) },
    ...records.attributes
      .filter(({ of }) => of === 'paper')
      .map(({ id, name, choices }): Known => {
        const of = ({ paperId }: Tag): string[] => {
          const value = own.value(id, { paperId });
          if (value === undefined) return [NOT_STATED];
          return Array.isArray(value) ? value : [String(value)];
        };
        return {
          ...{ id, label: name, of },
          values: () => {
            const met = new Set(evidence.tags.flatMap(of));
            const others = [...met].filter((one) => !choices.includes(one)).sort(order);
            return [...choices, ...others].map((value) => ({ id: value, label: value }));
          },
        };
      }),
  ];
}

/** Numbers by size; what is not stated last. */
const order = (a: string, b: string): number =>
  Number(a === NOT_STATED) - Number(b === NOT_STATED) ||
  a.localeCompare(b, 'en', { numeric: true });

export function frameworkMatrix(
  evidence: Evidence,
  { rows: rowsId, across: acrossId, show }: MatrixOptions = {},
): OutputTable {
  const axes = knownAxes(evidence);
  const axis = (id: string | undefined, otherwise: string) =>
    axes.find((one) => one.id === id) ?? (axes.find((one) => one.id === otherwise) as Known);
  const [down, across] = [axis(rowsId, 'influence'), axis(acrossId, 'direction')];
  const kind = CELL_KINDS.find(({ id }) => id === show)?.id ?? 'statements';
  const columns = across.values();
  const byRow = groupedUnder(evidence.tags, down.of);
  return {
    id: 'matrix',
    title: titleOf(`${down.label} by ${across.label.toLowerCase()}`, evidence),
    columns: [
      { id: 'row', label: down.label, align: 'start' },
      ...columns.map(({ id, label }) => ({
        ...({
          id: `value ${id}`,
          label,
          align: kind === 'quotes' || kind === 'summaries' ? 'start' : 'end',
        } as const),
        ...(kind === 'quotes' && { isQuotes: true as const }),
      })),
    ],
    rows: down.values().map(({ id, label }) => {
      const cells = groupedUnder(byRow.get(id) ?? [], across.of);
      return {
        id,
        cells: [
          textCell(label),
          ...columns.map((one) => cellOf(evidence, cells.get(one.id) ?? [], kind)),
        ],
      };
    }),
    notes: notesOf(evidence, false),
  };
}

function cellOf(evidence: Evidence, tags: readonly Tag[], kind: CellKind): OutputCell {
  const counted = evidence.count(tags);
  const behind = { tagIds: counted.tagIds, paperIds: counted.paperIds };
  if (kind === 'papers') return numberCell(counted.paperIds.length, behind);
  if (kind === 'statements') return numberCell(counted.statements, behind);
  const text = kind === 'quotes' ? quoteLines(evidence, tags) : summariesOf(evidence, tags);
  return { text: text.join('\n'), ...behind };
}

/** Of the memos on the influences and cases that the tags are of. */
function summariesOf(evidence: Evidence, tags: readonly Tag[]): string[] {
  const cells = new Set(
    tags.flatMap((tag) =>
      [tag.siteId, tag.paperId].map((caseId) => `${influenceKey(tag)} ${caseId}`),
    ),
  );
  return countedMemos(evidence)
    .filter(({ siteId, paperId }) => siteId !== undefined || paperId !== undefined)
    .filter((memo) => cells.has(`${influenceKey(memo)} ${memo.siteId ?? memo.paperId}`))
    .flatMap(({ summary }) => summary || []);
}
