/** Asking the background while it may end at any moment. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { ask, send } from '../../../lib/messaging';

/** What the worker does, request by request; the last goes on. */
type Turn = 'dies' | 'was replaced' | 'says nothing' | 'never hears' | 'refuses' | 'answers';
let asked = 0;
let sent: unknown;

function worker(...turns: Turn[]): void {
  asked = 0;
  const sendMessage = async (message: unknown) => {
    sent = message;
    const turn = turns[Math.min(asked, turns.length - 1)];
    asked += 1;
    if (turn === 'dies') throw new Error('The message port closed before a response was received.');
    if (turn === 'was replaced') throw new Error('Extension context invalidated.');
    if (turn === 'says nothing') return undefined;
    if (turn === 'never hears') return new Promise(() => {});
    if (turn === 'refuses') return { ok: false, code: 'forbidden', sentence: 'No.' };
    return { ok: true, value: null };
  };
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(sendMessage as never);
}

/** What the browser gives as the extension's id. */
const setId = (id: PropertyDescriptor) =>
  Object.defineProperty(browser.runtime, 'id', { configurable: true, ...id });

beforeEach(() => {
  setId({ value: 'bearing' });
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
    setId({ value: undefined });
    await vi.advanceTimersByTimeAsync(1_000);
    await told;
  } finally {
    vi.useRealTimers();
  }
});

describe('a request that the browser has lost', () => {
  const AN_HOUR_MS = 3_600_000;
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each<[string, typeof ask, Turn[], unknown, number]>([
    ['is asked again where it only reads', ask, ['never hears', 'answers'], null, 2],
    ['is given up where every one is lost', ask, ['never hears'], 'unreachable', 3],
    ['is given up, and not sent again, where it writes', send, ['never hears'], 'unreachable', 1],
  ])('%s', async (_, by, turns, outcome, times) => {
    worker(...turns);
    const told = by('page/left', {}).catch(({ code }) => code);
    await vi.advanceTimersByTimeAsync(AN_HOUR_MS);
    await expect(told).resolves.toBe(outcome);
    expect(asked).toBe(times);
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('a request is sent in its envelope', async () => {
  worker('answers');
  await send('tags/delete', { id: 'x' });
  expect(sent).toEqual({ bearing: 1, type: 'tags/delete', payload: { id: 'x' } });
});

test('nothing goes on looking for the extension once a request is answered', async () => {
  vi.useFakeTimers();
  try {
    worker('answers');
    await send('page/left', {});
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

describe('a script whose extension is gone', () => {
  test.each<[string, PropertyDescriptor]>([
    ['has no id', { value: undefined }],
    [
      'may not even ask for it',
      {
        get: () => {
          throw new Error('Extension context invalidated.');
        },
      },
    ],
  ])('sends nothing: it %s', async (_, id) => {
    worker('answers');
    setId(id);
    await expect(send('page/left', {})).rejects.toMatchObject({
      name: 'Orphaned',
      code: 'orphaned',
      message: expect.stringMatching(/Reload the page/),
    });
    expect(asked).toBe(0);
  });

  test.each<[string, Turn, string | undefined]>([
    ['by the browser’s words', 'was replaced', 'bearing'],
    ['by the id that is gone meanwhile', 'dies', undefined],
  ])('is known %s, and is not asked to try again', async (_, turn, id) => {
    worker(turn);
    const request = ask('page/left', {});
    setId({ value: id });
    await expect(request).rejects.toMatchObject({ code: 'orphaned', cause: expect.any(Error) });
    expect(asked).toBe(1);
  });
});

test('what did not reach the worker is reported with its cause', async () => {
  worker('dies');
  await expect(send('page/left', {})).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(/Try again/),
    cause: expect.any(Error),
  });
});
