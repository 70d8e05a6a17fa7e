/**
 * Labels and their values as a page sets them: lists of terms, rows of a table, a name in bold before its value, a heading
 * above it. Which texts are labels is a matter of words (field-labels.ts), not of markup: each site has its own.
 */
import * as dom from '../../dom';
import { squeeze } from '../../text';
import { fieldLabelled, type LabelledField, LONGEST_FIELD_LABEL } from './field-labels';
import { blockOf } from './lines';
import { shortText } from './short-text';

/** What a label has beside it. */
export interface LabelledValue {
  field: LabelledField;
  /** The label itself, as it is printed. */
  label: string;
  /** Its lines, and in each the pieces between links and line breaks. */
  lines: string[][];
  /** What holds the value, or where it begins. */
  element: Element;
}

/** Budgets: texts that are looked at, values that are read, and pieces and UTF-16 units of one. */
const MOST_TEXTS = 6_000;
const MOST_VALUES = 150;
const MOST_PIECES = 300;
const LONGEST_VALUE = 4_000;
const LONGEST_PIECE = 1_000;
/** A label with its colon, however many blanks are within it, in UTF-16 units. */
const LONGEST_OPENING = 2 * LONGEST_FIELD_LABEL;
/** Shorter labels ("in", "no") are words of menus too: only a colon or a cell of its own makes them labels. */
const SHORTEST_BARE = 4;

const SKIP = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION|SELECT|TEXTAREA|BUTTON|SVG)$/i;
const CELL = /^T[DH]$/;
const HEADING = /^H[1-6]$/;
const BLOCK =
  /^(?:ADDRESS|ARTICLE|BLOCKQUOTE|DD|DIV|DL|DT|H[1-6]|LI|OL|P|PRE|SECTION|TABLE|TBODY|TD|TH|TR|UL)$/;
/** Inside these a word goes on. */
const WITHIN_WORD = /^(?:B|EM|I|STRONG|SUB|SUP|U|FONT|MARK)$/;
/** Parts of a page that describe no work. */
const OUTSIDE = 'nav,footer,select,label,[role="navigation"]';

const nameOf = (node: Node | null) => dom.nodeName(node)?.toUpperCase() ?? '';
const textOf = (element: Element | null): string =>
  squeeze(shortText(element as Element, 4 * LONGEST_FIELD_LABEL) ?? '', 2 * LONGEST_FIELD_LABEL);

/** Whether a node is a label of its own, where the value before it ends. */
const isLabel = (node: Node): boolean =>
  dom.isElement(node) && fieldLabelled(textOf(node)) !== undefined;

/** The largest element that holds the label and nothing else; the text itself where others share its element. */
function labelNode(node: Text, label: string): Node {
  let at: Node = node;
  for (let up = dom.parentElement(node); up && nameOf(up) !== 'BODY'; up = dom.parentElement(up)) {
    if (textOf(up) !== label) break;
    at = up;
    if (CELL.test(nameOf(up)) || nameOf(up) === 'DT') break;
  }
  return at;
}

const kindOf = (node: Node | undefined): string =>
  dom.isElement(node ?? null) ? `${nameOf(node as Element)}.${dom.className(node as Element)}` : '';

/** The nodes that hold the value of a label, line breaks among them. */
function valueNodes(label: Node): Node[] {
  const name = nameOf(label);
  const nodes: Node[] = [];
  const holds = (node: Node) => /[\p{L}\d]/u.test(dom.textContent(node) ?? '');
  for (let next = dom.nextSibling(label); next; next = dom.nextSibling(next)) {
    const of = nameOf(next);
    if (name === 'DT' ? of === 'DT' : isLabel(next) || HEADING.test(of)) break;
    if (SKIP.test(of) || !(of === 'BR' || holds(next))) continue;
    // A row of heads labels columns, and not a value.
    if (CELL.test(name)) return name === 'TH' && of === 'TH' ? [] : [next];
    // A block beside a label is its value, and more of its kind, unless labels are of that kind too.
    const [first] = nodes.filter((node) => BLOCK.test(nameOf(node)));
    const more = first && kindOf(next) === kindOf(first) && nameOf(first) !== name;
    if (name !== 'DT' && first && !more) break;
    nodes.push(next);
  }
  return nodes;
}

