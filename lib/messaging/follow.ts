/**
 * When a page looks again after something was written elsewhere: not while writes still come, because a reader who
 * tags has the machine first, and not while nobody sees the page. No validator in here.
 */

/** Longer than between two tags of a reader who knows what comes next. */
const AFTER_MS = 500;
/** However many writes come, what is in sight is not older than this. */
const BY_MS = 3_000;

/** The part of a document that is looked at. */
export interface Seen extends EventTarget {
  readonly hidden: boolean;
}

/**
 * Gives the function to call for each write, with whether more may follow at once. `look` runs once for all that came
 * since it ran last.
 */
export function following(
  page: Seen,
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
  signal.addEventListener('abort', () => clearTimeout(timer));
  return (moreMayFollow) => {
    const now = performance.now();
    first ??= now;
    if (!moreMayFollow) return due();
    clearTimeout(timer);
    timer = setTimeout(due, Math.max(0, Math.min(AFTER_MS, first + BY_MS - now)));
  };
}
