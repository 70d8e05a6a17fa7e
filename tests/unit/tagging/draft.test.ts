/** Putting a tag together: two dials, a rating, and when it is complete. */
import { describe, expect, test } from 'vitest';
import { Direction, Stance } from '../../../lib/model';
import {
  type Draft,
  EMPTY_DRAFT,
  isComplete,
  sameInfluence,
  stepStrength,
  toggleDirection,
} from '../../../lib/tagging';

const REF = { codebookId: 'c', influenceId: 'i' };

test.each<[string, Partial<Draft>, boolean]>([
  ['nothing', {}, false],
  ['an influence alone', { influence: REF }, false],
  ['a stance alone', { stance: 'supporting' }, false],
  [
    'all but influence and stance',
    { direction: 'both', strength: 2, note: 'n', basis: 'second-hand' },
    false,
  ],
  ...Stance.options.map((stance): [string, Partial<Draft>, boolean] => [
    `an influence, ${stance}`,
    { influence: REF, stance },
    true,
  ]),
])('a draft with %s is complete: %#', (_, part, complete) => {
  expect(isComplete({ ...EMPTY_DRAFT, ...part })).toBe(complete);
});

describe('direction', () => {
  const TURNS: [Direction, Direction, Direction][] = [
    ['unstated', 'facilitator', 'facilitator'],
    ['unstated', 'barrier', 'barrier'],
    ['facilitator', 'facilitator', 'unstated'],
    ['facilitator', 'barrier', 'both'],
    ['barrier', 'barrier', 'unstated'],
    ['barrier', 'facilitator', 'both'],
    ['both', 'facilitator', 'barrier'],
    ['both', 'barrier', 'facilitator'],
  ];
  test.each(TURNS)('%s, %s pressed, is %s', (now, pressed, after) => {
    expect(toggleDirection(now, pressed)).toBe(after);
  });
  test.each(Direction.options)('%s stays through two presses of the same key', (now) => {
    for (const key of ['facilitator', 'barrier'] as const)
      expect(toggleDirection(toggleDirection(now, key), key)).toBe(now);
  });
});

test.each([
  [undefined, 1, 1],
  [undefined, -1, -1],
  ['mixed', 1, 1],
  ['mixed', -1, -1],
  [-2, -1, -2],
  [-2, 1, -1],
  [-1, 1, 0],
  [0, 1, 1],
  [0, -1, -1],
  [1, 1, 2],
  [2, 1, 2],
  [2, -1, 1],
] as const)('strength %s stepped by %i is %i', (now, by, after) => {
  expect(stepStrength(now, by)).toBe(after);
});

test.each([
  [REF, { ...REF }, true],
  [REF, { ...REF, influenceId: 'j' }, false],
  [REF, { ...REF, codebookId: 'd' }, false],
  [REF, null, false],
  [null, null, false],
])('%j and %j are the same influence: %s', (a, b, same) => {
  expect(sameInfluence(a, b)).toBe(same);
});
