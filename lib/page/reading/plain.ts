/** Text as it is printed on one line. */

/**
 * Characters that have no width and that change no word: soft hyphens, zero-width and no-break joints, and the
 * operators of formulas that are not printed. Zero-width joiners spell words in Persian and in Indic scripts: they stay.
 */
const NO_WIDTH = /[\u00ad\u200b\u2060-\u2064\ufeff]/;
const ALL_NO_WIDTH = new RegExp(NO_WIDTH.source, 'g');

export const hasNoWidth = (char: string): boolean => NO_WIDTH.test(char);

/** What is not on one line yet: an odd character, two blanks, or one at an end. Most texts have none of it. */
const UNEVEN =
  /[^ -~\u00a1-\u00ac\u00ae-\u167f\u1681-\u1fff\u200c-\u2027\u2030-\u205e\u2065-\u2fff\u3001-\ufefe\uff00-\uffff]| {2}|^ | $/;

/** White space collapsed and trimmed, characters without width dropped. */
export function plain(text: string): string {
  if (!UNEVEN.test(text)) return text;
  return text.replace(ALL_NO_WIDTH, '').replace(/\s+/g, ' ').trim();
}
