/**
 * The head of an article as lines of text: what stands a little before the title and after it, up to the main
 * text. Bounded, so that its cost does not grow with the page.
 */
import { squeeze } from '../../text';

export interface Line {
  text: string;
  element: Element;
  /** Stands after the title. */
  after: boolean;
}

const INLINE =
  /^(?:A|ABBR|B|BDI|CITE|DATA|EM|FONT|I|LABEL|MARK|NOBR|S|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR|BUTTON|CODE|NLM:.*|TEXT|Q)$/;
const SKIP = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION|SVG|TITLE|TEXTAREA)$/i;
const STOP =
  /^(?:\d+\.?\s*|i\.\s*)?(?:introduction|background|main|main text|references|literature cited|bibliography|einleitung|methods)$/i;

const blockOf = (node: Node): Element | null => {
  let element = node.parentElement;
  while (element && INLINE.test(element.nodeName.toUpperCase())) element = element.parentElement;
  return element;
};

function collect(doc: Document, from: Node, back: boolean, nodes: number, out: Line[]): void {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  let block: Element | null = null;
  let text = '';
  let size = 0;
  const flush = () => {
    const line = squeeze(text, 3_000);
    if (line && block) out.push({ text: line, element: block, after: !back });
    size += line.length;
    text = '';
    return STOP.test(line);
  };
  for (let i = 0; i < nodes && size < 12_000; i++) {
    const node = (back ? walker.previousNode() : walker.nextNode()) as Text | null;
    if (!node) break;
    const parent = node.parentElement;
    if (!parent || SKIP.test(parent.nodeName)) continue;
    const of = blockOf(node);
    if (of !== block) {
      if (flush() && !back) {
        block = null;
        break;
      }
      block = of;
    }
    const piece = node.data.length > 3_000 ? node.data.slice(0, 3_000) : node.data;
    text = back ? piece + text : text + piece;
  }
  flush();
}

/** The lines around `title`, those before it first; without a title, the first lines of the page. */
export function headZone(doc: Document, title: Element | null): Line[] {
  const before: Line[] = [];
  const after: Line[] = [];
  if (!doc.body) return [];
  if (title) collect(doc, title, true, 90, before);
  let last: Node = title ?? doc.body;
  while (title && last.lastChild) last = last.lastChild;
  collect(doc, last, false, title ? 260 : 500, after);
  return [...before.reverse(), ...after];
}
