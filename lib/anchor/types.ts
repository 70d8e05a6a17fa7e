/** What locating a stored quote can answer. */
import type { Selectors } from '../model';

/**
 * exact       the quote stands there letter for letter
 * normalised  it stands there but for white space, hyphenation, ligatures, quotes, dashes, markup or citation markers
 * changed     the passage stands there with other words or numbers: shown to the reader, never silently attached
 * ambiguous   several places fit and nothing decides between them
 * lost        nothing on the page is this passage
 */
export type Outcome = 'exact' | 'normalised' | 'changed' | 'ambiguous' | 'lost';

/** What a change touches; each is a reason to look twice. */
export type ChangeFlag = 'negation' | 'number' | 'direction' | 'words';

/** A run of the difference between the stored quote and the page's text. */
export interface DiffPart {
  op: 'same' | 'removed' | 'added';
  text: string;
}

export interface Located {
  outcome: Outcome;
  /** Null for `lost` and `ambiguous`. For `changed` the range is where the changed passage stands. */
  range: Range | null;
  /** Every place that fits, for `ambiguous`. */
  candidates: Range[];
  /**
   * Every stretch, in the order of the quote, when its blocks no longer stand one after the other; else empty. `range` is then the
   * stretch that holds them all, or the longest of them.
   */
  pieces: Range[];
  /** The page's text at `range`; null where there is no place. */
  text: string | null;
  /** UTF-16 offsets in `document.body.textContent`; null where there is no place. */
  start: number | null;
  end: number | null;
  flags: ChangeFlag[];
  /** For `changed`: old against new. */
  diff: DiffPart[];
}

export type Describe = (range: Range, root?: Element) => Selectors;
/** Answers in the order of `selectors`. Builds one text index for all of them. */
export type Locate = (selectors: readonly Selectors[], root?: Element) => Located[];
