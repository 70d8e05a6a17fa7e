/** Which page number is printed on each page of a file: its labels, or what follows from the pages under which the paper is cited. */

const NUMBER = /^\d{1,6}$/;

/** Labels that only count the pages of the file. */
const onlyCount = (labels: readonly string[]): boolean =>
  labels.every((label, index) => label === String(index + 1));

/**
 * The printed number of a page; null where nothing tells it.
 * @param index of the page in the file, from 0
 * @param labels of the file, by page
 * @param range the pages of the paper as it is cited: "819-823"
 */
export function printedPage(
  index: number,
  { labels, range, pages }: { labels: readonly string[] | null; range?: string; pages: number },
): string | null {
  const own = labels?.[index]?.trim();
  if (labels && own && !onlyCount(labels)) return own;
  const [first = '', last = ''] = (range ?? '').split(/[-–—]/).map((one) => one.trim());
  // A file with a cover, or with a supplement, has more pages than its paper: where the first one is, is not known.
  if (NUMBER.test(first) && NUMBER.test(last) && Number(last) - Number(first) + 1 === pages)
    return String(Number(first) + index);
  return labels && own && first === '1' ? own : null;
}
