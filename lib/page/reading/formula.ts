/**
 * Formulas. MathJax, KaTeX and others write a formula several times into the page: drawn for the eye, as MathML for
 * screen readers, as TeX for themselves. A formula counts once and whole, as the line of text that a reader would copy
 * from paper: "β=0.42", "e²", "(a+b)/2". That form is preferred to TeX because it is what the page shows, because plain
 * pages print the same characters, so that a quote is found in both, and because reviewers read quotes, not markup.
 */
import * as dom from '../../dom';
import { linear } from './linear';
import { plain } from './plain';

/** Elements that a typesetter puts around one formula, by tag and by class. */
const TAGS = new Set(['MATH', 'MJX-CONTAINER']);
const CLASS =
  /(?:^|\s)(?:katex|katex-display|MathJax|MathJax_Display|MathJax_SVG|MathJax_SVG_Display|MathJax_CHTML|MJXc-display|mjx-chtml|mwe-math-element)(?:\s|$)/;

/** By class: a page repeats the same few hundred thousands of times. */
const named = new Map<string, boolean>();
const MAX_NAMED = 5_000;

function namesFormula(names: string): boolean {
  const known = named.get(names);
  if (known !== undefined) return known;
  if (named.size > MAX_NAMED) named.clear();
  const is = CLASS.test(names);
  named.set(names, is);
  return is;
}

/**
 * Is an element one formula, with all its renderings?
 * @param tag in capitals
 * @param names its class
 */
export function isFormula(
  el: Element,
  tag = dom.tagName(el).toUpperCase(),
  names = dom.getAttribute(el, 'class'),
): boolean {
  if (tag !== 'SPAN' && tag !== 'DIV') return TAGS.has(tag);
  return names !== null && namesFormula(names) && dom.querySelector(el, 'p,section,table') === null;
}

/** The outermost formula that a node is in. */
export function formulaAround(node: Node): Element | null {
  let outer: Element | null = null;
  for (
    let el = dom.nodeType(node) === 1 ? (node as Element) : dom.parentElement(node);
    el;
    el = dom.parentElement(el)
  )
    if (isFormula(el)) outer = el;
  return outer;
}

/** The one text of a formula; "" where the page has none. The best rendering that is there decides. */
export function formulaText(el: Element): string {
  const math = dom.tagName(el).toUpperCase() === 'MATH' ? el : dom.querySelector(el, 'math');
  const own = math && plain(linear(math));
  if (own) return own;
  const drawn = dom.querySelector(el, 'mjx-math, [data-mml-node="math"]');
  const read = plain((drawn && linear(drawn)) || (fromAttribute(el) ?? ''));
  return read || plain(visibleText(el)) || plain(source(el));
}

/** MathJax 2 keeps the formula's MathML in an attribute. */
function fromAttribute(el: Element): string | null {
  const holder = dom.hasAttribute(el, 'data-mathml') ? el : dom.querySelector(el, '[data-mathml]');
  const markup = dom.getAttribute(holder, 'data-mathml');
  if (!markup) return null;
  const math = new DOMParser().parseFromString(markup, 'text/html').querySelector('math');
  return math && linear(math);
}

const NOT_DRAWN =
  'script, style, annotation, .katex-mathml, .MathJax_Preview, .MJX_Assistive_MathML';

function visibleText(el: Element): string {
  let text = '';
  const visit = (parent: Node): void => {
    for (let node = dom.firstChild(parent); node; node = dom.nextSibling(node)) {
      if (dom.nodeType(node) === 3) text += (node as Text).data;
      else if (dom.nodeType(node) === 1 && !dom.matches(node as Element, NOT_DRAWN)) visit(node);
    }
  };
  visit(el);
  return text;
}

/** What the formula was made from, where nothing else is text. */
function source(el: Element): string {
  const tex = dom.querySelector(el, 'annotation, script[type^="math/tex"]');
  return (
    (tex && dom.textContent(tex)) ||
    dom.getAttribute(dom.querySelector(el, '[data-latex]'), 'data-latex') ||
    dom.getAttribute(el, 'aria-label') ||
    dom.getAttribute(dom.querySelector(el, '[aria-label]'), 'aria-label') ||
    dom.getAttribute(dom.querySelector(el, 'img[alt]'), 'alt') ||
    ''
  );
}
