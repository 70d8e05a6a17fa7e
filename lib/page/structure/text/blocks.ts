/**
 * A block: the running text between two block boundaries of the page, with the way back to its text nodes.
 * Offsets are UTF-16 units of `text`, which is the page's text untouched but for formulas, so that ranges are exact.
 */

import * as dom from '../../../dom';

const isText = (node: Text | Element): node is Text => dom.nodeType(node) === 3;

export interface Mark {
  start: number;
  end: number;
  /** Indexes of references, in the order met. */
  refs: number[];
}

export class Block {
  text = '';
  /** Text under links, and in bold, in UTF-16 units without white space: tells menus and bold headings. */
  linked = 0;
  bold = 0;
  /** Links into the reference list. */
  readonly marks: Mark[] = [];
  /** Superscript runs, [start, end). */
  readonly sups: [number, number][] = [];
  /** What the walk found around the block. */
  section: number | null = null;
  readonly element: Element;
  readonly kind: 'text' | 'aside';
  private readonly nodes: (Text | Element)[] = [];
  private readonly starts: number[] = [];

  constructor(element: Element, kind: 'text' | 'aside') {
    this.element = element;
    this.kind = kind;
  }

  add(node: Text, data: string): void {
    this.nodes.push(node);
    this.starts.push(this.text.length);
    this.text += data;
  }

  /** A formula counts whole, with a text of its own. */
  addFormula(element: Element, text: string): void {
    this.nodes.push(element);
    this.starts.push(this.text.length);
    this.text += text;
  }

  /** A break that is in the markup but in no text node: keeps words apart, belongs to no node. */
  gap(): void {
    if (this.text) this.text += '\n';
  }

  /** Long, and mostly not links. */
  get isProse(): boolean {
    return this.kind === 'text' && this.text.length >= 80 && this.linked < this.text.length * 0.5;
  }

  /** A live range over [start, end). Clamped, so that a page that changed since cannot make it throw. */
  range(start: number, end: number): Range {
    const range = (dom.ownerDocument(this.element) as Document).createRange();
    const [from, a] = this.place(start, false);
    const [to, b] = this.place(end, true);
    if (!from || !to) {
      range.selectNodeContents(this.element);
      return range;
    }
    if (isText(from)) range.setStart(from, Math.min(a, from.length));
    else range.setStartBefore(from);
    if (isText(to)) range.setEnd(to, Math.min(b, to.length));
    else range.setEndAfter(to);
    return range;
  }

  /** The node that holds `offset`; an end belongs to the node before it, a start to the one after. */
  private place(offset: number, end: boolean): [Text | Element | undefined, number] {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      const start = this.starts[mid] as number;
      if (end ? start < offset : start <= offset) low = mid;
      else high = mid - 1;
    }
    return [this.nodes[low], Math.max(0, offset - (this.starts[low] ?? 0))];
  }
}
