/** How a table is looked at, in the address, so that Back works: which columns, in which order, and which cell is open. */
import { useMemo } from 'react';
import type { OutputCell, OutputColumn, OutputRow, OutputTable } from '@/lib/map/outputs';
import { changeQuery, useRoute } from '../../../use-route';
import { type Sort, sorted } from './sorted';

export interface OpenCell {
  row: OutputRow;
  column: OutputColumn;
  cell: OutputCell;
}

/** A row and a column, by their ids. */
export interface Place {
  row: string;
  column: string;
}

const SEPARATOR = ',';

export type View = ReturnType<typeof useView>;

export function useView() {
  const { query } = useRoute();
  const text = query.toString();
  return useMemo(() => {
    const asked = new URLSearchParams(text);
    const hidden = new Set(asked.get('hide')?.split(SEPARATOR).filter(Boolean));
    const sort = sortIn(asked.get('sort'));
    const [row, column] = [asked.get('row'), asked.get('column')];
    const open = row !== null && column !== null ? { row, column } : null;
    const form = formIn(asked.get('form'));
    return {
      ...{ hidden, sort, open, form },
      set: changeQuery,
      toggle: (id: string) => {
        const next = hidden.has(id) ? [...hidden].filter((one) => one !== id) : [...hidden, id];
        changeQuery({ hide: next.join(SEPARATOR) || undefined });
      },
      /** Down first, as most is looked for; then up; then as the table has it. */
      sortBy: (id: string) => {
        const next = sort?.column !== id ? `-${id}` : sort.isUp ? undefined : id;
        changeQuery({ sort: next });
      },
      openAt: (place: Place) =>
        changeQuery({ row: place.row, column: place.column, form: undefined }),
      /** A form for something new, or for the column of this id. */
      openForm: (kind: Form['kind'], id?: string) =>
        changeQuery({ ...CLOSED, form: id === undefined ? kind : `${kind} ${id}` }),
      close: () => changeQuery(CLOSED),
      shown: (table: OutputTable) => sorted(without(table, hidden), sort),
      openCell: (table: OutputTable): OpenCell | null => {
        const at = table.columns.findIndex(({ id }) => id === open?.column);
        const found = table.rows.find(({ id }) => id === open?.row);
        const [one, cell] = [table.columns[at], found?.cells[at]];
        return found && one && cell ? { row: found, column: one, cell } : null;
      },
    };
  }, [text]);
}

const CLOSED = { row: undefined, column: undefined, form: undefined };

export interface Form {
  kind: 'column' | 'finding' | 'round' | 'measure';
  id?: string | undefined;
}

const FORMS: readonly Form['kind'][] = ['column', 'finding', 'round', 'measure'];

function formIn(text: string | null): Form | null {
  const [word, id] = text?.split(' ', 2) ?? [];
  const kind = FORMS.find((one) => one === word);
  return kind ? { kind, id } : null;
}

function sortIn(text: string | null): Sort | null {
  if (!text) return null;
  const isUp = !text.startsWith('-');
  return { column: isUp ? text : text.slice(1), isUp };
}

function without(table: OutputTable, hidden: ReadonlySet<string>): OutputTable {
  const kept = table.columns.map(({ id }, i) => i === 0 || !hidden.has(id));
  const keep = <T>(list: readonly T[]) => list.filter((_, i) => kept[i]);
  return {
    ...table,
    columns: keep(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: keep(row.cells) })),
  };
}
