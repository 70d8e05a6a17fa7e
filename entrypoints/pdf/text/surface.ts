/**
 * The text of a PDF as elements, in reading order: one element for each paragraph, in it one for each part that is in
 * another column or on another page, in that one for each run of letters that the file paints. To whatever reads, anchors
 * or highlights text, it is an article like any other; `place.ts` lays it over the painted pages.
 *
 * The text of all pages is there from the beginning, so that a quote is found wherever it is. What is far from what the
 * reader sees has no layout (`content-visibility`).
 */
import { lastAtOrBefore } from '@/lib/page/reading';
import type { PdfReading, Stretch, TextBlock, TextPart } from '@/lib/pdf';

/** A run of letters of one item, [from, to) of them. */
export interface Run {
  element: HTMLElement;
  start: number;
  item: number;
  from: number;
  to: number;
}

/** A part of a paragraph, on one page. */
export interface Part extends Pick<TextPart, 'start' | 'end' | 'left' | 'right'> {
  element: HTMLElement;
  runs: Run[];
  /** What is between two runs, and painted by none: `behind` is the run's place among them. */
  blanks: { element: HTMLElement; behind: number }[];
}

/** Marks of what is laid out, and what is not; `pdf.css` has their styles. */
export const FAR = 'far';

/** Ids of entries of the reference list in the document. */
export const entryId = (reference: string): string => `reference-${reference}`;

const TAGS: Partial<Record<TextBlock['kind'], string>> = { reference: 'li' };

/** The deepest heading of HTML; a document's title is the first. */
const DEEPEST_HEADING = 6;

const tagOf = ({ kind, level }: TextBlock): string =>
  kind === 'heading' ? `h${Math.min((level ?? 1) + 1, DEEPEST_HEADING)}` : (TAGS[kind] ?? 'p');

export class TextSurface {
  readonly root: HTMLElement;
  private readonly nodes: Text[] = [];
  /** Where each node begins in the text. */
  private readonly starts: number[] = [];
  private readonly parts = new Map<number, Part[]>();
  /** Where each part begins in the text, and its page. */
  private readonly partStarts: number[] = [];
  private readonly partPages: number[] = [];
  private readonly citations: PdfReading['structure']['citations'];
  /** The first citation that has not ended before what is being written. */
  private citation = 0;

  constructor(
    private readonly doc: Document,
    readonly reading: PdfReading,
  ) {
    this.root = doc.createElement('article');
    this.citations = [...reading.structure.citations].sort((a, b) => a.start - b.start);
    let list: HTMLElement | null = null;
    for (const block of reading.blocks) {
      const element = this.block(block);
      if (block.kind !== 'reference') {
        list = null;
        this.root.append(element);
        continue;
      }
      if (!list) {
        list = doc.createElement('ol');
        this.root.append(list);
      }
      list.append(element);
    }
  }

  private block(block: TextBlock): HTMLElement {
    const element = this.doc.createElement(tagOf(block));
    if (block.reference) element.id = entryId(block.reference);
    for (const part of block.parts) element.append(this.part(part));
    return element;
  }

  private part({ page, start, end, left, right, stretches }: TextPart): HTMLElement {
    const element = this.doc.createElement('span');
    element.className = `part ${FAR}`;
    const mine = this.parts.get(page);
    const made: Part = { element, start, end, left, right, runs: [], blanks: [] };
    if (mine) mine.push(made);
    else this.parts.set(page, [made]);
    this.partStarts.push(start);
    this.partPages.push(page);
    let at = start;
    for (const stretch of stretches) {
      if (stretch.end <= at) continue;
      this.write(element, at, Math.min(stretch.start, end), null, made);
      this.write(element, Math.max(at, stretch.start), Math.min(stretch.end, end), stretch, made);
      at = Math.min(stretch.end, end);
    }
    this.write(element, at, end, null, made);
    return element;
  }

