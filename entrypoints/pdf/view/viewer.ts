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
import type { TextSurface } from '../text/surface';
import { LaidText } from './laid-text';
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

/** How small and how large pages can be shown: smaller nothing can be read, larger the browser has no picture for a page. */
const LEAST_SCALE = 0.25;
const MOST_SCALE = 8;
/** A burst of zooming is painted once, so many milliseconds after its end. */
const PAINTED_AFTER_MS = 200;

export class PdfView {
  readonly eventBus = new EventBus();
  readonly links: PDFLinkService;
  readonly viewer: PDFViewer;
  /** The text over the pages; null until it has been read. */
  text: LaidText | null = null;
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
    signal.addEventListener('abort', () => this.listeners.clear());
    this.refit();
  }

  /** Resolves when the first page can be shown. */
  get ready(): Promise<unknown> {
    return this.viewer.firstPagePromise as Promise<unknown>;
  }

  /** Lets go of the document, once all that is kept of the place in it has been read. */
  close(): void {
    this.viewer.setDocument(null as never);
  }

  /** A size that follows the window follows it. */
  private refit(): void {
    const observer = new ResizeObserver(() => {
      const { fit } = this.shown;
      if (fit) this.fit(fit);
    });
    observer.observe(this.container);
    this.signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Resolves when a page has been painted, or when none will be, because nobody looks. */
  whenPainted(): Promise<void> {
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
    this.text = new LaidText(this.viewer, this.document, this.container, surface);
    this.update();
  }

  /** The printed number of a page that is counted from 0; null where nothing tells it. */
  printed(page: number): string | null {
    const range = this.text?.surface.reading.paper?.page;
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
    this.text?.follow();
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
    this.viewer.updateScale({ steps, drawingDelay: PAINTED_AFTER_MS } as never);
    const scale = Math.min(Math.max(this.viewer.currentScale, LEAST_SCALE), MOST_SCALE);
    if (scale !== this.viewer.currentScale) this.viewer.currentScale = scale;
  }

  fit(to: Fit): void {
    this.viewer.currentScaleValue = to;
  }

  /** Brings a passage into sight: its page first, which may have no layout yet, and then the words themselves. */
  async reveal(start: number, range: Range): Promise<void> {
    const { text } = this;
    const page = text?.surface.pageAt(start);
    if (!text || page === undefined) return;
    const view = this.viewer.getPageView(page) as PDFPageView | undefined;
    const box = (view?.div as HTMLElement | undefined)?.getBoundingClientRect();
    const frame = this.container.getBoundingClientRect();
    if (!box || box.bottom < frame.top || box.top > frame.bottom)
      this.viewer.scrollPageIntoView({ pageNumber: page + 1 });
    await text.ready(page);
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
/** A passage nearer than this to an edge of the view is brought to a better place. */
const COMFORT_PX = 90;
/** Which is so far down the view. */
const FROM_TOP = 0.35;
