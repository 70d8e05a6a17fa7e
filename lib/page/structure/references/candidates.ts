/**
 * Which elements of a page may be a reference list? By the names publishers give them, by the heading
 * above them, by blocks that repeat. Each candidate is judged by its entries.
 */
import * as dom from '../../../dom';
import { kindsOfNames, speaksOf } from '../../vocabulary';
import { nameFacts } from '../names';
import { hasAtMostChars, lengthUpTo } from '../text/lengths';
import type { ListTitle } from '../text/text-survey';
import { itemsOf, judgeOnce, MAX_ENTRIES, textOf } from './items';

export interface Candidate {
  items: Element[];
  /** How many items read like references. */
  good: number;
  named: boolean;
  notes: boolean;
}

/** Classes and ids by which platforms name their lists. Looked up one by one: a selector list costs ten times that. */
const LIST_CLASSES = [
  'ref-list',
  'reflist',
  'refList',
  'References',
  'reference-list',
  'references-list',
  'c-article-references',
  'BibliographyWrapper',
  'article__references',
  'article-section__references',
  'cit-list',
  'citation-list',
  'bibliography',
  'Bibliography',
  'csl-bib-body',
  'ltx_biblist',
  'thebibliography',
  'paginatedReferences',
  'html-bib',
  'back-ref-list',
  'elife-reflinks-links',
  'ref-cit-list',
  'listofreferences',
];
const LIST_IDS = [
  'references',
  'References',
  'reference',
  'referenceList',
  'reference-list',
  'referencesList',
  'referencedetails',
  'ref-list',
  'reflist',
  'bibliography',
  'Bibliography',
  'bib',
  'literature',
  'citedReferences',
  'html-references_list',
  'referencesBody',
  'articleReference',
  'core-collateral-references',
  'references-section',
  'articleCitations',
];
/** What the name "references" is given to besides lists: links, counts, tabs. */
const REFERENCES_TAGS = /^(?:OL|UL|TABLE|DIV|SECTION)$/;
/** Dearer to look for, and needed only where no plain name is found. */
const RARE_SELECTOR = '[role="doc-bibliography"],[id^="ref-list"],[id^="bibliography"]';

/** The elements of the ids that lists have: an index of the browser's, free to ask. */
function listsById(doc: Document): Element[] {
  const found = LIST_IDS.map((id) => doc.getElementById(id)).filter((el) => el !== null);
  return found.sort(byPlace);
}

/** The elements of the classes that lists have, in document order. Each class costs a look at every element. */
function listsByClass(doc: Document): Element[] {
  const found = new Set<Element>();
  const each = (name: string): Iterable<Element> => {
    const all = doc.getElementsByClassName(name);
    // Most classes are on no element: their number is enough.
    return all.length === 0 ? [] : [...all];
  };
  for (const name of LIST_CLASSES) for (const el of each(name)) found.add(el);
  for (const el of each('references')) if (REFERENCES_TAGS.test(dom.tagName(el))) found.add(el);
  return found.size > 0 ? [...found].sort(byPlace) : [...doc.querySelectorAll(RARE_SELECTOR)];
}

/** Sorts into document order. */
export function byPlace(a: Node, b: Node): number {
  return dom.compareDocumentPosition(a, b) & 4 ? -1 : 1;
}

/** Lists of other papers, and menus. */
const REJECTED = ['menu', 'related', 'comments', 'toc'] as const;

export function rejected(el: Element): boolean {
  for (let x: Element | null = el, n = 0; x && n < 6; x = dom.parentElement(x), n++) {
    if (dom.tagName(x) === 'NAV') return true;
    const names = `${dom.getAttribute(x, 'class') ?? ''} ${dom.id(x)}`;
    if (names.length < 2 || names.length >= 300) continue;
    if (speaksOf(kindsOfNames(names), REJECTED)) return true;
  }
  return false;
}

/** The heading element of a lone heading text: as far up as nothing else is said. */
function headingAround({ text, length }: ListTitle): Element | null {
  let el = text.parentElement;
  if (!el) return null;
  for (let p = dom.parentElement(el); p && dom.tagName(p) !== 'BODY'; p = dom.parentElement(p)) {
    if (!hasAtMostChars(p, length + 8)) break;
    el = p;
  }
  return el;
}

