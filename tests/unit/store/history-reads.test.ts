/** How much of history is read: to show that of one tag or paper, and to say what could be forgotten. */
import type { DBCoreTable } from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  changeTag,
  datedLater,
  deleteTag,
  forgetHistory,
  historyBefore,
  historyOf,
  moveTag,
  placePaper,
  saveTag,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { sampleBackup, sampleId } from '../../support/samples';
import { madeOnce } from './machines';
import { emptyStore, newTag, PAGE_A, PAGE_B, restore } from './support';

/** Rows that were read of the tables of history, by table. */
let rows = { steps: 0, stepParts: 0 };

/** Below everything that the store reads through. */
db.use({
  stack: 'dbcore',
  name: 'count-history',
  level: 0,
  create: (core) => ({
    ...core,
    table: (name) =>
      name === 'steps' || name === 'stepParts' ? counted(name, core.table(name)) : core.table(name),
  }),
});

const counted = (name: keyof typeof rows, table: DBCoreTable): DBCoreTable => ({
  ...table,
  get: (request) => {
    rows[name] += 1;
    return table.get(request);
  },
  getMany: (request) => {
    rows[name] += request.keys.length;
    return table.getMany(request);
  },
  query: (request) =>
    table.query(request).then((answer) => {
      if (request.values) rows[name] += answer.result.length;
      return answer;
    }),
  openCursor: (request) =>
    table.openCursor(request).then((cursor) => {
      if (!cursor || !request.values) return cursor;
      const start = cursor.start.bind(cursor);
      cursor.start = (onNext) =>
        start(() => {
          rows[name] += 1;
          onNext();
        });
      return cursor;
    }),
});

beforeEach(emptyStore);

async function reading<T>(work: () => Promise<T>): Promise<{ value: T; read: typeof rows }> {
  rows = { steps: 0, stepParts: 0 };
  const value = await work();
  return { value, read: rows };
}

/** As many steps on tags of another paper. */
async function workElsewhere(steps: number): Promise<void> {
  const { tag } = await saveTag(newTag({ on: PAGE_B, quote: 'Elsewhere.' }));
  for (let i = 1; i < steps; i++) await changeTag(tag.id, { note: `${i}` });
}

/** A backup whose import is kept in a head and several parts. */
const LARGE = { papers: 120, tags: 5, influences: ['psw.culture'], codebookId: 'psw-core' };

describe('of the history of a tag, reads', () => {
  test('the steps that touched it, however many others there are', async () => {
    const { tag } = await saveTag(newTag());
    await changeTag(tag.id, { note: 'n' });
    await workElsewhere(120);
    const { eventId } = await deleteTag(tag.id);
    await undo(eventId);
    const { value, read } = await reading(() => historyOf({ tags: [tag.id] }));
    expect(value.steps.map(({ command, turn }) => `${command} ${turn}`)).toEqual([
      'delete-tags taken-back',
      'delete-tags done',
      'change-tag done',
      'save-tag done',
    ]);
    // Some twice: by the tag, and by its statement.
    expect(read.steps).toBeLessThan(20);
  });

  test('no part of an import of other papers', async () => {
    const { tag } = await saveTag(newTag());
    const { value: none } = await reading(() => historyOf({ tags: [tag.id] }));
    await restore(JSON.stringify(sampleBackup(LARGE)));
    expect(await db.stepParts.count()).toBeGreaterThan(2);
    const { value, read } = await reading(() => historyOf({ tags: [tag.id] }));
    expect(value.steps).toEqual(none.steps);
    expect(read.stepParts).toBe(0);
  });

  test('the parts of the import that brought it, also once it was moved and deleted', async () => {
    const id = await imported();
    const steps = async () => (await historyOf({ tags: [id] })).steps.map(({ command }) => command);
    expect(await steps()).toEqual(['restore']);
    await moveHere(id);
    await deleteTag(id);
    expect(await steps()).toEqual(['delete-tags', 'move-tag', 'restore']);
  });
});

