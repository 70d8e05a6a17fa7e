/**
 * The paper's own DOI among those a page shows. Each place that shows one has a weight; the heaviest wins
 * and a tie is no answer: a wrong DOI is worse than none.
 */
import { cleanDoi } from '../../text';
import type { Line } from './zone';

const OTHER_WORK =
  /(?:publish(?:ed)?\s+(?:in|as|version)|version of record|now (?:published|available)|related|supplement\w*|data ?set|data (?:is|are|availab)|cites?|commentary|erratum|correct\w*|retract\w*|refers? to|in reply|preprint(?: of)?|reviewed|companion|previous|update of|\bof:)[^.;]{0,60}$/i;
const REFERENCES =
  '[class*="reference" i],[id*="reference" i],[class*="biblio" i]:not([class*="bibliographic" i]),[class*="citedby" i],[class*="cited-by" i],[class*="related" i],[class*="recommend" i],[id*="cite_note"],ol.references,[role="doc-bibliography"],[role="doc-endnotes"],[class*="footnote" i]';

/** @returns the page's own DOI, or null; `strong` when the head of the article shows it as its own */
export function visibleDoi(
  doc: Document,
  zone: readonly Line[],
  hint?: string,
): { doi: string; strong: boolean } | null {
  const weights = new Map<string, number>();
  const strong = new Set<string>();
  const add = (doi: string | null, weight: number, own = false) => {
    if (!doi) return;
    weights.set(doi, (weights.get(doi) ?? 0) + weight);
    if (own) strong.add(doi);
  };
  const seen = new Set<string>();
  for (const { text, element } of zone) {
    const at = text.search(/10\.\d{4,9}(?:\.\d+)*\/\S/);
    if (at < 0 || element.closest(REFERENCES)) continue;
    const doi = cleanDoi(text.slice(at));
    if (!doi || seen.has(doi)) continue;
    seen.add(doi);
    if (
      OTHER_WORK.test(
        text
          .slice(Math.max(0, at - 90), at)
          .replace(/(?:doi:?|https?:\/\/(?:dx\.)?doi\.org\/)\s*$/i, '')
          .trimEnd(),
      )
    ) {
      add(doi, -3);
      continue;
    }
    add(doi, seen.size === 1 ? 4 : 2, true);
  }
  const labelled = doc.querySelectorAll(
    '[class*="doi" i],[id*="doi" i],[data-doi],[doi],[data-article-doi],[data-crossmark]',
  );
  for (let i = 0, found = 0; i < labelled.length && i < 60 && found < 4; i++) {
    const element = labelled[i] as Element;
    const value =
      element.getAttribute('data-doi') ??
      element.getAttribute('doi') ??
      element.getAttribute('data-crossmark') ??
      element.getAttribute('data-article-doi') ??
      (element.childElementCount < 8 ? (element.textContent ?? '').slice(0, 300) : '');
    const doi = cleanDoi(value);
    if (!doi || element.closest(REFERENCES)) continue;
    found++;
    // A badge's DOI is often the paper's and sometimes not: half a voice.
    add(
      doi,
      element.hasAttribute('data-doi') ? 1 : found === 1 ? 3 : 1,
      !element.hasAttribute('data-doi') && found === 1,
    );
  }
  const counts = new Map<string, number>();
  const links = doc.links;
  for (let i = 0; i < links.length && i < 3_000; i++) {
    const link = links[i] as HTMLAnchorElement;
    const href = link.getAttribute('href');
    if (!href || href.length > 1_500 || !/10\.\d{4}|10%2e\d{4}/i.test(href)) continue;
    const doi = cleanDoi(href);
    if (doi) counts.set(doi, (counts.get(doi) ?? 0) + 1);
    if (
      counts.size === 1 &&
      doi &&
      i < 250 &&
      /doi\.org\/10\./.test(href) &&
      !link.closest(REFERENCES)
    ) {
      const label = link.parentElement?.textContent?.slice(0, 200) ?? '';
      if (!OTHER_WORK.test(label.split('10.')[0] ?? '')) add(doi, 1);
    }
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1]);
  const [top, next] = byCount;
  if (top && top[1] >= 3 && top[1] >= 2 * (next?.[1] ?? 0)) add(top[0], 3, top[1] >= 4);
  else if (top && counts.size === 1) add(top[0], 1);
  if (hint) for (const doi of weights.keys()) if (doi.endsWith(hint)) add(doi, 4, true);
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < 2 || (second && second[1] >= first[1])) return null;
  return { doi: first[0], strong: strong.has(first[0]) };
}
