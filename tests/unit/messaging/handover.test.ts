/** Unsaved tags left in a hostile page: it can neither read nor forge them. */
import { beforeEach, describe, expect, test } from 'vitest';
import { clear, leave, newHandoverKey, take, wasTaken } from '../../../lib/messaging/page/handover';
import { HANDOVER_SLOT, handoverWaits, TAKEN_SLOT } from '../../../lib/messaging/page/waiting';

class FakeStorage {
  private readonly map = new Map<string, string>();
  getItem = (key: string) => this.map.get(key) ?? null;
  setItem = (key: string, value: string) => void this.map.set(key, value);
  removeItem = (key: string) => void this.map.delete(key);
}

const KEY = newHandoverKey();
let page: Storage;
const slot = () => page.getItem(HANDOVER_SLOT);

beforeEach(() => {
  page = new FakeStorage() as unknown as Storage;
});

describe('what is left', () => {
  test.each<[string, unknown]>([
    ['tags', { tags: [{ tagId: 'x', note: 'Ünïcödé 🧭 "quoted"' }] }],
    ['an empty list', { tags: [] }],
    ['nothing', null],
    ['a long one', { tags: ['x'.repeat(300_000)] }],
    ['a key named __proto__', JSON.parse('{"__proto__":{"a":1}}')],
  ])('%s is taken as it was', (_, value) => {
    leave(page, KEY, value);
    expect(take(page, KEY)).toEqual(value);
  });

  test('tells the page nothing of its words', () => {
    leave(page, KEY, { note: 'secret thought' });
    expect(slot()).not.toContain('secret');
    expect(atob(slot() ?? '')).not.toContain('secret');
  });

  test('is sealed anew each time', () => {
    leave(page, KEY, 'same');
    const first = slot();
    leave(page, KEY, 'same');
    expect(slot()).not.toBe(first);
  });

  test('waits until it is taken, once', () => {
    leave(page, KEY, 'x');
    expect(handoverWaits({ sessionStorage: page } as Window)).toBe(true);
    expect(take(page, KEY)).toBe('x');
    expect(handoverWaits({ sessionStorage: page } as Window)).toBe(false);
    expect(take(page, KEY)).toBeNull();
  });
});

describe('the receipt', () => {
  const receipt = () => page.getItem(TAKEN_SLOT);

  test('is there when it was taken, and not before', () => {
    const id = leave(page, KEY, 'x');
    expect(wasTaken(page, KEY, id)).toBe(false);
    take(page, KEY);
    expect(wasTaken(page, KEY, id)).toBe(true);
    clear(page);
    expect(wasTaken(page, KEY, id)).toBe(false);
  });

  test('is not there when the page took it away', () => {
    const id = leave(page, KEY, 'x');
    page.removeItem(HANDOVER_SLOT);
    take(page, KEY);
    expect(wasTaken(page, KEY, id)).toBe(false);
  });

  test('of one handover serves no other: the page may keep it', () => {
    leave(page, KEY, 'x');
    take(page, KEY);
    const kept = receipt() ?? '';
    clear(page);
    const id = leave(page, KEY, 'x');
    page.setItem(TAKEN_SLOT, kept);
    expect(wasTaken(page, KEY, id)).toBe(false);
  });

  test('cannot be made of what was left', () => {
    const id = leave(page, KEY, 'x');
    page.setItem(TAKEN_SLOT, slot() ?? '');
    expect(wasTaken(page, KEY, id)).toBe(false);
  });
});

/** The sealed bytes with one changed. */
function tamper(text: string, at: number): string {
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const index = at < 0 ? bytes.length + at : at;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return btoa(String.fromCharCode(...bytes));
}

describe('what this key does not open is nothing, and is forgotten', () => {
  test.each<[string, (sealed: string) => string]>([
    ['the nonce changed', (s) => tamper(s, 0)],
    ['the first byte changed', (s) => tamper(s, 24)],
    ['the seal changed', (s) => tamper(s, -1)],
    ['cut off', (s) => s.slice(0, s.length - 8)],
    ['only a nonce', () => btoa('x'.repeat(24))],
    ['shorter than a nonce', () => btoa('x')],
    ['no base64', () => '{"tags":[]}'],
    ['blanks', () => '   '],
    [
      'sealed with another key',
      () => {
        const other = new FakeStorage() as unknown as Storage;
        leave(other, newHandoverKey(), { tags: ['forged'] });
        return other.getItem(HANDOVER_SLOT) ?? '';
      },
    ],
  ])('%s', (_, spoil) => {
    leave(page, KEY, { tags: [] });
    page.setItem(HANDOVER_SLOT, spoil(slot() ?? ''));
    expect(take(page, KEY)).toBeNull();
    expect(slot()).toBeNull();
  });

  test.each(['', 'short', '%%%'])('but not by a key that is none ("%s")', (key) => {
    leave(page, KEY, 'x');
    expect(take(page, key)).toBeNull();
    expect(take(page, KEY)).toBe('x');
  });
});

test('an empty page has nothing to take', () => {
  expect(take(page, KEY)).toBeNull();
});

test('a page without session storage waits for nothing', () => {
  const view = {
    get sessionStorage(): Storage {
      throw new DOMException('denied', 'SecurityError');
    },
  } as Window;
  expect(handoverWaits(view)).toBe(false);
});

test('keys are 32 random bytes', () => {
  const keys = new Set(Array.from({ length: 50 }, newHandoverKey));
  expect(keys.size).toBe(50);
  for (const key of keys) expect(atob(key)).toHaveLength(32);
});
