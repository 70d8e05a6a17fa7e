/**
 * One entry of a reference list: its text without link furniture, and the fields that can be read from its
 * markup or, failing that, from the common printed styles (APA, Vancouver, Harvard, Chicago, ACS).
 */
import type { Reference } from '../types';
import { collapse } from './blocks';
import { nameWords } from './names';
import { readDoi, readFirstAuthor, readPmid, readTitle, readYear } from './reference-fields';

/** A reference with what only the matching of citations needs. */
export interface Entry extends Reference {
  /** The number by which numeric citations call it: the printed one, else its place in the list. */
  number: number;
  /** "a" of "2019a". */
  suffix: string;
  /** Lower-case text up to the year, for telling co-authors apart. */
  authors: string;
  /** Fragments by which links call it. */
  keys: string[];
  /** Fragments its own links point to: the places that cite it. */
  back: string[];
}

/** Link texts (and the words between them) that publishers append to an entry. */
const LINK_WORDS =
  /^(google ?scholar|cross ?ref( full text)?|pub ?med( central| abstract)?( full text)?|medline|web of science.{0,30}|isi( web of science)?|cas|chemport|chem ?port|ads|article|full ?text( pdf| via .{0,40})?|publisher full text|free (full text|article|pmc article)|pmc( free article)?|abstract|pdf|html|doi|open ?url.{0,60}|find (it|online|this article online).{0,40}|find at .{0,60}|sfx.{0,40}|get ?it.{0,40}|scopus( \(\d+\))?|download( citation)?|view( article| in article| abstract| record in scopus| pdf| at publisher.{0,40}| at google scholar| all references| reference.{0,30}| reference in text)?|view in (scopus|pubmed|web of science)|go to (citation|reference|text|article|ref).{0,30}|return to (ref|citation).{0,30}|return to ref|back to (text|citation|article).{0,30}|link|links?|export|order article via .{0,40}|infotrieve|ref(erence)? link|cited (within|in).{0,40}|show context|open in new tab|opens? in new (tab|window)|worldcat|search ads|inspire( hep)?|mathscinet|zentralblatt math|math|open in read ?cube|read ?cube|ios ?press|elsevier|wiley( online library)?|springer|proquest|jstor|pubget|faculty opinions.{0,40}|f1000.{0,30}|europe ?pmc|dimensions|semantic scholar|bibtex|ris|endnote|citavi|papers|zotero|mendeley|save|cite|1st citation|first citation|citation|cited by.{0,20}|times cited.{0,20}|show|hide|more|\^|↵|↩|⇧|↑|⬆|▲|jump to .{0,30}|\d+st citation.{0,40}|source|preview|request|permissions|full reference|close|reference|ncbi|genbank|iop ?science|iucr|oa ?link|sciencedirect|inchikey|links? to .{0,30}|[\p{L}]{0,12} ?openurl.{0,40})$/iu;

const FURNITURE_NAMES =
  / (reflinks|ref links?|references links|citation links?|cit extra|cit actions|external links?|external references|ext links|reference links?|article links|occurrences?|occurrence|xlinks|resolvers?|refbuttons|sfx|open ?url|extra links?|get ?ftr.{0,20}|to citation|to citation wrapper|abstracts|reference abstract|scholar|visually hidden|sr only|hidden|hide|pubmed links?|bib links?|crossref doi|inst link|view all|cit links?|download|google scholar link|adsdoilink|refwidget|list of links|citation link group|linkout) /;

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

function isLinkFurniture(el: Element): boolean {
  const text = el.textContent ?? '';
  if (text.length > 90) return false;
  const bare = collapse(text).replace(/^[[(|,;·•\s]+|[\])|,;.:·•\s]+$/g, '');
  return bare === '' || LINK_WORDS.test(bare);
}

interface EntryText {
  text: string;
  label: string;
  title: string;
  author: string;
  year: string;
  keys: string[];
  back: string[];
  hrefs: string[];
}

const TITLE_NAMES =
  / (article title|art title|nlm article title|cit article title|ref title|reference title|hlfld title|chapter title|nlm chapter title|articletitle|citation title|bib title|cit title|title|reference article title) /;
const NOT_TITLE =
  / (journal|source|series|book series|container|host|publication|collab|authors?|trans) /;
const AUTHOR_NAMES =
  / (surname|family name|reference surname|author|authors|cit auth|nlm contrib|hlfld contrib author|name|reference author|ref author|reference authors|contrib|collab|person group|string name|cit name surname) /;
const YEAR_NAMES =
  / (year|nlm year|pub year|cit pub date|date published|citation year|reference year|refyear) /;
