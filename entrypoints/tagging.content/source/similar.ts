/** The sentence of a page whose words are most like a quote that is not on it any more. Pure. */
import { searchText } from '../../../lib/text';

/**
 * A sentence that has less of what the quote's words tell is about something else: two sentences of one article on one
 * subject share about a quarter, one that was rewritten keeps half or more.
 */
const LEAST_SHARED = 0.4;

/** Words; of scripts without blanks each two neighbouring signs. */
const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}|[\p{L}\p{M}\p{N}]+/gu;
const WITHOUT_BLANKS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function wordsOf(text: string): Set<string> {
  const words = searchText(text).match(WORDS) ?? [];
  return new Set(
    words.flatMap((word) => {
      if (!WITHOUT_BLANKS.test(word)) return [word];
      const signs = [...word];
      return signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
    }),
  );
}

/** The place of the sentence in the list; null where none is like the quote. A word tells more the fewer sentences have it. */
export function mostSimilar(quote: string, sentences: readonly string[]): number | null {
  const wanted = wordsOf(quote);
  const found = sentences.map(wordsOf);
  const having = (word: string) => found.filter((words) => words.has(word)).length;
  const tells = new Map(
    [...wanted].map((word) => [word, Math.log(1 + (sentences.length + 1) / (having(word) + 1))]),
  );
  const sum = (words: Iterable<string>) =>
    [...words].reduce((total, word) => total + (tells.get(word) ?? 0), 0);
  const all = sum(wanted);
  let best = { at: -1, share: 0 };
  for (const [at, words] of found.entries()) {
    const share = all ? sum(words) / all : 0;
    if (share > best.share) best = { at, share };
  }
  return best.share >= LEAST_SHARED ? best.at : null;
}
