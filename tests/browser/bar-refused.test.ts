/** A page in which the toolbar is not to be had: the side panel gets it, whatever the page did. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Session } from '../../entrypoints/tagging.content/mode/session';
import { EMPTY_STATE } from '../../entrypoints/tagging.content/mode/state';
import { transition } from '../../entrypoints/tagging.content/mode/transition';
import { Bar } from '../../entrypoints/tagging.content/show/bar/bar';
import { installGuard } from '../../lib/messaging/page/guard';

// Read when the modules are loaded. A page of a test has no extension behind it.
vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'bearing',
      getURL: (path: string) => `https://bearing.invalid${path}`,
      sendMessage: async () => ({ ok: true, value: null }),
    },
  },
}));

const life = new AbortController();
let bar: Bar;
let problem = '';

/** A listener of the page that was there before us, as on a page that was open during an update. */
let keepsClosed = false;
window.addEventListener('beforetoggle', (event) => keepsClosed && event.preventDefault(), true);

beforeEach(() => {
  vi.useFakeTimers();
  const session = {
    state: transition(EMPTY_STATE, { type: 'started' }),
    subscribe: () => () => {},
    tell: (sentence: string) => {
      problem = sentence;
    },
  };
  const side = {
    guard: installGuard(window, life.signal),
    anchors: () => ({ chosen: null }),
    carryOut: () => {},
    rewritten: () => {},
  };
  bar = new Bar(
    document,
    session as unknown as Session,
    side as unknown as ConstructorParameters<typeof Bar>[2],
    life.signal,
  );
});
afterEach(() => {
  keepsClosed = false;
  bar.hide();
  vi.useRealTimers();
});

test('is refused where no load of the frame is ever reported', () => {
  bar.show();
  expect(bar.refused).toBeNull();
  // In one go, so that no event of the frame comes in between.
  vi.advanceTimersByTime(60_000);
  expect(bar.refused).toContain('the side panel');
  expect(problem).toBe(bar.refused);
});

test('is not refused after it was hidden', () => {
  bar.show();
  bar.hide();
  vi.advanceTimersByTime(60_000);
  expect(bar.refused).toBeNull();
});

test('is refused at once where the page keeps it from opening', () => {
  keepsClosed = true;
  bar.show();
  expect(bar.refused).toContain('the side panel');
});
