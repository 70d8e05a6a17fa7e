/**
 * Headings that open a paragraph on its first line: "Statistical analysis. We used ...", in another font than what
 * follows. One alone may be a stressed word; a font that opens several paragraphs so is one of headings.
 */
import { isFurnitureTitle } from '../../page/shared';
import type { Block } from '../layout/blocks';
import { type BodyStyle, isBelow } from '../layout/body-style';
import type { Line } from '../layout/line';
import { tally } from '../layout/numbers';
import { lettersOf } from '../layout/runs';
import { trimEndOf } from '../text/trim';
import type { Heading } from './headings';
import { isKnownHeading } from './known-headings';

/** Such a heading has so many letters. */
const FEWEST_LETTERS = 3;
const MOST_LETTERS = 150;
/** On so many lines. */
const MOST_LINES = 3;
/** So often a font opens paragraphs. */
const USED = 3;
/** Text follows, of so many letters. */
const REST = 40;
/** So much of its first line is in fonts of the text, where that line is below the heading. */
const REST_PLAIN = 0.8;

/** A heading on a line of its own has so much of its letters in one font. */
const OWN_FONT = 0.95;

/** Opens a statement, a list or a caption, and heads nothing. */
const NO_HEADING =
  /^(?:theorem|lemma|proof|definition|example|remark|corollary|proposition|claim|case|step|figure|fig|table|box|scheme|notes?|keywords?|key words|received|correspond|e-?mail|abbreviations|citation|doi|copyright|sources?|how to cite|author)\b/i;

interface Lead {
  block: Block;
  title: string;
  /** A heading may be in several: files have more than one font of one look. */
  fonts: ReadonlySet<string>;
  /** A stop ends it, or nothing but the change of fonts. */
  stopped: boolean;
}

const lettersIn = ({ lines }: Block): number =>
  lines.reduce((sum, line) => sum + lettersOf(line.text), 0);

/** The words in one other font that open a block, up to where the font of the text begins. */
function leadOf(block: Block, next: Block | undefined, body: BodyStyle): Lead | null {
  if (block.kind !== 'text') return null;
  const [first] = block.lines;
  // A number may be in the font of the text.
  const numbered = /^\d{1,2}(?:\.\d{1,2}){1,4}\.? /.exec(first?.text ?? '')?.[0].length ?? 0;
  const font = first?.pieces.find(
    (piece) => piece.at >= numbered - 1 || piece.at + piece.length > numbered,
  )?.font;
  if (!font || body.isPlain(font, block.size)) return null;
  let title = '';
  let behind = '';
  const fonts = new Set<string>();
  for (const line of block.lines.slice(0, MOST_LINES)) {
    const from = line === first ? numbered : 0;
    const end = leadEnd(line, block.size, from, body);
    title = joinLead(title, line.text.slice(0, end));
    for (const { at, length, font } of line.pieces)
      if (at + length > from && at < end) fonts.add(font);
    if (end < line.text.length) {
      // The stop behind it may be in the font of the text.
      const stop = /^ ?[.:]/.exec(line.text.slice(end))?.[0];
      if (stop) title = title.trimEnd() + stop.trim();
      behind = line.text.slice(end).trimStart();
      break;
    }
  }
  title = atStop(title.trim());
  const letters = lettersOf(title);
  if (letters < FEWEST_LETTERS || letters > MOST_LETTERS) return null;
  const all = lettersIn(block);
  const last = block.lines.at(-1) as Line;
  const below = next?.lines[0];
  // The text may begin on the next line.
  const goesOn =
    !behind &&
    next?.kind === 'text' &&
    below &&
    isBelow(last, below) &&
    body.plainShare(below) > REST_PLAIN &&
    lettersIn(next) >= REST;
  if (all - letters < REST && !(goesOn && /[.:]$/.test(title))) return null;
  const stopped = /[.:?—–]$/.test(title);
  // Stressed words open a sentence that goes on in small letters.
  if (!stopped && (!/^\p{Lu}\p{L}* /u.test(behind) || body.runsThrough(font))) return null;
  return { block, title, fonts, stopped };
}

/** A heading that goes on in its own font ("3.1. Wards. *Ward* is ...") ends at its stop, if a number opens it. */
const NUMBERED = /^\d{1,2}(?:\.\d{1,2}){1,4}\.? [^.:]{3,100}[.:](?= )/;
const atStop = (title: string): string =>
  /[.:?—–]$/.test(title) ? title : (NUMBERED.exec(title)?.[0] ?? title);

function joinLead(title: string, more: string): string {
  if (title.endsWith('-')) return title.slice(0, -1) + more;
  return title ? `${title.trimEnd()} ${more}` : more;
}

/** Where a line leaves the fonts of a heading: for the font of the text, or, behind a stop, for any other. */
function leadEnd(line: Line, size: number, from: number, body: BodyStyle): number {
  let last: string | undefined;
  for (const piece of line.pieces) {
    if (piece.at < from || !/[\p{L}\d]/u.test(textOf(line, piece))) continue;
    if (body.isPlain(piece.font, size)) return piece.at;
    const stopped = /[.:] ?$/.test(line.text.slice(from, piece.at));
    if (last && last !== piece.font && stopped) return piece.at;
    last = piece.font;
  }
  return line.text.length;
}

const textOf = (line: Line, { at, length }: { at: number; length: number }) =>
  line.text.slice(at, at + length);

/** A number, and words that everybody knows, make a heading of what might be a stressed word. */
const isSure = ({ title, stopped }: Lead): boolean =>
  stopped && (isKnownHeading(title) || /^\d{1,2}\.\d/.test(title));

/** The headings that open blocks, by their blocks. */
export function runInHeadings(
  blocks: readonly Block[],
  body: BodyStyle,
  headings: ReadonlyMap<Block, Heading>,
): Map<Block, string> {
  const leads = blocks.flatMap((block, index) => {
    const lead = headings.has(block) ? null : leadOf(block, blocks[index + 1], body);
    if (!lead) return [];
    const { title } = lead;
    if (!/^[\p{Lu}\d(]/u.test(title) || NO_HEADING.test(title) || isFurnitureTitle(title))
      return [];
    return [lead];
  });
  const lookOf = (font: string, size: number, stopped: boolean) =>
    `${font} ${Math.round(2 * size)} ${stopped}`;
  const looks = ({ fonts, stopped, block }: Lead) =>
    [...fonts].map((font) => lookOf(font, block.size, stopped));
  const used = new Map<string, number>();
  for (const lead of leads)
    for (const look of looks(lead)) tally(used, look, isSure(lead) ? USED : 1);
  // A font of headings that have lines of their own: stressed words may be in it as well, where no stop ends them.
  const own = new Set(
    [...headings.keys()]
      .filter(({ font, share }) => share > OWN_FONT && !body.runsThrough(font))
      .flatMap(({ font, size }) => [lookOf(font, size, true), lookOf(font, size, false)]),
  );
  const times = (look: string, { stopped }: Lead) =>
    (used.get(look) ?? 0) + (own.has(look) ? (stopped ? USED : 1) : 0);
  return new Map(
    leads
      .filter((lead) => looks(lead).some((look) => times(look, lead) >= USED))
      .map(({ block, title }) => [block, trimEndOf(title, '.:—–')]),
  );
}
