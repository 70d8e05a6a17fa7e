/**
 * The life of one copy of a page script. It ends when a later copy replaces it in the same document, or when
 * the extension that injected it is gone. Nothing of this can be seen by the page: an abort signal in our
 * own isolated world, and no event, message or attribute.
 */

declare global {
  /** By script name. Ours alone: the page's scripts do not share this global object. */
  var bearingLives: Record<string, AbortController> | undefined;
}

/**
 * Ends the copy of this script that already runs in the document (a slow install beside a fresh load injects
 * two) and gives the life of the new one.
 */
export function replaceOlder(script: string): AbortController {
  globalThis.bearingLives ??= {};
  globalThis.bearingLives[script]?.abort();
  const life = new AbortController();
  globalThis.bearingLives[script] = life;
  return life;
}
