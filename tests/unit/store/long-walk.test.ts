/** One long walk: what grows with a store's history (numbers, files, chains of undo) holds as well as in short ones. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setAsideBy, sweep } from '../../../lib/store';
import { expectSound } from './support';
import { beginWalking, records, takeAllBack, walk } from './walking';

beforeEach(beginWalking);
afterEach(() => {
  vi.useRealTimers();
});

test('one long walk of 2,000 steps stays sound, and is taken back step by step', async () => {
  const { ours, start } = await walk({ seed: 7, length: 2_000 }, async (i) => {
    if (i % 250 === 249) await expectSound();
  });
  expect(setAsideBy(await sweep())).toBe(0);
  await takeAllBack(ours);
  expect(await records()).toEqual(start);
}, 240_000);
