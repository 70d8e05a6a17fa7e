/** A reference list by what the in-text links point to, for pages that name their list in no way we know. */
import * as dom from '../../../dom';
import { targetOf } from '../citations/link-keys';
import { type Candidate, rejected } from './candidates';
import { judge, judgeOnce, MAX_ENTRIES, textOf } from './items';

/** The items that links of the page point to, as one candidate. */
export function linkedItems(doc: Document): Candidate | null {
  const groups = new Map<string, Element[]>();
  for (const a of doc.querySelectorAll('a[href*="#"]')) {
    const href = dom.getAttribute(a, 'href') ?? '';
    const key = href.slice(href.indexOf('#') + 1);
    if (!key || key.length > 120 || !/\d/.test(key)) continue;
    const target = targetOf(doc, key);
    if (!target) continue;
    const item = dom.closest(target, 'li,p,dd,tr,div');
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
