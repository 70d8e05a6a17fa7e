/** Does an older copy's handover wait in this page? For the notice script: no cipher in here. */

/** Said on the document by an old copy that has left something for the next one. Carries nothing. */
export const HANDED_OVER = 'bearing:handed-over';

/** Where the sealed tags wait, in the page's session storage: they outlive a reload of the tab, no more. */
export const HANDOVER_SLOT = 'bearing.unsaved';

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
