/** A key of which another extension lets us hear nothing is noticed; whatever else begins the reader's activation is not one. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchUnheard } from '../../../entrypoints/tagging.content/input/unheard-keys';

let ends: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  ends = new AbortController();
});
afterEach(() => {
  ends.abort();
  vi.useRealTimers();
});

/** A window that dispatches what it is told to, and counts as activated from when it is told to. */
function page(withActivation = true) {
  const userActivation = { isActive: false };
  const view = Object.assign(new EventTarget(), {
    navigator: withActivation ? { userActivation } : {},
  });
  const onTaken = vi.fn();
  const state = { pageHasKeys: true };
  const side = { pageHasKeys: () => state.pageHasKeys, onTaken };
  const heard = watchUnheard(view as unknown as Window, side, ends.signal);
  const activate = (isActive: boolean) => {
    userActivation.isActive = isActive;
  };
  return { view, onTaken, state, heard, activate };
}
const later = () => vi.advanceTimersByTime(2_000);

test('a press and a release that never arrive', () => {
  const { activate, onTaken } = page();
  later();
  activate(true);
  later();
  expect(onTaken).toHaveBeenCalledTimes(1);
  // The next one after the activation has ended.
  activate(false);
  later();
  activate(true);
  later();
  expect(onTaken).toHaveBeenCalledTimes(2);
});

test.each(['keydown', 'mousedown', 'pointerup', 'touchend'])('not what is heard: %s', (type) => {
  const { view, activate, onTaken } = page();
  later();
  activate(true);
  view.dispatchEvent(new Event(type));
  later();
  expect(onTaken).not.toHaveBeenCalled();
});

test('not a click on the toolbar, which is heard of a little later', () => {
  const { heard, activate, onTaken } = page();
  later();
  activate(true);
  vi.advanceTimersByTime(350);
  heard();
  later();
  expect(onTaken).not.toHaveBeenCalled();
});

test('not while a frame of the page has the keyboard', () => {
  const { state, activate, onTaken } = page();
  state.pageHasKeys = false;
  activate(true);
  later();
  expect(onTaken).not.toHaveBeenCalled();
});

test('nothing once tagging mode is off, or where the browser does not tell', () => {
  const off = page();
  ends.abort();
  off.activate(true);
  later();
  expect(off.onTaken).not.toHaveBeenCalled();
  expect(() => page(false).heard()).not.toThrow();
});
