/**
 * Which of a page's candidates is its reference list: the one with the most entries that read like references, by
 * which links decide where it is close, and others that repeat neither it nor each other.
 */
import * as dom from '../../../dom';
import { calledElements, countLinked } from '../citations/link-keys';
import { byPlace, type Candidate } from './candidates';
import { MAX_ENTRIES, textOf } from './items';
import { linkedItems } from './linked-items';

/**
 * The share of the entries of notes that must read like references, for notes to be a list of them. Notes mix references
 * with remarks: clearly more than half, because citations are not numbered by notes of which half are remarks.
 */
const MOST_OF_NOTES = 0.6;
/**
 * The same of the entries of a further list. Higher: the page's list is already found, so a list of other papers or of
 * files that is taken for a part of it costs more than a part that is missed.
 */
const MOST_OF_FURTHER = 0.7;
/**
 * The share of its entries that a further list must not repeat. A second printing of the same list (in a pop-up, for
 * printing) repeats nearly all, the references of a supplement only some: half is far from both.
 */
const FRESH = 0.5;

/** The entries of all lists of the page as one, in document order; none where it prints no list. */
export function chooseItems(doc: Document, all: readonly Candidate[]): Element[] {
  const targets = isContested(all) ? calledElements(doc) : [];
  const scored = all
    .map((c) => {
      const linked = targets.length ? countLinked(c.items, targets) : 0;
      return { ...c, score: ownScore(c) + linked };
    })
    // Of two equal readings the tighter one (found by name) came first.
    .sort((a, b) => b.score - a.score);
  let best: Candidate | undefined = scored[0];
  if (!best || best.good < 2) best = linkedItems(doc) ?? best;
  if (!best || (best.notes && best.good < best.items.length * MOST_OF_NOTES)) return [];
  return withFurther(best, scored).slice(0, MAX_ENTRIES);
}

/** The entries of the best candidate, and of others that hold further ones. */
function withFurther(best: Candidate, scored: readonly Candidate[]): Element[] {
  const taken = [...best.items];
  let known: Set<string> | null = null;
  for (const c of scored) {
    if (c === best || c.notes || c.items.length < 2) continue;
    if (c.good < c.items.length * MOST_OF_FURTHER || overlaps(c.items, taken)) continue;
    const seen: Set<string> = known ?? new Set(taken.map(fingerprint));
    known = seen;
    const fresh = c.items.filter((el) => !seen.has(fingerprint(el)));
    if (fresh.length < c.items.length * FRESH) continue;
    for (const el of fresh) {
      taken.push(el);
      seen.add(fingerprint(el));
    }
  }
  return taken.length > best.items.length ? taken.sort(byPlace) : taken;
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
