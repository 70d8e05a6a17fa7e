/**
 * Paints ranges with the CSS Custom Highlight API: no element is added to the page, so its scripts and layout
 * notice nothing. The registry is shared with the page; only our own names are ever set or removed.
 */

import type { Outcome } from '../anchor/types';
import * as dom from '../dom';
import { shownParts } from '../page/reading';
import { type Layer, LEVELS, namesIn } from './names';

export interface PaintItem {
  id: string;
  /** `mixed`: tags of different stances on one statement. `outline`: a citation statement without a tag. */
  stance: 'supporting' | 'contrasting' | 'mentioning' | 'mixed' | 'outline';
  range: Range;
  outcome: Outcome;
}

export interface Painter {
  /** Paints these and nothing else. Calling it again with most items unchanged is cheap. */
  set(items: readonly PaintItem[]): void;
  /** Puts back what the page has taken out of the registry. It costs seven look-ups a document. */
  keep(): void;
  /** Draws one item as the one in focus, or none. */
  focus(id: string | null): void;
  /** Ids of the items under a point of a document's viewport (CSS pixels), topmost first. */
  at(x: number, y: number, within?: Document): string[];
  rangeOf(id: string): Range | null;
  clear(): void;
}

interface FromPoint {
  highlightsFromPoint?(
    x: number,
    y: number,
    options?: { shadowRoots?: ShadowRoot[] },
  ): { highlight: Highlight; ranges: AbstractRange[] }[];
}

interface Owner {
  highlights: HighlightRegistry & FromPoint;
  Highlight: new () => Highlight;
}

/** The window's own registry and constructor: a frame has others than its parent. */
function ownerOf(doc: Document): Owner | null {
  const view = doc.defaultView as (Window & typeof globalThis) | null;
  if (!view?.CSS?.highlights || typeof view.Highlight !== 'function') return null;
  return { highlights: view.CSS.highlights, Highlight: view.Highlight };
}

/** Whether a point lies on the drawn text of a range; carets snap to the nearest text, however far. */
function covers(range: Range, x: number, y: number): boolean {
  for (const rect of range.getClientRects()) {
    if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return true;
  }
  return false;
}

function layersOf(item: PaintItem): Layer[] {
  return item.outcome === 'changed' ? [item.stance, 'changed'] : [item.stance];
}

/** The registry of one document, and what of ours is in it. */
interface Canvas {
  owner: Owner | null;
  /** By the names under which they are registered, in that order. All are registered at once: which ones exist would reveal a stance, too. */
  layers: ReadonlyMap<Layer, { name: string; highlight: Highlight }>;
}

function newCanvas(doc: Document): Canvas {
  const owner = ownerOf(doc);
  if (!owner) return { owner, layers: new Map() };
  const layers = [...namesIn(doc)].map(([layer, name]) => {
    const highlight = new owner.Highlight();
    highlight.priority = LEVELS[layer];
    return [layer, { name, highlight }] as const;
  });
  return { owner, layers: new Map(layers) };
}

/** A page that empties the registry takes our paint with it: what is missing is put back. */
function register({ owner, layers }: Canvas): void {
  for (const { name, highlight } of layers.values())
    if (owner?.highlights.get(name) !== highlight) owner?.highlights.set(name, highlight);
}

/**
 * A painter of one page: a range is drawn in its own document. When `signal` aborts, everything of ours
 * is gone from the registry and the painter does nothing any more. In a browser without the API it keeps its books
 * but paints nothing.
 */
