/** Other coders' tags on a paper in words: how many and whose. */
import type { CoderIndex, Tag } from '@/lib/model';
import { displayText, namesInWords } from '@/lib/text';

/** More names than these are counted. */
const NAMED = 2;

/** "3 tags by NI and JK are here too." */
export function othersInWords(tags: readonly Tag[], coders: CoderIndex): string {
  const names = new Set(tags.map((tag) => displayText(coders.name(tag.coderId))));
  const by = namesInWords([...names], NAMED);
  return tags.length === 1
    ? `1 tag by ${by} is here too.`
    : `${tags.length} tags by ${by} are here too.`;
}
