/**
 * The text of a source: what a paper is quoted for, in one line of characters of one unit each. Tools count the places in it
 * in different ways (code points, UTF-16 units, line ends as one sign or as two), and each of them comes to the same here.
 */
import { oneLine } from '../../text';

/** Where a character has none of one unit that means the same. */
const NO_SIGN = '\u25a1';
const ASTRAL = /[\u{10000}-\u{10ffff}]/gu;

/** A text without line ends, characters of two units, or anything that is not a character; composed (NFC). */
export function plainText(text: string): string {
  return oneLine(text).normalize('NFC').replace(ASTRAL, ofOneUnit).normalize('NFC');
}

/** Letters for mathematics are letters; pictures have no such form. */
function ofOneUnit(sign: string): string {
  const same = sign.normalize('NFKC');
  return /^[\u0020-\ud7ff\ue000-\ufffd]+$/u.test(same) ? same : NO_SIGN;
}

const BETWEEN = ' | ';

/** Passages one after the other, with where each is, the end exclusive. */
export function joined(passages: readonly string[]): { text: string; places: [number, number][] } {
  const places: [number, number][] = [];
  let text = '';
  for (const passage of passages) {
    // A passage of nothing could not be chosen in any tool.
    const words = plainText(passage) || NO_SIGN;
    if (text) text += BETWEEN;
    places.push([text.length, text.length + words.length]);
    text += words;
  }
  return { text, places };
}
