/** A line of a page, and how its text is made of items. */

/** A stretch of a line's text that is a stretch of one item. Letters between pieces are blanks of ours. */
export interface Piece {
  /** Where it begins in the text. */
  at: number;
  length: number;
  item: number;
  /** Where it begins in the item, in UTF-16 units. */
  offset: number;
  /** All of it is one letter of the item: a ligature. */
  whole?: true;
  x0: number;
  x1: number;
  size: number;
  font: string;
}

export interface Line {
  page: number;
  text: string;
  pieces: Piece[];
  /** Superscripts, [start, end) of the text. */
  sups: [number, number][];
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  base: number;
  size: number;
  /** The font of most letters. */
  font: string;
  /** How many of the letters are in that font, from 0 to 1. */
  share: number;
  /** Blanks wider than those between words: of a table. */
  gaps: number;
  /** The edges of the column that it is in. */
  left: number;
  right: number;
}
