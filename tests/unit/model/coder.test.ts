/** Who made a tag: one person may have been several coders, and has a name wherever it is shown. */
import { describe, expect, test } from 'vitest';
import { type Coder, CoderIndex, coderName, newId } from '../../../lib/model';

const [A, B, C, D] = [newId(), newId(), newId(), newId()].sort() as [
  string,
  string,
  string,
  string,
];
const coder = (id: string, into?: string, name = ''): Coder => ({
  id,
  name,
  ...(into && { into }),
});

describe('coders that were joined count as one', () => {
  test.each<[string, Coder[], string, string]>([
    ['nobody joined it', [coder(A), coder(B)], A, A],
    ['one into another', [coder(A, B), coder(B)], A, B],
    ['along a chain', [coder(A, B), coder(B, C), coder(C)], A, C],
    ['into one that is not there', [coder(A, B)], A, B],
    ['one that is not there itself', [], A, A],
    ['each into the other: the smallest id', [coder(A, B), coder(B, A)], B, A],
    ['each into the other, seen from either', [coder(A, B), coder(B, A)], A, A],
    ['in a circle of three', [coder(A, C), coder(C, B), coder(B, A)], C, A],
    ['into a circle', [coder(A, C), coder(C, D), coder(D, C)], A, C],
    ['into itself', [coder(A, A)], A, A],
  ])('%s', (_, coders, id, expected) => {
    expect(new CoderIndex(coders).resolve(id)).toBe(expected);
  });

  test.each<[string, string | undefined, string | undefined, boolean]>([
    ['the same id', A, A, true],
    ['joined', A, B, true],
    ['joined with the same', A, C, true],
    ['not joined', A, D, false],
    ['nobody and one', undefined, A, false],
    ['one and nobody', A, undefined, false],
    ['nobody twice', undefined, undefined, false],
  ])('%s are one person', (_, one, other, expected) => {
    const index = new CoderIndex([coder(A, B), coder(C, B), coder(B), coder(D)]);
    expect(index.areOne(one, other)).toBe(expected);
  });
});

describe('a coder is called', () => {
  const index = new CoderIndex([coder(A, B, 'old'), coder(B, undefined, 'Ann'), coder(C)]);
  test.each([
    ['by its name', B, 'Ann', 'Ann'],
    ['by the name of the one it was joined into', A, 'Ann', 'old'],
    [
      'by the beginning of its id without a name',
      C,
      `Coder ${C.slice(0, 4)}`,
      `Coder ${C.slice(0, 4)}`,
    ],
    [
      'by the beginning of its id when it is not known',
      D,
      `Coder ${D.slice(0, 4)}`,
      `Coder ${D.slice(0, 4)}`,
    ],
  ])('%s', (_, id, name, own) => {
    expect(index.name(id)).toBe(name);
    expect(index.ownName(id)).toBe(own);
  });

  test('never by nothing', () => {
    expect(coderName(undefined, A)).toBe(`Coder ${A.slice(0, 4)}`);
  });
});
