/**
 * The reading text as a viewer shows it: paragraph by paragraph, each cut where it goes on in another column or on another
 * page, with the items that its letters are painted by. Everything is an offset into the text; nothing is laid out yet.
 */
import type { Paragraph, PdfStructure } from '../types';
import type { ReadingText, TextLine } from './reading-text';

/** [start, end) of the text, which is [from, to) of the letters of an item. */
export interface Stretch {
  start: number;
  end: number;
  item: number;
  from: number;
  to: number;
}

/** What of a paragraph is in one column of one page. */
export interface TextPart {
  page: number;
  start: number;
  end: number;
  /** The edges of the column, in points from the left edge of the page. */
  left: number;
  right: number;
  stretches: Stretch[];
}

export interface TextBlock {
  kind: Paragraph['kind'];
  /** Of a heading: its rank, 1 for the highest. */
  level?: number;
  /** Of an entry of the reference list: its id. */
  reference?: string;
  start: number;
  end: number;
  parts: TextPart[];
}

/** Edges of one column differ by less, in points. */
const SAME_EDGE = 3;

const inSameColumn = (part: TextPart, line: TextLine): boolean =>
  part.page === line.page &&
  Math.abs(part.left - line.left) < SAME_EDGE &&
  Math.abs(part.right - line.right) < SAME_EDGE;

/** The paragraphs of a text with what each of their parts is painted by. */
export function blocksOfText(
  { spans, lines }: Pick<ReadingText, 'spans' | 'lines'>,
  paragraphs: readonly Paragraph[],
  { sections, references }: Pick<PdfStructure, 'sections' | 'references'>,
): TextBlock[] {
  const levels = new Map(sections.map(({ start, level }) => [start, level]));
  const ids = new Map(references.map(({ start, id }) => [start, id]));
  let line = 0;
  let span = 0;
  return paragraphs.map(({ kind, start, end }) => {
    const parts: TextPart[] = [];
    for (; line < lines.length && (lines[line] as TextLine).start < end; line++) {
      const one = lines[line] as TextLine;
      let part = parts.at(-1);
      if (!part || !inSameColumn(part, one)) {
        const { page, left, right } = one;
        // The blank that joins two lines is of the part before.
        if (part) part.end = one.start;
        part = { page, start: parts.length ? one.start : start, end, left, right, stretches: [] };
        parts.push(part);
      }
      for (; span < spans.length && (spans[span]?.at ?? 0) < one.end; span++)
        part.stretches.push(stretchOf(spans[span] as (typeof spans)[number]));
    }
    const level = kind === 'heading' ? levels.get(start) : undefined;
    const reference = ids.get(start);
    return {
      ...{ kind, start, end, parts },
      ...(level !== undefined && { level }),
      ...(reference !== undefined && { reference }),
    };
  });
}

function stretchOf({ at, length, item, offset, whole }: ReadingText['spans'][number]): Stretch {
  return { start: at, end: at + length, item, from: offset, to: offset + (whole ? 1 : length) };
}
