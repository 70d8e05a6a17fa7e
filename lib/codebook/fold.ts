/** Folding of words, so that what is typed finds what is meant whatever the spelling. */
import { folded } from '../text';

/** Lower case, compatibility forms and diacritics folded, runs of anything but letters and digits to one blank. */
export function plain(text: string): string {
  return folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * British and American spelling to one form, of text that `plain` has folded. Not a spelling of either:
 * only compare it with another folded text. Most rules work on letters, not on words, so that a word that
 * is still being typed folds as its finished form does.
 */
export function spelling(text: string): string {
  return text
    .replace(/programme/g, 'program')
    .replace(/cent(?:ere|er|re)/g, 'centr') // centre, center, centred, centered
    .replace(/(defen|licen|offen|practi)ce/g, '$1se')
    .replace(/skept/g, 'scept')
    .replace(/dgement/g, 'dgment')
    .replace(/ageing/g, 'aging')
    .replace(/logue/g, 'log')
    .replace(/grey/g, 'gray')
    .replace(/ae|oe/g, 'e') // paediatric, foetal
    .replace(/ou/g, 'o') // behaviour, colour
    .replace(/(?<=\p{L})z/gu, 's') // organization, analyze; never a beginning: "z" is not "supervision"
    .replace(/(?<=\p{L})([lmpst])\1/gu, '$1'); // labelling, fulfill, focussed
}

const SMALL_WORDS = new Set(['a', 'an', 'and', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to']);

/** First letters of the words, once with the small words and once without: "topw", "tpw". */
export function initials(words: readonly string[]): string[] {
  const first = (list: readonly string[]) => list.map((word) => word[0] ?? '').join('');
  const all = first(words);
  const big = first(words.filter((word) => !SMALL_WORDS.has(word)));
  return all === big ? [all] : [all, big];
}
