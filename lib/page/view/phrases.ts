/** Lists of phrases that are compared with texts as keys (looseKey). */

/** The phrases of a text with commas between them; line breaks in it are blanks. */
export const phrases = (list: string): string[] =>
  list
    .split(',')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

export const phraseSet = (list: string): ReadonlySet<string> => new Set(phrases(list));
