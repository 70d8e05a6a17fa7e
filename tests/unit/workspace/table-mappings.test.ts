/** What columns hold is remembered for files with the same headings, where there is room for it. */
import { afterEach, expect, test, vi } from 'vitest';
import {
  rememberedMapping,
  rememberMapping,
} from '../../../entrypoints/workspace/rooms/exchange/table-mappings';
import type { TableMapping } from '../../../lib/exchange';

const HEADINGS = ['Segment', 'Code'];
const MAPPING: TableMapping = { use: 'coding', columns: { quote: 0, code: 1 } };

function storage(setItem: (key: string, text: string) => void): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      setItem(key, text);
      kept.set(key, text);
    },
  });
  return kept;
}
afterEach(() => vi.unstubAllGlobals());

test('a mapping is found again by the headings, under a name of our own', () => {
  const kept = storage(() => {});
  rememberMapping(HEADINGS, MAPPING);
  expect(rememberedMapping(HEADINGS)).toEqual(MAPPING);
  expect(rememberedMapping(['Other'])).toBeUndefined();
  expect([...kept.keys()]).toEqual(['bearing.table-columns']);
});

test('a table is taken where there is no room to remember its columns', () => {
  storage(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(() => rememberMapping(HEADINGS, MAPPING)).not.toThrow();
  expect(rememberedMapping(HEADINGS)).toBeUndefined();
});
