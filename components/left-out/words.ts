/** How damaged records are reported: their number, and what kind each is. */

/** "1 damaged record is", "2 damaged records are": the beginning of a sentence. */
export const damagedAre = (count: number): string =>
  count === 1 ? '1 damaged record is' : `${count} damaged records are`;

/** One record of a table, and several. */
const KINDS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  settings: ['settings record', 'settings records'],
  codebooks: ['codebook', 'codebooks'],
  reviews: ['review', 'reviews'],
  papers: ['paper', 'papers'],
  reviewPapers: ['reading list entry', 'reading list entries'],
  statements: ['statement', 'statements'],
  tags: ['tag', 'tags'],
  assessments: ['assessment', 'assessments'],
  history: ['history entry', 'history entries'],
};

/** "tag", "2 papers": a table that is not ours (a file may name any) is named as it is. */
export const kindOf = (table: string): string => KINDS[table]?.[0] ?? table;

/** "1 paper, 2 tags". */
export function countsInWords(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([table, n]) => `${n} ${KINDS[table]?.[n === 1 ? 0 : 1] ?? table}`)
    .join(', ');
}
