/** The items of a measure as lines of text, and back: an item whose words are corrected keeps what sites answered to it. */
import { type Measure, newId } from '@/lib/model';
import { looseKey } from '@/lib/text';

type Item = Measure['items'][number];

const REVERSED = /\(r\)$/i;

export const itemLines = (items: readonly Item[]): string =>
  items.map(({ text, reversed }) => (reversed ? `${text} (R)` : text)).join('\n');

const sameWords = (a: string, b: string): boolean =>
  looseKey(a) ? looseKey(a) === looseKey(b) : a === b;

/**
 * The items of these lines. A line with the words of an item that was there before is that item, wherever it is now; else
 * it is the one that was at this place, if that has no line of its own any more and no line was added or removed; else it is new.
 */
export function itemsIn(lines: string, before: readonly Item[]): Item[] {
  const typed = lines.split('\n').flatMap((line) => {
    const typed = line.trim();
    const text = typed.replace(REVERSED, '').trim();
    return text ? [{ text, isReversed: REVERSED.test(typed) }] : [];
  });
  const left = new Set(before);
  const known = typed.map(({ text }) => {
    const found = [...left].find((one) => sameWords(one.text, text));
    if (found) left.delete(found);
    return found;
  });
  const isSameLength = typed.length === before.length;
  return typed.map(({ text, isReversed }, i) => {
    const there = before[i];
    const same = known[i] ?? (isSameLength && there && left.has(there) ? there : undefined);
    return { id: same?.id ?? newId(), text, ...(isReversed && { reversed: true as const }) };
  });
}
