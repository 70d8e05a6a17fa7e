/** A page follows what is written elsewhere when the writing pauses, and when it is seen. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { following } from '../../../lib/messaging/page/follow';

class Page extends EventTarget {
  hidden = false;
  show(visible: boolean): void {
    this.hidden = !visible;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function page() {
  const shown = new Page();
  const look = vi.fn();
  const life = new AbortController();
  return { shown, look, life, written: following(shown, look, life.signal) };
}

describe('a page in sight', () => {
  test('looks once after a burst of writes, when it is over', () => {
    const { look, written } = page();
    for (let i = 0; i < 5; i += 1) {
      written(true);
      vi.advanceTimersByTime(400);
    }
    expect(look).not.toHaveBeenCalled();
    vi.advanceTimersByTime(100);
    expect(look).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(10_000);
    expect(look).toHaveBeenCalledTimes(1);
  });

  test('looks every three seconds while the writes do not end', () => {
    const { look, written } = page();
    for (let i = 0; i < 181; i += 1) {
      written(true);
      vi.advanceTimersByTime(50);
    }
    expect(look).toHaveBeenCalledTimes(3);
  });
});

test('a page in sight looks at once after a write that none follows, and once for what came before', () => {
  const { look, written } = page();
  written(true);
  written(false);
  expect(look).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(look).toHaveBeenCalledTimes(1);
});

describe('a hidden page', () => {
  test('looks when it is seen, and only if there was something', () => {
    const { shown, look, written } = page();
    shown.show(false);
    shown.show(true);
    expect(look).not.toHaveBeenCalled();
    shown.show(false);
    written(true);
    written(false);
    vi.advanceTimersByTime(10_000);
    expect(look).not.toHaveBeenCalled();
    shown.show(true);
    expect(look).toHaveBeenCalledTimes(1);
  });

  test('that was left while it waited looks when it is seen', () => {
    const { shown, look, written } = page();
    written(true);
    shown.show(false);
    vi.advanceTimersByTime(10_000);
    expect(look).not.toHaveBeenCalled();
    shown.show(true);
    expect(look).toHaveBeenCalledTimes(1);
  });
});

test('a page whose script has ended looks no more', () => {
  const { look, written, life, shown } = page();
  written(true);
  life.abort();
  vi.advanceTimersByTime(10_000);
  shown.show(true);
  expect(look).not.toHaveBeenCalled();
});
