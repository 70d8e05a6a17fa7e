/** The page's own citation of itself: "How to cite" at the end of an article, or a line by the title. */
import * as dom from '../../dom';
import { DOI_PREFIX, looseKey, squeeze, yearIn } from '../../text';
import { type Line, type Marks, OTHERS } from './lines';
import { shortText } from './short-text';

/** What such a citation is called, in the words before it or in the names of its element. */
const CALLED =
  /\b(?:cite (?:this|as)|how to cite|please cite|to cite|(?:suggested|recommended) citation|citation:|zitier\w*|citar|citer|cita[cz]i[oó]n\w*|cómo citar|come citare)|引用/i;
const NAMED = /\bcitation(?!s|[-_]?(?:list|item|content|link))|cite-?as|citeas|self-?citation/i;
/** A DOI in running text, however it is introduced. */
const DOI = new RegExp(`\\b${DOI_PREFIX}[!-~]`);
/** A longer text is not a citation of one work, in UTF-16 units. */
export const LONGEST_CITATION = 2_500;
const MOST_NODES = 20_000;
const MOST_BLOCKS = 150;

/** A shorter title may be any words of a page; a longer one is certainly a title where a line repeats it. */
export const SHORTEST_TITLE = 12;
const SURE_TITLE = 20;
/** In UTF-16 units: what is read of a title, and enough of it to find it; words that introduce a citation; a line. */
const LONGEST_TITLE = 600;
const TITLE_START = 40;
const LONGEST_CALL = 80;
const LONGEST_LINE = 1_500;
/** Signs beside a title, among which is its quotation mark or full stop; and a journal, a year and authors around it. */
const BESIDE = 3;
const LEAST_AROUND = 30;

