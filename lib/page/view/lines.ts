/**
 * The head of an article as lines of text: what stands a little before the title and after it, up to the main
 * text. Bounded, so that its cost does not grow with the page.
 */
import * as dom from '../../dom';
import { squeeze } from '../../text';
import { kindsOfNames, type NameKind, speaksOf } from '../vocabulary';

/** What an element's own names and its ancestors' say about what is in it. */
export const OTHERS = 1; // other works: references, related, citing
export const FURNITURE = 2; // navigation, menus, footers
export const AUTHORS = 4; // called authors
export const PEOPLE = 8; // other people, or words that look like names

/** What parts of a page are called, by kind; and names of people, which are compounds more often than words. */
const KINDS: [bit: number, kinds: readonly NameKind[]][] = [
  [OTHERS, ['related', 'references']],
  [FURNITURE, ['popups', 'menu', 'bars', 'adverts']],
];
const NAMES: [bit: number, names: RegExp][] = [
  [AUTHORS, /author|auteur|autor(?!i[sz])|contrib|creat(?:or|ibut)|byline|auths/i],
  [PEOPLE, /editor|reviewer|comment|tweet|keyword|subject/i],
];

/** The paper's title as shown. */
export interface Heading {
  text: string;
  /** What it fills; the byline and the citation line are looked for around it. */
  element: Element | null;
}

export interface Line {
  text: string;
  /** The block that the line fills. */
  element: Element;
  /** Stands after the title. */
  after: boolean;
  /** The elements that directly hold its text, in order. */
  holders: Element[];
}

/** The bits of an element: what its names and its ancestors' say. */
export type Marks = (element: Element | null) => number;

/** Bits of elements, each computed once: asking `closest` with many selectors costs far more. */
export function makeMarks(title: Element | null): Marks {
  const known = new Map<Element, number>();
  const marks = (element: Element | null): number => {
    if (!element || dom.nodeName(element) === 'BODY') return 0;
    let bits = known.get(element);
    if (bits === undefined) {
      bits = marks(dom.parentElement(element));
      const holdsTitle = title !== null && dom.contains(element, title);
      const name = dom.nodeName(element);
      // Some content systems put the whole page into a form.
      if (/^(?:NAV|FOOTER|SELECT)$/.test(name) || (name === 'FORM' && !holdsTitle))
        bits |= FURNITURE;
      const names = `${dom.id(element)} ${dom.getAttribute(element, 'class') ?? ''} ${dom.getAttribute(element, 'property') ?? dom.getAttribute(element, 'itemprop') ?? dom.getAttribute(element, 'rel') ?? ''}`;
      // What holds the title holds the paper, whatever it is called.
      if (names.trim() && !holdsTitle) {
        const of = kindsOfNames(names);
        for (const [bit, kinds] of KINDS) if (speaksOf(of, kinds)) bits |= bit;
        for (const [bit, pattern] of NAMES) if (pattern.test(names)) bits |= bit;
      }
      known.set(element, bits);
    }
    return bits;
  };
  return marks;
}

const INLINE =
  /^(?:A|ABBR|B|BDI|CITE|DATA|EM|FONT|I|LABEL|MARK|NOBR|S|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|VAR|BUTTON|CODE|NLM:.*|TEXT|Q)$/;
/** Inside these a word goes on: "<b>T</b>itle". */
const WITHIN_WORD = /^(?:B|EM|I|STRONG|SUB|U|FONT|MARK)$/;
const SKIP = /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|OPTION|SVG|TITLE|TEXTAREA)$/i;
/** What a list of references is called. */
const LIST =
  /^(?:references(?: and notes)?|literature cited|works cited|bibliograph(?:y|ie)|literatur(?:verzeichnis)?|refer[eê]ncias(?: bibliogr[aá]ficas)?|références(?: bibliographiques)?|bibliograf[ií]a|riferimenti bibliografici|参考文献|引用文献)$/i;
