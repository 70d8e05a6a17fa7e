/** A new copy looks for what an older one leaves: often enough, not for ever, and at no word of the page. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  HANDOVER_SLOT,
  lookForHandover,
  sessionStorageOf,
} from '../../../lib/messaging/page/waiting';

/** A document that dispatches events as the browser does, or as a page does. */
class FakeDocument {
  hidden = false;
  private readonly heard = new Map<string, (event: { isTrusted: boolean }) => void>();
  addEventListener(
    kind: string,
    listener: (event: { isTrusted: boolean }) => void,
    { signal }: { signal?: AbortSignal },
  ): void {
    this.heard.set(kind, listener);
    signal?.addEventListener('abort', () => this.heard.delete(kind));
  }
  show(visible: boolean, isTrusted = true): void {
    this.hidden = !visible;
    this.heard.get('visibilitychange')?.({ isTrusted });
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function page() {
  const slots = new Map<string, string>();
  const document = new FakeDocument();
  const view = {
    document,
    setInterval: (act: () => void, ms: number) => setInterval(act, ms),
    clearInterval: (timer: ReturnType<typeof setInterval>) => clearInterval(timer),
    sessionStorage: { getItem: (slot: string) => slots.get(slot) ?? null },
  } as unknown as Window;
  const life = new AbortController();
  const found = vi.fn();
  lookForHandover(view, found, life.signal);
  const leave = () => slots.set(HANDOVER_SLOT, 'sealed');
  return { document, found, leave, life };
}

test('what an older copy leaves is found within a second', () => {
  const { found, leave } = page();
  vi.advanceTimersByTime(5_000);
  expect(found).not.toHaveBeenCalled();
  leave();
  vi.advanceTimersByTime(1_000);
  expect(found).toHaveBeenCalled();
});

test('it is looked for during ten seconds, four times a second', () => {
  const { found, leave } = page();
  leave();
  vi.advanceTimersByTime(9_000);
  expect(found).toHaveBeenCalledTimes(36);
  vi.advanceTimersByTime(60_000);
  expect(found).toHaveBeenCalledTimes(40);
});

describe('after that it is looked for', () => {
  const LATER = 20_000;
  test.each<[string, (one: ReturnType<typeof page>) => void, number]>([
    ['again when the tab is shown', ({ document }) => document.show(true), 40],
    ['not when it is hidden', ({ document }) => document.show(false), 0],
    ['not when the page says that it is shown', ({ document }) => document.show(true, false), 0],
    [
      'once more, however often the tab is shown',
      ({ document }) => {
        document.show(true);
        document.show(true);
      },
      40,
    ],
    [
      'no more once the script has ended',
      ({ document, life }) => {
        life.abort();
        document.show(true);
      },
      0,
    ],
    [
      'no more if the script ends meanwhile',
      ({ document, life }) => {
        document.show(true);
        vi.advanceTimersByTime(1_000);
        life.abort();
      },
      4,
    ],
  ])('%s', (_, happens, times) => {
    const one = page();
    vi.advanceTimersByTime(LATER);
    one.leave();
    happens(one);
    vi.advanceTimersByTime(LATER);
    expect(one.found).toHaveBeenCalledTimes(times);
  });
});

test('a page that forbids session storage has none', () => {
  const view = {
    get sessionStorage(): Storage {
      throw new DOMException('denied', 'SecurityError');
    },
  } as Window;
  expect(sessionStorageOf(view)).toBeNull();
});
