/** References are taken apart for the side panel in slices, so that the page stays responsive however slow the machine is. */
import { afterEach, expect, test, vi } from 'vitest';
import { referencesOf } from '../../../entrypoints/tagging.content/bridge/outline';
import type { Reference } from '../../../lib/page/types';

afterEach(() => vi.restoreAllMocks());

/** References of which each part takes so many milliseconds to read, on a clock that only they move. */
function slowReferences(count: number, ms: number): Reference[] {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const slowly = <T>(value: T): T => {
    now += ms;
    return value;
  };
  return Array.from({ length: count }, (_, i) => ({
    ...{ id: `r${i}`, label: null, text: 'Adams K. Care. 2010.', pmid: null, firstAuthor: null },
    ...{ container: null, volume: null, issue: null, pages: null, url: null, element: null },
    get doi() {
      return slowly(null);
    },
    get year() {
      return slowly(2010);
    },
    get title() {
      return slowly('Care');
    },
  }));
}

const CASES: readonly [string, { count: number; ms: number; pauses: number }][] = [
  ['quick ones need no pause', { count: 60, ms: 0, pauses: 0 }],
  ['a pause is made when a slice is over', { count: 8, ms: 1, pauses: 1 }],
  ['it is made within a reference too', { count: 2, ms: 30, pauses: 5 }],
];

test.each(CASES)('%s', async (_, { count, ms, pauses }) => {
  const references = slowReferences(count, ms);
  const pause = vi.fn(() => Promise.resolve());
  const structure = { references, citations: [], sections: [], sentences: [] };
  const read = await referencesOf(structure, pause);
  expect(read.map(({ id, title, year }) => [id, title, year])).toEqual(
    references.map(({ id }) => [id, 'Care', 2010]),
  );
  expect(pause).toHaveBeenCalledTimes(pauses);
});
