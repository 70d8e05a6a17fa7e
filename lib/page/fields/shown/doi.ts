/**
 * The paper's own DOI among those a page shows. Each place that shows one has a weight; the heaviest wins
 * and a tie is no answer: a wrong DOI is worse than none.
 */
import * as dom from '../../../dom';
import { cleanDoi, DOI_PREFIX, looseKey, squeeze } from '../../../text';
import { type Line, type Marks, OTHERS } from '../../view/lines';
import { plainCitation, withinLonger } from '../../view/own-citation';

/** Words before a DOI that say it is another work's, or another version's. */
const OTHER_WORK =
  /\b(?:publish(?:ed)?\s+(?:in|(?<!first published )as|version)|version of record|now (?:published|available)|related|supplement\w*|data ?sets?|data (?:is|are|availab)|software|cites|commentary|erratum|correction|retraction|refers? to|in reply|preprint(?: of)?(?! (?:doi|from)\b)|peer-reviewed publication|companion|previous|update of|of:|grant)[^;]{0,70}$/i;
/** Lines that report of another's work: news, press releases. */
const REPORTS =
  /^(?:original(?:publikation|arbeit|[ -](?:publication|study|paper|article))|publication originale|more information|(?:journal )?reference|(?:the )?(?:study|studie|paper))\s*:/i;
const START = new RegExp(
  `(?:doi:?\\s*|https?:\\/\\/(?:dx\\.)?doi\\.org\\/|https?:\\S{0,40}?)?${DOI_PREFIX}[!-~]`,
  'i',
);

export interface VisibleDoi {
  doi: string;
  /** The page shows it as its own: by its title, or in its own citation. */
  strong: boolean;
  /** The page's own citation of itself, when it prints one. */
  selfCitation?: Element;
}

/** The first DOI of a text, unless the words before it give it to another work. */
function ownDoi(text: string, before = ''): { doi: string; other: boolean } | null {
  const at = text.search(START);
  const doi = at < 0 ? null : cleanDoi(text.slice(at));
  if (!doi) return null;
  const lead = `${before} ${text.slice(Math.max(0, at - 120), at)}`.trimEnd();
  if (REPORTS.test(text)) return { doi, other: true };
  return { doi, other: OTHER_WORK.test(lead.replace(/\(online[^()]*\)$/i, '')) };
}

/** The one DOI that the page's own scripts hold ("doi": "10..."): pages that show it only once they run. */
function scriptDoi(doc: Document): string | null {
  const found = new Set<string>();
  const scripts = doc.getElementsByTagName('script');
  for (let i = 0; i < scripts.length && i < 200; i++) {
    const source = scripts[i]?.textContent ?? '';
    if (source.length > 300_000 || !source.includes('10.')) continue;
    for (const one of source.matchAll(
      /\bdoi["']?\s{0,3}[:=]\s{0,3}["'](10\.\d{4,9}\/[^"'\s]{2,200})["']/gi,
    )) {
      const doi = cleanDoi(one[1]);
      if (doi) found.add(doi);
      if (found.size > 1) return null;
    }
  }
  return [...found][0] ?? null;
}

/**
 * @param zone the lines around the title
 * @param title the paper's title as shown
 * @param ending an incomplete DOI that machines were told ("ade/1391109086"): the one that ends so is it
 */