/** A paragraph that is all bold: the next heading of a page without heading tags. */
function isBoldLine(el: Element): boolean {
  const text = textOf(el).trim();
  if (text.length === 0 || text.length > 80) return false;
  const bold = dom.matches(el, 'b,strong') ? el : dom.querySelector(el, 'b,strong');
  return bold !== null && textOf(bold).trim().length >= text.length - 1;
}

const HEADING_TAG = /^H([1-6])$/;
/** What follows a heading is more than this, in UTF-16 units, or it is looked for further up. */
const SHORTEST_REGION = 40;

/** What follows a heading, up to the next heading of its rank; climbs while nothing follows. */
function regionAfter(heading: Element): Element[] {
  const tag =
    HEADING_TAG.exec(dom.tagName(heading)) ??
    HEADING_TAG.exec(dom.tagName(dom.querySelector(heading, 'h1,h2,h3,h4,h5,h6')) ?? '');
  const rank = tag ? Number(tag[1]) : 7;
  let at: Element | null = heading;
  for (let climb = 0; at && climb < 5; climb++) {
    const region: Element[] = [];
    let length = 0;
    for (let s = dom.nextElementSibling(at); s; s = dom.nextElementSibling(s)) {
      const own = HEADING_TAG.exec(dom.tagName(s));
      if (own && Number(own[1]) <= rank) break;
      if (rank === 7 && own && region.length) break;
      if (dom.tagName(s) === 'SCRIPT' || dom.tagName(s) === 'STYLE') continue;
      if (rank === 7 && region.length && isBoldLine(s)) break;
      region.push(s);
      if (length <= SHORTEST_REGION) length += lengthUpTo(s, SHORTEST_REGION + 1);
      if (region.length > MAX_ENTRIES) break;
    }
    if (length > SHORTEST_REGION) return region;
    at = dom.parentElement(at);
    if (!at || dom.tagName(at) === 'BODY') break;
  }
  return [];
}

/** A list with its heading or id and so many entries needs no further search. */
const PLAIN = 5;
const isPlainList = ({ notes, good }: Candidate): boolean => !notes && good >= PLAIN;

/** So many candidates are taken up by their titles, and by their classes. */
const MOST_BY_TITLE = 120;
const MOST_BY_CLASS = 60;

/** A title's own elements, at most: what is further up is around more than the title. */
const MOST_AROUND_TITLE = 4;

/**
 * Is the title a label that leads to the list rather than its heading: in a link to it, in a pop-up that shows one of its
 * entries, or in words for screen readers? It may open a list all the same, but what is behind it is often most of the page.
 */
function isNavigationLabel({ text }: ListTitle): boolean {
  for (
    let el = text.parentElement, n = 0;
    el && n < MOST_AROUND_TITLE;
    el = dom.parentElement(el), n++
  ) {
    const tag = dom.tagName(el);
    if (HEADING_TAG.test(tag)) return false;
    if (tag === 'A' && dom.getAttribute(el, 'href')?.startsWith('#')) return true;
    if (dom.getAttribute(el, 'aria-hidden') === 'true') return true;
    if (nameFacts(dom.getAttribute(el, 'class'), dom.id(el)).hidden) return true;
  }
  return false;
}

/**
 * Everything on the page that may be the list.
 * @param titles texts that read as a list's heading (`surveyText`)
 */
export function* candidates(
  doc: Document,
  titles: readonly ListTitle[],
): Generator<void, Candidate[]> {
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
  const pushBehind = (title: ListTitle): void => {
    const heading = out.length > MOST_BY_TITLE ? null : headingAround(title);
    if (!heading || dom.tagName(heading) === 'A' || dom.closest(heading, 'nav,a[href^="#"]'))
      return;
    push(regionAfter(heading), !title.notes, title.notes);
  };
  for (const el of listsById(doc)) {
    push([el], true, false);
    yield;
  }
  const beside: ListTitle[] = [];
  for (const title of titles) {
    if (isNavigationLabel(title)) beside.push(title);
    else pushBehind(title);
    yield;
  }
  if (out.some(isPlainList)) return out;
  for (const title of beside) {
    pushBehind(title);
    yield;
  }
  if (out.some(isPlainList)) return out;
  for (const el of listsByClass(doc)) {
    if (out.length > MOST_BY_CLASS) break;
    push([el], true, false);
    yield;
  }
  return out;
}
