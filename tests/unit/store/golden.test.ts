/**
 * The golden databases: raw records as each version of the database wrote them. Whatever Bearing becomes,
 * it opens them, reads every record, and loses none.
 */
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import {
  changeSettings,
  isNewerStore,
  mapInput,
  noteBackup,
  reader,
  reviewData,
  saveTag,
  setAsideBy,
  sweep,
  undo,
  whatCanBeUndone,
} from '../../../lib/store';
import { BearingDatabase, DATABASE_VERSION, db } from '../../../lib/store/db';
import { rounds } from '../../support/rounds';
import { breakOff, type Golden, golden, goldenBackup, layDown } from './golden';
import { backUp, contents, emptyStore, expectSound, newTag, restore } from './support';

afterEach(() => db.close());

const GOLDEN = [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12];
/** As many tags as a large review has. */
const MANY = rounds(5_000, 300).length;

describe.each(GOLDEN)('version %i', (version) => {
  test('opens, and every record is there', async () => {
    const file = golden(version);
    await layDown(file);
    const now = await contents();
    for (const [name, records] of Object.entries(file.tables)) {
      // Counts by cell, which are kept by paper since version 11.
      if (name === 'tallies') continue;
      const kept = name === 'history' ? now.steps : now[name];
      expect(kept?.length, name).toBe(records.length);
      // As text, which `contents` gives: a typed array is a group of fields there.
      if (version === DATABASE_VERSION) expect(kept).toEqual(JSON.parse(JSON.stringify(records)));
    }
  });

  test('every record passes its schema of today and what is counted is counted right', async () => {
    await layDown(golden(version));
    expect(setAsideBy(await sweep())).toBe(0);
    await expectSound();
  });

  test('has something of everything', () => {
    for (const [name, records] of Object.entries(golden(version).tables))
      expect(records.length, name).toBeGreaterThan(0);
  });

  test('is read by the surfaces', async () => {
    await layDown(golden(version));
    const current = await mapInput();
    expect(current?.review.name).toBe('Second review');
    const data = await reviewData(current?.review.id ?? '');
    expect(data?.tags).toHaveLength(1);
    expect(data?.statements).toHaveLength(1);
    expect(data?.papers).toHaveLength(2);
    expect(JSON.parse(await backUp('x')).tags).toHaveLength(3);
  });

  test('is backed up, and the backup brings all of it to another installation', async () => {
    await layDown(golden(version));
    const [text, before] = [await backUp('x'), await contents()];
    await emptyStore();
    expect(await restore(text, { as: 'mine' })).toMatchObject({ quarantined: [] });
    const after = await contents();
    for (const name of ['papers', 'statements', 'tags', 'reviewPapers', 'assessments', 'coders'])
      expect(after[name], name).toEqual(before[name]);
  });
});