const LABEL_NAMES =
  / (label|ref label|reflabel|reference label|reference number|refnumber|refnumbercontainer|bullet|order|counter|references counter|indices id|ordinal number|list ordinal number|citation label|num|number|ref number|citationnumber|citation number|ref num|reference counter|ref count|enum|nlm label|index|refnumlink) /;

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
    const words = nameWords(key);
    facts = {
      label: LABEL_NAMES.test(words),
      furniture: FURNITURE_NAMES.test(words),
      title: TITLE_NAMES.test(words) && !NOT_TITLE.test(words),
      author: AUTHOR_NAMES.test(words),
      year: YEAR_NAMES.test(words),
    };
    if (entryNames.size > 5_000) entryNames.clear();
    entryNames.set(key, facts);
  }
  return facts;
}

const BLOCKS = new Set(
  'DIV P LI UL OL TD TR TABLE DD DT BR H1 H2 H3 H4 H5 H6 SECTION ARTICLE'.split(' '),
);

/** Walks an entry once: text without furniture, and what the markup names. */
function readMarkup(el: Element): EntryText {
  const out: EntryText = {
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
  const note = (x: Element): void => {
    keep(x.id);
    if (x.tagName === 'A') keep(x.getAttribute('name'));
    else if (x.tagName === 'DIV' || x.tagName === 'LI')
      for (const name of ['content-id', 'data-id', 'data-legacy-id']) keep(x.getAttribute(name));
    if (x === el)
      for (const name of ['name', 'data-rid', 'data-bib-id']) keep(x.getAttribute(name));
  };
  const visit = (node: Node): void => {
    for (let child = node.firstChild; child && budget > 0; child = child.nextSibling) {
      if (child.nodeType === 3) {
        out.text += (child as Text).data;
        budget -= 1;
        continue;
      }
      if (child.nodeType !== 1) continue;
      const x = child as Element;
      if (SKIP_TAGS.has(x.tagName)) continue;
      note(x);
      const cls = x.getAttribute('class');
      const names = cls ? namesOf(cls, x.getAttribute('itemprop') ?? '') : null;
      const anchor = x.tagName === 'A';
      if (anchor) {
        const href = x.getAttribute('href') ?? '';
        if (href) out.hrefs.push(href);
        const hash = href.indexOf('#');
        if (hash >= 0 && href.length > hash + 1) out.back.push(href.slice(hash + 1));
      }
      if (names?.label) {
        const label = collapse(x.textContent ?? '');
        if (label.length <= 80 && !out.label && collapse(out.text) === '') {
          // Its links still tell where the entry is cited.
          for (const a of x.querySelectorAll('a[href*="#"]')) {
            note(a);
            out.back.push((a.getAttribute('href') ?? '').split('#')[1] ?? '');
          }
          out.label = label;
          continue;
        }
      }
      if (names?.furniture) {
        const length = (x.textContent ?? '').length;
        if (length < 400 || length * 2 < (el.textContent ?? '').length) {
          for (const a of x.querySelectorAll('a[href]')) {
            const href = a.getAttribute('href') ?? '';
            out.hrefs.push(href);
            if (href.includes('#')) out.back.push(href.slice(href.indexOf('#') + 1));
          }
          continue;
        }
      }
      if (anchor && isLinkFurniture(x)) {
        out.text += ' ';
        continue;
      }
      if (names) {
        if (!out.title && names.title) out.title = x.textContent ?? '';
        if (!out.author && names.author) out.author = x.textContent ?? '';
        if (!out.year && names.year) out.year = x.textContent ?? '';
      }
      const block = BLOCKS.has(x.tagName);
      if (block && out.text && !/\s$/.test(out.text)) out.text += ' ';
      visit(x);
      if (block) out.text += ' ';
    }
  };
  note(el);
  visit(el);
  return out;
}

/** Punctuation and brackets that the dropped links leave behind. */
function tidy(text: string): string {
  let t = collapse(text).replace(/ ([,.;:)\]])/g, '$1');
  for (let i = 0; i < 4; i++) {
    const before = t;
    t = t
      .replace(/(?:\s*(?:\[[\s,;|.]*\]|\([\s,;|.]*\)|[|·•,;]))+\s*$/u, '')
      .replace(/\s*\[\s*(?:doi:?|pmid:?|pubmed:?|crossref:?|google scholar:?)?\s*\]\s*$/i, '')
      .replace(
        /(?:[.\s]|^)(?:google scholar|crossref|pubmed|medline|view article|full text)\s*\.?$/i,
        '.',
      )
      .replace(/\.\.$/, '.')
      .trim();
    if (t === before) break;
  }
  return t.replace(/\[[\s|,;]*\]/g, '').replace(/ {2,}/g, ' ');
}

