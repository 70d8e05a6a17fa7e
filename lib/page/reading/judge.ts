/**
 * Which elements of a text are not its words: scripts, controls and their labels, line numbers, and what the page
 * hides. Told by tag, attributes and names, and in a page that is shown also by the style that applies.
 */
import * as dom from '../../dom';
import { type NameFacts, nameFacts, skippedRole } from '../structure/names';
import { isFormula } from './formula';
import { isBlock } from './inline';
import { StyleJudge } from './style';

/**
 * read     its text counts
 * never    a bit that is not of the text around it
 * hidden   a block that is not shown: no part of a statement that goes around it, but found when it is searched for
 * formula  counts as one character would: whole, with the text that `formulaText` gives it
 */
export type Verdict = 'read' | 'never' | 'hidden' | 'formula';

/** Text that nobody reads, scripts above all. */
export const UNREAD = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']);
/** Fields, drawings, and readings above the line: their text is beside the words, wherever they are. */
const BESIDE = new Set(
  'TEXTAREA DATALIST SVG CANVAS VIDEO AUDIO OBJECT ANNOTATION ANNOTATION-XML RP RT'.split(' '),
);
/** Controls, which have a label, or a word of the sentence that they explain or let the reader choose. */
export const CONTROLS = new Set(['BUTTON', 'SELECT']);

/** Names of what opens beside a word. Some are on the word itself: then the style shows it in the line. */
const OPENS = /tool-?tip|pop-?up|pop-?over|drop-?down|hover-?card|preview/i;
/** A label begins with a capital, as what is by itself does, or asks for something to be done. */
const LABEL =
  /^(?:show|hide|copy|copied|more|less|expand|collapse|view|see|read|open|close|play|share|save|download|edit|cite|add|remove|toggle|select|info|help|back|top)\b/i;
/** Words of a term that a sentence has in a control. */
const FEW = 4;

/** A citation: numbers and marks without a letter; under a link, names with a year too. Longer than this is none. */
const YEAR = /\b(?:19|20)\d\d[a-z]?\)?[\s,;.\])]*$/;
const LONGEST_CITATION = 120;

const NUMBER = /^\s*\d{1,5}[.:]?\s*$/;

function isCitation(el: Element): boolean {
  const text = dom.textContent(el);
  if (text.length > LONGEST_CITATION) return false;
  const leads = /^(?:A|BUTTON)$/.test(dom.tagName(el)) || dom.getAttribute(el, 'role') === 'button';
  return (/\d/.test(text) && !/\p{L}/u.test(text)) || (leads && YEAR.test(text));
}

/** Does the sentence go on in what an element holds? In small letters and a few words, and in no command's. */
function goesOn(el: Element): boolean {
  let own = '';
  // What opens is often within the word that it explains.
  for (let node = dom.firstChild(el); node; node = dom.nextSibling(node))
    if (dom.nodeType(node) === 3) own += (node as Text).data;
  const text = (own.trim() || dom.textContent(el)).trim();
  if (text.length > LONGEST_CITATION || !/^\P{L}*\p{Ll}/u.test(text)) return false;
  return !LABEL.test(text) && (text.match(/[\p{L}\p{N}]+/gu) ?? []).length <= FEW;
}

function isLineNumber(el: Element, facts: NameFacts): boolean {
  return (
    (facts.lineNumber || dom.hasAttribute(el, 'data-line-number')) &&
    NUMBER.test(dom.textContent(el))
  );
}

/** Is an element in a line of text page furniture? Words of the author's may be named so too ("keyword", "comment"). */
function isFurniture(el: Element, tag: string, facts: NameFacts): boolean {
  return facts.furniture && (tag === 'A' || dom.querySelector(el, 'a,button,input,svg') !== null);
}

/** What MathJax shows until a formula is set is the formula as long as it is not. */
function isOnlyPreview(el: Element): boolean {
  if (!/preview/i.test(dom.getAttribute(el, 'class') ?? '')) return false;
  const next = dom.nextElementSibling(el);
  return !next || !isFormula(next, dom.tagName(next).toUpperCase());
}

function isHiddenByMarkup(el: Element): boolean {
  return (
    dom.hasAttribute(el, 'hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(dom.getAttribute(el, 'style') ?? '')
  );
}

/** Judges the elements of one document, in one state of it: answers are kept per class of element. */
export class Judge {
  private readonly style: StyleJudge | null;

  constructor(doc: Document | null) {
    // A document that is not shown has no style to ask for.
    this.style = doc?.defaultView ? new StyleJudge(doc.defaultView) : null;
  }

  /**
   * @param tag as `dom.tagName` gives it: names of formulas and drawings are in small letters
   * @param facts the facts of its names, where they are known
   */
  of(el: Element, tag: string, facts?: NameFacts): Verdict {
    const name = tag.toUpperCase();
    if (UNREAD.has(name)) return 'never';
    if (isFormula(el, name)) return 'formula';
    if (BESIDE.has(name)) return 'never';
    if (CONTROLS.has(name) && !isCitation(el) && !goesOn(el)) return 'never';
    const block = isBlock(tag);
    if (dom.hasAttributes(el)) {
      const known = facts ?? nameFacts(el);
      if (isLineNumber(el, known)) return 'never';
      if (isHiddenByMarkup(el)) return block ? 'hidden' : 'never';
      if (!block && this.isBeside(el, name, known)) return 'never';
      // The name of a block proves nothing where its style can be asked.
      if (block && !this.style && known.hidden) return 'hidden';
    }
    if (!this.style?.isUnseen(el, tag)) return 'read';
    return block ? 'hidden' : 'never';
  }

  /** Whether the markup of an element in a line puts it beside the text. */
  private isBeside(el: Element, tag: string, facts: NameFacts): boolean {
    if (dom.getAttribute(el, 'aria-hidden') === 'true') return true;
    if (facts.math && !isOnlyPreview(el)) return true;
    const role = dom.getAttribute(el, 'role');
    const named = facts.hidden || skippedRole(role) || isFurniture(el, tag, facts);
    if (!named || isCitation(el)) return false;
    // Where its style can be asked, it hides what is hidden.
    const opens = OPENS.test(dom.getAttribute(el, 'class') ?? '');
    return !((opens || !facts.hidden) && this.style && goesOn(el));
  }
}