/** A tag of the reader's that came with a large import. */
const imported = madeOnce(async () => {
  await restore(JSON.stringify(sampleBackup(LARGE)), { as: 'mine' });
  expect(await db.stepParts.count()).toBeGreaterThan(2);
  const [tag] = await db.tags.where('paperId').equals(sampleId(2, 1)).toArray();
  return tag?.id ?? '';
});

/** Moves it to the paper of page A. */
async function moveHere(id: string): Promise<string> {
  const { page, statement } = newTag({ on: PAGE_A, quote: 'Moved here.' });
  return (await moveTag({ id, page, statement })).tag.paperId;
}

describe('of the history of a paper, reads', () => {
  test('no part of an import of other papers', async () => {
    const { paper, tag } = await saveTag(newTag());
    await placePaper(tag.reviewId, paper.id, { progress: 'read' });
    await restore(JSON.stringify(sampleBackup(LARGE)));
    const { value, read } = await reading(() => historyOf({ paper: paper.id }));
    expect(value.steps.map(({ command }) => command)).toEqual(['set-progress', 'save-tag']);
    expect(read.stepParts).toBe(0);
  });

  test('the parts of the import that brought a tag which was moved to it', async () => {
    const id = await imported();
    const paper = await moveHere(id);
    const { steps } = await historyOf({ paper });
    expect(steps.map(({ command }) => command)).toEqual(['move-tag', 'restore']);
    expect(steps.at(-1)?.changes).toMatchObject([{ table: 'tags', after: { id } }]);
  });
});

describe('what can be forgotten with all that was done before a moment', () => {
  const MOMENT = '2026-06-01T00:00:00.000Z';
  /** Steps of these dates, in the order of history. */
  async function steps(...dates: string[]): Promise<string[]> {
    const { tag } = await saveTag(newTag());
    for (let i = 1; i < dates.length; i++) await changeTag(tag.id, { note: `${i}` });
    const all = await db.steps.where('counter').aboveOrEqual(1).sortBy('counter');
    const own = all.slice(-dates.length);
    // Whatever else came first is as old as the first of them.
    for (const { id } of all) await db.steps.update(id, { at: `${dates[0]}T12:00:00.000Z` });
    for (const [i, { id }] of own.entries())
      await db.steps.update(id, { at: `${dates[i]}T12:00:00.000Z` });
    return own.map(({ id }) => id);
  }

  test.each<[string, string[], number | null, number]>([
    ['all that is dated before it', ['2026-01-01', '2026-02-01', '2026-07-01'], 1, 0],
    ['also after a step whose clock was ahead', ['2026-12-31', '2026-02-01', '2026-03-01'], 2, 1],
    ['and that step too', ['2026-01-01', '2026-12-31', '2026-02-01', '2026-08-01'], 2, 1],
    ['nothing where all is later', ['2026-07-01', '2026-08-01'], null, 0],
  ])('%s', async (_, dates, lastAt, later) => {
    const ids = await steps(...dates);
    const before = (await db.steps.count()) - ids.length;
    const { last, steps: many } = await historyBefore(MOMENT);
    expect(last?.id).toBe(lastAt === null ? undefined : ids[lastAt]);
    expect(many).toBe(lastAt === null ? 0 : before + lastAt + 1);
    if (!last) return;
    // What came first is as old as the first of them.
    const older = dates[0] && dates[0] > '2026-06' ? before : 0;
    expect(await datedLater(MOMENT, last)).toBe(later + older);
    await forgetHistory(last.id);
    const left = await db.steps.bulkGet(ids);
    expect(left.map((step) => step !== undefined)).toEqual(ids.map((_, i) => i > (lastAt ?? 0)));
    // That it was forgotten is not forgotten with it.
    const again = await historyBefore('2100-01-01T00:00:00.000Z');
    expect(again.last?.command).toBe(lastAt === ids.length - 1 ? undefined : 'change-tag');
  });

  test('is counted without reading it', async () => {
    await workElsewhere(120);
    const { value, read } = await reading(() => historyBefore('2100-01-01T00:00:00.000Z'));
    expect(value.steps).toBe(await db.steps.where('counter').aboveOrEqual(1).count());
    expect(read.steps).toBeLessThan(5);
  });
});
