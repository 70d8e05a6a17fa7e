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
  for (const [i, e] of entries.entries()) {
    for (const back of e.back.slice(0, 40)) {
      if (!back || back.length > 200 || byKey.has(back)) continue;
      const marker = targetOf(doc, back);
      if (!marker || dom.tagName(marker) !== 'A') continue;
      let inside = false;
      for (let p: Element | null = marker; p && !inside; p = dom.parentElement(p))
        inside = elements.has(p);
      if (inside) continue;
      byKey.set(`\u0000${back}`, i);
      const calls = linkKeys(marker);
      if (calls.length && calls.every((k) => !byKey.has(k))) byKey.set(calls[0] as string, i);
    }
  }
  return byKey;
}
