/** What a reader sees of a stretch of a tree's text, letter by letter with the way back. */
import { hasNoWidth } from './plain';
import { type Formula, firstFormula, type TreeText } from './tree';

export interface Run {
  /** On one line, without what does not count. */
  text: string;
  /** For every unit of `text`, its offset in the tree's text; of a formula's, where the formula begins. */
  from: number[];
  /** The formulas that the run begins and ends with. */
  head: Formula | null;
  tail: Formula | null;
}

class Line {
  text = '';
  readonly from: number[] = [];
  head: Formula | null = null;
  tail: Formula | null = null;
  private gap = -1;

  blank(offset: number): void {
    if (this.gap < 0) this.gap = offset;
  }

  private put(char: string, offset: number): void {
    if (this.gap >= 0 && this.text) {
      this.text += ' ';
      this.from.push(this.gap);
    }
    this.gap = -1;
    this.text += char;
    this.from.push(offset);
  }

  add(data: string, offset: number): void {
    for (let i = 0; i < data.length; i += 1) {
      const char = data[i] as string;
      if (hasNoWidth(char)) continue;
      if (/\s/.test(char)) this.blank(offset + i);
      else {
        this.put(char, offset + i);
        this.tail = null;
      }
    }
  }

  formula(formula: Formula): void {
    if (!this.text) this.head = formula;
    for (const char of formula.text.split('')) {
      if (char === ' ') this.blank(formula.start);
      else this.put(char, formula.start);
    }
    this.tail = formula;
  }
}

/**
 * Reads [start, end) of a tree's text. What is in blocks that are not shown counts only where there is nothing else.
 * @param touches whether a formula without text of its own, at the very edge, belongs to the stretch
 */
export function readRun(
  tree: TreeText,
  start: number,
  end: number,
  touches: (formula: Formula) => boolean = () => false,
): Run {
  const shown = read(tree, start, end, touches, false);
  return shown.text ? shown : read(tree, start, end, touches, true);
}

function read(
  tree: TreeText,
  start: number,
  end: number,
  touches: (formula: Formula) => boolean,
  unshown: boolean,
): Run {
  const { nodes, starts, breaks, unread, unseen, raw, formulas } = tree;
  const line = new Line();
  const first = Math.max(0, tree.nodeAt(start));
  let next = firstFormula(formulas, start);
  for (let i = first; i <= nodes.length; i += 1) {
    const from = i < nodes.length ? (starts[i] as number) : raw.length;
    for (let one = formulas[next]; one && one.node <= i; one = formulas[++next]) {
      const inside =
        one.end > one.start
          ? one.start < end && one.end > start
          : (one.start > start && one.start < end) ||
            ((one.start === start || one.start === end) && touches(one));
      if (!inside || (one.unseen && !unshown)) continue;
      if (one.apart) line.blank(one.start);
      line.formula(one);
    }
    if (i >= nodes.length || from >= end) break;
    if (from > start && breaks[i]) line.blank(from);
    if (unread[i] || (unseen[i] && !unshown)) continue;
    const to = i + 1 < starts.length ? (starts[i + 1] as number) : raw.length;
    const at = Math.max(from, start);
    line.add(raw.slice(at, Math.min(to, end)), at);
  }
  return { text: line.text, from: line.from, head: line.head, tail: line.tail };
}
