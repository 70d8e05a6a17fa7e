/** What the page script of `anchor-page.mjs` holds: anchoring as plain data in and out. */
import { describe, type Located, locate } from '../../lib/anchor';
import type { Selectors } from '../../lib/model';

interface Answer {
  outcome: Located['outcome'];
  text: string | null;
  start: number | null;
  end: number | null;
  flags: string[];
}

declare global {
  interface Window {
    bearingAnchor?: {
      describe(range: Range): Selectors;
      locate(selectors: readonly Selectors[]): Answer[];
    };
  }
}

window.bearingAnchor = {
  describe: (range) => JSON.parse(JSON.stringify(describe(range))) as Selectors,
  locate: (selectors) =>
    locate(selectors).map(({ outcome, text, start, end, flags }) => ({
      outcome,
      text,
      start,
      end,
      flags,
    })),
};
