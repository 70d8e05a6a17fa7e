/** Files of references as files that are brought in: what their readers give is checked before it reaches the store. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readFile, readPastedIds } from '../../../lib/exchange';
import type { LibraryReference } from '../../../lib/model';
import { reference } from '../store/references';

/** A format whose files say by themselves what they are read as. */
const read = vi.hoisted(() => ({ references: [] as unknown[], broken: [] as unknown[] }));
vi.mock('../../../lib/exchange/in/references', () => ({
  REFERENCE_FORMATS: [
    {
      ...{ id: 'fake', label: 'made-up files', extensions: ['fake'], mime: 'text/fake' },
      sniff: ({ start }: { start: string }) => start.startsWith('FAKE'),
      read: () => read,
    },
  ],
  readIds: () => read,
}));
afterEach(() => {
  read.references = [];
  read.broken = [];
});

const wrong = (facts: object): LibraryReference => {
  const { facts: sound, ...rest } = reference({ doi: '10.5555/a', title: 'A title' });
  return { ...rest, facts: { ...sound, ...facts } };
};

describe('a reference that cannot be stored is broken', () => {
  test.each<[string, LibraryReference, string]>([
    ['a year that none is', wrong({ year: 12 }), 'year: '],
    ['a DOI that is none', wrong({ doi: 'none' }), 'none is not a DOI'],
    ['a DOI that is not clean', wrong({ doi: '10.5555/A' }), '10.5555/A is not a DOI'],
    ['a title that is too long', wrong({ title: 'x'.repeat(5_000) }), 'title: '],
    [
      'nothing that names it',
      wrong({ doi: undefined, title: undefined }),
      'it has neither a title nor an identifier',
    ],
  ])('%s', (_, one, problem) => {
    const sound = reference({ doi: '10.5555/b' });
    read.references = [one, sound];
    read.broken = [{ line: 0, text: 'x', problem: 'a line of nothing' }];
    expect(readFile('FAKE')).toEqual({
      ...{ ok: true, kind: 'references', references: [sound] },
      broken: [
        read.broken[0],
        { line: 1, text: expect.any(String), problem: expect.stringContaining(problem) },
      ],
    });
  });
});

test('a file without references is refused, and so is text without ids', () => {
  expect(readFile('FAKE')).toEqual({
    ok: false,
    problem: expect.stringMatching(/No reference was found in this file/),
  });
  expect(readPastedIds('none')).toEqual({
    ok: false,
    problem: expect.stringMatching(/found in this text/),
  });
});

test('more references than a list can hold are refused', () => {
  read.references = Array.from({ length: 100_001 }, () => reference({ doi: '10.5555/b' }));
  expect(readFile('FAKE')).toEqual({
    ok: false,
    problem: expect.stringMatching(/more than 100000/),
  });
});
