/**
 * What tagging mode asks of the page's text: the sentence under a point, the section and the cited papers
 * of a passage, the next citation statement. Reads the page's structure once, when it is first needed.
 */
import * as dom from '../../../lib/dom';
import type { Basis, CitedReference, SectionRef } from '../../../lib/model';
import { readPassage } from '../../../lib/page/reading';
import type { PageStructure, Reference, Sentence } from '../../../lib/page/types';
import { inReadingOrder, isShown } from '../../../lib/paint';
import type { Medium } from './medium';
import { overlap } from './overlap';
import { caretAt, selectedRange } from './shadow';

/** A passage of the page that can be tagged. */
export interface Passage {
  range: Range;
  /** Its text as a statement (`readPassage`), or in the words of a page that offers statements. */
  quote: string;
  /** What the tag's basis starts as, where the kind of page decides it. */
  basis?: Basis;
  /** The section that the page names for it. */
  section?: SectionRef;
}

/** A sentence that cites something, or a statement that the page offers as such. */
export interface CitationStatement {
  /** White space collapsed. */
  text: string;
  section: string | null;
  range(): Range;
  passage(): Passage | null;
}

const NO_STRUCTURE: PageStructure = { sections: [], sentences: [], references: [], citations: [] };

export class PageText {
  private structure: PageStructure = NO_STRUCTURE;
  private reading: Promise<void> | null = null;

  constructor(
    private readonly medium: Medium,
    private readonly signal: AbortSignal,
    /** Statements that the page itself offers as such (a scite report); these are then the sentences. */
    private readonly offered: () => readonly Passage[],
  ) {}

  /** Reads sections, sentences and citations in slices between which the page stays responsive. */
  ready(): Promise<void> {
    if (this.reading && !this.medium.hasChanged(this.structure)) return this.reading;
    const reading = this.medium
      .structure(this.signal)
      .then((structure) => {
        this.structure = structure;
      })
      .catch((error: unknown) => {
        // Without a structure a selection can still be tagged; it only lacks section and citations.
        if (!this.signal.aborted)
          console.warn('Bearing could not read the structure of this page.', error);
      });
    this.reading = reading;
    return reading;
  }

  /** The page has put other text in place: read it again when next asked. */
  forget(): void {
    this.reading = null;
  }

  /** Has the page been read? Where text has come since, `ready` reads all of it again. */
  get hasRead(): boolean {
    return this.structure !== NO_STRUCTURE;
  }

  /** What has been read so far; empty before `ready`. */
  get read(): PageStructure {
    return this.structure;
  }

  get sentences(): readonly Sentence[] {
    return this.structure.sentences;
  }

  /** The sentence under a point of a document's viewport, in CSS pixels. */
  sentenceAt(x: number, y: number, within: Document): Passage | null {
    const offered = this.offered();
    if (offered.length) return offered.find((passage) => covers(passage.range, x, y)) ?? null;
    const caret = caretAt(within, x, y);
    if (!caret) return null;
    const sentence = this.findSentence(caret.offsetNode, caret.offset);
    if (!sentence) return null;
    const range = sentence.range();
    return covers(range, x, y) ? passageOf(range) : null;
  }

  private findSentence(node: Node, offset: number): Sentence | null {
    return search(this.structure.sentences, (s) => compare(s.range(), node, offset));
  }

  /**
   * What is selected in one of the page's documents, where that is the paper's.
   * @param last what was selected there a moment ago, for pages that take it away
   */
  selected(within: Document, last: Range | null = null): Passage | null {
    const passage = selectedPassage(within, last);
    const { startContainer, endContainer } = passage?.range ?? {};
    const isHeld = [startContainer, endContainer].every((one) => one && this.medium.holds(one));
    return isHeld ? passage : null;
  }

  /** Section and cited references of a passage, as far as the page tells. */
  contextOf(range: Range): { section?: SectionRef; cites: CitedReference[] } {
    const { sections, citations, references, sentences } = this.structure;
    const overlapping = (r: Range) => overlap(r, range);
    const first = sentences.find((s) => overlapping(s.range()));
    const section = first && first.section !== null ? sections[first.section] : undefined;
    const byId = new Map(references.map((r) => [r.id, r]));
    const cited = new Set<Reference>();
    for (const citation of citations) {
      if (!overlapping(citation.range())) continue;
      for (const id of citation.refs) {
        const reference = byId.get(id);
        if (reference) cited.add(reference);
      }
    }
    return {
      section: section && { title: section.title.slice(0, 2000), kind: section.kind },
      cites: [...cited].slice(0, 200).map(asCited),
    };
  }

  /** The citation marker under a point of a document's viewport, with the references behind it. */
  citationAt(
    x: number,
    y: number,
    within: Document,
  ): { range: Range; references: Reference[] } | null {
    const caret = caretAt(within, x, y);
    if (!caret) return null;
    const { citations, references } = this.structure;
    const citation = search(citations, (c) => compare(c.range(), caret.offsetNode, caret.offset));
    if (!citation) return null;
    const range = citation.range();
    if (!covers(range, x, y)) return null;
    const wanted = new Set(citation.refs);
    return { range, references: references.filter((r) => wanted.has(r.id)) };
  }

