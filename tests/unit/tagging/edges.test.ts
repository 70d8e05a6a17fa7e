/** The edges of tagging mode's rules: keys without a command, steps at the end of the scale, keys joined from two stores. */
import { describe, expect, test } from 'vitest';
import type { Direction, InfluenceRef } from '../../../lib/model';
import {
  CHANGEABLE,
  type ChosenKeys,
  joinNumberKeys,
  keyLabel,
  keyMap,
  keyMeaning,
  keyPressed,
  meaningOf,
  type NumberKeys,
  sameInfluence,
  searchCommands,
  stepStrength,
  toggleDirection,
  withKey,
} from '../../../lib/tagging';

describe('directions are two switches', () => {
  test.each<[Direction, Direction, Direction]>([
    ['unstated', 'facilitator', 'facilitator'],
    ['unstated', 'barrier', 'barrier'],
    ['facilitator', 'barrier', 'both'],
    ['barrier', 'facilitator', 'both'],
    ['both', 'facilitator', 'barrier'],
    ['both', 'barrier', 'facilitator'],
    ['facilitator', 'facilitator', 'unstated'],
    ['barrier', 'barrier', 'unstated'],
    // These are no switches.
    ['facilitator', 'both', 'facilitator'],
    ['unstated', 'unstated', 'unstated'],
  ])('%s and %s: %s', (now, pressed, after) => {
    expect(toggleDirection(now, pressed)).toBe(after);
  });
});

describe('the rating goes a step', () => {
  test.each<[Parameters<typeof stepStrength>[0], 1 | -1, number]>([
    [undefined, 1, 1],
    [undefined, -1, -1],
    ['mixed', 1, 1],
    ['mixed', -1, -1],
    [0, 1, 1],
    [1, 1, 2],
    [2, 1, 2],
    [2, -1, 1],
    [0, -1, -1],
    [-1, -1, -2],
    [-2, -1, -2],
    [-2, 1, -1],
  ])('from %s by %s to %s', (now, by, after) => {
    expect(stepStrength(now, by)).toBe(after);
  });
});

const ref = (influenceId: string, codebookId = 'own'): InfluenceRef => ({
  codebookId,
  influenceId,
});
const nine = (...refs: (InfluenceRef | null)[]): NumberKeys => [
  ...refs,
  ...Array.from({ length: 9 - refs.length }, () => null),
];
const [A, B, C, D] = [ref('a'), ref('b'), ref('c'), ref('d')];

test.each<[InfluenceRef | null, InfluenceRef | null, boolean]>([
  [A, ref('a'), true],
  [A, B, false],
  [A, ref('a', 'other'), false],
  [A, null, false],
  [null, A, false],
  [null, null, false],
])('%j and %j are one influence: %s', (one, other, expected) => {
  expect(sameInfluence(one, other)).toBe(expected);
});

describe('number keys of two stores', () => {
  test.each<[string, NumberKeys | undefined, NumberKeys | undefined, NumberKeys | undefined]>([
    ['are the only ones that were chosen', undefined, [A], [A]],
    ['are those of the other', [A], undefined, [A]],
    ['are none where none were chosen', undefined, undefined, undefined],
    ['keep what this one’s hand has learned', [A, B], [B, A], nine(A, B)],
    ['take the other’s at their own numbers', [A], [null, null, B], nine(A, null, B)],
    ['take them elsewhere where their numbers are taken', [A, null, B], [C, D], nine(A, D, B, C)],
    ['have no influence twice', [A, null], [null, A, B], nine(A, null, B)],
  ])('%s', (_, mine, theirs, joined) => {
    expect(joinNumberKeys(mine, theirs)).toEqual(joined);
  });

  test('leave out what finds no room', () => {
    const full = Array.from({ length: 9 }, (_, i) => ref(`x${i}`));
    expect(joinNumberKeys(full, [A, B])).toEqual(full);
  });
});

describe('a key as it is printed', () => {
  test.each([
    ['u', 'u'],
    ['U', 'Shift+U'],
    ['Ö', 'Shift+Ö'],
    ['?', '?'],
    ['Delete', 'Delete'],
    ['', ''],
  ])('%s: %s', (key, label) => {
    expect(keyLabel(key)).toBe(label);
  });
});

