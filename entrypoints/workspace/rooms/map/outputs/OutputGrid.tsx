/** The table itself. Tab goes from row to row, arrow keys from cell to cell; a cell opens what is behind it. */
import { Fragment, type KeyboardEvent, useMemo, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { atDepth } from '@/components/ui/depth';
import { Icon } from '@/components/ui/Icon';
import {
  columnGroups,
  type OutputCell,
  type OutputColumn,
  type OutputRow,
  type OutputTable,
} from '@/lib/map/outputs';
import { displayText } from '@/lib/text';
import styles from './OutputGrid.module.css';
import type { Sort } from './sorted';
import type { Place } from './use-view';

/** More rows than these are drawn on request: a page with thousands of cells answers slowly. */
const FIRST_ROWS = 300;

interface Doings {
  open: Place | null;
  onOpen: (place: Place) => void;
}

export function OutputGrid({
  table,
  sort,
  onSort,
  ...doings
}: Doings & {
  table: OutputTable;
  sort: Sort | null;
  onSort: (column: string) => void;
}) {
  const [all, setAll] = useState(false);
  const { columns } = table;
  const rows = all ? table.rows : table.rows.slice(0, FIRST_ROWS);
  const sortable = useMemo(() => numbersIn(table), [table]);
  return (
    <>
      <table className={styles.table} onKeyDown={moveByArrow}>
        <caption className="visually-hidden">{displayText(table.title)}</caption>
        <thead>
          {columns.some(({ group }) => group) ? (
            <tr>
              {columnGroups(columns).map(({ group, span }, i) =>
                group ? (
                  <th
                    key={`${group} ${String(i)}`}
                    className={styles.group}
                    scope="colgroup"
                    colSpan={span}
                  >
                    <span className={styles.groupRule}>
                      <span className={styles.groupName} dir="auto">
                        {displayText(group)}
                      </span>
                    </span>
                  </th>
                ) : (
                  <td key={`none ${String(i)}`} className={styles.noGroup} colSpan={span} />
                ),
              )}
            </tr>
          ) : null}
          <tr>
            {columns.map((column, i) => (
              <th
                key={column.id}
                scope="col"
                className={classes(styles.label, styles[column.align], i === 0 && styles.first)}
                aria-sort={ariaSort(column, sort)}
              >
                {sortable.has(column.id) ? (
                  <button type="button" className={styles.sort} onClick={() => onSort(column.id)}>
                    <span dir="auto">{displayText(column.label)}</span>
                    {sort?.column === column.id ? (
                      <span aria-hidden="true">{sort.isUp ? '↑' : '↓'}</span>
                    ) : null}
                  </button>
                ) : (
                  <span dir="auto">{displayText(column.label)}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} {...doings} />
          ))}
        </tbody>
      </table>
      {rows.length < table.rows.length ? (
        <Button onClick={() => setAll(true)}>
          Show all {table.rows.length} rows <Icon name="chevron" size={14} />
        </Button>
      ) : null}
    </>
  );
}

const ariaSort = ({ id }: OutputColumn, sort: Sort | null) =>
  sort?.column === id ? (sort.isUp ? ('ascending' as const) : ('descending' as const)) : undefined;

/** Columns with numbers can be sorted by them. */
function numbersIn({ columns, rows }: OutputTable): Set<string> {
  const has = (at: number) => rows.some(({ cells }) => cells[at]?.value !== undefined);
  return new Set(columns.flatMap(({ id }, at) => (has(at) ? id : [])));
}

function Row({
  row,
  columns,
  open,
  onOpen,
}: Doings & { row: OutputRow; columns: readonly OutputColumn[] }) {
  const [first, ...others] = row.cells;
  if (row.isHeading)
    return (
      <tr>
        <th className={styles.heading} scope="rowgroup" colSpan={columns.length}>
          <span className={styles.headingName} dir="auto">
            {displayText(first?.text ?? '')}
          </span>
        </th>
      </tr>
    );
  const firstDoor = row.cells.findIndex(isDoor);
  const doorTo = (cell: OutputCell, i: number) => {
    const column = columns[i] as OutputColumn;
    if (!isDoor(cell)) return <Lines text={cell.text} />;
    return (
      <button
        type="button"
        className={classes(styles.door, !cell.text && styles.empty)}
        tabIndex={i === firstDoor ? 0 : -1}
        aria-expanded={open?.row === row.id && open.column === column.id}
        title={cell.isDraft ? 'A draft, worked out from tags' : undefined}
        aria-label={cell.text ? undefined : `Empty: ${displayText(column.label)}`}
        onClick={() => onOpen({ row: row.id, column: column.id })}
      >
        <Lines text={cell.text} />
      </button>
    );
  };
  return (
    <tr className={classes(styles.row, open?.row === row.id && styles.open)}>
      <th
        className={classes(styles.name, columns[0]?.align === 'end' && styles.number)}
        scope="row"
        style={atDepth(row.depth ?? 0)}
      >
        {first ? doorTo(first, 0) : null}
      </th>
      {others.map((cell, i) => {
        const column = columns[i + 1] as OutputColumn;
        return (
          <td key={column.id} className={cellClass(cell, column)}>
            {doorTo(cell, i + 1)}
          </td>
        );
      })}
    </tr>
  );
}

/** Something is behind it: papers or tags; or something can be typed in it. */
const isDoor = ({ text, tagIds = [], paperIds = [], edit }: OutputCell): boolean =>
  edit !== undefined || (text !== '' && tagIds.length + paperIds.length > 0);

function cellClass({ value, isDraft }: OutputCell, { align, isQuotes }: OutputColumn): string {
  const looks = [value === 0 && styles.zero, isDraft && styles.draft, isQuotes && styles.quotes];
  return classes(styles.cell, styles[align], ...looks);
}

const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ');

/** "23,25,28-31": a list that may be broken after each comma, and nowhere else. */
const REFERENCES = /^\d[\d,-]*$/;

/** A cell may hold several quotes. */
function Lines({ text }: { text: string }) {
  if (REFERENCES.test(text))
    return text.split(',').map((part, i, { length }) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text
      <Fragment key={i}>
        {i < length - 1 ? `${part},` : part}
        <wbr />
      </Fragment>
    ));
  if (!text.includes('\n')) return <span dir="auto">{displayText(text)}</span>;
  return text.split('\n').map((line, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two quotes may be alike
    <span key={i} className={styles.line} dir="auto">
      {displayText(line)}
    </span>
  ));
}

const STEPS: Readonly<Record<string, readonly [row: number, cell: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** To the next cell that opens something, in that direction. */
function moveByArrow(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  const cell =
    event.target instanceof HTMLElement
      ? event.target.closest<HTMLTableCellElement>('td, th')
      : null;
  if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
  const { rows } = event.currentTarget;
  const line = cell.parentElement as HTMLTableRowElement;
  let [row, at] = [line.rowIndex + step[0], cell.cellIndex + step[1]];
  for (; rows[row]?.cells[at]; row += step[0], at += step[1]) {
    const door = rows[row]?.cells[at]?.querySelector<HTMLElement>('button');
    if (!door) continue;
    event.preventDefault();
    door.focus();
    return;
  }
}
