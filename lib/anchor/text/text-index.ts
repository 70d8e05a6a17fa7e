/**
 * One folded text per pass, with the way back: folded unit -> offset in the page's text -> DOM range, and an
 * index of its short runs so that a quote's copies are found without reading the page again.
 */
import * as dom from '../../dom';
import {
  type Formula,
  firstFormula,
  lastAtOrBefore,
  readRun,
  readTree,
  type TreeText,
} from '../../page/reading';
import { fingerprint } from './fingerprint';
import { type Folded, Folder } from './fold';
import { GramIndex } from './grams';

export class TextIndex {
  readonly tree: TreeText;
  private foldedText: Folded | null = null;
  private gramIndex: GramIndex | null = null;
  private print: string | null = null;
  /** Folded units behind the furniture that begins at a folded unit, as far as asked for (`furniture.ts`). */
  readonly furnitureEnds = new Map<number, number>();
  /** Offsets at which documents and shadow roots begin, the first one aside. */
  private seams: Int32Array | null = null;
  /** Folded units at which formulas begin, and for each one the formula and the unit behind it. */
  private readonly formulaUnits: number[] = [];
  private readonly formulas: { formula: Formula; end: number }[] = [];

  /** @param everything text that does not count is in it too, as in quotes that were taken before it was left out */
  constructor(root: Element | ShadowRoot, { everything = false } = {}) {
    this.tree = readTree(root, { everything });
  }

  get folded(): Folded {
    if (this.foldedText) return this.foldedText;
    const { nodes, starts, breaks, unread, raw, formulas } = this.tree;
    const folder = new Folder(raw.length);
    let next = 0;
    for (let i = 0; i <= nodes.length; i += 1) {
      for (let one = formulas[next]; one && one.node <= i; one = formulas[++next]) {
        this.formulaUnits.push(folder.size);
        folder.addAt(one.text, one.start);
        this.formulas.push({ formula: one, end: folder.size });
      }
      if (i === nodes.length) break;
      const start = starts[i] as number;
      if (breaks[i] === 2) folder.separate(start);
      if (unread[i]) continue;
      const end = i + 1 < starts.length ? (starts[i + 1] as number) : raw.length;
      folder.add(raw.slice(start, end), start);
    }
    this.foldedText = folder.finish();
    return this.foldedText;
  }

  /** Fingerprint of the whole text. */
  get fingerprint(): string {
    this.print ??= fingerprint(this.tree);
    return this.print;
  }

  get grams(): GramIndex {
    this.gramIndex ??= new GramIndex(this.folded.text);
    return this.gramIndex;
  }

  /** Offset in the page's text just after folded unit `at`. */
  endOf(at: number): number {
    const formula = this.formulaAt(at);
    if (formula) return formula.end;
    const offset = this.folded.map[at] as number;
    const unit = this.tree.raw.charCodeAt(offset);
    return offset + (unit >= 0xd800 && unit <= 0xdbff ? 2 : 1);
  }

  /** First folded unit at or after an offset of the page's text. */
  unitAt(offset: number): number {
    return lastAtOrBefore(this.folded.map, offset - 1) + 1;
  }

  nodeAt(offset: number): number {
    return this.tree.nodeAt(offset);
  }

  /** The formula that a folded unit is of. */
  private formulaAt(at: number): Formula | null {
    const known = this.formulas[lastAtOrBefore(this.formulaUnits, at)];
    return known && at < known.end ? known.formula : null;
  }

  /** The formula among whose renderings an offset is. */
  formulaOver(offset: number): Formula | null {
    const { formulas } = this.tree;
    const one = formulas[firstFormula(formulas, offset)];
    return one && one.start <= offset && offset < one.end ? one : null;
  }

  /** The formulas that are in [start, end), in order. */
  formulasIn(start: number, end: number): Formula[] {
    const { formulas } = this.tree;
    const found: Formula[] = [];
    for (let i = firstFormula(formulas, start); i < formulas.length; i += 1) {
      const one = formulas[i] as Formula;
      if (one.start >= end) break;
      found.push(one);
    }
    return found;
  }

  /**
   * The text of [start, end) as a statement has it (`readRun`).
   * @param edges with formulas at its ends that are drawn without any text
   */
  statement(start: number, end: number, edges = false): string {
    return readRun(this.tree, start, end, () => edges).text;
  }

  /** Whether a quote is the text of [start, end), and if so, whether only with drawn formulas at its ends. */
  reads(quote: string, start: number, end: number): false | 'whole' | 'with edges' {
    if (this.statement(start, end) === quote) return 'whole';
    return this.statement(start, end, true) === quote ? 'with edges' : false;
  }

