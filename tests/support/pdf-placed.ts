/** A PDF in the reader with the text of its pages laid out, as the viewer does it, without any page being painted. */
import type { PageViewport, PDFPageProxy } from 'pdfjs-dist';
import { PageText } from '../../entrypoints/pdf/text/lines';
import { type PlacedPart, placePage } from '../../entrypoints/pdf/text/place';
import { TextSurface } from '../../entrypoints/pdf/text/surface';
import { type PdfFile, readForViewer } from '../../lib/pdf';

export interface LaidPage {
  parts: PlacedPart[];
  text: PageText;
}

/** The surface of a file, and what is on each of its pages. */
export class LaidFile {
  readonly surface: TextSurface;

  constructor(private readonly file: PdfFile) {
    this.surface = new TextSurface(document, readForViewer(file));
  }

  /** @param index counted from 0 */
  async page(index: number): Promise<LaidPage> {
    const { items, view } = this.file.pages[index] as PdfFile['pages'][number];
    const [left = 0, , , top = 0] = view;
    const page = {
      pageNumber: index + 1,
      getTextContent: async () => ({ items, styles: {} }),
    } as unknown as PDFPageProxy;
    const viewport = { transform: [1, 0, 0, -1, -left, top] } as unknown as PageViewport;
    const parts = await placePage(this.surface, page, viewport);
    return { parts, text: new PageText(parts) };
  }
}
