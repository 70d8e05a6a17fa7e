/** How a link calls the reference it means: fragments, `rid` and its kin, script calls. Every platform has its own way. */

const KEY_ATTRIBUTES = [
  'data-rid',
  'rid',
  'reveal-id',
  'data-jats-rid',
  'data-xml-rid',
  'data-bib-id',
  'data-open',
  'data-refid',
  'bid',
];

/** The fragments and ids by which a link calls its target(s): href, rid and its kin, script calls. */
export function linkKeys(el: Element): string[] {
  const out: string[] = [];
  const href = el.getAttribute('href');
  if (href) {
    const hash = href.indexOf('#');
    if (hash >= 0 && href.length > hash + 1) {
      const fragment = href.slice(hash + 1);
      out.push(fragment);
      if (fragment.includes('%') || fragment.includes(' ') || fragment.includes(',')) {
        let plain = fragment;
        try {
          plain = decodeURIComponent(fragment);
        } catch {
          // A malformed escape: the raw fragment is all there is.
        }
        out.push(...plain.split(/[\s,]+/));
      }
    } else if (/^javascript:/i.test(href)) scriptKeys(href, out);
  }
  for (const name of KEY_ATTRIBUTES) {
    const value = el.getAttribute(name);
    if (value) out.push(...value.split(/[\s,]+/));
  }
  // Old Wiley names all references of a marker in `rel`, only the first in `href`.
  const rel = el.getAttribute('rel');
  if (rel?.startsWith('references:'))
    out.push(
      ...rel
        .slice(11)
        .split(/[\s,]+/)
        .map((k) => k.replace(/^#/, '')),
    );
  const onclick = el.getAttribute('onclick');
  if (onclick) scriptKeys(onclick, out);
  return out.slice(0, 60);
}

/** The quoted words of a script call such as showRef(event, 'ref12 ref13'). */
function scriptKeys(script: string, out: string[]): void {
  for (const m of script.slice(0, 600).matchAll(/['"]#?([^'"]{1,120})['"]/g))
    out.push(...(m[1] as string).split(/[\s,]+/));
}

/** The elements that links of the page point to. */
export function calledElements(doc: Document): Element[] {
  const keys = new Set<string>();
  for (const a of doc.querySelectorAll('a[href*="#"],a[onclick],[data-rid],[rid]'))
    for (const key of linkKeys(a)) keys.add(key);
  const out: Element[] = [];
  for (const key of keys) {
    const el = doc.getElementById(key) ?? (/\d/.test(key) ? doc.getElementsByName(key)[0] : null);
    if (el) out.push(el);
  }
  return out;
}

/** How many items hold (or are) one of the targets. */
export function countLinked(items: readonly Element[], targets: readonly Element[]): number {
  const set = new Set(items);
  const linked = new Set<Element>();
  for (const t of targets)
    for (let x: Element | null = t, n = 0; x && n < 8; x = x.parentElement, n++)
      if (set.has(x)) {
        linked.add(x);
        break;
      }
  return linked.size;
}
