/**
 * Does an older copy's handover wait in this page? For the notice script: no cipher in here. The two copies
 * share nothing but the page, and the page must neither hear nor cause anything: so nobody calls out, the new
 * copy looks.
 */

/** Where the sealed tags wait, in the page's session storage: they outlive a reload of the tab, no more. */
export const HANDOVER_SLOT = 'bearing.unsaved';

/** The next copy's receipt. */
export const TAKEN_SLOT = 'bearing.taken';

/** The page's session storage, or null where the page may have none (sandboxed frames). */
export function sessionStorageOf(view: Window): Storage | null {
  try {
    return view.sessionStorage;
  } catch {
    return null;
  }
}

export function handoverWaits(view: Window): boolean {
  return Boolean(sessionStorageOf(view)?.getItem(HANDOVER_SLOT));
}

/** An old copy notices within a second that it is one; a busy page may take several more. */
const LOOK_FOR_MS = 10_000;
const LOOK_MS = 250;

/**
 * Looks for a while whether an older copy leaves something, and again when the tab is next shown: timers of
 * hidden tabs are slow, so an old copy in one may notice late.
 */
export function lookForHandover(view: Window, found: () => void, signal: AbortSignal): void {
  let timer = 0;
  const stop = () => view.clearInterval(timer);
  const look = () => {
    stop();
    let left = LOOK_FOR_MS / LOOK_MS;
    timer = view.setInterval(() => {
      left -= 1;
      if (left <= 0) stop();
      if (handoverWaits(view)) found();
    }, LOOK_MS);
  };
  // The page may dispatch this event itself: only the browser's counts.
  const shown = (event: Event) => event.isTrusted && !view.document.hidden && look();
  view.document.addEventListener('visibilitychange', shown, { signal });
  signal.addEventListener('abort', stop);
  look();
}
