/** Output 3: the rating matrix as a table, and its second sheet with the memo of each cell. */

import type { Rating } from '../../../model';
import type { Evidence } from '../evidence';
import { type Case, casesOf, type RatingMatrix, ratingMatrix } from '../rating-matrix';
import { type RatedCell, ratingText, suggestDistinguishing } from '../ratings';
import type { OutputCell, OutputColumn, OutputTable } from '../types';
import { labelCell, notesOf, OwnColumns, refOf, textCell, titleOf, underDomains } from './parts';

export interface RatingOptions {
  /** A column of the cases ("Implementation: high, low"), by whose values they are grouped. */
  groupBy?: string | undefined;
}

export function ratingTable(evidence: Evidence, { groupBy }: RatingOptions = {}): OutputTable {
  const matrix = ratingMatrix(evidence);
  const { symbols } = evidence.records.review.reporting ?? {};
  const groups = groupsOf(evidence, matrix, groupBy);
  const order = orderOf(groups);
  const own = new OwnColumns(evidence, 'influence');
  const hasSuggestion = new Set(groups).size === 2 && groupBy !== undefined;
  const columns: OutputColumn[] = [
    { id: 'influence', label: 'Influence', align: 'start' },
    ...order.map(
      (i): OutputColumn => ({
        ...{ id: matrix.cases[i]?.id ?? '', label: matrix.cases[i]?.name ?? '', align: 'centre' },
        ...(groups[i] && { group: groups[i] }),
      }),
    ),
    ...(hasSuggestion
      ? [{ id: 'distinguishing', label: 'Distinguishing (suggested)', align: 'start' } as const]
      : []),
    ...own.columns,
  ];
  const [first] = groups.filter(Boolean);
  return {
    id: 'ratings',
    title: titleOf('Ratings', evidence),
    columns,
    rows: underDomains(matrix.rows, columns.length, (row) => ({
      ...{ id: row.key, depth: row.depth },
      cells: [
        labelCell(row),
        ...order.map((i): OutputCell => {
          const cell = row.cells[i];
          if (!cell) return textCell('');
          return {
            text: ratingText(cell, symbols),
            ...(typeof cell.rating === 'number' && { value: cell.rating }),
            tagIds: cell.tagIds,
            ...(cell.memoId !== undefined && { memoId: cell.memoId }),
            ...(cell.isDraft && { isDraft: true as const }),
            edit: {
              ...{ kind: 'memo', ...refOf(row), ...caseRef(matrix.cases[i]) },
              ...draftOf(cell),
            },
          };
        }),
        ...(hasSuggestion ? [suggested(row.cells, groups, first)] : []),
        ...own.cells(refOf(row)),
      ],
    })),
    notes: [...notesOf(evidence, false), ...LEGEND, ...draftNote(matrix)],
  };
}

/** A word in a draft's place is no rating to accept. */
const draftOf = ({ isDraft, rating }: RatedCell): { draft?: Rating } =>
  isDraft && rating !== undefined && rating !== 'differ' && typeof rating !== 'object'
    ? { draft: rating }
    : {};

const caseRef = (one: Case | undefined) =>
  one?.kind === 'site' ? { siteId: one.id } : { paperId: one?.id };

const LEGEND = [
  '−2 to +2: strength and direction of the influence in the case; 0 (mixed): opposites that balance (Damschroder & Lowery 2013, 10.1186/1748-5908-8-51).',
];

function draftNote({ rows }: RatingMatrix): string[] {
  const drafts = rows.flatMap(({ cells }) => cells).filter(({ isDraft }) => isDraft).length;
  return drafts > 0
    ? [`${drafts} ratings are drafts, worked out from tags: no memo states them.`]
    : [];
}

/** The group of each case, by the column that was chosen; '' for none. */
function groupsOf(
  evidence: Evidence,
  { cases }: RatingMatrix,
  groupBy: string | undefined,
): string[] {
  const attribute = evidence.records.attributes.find(({ id }) => id === groupBy);
  if (!attribute) return cases.map(() => '');
  const columns = new OwnColumns(evidence, attribute.of);
  return cases.map(({ id }) =>
    columns.text(attribute.id, attribute.of === 'site' ? { siteId: id } : { paperId: id }),
  );
}

/** Cases of one group next to each other, the groups in the order in which they are met. */
function orderOf(groups: readonly string[]): number[] {
  const first = [...new Set(groups)];
  return groups
    .map((_, i) => i)
    .sort((a, b) => first.indexOf(groups[a] ?? '') - first.indexOf(groups[b] ?? '') || a - b);
}

function suggested(
  cells: RatingMatrix['rows'][number]['cells'],
  groups: readonly string[],
  high: string | undefined,
): OutputCell {
  const of = (isHigh: boolean) =>
    cells.filter((_, i) => (groups[i] === high) === isHigh).map(({ rating }) => rating);
  const word = suggestDistinguishing(of(true), of(false));
  return { text: word ?? '', isDraft: true };
}

/** The second sheet: one row a memo. */
export function memoTable(evidence: Evidence): OutputTable {
  const names = new Map(casesOf(evidence).map(({ id, name }) => [id, name]));
  const rowsByKey = new Map(evidence.rows.map((row, i) => [row.key, { row, i }]));
  const { memos, review } = evidence.records;
  const place = (key: string) => rowsByKey.get(key)?.i ?? evidence.rows.length;
  const shown = memos
    .map((memo) => ({ memo, key: `${memo.codebookId}/${memo.influenceId}` }))
    .sort((a, b) => place(a.key) - place(b.key) || (a.memo.id < b.memo.id ? -1 : 1));
  return {
    id: 'memos',
    title: titleOf('Memos', evidence),
    columns: ['Influence', 'Case', 'Coder', 'Rating', 'Summary', 'Rationale', 'Quotes'].map(
      (label) => ({ id: label.toLowerCase(), label, align: 'start' }),
    ),
    rows: shown.map(({ memo, key }) => ({
      id: memo.id,
      cells: [
        textCell(rowsByKey.get(key)?.row.influence.label ?? memo.influenceId),
        textCell(names.get(memo.siteId ?? memo.paperId ?? '') ?? 'Whole review'),
        textCell(evidence.coders.name(memo.coderId)),
        {
          text: ratingText(
            {
              rating: memo.word === undefined ? memo.rating : { word: memo.word },
              isStarred: memo.star === true,
              isDraft: false,
            },
            { ...review.reporting?.symbols, none: '' },
          ),
          memoId: memo.id,
        },
        textCell(memo.summary),
        textCell(memo.rationale),
        textCell(memo.statementIds.flatMap((id) => evidence.statement(id)?.quote ?? []).join('\n')),
      ],
    })),
    notes: notesOf(evidence, false),
  };
}
