/** Output 3: the rating matrix as a table, and its second sheet with the memo of each cell. */

import type { Attribute, Memo, Rating } from '../../../model';
import type { Evidence } from '../evidence';
import { type Case, countedMemos, type RatingMatrix, ratingMatrix } from '../rating-matrix';
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
  const own = new OwnColumns(evidence, 'influence');
  const values = valuesOf(
    groups,
    evidence.records.attributes.find(({ id }) => id === groupBy),
  );
  const order = orderOf(groups, values);
  // Of two groups; cases of neither tell nothing.
  const [high, low, ...more] = values.filter(Boolean);
  const hasSuggestion = high !== undefined && low !== undefined && !more.length;
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
        ...(hasSuggestion ? [suggested(row.cells, groups, high, low)] : []),
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
  const papers = new Map(evidence.sites.map(({ id, paperId }) => [id, paperId]));
  return cases.map(({ id, kind }) => {
    // A column of papers is of the sites that a paper reports too.
    const paperId = kind === 'site' ? papers.get(id) : id;
    const subject = attribute.of === 'site' ? { siteId: id } : paperId && { paperId };
    return subject ? columns.text(attribute.id, subject) : '';
  });
}

/** The groups that cases are in: in the order of the column's choices, of which the first is the highest; none last. */
function valuesOf(groups: readonly string[], attribute: Attribute | undefined): string[] {
  const met = new Set(groups);
  const choices = attribute?.choices.filter((choice) => met.has(choice)) ?? [];
  return [...new Set([...choices, ...[...met].filter(Boolean), ...met])];
}

/** Cases of one group next to each other. */
function orderOf(groups: readonly string[], values: readonly string[]): number[] {
  const places = new Map(values.map((group, i) => [group, i]));
  const place = (i: number) => places.get(groups[i] ?? '') ?? values.length;
  return groups.map((_, i) => i).sort((a, b) => place(a) - place(b) || a - b);
}

function suggested(
  cells: RatingMatrix['rows'][number]['cells'],
  groups: readonly string[],
  high: string,
  low: string,
): OutputCell {
  const of = (group: string) =>
    cells.filter((_, i) => groups[i] === group).map(({ rating }) => rating);
  const word = suggestDistinguishing(of(high), of(low));
  return { text: word ?? '', isDraft: true };
}

/** A paper or a site, with the papers that it leads to. */
function caseCell(
  { names }: Evidence,
  { paperId, siteId }: Memo,
  sites: ReadonlyMap<string, string>,
): OutputCell {
  if (siteId !== undefined) return textCell(sites.get(siteId) ?? '');
  if (paperId === undefined) return textCell('Whole review');
  return { text: names.reference(paperId), paperIds: [paperId] };
}

/** The second sheet: one row a memo. */
export function memoTable(evidence: Evidence): OutputTable {
  const sites = new Map(evidence.sites.map(({ id, name }) => [id, name]));
  const rowsByKey = new Map(evidence.rows.map((row, i) => [row.key, { row, i }]));
  const { symbols } = evidence.records.review.reporting ?? {};
  const place = (key: string) => rowsByKey.get(key)?.i ?? evidence.rows.length;
  const shown = countedMemos(evidence)
    .map((memo) => ({ memo, key: `${memo.codebookId}/${memo.influenceId}` }))
    .sort((a, b) => place(a.key) - place(b.key) || (a.memo.id < b.memo.id ? -1 : 1));
  return {
    id: 'memos',
    title: titleOf('Memos', evidence),
    columns: ['Influence', 'Case', 'Coder', 'Rating', 'Summary', 'Rationale', 'Quotes'].map(
      (label): OutputColumn => ({
        ...{ id: label.toLowerCase(), label, align: 'start' },
        ...(label === 'Quotes' && { isQuotes: true }),
      }),
    ),
    rows: shown.map(({ memo, key }) => ({
      id: memo.id,
      cells: [
        textCell(rowsByKey.get(key)?.row.influence.label ?? memo.influenceId),
        caseCell(evidence, memo, sites),
        textCell(evidence.coders.name(memo.coderId)),
        {
          text: ratingText(
            {
              rating: memo.word === undefined ? memo.rating : { word: memo.word },
              isStarred: memo.star === true,
              isDraft: false,
            },
            { ...symbols, none: '' },
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
