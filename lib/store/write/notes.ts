/** Notes on one thing, as one text with a blank line between two of them: nothing is lost, and nothing is there twice. */
import { LONGEST_TEXT } from '../../model';

/** Programs break the lines of notes in their own ways: two that differ in blanks alone are one. */
const unspaced = (text: string): string => text.replace(/\s+/g, '');

/** Is a note one paragraph of a text, or several that follow each other? A part of a paragraph may mean the opposite of the whole. */
function knownIn(text: string): (note: string) => boolean {
  const paragraphs = text.split(/\n\s*\n/).map(unspaced);
  const whole = paragraphs.join('');
  const bounds = new Set([0]);
  let end = 0;
  for (const { length } of paragraphs) {
    end += length;
    bounds.add(end);
  }
  return (note) => {
    const words = unspaced(note);
    return [...bounds].some((at) => bounds.has(at + words.length) && whole.startsWith(words, at));
  };
}

/** With the notes that are not in it yet. What is longer than a record holds is cut. */
export function joinNotes(own: string, notes: readonly string[]): { note: string; isCut: boolean } {
  const isKnown = knownIn(own);
  const others = notes.map((note) => note.trim()).filter((note) => note && !isKnown(note));
  if (!others.length) return { note: own, isCut: false };
  if (own.length >= LONGEST_TEXT) return { note: own, isCut: true };
  const all = [...new Set([own, ...others])].filter(Boolean).join('\n\n');
  const isCut = all.length > LONGEST_TEXT;
  return { note: isCut ? `${all.slice(0, LONGEST_TEXT - 1)}…` : all, isCut };
}

/** Of two records that become one: the longer note where it holds the other, or both. */
export const oneNote = (kept: string, other: string): string =>
  knownIn(other)(kept) ? other : joinNotes(kept, [other]).note;