export function visibleDoi(
  doc: Document,
  zone: readonly Line[],
  marks: Marks,
  title: string,
  ending?: string,
): VisibleDoi | null {
  const weights = new Map<string, number>();
  const strong = new Set<string>();
  let selfCitation: Element | undefined;
  const add = (doi: string | null | undefined, weight: number, own = false) => {
    if (!doi) return;
    weights.set(doi, (weights.get(doi) ?? 0) + weight);
    if (own) strong.add(doi);
  };
  const away = (element: Element) => (marks(element) & OTHERS) > 0;
  const bareKey = (text: string) => looseKey(text).replace(/ (?:and|und|et) /g, ' ');
  const key = bareKey(title).slice(0, 60);
  const citesItself = (text: string): boolean =>
    key.length > 12 && text.length > 30 && text.length < 2_500 && bareKey(text).includes(key);

  let label = '';
  for (const { text, element } of zone) {
    const found = text.includes('10.') ? ownDoi(text, label) : null;
    label = text.length < 60 ? text : '';
    if (!found || away(element)) continue;
    const own = !found.other && citesItself(text);
    if (own) selfCitation ??= element;
    if (found.other) add(found.doi, -6);
    else if (!weights.has(found.doi) || own)
      add(found.doi, weights.size === 0 || own ? 4 : 2, true);
  }
  // The one DOI at the head is the paper's: no need to look through the page.
  const only = weights.size === 1 ? [...weights][0] : undefined;
  if (only && only[1] >= 4 && !ending) {
    return { doi: only[0], strong: true, ...(selfCitation ? { selfCitation } : {}) };
  }
  const labelled = doc.querySelectorAll(
    '[data-doi],[doi],[data-crossmark],[class*="doi"],[id*="doi"],[class*="DOI"],[id*="Doi"]',
  );
  for (let i = 0, count = 0; i < labelled.length && i < 400 && count < 4; i++) {
    const element = labelled[i] as Element;
    const badge = dom.getAttribute(element, 'data-doi');
    const value =
      badge ??
      dom.getAttribute(element, 'doi') ??
      dom.getAttribute(element, 'data-crossmark') ??
      (dom.childElementCount(element) < 8
        ? (dom.textContent(element) ?? '').slice(0, 300) || dom.getAttribute(element, 'title')
        : '');
    const doi = value?.includes('10.') ? cleanDoi(value) : null;
    if (!doi || away(element)) continue;
    count++;
    // A badge's DOI is often the paper's and sometimes not: one voice, and no proof.
    add(doi, badge ? 1 : count === 1 ? 3 : 1, !badge && count === 1);
  }
  const counts = new Map<string, number>();
  const links = doc.links;
  for (let i = 0, checked = 0; i < links.length && i < 3_000; i++) {
    const link = links[i] as HTMLAnchorElement;
    const href = link.getAttribute('href');
    if (!href || href.length > 1_500 || !/10\.\d{4}|10%2e\d{4}/i.test(href)) continue;
    const doi = cleanDoi(href);
    const resolver = /doi\.org\/10\./i.test(href);
    // A picture that links to a DOI is a badge: a seal's, a repository's.
    if (!doi || (resolver && link.querySelector('img') && !/\S/.test(link.textContent ?? '')))
      continue;
    counts.set(doi, (counts.get(doi) ?? 0) + 1);
    if (checked > 150 || selfCitation || !resolver || away(link)) continue;
    checked++;
    const block = link.closest('p,li,dd,td,blockquote,div');
    const text = (dom.textContent(block) ?? '').slice(0, 2_600);
    if (block && citesItself(text) && !withinLonger(squeeze(text, 3_000), title)) {
      const found = ownDoi(squeeze(text, 3_000));
      if (found?.doi === doi && !found.other) {
        add(doi, 4, true);
        selfCitation = block;
      }
    } else if (counts.size === 1 && i < 250) add(doi, 1);
  }
  if (strong.size === 0 && !selfCitation) {
    const own = plainCitation(doc, title, marks);
    const found = own && ownDoi(own.text);
    if (found && !found.other) {
      // It tells the DOI of what is known to be a paper; it does not make the page one.
      add(found.doi, 4);
      selfCitation = own.block;
    }
  }
  const [top, next] = [...counts].sort((a, b) => b[1] - a[1]);
  if (top && top[1] >= 3 && top[1] >= 2 * (next?.[1] ?? 0)) add(top[0], 3, top[1] >= 4);
  else if (top && counts.size === 1) add(top[0], 1);
  if (ending) for (const doi of weights.keys()) if (doi.endsWith(ending)) add(doi, 4, true);
  // A figure's DOI, or one with a word glued to it, speaks for the DOI that it continues.
  for (const [long, weight] of [...weights]) {
    for (const short of weights.keys()) {
      if (short !== long && long.startsWith(short) && (weights.get(short) ?? 0) > 0) {
        add(short, Math.max(weight, 0), strong.has(long));
        weights.delete(long);
        break;
      }
    }
  }
  if (weights.size === 0) add(scriptDoi(doc), 2, true);
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < 2 || (second && second[1] >= first[1])) return null;
  return { doi: first[0], strong: strong.has(first[0]), ...(selfCitation ? { selfCitation } : {}) };
}
