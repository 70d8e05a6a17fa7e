/** What the markup of one entry of a reference list says: its text without link furniture, named fields, links. */
import * as dom from '../../../dom';
import { nameTable } from '../../name-table';
import { plain } from '../../reading/plain';
import { isLinkFurniture } from './link-furniture';

const SKIP_TAGS = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'BUTTON',
  'SELECT',
  'svg',
  'TEMPLATE',
  'INPUT',
  'IMG',
]);

/** An entry as its markup has it; what the markup does not name is ''. */
export interface EntryMarkup {
  text: string;
  label: string;
  title: string;
  author: string;
  year: string;
  /** Fragments by which links call it. */
  keys: string[];
  /** Fragments its own links point to. */
  back: string[];
  hrefs: string[];
}

const kindsOf = nameTable({
  label: `
    label, reflabel, refnumber, refnumbercontainer, bullet, order, counter, indices id, num, number,
    citationnumber, ref count, enum, index, refnumlink, refnum, tag bibitem`,
  furniture: `
    reflinks, ref link, ref links, references links, citation link, citation links, cit extra, cit
    actions, external link, external links, external references, ext links, reference link,
    reference links, article links, occurrence, occurrences, xlinks, resolver, resolvers,
    refbuttons, sfx, openurl, open url, extra link, extra links, to citation, abstracts, reference
    abstract, scholar, sr only, hidden, hide, pubmed link, pubmed links, bib link, bib links,
    crossref doi, inst link, view all, cit link, cit links, download, adsdoilink, refwidget, list of
    links, linkout, getftr, get ftr`,
  title: `
    articletitle, title`,
  /** Titles of other things than the work. */
  notTitle: `
    journal, source, series, container, host, publication, collab, author, authors, trans`,
  author: `
    surname, author, authors, cit auth, name, contrib, collab, person group`,
  year: `
    year, cit pub date, date published, refyear`,
});

interface EntryNames {
  label: boolean;
  furniture: boolean;
  title: boolean;
  author: boolean;
  year: boolean;
}

const entryNames = new Map<string, EntryNames>();

/** What a class name says inside an entry; cached, since a list repeats a dozen names. */
function namesOf(cls: string, itemprop: string): EntryNames {
  const key = itemprop ? `${cls} ${itemprop}` : cls;
  let facts = entryNames.get(key);
  if (!facts) {
    const kinds = kindsOf(key);
    facts = {
      label: kinds.has('label'),
      furniture: kinds.has('furniture'),
      title: kinds.has('title') && !kinds.has('notTitle'),
      author: kinds.has('author'),
      year: kinds.has('year'),
    };
    if (entryNames.size > 5_000) entryNames.clear();
    entryNames.set(key, facts);
  }
  return facts;
}

const BLOCKS = new Set(
  'DIV P LI UL OL TD TR TABLE DD DT BR H1 H2 H3 H4 H5 H6 SECTION ARTICLE'.split(' '),
);

/** Takes up the links in an element, with their addresses. Most labels are nothing but text. */
function eachLink(el: Element, take: (href: string, link: Element) => void): void {
  if (!dom.firstElementChild(el)) return;
  const links = dom.querySelectorAll(el, 'a');
  for (let i = 0; i < links.length; i++) {
    const link = links[i] as Element;
    const href = dom.getAttribute(link, 'href');
    if (href !== null) take(href, link);
  }
}

/** Walks an entry once: text without furniture, and what the markup names. */
export function readMarkup(el: Element): EntryMarkup {
  const out: EntryMarkup = {
    text: '',
    label: '',
    title: '',
    author: '',
    year: '',
    keys: [],
    back: [],
    hrefs: [],
  };
  let budget = 4_000;
  const keep = (value: string | null): void => {
    if (value && value.length < 200 && out.keys.length < 24 && !out.keys.includes(value))
      out.keys.push(value);
  };
  const note = (x: Element, tag: string): void => {
    keep(dom.id(x));
    if (tag === 'A') keep(dom.getAttribute(x, 'name'));
    else if (tag === 'DIV' || tag === 'LI')
      for (const name of ['content-id', 'data-id', 'data-legacy-id'])
        keep(dom.getAttribute(x, name));
    if (x === el)
      for (const name of ['name', 'data-rid', 'data-bib-id']) keep(dom.getAttribute(x, name));
  };
  const visit = (node: Node): void => {
    for (let child = dom.firstChild(node); child && budget > 0; child = dom.nextSibling(child)) {
      const type = dom.nodeType(child);
      if (type === 3) {
        out.text += (child as Text).data;
        budget -= 1;
        continue;
      }
      if (type !== 1) continue;
      const x = child as Element;
      const tag = dom.tagName(x);
      if (SKIP_TAGS.has(tag)) continue;
      const bare = !dom.hasAttributes(x);
      if (!bare) note(x, tag);
      const cls = bare ? null : dom.getAttribute(x, 'class');
      const names = cls ? namesOf(cls, dom.getAttribute(x, 'itemprop') ?? '') : null;
      const anchor = tag === 'A';
      if (anchor) {
        const href = dom.getAttribute(x, 'href') ?? '';
        if (href) out.hrefs.push(href);
        const hash = href.indexOf('#');
        if (hash >= 0 && href.length > hash + 1) out.back.push(href.slice(hash + 1));
      }
      if (names?.label) {
        const label = plain(dom.textContent(x) ?? '');
        if (label.length <= 80 && !out.label && plain(out.text) === '') {
          // Its links still tell where the entry is cited.
          eachLink(x, (href, link) => {
            if (!href.includes('#')) return;
            note(link, 'A');
            out.back.push(href.split('#')[1] ?? '');
          });
          out.label = label;
          continue;
        }
      }
      if (names?.furniture) {
        const length = (dom.textContent(x) ?? '').length;
        if (length < 400 || length * 2 < (dom.textContent(el) ?? '').length) {
          eachLink(x, (href) => {
            out.hrefs.push(href);
            if (href.includes('#')) out.back.push(href.slice(href.indexOf('#') + 1));
          });
          continue;
        }
      }
      if (anchor && isLinkFurniture(x)) {
        out.text += ' ';
        continue;
      }
      if (names) {
        if (!out.title && names.title) out.title = dom.textContent(x) ?? '';
        if (!out.author && names.author) out.author = dom.textContent(x) ?? '';
        if (!out.year && names.year) out.year = dom.textContent(x) ?? '';
      }
      const block = BLOCKS.has(tag);
      if (block && out.text && !/\s$/.test(out.text)) out.text += ' ';
      visit(x);
      if (block) out.text += ' ';
    }
  };
  note(el, dom.tagName(el));
  visit(el);
  return out;
}