  /** Writes [start, end) of the text, cut where a citation begins or ends: that is a link to its entry. */
  private write(
    into: HTMLElement,
    start: number,
    end: number,
    stretch: Stretch | null,
    part: Part,
  ): void {
    const { citations } = this;
    for (let at = start; at < end; ) {
      while ((citations[this.citation]?.end ?? Number.POSITIVE_INFINITY) <= at) this.citation++;
      const citation = citations[this.citation];
      const inside = citation !== undefined && citation.start <= at;
      const until = Math.min(end, inside ? citation.end : (citation?.start ?? end));
      const link = inside ? this.link(into, citation.index, citation.refs[0]) : null;
      this.run(link ?? into, at, until, stretch, part);
      at = until;
    }
  }

  private link(
    into: HTMLElement,
    index: number,
    reference: string | undefined,
  ): HTMLElement | null {
    if (!reference) return null;
    const { lastElementChild: last } = into;
    if (last instanceof HTMLAnchorElement && last.dataset.citation === String(index)) return last;
    const link = this.doc.createElement('a');
    link.href = `#${encodeURIComponent(entryId(reference))}`;
    link.dataset.citation = String(index);
    // The list of citations is walked with j and k; as stops of the Tab key hundreds of them would be in the way.
    link.tabIndex = -1;
    into.append(link);
    return link;
  }

  private run(
    into: HTMLElement,
    start: number,
    end: number,
    stretch: Stretch | null,
    part: Part,
  ): void {
    const node = this.doc.createTextNode(this.reading.text.slice(start, end));
    this.nodes.push(node);
    this.starts.push(start);
    const element = this.doc.createElement('span');
    element.append(node);
    into.append(element);
    if (!stretch) {
      part.blanks.push({ element, behind: part.runs.length - 1 });
      return;
    }
    const { item, from, to } = stretch;
    // A ligature is one letter of its item, and cannot be cut.
    const whole = to - from < stretch.end - stretch.start;
    const first = whole ? from : from + (start - stretch.start);
    part.runs.push({ element, start, item, from: first, to: whole ? to : first + (end - start) });
  }

  /** The parts of paragraphs on a page, in reading order. */
  partsOf(page: number): readonly Part[] {
    return this.parts.get(page) ?? [];
  }

  /** The page on which a letter of the text is. */
  pageAt(offset: number): number {
    return this.partPages[Math.max(0, lastAtOrBefore(this.partStarts, offset))] ?? 0;
  }

  /** [start, end) of the text as a range of the document. */
  range(start: number, end: number): Range {
    const range = this.doc.createRange();
    const { root } = this;
    const from = this.point(start, false);
    const to = this.point(end, true);
    if (from) range.setStart(...from);
    else range.setStart(root, 0);
    if (to) range.setEnd(...to);
    else range.setEnd(root, root.childNodes.length);
    return range;
  }

  /** @param behind for the end of a range, which is in the node of the letter before it */
  private point(offset: number, behind: boolean): [Text, number] | null {
    const i = Math.max(0, lastAtOrBefore(this.starts, behind ? offset - 1 : offset));
    const node = this.nodes[i];
    if (!node) return null;
    const within = Math.max(0, offset - (this.starts[i] as number));
    const next = this.nodes[i + 1];
    // Between two paragraphs there is a letter of the text, and none of the document.
    if (!behind && within >= node.data.length && next) return [next, 0];
    return [node, Math.min(within, node.data.length)];
  }

  /** Where a place of the document is in the text; null outside the text. */
  offsetOf(node: Node, offset: number): number | null {
    if (!this.root.contains(node)) return null;
    const range = this.doc.createRange();
    range.setStart(node, offset);
    let low = 0;
    let high = this.nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (range.comparePoint(this.nodes[middle] as Text, 0) <= 0) low = middle;
      else high = middle - 1;
    }
    const found = this.nodes[low];
    if (!found) return null;
    const start = this.starts[low] as number;
    return start + (found === node ? offset : range.comparePoint(found, 0) < 0 ? found.length : 0);
  }
}