describe('a key as it is meant', () => {
  test.each([
    ['a letter under Caps Lock', 'S', false, 's'],
    ['a letter with Shift', 's', true, 'S'],
    ['a named key', 'Enter', true, 'Enter'],
    ['a named key in small letters', 'Dead', false, 'Dead'],
    ['a sign', '?', true, '?'],
    ['a letter whose capital is two', 'ß', true, 'ß'],
  ])('%s', (_, key, shiftKey, meant) => {
    expect(keyPressed({ key, shiftKey })).toBe(meant);
  });
});

describe('a chosen key', () => {
  const keyOf = (chosen: ChosenKeys, id: Parameters<typeof withKey>[1]) => keyMap(chosen).keyOf(id);
  test('that another command had gives that one the key that is free now', () => {
    const chosen = withKey({}, 'note', 's');
    expect([keyOf(chosen, 'note'), keyOf(chosen, 'supporting')]).toEqual(['s', 'n']);
  });

  test('of a command without one gives the other its first key, if that is free', () => {
    const moved = withKey({}, 'supporting', 'q');
    const chosen = withKey(moved, 'panel', 'q');
    expect([keyOf(chosen, 'panel'), keyOf(chosen, 'supporting')]).toEqual(['q', 's']);
  });

  test('of a command without one leaves the other without, where its first key is taken', () => {
    const moved = withKey(withKey({}, 'supporting', 'q'), 'leave', 's');
    const chosen = withKey(moved, 'panel', 'q');
    expect([keyOf(chosen, 'panel'), keyOf(chosen, 'supporting')]).toEqual(['q', '']);
    expect(keyOf(chosen, 'leave')).toBe('s');
  });

  test('that is none takes no key away from others', () => {
    const chosen = withKey({}, 'note', '');
    expect(CHANGEABLE.filter(({ id }) => keyOf(chosen, id) === '').map(({ id }) => id)).toEqual([
      ...['note', 'panel', 'leave'],
    ]);
    expect(keyMap(chosen).commandOf('')).toBeUndefined();
  });

  test('that is given to one command is no longer another’s second key', () => {
    const keys = keyMap(withKey({}, 'note', '='));
    expect(keys.commandOf('=')?.id).toBe('note');
    expect(keys.commandOf('Backspace')?.id).toBe('delete');
  });

  test.each<[string, ChosenKeys]>([
    ['a digit', { note: '1' }],
    ['a blank', { note: ' ' }],
    ['two signs', { note: 'ab' }],
    ['what another command has first', { supporting: 'q', note: 'q' }],
    ['a command that is none', { toString: 'q' } as unknown as ChosenKeys],
  ])('is passed over: %s', (_, chosen) => {
    expect(keyOf(chosen, 'note')).toBe('n');
  });
});

describe('on a page that is no list', () => {
  const press = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
  test.each<[string, { chosen: boolean; list?: boolean; asked?: string }, unknown]>([
    ['l', { chosen: false }, null],
    ['l', { chosen: true }, { command: 'find-letter', arg: 'l' }],
    ['l', { chosen: false, list: true }, { command: 'list' }],
    ['Enter', { chosen: false, asked: 'x' }, { command: 'keep-draft', arg: 'x' }],
    ['Delete', { chosen: false, asked: 'x' }, { command: 'discard-draft', arg: 'x' }],
    ['q', { chosen: false, asked: 'x' }, null],
    ['F5', { chosen: true }, null],
  ])('%s with %j asks for %j', (key, situation, action) => {
    expect(keyMeaning({ key, ...press }, situation)).toEqual(action);
  });
});

test.each([
  ['', CHANGEABLE.length],
  ['  ', CHANGEABLE.length],
  ['next  tagged', 1],
  [' UNDO', 1],
  ['+2', 1],
  ['agged', 0],
  ['next undo', 0],
])('“%s” asks for %i commands', (query, count) => {
  expect(searchCommands(query, { chosen: true, sites: true, list: true })).toHaveLength(count);
});

test.each(['supporting', 'contrasting', 'mentioning', 'facilitator', 'barrier'] as const)(
  'what %s means is said in two sentences',
  (name) => {
    expect(meaningOf(name).match(/\.(?: |$)/g)).toHaveLength(2);
  },
);
