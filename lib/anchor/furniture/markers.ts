/**
 * What may stand in a passage without being part of it: citation markers (links into the reference list); page
 * furniture is told in `furniture.ts`. Only these may come and go silently, so everything here errs on the side
 * of "no": "Figure 5" is a link too.
 */
import * as dom from '../../dom';
import { type LinkSpan, lastAtOrBefore } from '../../page/reading';
import type { TextIndex } from '../text/text-index';

const NUMERIC =
  /^[[(]?\s*\d{1,4}[a-z]?(?:\s*[,;\u2010-\u2015-]\s*\d{1,4}[a-z]?){0,40}\s*[\])]?[.,;]?$/i;
const YEAR = /(?:^|[^\d])(?:1[89]|20)\d\d[a-z]?(?:[^\d]|$)/;
const SYMBOL = /^[*\u2020\u2021\u00a7\u00b6]{1,3}$/;
const NAMES = /^[^\d]{2,60}$/;
/** Words after which a linked number counts figures, tables, pages ... and never a reference. */
const COUNTS_THINGS: readonly RegExp[] = [
  /(?:fig(?:ure)?s?|tables?|tabs?|eqs?|eqns?|equations?|sections?|sect?|\u00a7)\.?\s*\(?$/i,
  /(?:box(?:es)?|append(?:ix|ices)|schemes?|charts?|chapters?|steps?|panels?|videos?)\.?\s*\(?$/i,
  /(?:movies?|files?|datasets?|data|supplement\w{0,8}|parts?|models?|examples?)\.?\s*\(?$/i,
  /(?:theorems?|lemmas?|algorithms?|phases?|stages?|notes?|pages?|pp?|plates?|maps?)\.?\s*\(?$/i,
  /(?:and|to|abb(?:ildung)?|tabelle|tableau|figura|tabla|cuadro)\.?\s*\(?$/i,
];
const FIGURE_ID =
  /^(?:f|fig|figure|t|tb|tbl|tab|table|eq|eqn|equ|e|m|fd|disp-formula|s|sec|section|sect|app|box|bx|sch|scheme|video|movie|supp?|mm|page|p)[-_.:]?[a-z]?\d/i;
const REFERENCE_ID =
  /(?:ref|bib|cit|cr[-_.]?\d|note|foot)|(?:^|[-_.:])(?:b|r|c|cr|rf|fn|en|bb|bbib|ib|n)[-_.]?\d/i;
const REFERENCE_HOME =
  '[class*="ref" i],[id*="ref" i],[class*="bib" i],[id*="bib" i],[class*="cit" i],[class*="footnote" i],[role="doc-endnotes"],[role="doc-bibliography"],[role="doc-footnote"],ol';
const REFERENCE_HEADING =
  /^\s*(?:\d+\.?\s*)?(?:references?|bibliography|literature(?: cited)?|works cited|notes and references|references and notes|literatur(?:verzeichnis)?|r\u00e9f\u00e9rences|bibliographie|referencias|bibliograf\u00eda|refer\u00eancias|bibliografia|\u53c2\u8003\u6587\u732e|\u5f15\u7528\u6587\u732e)/i;

function fragmentOf(link: Element): string {
  const href = dom.getAttribute(link, 'href') ?? '';
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
  const text = (dom.textContent(link) ?? '').trim();
  if (text.length === 0 || text.length > 120) return false;
  const numeric = NUMERIC.test(text);
  const dated = !numeric && YEAR.test(text);
  const symbol = SYMBOL.test(text);
  if (!numeric && !dated && !symbol && !NAMES.test(text)) return false;
  if (
    numeric &&
    COUNTS_THINGS.some((words) => words.test(before.slice(-24))) &&
    !/\[\s*$/.test(before)
  )
    return false;
  const fragment = fragmentOf(link);
  if (fragment === '') return false;
  const target = dom.ownerDocument(link).getElementById(fragment);
  if (target) {
    if (dom.contains(target, link)) return false;
    if (/^H[1-6]$/.test(dom.tagName(target))) return false;
    if (
      dom.closest(target, 'figure,table') &&
      !YEAR.test((dom.textContent(target) ?? '').slice(0, 3_000))
    )
      return false;
    const home = dom.closest(target, REFERENCE_HOME) !== null;
    const year =
      YEAR.test((dom.textContent(target) ?? '').slice(0, 3_000)) && !FIGURE_ID.test(fragment);
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
