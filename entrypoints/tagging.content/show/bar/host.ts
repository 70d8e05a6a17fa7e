/**
 * The element in the page that shows the toolbar: a manual popover, so that no header or transform of the page
 * covers or moves it; a closed shadow root, which nothing can open on a plain `div`; in it the frame with
 * `bar.html`, clipped to what the toolbar draws. It is in the page while tagging mode is on, and not before.
 */

import { browser } from 'wxt/browser';
import * as dom from '../../../../lib/dom';
import type { Box } from '../../../../lib/messaging';
import { shadowOf } from '../../source/shadow';
import { homeOf, inTransition, isDrawn, topLayer } from './cover';
import { HOST_STYLES } from './host-styles';

/** What a screen reader calls the frame. */
const FRAME_TITLE = 'Bearing toolbar';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** A page that takes the toolbar out this often does not want it. */
const MOST_REMOVALS = 3;
/** Attributes that the page may change before it is taken for a fight. */
const MOST_REPAIRS = 40;
/** How long a clip covers both the old and the new place of what moves: as long as two processes may differ. */
const CLIP_SETTLES_MS = 200;
/** A toolbar that has been uncovered less long ago than this cannot have been seen. */
const CLEAR_FOR_MS = 400;

export interface HostEvents {
  /** The frame has loaded: offer it a port. Also after the page has moved or put back our element. */
  loaded(frame: HTMLIFrameElement): void;
  /** The page has taken the element out too often. */
  lost(): void;
}

export class BarHost {
  private element: HTMLDivElement | null = null;
  private frame: HTMLIFrameElement | null = null;
  private shadows: HTMLDivElement | null = null;
  private life = new AbortController();
  private removals = 0;
  private repairs = 0;
  /** What was in the top layer when we were put on top of it. */
  private below = new WeakSet<Element>();
  private coveredAt = Number.NEGATIVE_INFINITY;
  private boxes: readonly Box[] = [];
  private readonly sheet = new CSSStyleSheet();
  private zoom = 1;
  private clipTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly doc: Document,
    private readonly events: HostEvents,
  ) {}

  /** Our own element, so that events over it can be told from the page's. */
  owns(event: Event): boolean {
    return this.element !== null && event.composedPath().includes(this.element);
  }

  holds(node: Node): boolean {
    return this.element?.contains(node) ?? false;
  }

  /** Our frame is what the page's document calls its active element. */
  get focused(): boolean {
    return this.element !== null && this.doc.activeElement === this.element;
  }

  get shown(): boolean {
    return this.element !== null;
  }

  /** @param adopt is called with our element and its frame before the page can meet them */
  show(adopt: (host: Element, frame: HTMLIFrameElement) => void): void {
    if (this.element) return;
    removeOrphans(this.doc);
    this.life = new AbortController();
    this.removals = 0;
    this.repairs = 0;
    const element = this.doc.createElementNS(XHTML, 'div') as HTMLDivElement;
    const root = element.attachShadow({ mode: 'closed' });
    this.sheet.replaceSync(HOST_STYLES);
    this.zoom = 1;
    root.adoptedStyleSheets = [this.sheet];
    this.shadows = this.doc.createElementNS(XHTML, 'div') as HTMLDivElement;
    this.frame = this.newFrame();
    adopt(element, this.frame);
    root.append(this.shadows, this.frame);
    this.element = element;
    element.setAttribute('popover', 'manual');
    dom.append(homeOf(this.doc), element);
    this.raise();
    this.watch(element);
  }

  private newFrame(): HTMLIFrameElement {
    const frame = this.doc.createElementNS(XHTML, 'iframe') as HTMLIFrameElement;
    frame.title = FRAME_TITLE;
    // Pages that ask for cross-origin isolation refuse the changing address of the file otherwise.
    if ('credentialless' in frame) frame.credentialless = true;
    frame.addEventListener('load', () => this.events.loaded(frame));
    frame.src = browser.runtime.getURL('/bar.html');
    return frame;
  }

  hide(): void {
    this.life.abort();
    clearTimeout(this.clipTimer);
    this.element?.remove();
    this.element = null;
    this.frame = null;
    this.shadows = null;
    this.boxes = [];
  }

  /** Puts the element where it can be used: into a modal dialog, over a full screen. */
  settle(): void {
    const { element } = this;
    if (!element) return;
    const home = homeOf(this.doc);
    if (home && element.parentNode !== home && element.isConnected) moveTo(home, element);
    // Wherever we are in the tree: a dialog or a full screen that came after us lies over us, from around us too.
    if (!element.matches(':popover-open') || this.isCovered()) this.raise();
  }

  /** Puts us on top of the top layer. */
  private raise(): void {
    const { element } = this;
    if (!element?.isConnected) return;
    try {
      if (element.matches(':popover-open')) element.hidePopover();
      element.showPopover();
    } catch {
      // Between two states of the page: the next look tries again.
      return;
    }
    // A page that was there before our guard can refuse that it opens.
    if (!element.matches(':popover-open')) {
      this.events.lost();
      return;
    }
    this.below = new WeakSet(topLayer(this.doc));
    // Until now it may not have been seen: a click that was aimed before does not count.
    this.coveredAt = performance.now();
    this.undoZoom(element);
  }

  /** A page can shrink or magnify everything in it, us too. */
  private undoZoom(element: HTMLDivElement): void {
    const outer = zoomOf(element.parentElement);
    const wanted = outer > 0 ? 1 / outer : 1;
    if (wanted === this.zoom) return;
    this.zoom = wanted;
    this.sheet.replaceSync(`${HOST_STYLES}:host { zoom: ${wanted} !important; }`);
  }

  /** Something of the page has come to lie over us. */
  private isCovered(): boolean {
    const { element } = this;
    return topLayer(this.doc).some((other) => other !== element && !this.below.has(other));
  }

  /**
   * Whether a click at a point of the viewport is one that the reader can have meant for the toolbar. What has
   * come over it is put below it again, and the click does not count.
   */
  isClear(x: number, y: number): boolean {
    const { element, doc } = this;
    if (!element) return false;
    const now = performance.now();
    const clear =
      isDrawn(element) &&
      !inTransition(doc) &&
      doc.elementFromPoint(x, y) === element &&
      !this.isCovered() &&
      Math.abs(zoomOf(element) - 1) < ZOOM_ERROR;
    if (!clear) {
      this.coveredAt = now;
      this.settle();
    }
    return clear && now - this.coveredAt >= CLEAR_FOR_MS;
  }

  focus(): void {
    this.frame?.focus();
  }

  /** Gives the keyboard back to the page. */
  blur(): void {
    this.frame?.blur();
    this.doc.defaultView?.focus();
  }

  /** Cuts the frame to what the toolbar draws; what moves keeps both its places for a moment. */
  clip(boxes: readonly Box[]): void {
    if (!this.frame || !this.shadows) return;
    this.frame.style.clipPath = pathOf([...this.boxes, ...boxes]);
    this.boxes = boxes;
    drawShadows(this.shadows, boxes);
    clearTimeout(this.clipTimer);
    this.clipTimer = setTimeout(() => {
      if (this.frame) this.frame.style.clipPath = pathOf(this.boxes);
    }, CLIP_SETTLES_MS);
  }

  private watch(element: HTMLDivElement): void {
    const { signal } = this.life;
    const options = { capture: true, signal };
    const settle = (event: Event) => event.target !== element && this.settle();
    for (const type of ['toggle', 'close', 'fullscreenchange'])
      this.doc.addEventListener(type, settle, options);
    // A change of our attributes is the page's: it could hide us or make us inert.
    const attributes = new MutationObserver(() => this.repair(element));
    attributes.observe(element, { attributes: true });
    const places = new MutationObserver(() => {
      if (!element.isConnected) this.putBack(element);
      else this.settleLost(element);
    });
    places.observe(this.doc, { childList: true, subtree: true });
    signal.addEventListener('abort', () => {
      attributes.disconnect();
      places.disconnect();
    });
  }

  /** The page moved us to another parent, which may be transparent. */
  private settleLost(element: HTMLDivElement): void {
    if (element.parentNode !== homeOf(this.doc)) this.settle();
  }

  private repair(element: HTMLDivElement): void {
    const foreign = [...element.attributes].filter(({ name }) => name !== 'popover');
    const isPopover = element.getAttribute('popover') === 'manual';
    if (!foreign.length && isPopover) return;
    this.repairs += 1;
    if (this.repairs > MOST_REPAIRS) {
      this.events.lost();
      return;
    }
    for (const { name } of foreign) element.removeAttribute(name);
    if (!isPopover) element.setAttribute('popover', 'manual');
    this.settle();
  }

  private putBack(element: HTMLDivElement): void {
    this.removals += 1;
    if (this.removals > MOST_REMOVALS || !this.doc.documentElement) {
      this.events.lost();
      return;
    }
    dom.append(homeOf(this.doc), element);
    this.raise();
  }
}