/** A printed number at the start of the text: "[12] ", "12. ", "(12) ", "12) ". */
const LEADING_LABEL =
  /^(?:\[\s*([A-Za-z]{0,12}\+?\d{1,4}[a-z]?)\s*\]|\((\d{1,4})\)|(\d{1,4})\s?[.)](?=\s|\p{L}|$)|(\d{1,3})\s+(?=\p{Lu}))[.:]?\s*/u;

/** Reads one entry. `place` is its 1-based place in the list. */
export function readEntry(el: Element, place: number, ordered: boolean): Entry {
  const raw = readMarkup(el);
  let text = tidy(raw.text);
  let label = raw.label.replace(/^[[(]|[\])]?[.:]?$/g, '').trim();
  const leading = LEADING_LABEL.exec(text);
  if (leading) {
    const printed = leading[1] ?? leading[2] ?? leading[3] ?? leading[4] ?? '';
    // A year or house number may also open a text: it must fit the place in the list.
    if (!label && (leading[1] || Math.abs(Number(printed) - place) <= Math.max(60, place))) {
      label = printed;
      text = text.slice(leading[0].length);
    } else if (label === printed) text = text.slice(leading[0].length);
  }
  if (!label)
    label = (el.getAttribute('data-counter') ?? el.getAttribute('data-content') ?? '').replace(
      /\D/g,
      '',
    );
  if (!label && ordered) label = String((el as HTMLLIElement).value || place);
  const number = /^\D{0,2}(\d{1,4})\D?$/.exec(label);
  return finishEntry(text, label, number ? Number(number[1]) : place, raw, el);
}

function finishEntry(
  text: string,
  label: string,
  number: number,
  raw: EntryText,
  el: Element | null,
): Entry {
  const found = readYear(text);
  const named = /((?:1[5-9]|20)\d\d)([a-z]?)/.exec(raw.year);
  const year = named ? Number(named[1]) : found.year;
  const suffix = (named?.[2] || (found.year === year ? found.suffix : '')) ?? '';
  const author = collapse(raw.author);
  const title = collapse(raw.title).replace(/[.,;]$/, '') || readTitle(text, found.at);
  const dois = readDoi(raw.text, raw.hrefs);
  const url = raw.hrefs.find((h) => /^https?:\/\//i.test(h) && h.length < 2_000) ?? null;
  return {
    id: '',
    label: label || null,
    text: text.slice(0, 2_000),
    doi: dois[0] ?? null,
    pmid: readPmid(raw.text, raw.hrefs),
    title: title ? title.slice(0, 1_000) : null,
    year,
    firstAuthor:
      (author
        ? (readFirstAuthor(author) ?? author.split(/[,;]/)[0])
        : readFirstAuthor(text)
      )?.slice(0, 200) ?? null,
    url,
    element: el,
    number,
    suffix,
    authors: text.slice(0, found.at > 20 ? Math.min(found.at, 600) : 300).toLowerCase(),
    keys: raw.keys,
    back: raw.back,
  };
}

/** An entry that stands in no element of its own (meta tags, `<br>`-separated text). */
export function entryFromText(text: string, place: number): Entry {
  const clean = tidy(text.slice(0, 4_000));
  const leading = LEADING_LABEL.exec(clean);
  const label = leading ? (leading[1] ?? leading[2] ?? leading[3] ?? leading[4] ?? '') : '';
  const body = leading ? clean.slice(leading[0].length) : clean;
  const raw: EntryText = {
    text: body,
    label,
    title: '',
    author: '',
    year: '',
    keys: [],
    back: [],
    hrefs: [],
  };
  return finishEntry(body, label, /^\d+$/.test(label) ? Number(label) : place, raw, null);
}

/**
 * Two facts that only the whole list shows: a DOI on more than half of the entries is the citing paper's own;
 * and ids must be unique and the same after a reload (the page's own id, else the place in the list).
 */
export function settleEntries(entries: Entry[]): void {
  const seen = new Map<string, number>();
  for (const e of entries) if (e.doi) seen.set(e.doi, (seen.get(e.doi) ?? 0) + 1);
  const ids = new Set<string>();
  entries.forEach((e, i) => {
    if (e.doi && entries.length > 3 && (seen.get(e.doi) ?? 0) > entries.length / 2) e.doi = null;
    const own = e.keys.find((k) => /[A-Za-z]/.test(k)) ?? e.keys[0];
    let id = own ?? `ref-${i + 1}`;
    for (let n = 2; ids.has(id); n++) id = `${own ?? `ref-${i + 1}`}~${n}`;
    ids.add(id);
    e.id = id;
  });
}
