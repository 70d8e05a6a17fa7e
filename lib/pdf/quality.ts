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
/**
 * The letters of which most of a text consists in nearly any language of the Latin script, their accents aside, and how
 * much of it: over 0.56 in the files that were looked at. Eight letters of a ciphered text make up 0.31 on the average.
 */
const COMMON_LETTERS = /[eainorst]/g;
const COMMON_SHARE = 0.53;
/** The shortest words of such languages, accents aside, and how many of all there are at least: over 0.13 in the same files. */
const COMMON_WORDS = new Set(
  [
    'the of and in to is for with that on by as are was be or at from',
    'de la les des et en un une du dans que el los las y por con del al se su o os da do das dos em para um uma',
    'il di che per non sono una le der die das und den von zu mit ist im ein eine auf nicht het van een op te',
    'og att som det av er til for i na je w z do sie nie to ze ja on ei oli se ve bir bu ile az egy es nem',
    'va cua la cac co trong duoc cho mot nhung yang dan di dengan untuk dari si cu pe in au nu sa',
  ].flatMap((words) => words.split(' ').filter((word) => word.length > 1)),
);
const COMMON_WORDS_SHARE = 0.06;
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
  return without > NO_VOWEL * words.length || isCiphered(text) ? 'garbled' : 'text';
}

/** Whether each letter may be another's: a text in Latin letters that has neither a language's words nor its letters. */
function isCiphered(text: string): boolean {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const letters = plain.match(/[a-z]/g)?.length ?? 0;
  const words = plain.match(/(?<![a-z])[a-z]{2,}(?![a-z])/g) ?? [];
  if (words.length < FEWEST_WORDS || letters < LETTERS * (plain.match(/\S/g)?.length ?? 0))
    return false;
  const common = words.filter((word) => COMMON_WORDS.has(word)).length;
  return (
    common < COMMON_WORDS_SHARE * words.length &&
    (plain.match(COMMON_LETTERS)?.length ?? 0) < COMMON_SHARE * letters
  );
}