/** Whether a citation's title is this title, and not a longer one that holds it. */
function namesWhole(citation: string, title: string): boolean {
  const text = citation.toLowerCase();
  const wanted = squeeze(title, LONGEST_TITLE)
    .toLowerCase()
    .replace(/(?<![.?!])[.?!]+$/, '');
  const at = wanted.length < SHORTEST_TITLE ? -1 : text.indexOf(wanted);
  if (at < 0) return false;
  const before = text.slice(Math.max(0, at - BESIDE), at);
  const after = text.slice(at + wanted.length, at + wanted.length + BESIDE);
  return /(?:^|[^\p{L}\s])\s*$/u.test(before) && /^\s*(?:$|[.,;?!"”’»([])/u.test(after);
}

/** Whether a text has the title only as a piece of a longer one: "Does working memory training generalize?" */
export function withinLonger(text: string, title: string): boolean {
  const at = text.toLowerCase().indexOf(title.toLowerCase());
  if (at < 0) return false;
  const opens = text[at] === title[0] || !/\p{Ll}/u.test(text[at] ?? '');
  return !opens || /^\s+\p{Ll}/u.test(text.slice(at + title.length));
}

function isCalled(block: Element, text: string): boolean {
  if (CALLED.test(text.slice(0, LONGEST_CALL))) return true;
  const above =
    dom.previousElementSibling(block) ?? dom.previousElementSibling(dom.parentElement(block));
  if (above && CALLED.test(squeeze(shortText(above, LONGEST_CITATION) ?? '', LONGEST_CALL)))
    return true;
  return NAMED.test(`${dom.id(block)} ${dom.getAttribute(block, 'class') ?? ''}`);
}

/**
 * Looks through the page's text for its own citation, its DOI in plain text.
 * @returns the block that it fills and its text; null when there is none
 */
export function plainCitation(
  doc: Document,
  title: string,
  marks: Marks,
): { block: Element; text: string } | null {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  const seen = new Set<Element>();
  for (let i = 0; i < MOST_NODES && seen.size < MOST_BLOCKS; i++) {
    const node = walker.nextNode() as Text | null;
    if (!node) return null;
    if (!node.data.includes('10.') || !DOI.test(node.data)) continue;
    const block = dom.closest(dom.parentElement(node), 'p,li,dd,td,blockquote,div');
    if (!block || seen.has(block)) continue;
    seen.add(block);
    if (marks(block) & OTHERS) continue;
    const text = squeeze(shortText(block, LONGEST_CITATION) ?? '', LONGEST_CITATION);
    if (text && namesWhole(text, title) && isCalled(block, text)) return { block, text };
  }
  return null;
}

/** Boxes that are named for a citation: "Download citation", "How to cite" behind a button. */
const BOXES = '[id*="itation"],[class*="itation"]';
/** What is looked through of them, and of the page's last paragraphs. */
const MOST_BOXES = 150;
const MOST_PARAGRAPHS = 40;
/** A journal and a year at the least. */
const LEAST_BESIDE = 20;

/** The text of an element with a blank for each line break. */
function brokenText(element: Element): string {
  const walker = dom
    .ownerDocument(element)
    .createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let text = '';
  for (
    let node = walker.nextNode();
    node && text.length < LONGEST_CITATION;
    node = walker.nextNode()
  )
    text += dom.nodeName(node) === 'BR' ? ' ' : (dom.nodeValue(node) ?? '');
  return squeeze(text, LONGEST_CITATION);
}

const titleKey = (title: string): string => looseKey(title.replaceAll('&', ' and '));

/** The title as it opens the element in a line of its own; undefined where something else does. */
function openingTitle(block: Element, title: string): string | undefined {
  const walker = dom.ownerDocument(block).createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const first = squeeze(dom.nodeValue(walker.nextNode()) ?? '', LONGEST_TITLE);
  return titleKey(first) === titleKey(title) ? first : undefined;
}

/** A citation of the page itself as what comes before its title and after it; the title may be in other signs. */
export function aroundTitle(citation: Element, title: string): { before: string; after: string } {
  const whole = brokenText(citation);
  const at = whole.toLowerCase().indexOf(title.toLowerCase().slice(0, TITLE_START));
  const end = at < 0 ? openingTitle(citation, title)?.length : at + title.length;
  return {
    before: at < 0 ? '' : whole.slice(0, at),
    after: end === undefined ? '' : whole.slice(end).replace(/^[\s.,"”?!]+/, ''),
  };
}

/**
 * The page's own citation outside its head, without a DOI or not called one: in a box that is named for it, as the last
 * paragraph, which opens with the title, or below the words "How to cite". For journal and date alone: a page may cite its preprint in the same words.
 */
export function citationElsewhere(doc: Document, title: string, marks: Marks): Element | undefined {
  if (looseKey(title).length < SHORTEST_TITLE) return undefined;
  /** The text of a short block that contains more than the title, a year among it. */
  const textOf = (block: Element): string => {
    if (marks(block) & OTHERS || shortText(block, LONGEST_CITATION) === null) return '';
    const text = brokenText(block);
    return text.length > title.length + LEAST_BESIDE && yearIn(text) !== undefined ? text : '';
  };
  const boxes = [...doc.querySelectorAll(BOXES)].slice(0, MOST_BOXES);
  const paragraphs = [...doc.querySelectorAll('p')].slice(-MOST_PARAGRAPHS).reverse();
  return (
    boxes.find((box) => namesWhole(textOf(box), title)) ??
    paragraphs.find((p) => openingTitle(p, title) !== undefined && textOf(p) !== '') ??
    paragraphs.find((p) => {
      const text = textOf(p);
      return namesWhole(text, title) && isCalled(p, text);
    })
  );
}

/** The line by the title in which the page cites itself without a DOI: title and year, and more than these. */
export function ownCitation(zone: readonly Line[], title: string): Element | undefined {
  const key = looseKey(title);
  return zone.find(
    ({ text }) =>
      text.length > title.length + LEAST_AROUND &&
      text.length < LONGEST_LINE &&
      key.length > SURE_TITLE &&
      yearIn(text) !== undefined &&
      looseKey(text).includes(key),
  )?.element;
}