  /** Whether folded unit `at` is the first readable one of its text node. */
  startsNode(at: number): boolean {
    if (at === 0) return true;
    const { map } = this.folded;
    return this.nodeAt(map[at] as number) !== this.nodeAt(map[at - 1] as number);
  }

  /** Which of the page's documents and shadow roots an offset is in: 0 is the page itself. */
  rootAt(offset: number): number {
    this.seams ??= this.tree.starts.filter((_, i) => this.tree.breaks[i] === 2);
    return lastAtOrBefore(this.seams, offset) + 1;
  }

  /**
   * The live range of [start, end) of the page's text, cut where another document begins: no range spans
   * two. Formulas at its ends are in it whole.
   */
  range(start: number, until: number, edges = false): Range {
    const { nodes, starts } = this.tree;
    const end =
      this.rootAt(start) === this.rootAt(Math.max(start, until - 1))
        ? until
        : (this.seams?.[this.rootAt(start)] ?? until);
    const first = this.nodeAt(start);
    const last = this.nodeAt(Math.max(start, end - 1));
    const from = nodes[first];
    const to = nodes[last];
    if (!from || !to) throw new RangeError('offset outside the page text');
    const range = from.ownerDocument.createRange();
    const drawn = (at: number) =>
      edges ? this.formulasIn(at, at + 1).find((one) => one.end === at) : undefined;
    const head = drawn(start) ?? this.formulaOver(start);
    const tail = drawn(end) ?? this.formulaOver(Math.max(start, end - 1));
    if (head) range.setStartBefore(head.element);
    else range.setStart(from, start - (starts[first] as number));
    if (tail) range.setEndAfter(tail.element);
    else range.setEnd(to, end - (starts[last] as number));
    return range;
  }

  /** Whether a reader can see the text at an offset. */
  isVisible(offset: number): boolean {
    const element = this.tree.nodes[this.nodeAt(offset)]?.parentElement;
    return dom.checkVisibility(element, { visibilityProperty: true });
  }

  /** Whether a block begins or ends exactly at `offset` (white space around it ignored). */
  isBlockEdge(offset: number): boolean {
    const { raw, starts, breaks } = this.tree;
    let low = offset;
    while (low > 0 && isSpace(raw.charCodeAt(low - 1))) low -= 1;
    let high = offset;
    while (high < raw.length && isSpace(raw.charCodeAt(high))) high += 1;
    if (low === 0 || high === raw.length) return true;
    for (let i = lastAtOrBefore(starts, low - 1) + 1; i < starts.length; i += 1) {
      if ((starts[i] as number) > high) return false;
      if (breaks[i]) return true;
    }
    return false;
  }

  /** Where lines and blocks meet inside [start, end), as offsets from `start`. */
  joints(start: number, end: number): number[] {
    const { nodes, starts, breaks, unread } = this.tree;
    const joints: number[] = [];
    let met = false;
    for (let i = this.nodeAt(start) + 1; i < starts.length; i += 1) {
      const at = starts[i] as number;
      if (at >= end) break;
      met ||= breaks[i] !== 0;
      if (!met || unread[i] || (nodes[i] as Text).data.trim() === '') continue;
      joints.push(at - start);
      met = false;
    }
    return joints;
  }

  /**
   * What a reader sees of [start, end): unread text left out, blocks kept apart by a blank, white space
   * collapsed.
   */
  readable(start: number, end: number, everyNode = false): string {
    const { nodes, starts, breaks, unread, raw, formulas } = this.tree;
    let out = '';
    const first = Math.max(0, this.nodeAt(start));
    let next = firstFormula(formulas, start);
    for (let i = first; i < nodes.length; i += 1) {
      const from = starts[i] as number;
      for (let one = formulas[next]; one && one.node <= i; one = formulas[++next])
        if (one.start < end) out += one.apart || everyNode ? ` ${one.text}` : one.text;
      if (from >= end) break;
      const to = i + 1 < starts.length ? (starts[i + 1] as number) : raw.length;
      if (from > start && (breaks[i] || everyNode)) out += ' ';
      if (!unread[i]) out += raw.slice(Math.max(from, start), Math.min(to, end));
    }
    return out.replace(/\s+/g, ' ');
  }
}

export function isSpace(unit: number): boolean {
  return (
    unit === 32 || (unit >= 9 && unit <= 13) || unit === 160 || (unit >= 0x2000 && unit <= 0x200b)
  );
}
