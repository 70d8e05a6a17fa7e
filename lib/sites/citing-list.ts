/**
 * Lists of papers on any site: search results, "cited by" and "citing articles" pages, an author's papers.
 * A list page says so in its address or title, and repeats one kind of block in which a link names a paper.
 */
import * as dom from '../dom';
import { cleanDoi, squeeze, yearIn } from '../text';
import { saysList } from './says-list';
import type { ListEntry, Recognised } from './types';

const PAPER_LINK =
  'a[href*="doi.org/10."],a[href*="/doi/"],a[href*="/pubmed/"],a[href*="pubmed.ncbi.nlm.nih.gov/"],a[href*="/article"],a[href*="/abs/"],a[href*="/pii/"],a[href*="/paper/"],a[href*="/document/"],a[href*="/record"],a[href*="/handle/"],a[href*="/stable/"]';
const ITEM = /^(?:LI|ARTICLE|TR|DD|SECTION)$/;
const FEWEST = 4;

const text = (element: Element | null | undefined) => squeeze(dom.textContent(element) ?? '', 600);

/** The block that repeats: the nearest list item, article or row, else a block with like siblings. */
function itemOf(link: Element): Element | null {
  let element: Element | null = dom.parentElement(link);
  for (let climb = 0; element && climb < 8 && dom.nodeName(element) !== 'BODY'; climb++) {
    if (ITEM.test(dom.nodeName(element))) return element;
    const name = dom.getAttribute(element, 'class');
    const up = dom.parentElement(element);
    const like =
      name && up
        ? [...dom.children(up)].filter((one) => dom.getAttribute(one, 'class') === name).length
        : 0;
    if (like >= FEWEST) return element;
    element = up;
  }
  return null;
}

function items(doc: Document): { item: Element; link: Element }[] {
  const found = new Map<Element, Element>();
  const links = doc.querySelectorAll(PAPER_LINK);
  for (let i = 0; i < links.length && i < 2_000; i++) {
    const link = links[i] as Element;
    if (
      text(link).length < 20 ||
      dom.closest(link, 'nav,footer,header,aside,[class*="facet" i],[class*="reference" i]')
    )
      continue;
    const item = itemOf(link);
    if (item && !found.has(item)) found.set(item, link);
  }
  const kinds = new Map<string, { item: Element; link: Element }[]>();
  for (const [item, link] of found) {
    const kind = `${dom.nodeName(item)}.${dom.getAttribute(item, 'class')?.split(/\s+/)[0]}<${dom.nodeName(dom.parentElement(item))}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), { item, link }]);
  }
  return [...kinds.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}

/** A page of results or citing papers that no site adapter knows. The caller has ruled out an article. */
export function recogniseCitingList(doc: Document, url: string): Recognised | null {
  if (!saysList(doc, url)) return null;
  const rows = items(doc);
  const scholarly = rows.filter(
    ({ item, link }) =>
      cleanDoi(dom.getAttribute(link, 'href')) ||
      /10\.\d{4,9}\/|pmid|et al|\bdoi\b|\b\d+\s*\(\d+\)/i.test(
        (dom.textContent(item) ?? '').slice(0, 3_000),
      ),
  );
  if (rows.length < FEWEST || scholarly.length < rows.length * 0.5) return null;
  return {
    site: 'citing-list',
    kind: 'citation-list',
    representation: 'list',
    reason: 'the page lists search results or citing papers',
  };
}

/** The listed papers in page order. */
export function readCitingList(doc: Document): ListEntry[] {
  return items(doc)
    .map(({ item, link }): ListEntry => {
      const title = text(link);
      const whole = (dom.textContent(item) ?? '').slice(0, 3_000);
      const rest = squeeze(whole, 3_000).replace(title, ' ');
      const href = dom.getAttribute(link, 'href') ?? '';
      const doi =
        cleanDoi(href) ??
        cleanDoi(
          dom.getAttribute([...dom.querySelectorAll(item, 'a[href*="doi.org/10."]')][0], 'href'),
        ) ??
        cleanDoi(/doi:?\s*10\.\S+/i.exec(whole)?.[0]);
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
    })
    .slice(0, 1_000);
}
