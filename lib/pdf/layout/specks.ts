/**
 * Specks of a scan that its text layer took for letters: holes of a binding, dots of dust. They run down the margins, and
 * would otherwise be read as ends of the lines beside them, or fill the gutter between columns.
 */
import { textOfRun } from './furniture';
import type { Run } from './runs';

/** Where a page begins and ends is known by its words: cells of a table that are one sign are between other cells. */
const LETTERS_OF_WORD = 2;
/** With fewer words, nobody knows where a margin begins. */
const FEWEST_WORDS = 10;
/** This part of them may be further out: dust makes words, too. */
const OUTLIERS = 0.01;
/** A page has so many specks, or none: one sign beside a text may be an author's. */
const FEWEST = 4;
/** What holes and dots are taken for; other letters, digits and dashes may be of a table. */
const SPECK = /^[oO0QDC@©®°•·.,:;'"`´¸~^_(){}[\]<>|/\\]$/u;

/** The runs of a page that are specks in its margins. */
export function marginSpecks(runs: readonly Run[]): Set<Run> {
  const words = runs.filter((run) => run.letters >= LETTERS_OF_WORD);
  if (words.length < FEWEST_WORDS) return new Set();
  const outlier = Math.floor(OUTLIERS * words.length);
  const left = words.map(({ x0 }) => x0).sort((a, b) => a - b)[outlier] as number;
  const right = words.map(({ x1 }) => x1).sort((a, b) => b - a)[outlier] as number;
  const specks = runs.filter(
    (run) => (run.x1 < left || run.x0 > right) && SPECK.test(textOfRun(run).trim()),
  );
  return new Set(specks.length < FEWEST ? [] : specks);
}
