/**
 * What the page shows over its text and takes away on Escape: a dialog, a lightbox, a menu. The first Escape is the
 * page's; a layer that stays all the same does not get the next one, so that there is always a way out of tagging mode.
 */
import * as dom from '../../../lib/dom';

const NAMED =
  'dialog[open], :popover-open, [aria-modal="true"], [role="dialog"], [role="alertdialog"]';
/** These close on Escape by themselves, wherever they are. */
const CLOSES =
  'dialog:modal, [popover=""]:popover-open, [popover="auto"]:popover-open, [popover="hint"]:popover-open';
const MODAL = '[aria-modal="true"]';

/** A lightbox covers at least so much of the window's width and of its height. */
const COVERS = 0.5;
/** What has more of the page's text than this is where its article is, and not over it. */
const MOST_TEXT = 0.4;
/** Longer than pages take to fade a layer out. */
const CLOSED_WITHIN_MS = 700;

export class PageLayers {
  /** Layers that have had an Escape, and stayed. */
  private readonly stubborn = new WeakSet<Element>();

  constructor(
    private readonly doc: Document,
    private readonly isOurs: (element: Element) => boolean,
  ) {}

  /**
   * Is an Escape pressed now the page's?
   * @param chosen where the chosen statement is: in a layer, its choice is taken back before the layer is closed
   */
  takesEscape(chosen: Range | null): boolean {
    const layer = this.top();
    if (!layer || this.stubborn.has(layer)) return false;
    if (chosen && dom.contains(layer, chosen.startContainer)) return false;
    setTimeout(() => {
      if (this.top() === layer) this.stubborn.add(layer);
    }, CLOSED_WITHIN_MS);
    return true;
  }

  private top(): Element | null {
    const named = [...this.doc.querySelectorAll(NAMED)].filter(
      (one) => !this.isOurs(one) && this.isLayer(one),
    );
    return named.at(-1) ?? this.atCentre();
  }

  private isLayer(element: Element): boolean {
    if (!dom.checkVisibility(element, { visibilityProperty: true, opacityProperty: true }))
      return false;
    if (dom.matches(element, CLOSES)) return true;
    const { width, height } = dom.getBoundingClientRect(element);
    if (!width || !height) return false;
    // A banner at the edge is not a layer: it stays until it is answered.
    return dom.matches(element, MODAL) || this.isAtCentre(element);
  }

  private isAtCentre(element: Element): boolean {
    const { left, top, right, bottom } = dom.getBoundingClientRect(element);
    const [x, y] = this.centre();
    return left <= x && x <= right && top <= y && y <= bottom;
  }

  private centre(): [number, number] {
    const { innerWidth, innerHeight } = this.doc.defaultView ?? window;
    return [innerWidth / 2, innerHeight / 2];
  }

  /** A lightbox without a name: fixed over the middle, large, and not where the article is. */
  private atCentre(): Element | null {
    const [x, y] = this.centre();
    const view = this.doc.defaultView;
    const at = this.doc.elementsFromPoint(x, y).find((element) => !this.isOurs(element));
    for (let one: Element | null = at ?? null; one && view; one = dom.parentElement(one)) {
      if (view.getComputedStyle(one).position !== 'fixed') continue;
      const { width, height } = dom.getBoundingClientRect(one);
      const isLarge = width >= COVERS * view.innerWidth && height >= COVERS * view.innerHeight;
      return isLarge && !this.holdsTheText(one) ? one : null;
    }
    return null;
  }

  private holdsTheText(element: Element): boolean {
    const all = dom.textContent(this.doc.body)?.length ?? 0;
    return (dom.textContent(element)?.length ?? 0) > MOST_TEXT * all;
  }
}
