/** One sheet of a workbook as XML. */
import type { Shared, Sheet, SheetCell } from './shared';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LETTERS = 26;

/** "A", "Z", "AA" for 0, 25, 26. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? last : columnName(Math.floor(index / LETTERS) - 1) + last;
}

export function sheetXml(sheet: Sheet, shared: Shared, isFirst: boolean): string {
  const { rows, widths, headRows, listRows, merged = [] } = sheet;
  const names = widths.map((_, i) => columnName(i));
  const lastRow = Math.max(rows.length, 1);
  const whole = `A1:${names.at(-1) ?? 'A'}${lastRow}`;
  const frozen = headRows
    ? `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
    : '';
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map(
    (cells, r) =>
      `<row r="${r + 1}">${cells.map((cell, c) => cellXml(cell, `${names[c] ?? columnName(c)}${r + 1}`, shared)).join('')}</row>`,
  );
  const spans = merged.map(
    ([row, from, to]) =>
      `<mergeCell ref="${columnName(from)}${row + 1}:${columnName(to)}${row + 1}"/>`,
  );
  return [
    `<worksheet xmlns="${MAIN}"><dimension ref="${whole}"/>`,
    `<sheetViews><sheetView workbookViewId="0"${isFirst ? ' tabSelected="1"' : ''}>${frozen}</sheetView></sheetViews>`,
    columns.length ? `<cols>${columns.join('')}</cols>` : '',
    `<sheetData>${lines.join('')}</sheetData>`,
    listRows ? `<autoFilter ref="A1:${names.at(-1) ?? 'A'}${listRows}"/>` : '',
    spans.length ? `<mergeCells count="${spans.length}">${spans.join('')}</mergeCells>` : '',
    // Identifiers that look like numbers are texts on purpose.
    `<ignoredErrors><ignoredError sqref="${whole}" numberStoredAsText="1"/></ignoredErrors>`,
    '</worksheet>',
  ].join('');
}

function cellXml(cell: SheetCell, ref: string, shared: Shared): string {
  const { value } = cell;
  const look = shared.look(cell);
  if (value === undefined || value === '') return look ? `<c r="${ref}" s="${look}"/>` : '';
  if (typeof value === 'number') return `<c r="${ref}" s="${look}"><v>${value}</v></c>`;
  return `<c r="${ref}" s="${look}" t="s"><v>${shared.text(value)}</v></c>`;
}
