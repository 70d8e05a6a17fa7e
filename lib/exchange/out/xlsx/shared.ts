/** What sheets are made of, and what all sheets of a workbook share. */

/** How a cell looks; what is absent is as by default. */
export interface Look {
  bold?: true;
  /** A line under it: the head of a table. */
  ruled?: true;
  /** It runs on over empty cells beside it: lines elsewhere break at the width of the column. */
  isLoose?: true;
  /** Steps that it is set in by. */
  indent?: number;
  align?: 'start' | 'end' | 'centre';
  /** Of a number: "+0", "0%". */
  format?: string;
}

export interface SheetCell extends Look {
  value: string | number | undefined;
}

export interface Sheet {
  name: string;
  /** Characters, one for each column. */
  widths: readonly number[];
  /** As many rows stay in sight. */
  headRows: number;
  /** Of a list of records under a head of one row: how many rows it has, for the filters of spreadsheets. */
  listRows?: number;
  rows: readonly (readonly SheetCell[])[];
  /** Cells of a row that are one: [row, first column, last column], from 0 on. */
  merged?: readonly (readonly [number, number, number])[];
}

/** Typed again, it would be a formula, a number, a date or a truth value. */
const WOULD_CHANGE = /^[\s'=+\-@＝＋－＠]|^[\d.,(]|^(?:true|false)$/i;

/** What all sheets share: texts, each once, and looks, each once. */
export class Shared {
  readonly texts = new Map<string, number>();
  readonly looks = new Map<string, number>();

  constructor() {
    // The first look is that of cells that are not written.
    this.look({ value: '' });
  }

  text(text: string): number {
    return indexIn(this.texts, text);
  }

  look({ value, ...look }: SheetCell): number {
    const isGuarded = typeof value === 'string' && WOULD_CHANGE.test(value);
    return indexIn(this.looks, JSON.stringify({ ...look, isGuarded }));
  }
}

/** The place of a key in a list that grows. */
export function indexIn(list: Map<string, number>, key: string): number {
  const index = list.get(key) ?? list.size;
  list.set(key, index);
  return index;
}
