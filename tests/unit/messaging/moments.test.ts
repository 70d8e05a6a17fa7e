/** Keys are put in order over documents that were loaded at different times. */
import { expect, test } from 'vitest';
import { momentOf } from '../../../lib/messaging/bar-types';

test('a moment is the same in the page and in the toolbar', () => {
  const at = (timeStamp: number, timeOrigin: number) =>
    momentOf({ timeStamp } as Event, { performance: { timeOrigin } } as Window);
  expect(at(500, 1_000)).toBe(at(300, 1_200));
  expect(at(500, 1_000)).toBeLessThan(at(301, 1_200));
});
