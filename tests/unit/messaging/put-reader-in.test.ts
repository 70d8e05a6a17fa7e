/** The reader of a page is asked for until somebody is there to put it in. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { putReaderIn } from '../../../lib/messaging/page/put-reader-in';
import { type ReadPage, shared } from '../../../lib/messaging/page/shared';

/** How often the background is asked in vain before it is there: more often than one request is repeated. */
const IN_VAIN = 7;
/** Longer than a background takes to come back on any machine that is in use. */
const LONG_MS = 60_000;
const read = (() => ({})) as unknown as ReadPage;
let asked = 0;

function background(answersAfter: number, puts: () => void): void {
  asked = 0;
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((async () => {
    asked += 1;
    if (asked <= answersAfter) throw new Error('Receiving end does not exist.');
    puts();
    return { ok: true, value: null };
  }) as never);
}

beforeEach(() => {
  vi.useFakeTimers();
  Object.defineProperty(browser.runtime, 'id', { configurable: true, value: 'bearing' });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a background that is not there yet is asked again, later', async () => {
  background(IN_VAIN, () => shared().onReader?.(read));
  const got = putReaderIn(new AbortController().signal);
  await vi.advanceTimersByTimeAsync(LONG_MS);
  await expect(got).resolves.toBe(read);
});

test('a background that has not heard it is asked again', async () => {
  asked = 0;
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation((async () => {
    asked += 1;
    if (asked === 1) return new Promise(() => {});
    shared().onReader?.(read);
    return { ok: true, value: null };
  }) as never);
  const got = putReaderIn(new AbortController().signal);
  await vi.advanceTimersByTimeAsync(LONG_MS);
  await expect(got).resolves.toBe(read);
});

test('a browser that lets no script in is asked once', async () => {
  background(0, () => {});
  await expect(putReaderIn(new AbortController().signal)).rejects.toThrow();
  expect(asked).toBe(1);
});

test('nothing more is asked for a script whose life has ended, and there is an end for any other', async () => {
  const life = new AbortController();
  background(Number.POSITIVE_INFINITY, () => {});
  void putReaderIn(life.signal).catch(() => {});
  await vi.advanceTimersByTimeAsync(1);
  const before = asked;
  life.abort();
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect(asked).toBe(before);
  const got = putReaderIn(new AbortController().signal).catch((error: Error) => error.name);
  await vi.advanceTimersByTimeAsync(LONG_MS);
  await expect(got).resolves.toBe('Problem');
});
