/** Locating stored quotes: in one go, or in slices that leave the page its turn. */
import type { Selectors } from '../model';
import { Pass } from './find/pass';
import type { Located } from './types';

/** Locates every quote, in order, with one index of the page. */
export function locate(selectors: readonly Selectors[], root: Element = document.body): Located[] {
  const pass = new Pass(root);
  return selectors.map((one) => pass.locate(one));
}

export interface Steps {
  root?: Element;
  /** Resolves when the page has had its turn: `scheduler.yield`, a message, a time-out. */
  pause: () => Promise<void>;
  /** Longest time without a pause, in milliseconds. */
  budget?: number;
  now?: () => number;
  signal?: AbortSignal;
}

/** Like `locate`, in slices. If the page changes in between, what is left is looked for in its new text. */
export async function locateInSteps(
  selectors: readonly Selectors[],
  steps: Steps,
): Promise<Located[]> {
  const { root = document.body, pause, budget = 12, now = () => performance.now(), signal } = steps;
  const found: Located[] = [];
  let stale = false;
  const observer = new MutationObserver(() => {
    stale = true;
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  try {
    let pass = new Pass(root);
    let since = now();
    for (const one of selectors) {
      if (now() - since > budget) {
        await pause();
        signal?.throwIfAborted();
        since = now();
        if (stale || observer.takeRecords().length > 0) {
          stale = false;
          pass = new Pass(root);
        }
      }
      found.push(pass.locate(one));
    }
    return found;
  } finally {
    observer.disconnect();
  }
}
