/**
 * The text of a document as it is read, and the way from each of its letters to the page and back.
 *
 * The text is a string; places in it are offsets in UTF-16 units, and nothing here is a live range. Each stretch of it
 * that was painted is a `Span`: it names the page, the item of that page's text content, and where in the item it begins.
 * What no item has (a blank between two words or lines, the line feed between two paragraphs) is in no span. A ligature
 * is one letter of its item and several of the text; a hyphen at the end of a line that does not belong to its word is
 * a letter of an item and none of the text.
 */
import type { Line, Piece } from '../layout/line';
import { cutsAddress } from './cut-address';
import { BREAK, type Words } from './words';

/** A stretch of the text that is a stretch of one item; `whole` where several of its letters are one of the item's. */
export interface Span {
  page: number;
  item: number;
  /** Where it begins in the item's own text. */
  offset: number;
  /** Where it begins in the text. */
  at: number;
  length: number;
  whole?: true;
}

/** A line of a page, as [start, end) of the text, with the edges of the column that it is in, in points. */
export interface TextLine {
  page: number;
  start: number;
  end: number;
  left: number;
  right: number;
}

/** A paragraph that was added: where it is, with its superscripts in the text. */
export interface Added {
  text: string;
  start: number;
  end: number;
  sups: [number, number][];
}

/** Builds a reading text, paragraph by paragraph. */
export class ReadingText {
  private readonly done: string[] = [];
  /** Length of what is done. */
  private base = 0;
  /** The paragraph that is being written. */
  private open = '';
  /** In the order of the text. */
  readonly spans: Span[] = [];
  readonly lines: TextLine[] = [];

  constructor(private readonly words: Words) {}

  get text(): string {
    return this.done.join('');
  }

  /** Adds the lines of one paragraph. */
  add(lines: readonly Line[]): Added {
    const sups: [number, number][] = [];
    let before: Line | null = null;
    const start = this.base;
    for (const line of lines) {
      if (before) this.join(before, line);
      const { page, left, right } = line;
      const from = this.base + this.open.length;
      this.write(line, sups);
      this.lines.push({ page, start: from, end: this.base + this.open.length, left, right });
      before = line;
    }
    this.open = this.open.trimEnd();
    const end = start + this.open.length;
    const text = this.open;
    this.done.push(text, '\n');
    this.base = end + 1;
    this.open = '';
    return { text, start, end, sups: sups.filter(([a, b]) => b > a) };
  }

  private join(line: Line, next: Line): void {
    const cut = cutsAddress(line, next);
    if (BREAK.test(line.text.trimEnd())) {
      if (!cut && !this.words.keepsHyphen(line.text.trimEnd(), next.text)) this.dropLast();
    } else if (!cut && !/\s$/.test(this.open)) this.open += ' ';
  }

  private dropLast(): void {
    const last = this.spans.at(-1);
    const line = this.lines.at(-1);
    this.open = this.open.slice(0, -1);
    const end = this.base + this.open.length;
    if (last && last.at + last.length > end) last.length--;
    // Else the first word of the next line would be counted to this one, and be looked for in its column.
    if (line) line.end = Math.min(line.end, end);
  }

  private write(line: Line, sups: [number, number][]): void {
    // Blanks at the ends, and doubled ones, are left out.
    const moved: number[] = [];
    const kept: boolean[] = [];
    const last = line.text.trimEnd().length;
    for (let i = 0; i < line.text.length; i++) {
      moved.push(this.base + this.open.length);
      const sign = line.text[i] as string;
      const drop = i >= last || (sign === ' ' && (this.open === '' || this.open.endsWith(' ')));
      kept.push(!drop);
      if (!drop) this.open += sign;
    }
    const end = this.base + this.open.length;
    for (const piece of line.pieces) {
      let from = 0;
      for (let i = 0; i <= piece.length; i++) {
        if (i < piece.length && kept[piece.at + i]) continue;
        if (i > from) this.spans.push(this.span(line.page, piece, from, i, moved));
        from = i + 1;
      }
    }
    for (const [a, b] of line.sups) sups.push([moved[a] ?? end, moved[b] ?? end]);
  }

  private span(
    page: number,
    piece: Piece,
    from: number,
    to: number,
    moved: readonly number[],
  ): Span {
    const at = moved[piece.at + from] as number;
    const { item, whole } = piece;
    const offset = piece.offset + (whole ? 0 : from);
    return { at, length: to - from, page, item, offset, ...(whole && { whole }) };
  }
}
