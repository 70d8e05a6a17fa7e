/** Words with blanks between them, as a set: called as pure, it is left out of scripts that do not ask for it. */
export const wordsOf = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
