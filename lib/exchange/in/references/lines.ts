/** A file as lines, whatever ends them, and how a part of it is shown to its reader. */
import { oneLine } from '../../text';

/** Lines of a file of any system, without the byte order mark. */
export const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n|[\r\n]/);

/** Enough of a record to find it by. */
const LONGEST_EXCERPT = 80;

/** How a record begins, on one line. */
export const beginningOf = (text: string): string =>
  oneLine(text.slice(0, LONGEST_EXCERPT * 4)).slice(0, LONGEST_EXCERPT);

/**
 * Characters of one entry. The longest honest one, with 5,000 authors and an abstract, is a quarter of it; what is longer
 * is a file whose entries do not end.
 */
export const LONGEST_ENTRY = 1_000_000;

export const TOO_LONG = `it is longer than ${LONGEST_ENTRY.toLocaleString('en')} characters`;
