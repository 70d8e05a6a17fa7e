/**
 * Headings: short blocks that look unlike the running text. Each look (font, size, capitals) is judged as a whole, by
 * whether the words that papers head their sections with, or entries of the file's outline, are printed in it.
 */
import { isFurnitureTitle } from '../../page/shared';
import { looseKey } from '../../text';
import { type Block, ENDS_SENTENCE, isCaps, SMALLER } from '../layout/blocks';
import { type BodyStyle, isBelow } from '../layout/body-style';
import { isCentred, type Line } from '../layout/line';
import { lettersOf } from '../layout/runs';
import type { OutlineEntry } from '../source/types';
import { BREAK, type Words } from '../text/words';
import { frontEnd } from './front';
import { isKnownHeading } from './known-headings';

export interface Heading {
  title: string;
  level: number;
}

/** Headings have so many lines and letters at most. */
const MOST_LINES = 4;
const MOST_LETTERS = 180;
const FEWEST_LETTERS = 3;
/** So much larger than the text is another size. */
const LARGER = 1.04;
/** A heading is in one font, but for numbers and symbols. */
const ONE_FONT = 0.8;
/** A look without known words is one of headings if it is used so often, and text follows so often. */
const USED = 2;
const FOLLOWED = 0.5;
/** Text is a block of so many letters. */
const TEXT = 60;
/** A known heading in the font of the text fills at most this part of its column. */
const SHORT_LINE = 0.6;
/** The last line of a heading leaves some of its column empty. */
const NOT_FULL = 0.93;
/** White above a heading that nothing else shows, in parts of the usual distance. */
const WHITE = 1.2;

/** A heading that ends in a stop is shorter than a sentence. */
const LONG_SENTENCE = 60;

const DEPTH = /^(\d{1,2}(?:\.\d{1,2}){0,4})(?:[.)]| ?[|│])? {0,3}(?=\p{L})/u;

interface Candidate {
  block: Block;
  title: string;
  look: string;
  size: number;
  caps: boolean;
  /** Unlike the text in size, font or case. */
  unlike: boolean;
  /** 1 for "2", 2 for "2.1". */
  depth: number;
  known: boolean;
  /** Its level in the file's outline. */
  outline: number | null;
  /** Text follows it. */
  followed: boolean;
}

/** The text of a heading, over its lines. */
function titleOf(lines: readonly Line[], words: Words): string {
  let out = '';
  for (const { text, sups } of lines) {
    // Marks of notes are not of the title.
    const last = sups.at(-1);
    const end = last && last[1] >= text.trimEnd().length && last[0] > 0 ? last[0] : text.length;
    const line = text.slice(0, end).trim();
    if (BREAK.test(out) && /^\p{Ll}/u.test(line))
      out = (words.keepsHyphen(out, line) ? out : out.slice(0, -1)) + line;
    else out += out ? ` ${line}` : line;
  }
  return out.replace(/\s+/g, ' ').trim();
}

/** A row of a table ends in its numbers. */
const CELLS = /(?:\s[<>=−–-]?\d+(?:[.,]\d+)?%?){2}$/;

