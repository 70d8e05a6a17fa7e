/**
 * One walk over the page's body: blocks of text and headings in document order, links into the reference list,
 * superscripts. Skips furniture by tag, role and name; knows figures and tables (their citations count, their
 * text makes no sentences). Iterative and resumable: it yields every hundred nodes.
 */
import * as dom from '../../../dom';
import { formulaText } from '../../reading/formula';
import { Judge } from '../../reading/judge';
import { lookAt } from '../../reading/look';
import { plain } from '../../reading/plain';
import { calls } from '../citations/calls';
import type { ReferenceList } from '../references/lists';
import { headingRank } from '../sections/heading-rank';
import { type TitleWords, titleWords } from '../sections/section-kind';
import { Block } from './blocks';
import { leftOut } from './furniture';

/** A heading met on the way; `rank` is 1..6 as for tags, 7 for a bold line, 8 for a name without a tag. */
export interface Heading {
  heading: true;
  element: Element;
  words: TitleWords;
  rank: number;
}

export type Item = Block | Heading | AbstractEdge;

/** Entering or leaving an element that says it is the abstract. */
export interface AbstractEdge {
  edge: 'open' | 'close';
  element: Element;
}

const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL CAPTION'.split(
    ' ',
  ),
);
const RID_TAGS = new Set(['SPAN', 'SUP', 'CITE', 'XREF', 'ABBR', 'BUTTON', 'EM', 'I']);

/** So many nodes are visited between two yields: the first that are asked for their style have the browser work all of it out. */
const NODES_A_STEP = 100;

interface Frame {
  el: Element;
  block: boolean;
  aside: boolean;
  heading: number;
  mark: { start: number; refs: number[]; block: Block } | null;
  sup: { start: number; block: Block } | null;
  link: boolean;
  bold: boolean;
  abstract: boolean;
}

/** A table is layout when its cells hold prose rather than data. */
function isLayoutTable(table: Element): boolean {
  const length = (dom.textContent(table) ?? '').length;
  if (length < 700) return false;
  const cells =
    dom.getElementsByTagName(table, 'td').length + dom.getElementsByTagName(table, 'th').length;
  if (length / Math.max(1, cells) > 500) return true;
  if (dom.querySelector(table, 'td h1, td h2, td h3')) return true;
  return length > 8_000 && dom.querySelector(table, 'td p ~ p') !== null;
}

/**
 * Walks `root`. `isBulk` tells whether an element holds too much of the page to be furniture whatever its name:
 * a class such as "has-sidebar" on the main column must not hide the paper. What is left out because the page does not
 * show it is added to `unseen`.
 */