  /** The page's citation statements, in document order. */
  get citationStatements(): CitationStatement[] {
    const offered = this.offered();
    if (offered.length)
      return offered.map((passage) => ({
        text: passage.quote,
        section: passage.section?.title ?? null,
        range: () => passage.range,
        passage: () => passage,
      }));
    const { sections, sentences } = this.structure;
    return sentences
      .filter(({ citations }) => citations.length > 0)
      .map((sentence) => ({
        text: sentence.text,
        section: sentence.section === null ? null : (sections[sentence.section]?.title ?? null),
        range: () => sentence.range(),
        passage: () => passageOf(sentence.range()),
      }));
  }

  /** All that can be tagged as a statement: its sentences, or what the page offers as such. */
  passages(): { text: string; passage(): Passage | null }[] {
    const offered = this.offered();
    if (offered.length) return this.citationStatements;
    return this.structure.sentences.map((one) => ({
      text: one.text,
      passage: () => passageOf(one.range()),
    }));
  }

  /** The citation statement after (or before) a place; all sentences where none cites. */
  neighbour(from: Range | null, step: 1 | -1): Passage | null {
    const offered = this.offered();
    if (offered.length)
      return neighbourOf(offered, (o) => o.range, standing(from) ?? this.medium.inSight(), step);
    const citing = this.structure.sentences.filter((s) => s.citations.length > 0);
    const list = citing.length ? citing : this.structure.sentences;
    const next = neighbourOf(list, (s) => s.range(), standing(from) ?? this.medium.inSight(), step);
    return next && passageOf(next.range());
  }
}

/** Longest quote of a statement, in UTF-16 units (`lib/model`). */
const LONGEST_QUOTE = 20_000;

/** A range as what can be tagged, however it was chosen; null when it has no text. */
export function passageOf(range: Range): Passage | null {
  const passage = readPassage(range);
  return passage && { range: passage.range, quote: passage.text.slice(0, LONGEST_QUOTE) };
}

/** Binary search over items in document order; `side` says where the point lies: before, in, after. */
function search<T>(items: readonly T[], side: (item: T) => -1 | 0 | 1): T | null {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (!item) return null;
    const where = side(item);
    if (where === 0) return item;
    if (where < 0) high = middle - 1;
    else low = middle + 1;
  }
  return null;
}

/** Does a point lie on a range's text? Carets snap to the nearest text, however far that is. */
function covers(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    (r) => x >= r.left - 4 && x <= r.right + 4 && y >= r.top - 2 && y <= r.bottom + 2,
  );
}

/**
 * The range, if its text still stands in the page. A live range whose nodes were replaced is not told so:
 * it collapses onto what held them.
 */
export function standing(range: Range | null): Range | null {
  return range && !range.collapsed && isShown(range.startContainer) ? range : null;
}

/** Whether a range is rendered: a closed `details` keeps its text from the reader. */
const isOpen = ({ startContainer: at }: Range): boolean =>
  dom.checkVisibility(dom.isElement(at) ? at : dom.parentElement(at), {});

/** The first item in sight after (or the last before) a range, by where it begins in the document. */
export function neighbourOf<T>(
  items: readonly T[],
  rangeOf: (item: T) => Range,
  from: Range | null,
  step: 1 | -1,
): T | null {
  // A place that the page has since taken out of the document says nothing about before and after.
  const ordered = step > 0 ? items : [...items].reverse();
  if (!from || !isShown(from.startContainer))
    return ordered.find((item) => isOpen(rangeOf(item))) ?? null;
  return (
    ordered.find((item) => {
      const order = inReadingOrder(rangeOf(item), from);
      return (step > 0 ? order > 0 : order < 0) && isOpen(rangeOf(item));
    }) ?? null
  );
}

function compare(range: Range, node: Node, offset: number): -1 | 0 | 1 {
  if (dom.getRootNode(node) !== dom.getRootNode(range.startContainer)) {
    // Another shadow tree, or another document: where it is on the page.
    const place = (dom.ownerDocument(node) as Document).createRange();
    place.setStart(node, offset);
    return inReadingOrder(place, range) < 0 ? -1 : 1;
  }
  return range.comparePoint(node, offset) as -1 | 0 | 1;
}

function asCited(reference: Reference): CitedReference {
  return {
    label: (reference.label ?? reference.id).slice(0, 200),
    text: reference.text.slice(0, 2000),
    doi: reference.doi ?? undefined,
    pmid: reference.pmid ?? undefined,
    title: reference.title?.slice(0, 2000) ?? undefined,
    year: reference.year ?? undefined,
    firstAuthor: reference.firstAuthor?.slice(0, 2000) ?? undefined,
  };
}

/** The reader's selection as a passage, edges trimmed; null when it is empty or inside a field. */
export function selectedPassage(doc: Document, last: Range | null = null): Passage | null {
  const range = selectedRange(doc) ?? last;
  return !range || inFormField(range.commonAncestorContainer) ? null : passageOf(range);
}

/** Is this inside a form's field? An editable article is text all the same. */
function inFormField(node: Node): boolean {
  const element = (
    dom.nodeType(node) === Node.ELEMENT_NODE ? node : dom.parentElement(node)
  ) as Element | null;
  return dom.closest(element, 'input, textarea, select') != null;
}
