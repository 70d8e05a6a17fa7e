/**
 * Selecting text with the mouse. The browser's own way follows what lies over what on the page, and jumps over columns;
 * here each point means a letter (`lines.ts`), and what is selected is what is read between two of them. The selection
 * itself is the browser's: it is shown, copied and extended by its keys like any other.
 */
import type { TextSurface } from './surface';

/** A viewer's answer to where a point is: its letter in the text, or null where there is no text. */
export type OffsetAt = (x: number, y: number) => number | null;

/** So near to the upper or lower edge of the view a drag scrolls on, by so many pixels a frame. */
const EDGE_PX = 32;
const SCROLL_PX = 14;

export function selectByMouse(
  surface: TextSurface,
  container: HTMLElement,
  offsetAt: OffsetAt,
  signal: AbortSignal,
): void {
  const { reading } = surface;
  const selection = () => document.getSelection();
  /** What the first press has chosen: a place, a word, or a sentence; the drag extends it by units of the same kind. */
  let anchor: { start: number; end: number; unit: Unit } | null = null;
  let last = { x: 0, y: 0 };
  let frame = 0;
  let pointer: number | null = null;

  const select = (from: number, to: number) => {
    const range = surface.range(Math.min(from, to), Math.max(from, to));
    const { startContainer, startOffset, endContainer, endOffset } = range;
    if (from <= to)
      selection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    else selection()?.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
  };

  const extend = () => {
    const offset = offsetAt(last.x, last.y);
    if (anchor === null || offset === null) return;
    const [start, end] = unitAt(reading, offset, anchor.unit);
    if (start < anchor.start) select(anchor.end, start);
    else select(anchor.start, Math.max(end, anchor.end));
  };

  const scrollOn = () => {
    const { top, bottom } = container.getBoundingClientRect();
    const by = last.y > bottom - EDGE_PX ? SCROLL_PX : last.y < top + EDGE_PX ? -SCROLL_PX : 0;
    if (by) {
      container.scrollBy({ top: by, behavior: 'instant' });
      extend();
    }
    frame = requestAnimationFrame(scrollOn);
  };

  const release = () => {
    anchor = null;
    cancelAnimationFrame(frame);
  };

  // What lies over the pages (the toolbar is a frame of its own) must not keep the end of a drag from us.
  const capture = ({ pointerId, pointerType }: PointerEvent) => {
    pointer = pointerType === 'touch' ? null : pointerId;
  };

  const press = (event: MouseEvent) => {
    if (event.button !== 0 || event.altKey) return;
    const target = event.target as Element;
    if (target.closest('.annotationLayer, button, input') || isScrollBar(event, container)) return;
    const offset = offsetAt(event.clientX, event.clientY);
    if (offset === null) return;
    event.preventDefault();
    // The keys of the pages are wanted, and no ring around them.
    container.focus({ preventScroll: true, focusVisible: false } as FocusOptions);
    const chosen = selection();
    if (event.shiftKey && chosen?.anchorNode) {
      const from = surface.offsetOf(chosen.anchorNode, chosen.anchorOffset);
      if (from !== null) anchor = { start: from, end: from, unit: 'letter' };
      last = { x: event.clientX, y: event.clientY };
      extend();
    } else {
      const unit = UNITS[Math.min(event.detail, UNITS.length) - 1] ?? 'letter';
      const [start, end] = unitAt(reading, offset, unit);
      anchor = { start, end, unit };
      select(start, end);
    }
    last = { x: event.clientX, y: event.clientY };
    if (pointer !== null && !target.closest('a')) container.setPointerCapture(pointer);
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(scrollOn);
  };

  container.addEventListener('pointerdown', capture, { signal });
  container.addEventListener('mousedown', press, { signal });
  for (const end of ['pointercancel', 'lostpointercapture'])
    container.addEventListener(end, release, { signal });
  addEventListener(
    'mousemove',
    ({ clientX: x, clientY: y, buttons }) => {
      if (!anchor) return;
      if (!(buttons & 1)) return release();
      last = { x, y };
      extend();
    },
    { signal },
  );
  addEventListener('mouseup', release, { signal });
  document.addEventListener(
    'copy',
    (event) => {
      // A field has a selection of its own.
      if (event.target instanceof HTMLInputElement) return;
      const chosen = selection();
      const range = chosen?.rangeCount ? chosen.getRangeAt(0) : null;
      if (!range || range.collapsed || !surface.root.contains(range.commonAncestorContainer))
        return;
      const from = surface.offsetOf(range.startContainer, range.startOffset);
      const to = surface.offsetOf(range.endContainer, range.endOffset);
      if (from === null || to === null) return;
      event.clipboardData?.setData('text/plain', reading.text.slice(from, to));
      event.preventDefault();
    },
    { signal },
  );
}

type Unit = 'letter' | 'word' | 'sentence';

/** By the number of clicks. */
const UNITS: readonly Unit[] = ['letter', 'word', 'sentence'];

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
/** No word is longer; one is looked for in so much text on either side. */
const LONGEST_WORD = 200;

/** The word or sentence that a letter is in. */
function unitAt(
  { text, structure, blocks }: TextSurface['reading'],
  offset: number,
  unit: Unit,
): [number, number] {
  if (unit === 'letter') return [offset, offset];
  if (unit === 'word') {
    const from = Math.max(0, offset - LONGEST_WORD);
    const segments = words.segment(text.slice(from, offset + LONGEST_WORD));
    const word = segments.containing(Math.min(offset, text.length - 1) - from);
    return word ? [from + word.index, from + word.index + word.segment.length] : [offset, offset];
  }
  const holds = ({ start, end }: { start: number; end: number }) =>
    start <= offset && offset <= end;
  const found = structure.sentences.find(holds) ?? blocks.find(holds);
  return found ? [found.start, found.end] : [offset, offset];
}

/** A press on a scroll bar is on what it scrolls, outside of what that shows. */
const isScrollBar = ({ clientX, clientY }: MouseEvent, container: HTMLElement): boolean => {
  const { left, top } = container.getBoundingClientRect();
  return clientX - left > container.clientWidth || clientY - top > container.clientHeight;
};
