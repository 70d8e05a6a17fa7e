/**
 * What may stand in a passage without being part of it: citation markers (links into the reference list, and what
 * `printed-markers.ts` finds without a link); page furniture is told in `furniture.ts`. Only these may come and go silently,
 * so everything here errs on the side of "no": "Figure 5" is a link too.
 */
import * as dom from '../../dom';
import { type LinkSpan, lastAtOrBefore } from '../../page/reading';
import type { TextIndex } from '../text/text-index';
import { bracketedNumbers, namedWorks, raisedNumbers } from './printed-markers';

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

/** Characters before a marker without a link that tell whether it is one, and of the longest. */
const BEFORE_PRINTED = 24;
const LONGEST_PRINTED = 310;

/** The citation markers of a page, found when first asked for. */
export class Markers {
  private spans: LinkSpan[] | null = null;
  private starts: Int32Array = new Int32Array(0);
  private works: string | null = null;
  private readonly printedEnds = new Map<number, number>();

  constructor(private readonly index: TextIndex) {}

  /** Links to references, and raised numbers where the page has references. */
  get links(): LinkSpan[] {
    if (this.spans) return this.spans;
    const { raw, links } = this.index.tree;
    const linked = links.filter((link) =>
      isCitationLink(link.element, raw.slice(Math.max(0, link.start - 24), link.start)),
    );
    const cites = linked.length > 0 || this.listsReferences;
    const raised = cites ? raisedNumbers(this.index, 0, raw.length) : [];
    // A raised link is found twice.
    const starts = new Set(linked.map((link) => link.start));
    this.spans = [...linked, ...raised.filter((one) => !starts.has(one.start))].sort(
      (a, b) => a.start - b.start,
    );
    this.starts = Int32Array.from(this.spans, (span) => span.start);
    return this.spans;
  }

  /** Whether a heading of the page is that of its references. */
  get listsReferences(): boolean {
    return this.headingOfReferences >= 0;
  }

  private get headingOfReferences(): number {
    const { raw, headings } = this.index.tree;
    return (
      headings.findLast(({ start, end }) =>
        REFERENCE_HEADING.test(raw.slice(start, Math.min(end, start + 60))),
      )?.start ?? -1
    );
  }

  /** Whether numbers in square brackets are citations on this page. */
  get bracketsCite(): boolean {
    return this.links.length > 0 || this.listsReferences;
  }

  /**
   * Stretches of `text`, from the page or a quote, that cite without a link where numbers in brackets cite; names only if
   * this page's references have them.
   */
  printedIn(text: string): { start: number; end: number }[] {
    return [
      ...bracketedNumbers(text),
      ...namedWorks(text).filter(({ names }) => names.every((name) => this.lists(name))),
    ];
  }

  /** Where the marker without a link ends that begins at `offset` of the page's text; -1 when none does. */
  printedEnd(offset: number): number {
    const known = this.printedEnds.get(offset);
    if (known !== undefined) return known;
    const { raw } = this.index.tree;
    const from = Math.max(0, offset - BEFORE_PRINTED);
    const part = this.bracketsCite
      ? this.printedIn(raw.slice(from, offset + LONGEST_PRINTED)).find(
          ({ start }) => start === offset - from,
        )
      : undefined;
    const end = part ? from + part.end : -1;
    this.printedEnds.set(offset, end);
    return end;
  }

  /** Whether a name is in the page's list of references. */
  private lists(name: string): boolean {
    this.works ??= this.listsReferences ? this.index.tree.raw.slice(this.headingOfReferences) : '';
    return this.works.includes(name);
  }

  /** The id that a link refers to. */
  targetOf(link: Element): string {
    return fragmentOf(link);
  }

  /** The markers within [start, end) of the page's text, in order. */
  between(start: number, end: number): LinkSpan[] {
    const { links } = this;
    const found: LinkSpan[] = [];
    let i = Math.max(0, lastAtOrBefore(this.starts, start - 1) + 1);
    for (; i < links.length && (links[i] as LinkSpan).end <= end; i += 1)
      found.push(links[i] as LinkSpan);
    return found;
  }

  /** The marker that holds the character at `offset` of the page's text. */
  linkAt(offset: number): LinkSpan | null {
    const { links } = this;
    const link = links[lastAtOrBefore(this.starts, offset)];
    return link !== undefined && offset < link.end ? link : null;
  }

  /** Whether the character at `offset` of the page's text belongs to a citation marker of `links`. */
  covers(offset: number): boolean {
    return this.linkAt(offset) !== null;
  }

  /** Whether two characters belong to one and the same marker. */
  sameLink(a: number, b: number): boolean {
    const link = this.linkAt(a);
    return link !== null && link === this.linkAt(b);
  }
}
