/** The entries of what may be a reference list: by whatever markup separates them, judged by how they read. */
import * as dom from '../../../dom';
import { plain } from '../../reading/plain';

export const MAX_ENTRIES = 5_000;

const YEARISH =
  /(?:1[5-9]|20)\d\d|\bin press\b|\bforthcoming\b|\bsubmitted\b|\bn\.d\.|\b10\.\d{4,9}\//i;

/** True when a text reads like an entry of a reference list. */
function readsLikeReference(text: string): boolean {
  if (text.length > 4_000 || text.length < 18) return false;
  // White space counts only where the length hangs on it.
  const bare = text.length < 80 || text.length > 3_000 ? plain(text) : text;
  return (
    bare.length >= 18 &&
    bare.length <= 3_000 &&
    YEARISH.test(bare) &&
    /[.,:;(]/.test(bare) &&
    (/[A-Z]/.test(bare) || bare !== bare.toLowerCase())
  );
}

export function textOf(el: Element): string {
  return dom.textContent(el) ?? '';
}

/** What candidates ask about an element. */
class Judged {
  readonly length: number;
  readonly empty: boolean;
  private readonly text: string;
  private verdict: boolean | null = null;

  constructor(el: Element) {
    this.text = textOf(el);
    this.length = this.text.length;
    this.empty = this.length < 12 || this.text.trim().length < 12;
  }

  /** Whether the element reads like an entry; found out when it is first asked. */
  get good(): boolean {
    this.verdict ??= readsLikeReference(this.text);
    return this.verdict;
  }
}

/** Candidates overlap: each element is judged once per reading. */
export type Judge = (el: Element) => Judged;

export function judgeOnce(): Judge {
  const known = new Map<Element, Judged>();
  return (el) => {
    let found = known.get(el);
    if (!found) {
      found = new Judged(el);
      known.set(el, found);
    }
    return found;
  };
}

const NONE: readonly Element[] = [];

/** The outermost elements of a kind within a region. */
function outermost(region: readonly Element[], selector: string): Element[] {
  const out: Element[] = [];
  for (const root of region) {
    const all = dom.matches(root, selector)
      ? [root]
      : dom.firstElementChild(root)
        ? dom.querySelectorAll(root, selector)
        : NONE;
    let last: Element | null = null;
    for (const el of all) {
      if (out.length >= MAX_ENTRIES) break;
      // In document order what lies within another follows it at once.
      if (dom.contains(last, el)) continue;
      last = el;
      out.push(el);
    }
  }
  return out;
}

/** The items that say anything, and their length. */
function withText(items: Element[], once: Judge): { items: Element[]; length: number } {
  let length = 0;
  const kept = items.filter((el) => {
    const j = once(el);
    if (!j.empty) length += j.length;
    return !j.empty;
  });
  return { items: kept, length };
}

/** How many items read like entries. */
const goodOnes = (items: readonly Element[], once: Judge): number =>
  items.reduce((n, el) => (once(el).good ? n + 1 : n), 0);

/** The items that say anything, and how many of them read like entries. */
export function judge(list: Element[], once: Judge): { items: Element[]; good: number } {
  const { items } = withText(list, once);
  return { items, good: goodOnes(items, once) };
}

/** The shortest entry, in UTF-16 units. */
const SHORTEST = 18;

/** Repeated children of one container that read like references; the best container within the region. */
function repeatedChildren(region: readonly Element[], once: Judge): Element[] {
  let best: Element[] = [];
  let bestGood = 0;
  const look = (children: readonly Element[], depth: number): void => {
    const groups = new Map<string, Element[]>();
    for (const c of children) {
      const { length } = once(c);
      if (length < SHORTEST || length > 3_500 || /^H[1-6]$/.test(dom.tagName(c))) continue;
      const cls = (dom.getAttribute(c, 'class') ?? '').split(/\s+/)[0] ?? '';
      const key = `${dom.tagName(c)} ${cls.replace(/\d+/g, '')}`;
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
    // What lies within must be long enough to hold more entries than the best group so far.
    for (const c of children)
      if (dom.firstElementChild(c) && once(c).length > Math.max(60, bestGood * SHORTEST))
        look([...dom.children(c)], depth - 1);
  };
  look(region, 7);
  return best;
}

/** The entries of a region, by whatever markup separates them. */
export function itemsOf(
  region: readonly Element[],
  once: Judge,
): { items: Element[]; good: number } | null {
  const total = region.reduce((n, el) => n + once(el).length, 0);
  if (total < 18 || total > 3_000_000) return null;
  for (const selector of ['li', 'tr', 'dd', '[role="listitem"]']) {
    const { items, length } = withText(outermost(region, selector), once);
    // A menu in the region holds little of its text: it need not be read.
    if (items.length === 0 || length < total * 0.5) continue;
    if (items.length === 1 && !loneReference(items[0] as Element)) continue;
    const good = goodOnes(items, once);
    if (good > 0 && good >= items.length * 0.5) return { items, good };
  }
  const repeated = judge(repeatedChildren(region, once), once);
  if (repeated.good > 1 && repeated.good >= repeated.items.length * 0.4) return repeated;
  return null;
}

/** A list of one: short, itself free of lists, and it opens with a name or a number. */
function loneReference(el: Element): boolean {
  const text = plain(textOf(el));
  return (
    text.length < 800 &&
    readsLikeReference(text) &&
    !dom.querySelector(el, 'li,ul,ol,table,h1,h2,h3,h4') &&
    /^(?:[[(]?\d|\p{Lu}[\p{L}'’-]+,? \p{Lu}|(?:\p{Lu}\. ?)+\p{Lu})/u.test(text)
  );
}