/** Whether words can be a heading at all. */
function mayHead(title: string): boolean {
  const letters = lettersOf(title);
  if (letters < FEWEST_LETTERS || letters > MOST_LETTERS || !/\p{L}{2}/u.test(title)) return false;
  if (!/^[\p{L}\d¿¡"“‘(]/u.test(title)) return false;
  return !/[,;=]$/.test(title) && !/^key ?words?\b/i.test(title) && !CELLS.test(title);
}

/** A line in the middle of a sentence, in a font that only looks like another one. */
function isWithinText(block: Block, next: Block | undefined): boolean {
  const last = block.lines.at(-1) as Line;
  const first = next?.lines[0];
  if (!first || !isBelow(last, first)) return false;
  return /^[\p{Ll}]/u.test(first.text) && !ENDS_SENTENCE.test(last.text);
}

/** Whether white sets a block apart from what is above it in its column. */
function isApart(block: Block, before: Block | undefined, body: BodyStyle): boolean {
  const above = before?.lines.at(-1);
  const [first] = block.lines as [Line];
  if (!above || !isBelow(above, first)) return true;
  return first.base - above.base > WHITE * body.leadingOf(Math.max(above.size, first.size));
}

/** Such headings are short. */
const MOST_LINES_ALONE = 2;

/** Whether nothing but white shows that a block in the letters of the text is a heading of what is below it. */
function isAlone(block: Block, next: Block | undefined, body: BodyStyle): boolean {
  const [first] = block.lines as [Line];
  const [below] = next?.lines ?? [];
  return (
    below !== undefined &&
    block.lines.length <= MOST_LINES_ALONE &&
    (first.x0 - first.left < first.size / 2 || isCentred(first, below)) &&
    /^[\p{Lu}\d]/u.test(first.text) &&
    /^\p{Lu}/u.test(below.text) &&
    isBelow(first, below) &&
    isApart(next as Block, block, body)
  );
}

/** Letters of a block of text. */
const lettersOfText = (of: Block | undefined): number =>
  of?.kind === 'text' ? of.lines.reduce((sum, line) => sum + lettersOf(line.text), 0) : 0;

class Looks {
  constructor(
    private readonly blocks: readonly Block[],
    private readonly body: BodyStyle,
    private readonly outline: ReadonlyMap<string, number>,
    private readonly words: Words,
  ) {}

  *candidates(): Generator<Candidate> {
    const { blocks } = this;
    for (let index = frontEnd(blocks); index < blocks.length; index++) {
      const one = this.candidate(index);
      if (one) yield one;
    }
  }

  /** Whether a block is right above text of the usual size, or in capitals above a heading in its letters that is. */
  private isAboveText(index: number): boolean {
    const { blocks, body } = this;
    const [block, next] = blocks.slice(index, index + 2);
    if (!block || !next || !isBelow(block.lines.at(-1) as Line, next.lines[0] as Line))
      return false;
    if (next.size >= SMALLER * body.size && lettersOfText(next) > TEXT) return true;
    const alike = next.font === block.font && next.size === block.size;
    const higher = isCaps(titleOf(block.lines, this.words));
    return higher && alike && next.lines.length <= MOST_LINES_ALONE && this.isAboveText(index + 1);
  }

  private candidate(index: number): Candidate | null {
    const { blocks, body } = this;
    const block = blocks[index] as Block;
    if (block.lines.length > MOST_LINES || block.kind === 'caption') return null;
    const title = titleOf(block.lines, this.words);
    if (!mayHead(title) || isFurnitureTitle(title)) return null;

    const known = isKnownHeading(title);
    const bare = looseKey(title.replace(DEPTH, ''));
    const outline = this.outline.get(bare) ?? this.outline.get(looseKey(title)) ?? null;
    const sure = known || outline !== null;
    const next = blocks[index + 1];
    if (isWithinText(block, next) && !sure) return null;
    const larger = block.size > LARGER * body.size;
    // Text of tables and figures is small; a small heading is right above text of the usual size.
    const small = block.size < SMALLER * body.size || block.kind !== 'text';
    if (small && !sure && !this.isAboveText(index)) return null;
    const caps = isCaps(title);
    const depth = DEPTH.exec(title)?.[1]?.split('.').length ?? 0;
    const apart = isApart(block, blocks[index - 1], body);
    const plain = block.lines.map((line) => body.plainShare(line));
    const otherFont =
      (block.font !== body.font && block.share > ONE_FONT) || Math.max(...plain) < 1 - ONE_FONT;
    const stressed = body.runsThrough(block.font) || body.isPlain(block.font, body.size);
    const last = block.lines.at(-1) as Line;
    const begin = isCentred(last, next?.lines[0]) ? last.x0 : last.left;
    // What is centred over several columns is read in a column of its own width.
    const filled = (last.x1 - begin) / Math.max(last.right - last.left, body.width);
    // Small capitals are small letters for a machine; running text begins with a capital, or goes on.
    const above = blocks.slice(0, index).findLast(({ kind }) => kind === 'text');
    const ended =
      !above ||
      isKnownHeading(titleOf(above.lines, this.words)) ||
      ENDS_SENTENCE.test(above.lines.at(-1)?.text ?? '');
    if (!sure && /^\p{Ll}{2}/u.test(title) && !(larger && ended)) return null;
    const unlike = larger || (otherFont && !stressed);
    let white = false;
    if (!unlike && !sure && !(apart && otherFont && filled < NOT_FULL)) {
      if (ENDS_SENTENCE.test(title) || !apart) return null;
      white = !(caps || depth > 0) || filled > SHORT_LINE || block.lines.length > 1;
      const alone = filled < NOT_FULL && lettersOfText(next) > TEXT && isAlone(block, next, body);
      if (white && !alone) return null;
    }
    const fills = filled > (outline === null ? SHORT_LINE : NOT_FULL) || block.lines.length > 1;
    if (!unlike && !otherFont && sure && fills && !isAlone(block, next, body)) return null;
    const size = Math.round(block.size * 2) / 2;
    const another =
      next &&
      next.lines.length <= 2 &&
      next.font !== body.font &&
      mayHead(titleOf(next.lines, this.words));
    return {
      ...{
        block,
        title,
        size,
        caps,
        unlike: unlike || caps || otherFont || white,
        depth,
        known,
        outline,
      },
      look: `${block.font} ${size} ${caps ? 'caps' : ''}${white && depth === 0 ? 'white' : ''}`,
      followed:
        lettersOfText(next) > TEXT || Boolean(another && lettersOfText(blocks[index + 2]) > TEXT),
    };
  }
}

/** Looks that are of headings, the higher ones first. */
function headingLooks(all: readonly Candidate[]): string[] {
  const looks = new Map<string, Candidate[]>();
  for (const one of all) {
    const alike = looks.get(one.look);
    if (alike) alike.push(one);
    else looks.set(one.look, [one]);
  }
  return [...looks]
    .filter(([, alike]) => {
      if (!alike[0]?.unlike) return false;
      if (alike.some(({ known, outline }) => known || outline !== null)) return true;
      const followed = alike.filter((one) => one.followed).length;
      return (
        (alike.length >= USED || /white$/.test(alike[0]?.look ?? '')) &&
        followed >= FOLLOWED * alike.length
      );
    })
    .sort(([, [a]], [, [b]]) => {
      const [one, other] = [a as Candidate, b as Candidate];
      return other.size - one.size || Number(other.caps) - Number(one.caps);
    })
    .map(([look]) => look);
}

/** The headings among the blocks of a document, by their blocks. */
export function findHeadings(
  blocks: readonly Block[],
  body: BodyStyle,
  outline: readonly OutlineEntry[],
  words: Words,
): Map<Block, Heading> {
  const levels = new Map(
    outline.map(({ title, level }) => [looseKey(title.replace(DEPTH, '')), level]),
  );
  levels.delete('');
  const all = [...new Looks(blocks, body, levels, words).candidates()];
  const looks = headingLooks(all);
  const out = new Map<Block, Heading>();
  for (const one of all) {
    const rank = looks.indexOf(one.look);
    const sure = one.known || one.outline !== null;
    if (!sure && (rank < 0 || !one.followed)) continue;
    // A sentence: several, or a long one.
    const bare = one.title.replace(DEPTH, '');
    if (!sure && /[.?!]$/.test(bare) && (/[.:] /.test(bare) || lettersOf(bare) > LONG_SENTENCE))
      continue;
    const level = one.depth || Math.min(4, rank < 0 ? 1 : rank + 1);
    out.set(one.block, { title: one.title.replace(/ ?[|│] ?/, ' ').replace(/[.:]$/, ''), level });
  }
  return out;
}
