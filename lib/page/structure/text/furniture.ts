/** What the walk leaves out: the page's furniture, told by tag, role and name, and the reference list. */
import * as dom from '../../../dom';
import { INLINE } from '../../reading/inline';
import { CONTROLS, type Verdict } from '../../reading/judge';
import { type NameFacts, skippedRole } from '../names';
import type { ReferenceList } from '../references/lists';
import { HEADING_RANK } from '../sections/heading-rank';

const NEVER_TEXT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE NAV FORM TEXTAREA INPUT IFRAME OBJECT EMBED SVG CANVAS VIDEO AUDIO DIALOG HEAD LINK META DATALIST MENU ANNOTATION ANNOTATION-XML MAP RP RT'.split(
    ' ',
  ),
);

/** What the walk knows of an element. */
interface Known {
  /** Its tag name in capitals. */
  tag: string;
  /** It has no attribute, so that nothing else need be asked of it. */
  bare: boolean;
  facts: NameFacts;
  list: ReferenceList;
  /** Holds too much of the page to be furniture (`bulkTest`). */
  isBulk: (el: Element) => boolean;
  isBlock: boolean;
  /** Whether its text counts in a statement. */
  verdict: Verdict;
}

/** Is the element left out with all that is in it? */
export function leftOut(
  el: Element,
  { tag, bare, facts, list, isBulk, isBlock, verdict }: Known,
): boolean {
  if (CONTROLS.has(tag)) return verdict !== 'read';
  if (NEVER_TEXT.has(tag)) return tag !== 'FORM' || !isBulk(el);
  if (list.elements.has(el)) return true;
  // Within a line, what counts in a statement is what counts in a sentence.
  if (INLINE.has(tag)) return verdict !== 'read' && !isBulk(el);
  if (verdict !== 'read' && !isBulk(el)) return true;
  if (bare) return tag === 'FOOTER' && isPageFooter(el, isBulk);
  if (facts.math) return true;
  if (dom.hasAttribute(el, 'hidden') || dom.getAttribute(el, 'aria-hidden') === 'true')
    return !isBulk(el);
  const role = dom.getAttribute(el, 'role');
  if (skippedRole(role)) {
    if (role === 'button' && (HEADING_RANK[tag] || dom.querySelector(el, 'h1,h2,h3,h4')))
      return false;
    return !isBulk(el);
  }
  if (facts.furniture || facts.hidden) {
    // Headings are short and named for what they open ("abstract-title hide-print"): their text decides.
    if (HEADING_RANK[tag] && !facts.hidden) return false;
    return !isBulk(el);
  }
  if (tag === 'FOOTER') return isPageFooter(el, isBulk);
  if (isBlock && /display:\s*none/i.test(dom.getAttribute(el, 'style') ?? '')) return !isBulk(el);
  return false;
}

/** An article's own footer holds notes and acknowledgements; the page's does not. */
function isPageFooter(el: Element, isBulk: (el: Element) => boolean): boolean {
  return !isBulk(el) && !dom.closest(el, 'article,main,[role="main"]');
}
