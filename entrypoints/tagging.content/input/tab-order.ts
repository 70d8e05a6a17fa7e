/** The toolbar in the order of the Tab key: after the chosen passage, and before what follows it on the page. */
import * as dom from '../../../lib/dom';

const TABBABLE =
  'a[href]:not(svg a), button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable]';

/** Gives the focus to what the Tab key would reach after a passage, or before it. */
export function focusBeside(range: Range, back: boolean): void {
  const doc = dom.ownerDocument(range.startContainer);
  if (!doc) return;
  const all = [...doc.querySelectorAll<HTMLElement>(TABBABLE)];
  const from = back ? range.startContainer : range.endContainer;
  const side = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const there = all.filter(
    (one) => dom.compareDocumentPosition(from, one) & side && !range.intersectsNode(one),
  );
  const next = (back ? there.reverse() : there).find(isReached);
  if (next) dom.focus(next, { preventScroll: true });
}

const isReached = (element: HTMLElement): boolean =>
  !dom.getAttribute(element, 'tabindex')?.startsWith('-') &&
  !dom.matches(element, ':disabled') &&
  dom.checkVisibility(element, { visibilityProperty: true });
