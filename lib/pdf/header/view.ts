/** What the rules for a PDF's paper look at: its first page as blocks, what is printed on every page, what the file states. */
import { isReferencesTitle } from '../../page/shared';
import { looseKey } from '../../text';
import type { Block } from '../layout/blocks';
import type { BodyStyle } from '../layout/body-style';
import type { Line } from '../layout/line';
import { tally } from '../layout/numbers';
import type { PageLines } from '../layout/page-lines';
import type { PdfFile } from '../source/types';
import { frontEnd } from '../structure/front';
import { cutsAddress } from '../text/cut-address';
import { BREAK, type Words } from '../text/words';
import { isCover } from './cover';

/** A block of the first page with its text in one line. */
export interface HeadBlock {
  text: string;
  /** The text without superscripts, and a bar where they were. */
  bare: string;
  /** The same, line by line. */
  bareLines: string[];
  block: Block;
  /** From the top of the page, from 0 to 1. */
  at: number;
}

export interface HeadView {
  /** The page on which the paper begins. */
  page: number;
  /** Of that page, in reading order. */
  blocks: HeadBlock[];
  /** Of cover sheets before it, and of the page after it. */
  cover: HeadBlock[];
  second: HeadBlock[];
  /** Of the last two pages. */
  last: HeadBlock[];
  /** Those before the reference list: where letters are signed. */
  signed: HeadBlock[];
  /** Where the text begins among the blocks: abstract, or first paragraph. */
  front: number;
  /** Running heads and feet, each once; and those that several pages repeat as they are. */
  heads: string[];
  repeated: string[];
  /** Of the paper's first page. */
  firstHeads: string[];
  /** Text in another direction on the first page: stamps. */
  turned: string;
  stated: Pick<PdfFile, 'info' | 'xmp'>;
  body: BodyStyle;
  fingerprint: string;
}

/** Names and addresses of those who sign have so many blocks. */
const MOST_SIGNED = 12;

/** Pages of running heads that are looked at. */
const MOST_PAGES = 12;
/** So many of them repeat the name of a journal. */
const REPEATED = 3;

/** Parts of a text, each of a line, in one line. */
function joined(parts: readonly string[], lines: readonly Line[], words: Words): string {
  let out = '';
  parts.forEach((part, index) => {
    const text = part.trim();
    const [before, line] = [lines[index - 1], lines[index]];
    if (before && line && cutsAddress(before, line)) out += text;
    else if (BREAK.test(out)) out = (words.keepsHyphen(out, text) ? out : out.slice(0, -1)) + text;
    else if (/[/_]$/.test(out)) out += text;
    else out += out ? ` ${text}` : text;
  });
  return out.replace(/\s+/g, ' ').trim();
}

/** From this width on, in parts of the size, a gap parts what is printed side by side. */
const WIDE_GAP = 1.8;

/** A line with a bar in the place of each superscript and each wide gap. */
function bareLine({ text, sups, pieces }: Line): string {
  const bars = sups.map(([from, to]) => ({ from, to }));
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1];
    if (before && piece.x0 - before.x1 > WIDE_GAP * piece.size)
      bars.push({ from: piece.at, to: piece.at });
  });
  let out = '';
  let at = 0;
  for (const { from, to } of bars.sort((a, b) => a.from - b.from)) {
    out += `${text.slice(at, from)} | `;
    at = Math.max(at, to);
  }
  return out + text.slice(at);
}

function headBlock(block: Block, height: number, words: Words): HeadBlock {
  const bare = block.lines.map(bareLine);
  return {
    text: joined(
      block.lines.map((line) => line.text),
      block.lines,
      words,
    ),
    bare: joined(bare, block.lines, words),
    bareLines: bare,
    block,
    at: (block.lines[0]?.base ?? 0) / Math.max(1, height),
  };
}

/** Makes the view of a document. */
export function headView(
  file: PdfFile,
  pages: readonly PageLines[],
  blocks: readonly Block[],
  { body, words }: { body: BodyStyle; words: Words },
): HeadView {
  const of = (page: number) =>
    blocks
      .filter((block) => block.page === page)
      .map((one) => headBlock(one, pages[page]?.height ?? 0, words));
  const first = of(0);
  const page =
    pages.length > 1 &&
    isCover(
      first.map(({ text }) => text),
      of(1).map(({ text }) => text),
    )
      ? 1
      : 0;
  const own = of(page);
  const list = blocks.findLastIndex(({ lines: [line] }) => isReferencesTitle(line?.text ?? ''));
  const end = list < 0 ? blocks.length : list;
  const heads = new Map<string, number>();
  for (const { furniture } of pages.slice(0, MOST_PAGES))
    for (const { text } of furniture) tally(heads, text.trim());
  return {
    page,
    blocks: own,
    cover: page ? first : [],
    second: of(page + 1),
    last: [...of(pages.length - 2), ...of(pages.length - 1)],
    signed: blocks
      .slice(Math.max(0, end - MOST_SIGNED), end)
      .map((one) => headBlock(one, pages[one.page]?.height ?? 0, words)),
    front: frontEnd(own.map(({ block }) => block)),
    heads: [...heads.keys()],
    firstHeads: (pages[page]?.furniture ?? []).map(({ text }) => text.trim()),
    repeated: [...heads].filter(([, count]) => count >= REPEATED).map(([text]) => text),
    turned: (pages[page]?.turned ?? [])
      .map((item) => file.pages[page]?.items[item]?.str ?? '')
      .join(' '),
    stated: { info: file.info, xmp: file.xmp },
    body,
    fingerprint: file.fingerprint,
  };
}

/** Whether two titles are one, or one the beginning or end of the other. */
export function likeTitle(one: string, other: string): 'whole' | 'in part' | null {
  const [a, b] = [looseKey(one), looseKey(other)];
  if (!a || !b) return null;
  if (a === b) return 'whole';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 12 && (long.startsWith(short) || long.endsWith(short)) ? 'in part' : null;
}
