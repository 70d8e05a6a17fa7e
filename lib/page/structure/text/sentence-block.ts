/** Whether a block of text holds sentences. */
import { plain } from '../../reading/plain';
import type { Block } from './blocks';

/** A short text has so many words, with a sentence's end and without. */
const FEWEST_WORDS = 3;
const FEWEST_UNENDED = 12;

/** Text that reads as sentences; stricter in the front matter, where authors and addresses are. */
export function isSentenceBlock(block: Block, front: boolean): boolean {
  const text = block.text.trim();
  if (text.length < 2 || !/\p{L}{2}/u.test(text)) return false;
  const linked = block.linked > text.length * 0.6 && block.marks.length === 0;
  if (linked) return false;
  // Only the tail matters, and a pattern tied to the end would be tried at every letter before it.
  const tail = plain(text.slice(-48));
  const ends =
    /[.!?…:;)\]”"'’。]$/.test(tail) || /[.!?][”"’)\]]*\s?[\d,;–\s[\]()-]{1,30}$/.test(tail);
  if (front) {
    const words = text.split(/\s+/, 60);
    const lower = words.filter((w) => /^\p{Ll}{2,}/u.test(w)).length;
    return text.length >= 120 && ends && lower >= words.length * 0.5;
  }
  const fewest = ends || text.length >= 120 ? FEWEST_WORDS : FEWEST_UNENDED;
  return text.split(/\s+/, fewest).length === fewest;
}
