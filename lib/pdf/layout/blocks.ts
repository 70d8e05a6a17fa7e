/**
 * Blocks: the lines of one paragraph, heading, caption or table in one column. A new block begins where the distance, the
 * size or the font changes, where a line is indented, and behind a paragraph's short last line.
 */
import { type BodyStyle, isBelow } from './body-style';
import { isCentred, isWide, type Line } from './line';
import { median } from './numbers';
import { lettersOf } from './runs';

export type BlockKind = 'text' | 'caption' | 'table' | 'note';

export interface Block {
  kind: BlockKind;
  lines: Line[];
  page: number;
  size: number;
  font: string;
  /** How many of its letters are in that font, from 0 to 1. */
  share: number;
}

/** Sizes of one paragraph, or of one title, differ by less than this part. */
export const ANOTHER_SIZE = 0.06;
/** Lines of one paragraph are closer than so many times the usual distance; formulas widen it. */
const APART = 1.33;
/** An indent is as wide, in parts of the size. */
const INDENT = 0.7;
/** A line in one font has so much of its letters in it. */
const PURE = 0.95;
/** A last line leaves at least so much of its column empty. */
const SHORT_LINE = 0.15;

const BULLET = /^[•●▪■◦‣–—\uf0b7] ?\S/u;
const NUMBERED =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,4}\.|[A-H]\.|(?:\d{1,2}|[ivx]{1,4}|[a-h])\)) {1,3}\p{Lu}/u;
const SUBSECTION = /^\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.? {1,3}\p{Lu}/u;
export const ENDS_SENTENCE = /[.?!:]["'”’)\]]?(?: ?\[?[\d,–-]{1,12}\]?)?$/;

/** Capitals throughout. */
export const isCaps = (text: string): boolean =>
  /\p{Lu}{3}/u.test(text) && !/\p{Ll}{2}/u.test(text);

/** Whether a line begins another block than the line above it, which may have opened its block. */
function isNewBlock(
  [line, next, after]: readonly [Line, Line, Line | undefined],
  opens: boolean,
  body: BodyStyle,
): boolean {
  if (!isBelow(line, next)) return true;
  const larger = Math.max(line.size, next.size);
  if (Math.abs(line.size - next.size) > ANOTHER_SIZE * larger) return true;
  if (next.base - line.base > APART * body.leadingOf(larger)) return true;
  const [a, b] = [body.plainShare(line), body.plainShare(next)];
  if ((a > PURE && b < 1 - PURE) || (b > PURE && a < 1 - PURE)) return true;
  const pure = line.share > PURE && next.share > PURE && line.font !== next.font;
  if (pure && a + b < PURE) return true;
  if (BULLET.test(next.text)) return true;
  if (isHeadLine(line, next, body)) return true;
  // A centred line above lines from edge to edge is their heading, whatever its letters.
  const text = body.isPlain(next.font, next.size);
  if (opens && text && isCentred(line, next) && isWide(next)) return true;
  if (isCentred(next) && NUMBERED.test(next.text) && isCentred(line)) return true;
  const plain = body.isPlain(next.font, next.size) && next.size <= body.size;
  if (!plain && line.font === next.font) {
    // Headings of two ranks in one font: by their numbers, or their capitals.
    if (NUMBERED.test(next.text) || isCaps(line.text) !== isCaps(next.text)) return true;
  }
  const ended = ENDS_SENTENCE.test(line.text);
  // A heading on the first line of a paragraph: in a font of its own, or behind a number of its own.
  const begin = next.pieces[0]?.font ?? '';
  const own = !body.isPlain(begin, next.size) && begin !== line.pieces.at(-1)?.font;
  const running =
    Math.abs(line.size - body.size) <= ANOTHER_SIZE * body.size &&
    body.isPlain(line.font, line.size);
  if (ended && running && (own ? /^[\p{Lu}\d]/u.test(next.text) : SUBSECTION.test(next.text)))
    return true;
  const indented = next.x0 - line.x0 > INDENT * next.size;
  if (indented) {
    const alike = after && Math.abs(after.size - next.size) <= ANOTHER_SIZE * next.size;
    const returns = alike && isBelow(next, after) && next.x0 - after.x0 > INDENT * next.size;
    if (returns || ended) return true;
  }
  return ended && line.right - line.x1 > SHORT_LINE * (line.right - line.left);
}

/** A short line in a font of headings, above one that opens with another: a heading on its first line, or the text's. */
function isHeadLine(line: Line, next: Line, body: BodyStyle): boolean {
  return (
    line.share > PURE &&
    !body.isPlain(line.font, line.size) &&
    next.pieces[0]?.font !== line.font &&
    line.right - line.x1 > SHORT_LINE * (line.right - line.left) &&
    /^[\p{Lu}\d]/u.test(line.text) &&
    /^[\p{Lu}\d]/u.test(next.text)
  );
}

const CAPTION =
  /^(?:(?:supplementary |extended data |online )?(?:fig(?:ure|\.)?|table|tab\.|abb(?:ildung|\.)|tabelle|figura|tabela|tabla|tableau|scheme|chart|box|plate|graph)) ?[A-Z]?\d{1,3}[A-Za-z]?(?![\d\p{L}])([.:|]?)/iu;
/** A text in which so many lines have wide gaps is a table. */
const TABLED = 0.4;
/** Letters of a line in a table or a figure, on average; of text in a narrow column at least as many. */
const FEW_LETTERS = 14;
/** Smaller than the text by so much: of notes, tables and figures. */
export const SMALLER = 0.94;

const NOTE = /^(?:[*†‡§¶#∗⁎✉]|[a-d1-9]{1,2}(?= ?\p{Lu}))/u;

/** Whether a block is read with the text, or beside it. */
function kindOf(lines: readonly Line[], body: BodyStyle, height: number): BlockKind {
  const [first] = lines as [Line];
  const caption = CAPTION.exec(first.text);
  const small = first.size < SMALLER * body.size;
  if (caption && (caption[1] || small || first.pieces[0]?.font !== body.font)) return 'caption';
  const letters = lines.reduce((sum, line) => sum + lettersOf(line.text), 0) / lines.length;
  const gapped = lines.filter((line) => line.gaps > 0).length / lines.length;
  const own =
    Math.abs(first.size - body.size) <= ANOTHER_SIZE * body.size && first.font === body.font;
  if (gapped > TABLED && (lines.length > 1 || first.gaps > 1) && !own) return 'table';
  if (small && letters < FEW_LETTERS && lines.length < 3) return 'table';
  const raised = first.sups[0]?.[0] === 0;
  if (small && first.base > height / 2 && (raised || NOTE.test(first.text))) return 'note';
  return 'text';
}

/** The blocks of some lines in reading order. */
export function blocksOf(
  lines: readonly Line[],
  body: BodyStyle,
  heightOf: (page: number) => number,
): Block[] {
  const out: Block[] = [];
  let open: Line[] = [];
  const close = () => {
    const [first] = open;
    if (!first) return;
    const main = open.find((line) => line.share > PURE) ?? first;
    const mixed = open.every((line) => line.font === main.font)
      ? open.reduce((sum, line) => sum + line.share, 0) / open.length
      : 0;
    out.push({
      kind: kindOf(open, body, heightOf(first.page)),
      lines: open,
      page: first.page,
      size: median(open.map((line) => line.size)),
      font: main.font,
      share: mixed,
    });
    open = [];
  };
  for (const [index, line] of lines.entries()) {
    const last = open.at(-1);
    if (last && isNewBlock([last, line, lines[index + 1]], open.length === 1, body)) close();
    open.push(line);
  }
  close();
  return out;
}
