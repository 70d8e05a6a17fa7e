/**
 * The text of a document as it is searched: every text node in tree order with its offset, which of them count, the
 * formulas, the places where blocks begin and end, the links into the page, and the roots that `textContent` does not
 * reach (open shadow roots, same-origin frames).
 */
import * as dom from '../../dom';
import { formulaText } from './formula';
import { Judge } from './judge';
import { lookAt, type TagFacts, tagFacts } from './look';

export interface LinkSpan {
  element: Element;
  start: number;
  end: number;
}

/** A formula: one text for all its renderings, which are [start, end) of the tree's text and may be none. */
export interface Formula extends LinkSpan {
  text: string;
  /** The text node before which it is read. */
  node: number;
  /** A block begins or ends in front of it. */
  apart: boolean;
  unseen: boolean;
}

export interface TreeText {
  /** The text of all roots, one after the other; the first `mainLength` units are `root.textContent`. */
  raw: string;
  mainLength: number;
  nodes: Text[];
  /** Offset of each node in `raw`. */
  starts: Int32Array;
  /** 1 where a block begins or ends between this node and the one before; 2 where another root begins. */
  breaks: Uint8Array;
  /** Not 0 for nodes whose text does not count: 1 in scripts, 2 in controls, hidden bits and the renderings of formulas. */
  unread: Uint8Array;
  /** 1 for nodes of blocks that are not shown. */
  unseen: Uint8Array;
  /** In document order. */
  formulas: Formula[];
  /** Is any text left out other than scripts? */
  leavesOut: boolean;
  /** Links to a place on the page, in order. */
  links: LinkSpan[];
  headings: LinkSpan[];
  /** The node that holds an offset; -1 before the first. */
  nodeAt(offset: number): number;
}

export interface TreeOptions {
  /** Only what is in `root` itself, no frame and no shadow root. */
  only?: boolean;
  /** Everything but scripts counts, and formulas are text like other text: as quotes were taken before. */
  everything?: boolean;
}

const HEADING = /^(?:H[1-6]|h[1-6])$/;
const MAX_ROOTS = 200;

function frameBody(element: Element): Element | null {
  try {
    return (element as HTMLIFrameElement).contentDocument?.body ?? null;
  } catch {
    return null; // another origin: not ours to read
  }
}

/** How the text of an element counts, from those around it. */
interface State {
  unread: 0 | 1 | 2;
  unseen: boolean;
}

const PLAIN: State = { unread: 0, unseen: false };
const IN_SCRIPT: State = { unread: 1, unseen: false };
const LEFT_OUT: State = { unread: 2, unseen: false };

/** Walks a root and the roots under it, once. */
class TreeWalk {
  readonly nodes: Text[] = [];
  readonly parts: string[] = [];
  readonly starts: number[] = [];
  readonly breaks: number[] = [];
  readonly unread: number[] = [];
  readonly unseen: number[] = [];
  readonly formulas: Formula[] = [];
  readonly links: LinkSpan[] = [];
  readonly headings: LinkSpan[] = [];
  readonly roots: (Element | ShadowRoot)[];
  leavesOut = false;
  length = 0;
  pending = 0;
  private readonly seen: Set<Node>;
  private judge: Judge;

  constructor(
    root: Element | ShadowRoot,
    private readonly options: TreeOptions,
  ) {
    this.roots = [root];
    this.seen = new Set(this.roots);
    this.judge = new Judge(dom.ownerDocument(root));
  }

  /** Walks one of the roots, which may be of another document. */
  enter(root: Element | ShadowRoot): void {
    if (this.roots[0] !== root) this.judge = new Judge(dom.ownerDocument(root));
    this.walk(root, PLAIN);
  }

  private walk(parent: Node, state: State): void {
    for (let child = dom.firstChild(parent); child; child = dom.nextSibling(child)) {
      const type = dom.nodeType(child);
      if (type === 3 || type === 4) this.text(child as Text, state);
      else if (type === 1) this.visit(child as Element, state);
    }
  }

  private text(node: Text, { unread, unseen }: State): void {
    const { data } = node;
    if (data.length === 0) return;
    this.nodes.push(node);
    this.parts.push(data);
    this.starts.push(this.length);
    this.breaks.push(this.pending);
    this.unread.push(unread);
    this.unseen.push(unseen ? 1 : 0);
    this.pending = 0;
    this.length += data.length;
  }

  private alsoRead(root: Element | ShadowRoot | null): void {
    if (!root || this.options.only || this.seen.has(root) || this.roots.length >= MAX_ROOTS) return;
    this.seen.add(root);
    this.roots.push(root);
  }

  private visit(element: Element, state: State): void {
    const tag = dom.tagName(element);
    // Bearing's own surfaces are not part of the page.
    if (!tag.startsWith('BEARING-')) this.alsoRead(dom.shadowRoot(element));
    if (tag === 'IFRAME' || tag === 'FRAME') this.alsoRead(frameBody(element));
    const facts = tagFacts(tag);
    const { block } = facts;
    if (block) this.pending ||= 1;
    const start = this.length;
    const inner = this.stateOf(element, facts, state);
    this.walk(element, inner);
    const formula = this.formulas.at(-1);
    if (formula?.element === element) formula.end = this.length;
    if (block) this.pending ||= 1;
    if (tag === 'A' && this.length > start && dom.getAttribute(element, 'href')?.includes('#'))
      this.links.push({ element, start, end: this.length });
    else if (HEADING.test(tag) && this.length > start)
      this.headings.push({ element, start, end: this.length });
  }

  private stateOf(element: Element, tag: TagFacts, state: State): State {
    if (tag.unread) return IN_SCRIPT;
    if (state.unread || this.options.everything) return state;
    const verdict = this.judge.of(element, lookAt(element, tag));
    if (verdict === 'read') return state;
    if (verdict === 'hidden') return { unread: 0, unseen: true };
    this.leavesOut = true;
    if (verdict === 'formula') {
      const { length: start, pending } = this;
      const place = { element, start, end: start, node: this.nodes.length };
      const text = formulaText(element);
      if (text) this.formulas.push({ ...place, text, apart: pending > 0, unseen: state.unseen });
    }
    return LEFT_OUT;
  }
}

/** Index of the last entry of `sorted` that is <= `value`; -1 when there is none. */
export function lastAtOrBefore(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first formula that ends behind an offset, or is at it. */
export function firstFormula(formulas: readonly Formula[], start: number): number {
  let low = 0;
  let high = formulas.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { start: from, end } = formulas[middle] as Formula;
    if (end > from ? end <= start : from < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Walks `root` and the roots under it once. */
export function readTree(root: Element | ShadowRoot, options: TreeOptions = {}): TreeText {
  const walk = new TreeWalk(root, options);
  let mainLength = 0;
  for (let i = 0; i < walk.roots.length; i += 1) {
    if (i > 0) walk.pending = 2;
    walk.enter(walk.roots[i] as Element | ShadowRoot);
    if (i === 0) mainLength = walk.length;
  }
  const starts = Int32Array.from(walk.starts);
  return {
    raw: walk.parts.join(''),
    mainLength,
    nodes: walk.nodes,
    starts,
    breaks: Uint8Array.from(walk.breaks),
    unread: Uint8Array.from(walk.unread),
    unseen: Uint8Array.from(walk.unseen),
    formulas: walk.formulas,
    leavesOut: walk.leavesOut,
    links: walk.links,
    headings: walk.headings,
    nodeAt: (offset) => lastAtOrBefore(starts, offset),
  };
}
