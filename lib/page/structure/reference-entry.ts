/**
 * One entry of a reference list: its text without link furniture, and the fields that can be read from its
 * markup or, failing that, from the common printed styles (APA, Vancouver, Harvard, Chicago, ACS).
 */
import type { Reference } from '../types';
import { collapse } from './blocks';
import { nameWords } from './names';

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

// SICI DOIs hold the characters that end every other DOI.
const DOI = /\b10\.\d{4,9}\/(?:\(sici\)[^\s"']{5,120}|[^\s"'<>,;]{2,200})/gi;
const YEAR = /(?:^|[^\d.:/–-])((?:1[5-9]|20)\d\d)([a-z]?)(?![\d:])/g;

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

function decode(href: string): string {
  try {
    return decodeURIComponent(href.replace(/%25/g, '%'));
  } catch {
    return href;
  }
}

function cleanDoi(doi: string): string {
  let d = doi
    .toLowerCase()
    .replace(/[&#?].*$/, '')
    .replace(/[.,;:]+$/, '');
  // A closing bracket without its opening one belongs to the sentence around the DOI.
  while (/[)\]}]$/.test(d)) {
    const close = d.at(-1) as string;
    const open = close === ')' ? '(' : close === ']' ? '[' : '{';
    if (d.split(open).length >= d.split(close).length) break;
    d = d.slice(0, -1).replace(/[.,;:]+$/, '');
  }
  return d.replace(/\/(?:full|abstract|pdf|epdf|meta|html)$/, '');
}

/** DOI by link first: `key=` (Atypon) and `access_num=` (HighWire) name the cited work, `doi=` the citing one. */
function readDoi(text: string, hrefs: readonly string[]): string[] {
  const found: string[] = [];
  const push = (value: string | undefined): void => {
    if (!value) return;
    const d = cleanDoi(value);
    if (d.length > 7 && !d.includes('(issn)') && !found.includes(d)) found.push(d);
  };
  for (const href of hrefs) {
    const at = href.search(/10[.%]/);
    if (at < 0 || href.includes('scholar.google')) continue;
    const h = decode(href.slice(Math.max(0, at - 60), at + 600));
    const keyed = /[?&](?:key|access_num|id)=(?:doi:)?(10\.\d{4,9}\/[^&\s]+)/i.exec(h);
    if (keyed) push(keyed[1]);
    else if (href.includes('key=')) {
      // `key=` may stand behind a long `doi=`, or name a number of another service.
      const late = /[?&]key=(10(?:\.|%2e)\d{4,9}[^&]+)/i.exec(href.slice(0, 2_000));
      if (late) push(decode(late[1] as string));
    } else for (const m of h.matchAll(DOI)) push(m[0]);
    if (found.length) break;
  }
  if (found.length === 0 && text.includes('10.'))
    for (const m of text.slice(0, 4_000).matchAll(DOI)) push(m[0]);
  return found;
}

function readPmid(text: string, hrefs: readonly string[]): string | null {
  for (const href of hrefs) {
    if (!/pubmed|uid|pmid|access_num|dbid=8/i.test(href) || href.includes('scholar.google'))
      continue;
    const h = decode(href.slice(0, 1_200));
    const m =
      /pubmed(?:\.ncbi\.nlm\.nih\.gov)?\/(\d{4,9})(?!\d)/i.exec(h) ??
      /[?&](?:list_uids|uid|pmid|term|id)=(\d{6,9})(?!\d).{0,60}/i.exec(
        /pubmed|pmid|list_uids/i.test(h) ? h : '',
      ) ??
      /access_num=(\d{4,9})&(?:amp;)?link_type=(?:MED|PUBMED)/i.exec(h) ??
      /link_type=(?:MED|PUBMED)&(?:amp;)?access_num=(\d{4,9})/i.exec(h) ??
      /dbid=8&.{0,120}key=(\d{4,9})(?!\d)/i.exec(h) ??
      /info:pmid\/(\d{4,9})/i.exec(h);
    if (m?.[1]) return m[1];
  }
  return /\bPMID:?\s*(\d{4,9})\b/i.exec(text)?.[1] ?? null;
}

/** The year: in brackets first, else the last plausible one before any address. */
function readYear(text: string): { year: number | null; suffix: string; at: number } {
  const body = text.replace(/(?:https?:\/\/|\bdoi:?\s*10\.|\b10\.\d{4,9}\/)\S*/gi, (m) =>
    ' '.repeat(m.length),
  );
  const bracket =
    /[([](?:[^()[\]]{0,24}[\s,])?((?:1[5-9]|20)\d\d)(?:\/\d{2,4})?([a-z]?)(?:[,;]? [^()[\]]{0,24})?[)\]]/.exec(
      body,
    );
  if (bracket) return { year: Number(bracket[1]), suffix: bracket[2] ?? '', at: bracket.index };
  let best: RegExpExecArray | null = null;
  YEAR.lastIndex = 0;
  for (let m = YEAR.exec(body); m; m = YEAR.exec(body)) {
    // "Accessed 12 May 2020" is when it was looked up, not when it was written.
    if (best && /(?:accessed|retrieved|available)[^.]{0,40}$/i.test(body.slice(0, m.index)))
      continue;
    // Author. 1999. Title: an early year between full stops is the date of an author-date style.
    if (!best || !/^[.,;)]/.test(body.slice(best.index + best[0].length)) || best.index > 300)
      best = m;
    else if (/[;,. ]$/.test(m[0].slice(0, 1)) && !/\.\s*$/.test(body.slice(0, best.index + 1)))
      best = m;
    YEAR.lastIndex = m.index + m[0].length - 1;
  }
  if (!best) return { year: null, suffix: '', at: -1 };
  return { year: Number(best[1]), suffix: best[2] ?? '', at: best.index };
}

