/** Has a record been built on since a step made it? What was there before the step does not count. */
import { beforeEach, expect, test } from 'vitest';
import { newId, type Step, type Tag } from '../../../lib/model';
import { saveTag } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { referrerOf } from '../../../lib/store/read/built-on';
import { rowsOfStep } from '../../../lib/store/write/step-rows';
import { emptyStore, newTag } from './support';

beforeEach(emptyStore);

type Change = [from: '1' | '2' | null, to: '1' | '2', how?: 'merge'];

test.each<[string, Change[], string | null]>([
  ['was there before, and has not changed', [], null],
  ['was there before, and changed otherwise', [['1', '1']], null],
  ['was made since', [[null, '1']], 'tags'],
  ['came to it since', [['2', '1']], 'tags'],
  [
    'was there before, went and came back',
    [
      ['1', '2'],
      ['2', '1'],
    ],
    null,
  ],
  ['came with a merge', [[null, '1', 'merge']], 'tags'],
  [
    'was there before, went, and was brought back by a merge',
    [
      ['1', '2'],
      ['2', '1', 'merge'],
    ],
    'tags',
  ],
])('a codebook, by a tag that %s', async (_, changes, expected) => {
  const { tag } = await saveTag(newTag({ codebookId: 'own', codebookVersion: '1' }));
  const under = (version: string): Tag => ({ ...tag, codebookVersion: version });
  const base = await db.steps.orderBy('counter').last();
  const made = {
    ...base,
    id: newId(),
    counter: 100,
    command: 'save-codebook',
    changes: [],
  } as unknown as Step;
  for (const [i, [from, to, how]] of changes.entries()) {
    const later: Step = {
      ...{ ...made, id: newId(), counter: 101 + i, command: 'change-tag' },
      ...(how && { local: true }),
      changes: [{ table: 'tags', before: from && under(from), after: under(to) }],
    };
    await db.steps.put({ ...rowsOfStep(later).head, touches: [] });
  }
  const target = { kind: 'codebooks', key: 'own 1' } as const;
  expect(await referrerOf(target, made, new Set())).toBe(expected);
  expect(await referrerOf(target, made, new Set([`tags ${tag.id}`]))).toBeNull();
});