export function createPainter(doc: Document, { signal }: { signal: AbortSignal }): Painter {
  const canvases = new Map<Document, Canvas>();
  const items = new Map<string, PaintItem>();
  const ids = new Map<AbstractRange, string>();
  /** What is drawn of each item: its range without the bits in it that are not its text. */
  const drawn = new Map<PaintItem, readonly Range[]>();
  let focused: string | null = null;

  const canvasOf = (one: Document): Canvas => {
    const known = canvases.get(one);
    if (known) return known;
    const canvas = newCanvas(one);
    canvases.set(one, canvas);
    return canvas;
  };

  const layer = (which: Layer, canvas: Canvas): Highlight | undefined =>
    canvas.layers.get(which)?.highlight;

  const remove = (item: PaintItem): void => {
    for (const part of drawn.get(item) ?? []) {
      // Wherever it was drawn: a range whose frame has gone no longer has its document.
      for (const { layers } of canvases.values())
        for (const which of [...layersOf(item), 'focus' as const])
          layers.get(which)?.highlight.delete(part);
      ids.delete(part);
    }
    drawn.delete(item);
    items.delete(item.id);
  };

  const drawFocus = (): void => {
    for (const canvas of canvases.values()) layer('focus', canvas)?.clear();
    const item = focused === null ? undefined : items.get(focused);
    for (const part of (item && drawn.get(item)) ?? [])
      layer('focus', canvasOf(documentOf(item as PaintItem)))?.add(part);
  };

  const documentOf = ({ range }: PaintItem) => dom.ownerDocument(range.startContainer) ?? doc;

  const painter: Painter = {
    set(next) {
      if (signal.aborted) return;
      // A document that its frame shows no more is let go, with what was painted in it.
      for (const one of canvases.keys()) if (!one.defaultView) canvases.delete(one);
      const wanted = new Map(next.map((item) => [item.id, item]));
      for (const item of [...items.values()]) {
        const other = wanted.get(item.id);
        if (
          other?.range !== item.range ||
          other.stance !== item.stance ||
          other.outcome !== item.outcome
        ) {
          remove(item);
        }
      }
      for (const item of wanted.values()) {
        if (items.has(item.id)) continue;
        items.set(item.id, item);
        const canvas = canvasOf(documentOf(item));
        const parts = shownParts(item.range);
        drawn.set(item, parts);
        for (const part of parts) {
          ids.set(part, item.id);
          for (const which of layersOf(item)) layer(which, canvas)?.add(part);
        }
      }
      for (const canvas of canvases.values()) register(canvas);
      drawFocus();
    },
    keep() {
      if (!signal.aborted) for (const canvas of canvases.values()) register(canvas);
    },
    focus(id) {
      focused = id;
      if (!signal.aborted) drawFocus();
    },
    at(x, y, within = doc) {
      const { owner, layers } = canvases.get(within) ?? {};
      if (!owner || !layers || items.size === 0) return [];
      const shadowRoots = rootsOf(items);
      return (
        fromRegistry(owner.highlights, ids, layers, { x, y, shadowRoots }) ??
        fromCaret(within, items, { x, y, shadowRoots })
      );
    },
    rangeOf(id) {
      return items.get(id)?.range ?? null;
    },
    clear() {
      for (const item of [...items.values()]) remove(item);
      focused = null;
      for (const { owner, layers } of canvases.values())
        for (const { name, highlight } of layers.values())
          if (owner?.highlights.get(name) === highlight) owner.highlights.delete(name);
      canvases.clear();
    },
  };
  signal.addEventListener('abort', () => painter.clear(), { once: true });
  return painter;
}

/** A point of a document's viewport, and the shadow trees that are looked into. */
interface Point {
  x: number;
  y: number;
  shadowRoots: ShadowRoot[];
}

/** The shadow trees in which something is painted. */
function rootsOf(items: ReadonlyMap<string, PaintItem>): ShadowRoot[] {
  const roots = [...items.values()].map(({ range }) => dom.getRootNode(range.startContainer));
  return [...new Set(roots)].filter(dom.isShadowRoot);
}

function fromRegistry(
  registry: HighlightRegistry & FromPoint,
  ids: Map<AbstractRange, string>,
  layers: Canvas['layers'],
  { x, y, shadowRoots }: Point,
): string[] | null {
  if (typeof registry.highlightsFromPoint !== 'function') return null;
  const own = new Set([...layers.values()].map(({ highlight }) => highlight));
  const found = new Set<string>();
  for (const { highlight, ranges } of registry.highlightsFromPoint(x, y, { shadowRoots })) {
    if (!own.has(highlight)) continue;
    for (const range of ranges) {
      const id = ids.get(range);
      if (id !== undefined) found.add(id);
    }
  }
  return [...found];
}

function fromCaret(
  doc: Document,
  items: Map<string, PaintItem>,
  { x, y, shadowRoots }: Point,
): string[] {
  const caret = doc.caretPositionFromPoint?.(x, y, { shadowRoots }) ?? null;
  const range = caret ? null : doc.caretRangeFromPoint?.(x, y);
  const node = caret?.offsetNode ?? range?.startContainer;
  const offset = caret?.offset ?? range?.startOffset;
  if (!node || offset === undefined) return [];
  const found: { id: string; level: number }[] = [];
  for (const item of items.values()) {
    if (dom.ownerDocument(item.range.startContainer) !== doc) continue;
    if (item.range.isPointInRange(node, offset) && covers(item.range, x, y)) {
      found.push({ id: item.id, level: Math.max(...layersOf(item).map((one) => LEVELS[one])) });
    }
  }
  return found.sort((a, b) => b.level - a.level).map(({ id }) => id);
}
