/** What documents are made of. */

export interface Run {
  text: string;
  bold?: true;
  italic?: true;
  /** An address of the web that it leads to. */
  address?: string;
  /** The place in the document that it leads to. */
  to?: string;
}

/** How a paragraph looks: the ids of styles. */
export type Style =
  | 'Title'
  | 'Subtitle'
  | 'Heading1'
  | 'Normal'
  | 'TableText'
  | 'TableHead'
  | 'TableNote'
  | 'Bibliography';

export interface Paragraph {
  kind: 'paragraph';
  style: Style;
  runs: readonly Run[];
  /** Places that lead here are named so. */
  place?: string;
}

/** "Table 3. Influences": the number is one that Word counts. */
export interface Caption {
  kind: 'caption';
  number: number;
  /** Of a table that is printed in parts: "(part 2 of 3)". */
  part?: string;
  text: string;
  place: string;
}

export interface Cell {
  runs: readonly Run[];
  align: 'start' | 'end' | 'centre';
  /** Columns that it is over. */
  span?: number;
  /** Steps that it is set in by. */
  indent?: number;
  place?: string;
  /** Over the rows that follow. */
  isHeading?: true;
}

export interface Table {
  kind: 'table';
  /** Characters, one number for each column: the least that it needs, and what it would take. */
  widths: readonly (readonly [least: number, most: number])[];
  /** Repeated on each page. */
  head: readonly (readonly Cell[])[];
  rows: readonly (readonly Cell[])[];
}

export type Block = Paragraph | Caption | Table;

/** Blocks on pages of one orientation. The last one is a paragraph: it ends the section. */
export interface Section {
  isWide: boolean;
  blocks: readonly Block[];
}
