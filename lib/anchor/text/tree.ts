/**
 * The text of a document as it is searched: every text node in tree order with its offset, the places where
 * blocks begin and end, the links into the page, and the roots that `textContent` does not reach (open shadow
 * roots, same-origin frames).
 */

/** Text that is in `textContent` but that nobody reads. */
import * as dom from '../../dom';

const UNREAD = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'script', 'style']);

/** Inline by nature; everything else separates words, as in the page's own rendering. */
export const INLINE = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR Q RUBY RT RP S SAMP SMALL ' +
    'SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'
  ).split(' '),
);

export interface LinkSpan {
  element: Element;
  start: number;
  end: number;
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
  /** 1 for nodes that nobody reads. */
  unread: Uint8Array;
  /** Links to a place on the page, in order. */
  links: LinkSpan[];
  headings: LinkSpan[];
}

const HEADING = /^(?:H[1-6]|h[1-6])$/;
const MAX_ROOTS = 200;

/**
 * Names of HTML elements are in capitals; those of formulas and drawings are not, and never blocks. Custom
 * elements and buttons stand in the line unless a style says otherwise: "1<x-y>2</x-y>" is read as 12.
 */
export function isBlock(tag: string): boolean {
  return tag.charCodeAt(0) < 97 && !INLINE.has(tag) && tag !== 'BUTTON' && !tag.includes('-');
}

function frameBody(element: Element): Element | null {
  try {
    return (element as HTMLIFrameElement).contentDocument?.body ?? null;
  } catch {
    return null; // another origin: not ours to read
  }
}

/** Walks `root` and the roots under it once. */
export function readTree(root: Element | ShadowRoot): TreeText {
  const nodes: Text[] = [];
  const parts: string[] = [];
  const starts: number[] = [];
  const breaks: number[] = [];
  const unreads: number[] = [];
  const links: LinkSpan[] = [];
  const headings: LinkSpan[] = [];
  const roots: (Element | ShadowRoot)[] = [root];
  const seen = new Set<Node>(roots);
  let length = 0;
  let mainLength = 0;
  let pending = 0;

  const walk = (parent: Node, unread: boolean): void => {
    for (let child = dom.firstChild(parent); child; child = dom.nextSibling(child)) {
      const type = dom.nodeType(child);
      if (type === 3 || type === 4) {
        const data = (child as Text).data;
        if (data.length === 0) continue;
        nodes.push(child as Text);
        parts.push(data);
        starts.push(length);
        breaks.push(pending);
        unreads.push(unread ? 1 : 0);
        pending = 0;
        length += data.length;
      } else if (type === 1) {
        visit(child as Element, unread);
      }
    }
  };

  const visit = (element: Element, unread: boolean): void => {
    const tag = dom.tagName(element);
    // Bearing's own surfaces are no part of the page.
    const shadow = tag.startsWith('BEARING-') ? null : dom.shadowRoot(element);
    if (shadow && !seen.has(shadow) && roots.length < MAX_ROOTS) {
      seen.add(shadow);
      roots.push(shadow);
    }
    if (tag === 'IFRAME' || tag === 'FRAME') {
      const body = frameBody(element);
      if (body && !seen.has(body) && roots.length < MAX_ROOTS) {
        seen.add(body);
        roots.push(body);
      }
    }
    const block = isBlock(tag);
    if (block) pending ||= 1;
    const start = length;
    walk(element, unread || UNREAD.has(tag));
    if (block) pending ||= 1;
    if (tag === 'A' && length > start && dom.getAttribute(element, 'href')?.includes('#')) {
      links.push({ element, start, end: length });
    } else if (HEADING.test(tag) && length > start) {
      headings.push({ element, start, end: length });
    }
  };

  for (let i = 0; i < roots.length; i += 1) {
    const next = roots[i];
    if (!next) break;
    if (i > 0) pending = 2;
    walk(next, false);
    if (i === 0) mainLength = length;
  }
  return {
    raw: parts.join(''),
    mainLength,
    nodes,
    starts: Int32Array.from(starts),
    breaks: Uint8Array.from(breaks),
    unread: Uint8Array.from(unreads),
    links,
    headings,
  };
}
