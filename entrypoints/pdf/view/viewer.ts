/**
 * The pages of an open document: pdf.js's viewer paints them, and our text is laid over those that are near to what the
 * reader sees. pdf.js's own text layer is off.
 */

import type { PDFDocumentProxy } from 'pdfjs-dist';
import {
  EventBus,
  LinkTarget,
  PDFLinkService,
  type PDFPageView,
  PDFViewer,
} from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { printedPage } from '@/lib/pdf';
import { PageText } from '../text/lines';
import { type PlacedPart, placePage, unplace } from '../text/place';
import { FAR, type TextSurface } from '../text/surface';
import { pdfjs } from './pdfjs';

/** The part of a viewer's state that its controls show. */
export interface Shown {
  page: number;
  pages: number;
  /** The printed number of the page, where the file has one. */
  label: string | null;
  /** 1 is the size on paper. */
  scale: number;
  /** What the size follows: the width of the window, a whole page, or nothing. */
  fit: Fit | null;
}

/** What the size can follow; `auto` is the width, as long as that is not much larger than on paper. */
const FITS = ['auto', 'page-width', 'page-fit'] as const;
type Fit = (typeof FITS)[number];

interface LaidOut {
  parts: PlacedPart[];
  text: PageText;
}

/** Steps of zooming. */
const LEAST_SCALE = 0.25;
const MOST_SCALE = 8;

export class PdfView {
  readonly eventBus = new EventBus();
  readonly links: PDFLinkService;
  readonly viewer: PDFViewer;
  private surface: TextSurface | null = null;
  private readonly laid = new Map<number, LaidOut | Promise<LaidOut>>();
  private near = new Set<number>();
  private readonly listeners = new Set<() => void>();
  private labels: string[] | null = null;
  shown: Shown = { page: 1, pages: 0, label: null, scale: 1, fit: 'auto' };

  constructor(
    readonly container: HTMLDivElement,
    pages: HTMLDivElement,
    private readonly document: PDFDocumentProxy,
    private readonly signal: AbortSignal,
  ) {
    const { eventBus } = this;
    this.links = new PDFLinkService({
      eventBus,
      externalLinkTarget: LinkTarget.BLANK,
      externalLinkRel: 'noopener noreferrer nofollow',
    });
    this.viewer = new PDFViewer({
      container,
      viewer: pages,
      eventBus,
      linkService: this.links,
      textLayerMode: TEXT_LAYER_OFF,
      annotationMode: pdfjs.AnnotationMode.ENABLE,
      annotationEditorMode: pdfjs.AnnotationEditorType.DISABLE,
      removePageBorders: true,
      enableAutoLinking: false,
      abortSignal: signal,
    } as ConstructorParameters<typeof PDFViewer>[0]);
    this.links.setViewer(this.viewer);
    const on = (name: string, listener: () => void) => eventBus.on(name, listener, { signal });
    for (const name of ['updateviewarea', 'pagerendered', 'scalechanging', 'pagechanging'])
      on(name, () => this.update());
    on('pagesinit', () => {
      this.viewer.currentScaleValue = 'auto';
    });
    this.viewer.setDocument(document);
    this.links.setDocument(document, null);
    void document.getPageLabels().then(
      (labels) => {
        this.labels = labels;
        this.update();
      },
      () => undefined,
    );
    addEventListener('popstate', ({ state }) => this.returnTo(state), { signal });
    signal.addEventListener('abort', () => {
      this.listeners.clear();
      this.viewer.setDocument(null as never);
    });
  }

  /** Resolves when the first page can be shown. */
  get ready(): Promise<unknown> {
    return this.viewer.firstPagePromise as Promise<unknown>;
  }

