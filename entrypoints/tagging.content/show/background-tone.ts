/** Is the page's text on a light or a dark ground? Highlights take their colours from it, not from the system. */
import * as dom from '../../../lib/dom';
import { type Ground, namesIn, paintStyles } from '../../../lib/paint';

const sheets = new WeakMap<Node, { sheet: CSSStyleSheet; ground: Ground }>();

/** The ground under a range: the nearest ancestor that paints one; white where nobody does. */
export function groundOf(doc: Document, range: Range | undefined): Ground {
  const view = doc.defaultView;
  const at = range?.startContainer;
  let element: Element | null = at instanceof Element ? at : (dom.parentElement(at) ?? doc.body);
  for (; element && view; element = dom.parentElement(element)) {
    const colour = channels(view.getComputedStyle(element).backgroundColor);
    if (colour && colour.alpha > 0.5) return luminance(colour) < 0.4 ? 'dark' : 'light';
  }
  // A page that asks for the system's dark scheme and paints nothing stands on the browser's dark canvas.
  const scheme = view?.getComputedStyle(doc.documentElement).colorScheme ?? '';
  const dark = view?.matchMedia('(prefers-color-scheme: dark)').matches;
  return scheme.includes('dark') && dark ? 'dark' : 'light';
}

/** A document or shadow root that takes style sheets; null for what is not a part of the page any more. */
function wearerOf(root: Node): Document | ShadowRoot | null {
  const isDocument = dom.nodeType(root) === Node.DOCUMENT_NODE;
  if (!isDocument && !dom.isShadowRoot(root)) return null;
  const wearer = root as Document | ShadowRoot;
  return 'adoptedStyleSheets' in wearer ? wearer : null;
}

/** A shadow root is painted with its document's highlights. */
function stylesOf(wearer: Document | ShadowRoot, ground: Ground): string {
  return paintStyles(ground, namesIn(dom.ownerDocument(wearer) ?? (wearer as Document)));
}

/** Puts our highlight styles into a document or shadow root, once, and takes them out with the signal. */
export function wearStyles(root: Node, ground: Ground, signal: AbortSignal): void {
  const wearer = wearerOf(root);
  if (!wearer) return;
  let own = sheets.get(root);
  if (!own) {
    const doc = dom.ownerDocument(wearer) ?? (wearer as Document);
    const view = doc.defaultView as (Window & typeof globalThis) | null;
    if (!view) return;
    own = { sheet: new view.CSSStyleSheet(), ground };
    own.sheet.replaceSync(stylesOf(wearer, ground));
    sheets.set(root, own);
    // A document that its frame has let go must not be held by the wish to undress it.
    const weak = new WeakRef(wearer);
    const { sheet } = own;
    signal.addEventListener('abort', () => {
      const left = weak.deref();
      if (!left) return;
      left.adoptedStyleSheets = left.adoptedStyleSheets.filter((s) => s !== sheet);
      sheets.delete(left);
    });
  } else if (own.ground !== ground) {
    own.ground = ground;
    own.sheet.replaceSync(stylesOf(wearer, ground));
  }
  // A page that sets its own list drops ours: look every time.
  if (!wearer.adoptedStyleSheets.includes(own.sheet)) wearer.adoptedStyleSheets.push(own.sheet);
}

function channels(colour: string) {
  const numbers = colour.match(/[\d.]+/g)?.map(Number);
  if (!numbers || numbers.length < 3) return null;
  const [r = 0, g = 0, b = 0, alpha = 1] = numbers;
  return { r, g, b, alpha };
}

/** Relative luminance, 0 to 1 (WCAG 2). */
function luminance({ r, g, b }: { r: number; g: number; b: number }): number {
  const linear = (v: number) => {
    const s = v / 255;
    return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
