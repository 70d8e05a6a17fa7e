/**
 * Lists of papers on any site: search results, "cited by" and "citing articles" pages, an author's papers.
 * A list page says so in its address or title, and repeats one kind of block in which a link names a paper.
 */
import * as dom from '../dom';
import { cleanDoi, squeeze, yearIn } from '../text';
import { saysList, saysListInWords } from './says-list';
import { type ListEntry, LONGEST_TITLE, type Recognised } from './types';

/** Parts of addresses under which publishers, indexes, libraries and repositories keep one work. */
const WORK_ADDRESSES = [
  ...['doi.org/10.', '/doi/', '/pubmed/', 'pubmed.ncbi.nlm.nih.gov/', '/article', '/abs/', '/pii/'],
  ...['/paper/', '/document/', '/record', '/Record/', '/handle/', '/stable/', '/docview/'],
  ...['full-record', 'fulldisplay', 'display.do', '/details/', '/pages/publications/', 'id=E'],
  ...['/entities/publication/', '/items/', '/concern/', '/islandora/object/', '/eprint/'],
];
/** A function, since bundlers keep a call for its side effects in scripts that do not need its value. */
const paperLinks = () => WORK_ADDRESSES.map((part) => `a[href*="${part}"]`).join(',');
/** Links that a row calls its title, whatever their address: scripts open the works of some databases. */
const TITLE_LINK =
  'a[class*="title" i],[class*="title" i] > a,[class*="title" i] > :first-child > a,[data-auto*="title"] a,h2 a,h3 a,h4 a,[class*="titulo" i] a,[class*="titre" i] a,[class*="titel" i] a,[class*="heading"] a';
const ITEM = /^(?:LI|ARTICLE|TR|DD|SECTION)$/;
const FEWEST = 4;
/** Of the rows, so many must look like those of papers. */
const LEAST_SCHOLARLY = 0.5;
/** In UTF-16 units: a shorter link is a label; what is read of a row. */
const SHORTEST_TITLE = 20;
const LONGEST_ROW = 3_000;
const MOST_LINKS = 2_000;
/** Menus, filters and lists of references. */
const ELSEWHERE = 'nav,footer,header,aside,[class*="facet" i],[class*="reference" i]';

const text = (element: Element | null | undefined) =>
  squeeze(dom.textContent(element) ?? '', LONGEST_TITLE + 1);

/** By block, how many of its children have a class: a look at all of them for each would take seconds on a long page. */
type Alike = Map<Element, Map<string, number>>;

function alikeIn(block: Element, name: string, known: Alike): number {
  let counts = known.get(block);
  if (!counts) {
    counts = new Map();
    for (const one of dom.children(block)) {
      const its = dom.getAttribute(one, 'class');
      if (its) counts.set(its, (counts.get(its) ?? 0) + 1);
    }
    known.set(block, counts);
  }
  return counts.get(name) ?? 0;
}

/** The block that repeats: the nearest list item, article or row, else a block with like siblings. */
function itemOf(link: Element, known: Alike): Element | null {
  let element: Element | null = dom.parentElement(link);
  for (let climb = 0; element && climb < 8 && dom.nodeName(element) !== 'BODY'; climb++) {
    if (ITEM.test(dom.nodeName(element))) return element;
    const name = dom.getAttribute(element, 'class');
    const up = dom.parentElement(element);
    if (name && up && alikeIn(up, name, known) >= FEWEST) return element;
    element = up;
  }
  return null;
}

interface Row {
  item: Element;
  link: Element;
}

