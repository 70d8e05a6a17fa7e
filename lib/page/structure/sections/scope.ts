/** How far the text that a heading opens goes: the container around the heading. */
import * as dom from '../../../dom';
import { hasAtMostChars, holdsAtLeast } from '../text/lengths';

/** A container with more of the paper's text than this share is the paper. */
const MOST_OF_PAPER = 0.6;

/** The container that a heading opens, when it is not (nearly) the whole paper. */
export function scopeOf(heading: Element, main: Element): Element | null {
  const scope = parentScope(heading);
  if (scope === main || dom.contains(scope, main)) return null;
  return holdsAtLeast(main, lengthOf(scope) / MOST_OF_PAPER) ? scope : null;
}

const lengthOf = (el: Element): number => (dom.textContent(el) ?? '').length;

/** The nearest container that holds more than the heading. */
export function parentScope(heading: Element): Element {
  const length = lengthOf(heading);
  let scope: Element = dom.parentElement(heading) ?? heading;
  while (dom.tagName(scope) !== 'BODY' && hasAtMostChars(scope, length + 30)) {
    const up = dom.parentElement(scope);
    if (!up) break;
    scope = up;
  }
  return scope;
}
