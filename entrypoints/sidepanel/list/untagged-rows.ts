/** The citation statements of the page that have no tag, as rows, and both kinds of rows in one order. Pure. */
import type { PanelPlace, PanelSentence, PanelTagged } from '@/lib/messaging/panel/types';
import type { ListedRow, Row, UntaggedRow } from './rows';

/** Of an untagged row; no statement has such an id. */
export const sentenceRowId = (index: number): string => `sentence-${index}`;

/** The rows of the citation statements without a tag. One that is the same as in `before` stays the same object. */
export function untaggedRows(
  sentences: readonly PanelSentence[],
  tagged: readonly PanelTagged[],
  rows: readonly Row[],
  before: ReadonlyMap<string, UntaggedRow> = new Map(),
): UntaggedRow[] {
  const listed = new Set(rows.map(({ id }) => id));
  // One that is listed no more, or whose tags are another coder's and hidden, makes no sentence a tagged one.
  const known = new Set(tagged.flatMap((one) => (listed.has(one.statementId) ? one.sentence : [])));
  const saved = new Map(rows.map((row) => [flatText(row.statement.quote), row.place]));
  return sentences.flatMap((sentence) => {
    if (known.has(sentence.index)) return [];
    const place = saved.get(sentence.text);
    // Tagged a moment ago: the page has yet to look for it, or to count it.
    if (place === null || (place && isAt(place, sentence))) return [];
    const id = sentenceRowId(sentence.index);
    const old = before.get(id);
    return [old?.sentence === sentence ? old : { id, sentence }];
  });
}

/** A statement begins after the space before it, a sentence perhaps with it. */
const SAME_PLACE = 8;

function isAt({ order }: PanelPlace, sentence: PanelSentence): boolean {
  return order !== null && Math.abs(order - sentence.order) <= SAME_PLACE;
}

const flatText = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Both kinds of rows in reading order; each list is in that order already. */
export function inOrder(
  rows: readonly Row[],
  untagged: readonly UntaggedRow[],
): readonly ListedRow[] {
  if (!untagged.length) return rows;
  const merged: ListedRow[] = [];
  let next = 0;
  for (const row of rows) {
    for (let one = untagged[next]; one && one.sentence.order < row.order; one = untagged[next]) {
      merged.push(one);
      next += 1;
    }
    merged.push(row);
  }
  return [...merged, ...untagged.slice(next)];
}
