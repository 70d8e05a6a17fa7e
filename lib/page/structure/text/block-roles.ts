/** What a block of text is by its look: a heading that is only printed in bold, sentences, or neither. */

import { plain } from '../../reading/plain';
import { isReferencesTitle, sectionKind } from '../sections/section-kind';
import type { SectionTree } from '../sections/sections';
import { Block } from './blocks';
import type { Heading, Item } from './walk';

/** A line in bold that opens text: how old pages print headings. */
export function boldHeading(
  block: Block,
  items: readonly Item[],
  at: number,
  tree: SectionTree,
  headings: number,
): Heading | null {
  if (block.kind !== 'text' || block.bold === 0 || block.text.length > 400) return null;
  const title = plain(block.text);
  if (title.length > 120 || title.length < 3 || block.bold < title.replace(/\s/g, '').length * 0.85)
    return null;
  if (block.linked > title.length * 0.5 || !/^[\p{Lu}\d¿¡]/u.test(title) || /[;,]$/.test(title))
    return null;
  if (!/\p{L}{3}/u.test(title)) return null;
  const named = sectionKind(title, true) !== 'other' || isReferencesTitle(title);
  if (/[.:!?]$/.test(title) && !named && title.length > 60) return null;
  // Before the first section only a known name is a heading, unless bold lines are all the page has.
  if (!named && tree.current() === null && headings > 2) return null;
  const next = items.slice(at + 1).find((i) => !('edge' in i));
  if (
    !next ||
    'heading' in next ||
    (next instanceof Block && next.kind === 'text' && next.bold > next.text.length * 0.8)
  )
    return null;
  return { heading: true, element: block.element, title: title.replace(/[.:]$/, ''), rank: 7 };
}

/** Text that reads as sentences; stricter in the front matter, where authors and addresses stand. */
export function isSentenceBlock(block: Block, front: boolean): boolean {
  const text = block.text.trim();
  if (text.length < 2 || !/\p{L}{2}/u.test(text)) return false;
  const linked = block.linked > text.length * 0.6 && block.marks.length === 0;
  if (linked) return false;
  // Only the tail matters, and a pattern tied to the end would be tried at every letter before it.
  const tail = plain(text.slice(-48));
  const ends =
    /[.!?…:;)\]”"'’。]$/.test(tail) || /[.!?][”"’)\]]*\s?[\d,;–\s[\]()-]{1,30}$/.test(tail);
  const words = text.split(/\s+/, 60);
  if (front) {
    const lower = words.filter((w) => /^\p{Ll}{2,}/u.test(w)).length;
    return text.length >= 120 && ends && lower >= words.length * 0.5;
  }
  if (words.length < 3) return false;
  return ends || text.length >= 120 || words.length >= 12;
}
