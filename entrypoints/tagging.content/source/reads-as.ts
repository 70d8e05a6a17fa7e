/** Does a passage of the page still read as the words that were chosen? Sites change the text of elements in place. */
import { looseKey } from '../../../lib/text';

/** Long enough to be telling in any script: most runs of four letters of a text are in no other text of its length. */
const RUN = 4;
/** A page may take out parts of a passage, such as markers of citations; white space does not count. */
const LEAST_SHARED = 0.5;

/**
 * @param text what the passage reads now, without what is hidden in it
 * @param quote the chosen words; the passage may have lost some of them, but has no others
 */
export function readsAs(text: string, quote: string): boolean {
  const [page, words] = [text, quote].map(squeezed);
  if (!page || !words) return page === words;
  if (page.includes(words) || words.length < RUN) return page.includes(words);
  const runs = new Set(runsOf(page));
  const wanted = runsOf(words);
  const shared = wanted.filter((run) => runs.has(run)).length;
  return shared >= wanted.length * LEAST_SHARED && !hasOtherWords(text, quote);
}

const squeezed = (text: string): string => looseKey(text).replaceAll(' ', '');

/** Markers of citations and notes: a number, or a single letter. */
const MARKER = /\p{N}+|(?<!\p{L})[a-z](?!\p{L})/gu;

/** Has a word been put in? One that is beside a place where something was taken out has still its other neighbour. */
function hasOtherWords(text: string, quote: string): boolean {
  const [page = [], known = []] = [text, quote].map((one) =>
    looseKey(one).replace(MARKER, ' ').split(' ').filter(Boolean),
  );
  const said = known.join('');
  return page.some((word, at) => {
    const [before = '', after = ''] = [page[at - 1], page[at + 1]];
    return !said.includes(before + word) && !said.includes(word + after);
  });
}

const runsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - RUN + 1) }, (_, i) => text.slice(i, i + RUN));