/**
 * Takes out the toolbars of older copies of this script. Firefox ends a script together with its extension, and
 * leaves what it put into the page.
 */
function removeOrphans(doc: Document): void {
  for (const child of dom.children(doc.documentElement))
    if (shadowOf(child)?.querySelector(`iframe[title="${FRAME_TITLE}"]`)) dom.remove(child);
}

/** The zoom that styles give an element; browsers that do not report it know no `zoom` that matters here. */
const zoomOf = (element: Element | null): number => dom.currentCSSZoom(element) ?? 1;

/** Rounding of 1/x · x. */
const ZOOM_ERROR = 0.001;

/** Moves without reloading the frame where the browser can. */
function moveTo(parent: Element, element: Element): void {
  try {
    if (dom.moveBefore(parent, element)) return;
  } catch {
    // Not movable as it is: it is put there anew.
  }
  dom.append(parent, element);
}

function pathOf(boxes: readonly Box[]): string {
  const parts = boxes.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`);
  // An empty path would clip nothing in some browsers.
  return `path("${parts.join('') || 'M0 0h0v0z'}")`;
}

function drawShadows(holder: HTMLDivElement, boxes: readonly Box[]): void {
  const large = boxes.filter(({ width }) => width > HAIRLINE_PX);
  while (holder.children.length > large.length) dom.remove(holder.lastElementChild);
  for (const [i, box] of large.entries()) {
    const shadow =
      (holder.children[i] as HTMLDivElement | undefined) ??
      holder.appendChild(holder.ownerDocument.createElementNS(XHTML, 'div') as HTMLDivElement);
    shadow.style.cssText = `left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px`;
  }
}

/** Thinner boxes are marks, and cast no shadow. */
const HAIRLINE_PX = 8;
