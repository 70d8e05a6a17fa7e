/** The front of a paper: title, authors, addresses, and what a journal prints beside them. */
import { isWorkLabel } from '../../page/shared';
import type { Block } from '../layout/blocks';
import { lettersOf } from '../layout/runs';
import { isKnownHeading } from './known-headings';

/** It ends where a paragraph of so many letters begins, or at the first heading that papers have. */
const PARAGRAPH = 280;
const MOST_LINES = 2;

const OPENS = /^(?:abstract|summary|zusammenfassung|resum[eo]n?|résumé)\b/i;

/** The place of the first block behind the front; behind the last one where there is none. */
export function frontEnd(blocks: readonly Block[]): number {
  const at = blocks.findIndex(({ kind, lines }) => {
    const text = lines[0]?.text.trim() ?? '';
    // "Case report" above a title is a label.
    if (lines.length <= MOST_LINES && isKnownHeading(text) && !isWorkLabel(text)) return true;
    if (OPENS.test(text)) return true;
    const letters = lines.reduce((sum, line) => sum + lettersOf(line.text), 0);
    return (
      kind === 'text' &&
      letters > PARAGRAPH &&
      lines.length > MOST_LINES &&
      isProse(lines.map((line) => line.text).join(' '))
    );
  });
  return at < 0 ? blocks.length : at;
}

const ADDRESS =
  /\b(?:department|university|universit|institut|hospital|school of|faculty|laborator|college|center for|centre for|corresponding author|e-?mail)\b|@/gi;
/** An address has so many words of addresses for its letters. */
const LETTERS_OF_ADDRESS = 110;

/** Of the words of prose so many are in small letters: names and addresses are not. */
const SMALL = 0.55;

/** Whether a text is one that is read, and no list of names or addresses, however long. */
function isProse(text: string): boolean {
  if ((text.match(ADDRESS)?.length ?? 0) * LETTERS_OF_ADDRESS > text.length) return false;
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.filter((word) => /^\p{Ll}/u.test(word)).length >= SMALL * words.length;
}
