/** Whether a block of text holds sentences. */
import { plain } from '../../reading/plain';
import type { Block } from './blocks';

/** A short text has so many words, with a sentence's end and without. */
const FEWEST_WORDS = 3;
const FEWEST_UNENDED = 12;

/** Letters of scripts that leave no blank between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
/** About two of these letters are a word: a sentence of six is as short as one of three words. */
const LETTERS_A_WORD = 2;
/** A text of front matter is a paragraph from so many letters on. */
const FRONT_PARAGRAPH = 120;

/** How many words are written without a blank between them. */
const unspacedWords = (text: string): number =>
  Math.floor((text.slice(0, MOST_LOOKED_AT).match(UNSPACED)?.length ?? 0) / LETTERS_A_WORD);
/** Where so many letters are not enough, no more of them are. */
const MOST_LOOKED_AT = 200;

/** Text that reads as sentences; stricter in the front matter, where authors and addresses are. */
export function isSentenceBlock(block: Block, front: boolean): boolean {
  const text = block.text.trim();
  if (text.length < 2 || !/\p{L}{2}/u.test(text)) return false;
  const linked = block.linked > text.length * 0.6 && block.marks.length === 0;
  if (linked) return false;
  // Only the tail matters, and a pattern tied to the end would be tried at every letter before it.
  const tail = plain(text.slice(-48));
  const ends =
    /[.!?…:;)\]”"'’。！？．」』]$/.test(tail) ||
    /[.!?][”"’)\]]*\s?[\d,;–\s[\]()-]{1,30}$/.test(tail);
  if (front) {
    const words = text.split(/\s+/, 60);
    const lower = words.filter((w) => /^\p{Ll}{2,}/u.test(w)).length;
    const reads = lower >= words.length * 0.5 && text.length >= FRONT_PARAGRAPH;
    // Names, dates and addresses have no full stop in these scripts.
    const isSentence = /[。！？．][」』]?$/.test(tail) && unspacedWords(text) >= FEWEST_WORDS * 2;
    return ends && (reads || isSentence);
  }
  const fewest = ends || text.length >= FRONT_PARAGRAPH ? FEWEST_WORDS : FEWEST_UNENDED;
  return text.split(/\s+/, fewest).length === fewest || unspacedWords(text) >= fewest;
}
