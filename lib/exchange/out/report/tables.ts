/** The tables of a report: those of the screen, with links from their cells. */
import {
  columnGroups,
  type OutputCell,
  type OutputColumn,
  type OutputRow,
  type OutputTable,
} from '../../../map/outputs';
import { html, type Markup } from './markup';

export interface Drawing {
  /** What a cell holds in place of its words: a link, as a rule. */
  content?(row: OutputRow, column: OutputColumn, cell: OutputCell): Markup | undefined;
  /** Where the number of a cell is counted out, and which of the numbers there it is, for who checks the file. */
  countedAt?(
    row: OutputRow,
    column: OutputColumn,
  ): readonly [id: string, number: string] | undefined;
  /** A column of figures after the one with this id. */
  figure?: { after: string; label: string; draw(row: OutputRow): Markup };
}

/** With its title above, which does not scroll with it, and its footnotes below; wider than the page, it scrolls by itself. */
export function tableMarkup(table: OutputTable, id: string, drawing: Drawing = {}): Markup {
  const { title, columns, rows, notes } = table;
  const { figure } = drawing;
  const width = columns.length + (figure ? 1 : 0);
  const groups = bodiesOf(rows).map(
    (group) =>
      html`<tbody>${group.map((row) => rowMarkup(row, columns, width, drawing))}</tbody>\n`,
  );
  return html`<p class="caption" id="${id}-title">${title}</p>\n<div class="scroll" role="region" aria-labelledby="${id}-title" tabindex="0"><table id="${id}" aria-labelledby="${id}-title"><thead>${headMarkup(columns, figure)}</thead>\n${groups}</table></div>\n${notes.map((note) => html`<p class="note">${note}</p>\n`)}`;
}

/** Rows with the heading over them: each group is a body of its own. */
function bodiesOf(rows: readonly OutputRow[]): OutputRow[][] {
  const groups: OutputRow[][] = [];
  for (const row of rows) {
    if (row.isHeading || !groups.length) groups.push([]);
    groups.at(-1)?.push(row);
  }
  return groups;
}

function headMarkup(columns: readonly OutputColumn[], figure: Drawing['figure']): Markup {
  const labels = columns.flatMap(({ id, label, align }) => [
    html`<th scope="col" class="${align}">${label}</th>`,
    ...(figure?.after === id ? [html`<th scope="col" class="start">${figure.label}</th>`] : []),
  ]);
  const row = html`<tr>${labels}</tr>`;
  if (!columns.some(({ group }) => group)) return row;
  // The column of figures belongs to what is left of it.
  const at = columns.findIndex(({ id }) => id === figure?.after);
  const spread = figure ? columns.flatMap((one, i) => (i === at ? [one, one] : [one])) : columns;
  const groups = columnGroups(spread).map(({ group, span }) =>
    group
      ? html`<th scope="colgroup" colspan="${span}" class="centre">${group}</th>`
      : html`<td colspan="${span}"></td>`,
  );
  return html`<tr class="groups">${groups}</tr>${row}`;
}

function rowMarkup(
  row: OutputRow,
  columns: readonly OutputColumn[],
  width: number,
  { content, countedAt, figure }: Drawing,
): Markup {
  const { cells, isHeading, depth = 0 } = row;
  if (isHeading)
    return html`<tr><th scope="rowgroup" colspan="${width}" class="start">${cells[0]?.text}</th></tr>\n`;
  const drawn = columns.flatMap((column, i) => {
    const cell = cells[i] ?? { text: '' };
    const words = content?.(row, column, cell) ?? html`${cell.text}`;
    const at = countedAt?.(row, column);
    const counted = at === undefined ? '' : html` data-of="${at[0]}" data-number="${at[1]}"`;
    return [
      i === 0
        ? html`<th scope="row" class="start depth-${Math.min(depth, DEEPEST)}">${words}</th>`
        : html`<td class="${column.align}${cell.value === 0 ? ' zero' : ''}"${counted}>${words}</td>`,
      ...(figure?.after === column.id ? [html`<td class="figure">${figure.draw(row)}</td>`] : []),
    ];
  });
  return html`<tr>${drawn}</tr>\n`;
}

/** Deeper rows are set in no further. */
const DEEPEST = 4;