/** The rows that some links open: those of the kind of which there are most. */
function rowsOf(doc: Document, selector: string): Row[] {
  const found = new Map<Element, Element>();
  const alike: Alike = new Map();
  const links = doc.querySelectorAll(selector);
  for (let i = 0; i < links.length && i < MOST_LINKS; i++) {
    const link = links[i] as Element;
    if (text(link).length < SHORTEST_TITLE || dom.closest(link, ELSEWHERE)) continue;
    const item = itemOf(link, alike);
    if (item && !found.has(item)) found.set(item, link);
  }
  const kinds = new Map<string, Row[]>();
  for (const [item, link] of found) {
    const kind = `${dom.nodeName(item)}.${dom.getAttribute(item, 'class')?.split(/\s+/)[0]}<${dom.nodeName(dom.parentElement(item))}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), { item, link }]);
  }
  return [...kinds.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

/** What a row has besides the link that is its title, with a blank between the elements. */
function besideTitle({ item, link }: Row): string {
  const walker = dom.ownerDocument(item).createTreeWalker(item, NodeFilter.SHOW_TEXT);
  let rest = '';
  while (rest.length < LONGEST_ROW && walker.nextNode())
    if (!dom.contains(link, walker.currentNode)) rest += ` ${dom.nodeValue(walker.currentNode)}`;
  return squeeze(rest, LONGEST_ROW);
}

/** What a row of a paper has besides its title: an identifier, a place in a journal. */
const PLACED =
  /10\.\d{4,9}\/|pmid|et al|\bdoi\b|\b\d+\s*\(\d+\)|\bvol(?:ume|\.)?\s*\d|\bpp?\.\s*\d/i;
/** Elements and links that name people. */
const PEOPLE =
  '[class*="author" i],[class*="creator" i],[class*="contrib" i],a[href*="author" i],a[href*="creator"],[data-test*="author"]';

/** A label of people. */
const PEOPLE_LABEL =
  /\b(?:authors?|autor(?:es|en|in)?|auteurs?|autore|autori|verfasser)(?:\(s\))? ?:/i;

/** Whether a row is one of a paper: with its DOI or place, or with a year and people. */
function isScholarly(row: Row): boolean {
  if (cleanDoi(dom.getAttribute(row.link, 'href'))) return true;
  const rest = besideTitle(row);
  if (PLACED.test(rest)) return true;
  if (yearIn(rest) === undefined) return false;
  return PEOPLE_LABEL.test(rest) || dom.querySelector(row.item, PEOPLE) !== null;
}

/** The rows of papers that a page lists; none where they are too few, or of other things. */
function items(doc: Document): Row[] {
  // Any site calls its links titles: there every row must be one of a paper.
  for (const [selector, least] of [
    [paperLinks(), LEAST_SCHOLARLY],
    [TITLE_LINK, 1],
  ] as const) {
    const rows = rowsOf(doc, selector);
    const scholarly = rows.filter(isScholarly);
    if (rows.length >= FEWEST && scholarly.length >= rows.length * least) return rows;
  }
  return [];
}

/** A page of results or citing papers that no site adapter knows. The caller has ruled out an article. */
export function recogniseCitingList(doc: Document, url: string): Recognised | null {
  if (!(saysList(doc, url) || saysListInWords(doc, url)) || items(doc).length === 0) return null;
  return {
    site: 'citing-list',
    kind: 'citation-list',
    representation: 'list',
    reason: 'the page lists search results or citing papers',
  };
}

/** The listed papers in page order. */
export function* readCitingList(doc: Document): Iterable<ListEntry> {
  for (const row of items(doc)) yield entry(row);
}

function entry(row: Row): ListEntry {
  const { item, link } = row;
  const title = text(link);
  const rest = besideTitle(row);
  const href = dom.getAttribute(link, 'href') ?? '';
  const doi =
    cleanDoi(href) ??
    cleanDoi(
      dom.getAttribute([...dom.querySelectorAll(item, 'a[href*="doi.org/10."]')][0], 'href'),
    ) ??
    cleanDoi(/doi:?\s*10\.\S+/i.exec(rest)?.[0]);
  const pmid = /pubmed(?:\.ncbi\.nlm\.nih\.gov)?\/(\d{4,9})/i.exec(href)?.[1];
  const year = yearIn(rest);
  const authors = squeeze(
    dom.textContent(dom.querySelector(item, '[class*="author" i]')) ?? '',
    600,
  );
  return {
    title,
    ...(authors ? { authors } : {}),
    ...(year ? { year } : {}),
    ...(doi ? { doi } : {}),
    ...(pmid ? { pmid } : {}),
    ...(/^https?:/i.test(href) ? { url: href } : {}),
    element: item,
  };
}
