/** The life of one copy of a page script: until a later copy replaces it, or the extension is gone. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { replaceOlder, whenOrphaned } from '../../../lib/messaging/page/life';
import { shared } from '../../../lib/messaging/page/shared';

describe('what the scripts of one document share', () => {
  test('is not what a page put under its name', () => {
    const page = Object.prototype as { bearing?: object };
    page.bearing = { lives: { notice: 'forged' } };
    try {
      expect(shared().lives).not.toHaveProperty('notice');
    } finally {
      delete page.bearing;
    }
  });

  test('is one object, which nothing replaces', () => {
    const first = shared();
    expect(() => Object.assign(globalThis, { bearing: {} })).toThrow(TypeError);
    expect(shared()).toBe(first);
  });
});

test('a copy of a script ends the older one, and no other script', () => {
  const other = replaceOlder('notice');
  const older = replaceOlder('tagging');
  expect(older.signal.aborted).toBe(false);
  const newer = replaceOlder('tagging');
  expect([older, newer, other].map(({ signal }) => signal.aborted)).toEqual([true, false, false]);
});

describe('a script whose extension', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    Object.assign(browser.runtime, { id: 'bearing' });
  });
  afterEach(() => {
    Object.assign(browser.runtime, { id: 'bearing' });
    vi.useRealTimers();
  });

  function script() {
    const life = new AbortController();
    const act = vi.fn();
    whenOrphaned(life.signal, act);
    return { life, act };
  }

  test('still runs is not told anything', () => {
    const { act } = script();
    vi.advanceTimersByTime(60_000);
    expect(act).not.toHaveBeenCalled();
  });

  test('is gone is told once', () => {
    const { act } = script();
    Object.assign(browser.runtime, { id: undefined });
    vi.advanceTimersByTime(1_000);
    expect(act).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60_000);
    expect(act).toHaveBeenCalledTimes(1);
  });

  test('is gone is told nothing when it has ended before', () => {
    const { life, act } = script();
    life.abort();
    Object.assign(browser.runtime, { id: undefined });
    vi.advanceTimersByTime(60_000);
    expect(act).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
