/** How a link calls the reference it means: fragments, `rid` and its kin, script calls. Every platform has its own way. */

/** Attributes that hold the ids of references, several with blanks or commas between them. */
import * as dom from '../../../dom';

const KEY_ATTRIBUTES = new Set([
  'data-rid',
  'rid',
  'reveal-id',
  'data-jats-rid',
  'data-xml-rid',
  'data-bib-id',
  'data-open',
  'data-refid',
  'bid',
]);

/** A marker has at most so many. */
const MOST_KEYS = 60;

/** The fragments and ids by which a link calls its target(s): href, rid and its kin, script calls. */
export function linkKeys(el: Element): string[] {
  const out: string[] = [];
  // Asking a link for its names once is cheaper than asking for each of a dozen attributes.
  for (const name of dom.getAttributeNames(el)) {
    if (name === 'href') hrefKeys(dom.getAttribute(el, name) as string, out);
    else if (name === 'onclick') scriptKeys(dom.getAttribute(el, name) as string, out);
    else if (name === 'rel') relKeys(dom.getAttribute(el, name) as string, out);
    else if (KEY_ATTRIBUTES.has(name)) {
      const value = dom.getAttribute(el, name);
      if (value) out.push(...value.split(/[\s,]+/));
    }
  }
  return out.length > MOST_KEYS ? out.slice(0, MOST_KEYS) : out;
}

function hrefKeys(href: string, out: string[]): void {
  const hash = href.indexOf('#');
  if (hash < 0 || href.length === hash + 1) {
    if (/^javascript:/i.test(href)) scriptKeys(href, out);
    return;
  }
  const fragment = href.slice(hash + 1);
  out.push(fragment);
  if (!/[% ,]/.test(fragment)) return;
  let plain = fragment;
  try {
    plain = decodeURIComponent(fragment);
  } catch {
    // A malformed escape: the raw fragment is all there is.
  }
  out.push(...plain.split(/[\s,]+/));
}

/** Old Wiley names all references of a marker in `rel`, only the first in `href`. */
function relKeys(rel: string, out: string[]): void {
  if (!rel.startsWith('references:')) return;
  for (const key of rel.slice(11).split(/[\s,]+/)) out.push(key.replace(/^#/, ''));
}

/** The quoted words of a script call such as showRef(event, 'ref12 ref13'). */
function scriptKeys(script: string, out: string[]): void {
  for (const m of script.slice(0, 600).matchAll(/['"]#?([^'"]{1,120})['"]/g))
    out.push(...(m[1] as string).split(/[\s,]+/));
}

/**
 * What a fragment points to: the element of that id, else the old way, `<a name>`. The browser keeps an index of
 * the anchors; `getElementsByName` would walk the whole page for every name.
 */
export function targetOf(doc: Document, fragment: string): Element | null {
  return doc.getElementById(fragment) ?? doc.anchors.namedItem(fragment);
}

/** The elements that links of the page point to. */
export function calledElements(doc: Document): Element[] {
  const keys = new Set<string>();
  for (const a of doc.querySelectorAll('a[href*="#"],a[onclick],[data-rid],[rid]'))
    for (const key of linkKeys(a)) keys.add(key);
  const out: Element[] = [];
  for (const key of keys) {
    const el = targetOf(doc, key);
    if (el) out.push(el);
  }
  return out;
}

/** How many items hold (or are) one of the targets. */
export function countLinked(items: readonly Element[], targets: readonly Element[]): number {
  const set = new Set(items);
  const linked = new Set<Element>();
  for (const t of targets)
    for (let x: Element | null = t, n = 0; x && n < 8; x = dom.parentElement(x), n++)
      if (set.has(x)) {
        linked.add(x);
        break;
      }
  return linked.size;
}
