/**
 * What the hand selected and let go of. Pages take a selection away a moment later (reading aids, copy protection); and a
 * browser takes a drag that begins inside a selection for one that carries its text away.
 */
import { selectedRange } from '../source/shadow';

/** A hand that clicks moves the pointer a little. */
const CLICK_PX = 4;

export class LastSelection {
  private kept: { doc: Document; range: Range } | null = null;
  private pressedAt: { x: number; y: number } | null = null;

  /** The pointer goes down: what was selected before does not count any more. */
  pressed({ clientX: x, clientY: y }: PointerEvent): void {
    this.kept = null;
    this.pressedAt = { x, y };
  }

  /** The pointer was let go, before the page hears of it. */
  released({ clientX: x, clientY: y }: PointerEvent, doc: Document): void {
    const at = this.pressedAt;
    this.pressedAt = null;
    // A click into a selection takes it away by itself.
    if (at && Math.hypot(x - at.x, y - at.y) < CLICK_PX) return;
    const range = selectedRange(doc)?.cloneRange();
    if (range) this.kept = { doc, range };
  }

  /** Has something been selected in a document that has not been taken yet? */
  holds(doc: Document): boolean {
    return this.kept?.doc === doc;
  }

  /** What was selected there, once. */
  take(doc: Document): Range | null {
    const range = this.kept?.doc === doc ? this.kept.range : null;
    this.kept = null;
    return range;
  }
}

/** Takes the browser's selection away where the pointer goes down inside it, so that a drag there selects anew. */
export function deselectUnder({ clientX: x, clientY: y }: PointerEvent, doc: Document): void {
  const rects = [...(selectedRange(doc)?.getClientRects() ?? [])];
  const isInside = rects.some((r) => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom);
  if (isInside) doc.getSelection()?.removeAllRanges();
}
