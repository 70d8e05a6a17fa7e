/** How many papers of the list there are of each place, in words. */
import type { countPlaces } from '@/lib/model';

type Counts = ReturnType<typeof countPlaces>;

/** "12 to read, 3 reading, 40 read; 30 included, 8 excluded, 17 undecided". */
export function countWords(counts: Counts): string {
  const { reading, read, included, excluded, undecided } = counts;
  // An excluded paper need not be read, so without these words the numbers would not add up.
  const rest = excluded ? ' of the others' : '';
  return `${included} included, ${excluded} excluded, ${undecided} undecided; ${counts['to-read']}${rest} to read, ${reading} reading, ${read} read`;
}
