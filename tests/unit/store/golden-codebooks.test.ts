/**
 * From version 3 of the database and the backups of its time: one text of each codebook, and reviews that named ids.
 */
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { allShipped } from '../../../lib/codebook';
import { reviewData, setAsideBy, sweep, undo, whatCanBeUndone } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { PASSAGE } from '../../../lib/store/migrations/to-5';
import { wholeStep } from '../../../lib/store/read/whole-steps';
import { breakOff, type Golden, golden, goldenBackup, layDown } from './golden';
import { contents, emptyStore, expectSound, restore } from './support';

const FILE = golden('3-codebooks');
const PRISM = { id: 're-aim-prism', version: 'RE-AIM 1999/2019; PRISM 2008' };
/** What the review named then, and the versions that it meant. */
const OURS = [
  // The text that was kept.
  { id: 'own', version: '2' },
  // What Bearing shipped.
  PRISM,
  // What its tags were made under.
  { id: 'lost', version: '7' },
  // Nobody knows.
  { id: 'never-seen', version: 'unknown' },
  { id: 'psw-core', version: '1' },
];

afterEach(() => db.close());

const ours = async () => (await db.reviews.toArray()).find(({ name }) => name === 'Ours');
const codebookKeys = () => db.codebooks.toCollection().primaryKeys();

async function expectOurs(): Promise<void> {
  const [was] = (FILE.tables.reviews ?? []).filter(({ name }) => name === 'Ours');
  expect(was?.codebookIds).toEqual(OURS.map(({ id }) => id));
  const review = await ours();
  expect(review?.codebooks).toEqual(OURS);
  expect(review).not.toHaveProperty('codebookIds');
}

/** Every row that was there, under the keys of today. */
async function expectAllBroughtOver(): Promise<void> {
  await expectOurs();
  const now = await contents();
  // Counts by cell are kept by paper since.
  for (const [name, records] of Object.entries(FILE.tables))
    if (name !== 'tallies') expect(now[name]?.length, name).toBe(records.length);
  expect(now.codebooks).toEqual(FILE.tables.codebooks);
  expect(now.tags).toEqual(
    [...(FILE.tables.tags ?? [])].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
  );
}

describe('a database of version 3', () => {
  test('is brought over: reviews name versions, and no record is lost', async () => {
    await layDown(FILE);
    await expectAllBroughtOver();
    expect(await codebookKeys()).toEqual([['own', '2']]);
    expect(await db.stamps.get(['codebooks', 'own 2'])).toMatchObject({ counter: 40 });
    expect(await db.stamps.get(['codebooks', 'gone-book 4'])).toMatchObject({ state: 'gone' });
  });

  test('what was shipped then is copied in by the first sweep, with its own text', async () => {
    await layDown(FILE);
    await sweep();
    expect(await codebookKeys()).toEqual([
      ['own', '2'],
      ['psw-core', '1'],
      [PRISM.id, PRISM.version],
    ]);
    const prism = (await allShipped()).find(({ id }) => id === PRISM.id);
    expect(await db.codebooks.get([PRISM.id, PRISM.version])).toEqual(prism);
    await expectSound();
  });

  test('a tag without a version is shown with the label that its codebook has', async () => {
    await layDown(FILE);
    await sweep();
    const review = await ours();
    const data = await reviewData(review?.id ?? '');
    expect(data?.tags.filter((tag) => tag.codebookVersion === 'unknown')).toHaveLength(1);
    expect(data?.codebooks.map(({ id, version }) => [id, version])).toEqual([
      ['own', '2'],
      [PRISM.id, PRISM.version],
      ['psw-core', '1'],
    ]);
  });

  test('what was done then is taken back, up to the text that another one replaced', async () => {
    await layDown(FILE);
    await sweep();
    for (;;) {
      const { undo: last } = await whatCanBeUndone();
      const step = await wholeStep(last?.step.id ?? '');
      if (!last || step?.changes.some(({ table }) => table === 'codebooks')) {
        expect(last?.command).toBe('restore');
        await undo(last?.step.id ?? '');
        break;
      }
      await undo(last.step.id);
    }
    const own = await db.codebooks.where('id').equals('own').toArray();
    expect(own).toMatchObject([{ version: '1', influences: [{ label: 'Wages' }, {}] }]);
    await expectSound();
  });

  const TABLES: [table: string, puts: number][] = [
    [PASSAGE, 0],
    ['reviews', 0],
    ['reviews', 1],
    ['steps', 0],
    ['stamps', 0],
    ['stamps', 1],
    ['codebooks', 0],
  ];
  test.each(TABLES)(
    'broken off at a put into %s, after %i, it is as it was, and the next start brings it over',
    async (table, puts) => {
      await breakOff(FILE, table, puts);
      const raw = new Dexie('bearing');
      await raw.open();
      expect(raw.backendDB().version).toBe(FILE.idbVersion);
      expect(raw.tables.map(({ name }) => name).sort()).toEqual(Object.keys(FILE.stores).sort());
      for (const [name, records] of Object.entries(FILE.tables))
        expect(await raw.table(name).toArray(), name).toEqual(expect.arrayContaining(records));
      raw.close();
      await db.open();
      await expectAllBroughtOver();
      await sweep();
      await expectSound();
    },
  );
});

