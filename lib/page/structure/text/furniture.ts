/** What the walk leaves out: the page's furniture, told by tag, role and name, and the reference list. */
import * as dom from '../../../dom';
import type { Verdict } from '../../reading/judge';
import { HAS, type Look } from '../../reading/look';
import { skippedRole } from '../names';
import type { ReferenceList } from '../references/lists';
import { HEADING_RANK } from '../sections/heading-rank';

const NEVER_TEXT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE NAV FORM TEXTAREA INPUT IFRAME OBJECT EMBED SVG CANVAS VIDEO AUDIO DIALOG HEAD LINK META DATALIST MENU ANNOTATION ANNOTATION-XML MAP RP RT'.split(
    ' ',
  ),
);

/** What the walk knows of an element. */
interface Known {
  look: Look;
  list: ReferenceList;
  /** Holds too much of the page to be furniture (`bulkTest`). */
  isBulk: (el: Element) => boolean;
  isBlock: boolean;
  /** Whether its text counts in a statement. */
  verdict: Verdict;
}

/** Is the element left out with all that is in it? */
export function leftOut(el: Element, { look, list, isBulk, isBlock, verdict }: Known): boolean {
  const { facts, has, bare } = look;
  const { name: tag, control, inline } = look.tag;
  if (control) return verdict !== 'read';
  if (NEVER_TEXT.has(tag)) return tag !== 'FORM' || !isBulk(el);
  if (list.elements.has(el)) return true;
  // Within a line, what counts in a statement is what counts in a sentence.
  if (inline) return verdict !== 'read' && !isBulk(el);
  if (verdict !== 'read' && !isBulk(el)) return true;
  if (bare) return tag === 'FOOTER' && isPageFooter(el, isBulk);
  if (facts.math) return true;
  if (has & HAS['aria-hidden'] && dom.getAttribute(el, 'aria-hidden') === 'true')
    return !isBulk(el);
  const role = has & HAS.role ? dom.getAttribute(el, 'role') : null;
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
  return (
    isBlock &&
    (has & HAS.style) !== 0 &&
    /display:\s*none/i.test(dom.getAttribute(el, 'style') ?? '') &&
    !isBulk(el)
  );
}

/** An article's own footer holds notes and acknowledgements; the page's does not. */
function isPageFooter(el: Element, isBulk: (el: Element) => boolean): boolean {
  return !isBulk(el) && !dom.closest(el, 'article,main,[role="main"]');
}
