/** Asking the background while it may end at any moment. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { ask, send } from '../../../lib/messaging';

/** What the worker does, request by request; the last goes on. */
type Turn = 'dies' | 'says nothing' | 'refuses' | 'answers';
let asked = 0;

function worker(...turns: Turn[]): void {
  asked = 0;
  const sendMessage = async () => {
    const turn = turns[Math.min(asked, turns.length - 1)];
    asked += 1;
    if (turn === 'dies') throw new Error('The message port closed before a response was received.');
    if (turn === 'says nothing') return undefined;
    if (turn === 'refuses') return { ok: false, code: 'forbidden', sentence: 'No.' };
    return { ok: true, value: null };
  };
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(sendMessage as never);
}

beforeEach(() => {
  Object.assign(browser.runtime, { id: 'bearing' });
});

describe('a request that only reads', () => {
  test.each<[string, Turn[], number]>([
    ['is answered at once', ['answers'], 1],
    ['is sent again when the worker died', ['dies', 'answers'], 2],
    ['and again when it said nothing', ['dies', 'says nothing', 'answers'], 3],
  ])('%s', async (_, turns, times) => {
    worker(...turns);
    await expect(ask('page/left', {})).resolves.toBeNull();
    expect(asked).toBe(times);
  });

  test.each<[string, Turn[], string, number]>([
    ['a worker that is gone for good', ['dies'], 'unreachable', 3],
    ['a refusal', ['refuses'], 'forbidden', 1],
  ])('%s is told', async (_, turns, code, times) => {
    worker(...turns);
    await expect(ask('page/left', {})).rejects.toMatchObject({ code });
    expect(asked).toBe(times);
  });
});

test('a request that writes is sent once: whoever asked decides on another', async () => {
  worker('dies', 'answers');
  await expect(send('page/left', {})).rejects.toMatchObject({ code: 'unreachable' });
  expect(asked).toBe(1);
});

test('a request that never settles ends when the extension is gone', async () => {
  vi.useFakeTimers();
  try {
    vi.spyOn(browser.runtime, 'sendMessage').mockReturnValue(new Promise(() => {}) as never);
    const told = expect(send('page/left', {})).rejects.toMatchObject({ code: 'orphaned' });
    Object.assign(browser.runtime, { id: undefined });
    await vi.advanceTimersByTimeAsync(1_000);
    await told;
  } finally {
    vi.useRealTimers();
  }
});
