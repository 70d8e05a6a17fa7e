/**
 * The head of an article as lines of text: what stands a little before the title and after it, up to the main
 * text. Bounded, so that its cost does not grow with the page.
 */
import { squeeze } from '../../text';

export interface Line {
  text: string;
  /** The block that the line fills. */
  element: Element;
  /** Stands after the title. */
  after: boolean;
  /** The elements that directly hold its text, in order. */
  holders: Element[];
}

const INLINE =
  /^(?:A|ABBR|B|BDI|CITE|DATA|EM|FONT|I|LABEL|MARK|NOBR|S|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR|BUTTON|CODE|NLM:.*|TEXT|Q)$/;
/** Inside these a word goes on: "<b>T</b>itle". */
const WITHIN_WORD = /^(?:B|EM|I|STRONG|SUB|U|FONT|MARK)$/;
const SKIP = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION|SVG|TITLE|TEXTAREA)$/i;
const STOP =
  /^(?:\d+\.?\s*|i\.\s*)?(?:introduction|references|literature cited|bibliography|works cited|einleitung|methods)$/i;

const blockOf = (node: Node): Element | null => {
  let element = node.parentElement;
  while (element && INLINE.test(element.nodeName.toUpperCase())) element = element.parentElement;
  return element;
};

function collect(doc: Document, from: Node, back: boolean, nodes: number): Line[] {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  const out: Line[] = [];
  let block: Element | null = null;
  let holders: Element[] = [];
  let text = '';
  let size = 0;
  const flush = () => {
    const line = squeeze(text, 3_000);
    const blockWas = block;
    if (line && block) {
      out.push({
        text: line,
        element: block,
        after: !back,
        holders: back ? holders.reverse() : holders,
      });
    }
    size += line.length;
    text = '';
    holders = [];
    return STOP.test(line) && /^H[1-6]$/.test(blockWas?.nodeName ?? '');
  };
  for (let i = 0; i < nodes && size < 12_000; i++) {
    const node = (back ? walker.previousNode() : walker.nextNode()) as Text | null;
    if (!node) break;
    const holder = node.parentElement;
    if (!holder || SKIP.test(holder.nodeName) || !/\S/.test(node.data)) continue;
    const of = blockOf(node);
    const broken =
      node.previousSibling?.nodeName === 'BR' || (back && node.nextSibling?.nodeName === 'BR');
    if (of !== block || (broken && !back)) {
      if (flush() && !back) {
        block = null;
        break;
      }
      block = of;
    }
    const last = holders.at(-1);
    const gap =
      last &&
      last !== holder &&
      !WITHIN_WORD.test(holder.nodeName) &&
      !WITHIN_WORD.test(last.nodeName)
        ? ' '
        : last === holder
          ? ' '
          : '';
    if (last !== holder) holders.push(holder);
    const piece = node.data.length > 3_000 ? node.data.slice(0, 3_000) : node.data;
    text = back ? piece + gap + text : text + gap + piece;
  }
  flush();
  return back ? out.reverse() : out;
}

/** The lines around `title`, those before it first; without a title, the first lines of the page. */
export function headZone(doc: Document, title: Element | null): Line[] {
  if (!doc.body) return [];
  let last: Node = title ?? doc.body;
  while (title && last.lastChild) last = last.lastChild;
  return [
    ...(title ? collect(doc, title, true, 60) : []),
    ...collect(doc, last, false, title ? 300 : 500),
  ];
}
