/**
 * Citation markers that are printed without a link: "[12, 14-16]", a raised "3,4", "(Weber et al., 2019)". They look like
 * much else: an interval, a power, a place and a year. What is not plainly a marker is text.
 */
import * as dom from '../../dom';
import { isRaisedOnly } from '../../page/reading';
import type { TextIndex } from '../text/text-index';

/** A part [start, end) of a text. */
interface Part {
  start: number;
  end: number;
}

const BRACKETED = /\[\s*\d{1,3}(?:\s*[,;\u2010-\u2015-]\s*\d{1,3}){0,30}\s*\]/g;
/** Words and signs after which numbers in brackets are bounds of something. */
const BOUNDS_OF =
  /(?:\b(?:c[ri]?i|iqr|hdi|sd|se|range|interval|limits|between|aged?|ages|scale|median|quartiles?|percentiles?)|[=<>~\u2248\u2208\u2264\u2265\u00b1\u00d7^])[\s,:;(]{0,4}$/i;
/** No reference has this number. */
const ZERO = /(?<!\d)0+(?!\d)/;
/** Two numbers after a number, such as a median with its quartiles; after a year they cite. */
const AFTER_NUMBER = /(?:^|[^\d])(\d{1,3}|\d[\d.,\u00b7]{2,12}\d)\s?%?\s?$/;
const TWO_NUMBERS = /^\[\s*(\d+)\s*[,;\u2010-\u2015-]\s*(\d+)\s*\]$/;

function isInterval(text: string, { start, end }: Part): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  if (BOUNDS_OF.test(before) || ZERO.test(text.slice(start, end))) return true;
  const two = TWO_NUMBERS.exec(text.slice(start, end));
  return two !== null && Number(two[1]) < Number(two[2]) && AFTER_NUMBER.test(before);
}

/** Stretches of `text` that are numbers in square brackets, intervals aside: "[12, 14-16]". */
export function bracketedNumbers(text: string): Part[] {
  const found: Part[] = [];
  for (const match of text.matchAll(BRACKETED)) {
    const part = { start: match.index, end: match.index + match[0].length };
    if (!isInterval(text, part)) found.push(part);
  }
  return found;
}

const PARENTHESIS = /\([^()[\]]{8,300}\)/g;
const YEARS = /[,\s]\s?(?:1[89]|20)\d\d[a-z]?(?:,\s?(?:(?:1[89]|20)\d\d)?[a-z]?){0,4}$/;
const FIRST_NAME =
  /^(?:(?:see|e\.g\.|cf\.|also|for example),?\s?){0,2}(\p{Lu}[\p{L}'\u2019-]{1,40})/u;
/** One name alone is a place or a survey as often as an author. */
const MORE_NAMES = /\bet al\b|\band colleagues\b|\s(?:and|&|und|et|y)\s\p{Lu}/u;

/** Stretches of `text` that are names and years in parentheses, with each one's first names. */
export function namedWorks(text: string): (Part & { names: string[] })[] {
  const found: (Part & { names: string[] })[] = [];
  for (const match of text.matchAll(PARENTHESIS)) {
    const names: string[] = [];
    const works = match[0].slice(1, -1).split(/;\s?/);
    for (const work of works) {
      const name = FIRST_NAME.exec(work)?.[1];
      if (name && YEARS.test(work) && MORE_NAMES.test(work)) names.push(name);
    }
    if (names.length === works.length)
      found.push({ start: match.index, end: match.index + match[0].length, names });
  }
  return found;
}

/** One number or a list of them, as it is printed raised. */
const RAISED = /^\s*\d{1,3}(?:\s*[,;\u2010-\u2015-]\s*\d{1,3}){0,20}\s*$/;
/** Characters beside a raised number that tell what it is. */
const BESIDE_RAISED = 24;
/** Stricter than a reader of citations is: a whole word of four letters, or the stop or bracket that closes words. */
const AFTER_WORDS = /(\p{L}{3}\p{Ll}|\p{L}{2}[.,;:)\]"\u201d'\u2019]{1,2})$/u;

/** Whether text node `i` is a raised number that cites: it follows words, and nothing is glued to it. */
function isRaised(index: TextIndex, i: number): boolean {
  const { nodes, starts, raw, unread } = index.tree;
  const start = starts[i] as number;
  const end = i + 1 < starts.length ? (starts[i + 1] as number) : raw.length;
  // What is cheap to rule out first: this is asked of every text node of a page.
  const first = raw.charCodeAt(start);
  if (first < 48 || first > 57 || end - start > 60 || unread[i]) return false;
  const before = raw.slice(Math.max(0, start - BESIDE_RAISED), start);
  if (!AFTER_WORDS.test(before)) return false;
  if (isRaisedOnly(before, raw.slice(start, end), raw.slice(end, end + BESIDE_RAISED)))
    return false;
  if (/^[\p{L}\p{N}+\u2212%\u00b0]/u.test(raw.slice(end, end + 1)) && !index.isBlockEdge(end))
    return false;
  return (
    RAISED.test(raw.slice(start, end)) &&
    dom.closest(dom.parentElement(nodes[i] as Text), 'sup') !== null
  );
}

/** Raised numbers that cite, among the text nodes that begin within [from, to) of the page's text. */
export function raisedNumbers(
  index: TextIndex,
  from: number,
  to: number,
): (Part & { element: Element })[] {
  const { nodes, starts, raw } = index.tree;
  const found: (Part & { element: Element })[] = [];
  for (let i = Math.max(0, index.nodeAt(from)); i < nodes.length; i += 1) {
    const start = starts[i] as number;
    if (start >= to) break;
    if (start < from || !isRaised(index, i)) continue;
    const end = i + 1 < starts.length ? (starts[i + 1] as number) : raw.length;
    found.push({ start, end, element: dom.parentElement(nodes[i] as Text) as Element });
  }
  return found;
}