  /** Resolves when a page has been painted, or when none will be, because nobody looks. */
  get painted(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => resolve();
      const { signal } = this;
      if (document.hidden) done();
      document.addEventListener('visibilitychange', done, { once: true, signal });
      this.eventBus.on('pagerendered', done, { once: true, signal });
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The text of the document, once it has been read. */
  setText(surface: TextSurface): void {
    this.surface = surface;
    this.update();
  }

  /** The printed number of a page that is counted from 0; null where nothing tells it. */
  printed(page: number): string | null {
    const range = this.surface?.reading.paper?.page;
    const { labels, document } = this;
    return printedPage(page, { labels, pages: document.numPages, ...(range && { range }) });
  }

  private get fingerprint(): string {
    return this.document.fingerprints[0] ?? '';
  }

  private update(): void {
    if (this.signal.aborted) return;
    const {
      currentPageNumber: page,
      pagesCount: pages,
      currentScale,
      currentScaleValue,
    } = this.viewer;
    const fit = FITS.find((one) => one === currentScaleValue) ?? null;
    const label = this.labels?.[page - 1] ?? null;
    const next: Shown = { page, pages, scale: currentScale, fit, label };
    if (JSON.stringify(next) !== JSON.stringify(this.shown)) {
      this.shown = next;
      for (const listener of this.listeners) listener();
    }
    this.layOut();
  }

  /** Lays out the text of what pdf.js keeps painted, and puts what is laid out where its pages are. */
  private layOut(): void {
    if (!this.surface) return;
    const views = [...this.viewer.getCachedPageViews()] as (PDFPageView & { id: number })[];
    const near = new Set(views.map(({ id }) => id - 1));
    this.leave([...this.near].filter((page) => !near.has(page)));
    this.near = near;
    this.putInPlace(near);
    for (const page of near) if (!this.laid.has(page)) void this.layOutPage(page);
  }

  /**
   * Forgets how the text of pages was laid out: of hundreds of pages it would take as much memory as all else. The browser
   * keeps what it has laid out of an element whose content is merely skipped, unless that is gone for a moment.
   */
  private leave(pages: readonly number[]): void {
    const parts = pages.flatMap((page) => this.surface?.partsOf(page) ?? []);
    if (!parts.length) return;
    for (const part of parts) {
      part.element.classList.add(FAR);
      part.element.style.display = 'none';
      unplace(part);
    }
    void (parts[0] as (typeof parts)[number]).element.offsetTop;
    for (const { element } of parts) element.style.display = '';
    for (const page of pages) this.laid.delete(page);
  }

  /** Puts what is laid out where its pages are. All places are read before any is written: each reading lays out anew. */
  private putInPlace(pages: Iterable<number>): void {
    const places = [...pages].flatMap((page) => {
      const view = this.viewer.getPageView(page) as PDFPageView | undefined;
      if (!view || !this.laid.has(page) || this.laid.get(page) instanceof Promise) return [];
      const { offsetLeft, offsetTop, clientLeft, clientTop } = view.div as HTMLElement;
      const at = `translate(${offsetLeft + clientLeft}px, ${offsetTop + clientTop}px)`;
      return [{ page, place: `${at} scale(${view.viewport.scale})` }];
    });
    for (const { page, place } of places)
      for (const { element } of this.surface?.partsOf(page) ?? []) {
        if (element.style.transform !== place) element.style.transform = place;
        element.classList.toggle(FAR, !this.near.has(page));
      }
  }

  /** Lays out a page's text, wherever it is. */
  async layOutPage(page: number): Promise<LaidOut | null> {
    const { surface } = this;
    if (!surface) return null;
    const known = this.laid.get(page);
    if (known) return known;
    const laying = this.document.getPage(page + 1).then(async (proxy) => {
      const rotation = (this.viewer.getPageView(page) as PDFPageView | undefined)?.viewport
        .rotation;
      const viewport = proxy.getViewport({ scale: 1, ...(rotation !== undefined && { rotation }) });
      const parts = await placePage(surface, proxy, viewport);
      return { parts, text: new PageText(parts) };
    });
    this.laid.set(page, laying);
    try {
      const laid = await laying;
      this.laid.set(page, laid);
      this.putInPlace([page]);
      // The reader has gone on meanwhile.
      if (!this.near.has(page)) this.leave([page]);
      return laid;
    } catch {
      // A damaged page has no text to be laid out; it is tried again when it is met again.
      this.laid.delete(page);
      return null;
    }
  }

  /** The letter that a point of the window means, as an offset in the text; null where no text is laid out. */
  readonly offsetAt = (x: number, y: number): number | null => {
    const page = this.pageNear(x, y);
    const laid = page === null ? undefined : this.laid.get(page);
    if (page === null || !laid || laid instanceof Promise) return null;
    const view = this.viewer.getPageView(page) as PDFPageView;
    const { left, top } = (view.div as HTMLElement).getBoundingClientRect();
    const { scale } = view.viewport;
    return laid.text.offsetAt((x - left) / scale, (y - top) / scale);
  };

  /** The letter at the top of what is in sight; null where no text is laid out. */
  topOffset(): number | null {
    const { left, top, width } = this.container.getBoundingClientRect();
    return this.offsetAt(left + width / 4, top + TOP_PX);
  }

  /** The page under a point, or else the nearest one above or below it. */
  private pageNear(x: number, y: number): number | null {
    let best: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const page of this.near) {
      const view = this.viewer.getPageView(page) as PDFPageView | undefined;
      const box = (view?.div as HTMLElement | undefined)?.getBoundingClientRect();
      if (!box) continue;
      const distance =
        Math.max(0, box.top - y, y - box.bottom) + Math.max(0, box.left - x, x - box.right) / 1e3;
      if (distance < least) [best, least] = [page, distance];
    }
    return best;
  }

