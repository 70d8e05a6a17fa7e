/** The sweep: what fails its schema is set aside whole, what belongs to it waits, and the rest is recounted. */
import { beforeEach, describe, expect, test } from 'vitest';
import { writeBackup } from '../../../lib/exchange';
import { newId, type Step } from '../../../lib/model';
import {
  changeTag,
  listDamaged,
  quarantined,
  repair,
  saveTag,
  setAsideBy,
  settings,
  sweep,
  tryAgain,
  undo,
} from '../../../lib/store';
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

describe('what an earlier version wrote by other rules', () => {
  const reversed = { type: 'TextPositionSelector' as const, start: 90, end: 12 };

  /** A tagged paper, then its rows as they may lie on the disk. */
  async function written() {
    const { tag, statement, paper } = await saveTag(newTag());
    await db.tags.update(tag.id, { codebookVersion: '' });
    await db.papers.update(paper.id, { doi: 'https://doi.org/10.5555/A' });
    const [target] = statement.targets;
    const selectors = { ...target?.selectors, position: reversed };
    await db.statements.update(statement.id, {
      targets: [{ ...target, selectors }] as never,
      cites: [{ label: '1', text: 'A work', doi: '10.5555/ABC.pdf' }] as never,
    });
    return { tag, statement, paper };
  }

  test('is put right by the sweep, and nothing is set aside or lost', async () => {
    const { tag, statement, paper } = await written();
    const stamps = await db.stamps.toArray();
    const report = await sweep();
    expect(setAsideBy(report)).toBe(0);
    expect(report.mended).toEqual({ papers: 1, statements: 1, tags: 1 });
    expect(await db.tags.get(tag.id)).toEqual({ ...tag, codebookVersion: 'unknown' });
    expect(await db.papers.get(paper.id)).toEqual(paper);
    const after = await db.statements.get(statement.id);
    expect(after?.cites.map(({ doi }) => doi)).toEqual(['10.5555/abc']);
    expect(after?.targets[0]?.selectors.position).toEqual({ ...reversed, start: 12, end: 90 });
    // Every store does the same: a colleague's later change must not lose to it.
    expect(await db.stamps.toArray()).toEqual(stamps);
    await expectSound();
    expect((await sweep()).mended).toEqual({});
  });

  test('is read from a backup of that version whole', async () => {
    const { tag, paper } = await written();
    const text = await backUp('x');
    await emptyStore();
    expect(await restore(text)).toMatchObject({ quarantined: [] });
    expect(await db.tags.get(tag.id)).toMatchObject({ codebookVersion: 'unknown', note: tag.note });
    expect(await db.papers.get(paper.id)).toMatchObject({ doi: '10.5555/a', title: paper.title });
    await expectSound();
  });

  test('is what a step left, which can still be taken back, and done again', async () => {
    const { tag } = await saveTag(newTag());
    const { eventId } = await changeTag(tag.id, { codebookVersion: '1', note: 'n' });
    // History as it was written then.
    await db.steps.toCollection().modify((step: unknown) => {
      for (const one of (step as Step).changes)
        if (one.table === 'tags' && one.after) one.after.codebookVersion = '';
    });
    await db.tags.update(tag.id, { codebookVersion: '' });
    await sweep();
    await undo(eventId);
    expect((await db.tags.get(tag.id))?.note).toBe('');
    await expectSound();
  });

  test('stays set aside where only the reader knows what is meant', async () => {
    const { paper } = await saveTag(newTag());
    await db.papers.update(paper.id, { doi: 'not available' });
    expect((await listDamaged()).damaged.map(({ problems }) => problems)).toEqual([
      ['doi: holds no DOI'],
    ]);
    expect(await sweep()).toMatchObject({ stranded: { papers: 1 }, mended: {} });
    const [row] = await quarantined();
    expect(row?.record).toMatchObject({ doi: 'not available', title: paper.title });
    await tryAgain();
    expect(await db.papers.get(paper.id)).toBeUndefined();
    await repair(row?.id ?? '', { ...(row?.record as object), doi: '10.5555/a' });
    expect(await db.papers.get(paper.id)).toMatchObject({ doi: '10.5555/a' });
    await expectSound();
  });
});

describe('tally sheets that are off are put right', () => {
  const faults: [string, () => Promise<unknown>][] = [
    ['one lost', () => db.tallySheets.clear()],
    [
      'one counted wrongly',
      () => db.tallySheets.toCollection().modify({ tags: Uint32Array.of(0, 0, 0, 1, 0) }),
    ],
    [
      'one of nothing',
      async () => {
        const [t] = await db.tallySheets.toArray();
        await db.tallySheets.put({ ...t, paperId: newId() } as never);
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
