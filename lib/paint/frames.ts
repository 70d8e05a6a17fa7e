/**
 * The documents that a page is made of: its own and those of its frames of the same origin (journals show
 * articles in such frames). Each has its own registry of highlights, its own selection, its own viewport.
 */

import * as dom from '../dom';

const MOST_DOCUMENTS = 50;

/** All documents of a page that can be read, the page's own first. */
export function documentsOf(doc: Document): Document[] {
  const all = [doc];
  for (const one of all)
    for (const frame of one.querySelectorAll<HTMLIFrameElement>('iframe, frame')) {
      const inner = contentOf(frame);
      if (inner?.body && !all.includes(inner) && all.length < MOST_DOCUMENTS) all.push(inner);
    }
  return all;
}

function contentOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null; // another origin: not ours to read
  }
}

/**
 * Calls `use` for every document of a page, and for those that frames load later. The signal that `use` gets
 * ends with its document, at the latest with the page's.
 */
export function watchDocuments(
  doc: Document,
  use: (doc: Document, signal: AbortSignal) => void,
  signal: AbortSignal,
): void {
  const lives = new Map<Document, AbortController>();
  const look = () => {
    if (signal.aborted) return;
    const here = new Set(documentsOf(doc));
    for (const [one, life] of lives)
      if (!here.has(one)) {
        life.abort();
        lives.delete(one);
      }
    for (const one of here) {
      if (lives.has(one)) continue;
      const life = new AbortController();
      lives.set(one, life);
      // A frame's load does not bubble, but it can be caught on its way down.
      one.addEventListener('load', (event) => onLoad(event), {
        capture: true,
        signal: life.signal,
      });
      use(one, life.signal);
    }
  };
  const onLoad = ({ target }: Event) => {
    if (dom.isElement(target) && /^i?frame$/.test(dom.localName(target))) look();
  };
  signal.addEventListener('abort', () => {
    for (const life of lives.values()) life.abort();
  });
  look();
}

/** Is a node still part of the page? A frame that has loaded another document leaves its old one whole. */
export function isShown(node: Node): boolean {
  return dom.isConnected(node) && dom.ownerDocument(node)?.defaultView != null;
}

/** Where a document's viewport begins in the page's own, CSS pixels. */
export function cornerOf(doc: Document): { x: number; y: number } {
  let x = 0;
  let y = 0;
  for (let frame = frameOf(doc); frame; frame = frameOf(dom.ownerDocument(frame))) {
    const { left, top } = dom.getBoundingClientRect(frame);
    x += left + dom.clientLeft(frame);
    y += top + dom.clientTop(frame);
  }
  return { x, y };
}

/** The element that shows a document in another of the same origin; null for the page's own. */
export function frameOf(doc: Document): Element | null {
  try {
    return doc.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** A range's rectangle in the viewport of the page, whichever document it stands in. */
export function boundsOf(range: Range): DOMRect {
  const { left, top, width, height } = range.getBoundingClientRect();
  const doc = dom.ownerDocument(range.startContainer);
  const corner = doc ? cornerOf(doc) : { x: 0, y: 0 };
  return new DOMRect(left + corner.x, top + corner.y, width, height);
}

/** Reading order of two ranges by where they begin; a frame or shadow root stands where its element does. */
export function inReadingOrder(a: Range, b: Range): number {
  if (dom.getRootNode(a.startContainer) === dom.getRootNode(b.startContainer))
    return a.compareBoundaryPoints(Range.START_TO_START, b);
  const [mine, theirs] = [hostsOf(a.startContainer), hostsOf(b.startContainer)];
  for (const [i, host] of mine.entries()) {
    const other = theirs[i];
    if (!other || host === other) continue;
    return dom.compareDocumentPosition(host, other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  return mine.length - theirs.length;
}

/** The node and the elements that hold its trees, the outermost first. */
function hostsOf(node: Node): Node[] {
  const hosts = [node];
  for (let root = dom.getRootNode(node); ; root = dom.getRootNode(hosts[0] as Node)) {
    // A link that was taken out of the page has a host too: the name of a server.
    const host = dom.isShadowRoot(root) ? root.host : null;
    const inFrame = dom.nodeType(root) === Node.DOCUMENT_NODE ? frameOf(root as Document) : null;
    const holder = host ?? inFrame;
    if (!holder) return hosts;
    hosts.unshift(holder);
  }
}
