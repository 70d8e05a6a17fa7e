/**
 * What may stand in a passage without being part of it: citation markers (links into the reference list) and
 * page furniture (figures, advertisements, asides) between its words. Only these may come and go silently, so
 * everything here errs on the side of "no": "Figure 5" is a link too.
 */
import { lastAtOrBefore, type TextIndex } from './text-index';
import type { LinkSpan } from './tree';

const NUMERIC =
  /^[[(]?\s*\d{1,4}[a-z]?(?:\s*[,;\u2010-\u2015-]\s*\d{1,4}[a-z]?){0,40}\s*[\])]?[.,;]?$/i;
const YEAR = /(?:^|[^\d])(?:1[89]|20)\d\d[a-z]?(?:[^\d]|$)/;
const SYMBOL = /^[*\u2020\u2021\u00a7\u00b6]{1,3}$/;
const NAMES = /^[^\d]{2,60}$/;
/** Words after which a linked number counts figures, tables, pages ... and never a reference. */
const COUNTS_THINGS =
  /(?:fig(?:ure)?s?|tables?|tabs?|eqs?|eqns?|equations?|sections?|sect?|\u00a7|box(?:es)?|append(?:ix|ices)|schemes?|charts?|chapters?|steps?|panels?|videos?|movies?|files?|datasets?|data|supplement\w{0,8}|parts?|models?|examples?|theorems?|lemmas?|algorithms?|phases?|stages?|notes?|pages?|pp?|plates?|maps?|and|to|abb(?:ildung)?|tabelle|tableau|figura|tabla|cuadro)\.?\s*\(?$/i;
const FIGURE_ID =
  /^(?:f|fig|figure|t|tb|tbl|tab|table|eq|eqn|equ|e|m|fd|disp-formula|s|sec|section|sect|app|box|bx|sch|scheme|video|movie|supp?|mm|page|p)[-_.:]?[a-z]?\d/i;
const REFERENCE_ID =
  /(?:ref|bib|cit|cr[-_.]?\d|note|foot)|(?:^|[-_.:])(?:b|r|c|cr|rf|fn|en|bb|bbib|ib|n)[-_.]?\d/i;
const REFERENCE_HOME =
  '[class*="ref" i],[id*="ref" i],[class*="bib" i],[id*="bib" i],[class*="cit" i],[class*="footnote" i],[role="doc-endnotes"],[role="doc-bibliography"],[role="doc-footnote"],ol';
const REFERENCE_HEADING =
  /^\s*(?:\d+\.?\s*)?(?:references?|bibliography|literature(?: cited)?|works cited|notes and references|references and notes|literatur(?:verzeichnis)?|r\u00e9f\u00e9rences|bibliographie|referencias|bibliograf\u00eda|refer\u00eancias|bibliografia|\u53c2\u8003\u6587\u732e|\u5f15\u7528\u6587\u732e)/i;

function fragmentOf(link: Element): string {
  const href = link.getAttribute('href') ?? '';
  const fragment = href.slice(href.indexOf('#') + 1);
  if (fragment.length > 200) return '';
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Whether a link is an in-text citation. `before` is the text just in front of it. */
export function isCitationLink(link: Element, before: string): boolean {
  const text = (link.textContent ?? '').trim();
  if (text.length === 0 || text.length > 120) return false;
  const numeric = NUMERIC.test(text);
  const dated = !numeric && YEAR.test(text);
  const symbol = SYMBOL.test(text);
  if (!numeric && !dated && !symbol && !NAMES.test(text)) return false;
  if (numeric && COUNTS_THINGS.test(before.slice(-24)) && !/\[\s*$/.test(before)) return false;
  const fragment = fragmentOf(link);
  if (fragment === '') return false;
  const target = link.ownerDocument.getElementById(fragment);
  if (target) {
    if (target.contains(link)) return false;
    if (/^H[1-6]$/.test(target.tagName)) return false;
    if (target.closest('figure,table') && !YEAR.test((target.textContent ?? '').slice(0, 3_000)))
      return false;
    const home = target.closest(REFERENCE_HOME) !== null;
    const year = YEAR.test((target.textContent ?? '').slice(0, 3_000)) && !FIGURE_ID.test(fragment);
    return numeric || dated ? home || year : home && REFERENCE_ID.test(fragment);
  }
  return (numeric || dated) && REFERENCE_ID.test(fragment) && !FIGURE_ID.test(fragment);
}

const BRACKETED = /\[\s*\d{1,3}(?:\s*[,;\u2010-\u2015-]\s*\d{1,3}){0,30}\s*\]/g;

/** Stretches of `text` that are numbers in square brackets: "[12, 14-16]". */
export function bracketedNumbers(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(BRACKETED)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The citation markers of a page, found when first asked for. */
export class Markers {
  private spans: LinkSpan[] | null = null;
  private starts: Int32Array = new Int32Array(0);

  constructor(private readonly index: TextIndex) {}

  get links(): LinkSpan[] {
    if (this.spans) return this.spans;
    const { raw, links } = this.index.tree;
    this.spans = links
      .filter((link) =>
        isCitationLink(link.element, raw.slice(Math.max(0, link.start - 24), link.start)),
      )
      .sort((a, b) => a.start - b.start);
    this.starts = Int32Array.from(this.spans, (span) => span.start);
    return this.spans;
  }

  /** Whether numbers in square brackets are citations on this page. */
  get bracketsCite(): boolean {
    const { raw, headings } = this.index.tree;
    return (
      this.links.length > 0 ||
      headings.some(({ start, end }) =>
        REFERENCE_HEADING.test(raw.slice(start, Math.min(end, start + 60))),
      )
    );
  }

  /** The linked markers within [start, end) of the page's text, in order. */
  between(start: number, end: number): LinkSpan[] {
    const { links } = this;
    const found: LinkSpan[] = [];
    let i = Math.max(0, lastAtOrBefore(this.starts, start - 1) + 1);
    for (; i < links.length && (links[i] as LinkSpan).end <= end; i += 1)
      found.push(links[i] as LinkSpan);
    return found;
  }

  /** The linked marker that holds the character at `offset` of the page's text. */
  linkAt(offset: number): LinkSpan | null {
    const { links } = this;
    const link = links[lastAtOrBefore(this.starts, offset)];
    return link !== undefined && offset < link.end ? link : null;
  }

  /** Whether the character at `offset` of the page's text belongs to a linked citation marker. */
  covers(offset: number): boolean {
    return this.linkAt(offset) !== null;
  }

  /** Whether two characters belong to one and the same marker. */
  sameLink(a: number, b: number): boolean {
    const link = this.linkAt(a);
    return link !== null && link === this.linkAt(b);
  }
}

const FURNITURE_TAGS = new Set(
  'ASIDE FIGURE NAV TABLE IFRAME INS FORM BUTTON FOOTER HEADER SVG IMG PICTURE VIDEO AUDIO OBJECT CANVAS DIALOG DETAILS MENU SELECT'.split(
    ' ',
  ),
);
const FURNITURE_NAME =
  /(?:^|[-_\s])(?:ads?|adv|advert\w*|adslot|adunit|banner|sponsor\w*|promo\w*|recommend\w*|related|share|sharing|social|newsletter|subscribe|signup|toolbar|tooltip|popover|popup|modal|widget|furniture|sidebar|callout|pull-?quote|figure|fig|figure-?wrap|table-?wrap|tbl|image|img|media|box|running-?head|page-?(?:number|header|footer|break)|header|footer|cookie|paywall|metrics?|download|viewer|goto|back-?to-?top|toc|nav\w*)(?:[-_\s\d]|$)/i;
const PROSE = new Set('P LI BLOCKQUOTE DD DT H1 H2 H3 H4 H5 H6 PRE TD TH'.split(' '));

function named(element: Element): boolean {
  const name = `${element.getAttribute('class') ?? ''} ${element.id} ${element.getAttribute('role') ?? ''}`;
  return (
    FURNITURE_NAME.test(name.slice(0, 300)) ||
    /complementary|presentation|banner/.test(element.getAttribute('role') ?? '')
  );
}

/** Inline elements are furniture only if their name says that they are advertisements. */
const ADVERT = /(?:^|[-_\s])(?:ads?|advert\w*|adslot|adunit|sponsor\w*|promo\w*)(?:[-_\s\d]|$)/i;
const INLINE = new Set(
  'A ABBR B BDI BDO BIG CITE CODE EM FONT I KBD MARK Q S SMALL SPAN STRONG SUB SUP U VAR'.split(
    ' ',
  ),
);

function isFurniture(element: Element): boolean {
  const tag = element.tagName.toUpperCase();
  if (INLINE.has(tag))
    return ADVERT.test(`${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, 300));
  if (FURNITURE_TAGS.has(tag) || named(element)) return true;
  if (PROSE.has(tag)) return false;
  if (tag === 'DIV' || tag === 'SECTION' || tag.includes('-')) {
    // A block in the midst of a paragraph is not the author's; between paragraphs it is furniture only if it
    // does not look like the paragraphs around it.
    if (element.parentElement?.closest('p')) return true;
    if (element.querySelector('p') && tag === 'SECTION') return false;
    const parent = element.parentElement;
    if (!parent) return false;
    const inline = [...parent.childNodes].some(
      (node) => node.nodeType === 3 && (node as Text).data.trim().length > 20,
    );
    if (inline) return true;
    const alike = [...parent.children].filter(
      (other) => other.tagName === element.tagName && other.className === element.className,
    );
    return alike.length === 1;
  }
  return false;
}

/**
 * Whether [start, end) of the page's text is nothing but whole pieces of furniture (white space and citation
 * markers between them allowed).
 */
export function isFurnitureOnly(index: TextIndex, start: number, end: number): boolean {
  const { nodes, starts, raw, unread } = index.tree;
  let from = index.nodeAt(start);
  const to = index.nodeAt(end - 1);
  const before = lastReadable(index, from - 1, -1);
  const after = lastReadable(index, to + 1, 1);
  const outside = [before, after];
  const first = nodes[from];
  if (!first || raw.slice(starts[from] as number, start).trim() !== '') return false;
  const nodeEnd = to + 1 < starts.length ? (starts[to + 1] as number) : raw.length;
  if (raw.slice(end, nodeEnd).trim() !== '') return false;
  while (from <= to) {
    const node = nodes[from];
    if (!node) return false;
    if (unread[from] || node.data.trim() === '') {
      from += 1;
      continue;
    }
    let element = node.parentElement;
    let furniture: Element | null = null;
    while (element && !outside.some((other) => other && element?.contains(other))) {
      if (isFurniture(element)) furniture = element;
      element = element.parentElement;
    }
    if (!furniture) return false;
    from += 1;
    while (from <= to && furniture.contains(nodes[from] ?? null)) from += 1;
  }
  return true;
}

/**
 * The folded unit after the furniture that begins exactly at unit `at`; `at` itself when none begins there. Several
 * pieces in a row are taken as one.
 */
export function furnitureEnd(index: TextIndex, at: number): number {
  const { nodes, starts, raw, unread } = index.tree;
  const { map } = index.folded;
  let unit = at;
  for (;;) {
    if (unit >= map.length) return unit;
    const offset = map[unit] as number;
    let i = index.nodeAt(offset);
    const node = nodes[i];
    if (!node || raw.slice(starts[i] as number, offset).trim() !== '') return unit;
    const before = lastReadable(index, i - 1, -1);
    let furniture: Element | null = null;
    for (let element = node.parentElement; element; element = element.parentElement) {
      if (before && element.contains(before)) break;
      if (element.tagName === 'BODY') break;
      if (isFurniture(element)) furniture = element;
    }
    if (!furniture) return unit;
    while (i < nodes.length && (unread[i] || furniture.contains(nodes[i] ?? null))) i += 1;
    if (i >= nodes.length) return unit;
    unit = index.unitAt(starts[i] as number);
  }
}

function lastReadable(index: TextIndex, from: number, step: number): Text | null {
  const { nodes, unread } = index.tree;
  for (let i = from; i >= 0 && i < nodes.length; i += step) {
    const node = nodes[i];
    if (node && !unread[i] && node.data.trim() !== '') return node;
  }
  return null;
}
