/** What the walk leaves out: the page's furniture, told by tag, role and name, and the reference list. */
import * as dom from '../../../dom';
import { type NameFacts, nameFacts, skippedRole } from '../names';
import type { ReferenceList } from '../references/lists';
import { HEADING_RANK } from '../sections/heading-rank';

const NEVER_TEXT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE NAV FORM BUTTON SELECT OPTION TEXTAREA INPUT IFRAME OBJECT EMBED SVG CANVAS VIDEO AUDIO DIALOG HEAD LINK META DATALIST MENU ANNOTATION ANNOTATION-XML MAP RP RT'.split(
    ' ',
  ),
);

/**
 * Is the element left out with all that is in it?
 * @param tag its tag name in capitals
 * @param bare it has no attribute, so that nothing else need be asked of it
 * @param isBulk holds too much of the page to be furniture (`bulkTest`)
 */
export function leftOut(
  el: Element,
  tag: string,
  bare: boolean,
  facts: NameFacts,
  list: ReferenceList,
  isBulk: (el: Element) => boolean,
  isBlock: boolean,
): boolean {
  if (NEVER_TEXT.has(tag)) return tag !== 'FORM' || !isBulk(el);
  if (list.elements.has(el)) return true;
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

const NO_LIST: ReferenceList = { entries: [], elements: new Set(), byKey: new Map() };

/** Is an element within a passage not part of its prose? */
export function isAside(el: Element): boolean {
  const bare = !dom.hasAttributes(el);
  return leftOut(el, dom.tagName(el), bare, nameFacts(el), NO_LIST, () => false, true);
}
