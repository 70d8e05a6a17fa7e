/**
 * Notices keys that another extension keeps from us altogether. Extensions that were registered first can take a press and
 * its release, and no event is left that tells of either. But the browser counts a press as a sign that the reader is
 * there (`navigator.userActivation`) before any script is asked: where that begins and nothing was heard that it could come
 * from, a key was taken.
 *
 * The limit: it begins once in the five seconds that it lasts. A key that is pressed sooner after a click that we heard is
 * not noticed; the next one after a pause is.
 */

/** How often is looked: there is no event for it. */
const LOOK_MS = 300;
/** Two looks, and the way of a message from the toolbar, whose clicks count for the page too. */
const HEARD_WITHIN_MS = 3 * LOOK_MS;

/** What the browser takes for a sign of the reader. */
const SIGNS = ['keydown', 'keyup', 'mousedown', 'pointerdown', 'pointerup', 'touchend'] as const;

export interface UnheardSide {
  /** Has the page the keyboard, and no frame in it? */
  pageHasKeys(): boolean;
  onTaken(): void;
}

/** @returns to be told of what was heard in another way: a key by the guard, a click by the toolbar */
export function watchUnheard(view: Window, side: UnheardSide, signal: AbortSignal): () => void {
  const { userActivation } = view.navigator;
  if (!userActivation) return () => undefined;
  let heardAt = Number.NEGATIVE_INFINITY;
  const heard = (): void => {
    heardAt = performance.now();
  };
  for (const sign of SIGNS)
    view.addEventListener(sign, heard, { signal, capture: true, passive: true });
  let wasActive = userActivation.isActive;
  /** It began at the last look: whoever caused it may be heard of by now. */
  let began = false;
  const looking = setInterval(() => {
    const { isActive } = userActivation;
    const isUnheard = performance.now() - heardAt > HEARD_WITHIN_MS;
    if (began && isUnheard && side.pageHasKeys()) side.onTaken();
    began = isActive && !wasActive;
    wasActive = isActive;
  }, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(looking));
  return heard;
}
