/** Every key of tagging mode in every state. */
import { describe, expect, test } from 'vitest';
import { type Action, actionOf, KEY_HELP, type KeyPress } from '../../../lib/tagging';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});
const SHIFT = { shiftKey: true };

/** Key, what it asks for with a statement chosen, and whether it asks for it without one too. */
const KEYS: [string, KeyPress, Action | null, 'always' | 'chosen'][] = [
  ['s', press('s'), { do: 'stance', stance: 'supporting' }, 'chosen'],
  ['c', press('c'), { do: 'stance', stance: 'contrasting' }, 'chosen'],
  ['m', press('m'), { do: 'stance', stance: 'mentioning' }, 'chosen'],
  ['s with Caps Lock', press('S'), { do: 'stance', stance: 'supporting' }, 'chosen'],
  ['1', press('1'), { do: 'influence', slot: 0 }, 'chosen'],
  ['9', press('9'), { do: 'influence', slot: 8 }, 'chosen'],
  [
    '1 on a keyboard where digits want Shift',
    press('1', SHIFT),
    { do: 'influence', slot: 0 },
    'chosen',
  ],
  ['Enter', press('Enter'), { do: 'confirm' }, 'chosen'],
  ['f', press('f'), { do: 'direction', direction: 'facilitator' }, 'chosen'],
  ['b', press('b'), { do: 'direction', direction: 'barrier' }, 'chosen'],
  ['+', press('+', SHIFT), { do: 'stronger' }, 'chosen'],
  ['=', press('='), { do: 'stronger' }, 'chosen'],
  ['-', press('-'), { do: 'weaker' }, 'chosen'],
  ['h', press('h'), { do: 'basis' }, 'chosen'],
  ['n', press('n'), { do: 'note' }, 'chosen'],
  ['i', press('i'), { do: 'rule' }, 'chosen'],
  ['/', press('/'), { do: 'find', first: '' }, 'chosen'],
  ['a letter of no other meaning', press('t'), { do: 'find', first: 't' }, 'chosen'],
  [
    'Shift and a letter that has a meaning',
    press('S', SHIFT),
    { do: 'find', first: 'S' },
    'chosen',
  ],
  ['a letter of another script', press('ж'), { do: 'find', first: 'ж' }, 'chosen'],
  ['a letter beyond 16 bits', press('𐐷'), { do: 'find', first: '𐐷' }, 'chosen'],
  ['Delete', press('Delete'), { do: 'delete' }, 'chosen'],
  ['Backspace', press('Backspace'), { do: 'delete' }, 'chosen'],
  ['u', press('u'), { do: 'undo' }, 'always'],
  ['u with Caps Lock', press('U'), { do: 'undo' }, 'always'],
  ['Shift+U', press('U', SHIFT), { do: 'redo' }, 'always'],
  ['Shift+U with Caps Lock', press('u', SHIFT), { do: 'redo' }, 'always'],
  ['j', press('j'), { do: 'next', tagged: false }, 'always'],
  ['k', press('k'), { do: 'previous', tagged: false }, 'always'],
  ['Shift+J', press('J', SHIFT), { do: 'next', tagged: true }, 'always'],
  ['Shift+K', press('K', SHIFT), { do: 'previous', tagged: true }, 'always'],
  ['l on an article', press('l'), { do: 'find', first: 'l' }, 'chosen'],
  ['?', press('?', SHIFT), { do: 'help' }, 'always'],
  ['Escape', press('Escape'), { do: 'back' }, 'always'],
];

/** What stays the page's, whatever is chosen. */
const THEIRS: [string, KeyPress][] = [
  ...[
    '0',
    ' ',
    'Tab',
    'ArrowDown',
    'PageDown',
    'Home',
    'F5',
    'Shift',
    'CapsLock',
    'Dead',
    'Process',
  ].map((key): [string, KeyPress] => [key === ' ' ? 'Space' : key, press(key)]),
  ...['constructor', '__proto__', 'toString', '', '!', '12', '👍'].map(
    (key): [string, KeyPress] => [`the name "${key}"`, press(key)],
  ),
  ['Ctrl+S', press('s', { ctrlKey: true })],
  ['Cmd+C', press('c', { metaKey: true })],
  ['Alt+1', press('1', { altKey: true })],
  ['AltGr and a letter', press('s', { ctrlKey: true, altKey: true })],
  ['a letter that is being composed', press('s', { isComposing: true })],
];

describe('with a statement chosen', () => {
  test.each(KEYS)('%s', (_, key, action) => {
    expect(actionOf(key, true)).toEqual(action);
  });
});

describe('with none chosen', () => {
  test.each(KEYS)('%s', (_, key, action, when) => {
    expect(actionOf(key, false)).toEqual(when === 'always' ? action : null);
  });
});

describe.each([true, false])('the page keeps (a statement chosen: %s)', (chosen) => {
  test.each(THEIRS)('%s', (_, key) => {
    expect(actionOf(key, chosen)).toBeNull();
  });
});

describe('a key held down', () => {
  test.each(KEYS)('%s', (_, key, action) => {
    const moves = action?.do === 'next' || action?.do === 'previous';
    expect(actionOf({ ...key, repeat: true }, true)).toEqual(moves ? action : { do: 'nothing' });
  });
});

describe('on a list of papers', () => {
  test.each<[string, KeyPress, Action | null]>([
    ['l puts the paper on the reading list', press('l'), { do: 'list' }],
    ['l with Caps Lock too', press('L'), { do: 'list' }],
    ['l held down does it once', press('l', { repeat: true }), { do: 'nothing' }],
    ['Ctrl+L stays the page’s', press('l', { ctrlKey: true }), null],
    ['j moves on', press('j'), { do: 'next', tagged: false }],
  ])('%s', (_, key, action) => {
    expect(actionOf(key, false, true)).toEqual(action);
  });
});

describe('the help', () => {
  const NAMED: Record<string, string> = { Esc: 'Escape' };
  const keysOf = (keys: string) =>
    keys.replace('1 … 9', '1 9').replace(' or letters', '').split(/\s+/).filter(Boolean);

  test.each(KEY_HELP.flatMap(({ keys, means }) => keysOf(keys).map((key) => [key, means])))(
    '%s does something: %s',
    (key) => {
      const shiftKey = key.startsWith('Shift+');
      const plain = shiftKey ? key.slice('Shift+'.length) : key;
      expect(actionOf(press(NAMED[plain] ?? plain, { shiftKey }), true)).not.toBeNull();
    },
  );

  test('names every thing a key can ask for', () => {
    const asked = new Set(
      KEY_HELP.flatMap(({ keys }) => keysOf(keys)).map((key) => {
        const shiftKey = key.startsWith('Shift+');
        const plain = shiftKey ? key.slice('Shift+'.length) : key;
        return actionOf(press(NAMED[plain] ?? plain, { shiftKey }), true)?.do;
      }),
    );
    for (const [, , action] of KEYS) expect(asked).toContain(action?.do);
  });
});