describe('from version 1', () => {
  test('the reader, with a name or without, is one coder; every other name is another', async () => {
    const file = golden(1);
    const [own] = file.tables.settings ?? [];
    await layDown(file);
    const me = await reader();
    expect(me?.name).toBe(own?.coder === 'me' ? '' : own?.coder);
    for (const was of file.tables.tags ?? []) {
      const tag = await db.tags.get(was.id as string);
      const isMine = was.coder === own?.coder || was.coder === 'me';
      expect(tag?.coderId === me?.id, String(was.coder)).toBe(isMine);
      expect(tag).not.toHaveProperty('coder');
    }
  });

  test('what history deleted is known to be gone, so that an older backup does not bring it back', async () => {
    const file = golden(1);
    await layDown(file);
    const deleted = (file.tables.history ?? []).filter(
      (e) => e.action === 'delete' && e.entity === 'tag',
    );
    expect(deleted.length).toBeGreaterThan(0);
    for (const { entityId } of deleted)
      if (!(await db.tags.get(entityId as string)))
        expect(await db.stamps.get(['tags', entityId as string])).toMatchObject({ state: 'gone' });
  });

  /** Puts of a version that go through before the plug is pulled. */
  const BROKEN_OFF: [name: string, file: () => Golden, puts: number][] = [
    ['at the first version of a record', () => golden(1), 0],
    ['at the tenth', () => golden(1), 10],
    [`in the middle of ${MANY} tags`, () => withManyTags(golden(1)), MANY],
  ];
  test.each(BROKEN_OFF)(
    'broken off %s, the database is as it was, and the next start brings it over',
    async (_, make, puts) => {
      const file = make();
      await breakOff(file, 'stamps', puts);
      const raw = new Dexie('bearing');
      await raw.open();
      expect(raw.backendDB().version).toBe(file.idbVersion);
      expect(await raw.table('history').count()).toBe(file.tables.history?.length);
      const tags = [...(file.tables.tags ?? [])].sort((a, b) =>
        String(a.id) < String(b.id) ? -1 : 1,
      );
      expect(await raw.table('tags').toArray()).toEqual(tags);
      raw.close();
      await db.open();
      await sweep();
      await expectSound();
      expect(await db.tags.count()).toBe(tags.length);
      expect(
        await db.stamps.where('[table+key]').between(['tags', ''], ['tags', '\uffff']).count(),
      ).toBeGreaterThanOrEqual(tags.length);
    },
    60_000,
  );
});

/** The same database with many more statements, each with a tag and the event that made it. */
function withManyTags(file: Golden): Golden {
  const { statements = [], tags = [], history = [] } = file.tables;
  const [tag] = tags;
  const statement = statements.find(({ id }) => id === tag?.statementId);
  const event = history.find(({ entity }) => entity === 'tag');
  if (!tag || !statement || !event) throw new Error('the golden database has no tag');
  const more = Array.from({ length: MANY - tags.length }, (_, i) => {
    const n = String(i).padStart(12, '0');
    const made = {
      statement: {
        ...statement,
        id: `00000000-0000-4000-8000-${n}`,
        quote: `Statement ${i}.`,
        quoteKey: `statement ${i}.`,
      },
      tag: {
        ...tag,
        id: `00000000-0000-4000-9000-${n}`,
        statementId: `00000000-0000-4000-8000-${n}`,
      },
    };
    return {
      ...made,
      event: {
        ...event,
        id: `00000000-0000-4000-a000-${n}`,
        entityId: made.tag.id,
        action: 'create',
        before: null,
        after: made.tag,
      },
    };
  });
  return {
    ...file,
    tables: {
      ...file.tables,
      statements: [...statements, ...more.map((one) => one.statement)],
      tags: [...tags, ...more.map((one) => one.tag)],
      history: [...history, ...more.map((one) => one.event)],
      // Counted anew by the migration.
      tallies: file.tables.tallies ?? [],
    },
  };
}

