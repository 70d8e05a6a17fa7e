/** Databases of earlier versions with a row that could not be read then: it is set aside as it is, and the rest comes over. */
import { afterEach, describe, expect, test } from 'vitest';
import { sweep } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { type Golden, golden, layDown } from './golden';
import { expectSound } from './support';

afterEach(() => db.close());

/** The same database with one more row. */
const withRow = (file: Golden, table: string, row: Record<string, unknown>): Golden => ({
  ...file,
  tables: { ...file.tables, [table]: [...(file.tables[table] ?? []), row] },
});

const ONE_MORE: [string, number, string, Record<string, unknown>, unknown][] = [
  [
    'an event of history without a moment',
    1,
    'history',
    { id: 'odd', entity: 'tag', entityId: 'x', action: 'create', before: null, after: {} },
    [expect.stringMatching(/./)],
  ],
  [
    'a codebook without a version',
    3,
    'codebooks',
    { id: 'own-odd', name: 'Odd', influences: [] },
    ['it has no id or version'],
  ],
];

describe.each(ONE_MORE)('%s', (_, version, table, row, problems) => {
  test('is set aside as it was, and everything else is as without it', async () => {
    await layDown(golden(version));
    const without = await countAll();
    await layDown(withRow(golden(version), table, row));
    expect(await db.quarantine.where('table').equals(table).toArray()).toEqual([
      { id: expect.any(String), at: expect.any(String), table, problems, record: row },
    ]);
    expect(await countAll()).toEqual({ ...without, quarantine: (without.quarantine ?? 0) + 1 });
    await sweep();
    await expectSound();
    expect((await db.quarantine.toArray()).map(({ record }) => record)).toContainEqual(row);
  });
});

async function countAll(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of db.tables) counts[table.name] = await table.count();
  return counts;
}