/** The file as it is with a codebook of it under another id, in every record, version and step. */
function underId(id: string, { tables, ...rest }: Golden, was = 'own'): Golden {
  const renamed = JSON.stringify(tables)
    .replaceAll(`"codebookId":"${was}"`, `"codebookId":"${id}"`)
    .replaceAll(`"id":"${was}"`, `"id":"${id}"`)
    .replaceAll(`"key":"${was}"`, `"key":"${id}"`)
    .replaceAll(`"codebooks ${was}"`, `"codebooks ${id}"`)
    .replaceAll(/"codebookIds":\[[^\]]*\]/g, (list) => list.replace(`"${was}"`, `"${id}"`));
  return { ...rest, tables: JSON.parse(renamed) };
}
const ownBook = async () => (await db.codebooks.toArray()).find(({ kind }) => kind === 'own');

describe('an id with white space, which was allowed then,', () => {
  const IDS = ['my codebook', 'my\u00a0codebook', ' ', 'x y'.repeat(40)];

  test.each(IDS)('%j is renamed in every record, and nothing is lost', async (id) => {
    await layDown(underId(id, FILE));
    const now = await contents();
    expect(setAsideBy(await sweep())).toBe(0);
    await expectSound();
    const { id: renamed = '' } = (await ownBook()) ?? {};
    expect(renamed).toMatch(/^\S+$/);
    expect(await db.stamps.get(['codebooks', `${renamed} 2`])).toMatchObject({ counter: 40 });
    // As it would be, had it had the new name all the time.
    await layDown(underId(renamed, FILE));
    const named = await contents();
    for (const name of Object.keys(FILE.tables)) expect(now[name], name).toEqual(named[name]);
  });

  test.each(['gone-book', 'gone book'])('%j of a codebook that is gone is found by', async (id) => {
    await layDown(underId(id, FILE, 'gone-book'));
    const stamp = await db.stamps
      .filter(({ state, table }) => state === 'gone' && table === 'codebooks')
      .first();
    expect(stamp?.key).toMatch(/^gone-book\S* 4$/);
    const found = await db.steps.where('touches').equals(`codebooks ${stamp?.key}`).toArray();
    expect(found.map(({ command }) => command)).toEqual(['undo']);
    expect(
      await db.steps.filter(({ touches }) => touches.includes(`codebooks ${id}`)).count(),
    ).toBe(0);
  });

  test('is the same one from a backup, and another one than an id that looks alike', async () => {
    await layDown(underId('my codebook', FILE));
    await sweep();
    const before = await contents();
    await emptyStore();
    const file = JSON.parse(goldenBackup('3-codebooks'));
    const { tables } = underId('my codebook', { ...FILE, tables: file });
    const { sums: _, ...unchecked } = tables as Record<string, unknown>;
    expect(await restore(JSON.stringify(unchecked), { as: 'mine' })).toMatchObject({
      quarantined: [],
    });
    const after = await contents();
    for (const name of ['codebooks', 'reviews', 'tags', 'tallySheets'])
      expect(after[name], name).toEqual(before[name]);
    const ownStamps = ({ stamps = [] }: typeof after) =>
      (stamps as { key: string }[]).filter(({ key }) => key.startsWith('my'));
    expect(ownStamps(after)).toHaveLength(1);
    expect(ownStamps(after)).toEqual(ownStamps(before));
    await layDown(underId('my  codebook', FILE));
    await sweep();
    expect((await contents()).codebooks).not.toEqual(before.codebooks);
  });

  test('from the first version of the database, too', async () => {
    const file = golden('1');
    const [book] = file.tables.codebooks ?? [];
    const id = String(book?.id);
    const text = JSON.stringify(file.tables).replaceAll(`"${id}"`, '"my codebook"');
    await layDown({ ...file, tables: JSON.parse(text) });
    expect(setAsideBy(await sweep())).toBe(0);
    const own = await ownBook();
    const key = `${own?.id} ${own?.version}`;
    expect(await db.stamps.get(['codebooks', key])).toBeDefined();
    await expectSound();
  });
});

describe('a text under the id of a codebook that Bearing had at hand', () => {
  const forged = () => {
    const [own] = FILE.tables.codebooks ?? [];
    return { ...own, id: 'psw-core', version: '9', name: 'Forged' };
  };

  test('is not what the reviews meant', async () => {
    const codebooks = [...(FILE.tables.codebooks ?? []), forged()];
    await layDown({ ...FILE, tables: { ...FILE.tables, codebooks } });
    await expectOurs();
    expect(await db.codebooks.get(['psw-core', '9'])).toMatchObject({ name: 'Forged' });
  });

  test('nor in a backup', async () => {
    const { sums: _, ...file } = JSON.parse(goldenBackup('3-codebooks'));
    await db.open();
    await emptyStore();
    await restore(JSON.stringify({ ...file, codebooks: [...file.codebooks, forged()] }));
    await expectOurs();
  });
});

describe('a backup of then', () => {
  test('brings the same versions, its checksums hold, and its own text is there', async () => {
    await db.open();
    await emptyStore();
    expect(await restore(goldenBackup('3-codebooks'), { as: 'mine' })).toMatchObject({
      quarantined: [],
    });
    await expectOurs();
    expect(await codebookKeys()).toEqual([
      ['own', '2'],
      ['psw-core', '1'],
      [PRISM.id, PRISM.version],
    ]);
    await expectSound();
  });

  test('and the store that was brought over are one', async () => {
    await layDown(FILE);
    await sweep();
    const before = await contents();
    await restore(goldenBackup('3-codebooks'), { as: 'mine' });
    const after = await contents();
    for (const name of ['codebooks', 'reviews', 'tags', 'stamps'])
      expect(after[name], name).toEqual(before[name]);
  });
});
