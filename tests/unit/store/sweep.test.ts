/** The sweep: what fails its schema is set aside whole, what belongs to it waits, and the rest is recounted. */
import { beforeEach, describe, expect, test } from 'vitest';
import { writeBackup } from '../../../lib/exchange';
import { listDamaged, quarantined, saveTag, setAsideBy, settings, sweep } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { sampleBackup } from '../../support/samples';
import {
  backUp,
  contents,
  emptyStore,
  everyRow,
  expectSound,
  newTag,
  PAGE_B,
  restore,
} from './support';

const SAMPLE = { influences: ['psw.culture', 'psw.pay'], codebookId: 'psw-core' };

beforeEach(emptyStore);

test('a sound store is left as it is', async () => {
  await saveTag(newTag());
  const before = await contents();
  expect(setAsideBy(await sweep())).toBe(0);
  expect(await contents()).toEqual(before);
});

describe('a record that fails its schema', () => {
  const spoilt: [string, string, object, string[]][] = [
    ['a tag', 'tags', { stance: 'sideways' }, ['tags']],
    ['a tag of no cell', 'tags', { influenceId: 7 }, ['tags']],
    ['a statement, and not its tag', 'statements', { targets: [] }, ['statements']],
    ['a paper, and nothing on it', 'papers', { authors: 'me' }, ['papers']],
    ['a place on a list', 'reviewPapers', { progress: 'lost' }, ['reviewPapers']],
    ['a step', 'steps', { command: 'x' }, ['steps', 'steps']],
  ];
  test.each(spoilt)('%s', async (_, table, change, moved) => {
    await saveTag(newTag());
    const records = await db.table(table).toArray();
    await db.table(table).clear();
    await db.table(table).bulkAdd(records.slice(0, 4).map((r) => ({ ...r, ...change })));
    const spoilt = await everyRow(db.table(table));
    await saveTag(newTag({ on: PAGE_B, quote: 'Sound.' }));
    expect(setAsideBy(await sweep())).toBe(moved.length);
    const kept = await quarantined();
    expect(kept.map((q) => q.table).sort()).toEqual(moved);
    for (const record of spoilt) expect(kept.map((q) => q.record)).toContainEqual(record);
    for (const q of kept) expect(q.problems[0]).toBeTruthy();
    await expectSound();
    expect(setAsideBy(await sweep())).toBe(0);
  });

  test('a step of very many changes: the rows of its changes stay, and it does not come back without them', async () => {
    const text = writeBackup(sampleBackup({ ...SAMPLE, papers: 1, tags: 120 }));
    await restore(text);
    const parts = await db.stepParts.toArray();
    const head = (await everyRow(db.steps)).find((step) => step.parts !== undefined);
    expect(parts.length).toBeGreaterThan(0);
    await db.steps.toCollection().modify({ papers: 7 as never });
    expect((await listDamaged()).damaged.map(({ table }) => table)).toContain('steps');
    expect(await sweep()).toMatchObject({
      unreadable: { steps: expect.any(Number) },
      stranded: {},
    });
    expect(await db.stepParts.toArray()).toEqual(parts);
    expect(setAsideBy(await sweep())).toBe(0);
    // As after an update that reads it.
    await db.quarantine.toCollection().modify((row: Record<string, unknown>) => {
      if (row.table === 'steps') row.record = head;
    });
    await restore(text);
    expect(await db.steps.filter((step) => step.id === head?.id).count()).toBe(0);
  });

  test('a part of a step: its head stays, and the others', async () => {
    await restore(writeBackup(sampleBackup({ ...SAMPLE, papers: 1, tags: 400 })));
    const [bad, ...others] = await db.stepParts.toArray();
    if (!bad) throw new Error('no part');
    await db.stepParts.update([bad.step, bad.part], { changes: 'x' as never });
    expect(await sweep()).toMatchObject({ unreadable: { stepParts: 1 }, stranded: {} });
    expect(await db.stepParts.toArray()).toEqual(others);
    expect(await db.steps.get(bad.step)).toBeDefined();
  });

  test('settings: they are set aside, and the defaults hold until the reader chooses again', async () => {
    await db.settings.put({ key: 'settings', showTagsOnOpen: 42 } as never);
    expect(setAsideBy(await sweep())).toBe(1);
    expect((await settings()).showTagsOnOpen).toBe(true);
  });

  test('with a thousand faults keeps a bounded list of them, and leaves with the backup', async () => {
    await saveTag(newTag());
    const [paper] = await db.papers.toArray();
    await db.papers.put({ ...paper, authors: Array.from({ length: 1000 }, () => ({})) } as never);
    await sweep();
    const before = await db.quarantine.count();
    const text = await backUp('x');
    await emptyStore();
    await restore(text);
    expect((await quarantined()).map((q) => q.table)).not.toContain('quarantine');
    expect(await db.quarantine.count()).toBe(before);
  });
});

describe('tallies that are off are put right', () => {
  const faults: [string, () => Promise<unknown>][] = [
    ['one lost', () => db.tallies.clear()],
    [
      'one counted wrongly',
      () =>
        db.tallies.toCollection().modify({ own: { supporting: 9, contrasting: 0, mentioning: 0 } }),
    ],
    [
      'one of nothing',
      async () => {
        const [t] = await db.tallies.toArray();
        await db.tallies.put({ ...t, influenceId: 'ghost' } as never);
      },
    ],
  ];
  test.each(faults)('%s', async (_, spoil) => {
    await saveTag(newTag());
    await spoil();
    await sweep();
    await expectSound();
  });
});
