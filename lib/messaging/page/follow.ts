/**
 * When a page reloads what was written elsewhere: not while writes keep coming, so that the tag being made is not
 * slowed down, and not while the page is hidden. No validator in here.
 */

/** Longer than the pause between two tags of a fast reader. */
const AFTER_MS = 500;
/** A visible page is never further behind than this. */
const BY_MS = 3_000;

/** The part of a document that is used. */
export interface Visibility extends EventTarget {
  readonly hidden: boolean;
}

/**
 * Returns the function to call for each write, with whether more writes may follow immediately. `look` runs once for
 * all writes since its last run.
 */
export function following(
  page: Visibility,
  look: () => void,
  signal: AbortSignal,
): (moreMayFollow: boolean) => void {
  let first: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const due = () => {
    clearTimeout(timer);
    timer = undefined;
    if (page.hidden || signal.aborted) return;
    first = null;
    look();
  };
  const seen = () => {
    if (first !== null && timer === undefined) due();
  };
  page.addEventListener('visibilitychange', seen, { signal });
  return (moreMayFollow) => {
    const now = performance.now();
    first ??= now;
    if (!moreMayFollow) return due();
    clearTimeout(timer);
    timer = setTimeout(due, Math.max(0, Math.min(AFTER_MS, first + BY_MS - now)));
  };
}
