/** A range of the page as a passage: its text, and the range from the first to the last letter that counts. */
import * as dom from '../../dom';
import { formulaAround } from './formula';
import { readRun } from './run';
import { type Formula, readTree, type TreeText } from './tree';

export interface Passage {
  /** Its text: on one line, formulas once and whole, without what is hidden. */
  text: string;
  /** From the first letter that counts to the last; formulas that it cuts are in it whole. */
  range: Range;
}

/** The element in whose text a range is read: no formula, and in none. */
function rootOf(range: Range): Element | ShadowRoot | null {
  const common = range.commonAncestorContainer;
  const formula = formulaAround(common);
  const root = formula ? dom.parentNode(formula) : common;
  if (root && dom.nodeType(root) === 3) return dom.parentElement(root) ?? shadowOf(root);
  return (root as Element | null) ?? null;
}

const shadowOf = (node: Node): ShadowRoot | null => {
  const parent = dom.parentNode(node);
  return parent && dom.isShadowRoot(parent) ? parent : null;
};

/** A range in the text of a tree, with the formulas that it cuts. */
interface Placed {
  tree: TreeText;
  start: number;
  end: number;
  touches(formula: Formula): boolean;
}

function place(range: Range): Placed | null {
  const root = rootOf(range);
  const doc = root && dom.ownerDocument(root);
  if (!root || !doc) return null;
  const before = doc.createRange();
  before.setStart(root, 0);
  before.setEnd(range.startContainer, range.startOffset);
  let start = before.toString().length;
  let end = start + range.toString().length;
  const tree = readTree(root, { only: true });
  for (const formula of tree.formulas) {
    if (formula.end <= start || formula.start >= end) continue;
    start = Math.min(start, formula.start);
    end = Math.max(end, formula.end);
  }
  return { tree, start, end, touches: ({ element }) => range.intersectsNode(element) };
}

/** Reads a range; null when nothing in it counts. The range may be of any document, and is left as it is. */
export function readPassage(range: Range): Passage | null {
  const placed = place(range);
  if (!placed) return null;
  const { tree, start, end, touches } = placed;
  const { text, from, head, tail } = readRun(tree, start, end, touches);
  if (!text) return null;
  const trimmed = (dom.ownerDocument(range.startContainer) as Document).createRange();
  if (head) trimmed.setStartBefore(head.element);
  else trimmed.setStart(...pointAt(tree, from[0] as number));
  if (tail) trimmed.setEndAfter(tail.element);
  else trimmed.setEnd(...pointAt(tree, from.at(-1) as number, 1));
  return { text, range: trimmed };
}

function pointAt(tree: TreeText, offset: number, behind = 0): [Text, number] {
  const i = tree.nodeAt(offset);
  return [tree.nodes[i] as Text, offset - (tree.starts[i] as number) + behind];
}

/** A range without the bits in it that do not count, as ranges of its document; the range itself where it has none. */
export function shownParts(range: Range): Range[] {
  if (range.startContainer === range.endContainer && dom.nodeType(range.startContainer) === 3)
    return [range];
  const placed = place(range);
  if (!placed?.tree.unread.some((one) => one !== 0)) return [range];
  const { tree, start, end } = placed;
  const { nodes, starts, unread, formulas, raw } = tree;
  const parts: Range[] = [];
  let open: Range | null = null;
  for (let i = Math.max(0, tree.nodeAt(start)); i < nodes.length; i += 1) {
    const from = starts[i] as number;
    if (from >= end) break;
    const node = nodes[i] as Text;
    const formula = unread[i] ? formulas.find((one) => from >= one.start && from < one.end) : null;
    if (unread[i] && !formula) {
      if (node.data.trim()) open = null;
      continue;
    }
    const to = i + 1 < starts.length ? (starts[i + 1] as number) : raw.length;
    if (!open) {
      open = (dom.ownerDocument(node) as Document).createRange();
      if (formula) open.setStartBefore(formula.element);
      else open.setStart(node, Math.max(from, start) - from);
      parts.push(open);
    }
    if (formula) open.setEndAfter(formula.element);
    else open.setEnd(node, Math.min(to, end) - from);
  }
  return parts.length > 1 ? parts : [range];
}
