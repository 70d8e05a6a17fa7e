/** A table of an output as HTML and as text with tabs: what is pasted into Word, and into a spreadsheet. */
import {
  columnGroups,
  type OutputCell,
  type OutputColumn,
  type OutputRow,
  type OutputTable,
} from '../../map/outputs';
import { displayText } from '../../text';
import { escapeXml } from '../codebook/xml';
import { guardCell } from '../csv';
import { sanitizeText } from '../text';

const escaped = (text: string): string => escapeXml(sanitizeText(displayText(text)));
const lines = (text: string): string => text.split('\n').map(escaped).join('<br>');

// Word and mail programs read styles of single elements only.
const TABLE_STYLE = 'border-collapse:collapse;border-top:1.5pt solid;border-bottom:1.5pt solid';
const HEAD_STYLE = 'border-bottom:0.75pt solid;padding:2pt 6pt;vertical-align:bottom';
const CELL_STYLE = 'padding:2pt 6pt;vertical-align:top';
/** Excel takes the cell as text: what would be a formula is not run, and nothing is put before it that Word would show. */
const AS_TEXT = ";mso-number-format:'\\@'";
const asText = (text: string): string => (guardCell(text) === text ? '' : AS_TEXT);
const ALIGN = { start: 'left', end: 'right', centre: 'center' } as const;
/**
 * Before an influence, for each influence that it is under. A blank that is kept, because a style that sets a cell in is lost
 * in spreadsheets, and wherever a manuscript is converted.
 */
const INDENT = '\u2003';

/** With its caption above and its footnotes below. */
export function tableAsHtml({ title, columns, rows, notes }: OutputTable): string {
  return [
    `<table style="${TABLE_STYLE}">`,
    `<caption style="text-align:left;font-weight:bold">${escaped(title)}</caption>`,
    `<thead>${headRows(columns)}</thead>`,
    ...groupsOf(rows).map(
      (group) => `<tbody>${group.map((row) => htmlRow(row, columns)).join('')}</tbody>`,
    ),
    '</table>',
    ...notes.map((note) => `<p style="font-size:9pt">${escaped(note)}</p>`),
  ].join('');
}

/** Rows with the heading over them. Each group is a body of its own: within one, a heading is read as a cell of a column. */
function groupsOf(rows: readonly OutputRow[]): OutputRow[][] {
  const groups: OutputRow[][] = [];
  for (const row of rows) {
    if (row.isHeading || !groups.length) groups.push([]);
    groups.at(-1)?.push(row);
  }
  return groups;
}

function headRows(columns: readonly OutputColumn[]): string {
  const cell = ({ label, align }: OutputColumn) =>
    `<th scope="col" style="${HEAD_STYLE};text-align:${ALIGN[align]}">${escaped(label)}</th>`;
  const labels = `<tr>${columns.map(cell).join('')}</tr>`;
  if (!columns.some(({ group }) => group)) return labels;
  const groups = columnGroups(columns).map(
    ({ group, span }) =>
      `<th scope="${group ? 'colgroup' : 'col'}" colspan="${span}" style="${group ? HEAD_STYLE : CELL_STYLE};text-align:center">${escaped(group)}</th>`,
  );
  return `<tr>${groups.join('')}</tr>${labels}`;
}

function htmlRow({ cells, isHeading, depth = 0 }: OutputRow, columns: readonly OutputColumn[]) {
  const [first, ...others] = cells;
  if (isHeading)
    return `<tr><th scope="rowgroup" colspan="${columns.length}" style="${CELL_STYLE};text-align:left${asText(first?.text ?? '')}">${lines(first?.text ?? '')}</th></tr>`;
  const head = `<th scope="row" style="${CELL_STYLE};text-align:left;font-weight:normal${asText(first?.text ?? '')}">${INDENT.repeat(depth)}${lines(first?.text ?? '')}</th>`;
  const rest = others.map(
    (cell, i) =>
      `<td style="${CELL_STYLE};text-align:${ALIGN[columns[i + 1]?.align ?? 'start']}${asText(cell.text)}">${lines(cell.text)}</td>`,
  );
  return `<tr>${head}${rest.join('')}</tr>`;
}

/** One line a row, cells apart by tabs; a heading is a line of its own. */
export function tableAsText({ title, columns, rows, notes }: OutputTable): string {
  const line = (cells: readonly string[]) =>
    cells.map((text) => guardCell(displayText(text).replace(/\s+/g, ' ').trim())).join('\t');
  const labelled = ({ label, group }: OutputColumn) => (group ? `${group}: ${label}` : label);
  return [
    line([title]),
    line(columns.map(labelled)),
    ...rows.map(({ cells, isHeading }) => line(isHeading ? [textOf(cells)] : cells.map(textIn))),
    ...notes.map((note) => line([note])),
  ].join('\n');
}

/** A rating below 0 has a minus sign, which spreadsheets do not read: there it is a hyphen. */
const textIn = ({ text, value }: OutputCell): string =>
  value !== undefined && Number(text.replace('\u2212', '-')) === value
    ? text.replace('\u2212', '-')
    : text;
const textOf = ([first]: readonly OutputCell[]): string => first?.text ?? '';
