/** The parts between a citation's marks: where one can end and the next begins, and where a work is said to be in another. */
import { isDigit, LETTER, LOWER } from '../letters';
import { WALL } from './identifiers';
import { isAt } from './name-words';
import { FLAGS, has, type Word, type Words } from './tokens';

export type Mark = '.' | '?' | ',' | ';' | ':' | '(' | '–' | '/' | 'date' | 'run' | 'place' | 'end';

/** A place where a part can end: the mark is at `at`, the next part begins at `next`. */
export interface Break {
  mark: Mark;
  at: number;
  next: number;
  /** The word before the point is an initial or a short form: the point may be its own. */
  short: boolean;
}

const MOST_BREAKS = 40;
const NO_END = new Set(
  'vol vols no nos nr ed eds vs cf st dr mr mrs ms jr sr fig figs eq e.g i.e p pp ch chap sp spp var subsp ca approx u.s dept inc ltd corp al op cit hg hrsg v n'.split(
    ' ',
  ),
);
/** Words of journals' names that are not abbreviations: a full stop after them ends a sentence. */
const WHOLE = new Set(
  'control theory class mark part robot actuators planet care psychiatry signal mineral indian transplant interact'.split(
    ' ',
  ),
);
const IN =
  /(?:\bIn|\bin|\bEn|\bDans|\bdans|В кн\.|\bIN|\bPages \d{1,5} ?[-–] ?\d{1,5} of(?=: ))(?=:? ?[“"«‘'„]|: ?| \([^()]{3,160}[ ,](?:[Ee]ds?|[Hh]rsg|Hg)\.?\)| (?:[A-ZÀ]|\d+(?:st|nd|rd|th)\b|the Proc|proc))/gu;

/** A word, with the points in it, at the end of so much text as the longest of `NO_END` takes. */
const WORD_LAST = new RegExp(`(?<![${LETTER}.])[${LETTER}.]*$`);
const LONGEST_SHORT = 14;
/** A small letter, blanks and closing quotes before it. */
const SMALL_NEXT = new RegExp(`[ "”»’']*[${LOWER}]`, 'y');

/** The break at the full stop at `at`; null where it ends nothing. */
function pointAt(words: Words, at: number, from: number, to: number): Break | null {
  const { text, letters } = words;
  const [before] = WORD_LAST.exec(
    letters.slice(Math.max(from, at - LONGEST_SHORT), at),
  ) as RegExpExecArray;
  if (NO_END.has(before.toLowerCase())) return null;
  if (isAt(SMALL_NEXT, letters, at + 1) && !/^ arxiv/i.test(text.slice(at + 1))) return null;
  const word = words.before(at);
  const next = skip(text, at + 1);
  // A number at the very end does not end a sentence.
  const number = next >= to && isDigit(letters.charCodeAt(at - 1));
  const short =
    before.length === 1 ||
    number ||
    (has(word, FLAGS.short | FLAGS.initial) && !WHOLE.has((word as Word).text));
  return { mark: '.', at, next, short };
}

/** The breaks of a stretch of text, in order. */
export function breaksOf(words: Words, from: number, to: number): Break[] {
  const { text } = words;
  const out: Break[] = [];
  const add = (mark: Mark, at: number, next: number) => out.push({ mark, at, next, short: false });
  for (let i = from; i < to && out.length < MOST_BREAKS; i++) {
    const char = text[i];
    const after = text.charAt(i + 1);
    const blank = after === ' ' || i + 1 >= to;
    switch (char) {
      case '.': {
        const one = blank || /["”»’',]/.test(after) ? pointAt(words, i, from, to) : null;
        if (one) out.push(one);
        break;
      }
      case '?':
      case '!':
        if (blank || /["”»’']/.test(after)) add('?', i + 1, skip(text, i + 1));
        break;
      case ',':
      case ';':
      case ':':
        if (blank) add(char, i, skip(text, i + 1));
        break;
      case '(':
      case '[':
        add('(', i, i + 1);
        i = closing(text, i, to);
        break;
      case '–':
      case '—':
      case '-':
        if (blank && text[i - 1] === ' ') add('–', i - 1, skip(text, i + 1));
        break;
      case '/': {
        const twice = after === '/';
        if (twice || (blank && text[i - 1] === ' ')) add('/', i, skip(text, i + (twice ? 2 : 1)));
        break;
      }
      case WALL:
        add('end', i, i + 1);
        break;
    }
  }
  return out;
}

/** Where the bracket that opens at `at` closes; `at` where it does not. */
export function closing(text: string, at: number, to: number): number {
  let depth = 0;
  for (let i = at; i < to; i++) {
    const char = text[i];
    if (char === '(' || char === '[') depth++;
    else if ((char === ')' || char === ']') && --depth === 0) return i;
  }
  return at;
}

const PARTS = /[\s.,;:–—)\]”"»’'·|]/;
/** An apostrophe that opens a word is a quote, as in »Titel«. */
const QUOTE_OPENS = /(?<=^| )['"»](?=[\p{L}\d])/uy;

/** The place after blanks and the marks that can separate two parts. */
export function skip(text: string, at: number): number {
  let i = at;
  while (PARTS.test(text.charAt(i)) && !isAt(QUOTE_OPENS, text, i)) i++;
  return i;
}

/** "Care. Pages 45-67 in Wards of the north": the pages come before the book. */
const PAGES_BEFORE =
  /(?<=^|[.?!”"’] )(?:pp?\.|pages) ?[\divxl]{1,7}(?: ?[-–—] ?[\divxl]{1,7})?,? $/i;
/** So long are they at most. */
export const LONGEST_PAGES = 26;

/** What shows that "in" is about the work: a mark before it, a colon behind it, a capital and proceedings. */
const SAYS_WHERE =
  /(?<=[.,;:?!”"’'»)\]] ?)|(?<= )(?=(?:\p{L}+|В кн\.):)|(?<=[\p{Ll}\d] )(?=In (?:Proc|Advances|[“"]|\d))/uy;

/** Where a work is said to be in another: "In: ", ", in Proceedings", "// ". */
export function insOf(text: string, from: number, to: number): { at: number; next: number }[] {
  const out: { at: number; next: number }[] = [];
  IN.lastIndex = from;
  for (const { index, 0: said } of text.slice(0, to).matchAll(IN)) {
    const [pages] = PAGES_BEFORE.exec(text.slice(Math.max(0, index - LONGEST_PAGES), index)) ?? [];
    if (pages || index === from || isAt(SAYS_WHERE, text, index))
      out.push({ at: index - (pages?.length ?? 0), next: skip(text, index + said.length) });
  }
  return out;
}
