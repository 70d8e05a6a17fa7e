/** Does a passage of the page still read as the words that were chosen? Sites change the text of elements in place. */
import { looseKey } from '../../lib/text';

/** Long enough to be telling in any script: most runs of four letters of a text are in no other text of its length. */
const RUN = 4;
/** The page may hide or show parts of a passage (notes, markers), and white space is nobody's. */
const LEAST_SHARED = 0.5;

export function readsAs(text: string, quote: string): boolean {
  const [page, words] = [text, quote].map((one) => looseKey(one).replaceAll(' ', ''));
  if (!page || !words) return page === words;
  if (page.includes(words) || words.length < RUN) return page.includes(words);
  const runs = new Set(runsOf(page));
  const wanted = runsOf(words);
  return wanted.filter((run) => runs.has(run)).length >= wanted.length * LEAST_SHARED;
}

const runsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - RUN + 1) }, (_, i) => text.slice(i, i + RUN));