  /** The page, counted from 1, that is printed with a number or counted by it; null for none. */
  pageNamed(name: string): number | null {
    const wanted = name.trim();
    const printed = this.labels?.indexOf(wanted) ?? -1;
    if (printed >= 0) return printed + 1;
    const counted = Number(wanted);
    return Number.isInteger(counted) && counted >= 1 && counted <= this.shown.pages
      ? counted
      : null;
  }

  /** The browser's Back leads to where the reader is now, from wherever a link leads next. */
  leaveMark(): void {
    const { scrollTop, scrollHeight } = this.container;
    history.replaceState({ [DOWN]: scrollTop / scrollHeight, of: this.fingerprint }, '');
    history.pushState(null, '');
  }

  private returnTo(state: Readonly<Record<string, unknown>> | null): void {
    const down = state?.[DOWN];
    // Another file may have been open here.
    if (typeof down !== 'number' || state?.of !== this.fingerprint) return;
    this.container.scrollTop = down * this.container.scrollHeight;
  }

  goToPage(page: number): void {
    this.viewer.currentPageNumber = Math.min(Math.max(1, page), this.viewer.pagesCount);
  }

  /** Gives the keyboard to the pages. */
  focus(): void {
    this.container.focus({ preventScroll: true });
  }

  /** @param steps positive to see it larger */
  zoom(steps: number): void {
    this.viewer.updateScale({ steps, drawingDelay: 200 } as never);
    const scale = Math.min(Math.max(this.viewer.currentScale, LEAST_SCALE), MOST_SCALE);
    if (scale !== this.viewer.currentScale) this.viewer.currentScale = scale;
  }

  fit(to: Fit): void {
    this.viewer.currentScaleValue = to;
  }

  /** Brings a passage into sight: its page first, which may have no layout yet, and then the words themselves. */
  async reveal(start: number, range: Range): Promise<void> {
    const page = this.surface?.pageAt(start);
    if (page === undefined) return;
    const view = this.viewer.getPageView(page) as PDFPageView | undefined;
    const box = (view?.div as HTMLElement | undefined)?.getBoundingClientRect();
    const frame = this.container.getBoundingClientRect();
    if (!box || box.bottom < frame.top || box.top > frame.bottom)
      this.viewer.scrollPageIntoView({ pageNumber: page + 1 });
    this.near.add(page);
    await this.layOutPage(page);
    this.putInPlace([page]);
    const { top, height } = beginningOf(range);
    const inSight =
      top >= frame.top + COMFORT_PX &&
      top + Math.min(height, COMFORT_PX) <= frame.bottom - COMFORT_PX;
    if (inSight) return;
    this.container.scrollBy({
      top: top - frame.top - frame.height * FROM_TOP,
      behavior: 'instant',
    });
  }
}

/** The line in which a passage begins: one that goes on in the next column reaches higher than it begins. */
function beginningOf(range: Range): DOMRect {
  const lines = [...range.getClientRects()];
  return lines.find(({ width, height }) => width && height) ?? range.getBoundingClientRect();
}

/** `TextLayerMode.DISABLE` of pdf.js, which it does not export. */
const TEXT_LAYER_OFF = 0;
/** How far down the document a place in the tab's history is, in parts of its length. */
const DOWN = 'down';
/** The first line that counts as being in sight is so far below the edge. */
const TOP_PX = 8;
/** A passage nearer than this to an edge of the view is brought to a better place. */
const COMFORT_PX = 90;
/** Which is so far down the view. */
const FROM_TOP = 0.35;
