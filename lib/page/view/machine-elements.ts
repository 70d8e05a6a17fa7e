/** The elements that tell machines something, found with as few visits to the page's elements as can be. */

import * as dom from '../../dom';
export interface MachineElements {
  metas: Element[];
  /** All scripts from `topElements`, those of JSON-LD alone from `allElements`. */
  scripts: Element[];
}

/** With what else the top of a page has for machines. */
export type TopElements = MachineElements & { canonical: string | null };

/** Children of the body that are looked at. */
const MOST = 2_000;

/**
 * Where most pages put them: the children of the head, then those of the body, where a browser puts what follows a
 * stray element in the head.
 */
export function topElements(doc: Document): TopElements {
  const metas: Element[] = [];
  const scripts: Element[] = [];
  let canonical: string | null = null;
  for (const parent of [doc.head, doc.body]) {
    const most = parent === doc.body ? MOST : Number.POSITIVE_INFINITY;
    let el = dom.firstElementChild(parent) ?? null;
    for (let i = 0; el && i < most; i++, el = dom.nextElementSibling(el)) {
      // In XHTML `tagName` is not in capitals.
      const tag = dom.localName(el);
      if (tag === 'meta') metas.push(el);
      else if (tag === 'script') scripts.push(el);
      else if (tag === 'link' && parent === doc.head && canonical === null) {
        if (dom.getAttribute(el, 'rel')?.toLowerCase() === 'canonical')
          canonical = dom.getAttribute(el, 'href');
      }
    }
  }
  return { metas, scripts, canonical };
}

/** What hints at a paper; without any of it the visible page is not read at all. */
const HINT = 'a[href*="doi.org/10."],[data-doi],[class*="bstract"],[id*="bstract"],[id*="itation"]';
const SWEEP = `meta,script[type="application/ld+json"],${HINT}`;

/** In the whole page: markup can be broken in deeper ways. With it, whether anything hints at a paper. */
export function allElements(doc: Document): MachineElements & { hinted: boolean } {
  const found = { metas: [] as Element[], scripts: [] as Element[], hinted: false };
  for (const el of doc.querySelectorAll(SWEEP)) {
    if (dom.localName(el) === 'meta') found.metas.push(el);
    else if (dom.localName(el) === 'script') found.scripts.push(el);
    else found.hinted = true;
  }
  return found;
}

/** Whether anything hints at a paper, where the rest was not asked for. */
export function isHinted(doc: Document): boolean {
  return doc.querySelector(HINT) !== null;
}
