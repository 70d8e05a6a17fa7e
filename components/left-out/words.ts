/** How the number of damaged records is reported. No imports: tagging mode, a script in pages, uses it too. */

/** "1 damaged record is", "2 damaged records are": the beginning of a sentence. */
export const damagedAre = (count: number): string =>
  count === 1 ? '1 damaged record is' : `${count} damaged records are`;
