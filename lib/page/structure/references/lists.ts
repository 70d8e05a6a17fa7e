/** The entries of a reference list, from the elements that hold them. No layout, no machine metadata needed. */
import * as dom from '../../../dom';
import { plain } from '../../reading/plain';
import { readEntry } from './entry';
import { textOf } from './items';
import { type Entry, type ListedEntry, settleEntries } from './listed-entry';

export interface ReferenceList {
  entries: readonly Entry[];
  /** Elements whose text is the list's: never main text. */
  elements: ReadonlySet<Element>;
  /** Every fragment by which a link may call an entry, to the entry's index. */
  byKey: ReadonlyMap<string, number>;
}

/** Reads the entries of a list, each from its element. */
export function* readEntries(
  items: readonly Element[],
): Generator<void, { entries: ListedEntry[]; elements: Set<Element> }> {
  const entries: ListedEntry[] = [];
  const elements = new Set<Element>();
  /** Paragraphs that belong to the entry above them. */
  let merged = 0;
  const numbers = printedNumbers(items);
  for (const [i, el] of items.entries()) {
    if (i % 16 === 15) yield;
    const { term, keys } = outside(el);
    const printed = numbers.get(el);
    const entry = readEntry(el, printed ?? i + 1 - merged, printed !== undefined);
    entry.keys.push(...keys);
    if (term) {
      const label = plain(textOf(term)).replace(/^[[(]|[\])]?[.:]?$/g, '');
      if (label && label.length < 60) entry.label = label;
      if (/^\d+$/.test(label)) entry.number = Number(label);
      elements.add(term);
    }
    // A paragraph of nothing but links belongs to the entry before it.
    const above = entries.at(-1);
    if (
      entry.text.length < 8 &&
      dom.tagName(el) === 'P' &&
      !dom.id(el) &&
      !entry.label &&
      above &&
      above.element === dom.previousElementSibling(el)
    ) {
      merged++;
      above.adopt(entry);
      elements.add(el);
      continue;
    }
    if (entry.text.length < 8 && !entry.foundDoi) continue;
    elements.add(el);
    entries.push(entry);
  }
  fixNumbers(entries);
  settleEntries(entries);
  return { entries, elements };
}

/** What is outside of an item and belongs to it: the term of a list of terms, and fragments by which links call it. */
function outside(el: Element): { term: Element | null; keys: string[] } {
  const before = dom.previousElementSibling(el);
  // `<dt>` holds what a `<dd>` entry is called by.
  const term = dom.tagName(el) === 'DD' && dom.tagName(before) === 'DT' ? before : null;
  const keys = term ? keysOf(term) : [];
  // A bare `<a name="B1">` before the item, or an id on the wrapper that holds only this item.
  if (before && /^(A|SPAN)$/.test(dom.tagName(before)) && !plain(textOf(before)))
    keys.push(...keysOf(before));
  for (let p = dom.parentElement(el), n = 0; p && dom.id(p) && n < 2; p = dom.parentElement(p), n++)
    if (dom.children(p).length === 1 || holdsOnly(p, el)) keys.push(dom.id(p));
  return { term, keys };
}

function keysOf(el: Element): string[] {
  const out: string[] = [];
  for (const x of [el, ...dom.querySelectorAll(el, '[id],a[name],[content-id]')].slice(0, 30)) {
    for (const name of ['id', 'name', 'content-id']) {
      const value = dom.getAttribute(x, name);
      if (value) out.push(value);
    }
  }
  return out;
}

/**
 * The numbers that ordered lists print before their items, empty ones counted: `start` and `value` where they
 * are given; a list without them goes on from the one before it.
 */
function printedNumbers(items: readonly Element[]): Map<Element, number> {
  const numbers = new Map<Element, number>();
  let next = 1;
  for (const el of items) {
    const list = dom.tagName(el) === 'LI' ? dom.parentElement(el) : null;
    if (!list || dom.tagName(list) !== 'OL' || numbers.has(el)) continue;
    if (dom.hasAttribute(list, 'start')) next = (list as HTMLOListElement).start;
    for (const item of dom.children(list)) {
      if (dom.tagName(item) !== 'LI') continue;
      next = (item as HTMLLIElement).value || next;
      numbers.set(item, next++);
    }
  }
  return numbers;
}

/** True when the text around `inner` in `outer` is a few letters at most. */
function holdsOnly(outer: Element, inner: Element): boolean {
  let spare = 12;
  for (let x = inner; x !== outer; x = dom.parentElement(x) as Element) {
    for (let n = dom.nextSibling(x); n && spare > 0; n = dom.nextSibling(n)) spare -= lengthOf(n);
    for (let n = dom.previousSibling(x); n && spare > 0; n = dom.previousSibling(n))
      spare -= lengthOf(n);
  }
  return spare > 0;
}

function lengthOf(node: Node): number {
  return dom.nodeType(node) === 1 || dom.nodeType(node) === 3
    ? (dom.textContent(node) ?? '').length
    : 0;
}

/** Where labels are not numbers, or are broken, the place in the list is the number. */
function fixNumbers(entries: readonly Entry[]): void {
  const numbers = new Set(entries.map((e) => e.number));
  if (numbers.size < entries.length * 0.8) for (const [i, e] of entries.entries()) e.number = i + 1;
}
