/** Every key of tagging mode in every state. */
import { describe, expect, test } from 'vitest';
import {
  type Action,
  actionOf,
  COMMANDS,
  canBeKey,
  DEFAULT_KEYS,
  type KeyPress,
  keyMap,
  searchCommands,
  withKey,
} from '../../../lib/tagging';

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
  ['/', press('/'), { do: 'find', first: '' }, 'always'],
  ['x', press('x'), { do: 'move' }, 'chosen'],
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
  ['d', press('d'), { do: 'meanings' }, 'always'],
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
    expect(actionOf(key, { chosen: true })).toEqual(action);
  });
});

describe('with none chosen', () => {
  test.each(KEYS)('%s', (_, key, action, when) => {
    // A letter of no meaning and Enter stay the page's; what needs a statement says so.
    const ours = action?.do === 'find' || action?.do === 'confirm' ? null : { do: 'choose-first' };
    expect(actionOf(key, { chosen: false })).toEqual(when === 'always' ? action : ours);
  });
});

describe.each([true, false])('the page keeps (a statement chosen: %s)', (chosen) => {
  test.each(THEIRS)('%s', (_, key) => {
    expect(actionOf(key, { chosen })).toBeNull();
  });
});

describe('a key held down', () => {
  test.each(KEYS)('%s', (_, key, action) => {
    const moves = action?.do === 'next' || action?.do === 'previous';
    expect(actionOf({ ...key, repeat: true }, { chosen: true })).toEqual(
      moves ? action : { do: 'nothing' },
    );
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
    expect(actionOf(key, { chosen: false, list: true })).toEqual(action);
  });
});

describe('while a draft of an earlier paper is asked about', () => {
  test.each<[string, KeyPress, boolean, Action | null]>([
    ['Enter keeps it', press('Enter'), false, { do: 'answer', id: 'draft', keep: true }],
    ['Delete discards it', press('Delete'), false, { do: 'answer', id: 'draft', keep: false }],
    ['Backspace too', press('Backspace'), false, { do: 'answer', id: 'draft', keep: false }],
    ['Enter held down answers once', press('Enter', { repeat: true }), false, { do: 'nothing' }],
    ['Enter is the chosen statement’s', press('Enter'), true, { do: 'confirm' }],
    ['Delete is the chosen statement’s', press('Delete'), true, { do: 'delete' }],
    ['j moves on', press('j'), false, { do: 'next', tagged: false }],
  ])('%s', (_, key, chosen, action) => {
    expect(actionOf(key, { chosen, asked: 'draft' })).toEqual(action);
  });

  test('the reader’s own key for deleting discards it', () => {
    const keys = keyMap({ delete: 'z' });
    const where = { chosen: false, asked: 'draft' };
    expect(actionOf(press('z'), where, keys)).toEqual({ do: 'answer', id: 'draft', keep: false });
  });
});

describe('every command', () => {
  test.each(COMMANDS.filter(({ key }) => key))('$id is asked for by its key $key', (command) => {
    const pressed = press(command.key, { shiftKey: /^\p{Lu}$/u.test(command.key) });
    expect(actionOf(pressed, { chosen: true, list: true })).toEqual(command.action);
  });

  test('has a name, and a key that no other has', () => {
    const keys = COMMANDS.map(({ key }) => key).filter(Boolean);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
    expect(keys.every(canBeKey)).toBe(true);
  });

  test.each<[string, string[]]>([
    ['', COMMANDS.map(({ id }) => id)],
    ['und', ['undo']],
    ['next tag', ['next-tagged']],
    ['TAGGED next', ['next-tagged']],
    ['stance', ['meanings']],
    ['definition', ['meanings']],
    ['influences', []],
    ['+2', ['stronger']],
    ['leave', ['leave']],
    ['ndo', []],
  ])('"%s" finds %s', (query, ids) => {
    expect(searchCommands(query, COMMANDS).map(({ id }) => id)).toEqual(ids);
  });
});

describe('keys of the reader’s own', () => {
  const asked = (chosen: Record<string, string>, key: KeyPress) =>
    actionOf(key, { chosen: true }, keyMap(chosen));

  test.each<[string, Record<string, string>, KeyPress, Action | null]>([
    ['a new key works', { supporting: 'p' }, press('p'), { do: 'stance', stance: 'supporting' }],
    ['the old one starts a search', { supporting: 'p' }, press('s'), { do: 'find', first: 's' }],
    ['a command without a key', { undo: '' }, press('u'), { do: 'find', first: 'u' }],
    ['a key that was another’s', { undo: 's' }, press('s'), { do: 'undo' }],
    ['a capital wants Shift', { undo: 'Z' }, press('z', SHIFT), { do: 'undo' }],
    ['a letter of another script', { undo: 'ф' }, press('Ф'), { do: 'undo' }],
    ['a second key is given up', { undo: '=' }, press('='), { do: 'undo' }],
    ['a digit is no key', { undo: '1' }, press('1'), { do: 'influence', slot: 0 }],
    ['nor is Enter', { undo: 'Enter' }, press('Enter'), { do: 'confirm' }],
    ['nor is Escape', { undo: 'Escape' }, press('Escape'), { do: 'back' }],
    ['an unknown command has none', { constructor: 'u' }, press('u'), { do: 'undo' }],
    ['two that claim one: the first has it', { undo: 'y', redo: 'y' }, press('y'), { do: 'undo' }],
  ])('%s', (_, chosen, key, action) => {
    expect(asked(chosen, key)).toEqual(action);
  });

  test('a command whose key was taken has none, and says so', () => {
    expect(keyMap({ undo: 's' }).label('supporting')).toBe('');
    expect(DEFAULT_KEYS.label('redo')).toBe('Shift+U');
  });

  test('giving a key that another has swaps the two, and giving it back leaves nothing chosen', () => {
    const swapped = withKey({}, 'supporting', 'c');
    expect(swapped).toEqual({ supporting: 'c', contrasting: 's' });
    expect(withKey(swapped, 'supporting', 's')).toEqual({});
  });

  test('a command that gives its key to one without goes back to its first', () => {
    const odd = withKey(withKey({}, 'note', ''), 'basis', 'n');
    expect(keyMap(withKey(odd, 'note', 'n')).keyOf('basis')).toBe('h');
  });

  test('whatever is chosen, no key means two things', () => {
    for (const { id } of COMMANDS)
      for (const { key } of COMMANDS) {
        const map = keyMap(withKey({ undo: 's' }, id, key));
        const keys = COMMANDS.map((c) => map.keyOf(c.id)).filter(Boolean);
        expect(new Set(keys).size).toBe(keys.length);
      }
  });
});
