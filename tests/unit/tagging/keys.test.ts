/** Every key of tagging mode in every state. */
import { describe, expect, test } from 'vitest';
import {
  CHANGEABLE,
  COMMANDS,
  canBeKey,
  DEFAULT_KEYS,
  type KeyMeaning,
  type KeyPress,
  keyMap,
  keyMeaning,
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
const KEYS: [string, KeyPress, KeyMeaning, 'always' | 'chosen'][] = [
  ['s', press('s'), { command: 'supporting' }, 'chosen'],
  ['c', press('c'), { command: 'contrasting' }, 'chosen'],
  ['m', press('m'), { command: 'mentioning' }, 'chosen'],
  ['s with Caps Lock', press('S'), { command: 'supporting' }, 'chosen'],
  ['1', press('1'), { command: 'influence', arg: '1' }, 'chosen'],
  ['9', press('9'), { command: 'influence', arg: '9' }, 'chosen'],
  [
    '1 on a keyboard where digits want Shift',
    press('1', SHIFT),
    { command: 'influence', arg: '1' },
    'chosen',
  ],
  ['Enter', press('Enter'), { command: 'confirm' }, 'chosen'],
  ['f', press('f'), { command: 'facilitator' }, 'chosen'],
  ['b', press('b'), { command: 'barrier' }, 'chosen'],
  ['+', press('+', SHIFT), { command: 'stronger' }, 'chosen'],
  ['=', press('='), { command: 'stronger' }, 'chosen'],
  ['-', press('-'), { command: 'weaker' }, 'chosen'],
  ['h', press('h'), { command: 'basis' }, 'chosen'],
  ['v', press('v'), { command: 'voice' }, 'chosen'],
  ['n', press('n'), { command: 'note' }, 'chosen'],
  ['i', press('i'), { command: 'rule' }, 'chosen'],
  ['/', press('/'), { command: 'find' }, 'always'],
  ['x', press('x'), { command: 'move' }, 'chosen'],
  ['a letter of no other meaning', press('t'), { command: 'find-letter', arg: 't' }, 'chosen'],
  [
    'Shift and a letter that has a meaning',
    press('S', SHIFT),
    { command: 'find-letter', arg: 'S' },
    'chosen',
  ],
  [
    'the place of j on a Cyrillic keyboard',
    press('о', { code: 'KeyJ' }),
    { command: 'next' },
    'always',
  ],
  [
    'the place of s on a Greek keyboard',
    press('σ', { code: 'KeyS' }),
    { command: 'supporting' },
    'chosen',
  ],
  [
    'the place of c on a Hebrew keyboard',
    press('ב', { code: 'KeyC' }),
    { command: 'contrasting' },
    'chosen',
  ],
  [
    'the place of b on an Arabic keyboard',
    press('لا', { code: 'KeyB' }),
    { command: 'barrier' },
    'chosen',
  ],
  [
    'the place of J on a Cyrillic keyboard',
    press('О', { code: 'KeyJ', ...SHIFT }),
    { command: 'next-tagged' },
    'always',
  ],
  [
    'a digit of another script',
    press('٢', { code: 'Digit2' }),
    { command: 'influence', arg: '2' },
    'chosen',
  ],
  [
    'the place of / on a Cyrillic keyboard',
    press('.', { code: 'Slash' }),
    { command: 'find' },
    'always',
  ],
  [
    'the place of a free letter',
    press('у', { code: 'KeyE' }),
    { command: 'find-letter', arg: 'у' },
    'chosen',
  ],
  [
    'a Latin letter at another place',
    press('s', { code: 'KeyO' }),
    { command: 'supporting' },
    'chosen',
  ],
  ['a letter of another script', press('ж'), { command: 'find-letter', arg: 'ж' }, 'chosen'],
  ['a letter beyond 16 bits', press('𐐷'), { command: 'find-letter', arg: '𐐷' }, 'chosen'],
  ['Delete', press('Delete'), { command: 'delete' }, 'chosen'],
  ['Backspace', press('Backspace'), { command: 'delete' }, 'chosen'],
  ['u', press('u'), { command: 'undo' }, 'always'],
  ['u with Caps Lock', press('U'), { command: 'undo' }, 'always'],
  ['Shift+U', press('U', SHIFT), { command: 'redo' }, 'always'],
  ['Shift+U with Caps Lock', press('u', SHIFT), { command: 'redo' }, 'always'],
  ['j', press('j'), { command: 'next' }, 'always'],
  ['k', press('k'), { command: 'previous' }, 'always'],
  ['Shift+J', press('J', SHIFT), { command: 'next-tagged' }, 'always'],
  ['Shift+K', press('K', SHIFT), { command: 'previous-tagged' }, 'always'],
  ['l on an article', press('l'), { command: 'find-letter', arg: 'l' }, 'chosen'],
  ['?', press('?', SHIFT), { command: 'help' }, 'always'],
  ['d', press('d'), { command: 'meanings' }, 'always'],
  ['Escape', press('Escape'), { command: 'back' }, 'always'],
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
    expect(keyMeaning(key, { chosen: true })).toEqual(action);
  });
});

