/** Parts of a page that cannot be read, and the one sentence that tells the reader. */
import * as dom from '../../../lib/dom';
import { shadowOf } from '../source/shadow';

const OTHER_SITE =
  'This part of the page comes from another site, and Bearing cannot read it. Open it in a tab of its own to tag it.';
const CLOSED =
  'Bearing cannot read this part of the page. Open it by itself, or as a PDF, to tag it.';

/** A frame smaller than this shows no article: an advertisement, a player, a button. CSS pixels. */
const SMALLEST_WIDTH = 240;
const SMALLEST_HEIGHT = 160;

function isSmall(element: Element): boolean {
  const { width, height } = dom.getBoundingClientRect(element);
  return width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT;
}

/** Why nothing in an element can be tagged; null where it can be read, or is too small to matter. */
export function whyUnreadable(element: Element): string | null {
  const name = dom.localName(element);
  if (isSmall(element)) return null;
  if (/^i?frame$/.test(name)) return isReadable(element as HTMLIFrameElement) ? null : OTHER_SITE;
  if (/^(?:embed|object)$/.test(name)) return CLOSED;
  return name.includes('-') && shadowOf(element) === undefined ? CLOSED : null;
}

function isReadable(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentDocument !== null;
  } catch {
    return false;
  }
}

/**
 * Calls `act` with what the reader has gone into and cannot be read: the page is told no more than that its window has
 * lost the keyboard to a frame. Each is reported once.
 */
export function watchUnreadable(
  doc: Document,
  act: (sentence: string) => void,
  signal: AbortSignal,
): void {
  const reported = new WeakSet<Element>();
  const look = () => {
    const at = doc.activeElement;
    const why = at && !reported.has(at) && whyUnreadable(at);
    if (!why) return;
    reported.add(at);
    act(why);
  };
  // The element that takes over is known when the window has lost the keyboard.
  doc.defaultView?.addEventListener('blur', () => setTimeout(look), { signal });
}
