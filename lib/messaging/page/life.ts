/**
 * The life of one copy of a page script. It ends when a later copy replaces it in the same document, or when
 * the extension that injected it is gone. Nothing of this can be seen by the page: an abort signal in our
 * own isolated world, and no event, message or attribute.
 */
import { connected } from './client';
import { shared } from './shared';

/**
 * Ends the copy of this script that already runs in the document (a slow install beside a fresh load injects
 * two) and gives the life of the new one.
 */
export function replaceOlder(script: string): AbortController {
  const { lives } = shared();
  lives[script]?.abort();
  const life = new AbortController();
  lives[script] = life;
  return life;
}

/** How often a script looks whether its extension is still there, in milliseconds. */
const LOOK_MS = 500;

/**
 * Calls `act` once when the extension was reloaded, updated or switched off under this script. A background
 * that merely went to sleep does not count: the extension's id stays. In Firefox the script itself dies with
 * its extension, so nothing is called there.
 */
export function whenOrphaned(signal: AbortSignal, act: () => void): void {
  const timer = setInterval(() => {
    if (connected()) return;
    clearInterval(timer);
    act();
  }, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
