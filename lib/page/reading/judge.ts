/**
 * Which elements of a text are not its words: scripts, controls and their labels, line numbers, and what the page
 * hides. Told by tag, attributes and names, and in a page that is shown also by the style that applies.
 */
import * as dom from '../../dom';
import { skippedRole } from '../structure/names';
import { isFormula } from './formula';
import { HAS, type Look, lookAt } from './look';
import { StyleJudge } from './style';

/**
 * read     its text counts
 * never    a bit that is not of the text around it
 * hidden   a block that is not shown: no part of a statement that goes around it, but found when it is searched for
 * formula  counts as one character would: whole, with the text that `formulaText` gives it
 */
export type Verdict = 'read' | 'never' | 'hidden' | 'formula';

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

function isLineNumber(el: Element, { facts, has }: Look): boolean {
  return (
    (facts.lineNumber || (has & HAS['data-line-number']) !== 0) && NUMBER.test(dom.textContent(el))
  );
}

/** Is an element in a line of text page furniture? Words of the author's may be named so too ("keyword", "comment"). */
function isFurniture(el: Element, { tag, facts }: Look): boolean {
  return (
    facts.furniture && (tag.name === 'A' || dom.querySelector(el, 'a,button,input,svg') !== null)
  );
}

/** What MathJax shows until a formula is set is the formula as long as it is not. */
function isOnlyPreview(el: Element, names: string | null): boolean {
  if (!/preview/i.test(names ?? '')) return false;
  const next = dom.nextElementSibling(el);
  return !next || !isFormula(next);
}

function isHiddenByMarkup(el: Element, has: number): boolean {
  return (
    // What is shown as soon as it is searched for is part of the text, like what is folded.
    ((has & HAS.hidden) !== 0 && dom.getAttribute(el, 'hidden') !== 'until-found') ||
    ((has & HAS.style) !== 0 &&
      /display\s*:\s*none|visibility\s*:\s*hidden/i.test(dom.getAttribute(el, 'style') ?? ''))
  );
}

/** Judges the elements of one document, in one state of it: answers are kept per class of element. */
export class Judge {
  private readonly style: StyleJudge | null;

  constructor(doc: Document | null) {
    // A document that is not shown has no style to ask for.
    this.style = doc?.defaultView ? new StyleJudge(doc.defaultView) : null;
  }

  of(el: Element, look: Look = lookAt(el)): Verdict {
    const { tag, has, facts } = look;
    if (tag.unread) return 'never';
    if (isFormula(el, tag.name, look.class)) return 'formula';
    if (tag.beside) return 'never';
    if (tag.control && !isCitation(el) && !goesOn(el)) return 'never';
    const { block } = tag;
    if (!look.bare) {
      if (isLineNumber(el, look)) return 'never';
      if (isHiddenByMarkup(el, has)) return block ? 'hidden' : 'never';
      if (!block && this.isBeside(el, look)) return 'never';
      // The name of a block proves nothing where its style can be asked.
      if (block && !this.style && facts.hidden) return 'hidden';
    }
    if (!this.style?.isUnseen(el, look)) return 'read';
    return block ? 'hidden' : 'never';
  }

  /** Whether the markup of an element in a line puts it beside the text. */
  private isBeside(el: Element, look: Look): boolean {
    const { has, facts } = look;
    if (has & HAS['aria-hidden'] && dom.getAttribute(el, 'aria-hidden') === 'true') return true;
    if (facts.math && !isOnlyPreview(el, look.class)) return true;
    const role = has & HAS.role ? dom.getAttribute(el, 'role') : null;
    const named = facts.hidden || skippedRole(role) || isFurniture(el, look);
    if (!named || isCitation(el)) return false;
    // Where its style can be asked, it hides what is hidden.
    const opens = OPENS.test(look.class ?? '');
    return !((opens || !facts.hidden) && this.style && goesOn(el));
  }
}
