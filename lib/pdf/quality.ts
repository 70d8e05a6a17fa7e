/**
 * Whether a file's text can be read at all. A scan has none, or next to none; in a file with a ciphered text layer the
 * letters that are painted are not those that its text names, and the text that a machine reads is gibberish.
 */
import type { PdfFile } from './source/types';

/** `none`: pictures of pages; `garbled`: letters that spell nothing. */
export type TextQuality = 'text' | 'none' | 'garbled';

/** A page with text has so many letters, on the average of a file's pages. */
const LETTERS_OF_PAGE = 25;
/** So much of a text may be signs that no font of text has: private ones, controls, replacements. */
const UNMAPPED = 0.15;
/** Words are looked at in texts with so many of them. */
const FEWEST_WORDS = 60;
/** In languages with vowels, words of some letters have one. */
const VOWEL = /[aeiouyæøœαεηιουωаеёиоуыэюяіїє]/i;
const WORD = /\p{Script=Latin}{4,24}|\p{Script=Greek}{4,24}|\p{Script=Cyrillic}{4,24}/gu;
/** So many of them have none in a ciphered text. */
const NO_VOWEL = 0.1;
/** Of the signs of a text so many are letters, unless it is ciphered into other signs. */
const LETTERS = 0.35;
/** As much of a text is looked at, in UTF-16 units. */
const MOST = 200_000;
const STRANGE = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu;

/** How well the text of a file can be read. */
export function qualityOf(file: PdfFile): TextQuality {
  let text = '';
  for (const page of file.pages) {
    if (text.length > MOST) break;
    text += `${page.items.map((item) => item.str).join(' ')}\n`;
  }
  const letters = text.match(/[^\s]/g)?.length ?? 0;
  const pages = Math.max(1, file.pages.length);
  if (letters < LETTERS_OF_PAGE * Math.min(pages, 10)) return 'none';
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
  // Each page ends in a line feed of ours.
  if (count(STRANGE) - file.pages.length > UNMAPPED * letters) return 'garbled';
  if (count(/\p{L}/gu) < LETTERS * letters) return 'garbled';
  const words = text.match(WORD) ?? [];
  const foreign =
    text.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}]/gu,
    )?.length ?? 0;
  if (words.length < FEWEST_WORDS || foreign > letters / 2) return 'text';
  const without = words.filter(
    (word) => !VOWEL.test(word.normalize('NFD')) && word !== word.toUpperCase(),
  ).length;
  return without > NO_VOWEL * words.length ? 'garbled' : 'text';
}
