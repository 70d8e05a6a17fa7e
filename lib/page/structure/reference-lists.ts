/**
 * Finds the reference list(s) of a page: by their usual names, by a heading ("References", "Literatur" ...),
 * or, failing both, by what the in-text links point to. A candidate is judged by its entries: most must read
 * like references (a year or an identifier, a capital, a sane length). No layout, no machine metadata needed.
 */
import { collapse, saysAtMost } from './blocks';
import { calledElements, countLinked, linkKeys } from './link-keys';
import { nameWords } from './names';
import { type Entry, readEntry, settleEntries } from './reference-entry';
import { metaReferences } from './reference-meta';
import { isNotesTitle, isReferencesTitle, mayBeListTitle } from './section-kind';

export interface ReferenceList {
  entries: Entry[];
  /** Elements whose text is the list's: never main text. */
  elements: Set<Element>;
  /** Every fragment by which a link may call an entry, to the entry's index. */
  byKey: Map<string, number>;
}

interface Candidate {
  items: Element[];
  /** How many items read like references. */
  good: number;
  named: boolean;
  notes: boolean;
}

const MAX_ENTRIES = 5_000;

const LIST_SELECTOR = [
  'ol.references',
  'ul.references',
  'table.references',
  'div.references',
  'section.references',
  '.ref-list',
  '.reflist',
  '.refList',
  '.References',
  '.reference-list',
  '.references-list',
  '.c-article-references',
  '.BibliographyWrapper',
  '.article__references',
  '.article-section__references',
  '.cit-list',
  '.citation-list',
  '.bibliography',
  '.Bibliography',
  '.csl-bib-body',
  '.ltx_biblist',
  '.thebibliography',
  '.paginatedReferences',
  '.html-bib',
  '.back-ref-list',
  '.elife-reflinks-links',
  '.ref-cit-list',
  '.listofreferences',
  '[role="doc-bibliography"]',
  '#references',
  '#References',
  '#reference',
  '#referenceList',
  '#reference-list',
  '#referencesList',
  '#referencedetails',
  '#ref-list',
  '#reflist',
  '#bibliography',
  '#Bibliography',
  '#bib',
  '#literature',
  '#citedReferences',
  '#html-references_list',
  '#referencesBody',
  '#articleReference',
  '#core-collateral-references',
  '#references-section',
  '#articleCitations',
  '[id^="ref-list"]',
  '[id^="bibliography"]',
].join(',');

const REJECTED =
  / (cited by|citedby|citing|related|recommend|recommended|recommendations|similar|most read|most cited|nav|navigation|menu|toc(?! section)|jump ?links?|comments?) /;

const YEARISH =
  /(?:1[5-9]|20)\d\d|\bin press\b|\bforthcoming\b|\bsubmitted\b|\bn\.d\.|\b10\.\d{4,9}\//i;

