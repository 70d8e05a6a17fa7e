/** What a table or item has under a word that a file or page wrote: every object has "constructor", which is not its own. */
export const ownOf = <T>(
  table: Readonly<Record<string, T>>,
  word: string | undefined,
): T | undefined => (word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined);