/** The text of some nodes, by lines and pieces. */
function readLines(nodes: readonly Node[], first = ''): string[][] {
  const lines: string[][] = [[first]];
  let size = 0;
  let pieces = 0;
  const add = (text: string) => {
    const line = lines.at(-1) as string[];
    line.push((line.pop() ?? '') + text);
    size += text.length;
  };
  const visit = (node: Node) => {
    if (size > LONGEST_VALUE || pieces > MOST_PIECES) return;
    const name = nameOf(node);
    if (!dom.isElement(node)) {
      if (dom.nodeType(node) === Node.TEXT_NODE) add(dom.nodeValue(node) ?? '');
      return;
    }
    if (SKIP.test(name)) return;
    const breaks = name === 'BR' || BLOCK.test(name);
    const split = () => {
      if (breaks) lines.push(['']);
      else if (name === 'A') lines.at(-1)?.push('');
      else if (!WITHIN_WORD.test(name)) add(' ');
      pieces++;
    };
    split();
    for (const child of dom.childNodes(node)) visit(child);
    if (name !== 'BR') split();
  };
  for (const node of nodes) visit(node);
  return lines
    .map((line) =>
      line
        .map((piece) => squeeze(piece, LONGEST_PIECE))
        .filter((piece) => /[\p{L}\d]/u.test(piece)),
    )
    .filter((line) => line.length > 0);
}

/** A label with what follows it in its own text: "DOI: 10.5555/x". */
function inOneText(node: Text, text: string): LabelledValue | null {
  const colon = text.indexOf(':');
  if (colon < 1 || colon > LONGEST_FIELD_LABEL) return null;
  const label = text.slice(0, colon).trim();
  const field = fieldLabelled(label);
  const element = dom.parentElement(node);
  if (!field || !element || dom.previousSibling(node)) return null;
  const rest: Node[] = [];
  for (let next = dom.nextSibling(node); next; next = dom.nextSibling(next)) {
    if (nameOf(next) === 'BR' || isLabel(next)) break;
    rest.push(next);
  }
  return { field, label, element, lines: readLines(rest, text.slice(colon + 1)) };
}

function valueBeside(node: Text): LabelledValue | null {
  const text = node.data.trim();
  if (text.length < 2 || !/^\p{L}/u.test(text)) return null;
  const field = text.length <= LONGEST_FIELD_LABEL ? fieldLabelled(text) : undefined;
  // Most texts are running text: only one that may open with a label is read whole.
  if (!field)
    return text.slice(0, LONGEST_OPENING).includes(':')
      ? inOneText(node, squeeze(text, LONGEST_PIECE))
      : null;
  const label = squeeze(text, LONGEST_FIELD_LABEL);
  const at = labelNode(node, label);
  const marked = label.endsWith(':');
  const alone = CELL.test(nameOf(at)) || nameOf(at) === 'DT';
  if (!marked && !alone && (label.length < SHORTEST_BARE || !dom.isElement(at))) return null;
  const nodes = valueNodes(at);
  const lines = readLines(nodes);
  const first = nodes.find((one) => nameOf(one) !== 'BR') ?? null;
  const element = dom.isElement(first) ? first : blockOf(node);
  return lines.length > 0 && element ? { field, label, lines, element } : null;
}

/** Every label on a page that has a value, in document order. */
export function labelledValues(doc: Document): LabelledValue[] {
  const values: LabelledValue[] = [];
  if (!doc.body) return values;
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  for (let i = 0; i < MOST_TEXTS && values.length < MOST_VALUES; i++) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    if (SKIP.test(nameOf(dom.parentElement(node)))) continue;
    const value = valueBeside(node);
    if (value && !dom.closest(value.element, OUTSIDE)) values.push(value);
  }
  return values;
}
