/** Text as it is printed on one line. */

/**
 * Characters that have no width and that change no word: soft hyphens, zero-width and no-break joints, and the
 * operators of formulas that are not printed. Zero-width joiners spell words in Persian and in Indic scripts: they stay.
 */
const NO_WIDTH = /[\u00ad\u200b\u2060-\u2064\ufeff]/;
const ALL_NO_WIDTH = new RegExp(NO_WIDTH.source, 'g');

export const hasNoWidth = (char: string): boolean => NO_WIDTH.test(char);

/** White space collapsed and trimmed, characters without width dropped. */
export function plain(text: string): string {
  return text.replace(ALL_NO_WIDTH, '').replace(/\s+/g, ' ').trim();
}