const PARTICLE =
  "(?:(?:[Vv][ao]n|[Dd](?:e[rnl]?|i|a|os?|as|u|el(?:la)?)|[Ll][ae]|[Ee]l|[Aa]l|[Tt]e[nr]|[Ss]t\\.?|[Zz]u[rm]?|[Ii]bn|[Bb]in|[Tt]er|'t|[Oo]p) ?['’]? ?){0,3}";
const NAME = `${PARTICLE}(?:[dDOLl]['’])?\\p{Lu}[\\p{L}'’‐‑-]+`;
const FAMILY_FIRST = new RegExp(
  `^(${NAME}(?: ${NAME}){0,2}?)(?:,|:|;| (?:(?:\\p{Lu}\\.? ?-?){1,4}(?=[\\s,.:;(]|$))| et al| and | & | \\()`,
  'u',
);
const INITIALS_FIRST = new RegExp(
  `^(?:\\p{Lu}[\\p{Ll}]?\\. ?-? ?){1,4}(${NAME}(?: (?:Jr|Sr)\\b)?)`,
  'u',
);
const GIVEN_FIRST = new RegExp(
  `^\\p{Lu}[\\p{L}-]+(?: \\p{Lu}\\.?)* (${NAME})(?=,| and | & |\\.)`,
  'u',
);

/** Family name of the first author in a printed reference; null when the text does not start with a person. */
function readFirstAuthor(text: string): string | null {
  const start = text.replace(/^[^\p{L}]+/u, '').slice(0, 160);
  const initials = INITIALS_FIRST.exec(start);
  if (initials?.[1]) return initials[1].trim();
  const family = FAMILY_FIRST.exec(start);
  const given = GIVEN_FIRST.exec(start);
  if (family?.[1]) {
    // "Barry D. Adam, Richard ...": family-first reads "Barry"; the comma comes after the second name.
    const rest = start.slice(family[1].length);
    if (given?.[1] && /^ \p{Lu}\.? \p{Lu}\p{Ll}/u.test(rest)) return given[1];
    return lastName(family[1].trim(), rest);
  }
  const one = new RegExp(`^(${NAME})[\\s.,]`, 'u').exec(start);
  return one?.[1]?.trim() ?? null;
}

const ORGANISATION =
  /\b(?:organi[sz]ation|cent(?:er|re)s?|institut\w*|association|ministry|project|group|committee|agency|department|council|society|foundation|network|consortium|collaboration|team|university|bank|commission|office|bureau|nations|union|programme|program|administration|service|college|academy|board|panel|initiative|press|trust)\b/i;

/**
 * "Hollie Clark, Aruna Babu" names given before family, "García Márquez, G." does not: initials after the comma
 * tell the two apart. Organisations stay whole.
 */
function lastName(name: string, rest: string): string {
  const parts = name.split(' ');
  if (parts.length < 2 || ORGANISATION.test(name)) return name;
  if (
    /^\p{Ll}/u.test(parts[0] as string) ||
    /^(?:Van|Von|De|Da|Di|Du|Del|Della|Der|Den|La|Le|El|Al|St|San|Mac|O|Ten|Ter|Dos|Dal)$/.test(
      parts[0] as string,
    )
  )
    return name;
  if (/^[,;]? ?(?:\p{Lu}\.?[ -]?){1,4}(?:[,.;:(]|$| and | & )/u.test(rest)) return name;
  return parts.at(-1) as string;
}

/** The title in a printed reference, by the common styles; null when none fits. */
function readTitle(text: string, yearAt: number): string | null {
  const quoted = /[“"«„]([^”"»“„]{12,400})[”"»“]/.exec(text);
  if (quoted?.[1]) return quoted[1].replace(/[,.;]+$/, '').trim();
  const tries = [
    // APA, Harvard: Authors (2006). Title. Journal
    yearAt > 0
      ? /^[^)\].]{0,30}[)\].]{1,2}[.,:;]?\s+(.{8,400}?[^\s.]{2,})[.?!](?:\s|$)/.exec(
          text.slice(yearAt),
        )
      : null,
    // BMC, F1000: Authors: Title. Journal
    /^[^:.]{3,60}(?:[^:]{0,240}[^\d:])?:\s+(\p{Lu}.{10,400}?[^\s.]{2,})[.?!](?:\s|$)/u.exec(text),
    // Vancouver: Smith JA, Other B, et al. Title. Journal. 2006;12
    /^[^.]{3,400}(?:\bet al)?\.\s+(\p{Lu}.{10,400}?[^\s.]{2,})[.?!](?:\s|$)/u.exec(text),
    /^.{3,400}?(?:\b\p{Lu}{1,3}|et al)\.\s+(\p{Lu}\p{Ll}.{10,400}?[^\s.]{2,})[.?!](?:\s|$)/u.exec(
      text,
    ),
  ];
  for (const m of tries) {
    const t = m?.[1]?.trim();
    if (t && t.split(' ').length >= 2) return t;
  }
  return null;
}

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
