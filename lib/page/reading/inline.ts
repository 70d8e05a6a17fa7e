/** Which elements are in a line of text, and which begin a line of their own. */

/** Inline by nature; everything else separates words, as in the page's own rendering. */
export const INLINE = new Set(
  (
    'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK NOBR Q RUBY RT RP S SAMP SMALL ' +
    'SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'
  ).split(' '),
);

/**
 * Names of HTML elements are in capitals; those of formulas and drawings are not, and never blocks. Custom
 * elements and buttons are in the line unless a style makes them blocks: "1<x-y>2</x-y>" is read as 12.
 */
export function isBlock(tag: string): boolean {
  return tag.charCodeAt(0) < 97 && !INLINE.has(tag) && tag !== 'BUTTON' && !tag.includes('-');
}
