/** By which fragments links call the entries of a reference list. */
import * as dom from '../../../dom';
import { linkKeys, targetOf } from '../citations/link-keys';
import type { Entry } from './entry';

/**
 * Every fragment by which a link may call an entry, to the entry's index.
 * @param elements the elements of the entries
 */
export function entriesByKey(
  doc: Document,
  entries: readonly Entry[],
  elements: ReadonlySet<Element>,
): Map<string, number> {
  const byKey = new Map<string, number>();
  for (const [i, e] of entries.entries())
    for (const k of e.keys) if (k && !byKey.has(k)) byKey.set(k, i);
  // ScienceDirect and its like name no entry: the entry links back to its first marker, and that marker's
  // own fragment is the name every other marker uses.
  const around = commonAncestor(elements);
  for (const [i, e] of entries.entries()) {
    for (const back of e.back.slice(0, 40)) {
      if (!back || back.length > 200 || byKey.has(back)) continue;
      const marker = targetOf(doc, back);
      if (!marker || dom.tagName(marker) !== 'A') continue;
      if (isWithin(marker, elements, around)) continue;
      byKey.set(`\u0000${back}`, i);
      const calls = linkKeys(marker);
      if (calls.length && calls.every((k) => !byKey.has(k))) byKey.set(calls[0] as string, i);
    }
  }
  return byKey;
}

/** The smallest element that holds all of some. */
function commonAncestor(elements: ReadonlySet<Element>): Element | null {
  let around: Element | null = null;
  for (const el of elements) {
    around ??= el;
    while (around && !dom.contains(around, el)) around = dom.parentElement(around);
    if (!around) break;
  }
  return around;
}

/** Is an element one of some, or in one of them? What is outside of all that is around them needs no climb. */
function isWithin(el: Element, elements: ReadonlySet<Element>, around: Element | null): boolean {
  if (around && !dom.contains(around, el)) return false;
  for (let p: Element | null = el; p; p = dom.parentElement(p)) if (elements.has(p)) return true;
  return false;
}
