/** Folding of words, and the one search in lists: what is typed finds what is meant, whatever its case and accents. */

/** Compatibility forms, marks and case folded. Stored keys are made with it: what it gives must not change. */
export function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Text as it is searched. */
export function folded(text: string): string {
  return bare(text).replace(/ß/g, 'ss');
}

/** Does a text that is folded hold every word of a search? */
export function holdsWords(text: string, search: string): boolean {
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
