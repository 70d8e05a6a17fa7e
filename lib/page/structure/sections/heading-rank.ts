/** The rank of a heading: by its tag, its role, or a name that calls it one. */
import * as dom from '../../../dom';
import { HAS, type Look } from '../../reading/look';
import { plain } from '../../reading/plain';

/** Ranks by tag. */
export const HEADING_RANK: Record<string, number> = { H1: 1, H2: 2, H3: 3, H4: 4, H5: 5, H6: 6 };

/**
 * An element's rank as a heading, 0 when it is none. A class or an id may call it one.
 */
export function headingRank(el: Element, { tag: { name: tag }, has, facts }: Look): number {
  const rank = HEADING_RANK[tag];
  if (rank) return rank;
  if (has & HAS.role && dom.getAttribute(el, 'role') === 'heading')
    return Math.min(6, Number(dom.getAttribute(el, 'aria-level')) || 2);
  const named = facts.heading;
  if (!named || !/^(DIV|P|SPAN|DT|STRONG|B|TD|LI)$/.test(tag)) return 0;
  const text = dom.textContent(el) ?? '';
  if (text.length > 220 || dom.querySelector(el, 'p,ul,ol,table,h1,h2,h3,h4,h5,h6')) return 0;
  const title = plain(text);
  return title.length > 1 && title.length <= 160 && /\p{L}/u.test(title) && !/[.;,]$/.test(title)
    ? named
    : 0;
}