export function* walk(
  root: Element,
  list: ReferenceList,
  isBulk: (el: Element) => boolean,
  unseen: Element[] = [],
): Generator<void, Item[]> {
  const items: Item[] = [];
  const stack: Frame[] = [];
  let block: Block | null = null;
  let aside = 0;
  let links = 0;
  let bolds = 0;
  let headingDepth = 0;
  let blockParent: Element = root;
  let steps = 0;
  let seenCaptions: Set<string> | null = null;
  const judge = new Judge(dom.ownerDocument(root));

  const flush = (): void => {
    if (!block) return;
    const b = block;
    block = null;
    if (!b.text.trim()) return;
    if (b.kind === 'aside') {
      if (b.marks.length === 0) return;
      // Figure viewers repeat captions: a citation is counted where it is printed first.
      seenCaptions ??= new Set();
      const key = plain(b.text);
      if (seenCaptions.has(key)) return;
      seenCaptions.add(key);
    }
    items.push(b);
  };
  const open = (): Block => {
    block ??= new Block(blockParent, aside > 0 ? 'aside' : 'text');
    return block;
  };
  const leave = (): void => {
    const f = stack.pop() as Frame;
    if (f.mark && block === f.mark.block && block.text.length > f.mark.start)
      block.marks.push({ start: f.mark.start, end: block.text.length, refs: f.mark.refs });
    if (f.sup && block === f.sup.block && block.text.length > f.sup.start)
      block.sups.push([f.sup.start, block.text.length]);
    if (f.link) links--;
    if (f.bold) bolds--;
    if (f.heading) {
      headingDepth--;
      if (headingDepth === 0) {
        const b: Block | null = block;
        block = null;
        const title = b ? plain((b as Block).text).slice(0, 400) : '';
        if (title)
          items.push({ heading: true, element: f.el, words: titleWords(title), rank: f.heading });
      }
    } else if (f.block && headingDepth === 0) flush();
    if (f.aside) aside--;
    if (f.abstract) items.push({ edge: 'close', element: f.el });
    if (f.block) {
      blockParent = root;
      for (let i = stack.length - 1; i >= 0; i--) {
        const s = stack[i] as Frame;
        if (s.block) {
          blockParent = s.el;
          break;
        }
      }
    }
  };

  let node: Node | null = dom.firstChild(root);
  let parent: Node = root;
  while (true) {
    if (!node) {
      if (parent === root) break;
      leave();
      node = dom.nextSibling(parent);
      parent = dom.parentNode(parent) as Node;
      // A page script may have moved the node while the walk was paused.
      if (!parent) break;
      continue;
    }
    if (++steps % NODES_A_STEP === 0) yield;
    const type = dom.nodeType(node);
    if (type === 3) {
      const data = (node as Text).data;
      if (block || data.trim()) {
        const b = open();
        b.add(node as Text, data);
        if (links || bolds) {
          const length = data.trim().length;
          if (links) b.linked += length;
          if (bolds) b.bold += length;
        }
      }
      node = dom.nextSibling(node);
      continue;
    }
    if (type !== 1) {
      node = dom.nextSibling(node);
      continue;
    }
    const el = node as Element;
    const look = lookAt(el);
    const { facts, bare } = look;
    const { name: tag, control } = look.tag;
    const isBlock = BLOCK.has(tag);
    const counts = judge.of(el, look);
    // A control outside a sentence is not a word of one.
    const verdict = control && !(block as Block | null)?.text.trim() ? 'never' : counts;
    if (verdict === 'formula') {
      const text = formulaText(el);
      if (text) open().addFormula(el, text);
      node = dom.nextSibling(el);
      continue;
    }
    // A link into the list is a marker whatever its name or role ("section-jump-link", role=button).
    const marker = !bare && (tag === 'A' || RID_TAGS.has(tag));
    const refs = marker ? calls(el, list) : [];
    if (refs.length === 0 && leftOut(el, { look, list, isBulk, isBlock, verdict })) {
      if (verdict === 'hidden') unseen.push(el);
      if (isBlock && headingDepth === 0) flush();
      node = dom.nextSibling(el);
      continue;
    }
    if (tag === 'BR') {
      const b: Block | null = block;
      // Two breaks in a row end a paragraph on old pages.
      if (
        b &&
        headingDepth === 0 &&
        /\n[ \t]*$/.test((b as Block).text.slice(-20)) &&
        previousIsBreak(el)
      )
        flush();
      else (b as Block | null)?.gap();
      node = dom.nextSibling(el);
      continue;
    }
    const frame: Frame = {
      el,
      block: isBlock,
      aside: false,
      heading: 0,
      mark: null,
      sup: null,
      link: false,
      bold: false,
      abstract: false,
    };
    if (isBlock && headingDepth === 0) flush();
    if (isBlock || aside === 0) {
      if (
        tag === 'FIGURE' ||
        tag === 'FIGCAPTION' ||
        tag === 'CAPTION' ||
        (tag === 'TABLE' && !isLayoutTable(el)) ||
        // An empty element is where a link leads, whatever it is called ("jumplink-fig1").
        (facts.figure && dom.firstChild(el) && !isBulk(el) && tag !== 'TABLE' && tag !== 'A') ||
        (tag === 'ASIDE' && !isBulk(el))
      )
        frame.aside = true;
    }
    if (frame.aside) {
      if (headingDepth === 0 && !isBlock) frame.block = true;
      if (frame.block && headingDepth === 0) flush();
      aside++;
    }
    if (isBlock) {
      blockParent = el;
      if (facts.abstract && aside === 0 && headingDepth === 0) {
        frame.abstract = true;
        items.push({ edge: 'open', element: el });
      }
    }
    if (aside === 0 && headingDepth === 0) frame.heading = headingRank(el, look);
    if (headingDepth > 0 || frame.heading) {
      if (frame.heading) {
        flush();
        frame.block = true;
        blockParent = el;
      }
      if (frame.heading) headingDepth++;
      else if (isBlock) (block as Block | null)?.gap();
    } else {
      if (tag === 'A') {
        frame.link = true;
        links++;
      }
      if (refs.length) frame.mark = { start: open().text.length, refs, block: open() };
      if (tag === 'SUP') frame.sup = { start: open().text.length, block: open() };
      if (tag === 'B' || tag === 'STRONG') {
        frame.bold = true;
        bolds++;
      }
    }
    stack.push(frame);
    parent = el;
    node = dom.firstChild(el);
  }
  flush();
  return items;
}

function previousIsBreak(br: Element): boolean {
  for (let n = dom.previousSibling(br); n; n = dom.previousSibling(n)) {
    if (dom.nodeType(n) === 3) {
      if ((n as Text).data.trim()) return false;
    } else if (dom.nodeType(n) === 1) return dom.tagName(n as Element) === 'BR';
  }
  return false;
}