describe('from version 2', () => {
  /** What each status of then has become. */
  const PLACES: Record<string, unknown> = {
    'to-read': { progress: 'to-read', eligibility: 'undecided' },
    reading: { progress: 'reading', eligibility: 'undecided' },
    read: { progress: 'read', eligibility: 'undecided' },
    excluded: { progress: 'to-read', eligibility: 'excluded' },
  };

  const expectPlaces = async (file: Golden) => {
    const was = file.tables.reviewPapers ?? [];
    expect(new Set(was.map((one) => one.status))).toEqual(new Set(Object.keys(PLACES)));
    for (const { status, ...rest } of was)
      expect(await db.reviewPapers.get([rest.reviewId, rest.paperId] as [string, string])).toEqual({
        ...rest,
        ...(PLACES[status as string] as object),
      });
  };

  test('a status is progress and eligibility, and nothing else of the record changes', async () => {
    const file = golden('2-statuses');
    await layDown(file);
    await expectPlaces(file);
    expect(setAsideBy(await sweep())).toBe(0);
    await expectSound();
  });

  test('what was done then is taken back, step by step, and what was taken off the list comes back', async () => {
    const file = golden('2-statuses');
    await layDown(file);
    await sweep();
    const papers = new Map((file.tables.papers ?? []).map((one) => [one.doi, one.id]));
    const placeOf = async (n: number) => {
      const listed = (await db.reviewPapers.toArray()).find(
        (one) => one.paperId === papers.get(`10.5555/s${n}`),
      );
      return listed && [listed.progress, listed.eligibility];
    };
    const takeBack = async () => undo((await whatCanBeUndone()).undo?.step.id ?? '');
    await takeBack();
    expect(await placeOf(4)).toEqual(['read', 'undecided']);
    await takeBack();
    expect(await placeOf(3)).toEqual(['reading', 'undecided']);
    await takeBack();
    expect(await placeOf(2)).toEqual(['to-read', 'undecided']);
    expect(await placeOf(5)).toBeUndefined();
    await takeBack();
    expect(await placeOf(5)).toEqual(['to-read', 'excluded']);
    await expectSound();
  });

  test('a backup written then brings the same places, its checksums hold, and its history is undone', async () => {
    const file = golden('2-statuses');
    const text = goldenBackup('2-statuses');
    await db.open();
    await emptyStore();
    expect(await restore(text, { as: 'mine' })).toMatchObject({ quarantined: [] });
    await expectPlaces(file);
    const last = (await db.steps.toArray()).find((step) => step.command === 'unlist-paper');
    await undo(last?.id ?? '');
    const out = (await db.reviewPapers.toArray()).filter((one) => one.eligibility === 'excluded');
    expect(out).toHaveLength(2);
    await expectSound();
  });

  test('a store brought over and the backup made before are one, in both orders', async () => {
    await layDown(golden('2-statuses'));
    await sweep();
    const text = goldenBackup('2-statuses');
    const before = await contents();
    await restore(text, { as: 'mine' });
    const after = await contents();
    for (const name of ['reviewPapers', 'papers', 'stamps'])
      expect(after[name], name).toEqual(before[name]);
  });
});

test('a database of a newer Bearing is read, and not written to', async () => {
  db.close();
  await Dexie.delete('bearing');
  const newer = new Dexie('bearing');
  newer.version(DATABASE_VERSION + 1).stores({ ...golden(DATABASE_VERSION).stores, more: 'id' });
  await newer.open();
  const { papers = [], reviews = [] } = golden(DATABASE_VERSION).tables;
  await newer.table('papers').bulkAdd(papers);
  await newer.table('reviews').bulkAdd(reviews);
  newer.close();
  await db.open();
  const before = await db.papers.toArray();
  await expect(saveTag(newTag())).rejects.toMatchObject({ code: 'newer-database' });
  await expect(changeSettings({ quietHosts: [] })).rejects.toMatchObject({
    code: 'newer-database',
  });
  expect(await db.papers.toArray()).toEqual(before);
  expect(JSON.parse(await backUp('x')).papers).toHaveLength(papers.length);
  // A backup is handed over, though nobody can note that it was.
  await expect(noteBackup(7)).resolves.toBeUndefined();
  expect(await isNewerStore()).toBe(true);
  db.close();
  await Dexie.delete('bearing');
});

test('the newest golden database is of the version that Bearing writes, index for index', () => {
  const newest = golden(Math.max(...GOLDEN));
  expect(newest.version).toBe(DATABASE_VERSION);
  const now = new BearingDatabase('unopened');
  expect(now.verno || newest.version).toBe(newest.version);
  const said = Object.fromEntries(
    now.tables.map((t) => [
      t.name,
      [t.schema.primKey.src, ...t.schema.indexes.map((i) => i.src)].join(', '),
    ]),
  );
  // A change here without a new version number would leave every reader's database behind.
  expect(said).toEqual(newest.stores);
});
