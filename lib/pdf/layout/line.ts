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

/** The middle of a centred line is that of its column, in parts of the size. */
const OFF_CENTRE = 0.5;
/** A centred line leaves so much free on both sides, in parts of the size: an indented last line may leave less. */
const FREE = 1.6;
/** A line that fills its column is so much of it. */
const WIDE = 0.85;

/** Whether a line fills its column, but for an indent. */
export const isWide = ({ x0, x1, left, right }: Line): boolean => x1 - x0 > WIDE * (right - left);

/**
 * Whether a line is centred in its column.
 * @param below a line that fills the column: it may show better where that ends than its widest line, a formula
 */
export function isCentred({ x0, x1, left, right, size }: Line, below?: Line): boolean {
  return [right, ...(below && isWide(below) ? [below.x1] : [])].some((edge) => {
    const [before, behind] = [x0 - left, edge - x1];
    const off = Math.abs(before - behind) / 2;
    return Math.min(before, behind) > FREE * size && off < OFF_CENTRE * size;
  });
}
