/**
 * Finds the reference list(s) of a page: by their usual names, by a heading ("References", "Literatur" ...),
 * or, failing both, by what the in-text links point to. A candidate is judged by its entries: most must read
 * like references (a year or an identifier, a capital, a sane length). No layout, no machine metadata needed.
 */
import * as dom from '../../../dom';
import { plain } from '../../reading/plain';
import { calledElements, countLinked, linkKeys, targetOf } from '../citations/link-keys';
import { byPlace, type Candidate, candidates, linkedItems } from './candidates';
import { type Entry, type ListedEntry, readEntry, settleEntries } from './entry';
import { MAX_ENTRIES, textOf } from './items';
import { metaReferences } from './meta';

export interface ReferenceList {
  entries: Entry[];
  /** Elements whose text is the list's: never main text. */
  elements: Set<Element>;
  /** Every fragment by which a link may call an entry, to the entry's index. */
  byKey: Map<string, number>;
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
 * All lists of the page as one: the best candidate, and others that repeat neither it nor each other.
 * @param titles short text nodes in which a list's heading may stand (`surveyText`)
 */
export function* findReferences(
  doc: Document,
  titles: readonly Text[],
): Generator<void, ReferenceList> {
  const all = yield* candidates(doc, titles);
  const targets = isContested(all) ? calledElements(doc) : [];
  const scored = all
    .map((c) => {
      const linked = targets.length ? countLinked(c.items, targets) : 0;
      return { ...c, linked, score: ownScore(c) + linked };
    })
    // Of two equal readings the tighter one (found by name) came first.
    .sort((a, b) => b.score - a.score);
  let best: Candidate | undefined = scored[0];
  if (!best || best.good < 2) best = linkedItems(doc) ?? best;
  if (!best) return fromMeta(doc);
  if (best.notes && best.good < best.items.length * 0.6) return fromMeta(doc);
  const taken = [...best.items];
  let texts: Set<string> | null = null;
  const lead = best;
  for (const c of scored) {
    if (c === lead || c.notes || c.items.length < 2 || c.good < c.items.length * 0.7) continue;
    if (overlaps(c.items, taken)) continue;
    texts ??= new Set(taken.map(fingerprint));
    const known: Set<string> = texts;
    const fresh = c.items.filter((el) => !known.has(fingerprint(el)));
    if (fresh.length < c.items.length * 0.5) continue;
    for (const el of fresh) {
      taken.push(el);
      known.add(fingerprint(el));
    }
  }
  if (taken.length > best.items.length) taken.sort(byPlace);
  return yield* build(doc, taken.slice(0, MAX_ENTRIES));
}

/** A candidate's score before any link is counted; every linked item adds one. */
function ownScore(c: Candidate): number {
  return c.notes ? c.good / 2 - 1 : c.good;
}

/** True when what links point to can change which candidate is the best one. */
function isContested(all: readonly Candidate[]): boolean {
  const [first, ...others] = [...all].sort((a, b) => ownScore(b) - ownScore(a));
  return first !== undefined && others.some((c) => ownScore(c) + c.items.length >= ownScore(first));
}

/** True when two readings share elements, or one's items lie within the other's. */
function overlaps(a: readonly Element[], b: readonly Element[]): boolean {
  const within = (inner: readonly Element[], outer: Set<Element>): boolean =>
    inner.some((el) => {
      for (let x: Element | null = el, n = 0; x && n < 12; x = dom.parentElement(x), n++)
        if (outer.has(x)) return true;
      return false;
    });
  return within(a, new Set(b)) || within(b, new Set(a));
}

/** The first letters and digits of the entry, its number left out: equal for two printings of one reference. */
function fingerprint(el: Element): string {
  const text = textOf(el);
  let out = '';
  for (let i = 0; i < text.length && i < 400 && out.length < 36; i++) {
    const c = text.charCodeAt(i);
    const digit = c >= 48 && c <= 57;
    if (digit ? out !== '' : (c | 32) >= 97 && (c | 32) <= 122) out += text[i];
    else if (c > 0xbf && (c < 0x2000 || c > 0x206f)) out += text[i];
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

function* build(doc: Document, items: Element[]): Generator<void, ReferenceList> {
  const entries: ListedEntry[] = [];
  const elements = new Set<Element>();
  /** Paragraphs that belong to the entry above them. */
  let merged = 0;
  const numbers = printedNumbers(items);
  for (const [i, el] of items.entries()) {
    if (i % 16 === 15) yield;
    const printed = numbers.get(el);
    const entry = readEntry(el, printed ?? i + 1 - merged, printed !== undefined);
    // `<dt>` holds what a `<dd>` entry is called by.
    const before = dom.previousElementSibling(el);
    const dt = dom.tagName(el) === 'DD' && dom.tagName(before) === 'DT' ? before : null;
    if (dt) {
      entry.keys.push(...keysOf(dt));
      const term = plain(textOf(dt)).replace(/^[[(]|[\])]?[.:]?$/g, '');
      if (term && term.length < 60) entry.label = term;
      if (/^\d+$/.test(term)) entry.number = Number(term);
      elements.add(dt);
    }
    // A bare `<a name="B1">` before the item, or an id on the wrapper that holds only this item.
    if (before && /^(A|SPAN)$/.test(dom.tagName(before)) && !plain(textOf(before)))
      entry.keys.push(...keysOf(before));
    for (
      let p = dom.parentElement(el), n = 0;
      p && dom.id(p) && n < 2;
      p = dom.parentElement(p), n++
    )
      if (dom.children(p).length === 1 || holdsOnly(p, el)) entry.keys.push(dom.id(p));
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
  return { entries, elements, byKey: index(doc, entries, elements) };
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
function fixNumbers(entries: Entry[]): void {
  const numbers = new Set(entries.map((e) => e.number));
  if (numbers.size < entries.length * 0.8) for (const [i, e] of entries.entries()) e.number = i + 1;
}

function index(doc: Document, entries: Entry[], elements: Set<Element>): Map<string, number> {
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

/** Without a printed list, what the meta tags say; such references have no element. */
function fromMeta(doc: Document): ReferenceList {
  return { entries: metaReferences(doc), elements: new Set(), byKey: new Map() };
}
