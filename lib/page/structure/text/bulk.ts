/** Which elements hold so much of the page's prose that they are not furniture, whatever they are called. */
import * as dom from '../../../dom';

const NO_PROSE = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION|TITLE|A)$/;
/** The share of the page's prose from which on an element is no furniture, whatever its name. */
const BULK = 0.35;

/**
 * Tells whether an element holds too much of the page's prose to be furniture.
 *
 * Texts lie in document order and an element's texts lie side by side, so an element with more than a third of
 * the prose holds one of three texts: those at 30, 60 and 90%. Only what is around these has to be weighed.
 * @param texts long text nodes in document order (`surveyText`)
 * @param lists elements of the reference list, whose text does not count
 */
export function bulkTest(
  texts: readonly Text[],
  lists: ReadonlySet<Element>,
): (el: Element) => boolean {
  const prose: Text[] = [];
  /** Length of all texts before the one of the same place; one longer than `prose`. */
  const before = [0];
  let total = 0;
  // The texts of a paragraph come one after the other: what their parent is, is asked once.
  let parent: Element | null = null;
  let counts = false;
  for (const text of texts) {
    if (parent === null || text.parentElement !== parent) {
      parent = text.parentElement;
      counts = parent !== null && holdsProse(parent, lists);
    }
    if (!counts) continue;
    prose.push(text);
    total += text.length;
    before.push(total);
  }
  const bulk = new Set<Element>();
  if (total < 400) return () => false;
  const limit = Math.max(400, total * BULK);
  for (const share of [0.3, 0.6, 0.9]) {
    const at = before.findIndex((sum) => sum > total * share) - 1;
    let from = at;
    let to = at;
    for (let el = prose[at]?.parentElement ?? null; el; el = dom.parentElement(el)) {
      while (from > 0 && dom.contains(el, prose[from - 1] as Text)) from--;
      while (to < prose.length - 1 && dom.contains(el, prose[to + 1] as Text)) to++;
      if ((before[to + 1] as number) - (before[from] as number) >= limit) bulk.add(el);
    }
  }
  return (el) => bulk.has(el);
}

function holdsProse(el: Element, lists: ReadonlySet<Element>): boolean {
  return !NO_PROSE.test(dom.tagName(el)) && !(lists.size > 0 && inReferences(el, lists));
}

function inReferences(el: Element, lists: ReadonlySet<Element>): boolean {
  for (let x: Element | null = el, n = 0; x && n < 6; x = dom.parentElement(x), n++)
    if (lists.has(x)) return true;
  return false;
}