const STOP = /^(?:introduction|einleitung|introducción|introdução|introduzione|methods)$/i;
/** "1. Introduction" */
const NUMBER = /^(?:\d+\.?|i\.)\s*/i;
/** In UTF-16 units: a longer line is prose. What is called "References" before any prose is a tab of the page. */
const PROSE = 300;

/** The block whose text a node belongs to. */
export const blockOf = (node: Node): Element | null => {
  let element = dom.parentElement(node);
  while (element && INLINE.test(dom.nodeName(element).toUpperCase()))
    element = dom.parentElement(element);
  return element;
};

/** Whether a line break stands right before the node, whatever inline elements it opens. */
function followsBreak(node: Node): boolean {
  let at: Node = node;
  for (;;) {
    const before = dom.previousSibling(at);
    if (before) return dom.nodeName(before).toUpperCase() === 'BR';
    const up = dom.parentNode(at);
    if (!up || !INLINE.test(dom.nodeName(up).toUpperCase())) return false;
    at = up;
  }
}

/** Pieces of text that are read after a title; of those before it a part, and more where no title is known. */
const MOST_NODES = 480;
const ABOVE = 1 / 6;
const WITHOUT_TITLE = 1.6;
/** Names of authors are not counted: so many times as much is read because of them. */
const WITH_AUTHORS = 4;
/** In UTF-16 units: of one line, and of all lines. */
const LONGEST_LINE = 3_000;
const MOST_TEXT = 20_000;

function collect(doc: Document, from: Node, back: boolean, nodes: number, marks?: Marks): Line[] {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  const out: Line[] = [];
  let block: Element | null = null;
  let holders: Element[] = [];
  let text = '';
  let size = 0;
  let stop = false;
  let spaced = false;
  let broken = false;
  let prose = false;
  const flush = () => {
    const line = squeeze(text, LONGEST_LINE);
    if (line && block) {
      out.push({ text: line, element: block, after: !back, holders });
      const name = line.replace(NUMBER, '');
      const heading = /^H[1-6]$/.test(dom.nodeName(block));
      stop =
        !back &&
        (heading
          ? STOP.test(name) || LIST.test(name)
          : prose && LIST.test(name) && !holders.some((one) => dom.closest(one, 'a,button,li')));
      prose ||= line.length > PROSE;
    }
    size += line.length;
    text = '';
    holders = [];
  };
  for (
    let i = 0, all = 0;
    i < nodes && all < WITH_AUTHORS * nodes && size < MOST_TEXT;
    i++, all++
  ) {
    const node = (back ? walker.previousNode() : walker.nextNode()) as Text | null;
    if (!node) break;
    const holder = dom.parentElement(node);
    const data = node.data;
    if (!holder || SKIP.test(dom.nodeName(holder))) continue;
    broken ||= !back && followsBreak(node);
    // However long the list of authors, what stands behind it is within reach.
    if (marks && marks(holder) & AUTHORS) i--;
    if (!/\S/.test(data)) {
      spaced = true;
      continue;
    }
    const of = blockOf(node);
    if (of !== block || broken) {
      flush();
      if (stop) return out;
      block = of;
    }
    const last = holders.at(-1);
    const gap =
      last &&
      (spaced ||
        last === holder ||
        !(WITHIN_WORD.test(dom.nodeName(holder)) || WITHIN_WORD.test(dom.nodeName(last))))
        ? ' '
        : '';
    spaced = false;
    broken = false;
    if (last !== holder) holders.push(holder);
    const piece = data.slice(0, LONGEST_LINE);
    text = back ? piece + gap + text : text + gap + piece;
  }
  flush();
  return back ? out.reverse() : out;
}

/** The lines around `title`, those before it first; without a title, the first lines of the page. */
export function headZone(
  doc: Document,
  title: Element | null,
  most = MOST_NODES,
  marks?: Marks,
): Line[] {
  if (!doc.body) return [];
  let last: Node = title ?? doc.body;
  for (let inner: Node | null = title; inner; inner = dom.lastChild(inner)) last = inner;
  return [
    ...(title ? collect(doc, title, true, most * ABOVE) : []),
    ...collect(doc, last, false, title ? most : most * WITHOUT_TITLE, marks),
  ];
}
