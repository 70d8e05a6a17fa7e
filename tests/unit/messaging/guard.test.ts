/** What a page hears while tagging mode takes its keys, and of Bearing's elements in it: nothing. */
import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { installGuard } from '../../../lib/messaging/page/guard';

const LETTERS = [
  ...['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'textInput'],
  ...['compositionstart', 'compositionupdate', 'compositionend'],
];
const AT_OURS = [
  ...['DOMFrameContentLoaded', 'beforetoggle', 'toggle', 'load', 'error'],
  ...['focus', 'focusin', 'focusout', 'blur'],
  ...['mouseover', 'mouseout', 'mouseenter', 'mouseleave'],
  ...['pointerover', 'pointerout', 'pointerenter', 'pointerleave'],
  ...['dragenter', 'dragleave'],
];

/** Calls what observes a document, as the browser does after its root was changed. */
let rootChanges: (() => void) | null = null;

class Observer {
  constructor(private readonly act: () => void) {}
  observe(_: unknown, { childList }: MutationObserverInit): void {
    if (childList) rootChanges = this.act;
  }
  disconnect(): void {
    rootChanges = null;
  }
}

class View extends EventTarget {
  readonly document: { readyState: string; body: object | null; documentElement: object | null } = {
    readyState: 'loading',
    body: null,
    documentElement: {},
  };
  readonly options: unknown[] = [];
  override addEventListener(...given: Parameters<EventTarget['addEventListener']>): void {
    this.options.push(given[2]);
    super.addEventListener(...given);
  }
}

function page(change: Partial<View['document']> = {}) {
  const view = new View();
  Object.assign(view.document, change);
  const life = new AbortController();
  // More kinds of event than Node takes for a leak.
  setMaxListeners(0, life.signal);
  const guard = installGuard(view as unknown as Window, life.signal);
  const heard = vi.fn();
  const dispatch = (kind: string, cancelable = true) => {
    view.addEventListener(kind, heard);
    const event = new Event(kind, { cancelable });
    view.dispatchEvent(event);
    return event;
  };
  return { view, guard, life, heard, dispatch };
}

beforeEach(() => {
  vi.stubGlobal('MutationObserver', Observer);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('it hears each event before any element of the page does', () => {
  const { view } = page();
  expect(view.options).toHaveLength(LETTERS.length + AT_OURS.length);
  for (const options of view.options) expect(options).toMatchObject({ capture: true });
});

describe.each(LETTERS)('%s', (kind) => {
  test('reaches the page while nothing is to be taken', () => {
    const { heard, dispatch } = page();
    expect(dispatch(kind).defaultPrevented).toBe(false);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('reaches the page where it is not ours', () => {
    const { guard, heard, dispatch } = page();
    guard.take = () => false;
    expect(dispatch(kind).defaultPrevented).toBe(false);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('is kept from the page where it is ours', () => {
    const { guard, heard, dispatch } = page();
    guard.take = ({ type }) => type === kind;
    expect(dispatch(kind).defaultPrevented).toBe(true);
    expect(heard).not.toHaveBeenCalled();
  });

  test('reaches the page when the script has ended', () => {
    const { guard, life, heard, dispatch } = page();
    guard.take = () => true;
    life.abort();
    dispatch(kind);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

test('what cannot be cancelled is not: browsers warn of it', () => {
  const { guard, dispatch } = page();
  guard.take = () => true;
  const prevent = vi.spyOn(Event.prototype, 'preventDefault');
  dispatch('input', false);
  expect(prevent).not.toHaveBeenCalled();
  dispatch('input', true);
  expect(prevent).toHaveBeenCalledTimes(1);
  prevent.mockRestore();
});

describe.each(AT_OURS)('%s', (kind) => {
  test('at an element of ours is kept from the page, at one of its own it is not', () => {
    const { view, guard, heard, dispatch } = page();
    dispatch(kind);
    expect(heard).toHaveBeenCalledTimes(1);
    guard.ours.add(view);
    dispatch(kind);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

test.each<[string, Partial<View['document']>, boolean]>([
  ['before the first element', {}, true],
  ['when the body is there', { body: {} }, false],
  ['when the page has loaded without a body', { readyState: 'complete' }, false],
])('scripts of the page can be registered before it: %s', (_, document, early) => {
  expect(page(document).guard.early).toBe(early);
});

describe('a page that rewrites itself', () => {
  const A = {};
  const B = {};
  test.each<[string, (object | null)[], number]>([
    ['is noticed by its new root', [A, B], 1],
    ['and again', [A, B, A], 2],
    ['is not one that has changed elsewhere', [A, A], 0],
    ['is not one whose first root appears', [null, A], 0],
    ['is noticed when its root goes, and when a new one comes', [A, null, B], 2],
    ['is not noticed by the same root put back', [A, null, A], 1],
  ])('%s', (_, [first, ...later], times) => {
    const { view, guard } = page({ documentElement: first ?? null });
    const told = vi.fn();
    guard.onRewritten = told;
    for (const root of later) {
      view.document.documentElement = root;
      rootChanges?.();
    }
    expect(told).toHaveBeenCalledTimes(times);
    expect(guard.rewritten).toBe(times > 0);
  });

  test('is noted where nobody waits for it', () => {
    const { view, guard } = page();
    view.document.documentElement = {};
    rootChanges?.();
    expect(guard.rewritten).toBe(true);
  });

  test('is watched no longer than the script lives', () => {
    const { life } = page();
    expect(rootChanges).not.toBeNull();
    life.abort();
    expect(rootChanges).toBeNull();
  });
});
