/**
 * Whose a key press is: the reader's command, or text for an editor of the page. Letters that somebody types are
 * never commands; so where it cannot be known what has the focus, they are not taken either.
 */
import * as dom from '../../../lib/dom';
import { focusedElement, shadowOf } from '../source/shadow';

export type KeyboardOwner = 'reader' | 'page' | 'unknown';

const FIELD =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"],' +
  '[role="textbox"], [role="searchbox"], [role="combobox"], [role="spinbutton"], [role="application"]';

/** Elements that draw or embed what they edit. */
const OPAQUE = 'canvas, embed, object, iframe, frame, webview';

/** Whether an element takes what is typed. */
export function isEditor(element: Element): boolean {
  return (
    dom.isContentEditable(element) ||
    dom.editContext(element) !== null ||
    dom.closest(element, FIELD) !== null ||
    dom.ownerDocument(element).designMode === 'on'
  );
}

/** @param path of the event, from the element outwards; closed shadow roots are not in it */
export function keyboardOwner(doc: Document, path: readonly EventTarget[]): KeyboardOwner {
  const [target] = path;
  const focused = focusedElement(doc);
  const elements = [target, focused].filter(dom.isElement);
  if (elements.some(isEditor) || elements.some(inHostOfEditor)) return 'page';
  return focused && isOpaque(focused) ? 'unknown' : 'reader';
}

/** A shadow root inside an editable element is part of its text. */
function inHostOfEditor(element: Element): boolean {
  for (
    let root = dom.getRootNode(element);
    dom.isShadowRoot(root);
    root = dom.getRootNode(root.host)
  )
    if (isEditor(root.host)) return true;
  return false;
}

function isOpaque(element: Element): boolean {
  if (dom.matches(element, OPAQUE)) return true;
  // An element of the page's own making whose inside is closed to us as well.
  return dom.localName(element).includes('-') && shadowOf(element) === undefined;
}