/** True when a text reads like an entry of a reference list. */
function readsLikeReference(text: string): boolean {
  const t = text.length > 4_000 ? '' : collapse(text);
  return (
    t.length >= 18 && t.length <= 3_000 && /\p{Lu}/u.test(t) && YEARISH.test(t) && /[.,:;(]/.test(t)
  );
}

function rejected(el: Element): boolean {
  for (let x: Element | null = el, n = 0; x && n < 6; x = x.parentElement, n++) {
    if (x.tagName === 'NAV') return true;
    const names = `${x.getAttribute('class') ?? ''} ${x.id}`;
    if (names.length > 1 && names.length < 300 && REJECTED.test(nameWords(names))) return true;
  }
  return false;
}

function textOf(el: Element): string {
  return el.textContent ?? '';
}

interface Judged {
  length: number;
  empty: boolean;
  good: boolean;
}

/** Candidates overlap: each element is judged once per reading. */
type Judge = (el: Element) => Judged;

function judgeOnce(): Judge {
  const known = new Map<Element, Judged>();
  return (el) => {
    let found = known.get(el);
    if (!found) {
      const text = textOf(el);
      found = {
        length: text.length,
        empty: text.trim().length < 12,
        good: readsLikeReference(text),
      };
      known.set(el, found);
    }
    return found;
  };
}

/** The outermost elements of a kind within a region. */
function outermost(region: readonly Element[], selector: string): Element[] {
  const out: Element[] = [];
  const seen = new Set<Element>();
  for (const root of region) {
    const all = root.matches(selector) ? [root] : root.querySelectorAll(selector);
    for (const el of all) {
      if (out.length >= MAX_ENTRIES) break;
      let inner = false;
      for (let p = el.parentElement; p && p !== root.parentElement; p = p.parentElement)
        if (seen.has(p)) {
          inner = true;
          break;
        }
      if (inner) continue;
      seen.add(el);
      out.push(el);
    }
  }
  return out;
}

function judge(items: Element[], once: Judge): { items: Element[]; good: number; length: number } {
  let good = 0;
  let length = 0;
  const kept = items.filter((el) => {
    const j = once(el);
    if (j.empty) return false;
    length += j.length;
    if (j.good) good++;
    return true;
  });
  return { items: kept, good, length };
}

/** Repeated children of one container that read like references; the best container within the region. */
function repeatedChildren(region: readonly Element[], once: Judge): Element[] {
  let best: Element[] = [];
  let bestGood = 0;
  const look = (children: readonly Element[], depth: number): void => {
    const groups = new Map<string, Element[]>();
    for (const c of children) {
      const { length } = once(c);
      if (length < 18 || length > 3_500 || /^H[1-6]$/.test(c.tagName)) continue;
      const cls = (c.getAttribute('class') ?? '').split(/\s+/)[0] ?? '';
      const key = `${c.tagName} ${cls.replace(/\d+/g, '')}`;
      const group = groups.get(key);
      if (group) group.push(c);
      else groups.set(key, [c]);
    }
    for (const group of groups.values()) {
      const good = group.filter((c) => once(c).good).length;
      if (good > bestGood) {
        bestGood = good;
        best = group;
      }
    }
    if (depth <= 0) return;
    for (const c of children)
      if (c.firstElementChild && once(c).length > 60) look([...c.children], depth - 1);
  };
  look(region, 7);
  return best;
}

/** The entries of a region, by whatever markup separates them. */
function itemsOf(
  region: readonly Element[],
  once: Judge,
): { items: Element[]; good: number } | null {
  const total = region.reduce((n, el) => n + once(el).length, 0);
  if (total < 18 || total > 3_000_000) return null;
  for (const selector of ['li', 'tr', 'dd', '[role="listitem"]']) {
    const found = judge(outermost(region, selector), once);
    if (found.items.length === 1 && !loneReference(found.items[0] as Element)) continue;
    if (found.good > 0 && found.good >= found.items.length * 0.5 && found.length >= total * 0.5)
      return found;
  }
  const repeated = judge(repeatedChildren(region, once), once);
  if (repeated.good > 1 && repeated.good >= repeated.items.length * 0.4) return repeated;
  return null;
}

/** A list of one: short, itself free of lists, and it opens with a name or a number. */
function loneReference(el: Element): boolean {
  const text = collapse(textOf(el));
  return (
    text.length < 800 &&
    readsLikeReference(text) &&
    !el.querySelector('li,ul,ol,table,h1,h2,h3,h4') &&
    /^(?:[[(]?\d|\p{Lu}[\p{L}'’-]+,? \p{Lu}|(?:\p{Lu}\. ?)+\p{Lu})/u.test(text)
  );
}

/** The heading element of a lone heading text: as far up as nothing else is said. */
function headingAround(text: Text): Element | null {
  let el = text.parentElement;
  if (!el) return null;
  const length = collapse(text.data).length;
  for (let p = el.parentElement; p && p.tagName !== 'BODY'; p = p.parentElement) {
    if (!saysAtMost(p, length + 8)) break;
    el = p;
  }
  return el;
}

/** A paragraph that is all bold: the next heading of a page without heading tags. */
function isBoldLine(el: Element): boolean {
  const text = textOf(el).trim();
  if (text.length === 0 || text.length > 80) return false;
  const bold = el.matches('b,strong') ? el : el.querySelector('b,strong');
  return bold !== null && textOf(bold).trim().length >= text.length - 1;
}

const HEADING_TAG = /^H([1-6])$/;

/** What follows a heading, up to the next heading of its rank; climbs while nothing follows. */
function regionAfter(heading: Element): Element[] {
  const tag =
    HEADING_TAG.exec(heading.tagName) ??
    HEADING_TAG.exec(heading.querySelector('h1,h2,h3,h4,h5,h6')?.tagName ?? '');
  const rank = tag ? Number(tag[1]) : 7;
  let at: Element | null = heading;
  for (let climb = 0; at && climb < 5; climb++) {
    const region: Element[] = [];
    let length = 0;
    for (let s = at.nextElementSibling; s; s = s.nextElementSibling) {
      const own = HEADING_TAG.exec(s.tagName);
      if (own && Number(own[1]) <= rank) break;
      if (rank === 7 && own && region.length) break;
      if (s.tagName === 'SCRIPT' || s.tagName === 'STYLE') continue;
      if (rank === 7 && region.length && isBoldLine(s)) break;
      region.push(s);
      length += textOf(s).length;
      if (region.length > MAX_ENTRIES) break;
    }
    if (length > 40) return region;
    at = at.parentElement;
    if (!at || at.tagName === 'BODY') break;
  }
  return [];
}

function* candidates(doc: Document): Generator<void, Candidate[]> {
  const out: Candidate[] = [];
  const once = judgeOnce();
  const push = (region: readonly Element[], named: boolean, notes: boolean): void => {
    const first = region[0];
    if (!first || rejected(first)) return;
    const found = itemsOf(region, once);
    if (!found || found.items.length > MAX_ENTRIES) return;
    // The list's own name, its container's and its heading all find the same items.
    const same = out.find(
      (c) => c.items[0] === found.items[0] && c.items.length === found.items.length,
    );
    if (!same) out.push({ ...found, named, notes });
    else if (named) same.notes &&= notes;
  };
  for (const el of doc.querySelectorAll(LIST_SELECTOR)) {
    if (out.length > 60) break;
    push([el], true, false);
    yield;
  }
  const walker = doc.createTreeWalker(doc.body, 4);
  for (let n = walker.nextNode() as Text | null; n; n = walker.nextNode() as Text | null) {
    const length = n.data.length;
    if (length < 5 || length > 90 || !mayBeListTitle(n.data)) continue;
    const refs = isReferencesTitle(n.data);
    if (!refs && !isNotesTitle(n.data)) continue;
    if (out.length > 120) break;
    const heading = headingAround(n);
    if (!heading || heading.tagName === 'A' || heading.closest('nav,a[href^="#"]')) continue;
    push(regionAfter(heading), refs, !refs);
    yield;
  }
  return out;
}

/** Items that links of the page point to, for pages that name their list in no way we know. */
function linkedItems(doc: Document): Candidate | null {
  const groups = new Map<string, Element[]>();
  for (const a of doc.querySelectorAll('a[href*="#"]')) {
    const href = a.getAttribute('href') ?? '';
    const key = href.slice(href.indexOf('#') + 1);
    if (!key || key.length > 120 || !/\d/.test(key)) continue;
    const target = doc.getElementById(key) ?? doc.getElementsByName(key)[0];
    if (!target) continue;
    const item = target.closest('li,p,dd,tr,div');
    if (!item || textOf(item).length > 3_000) continue;
    const group = key.replace(/\d+/g, '#');
    const list = groups.get(group) ?? [];
    if (!list.includes(item) && list.length < MAX_ENTRIES) list.push(item);
    groups.set(group, list);
  }
  let best: Candidate | null = null;
  const once = judgeOnce();
  for (const items of groups.values()) {
    const { good } = judge(items, once);
    if (
      items.length >= 3 &&
      good >= items.length * 0.6 &&
      good > (best?.good ?? 0) &&
      !rejected(items[0] as Element)
    )
      best = { items, good, named: false, notes: false };
  }
  return best;
}

function keysOf(el: Element): string[] {
  const out: string[] = [];
  for (const x of [el, ...el.querySelectorAll('[id],a[name],[content-id]')].slice(0, 30)) {
    for (const name of ['id', 'name', 'content-id']) {
      const value = x.getAttribute(name);
      if (value) out.push(value);
    }
  }
  return out;
}

/** All lists of the page as one: the best candidate, and others that repeat neither it nor each other. */
export function* findReferences(doc: Document): Generator<void, ReferenceList> {
  const all = yield* candidates(doc);
  const targets = all.length > 1 ? calledElements(doc) : [];
  const scored = all
    .map((c) => {
      const linked = targets.length ? countLinked(c.items, targets) : 0;
      return { ...c, linked, score: c.good + linked + (c.notes ? -1 - c.good / 2 : 0) };
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
    if (c === lead || c.notes || c.items.length < 2) continue;
    const touches = overlaps(c.items, taken);
    if (touches) continue;
    texts ??= new Set(taken.map(fingerprint));
    const known: Set<string> = texts;
    const fresh = c.items.filter((el) => !known.has(fingerprint(el)));
    if (fresh.length < c.items.length * 0.5 || c.good < c.items.length * 0.7) continue;
    for (const el of fresh) {
      taken.push(el);
      known.add(fingerprint(el));
    }
  }
  taken.sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
  return yield* build(doc, taken.slice(0, MAX_ENTRIES));
}

/** True when two readings share elements, or one's items lie within the other's. */
function overlaps(a: readonly Element[], b: readonly Element[]): boolean {
  const within = (inner: readonly Element[], outer: Set<Element>): boolean =>
    inner.some((el) => {
      for (let x: Element | null = el, n = 0; x && n < 12; x = x.parentElement, n++)
        if (outer.has(x)) return true;
      return false;
    });
  return within(a, new Set(b)) || within(b, new Set(a));
}

/** Letters and digits of the entry's middle: equal for two renderings of one reference. */
function fingerprint(el: Element): string {
  return textOf(el)
    .slice(0, 400)
    .replace(/[^\p{L}\d]+/gu, '')
    .replace(/^\d+/, '')
    .slice(0, 36);
}

function* build(doc: Document, items: Element[]): Generator<void, ReferenceList> {
  const entries: Entry[] = [];
  const elements = new Set<Element>();
  for (const [i, el] of items.entries()) {
    if (i % 16 === 15) yield;
    const ordered = el.tagName === 'LI' && el.parentElement?.tagName === 'OL';
    const entry = readEntry(el, i + 1, ordered);
    // `<dt>` holds what a `<dd>` entry is called by.
    const dt =
      el.tagName === 'DD' && el.previousElementSibling?.tagName === 'DT'
        ? el.previousElementSibling
        : null;
    if (dt) {
      entry.keys.push(...keysOf(dt));
      const printed = collapse(textOf(dt)).replace(/^[[(]|[\])]?[.:]?$/g, '');
      if (printed && printed.length < 60) entry.label = printed;
      if (/^\d+$/.test(printed)) entry.number = Number(printed);
      elements.add(dt);
    }
    // A bare `<a name="B1">` before the item, or an id on the wrapper that holds only this item.
    const before = el.previousElementSibling;
    if (before && /^(A|SPAN)$/.test(before.tagName) && !collapse(textOf(before)))
      entry.keys.push(...keysOf(before));
    for (let p = el.parentElement, n = 0; p?.id && n < 2; p = p.parentElement, n++)
      if (p.children.length === 1 || textOf(p).length < textOf(el).length + 12)
        entry.keys.push(p.id);
    if (entry.text.length < 8 && !entry.doi) continue;
    elements.add(el);
    entries.push(entry);
  }
  fixNumbers(entries);
  settleEntries(entries);
  return { entries, elements, byKey: index(doc, entries, elements) };
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
      const marker = doc.getElementById(back) ?? doc.getElementsByName(back)[0];
      if (marker?.tagName !== 'A') continue;
      let inside = false;
      for (let p: Element | null = marker; p; p = p.parentElement)
        if (elements.has(p)) inside = true;
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