describe('with none chosen', () => {
  test.each(KEYS)('%s', (_, key, action, when) => {
    // A letter of no meaning and Enter stay the page's; what needs a statement says so.
    const quiet =
      typeof action === 'object' && /^(find-letter|confirm)$/.test(action?.command ?? '');
    const ours = quiet ? null : 'choose-first';
    expect(keyMeaning(key, { chosen: false })).toEqual(when === 'always' ? action : ours);
  });
});

describe.each([true, false])('the page keeps (a statement chosen: %s)', (chosen) => {
  test.each(THEIRS)('%s', (_, key) => {
    expect(keyMeaning(key, { chosen })).toBeNull();
  });
});

describe('a key held down', () => {
  test.each(KEYS)('%s', (_, key, action) => {
    const moves = typeof action === 'object' && /^(next|previous)/.test(action?.command ?? '');
    expect(keyMeaning({ ...key, repeat: true }, { chosen: true })).toEqual(moves ? action : 'held');
  });
});

describe('over the card of a citation', () => {
  test('l lists its work; with a statement chosen it is a letter of an influence', () => {
    expect(keyMeaning(press('l'), { chosen: false, card: true })).toEqual({ command: 'list' });
    expect(keyMeaning(press('l'), { chosen: true, card: true })).toMatchObject({
      command: 'find-letter',
    });
    expect(keyMeaning(press('l'), { chosen: false, card: false })).toBeNull();
  });
});

describe('on a list of papers', () => {
  test.each<[string, KeyPress, KeyMeaning]>([
    ['l puts the paper on the reading list', press('l'), { command: 'list' }],
    ['l with Caps Lock too', press('L'), { command: 'list' }],
    [
      'Shift+L adds all papers of the page',
      press('L', { shiftKey: true }),
      { command: 'list-all' },
    ],
    ['l held down does it once', press('l', { repeat: true }), 'held'],
    ['Ctrl+L stays the page’s', press('l', { ctrlKey: true }), null],
    ['j moves on', press('j'), { command: 'next' }],
  ])('%s', (_, key, action) => {
    expect(keyMeaning(key, { chosen: false, list: true })).toEqual(action);
  });
});

