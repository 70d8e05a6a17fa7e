/**
 * The text of a document over its pages: laid out for the pages that pdf.js keeps painted, moved with them, and forgotten
 * when they are left.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PDFPageView, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { PageText } from '../text/lines';
import { placePage, unplace } from '../text/place';
import { FAR, type TextSurface } from '../text/surface';

/** The first line that counts as being in sight is so far below the edge of the view, in pixels. */
const TOP_PX = 8;
/** And so far from its left edge, in parts of its width: within the first column. */
const IN_FIRST_COLUMN = 1 / 4;
/** Beside a page is as far as above it only where nothing else decides: so many times nearer. */
const BESIDE = 1_000;

export class LaidText {
  private readonly laid = new Map<number, PageText | Promise<PageText>>();
  private near = new Set<number>();
  /** Where the near pages were when the text was put over them. */
  private place = '';

  constructor(
    private readonly viewer: PDFViewer,
    private readonly document: PDFDocumentProxy,
    private readonly container: HTMLElement,
    readonly surface: TextSurface,
  ) {}

  private viewOf(page: number): (PDFPageView & { div: HTMLElement }) | undefined {
    return this.viewer.getPageView(page);
  }

  /** Follows the pages; called with every scroll, most of which change nothing. */
  follow(): void {
    const views = [...this.viewer.getCachedPageViews()] as (PDFPageView & { id: number })[];
    const near = new Set(views.map(({ id }) => id - 1));
    const [first, last] = [Math.min(...near), Math.max(...near)].map((page) => this.viewOf(page));
    // A page above that turns out to have another size moves those below it.
    const tops = `${first?.div.offsetTop} ${last?.div.offsetTop} ${first?.div.offsetLeft}`;
    const place = `${[...near].sort().join()} ${this.viewer.currentScale} ${tops}`;
    if (place === this.place && [...near].every((page) => this.laid.has(page))) return;
    this.place = place;
    this.leave([...this.near].filter((page) => !near.has(page)));
    this.near = near;
    this.putInPlace(near);
    for (const page of near) if (!this.laid.has(page)) void this.layOut(page);
  }

  /**
   * Forgets how the text of pages was laid out: of hundreds of pages it would take as much memory as all else. The browser
   * keeps what it has laid out of an element whose content is merely skipped, unless that is gone for a moment.
   */
  private leave(pages: readonly number[]): void {
    const parts = pages.flatMap((page) => this.surface.partsOf(page));
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
      const view = this.viewOf(page);
      if (!view || !this.laid.has(page) || this.laid.get(page) instanceof Promise) return [];
      const { offsetLeft, offsetTop, clientLeft, clientTop } = view.div;
      const at = `translate(${offsetLeft + clientLeft}px, ${offsetTop + clientTop}px)`;
      return [{ page, place: `${at} scale(${view.viewport.scale})` }];
    });
    for (const { page, place } of places)
      for (const { element } of this.surface.partsOf(page)) {
        if (element.style.transform !== place) element.style.transform = place;
        element.classList.toggle(FAR, !this.near.has(page));
      }
  }

  private async layOut(page: number): Promise<void> {
    const known = this.laid.get(page);
    if (known) {
      await known;
      return;
    }
    const laying = this.document.getPage(page + 1).then(async (proxy) => {
      const rotation = this.viewOf(page)?.viewport.rotation;
      const viewport = proxy.getViewport({ scale: 1, ...(rotation !== undefined && { rotation }) });
      return new PageText(await placePage(this.surface, proxy, viewport));
    });
    this.laid.set(page, laying);
    try {
      this.laid.set(page, await laying);
      this.putInPlace([page]);
      // The reader has gone on meanwhile.
      if (!this.near.has(page)) this.leave([page]);
    } catch {
      // A damaged page has no text to be laid out; it is tried again when it is met again.
      this.laid.delete(page);
    }
  }

  /** Lays out a page that is about to be looked at. */
  async ready(page: number): Promise<void> {
    this.near.add(page);
    await this.layOut(page);
    this.putInPlace([page]);
  }

  /** The letter that a point of the window means, as an offset in the text; null where no text is laid out. */
  readonly offsetAt = (x: number, y: number): number | null => {
    const page = this.pageNear(x, y);
    const text = page === null ? undefined : this.laid.get(page);
    const view = page === null ? undefined : this.viewOf(page);
    if (!view || !text || text instanceof Promise) return null;
    const { left, top } = view.div.getBoundingClientRect();
    const { scale } = view.viewport;
    return text.offsetAt((x - left) / scale, (y - top) / scale);
  };

  /** The letter at the top of what is in sight; null where no text is laid out. */
  topOffset(): number | null {
    const { left, top, width } = this.container.getBoundingClientRect();
    return this.offsetAt(left + width * IN_FIRST_COLUMN, top + TOP_PX);
  }

  /** The page under a point, or else the nearest one above or below it. */
  private pageNear(x: number, y: number): number | null {
    let best: number | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const page of this.near) {
      const box = this.viewOf(page)?.div.getBoundingClientRect();
      if (!box) continue;
      const distance =
        Math.max(0, box.top - y, y - box.bottom) +
        Math.max(0, box.left - x, x - box.right) / BESIDE;
      if (distance < least) [best, least] = [page, distance];
    }
    return best;
  }
}