describe('while a draft of an earlier paper is asked about', () => {
  test.each<[string, KeyPress, boolean, KeyMeaning]>([
    ['Enter keeps it', press('Enter'), false, { command: 'keep-draft', arg: 'draft' }],
    ['Delete discards it', press('Delete'), false, { command: 'discard-draft', arg: 'draft' }],
    ['Backspace too', press('Backspace'), false, { command: 'discard-draft', arg: 'draft' }],
    ['Enter held down answers once', press('Enter', { repeat: true }), false, 'held'],
    ['Enter is the chosen statement’s', press('Enter'), true, { command: 'confirm' }],
    ['Delete is the chosen statement’s', press('Delete'), true, { command: 'delete' }],
    ['j moves on', press('j'), false, { command: 'next' }],
  ])('%s', (_, key, chosen, action) => {
    expect(keyMeaning(key, { chosen, asked: 'draft' })).toEqual(action);
  });

  test('the reader’s own key for deleting discards it', () => {
    const keys = keyMap({ delete: 'z' });
    const where = { chosen: false, asked: 'draft' };
    expect(keyMeaning(press('z'), where, keys)).toEqual({ command: 'discard-draft', arg: 'draft' });
  });
});

test('a is free for influences until there is a site', () => {
  const found = { command: 'find-letter', arg: 'a' };
  expect(keyMeaning(press('a'), { chosen: true })).toEqual(found);
  expect(keyMeaning(press('a'), { chosen: true, sites: true })).toEqual({ command: 'site' });
  expect(keyMeaning(press('a'), { chosen: false, sites: true })).toBe(null);
});

describe('every command', () => {
  test.each(COMMANDS.filter(({ key }) => key))(
    '$id is asked for by its key $key',
    ({ id, key }) => {
      const pressed = press(key, { shiftKey: /^\p{Lu}$/u.test(key) });
      const all = { chosen: true, sites: true, list: true };
      expect(keyMeaning(pressed, all)).toEqual({ command: id });
    },
  );

  test('has a name, and a key that no other has', () => {
    const keys = COMMANDS.map(({ key }) => key).filter(Boolean);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
    expect(keys.every(canBeKey)).toBe(true);
  });

  test.each<[string, string[]]>([
    ['', CHANGEABLE.map(({ id }) => id)],
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
    const all = { chosen: true, sites: true, list: true };
    expect(searchCommands(query, all).map(({ id }) => id)).toEqual(ids);
  });
});

describe('keys of the reader’s own', () => {
  const asked = (chosen: Record<string, string>, key: KeyPress) =>
    keyMeaning(key, { chosen: true }, keyMap(chosen));

  test.each<[string, Record<string, string>, KeyPress, KeyMeaning]>([
    ['a new key works', { supporting: 'p' }, press('p'), { command: 'supporting' }],
    [
      'the old one starts a search',
      { supporting: 'p' },
      press('s'),
      { command: 'find-letter', arg: 's' },
    ],
    ['a command without a key', { undo: '' }, press('u'), { command: 'find-letter', arg: 'u' }],
    ['a key that was another’s', { undo: 's' }, press('s'), { command: 'undo' }],
    ['a capital wants Shift', { undo: 'Z' }, press('z', SHIFT), { command: 'undo' }],
    ['a letter of another script', { undo: 'ф' }, press('Ф'), { command: 'undo' }],
    ['a second key is given up', { undo: '=' }, press('='), { command: 'undo' }],
    ['a digit is no key', { undo: '1' }, press('1'), { command: 'influence', arg: '1' }],
    ['nor is Enter', { undo: 'Enter' }, press('Enter'), { command: 'confirm' }],
    ['nor is Escape', { undo: 'Escape' }, press('Escape'), { command: 'back' }],
    ['an unknown command has none', { constructor: 'u' }, press('u'), { command: 'undo' }],
    [
      'two that claim one: the first has it',
      { undo: 'y', redo: 'y' },
      press('y'),
      { command: 'undo' },
    ],
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
    for (const { id } of CHANGEABLE)
      for (const { key } of CHANGEABLE) {
        const map = keyMap(withKey({ undo: 's' }, id, key));
        const keys = CHANGEABLE.map((c) => map.keyOf(c.id)).filter(Boolean);
        expect(new Set(keys).size).toBe(keys.length);
      }
  });
});
