/**
 * One bad record takes down one record. Rows that are no sound records are put into the database by hand, as a
 * damaged disk or another program may leave them; every surface's question is answered with all the others.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { exporters } from '../../../lib/exchange';
import type { Backup } from '../../../lib/exchange/backup-format';
import { buildMap } from '../../../lib/map';
import type { TallySheet } from '../../../lib/model';
import {
  allCodebooks,
  changeSettings,
  changeTag,
  createReview,
  currentReview,
  deleteTag,
  knownWorks,
  listDamaged,
  listReviews,
  mapInput,
  nameReader,
  paperState,
  paperTags,
  placePaper,
  quarantined,
  reviewData,
  saveTag,
  setAsideBy,
  settings,
  statementsOnPage,
  sweep,
  tablesInput,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { DERIVED } from '../../../lib/store/sweep/row-checks';
import { shipped } from '../../support/codebooks';
import { exportedText } from '../../support/exported-text';
import { backUp, contents, emptyStore, everyRow, newTag, PAGE_A, PAGE_B, restore } from './support';

/** The paper whose records are spoilt is A's; B's are always sound. */
const SOUND = 'Sound on B.';

async function fill() {
  await nameReader('NI');
  const review = await createReview({
    name: 'Mine',
    codebooks: [shipped('psw-core'), { id: 'own', version: '1' }],
  });
  await db.codebooks.add({
    ...{ id: 'own', name: 'Own', version: '1', kind: 'own', builtIn: false, compiled: false },
    ...{ complete: true, source: { citation: 'me' } },
    influences: [{ id: 'one', label: 'One', definition: '', aliases: [], cues: [], crosswalk: [] }],
  });
  const spoilt = await saveTag(newTag({ quote: 'On A.' }));
  const sound = await saveTag(newTag({ on: PAGE_B, quote: SOUND }));
  await db.assessments.add({
    ...{ id: crypto.randomUUID(), reviewId: review.id, paperId: spoilt.paper.id },
    ...{ codebookId: 'psw-core', influenceId: 'pay', outcome: 'not-reported' },
    coderId: spoilt.tag.coderId,
    createdAt: spoilt.tag.createdAt,
  });
  return { review, spoilt, sound };
}
type Filled = Awaited<ReturnType<typeof fill>>;

const rowOf = async (table: string, is: (row: Record<string, unknown>) => boolean) => {
  const row = (await everyRow(db.table(table))).find(is);
  if (!row) throw new Error(`no such row in ${table}`);
  return row;
};
const ofA = ({ spoilt }: Filled) => ({
  papers: (r: Record<string, unknown>) => r.id === spoilt.paper.id,
  statements: (r: Record<string, unknown>) => r.id === spoilt.statement.id,
  tags: (r: Record<string, unknown>) => r.id === spoilt.tag.id,
  reviewPapers: (r: Record<string, unknown>) => r.paperId === spoilt.paper.id,
  tallySheets: (r: Record<string, unknown>) => r.paperId === spoilt.paper.id,
  statementSheets: (r: Record<string, unknown>) => r.paperId === spoilt.paper.id,
  steps: (r: Record<string, unknown>) => r.id === spoilt.eventId,
  stamps: (r: Record<string, unknown>) => r.key === spoilt.tag.id,
  coders: () => true,
  installation: () => true,
  assessments: () => true,
  codebooks: () => true,
  reviews: (r: Record<string, unknown>) => r.name !== 'Mine',
  settings: () => true,
});
type Spoilable = keyof ReturnType<typeof ofA>;

const inItself = () => {
  const one: Record<string, unknown> = {};
  one.self = one;
  return one;
};

/** What is done to one row: fields with other values, or fields that are taken away. */
const SPOILT: [name: string, table: Spoilable, change: Record<string, unknown>][] = [
  ['a paper without its addresses', 'papers', { urls: undefined }],
  ['a paper whose authors are null', 'papers', { authors: null }],
  ['a paper whose title is a number', 'papers', { title: 42 }],
  ['a paper whose date is none', 'papers', { createdAt: 'yesterday' }],
  ['a statement without targets', 'statements', { targets: [] }],
  ['a statement with a target of null', 'statements', { targets: [null] }],
  ['a statement whose quote is a list', 'statements', { quote: ['a'] }],
  ['a tag without a stance', 'tags', { stance: undefined }],
  ['a tag whose note is null', 'tags', { note: null }],
  ['a tag in itself', 'tags', { direction: inItself() }],
  ['a tag whose influence is a number, in no cell', 'tags', { influenceId: 7n }],
  ['a tag whose statement is nowhere', 'tags', { statementId: crypto.randomUUID() }],
  ['a tag whose paper is nowhere', 'tags', { paperId: crypto.randomUUID() }],
  ['a place on the list without a status', 'reviewPapers', { progress: undefined }],
  ['a place on the list with a date that is none', 'reviewPapers', { addedAt: 5 }],
  ['a tally sheet with `tags: null`', 'tallySheets', { tags: null }],
  ['a tally sheet with words for numbers', 'tallySheets', { tags: ['many'] }],
  ['a tally sheet with a list of numbers', 'tallySheets', { tags: [0, 0, 0, 0, 0] }],
  ['a tally sheet of half an influence', 'tallySheets', { influences: ['psw-core'] }],
  ['a tally sheet that leads to no influence', 'tallySheets', { influences: [] }],
  ['a tally sheet of half a tag', 'tallySheets', { tags: Uint32Array.of(0, 0, 0) }],
  ['a statement sheet with words for numbers', 'statementSheets', { made: ['many'] }],
  ['a statement sheet without its statements', 'statementSheets', { statements: '' }],
  ['a codebook without influences', 'codebooks', { influences: undefined }],
  ['a codebook with an influence of null', 'codebooks', { influences: [null] }],
  ['a codebook whose source is null', 'codebooks', { source: null }],
  ['a review without a name', 'reviews', { name: undefined }],
  ['a review without codebooks', 'reviews', { codebooks: null }],
  ['an assessment with an outcome that nobody knows', 'assessments', { outcome: 'x' }],
  ['a step without a command', 'steps', { command: undefined }],
  ['a step with a change of nothing', 'steps', { changes: [null] }],
  ['a version without a counter', 'stamps', { counter: undefined }],
  ['a coder whose name is a number', 'coders', { name: 42 }],
  ['an installation that has counted to no number', 'installation', { counter: 'many' }],
  ['settings with keys of null', 'settings', { keys: null }],
  ['settings with a switch of numbers', 'settings', { showTagsOnOpen: 42 }],
];

async function spoil(table: Spoilable, change: Record<string, unknown>, filled: Filled) {
  const row = { ...(await rowOf(table, ofA(filled)[table])), ...change };
  for (const [field, value] of Object.entries(change)) if (value === undefined) delete row[field];
  // Past the product's own code, as whatever spoils a database.
  await db.transaction('rw', db.table(table), () => db.table(table).put(row));
  return row;
}

beforeEach(async () => {
  await emptyStore();
  await createReview({ name: 'Another', codebooks: [shipped('psw-core')] });
});

/** Every question that a surface asks, answered. */
async function askEverything({ review, sound }: Filled) {
  const map = await mapInput();
  if (!map) throw new Error('there is no map');
  const data = await reviewData(review.id);
  if (!data) throw new Error('there is no review');
  const tables = await tablesInput(review.id);
  if (!tables) throw new Error('there are no tables');
  const panel = await paperTags(PAGE_B);
  return {
    map,
    rows: buildMap({ ...map, reviewId: review.id }).rows,
    data,
    panel,
    panelOfA: await paperTags(PAGE_A),
    reviews: await listReviews(),
    current: await currentReview(),
    codebooks: await allCodebooks(),
    settings: await settings(),
    state: await paperState(PAGE_B, review.id),
    stateOfA: await paperState(PAGE_A, review.id),
    onPage: await statementsOnPage(review.id, PAGE_B),
    known: await knownWorks(review.id, [{ doi: sound.paper.doi }, { doi: '10.5555/a' }]),
    files: exporters.map((exporter) => exportedText(exporter.write(tables))),
  };
}

describe.each(SPOILT)('%s', (_, table, change) => {
  /** Settings decide which review is current. */
  const current = async () => {
    const filled = await fill();
    const row = await spoil(table, change, filled);
    if (table === 'settings') await db.reviews.filter(({ name }) => name === 'Another').delete();
    return { filled, row };
  };

  test('every surface and export has the other records', async () => {
    const { filled } = await current();
    const all = await askEverything(filled);
    expect(all.panel?.statements.map(({ statement }) => statement.quote)).toEqual([SOUND]);
    expect(all.state?.tags.supporting).toBe(1);
    expect(all.onPage.statements).toHaveLength(1);
    expect(all.data.statements.map(({ quote }) => quote)).toContain(SOUND);
    expect(all.known[0]).toMatchObject({ tags: 1 });
    for (const id of ['evidence-table-csv', 'all-tables-xlsx'])
      expect(all.files[exporters.findIndex((one) => one.id === id)]).toContain(SOUND);
    for (const file of all.files) expect(file.length).toBeGreaterThan(10);
  });

  test('what is left out is said, in the review that it belongs to', async () => {
    const { filled } = await current();
    const { map, data } = await askEverything(filled);
    const said = [...map.leftOut, ...data.leftOut].map((one) => one.table);
    const counted = [...DERIVED, 'steps', 'stamps', 'installation', 'reviews'].includes(table);
    // A tag in no cell of an index is found by a look at all of them.
    if (counted || typeof change.influenceId === 'bigint')
      for (const name of DERIVED) expect(said).not.toContain(name);
    else expect(said).toContain(table);
  });

  test('a look at the whole store finds what the sweep then sets aside', async () => {
    await current();
    const found: Record<string, number> = {};
    for (const one of (await listDamaged()).damaged) found[one.table] = (found[one.table] ?? 0) + 1;
    const { unreadable, stranded } = await sweep();
    const moved: Record<string, number> = { ...unreadable };
    for (const [name, n] of Object.entries(stranded)) moved[name] = (moved[name] ?? 0) + n;
    expect(found).toEqual(moved);
    expect(Object.keys(found)).toEqual(DERIVED.has(table) ? [] : expect.arrayContaining([table]));
  });

  test('reading moves nothing; saving, changing and deleting other records goes on', async () => {
    const { filled } = await current();
    const before = await contentsOf(table);
    await askEverything(filled);
    expect(await contentsOf(table)).toEqual(before);
    const made = await saveTag(newTag({ on: PAGE_B, quote: 'Another.' }));
    await changeTag(made.tag.id, { stance: 'contrasting' });
    await placePaper(filled.review.id, filled.sound.paper.id, { progress: 'read' });
    await changeSettings({ showTagsOnOpen: false });
    await deleteTag(made.tag.id);
    expect((await saveTag(newTag({ on: PAGE_A, quote: 'On A.' }))).tag.stance).toBe('supporting');
  });

  test('the row is in the backup or in the quarantine, whatever was saved in its place', async () => {
    const { filled, row } = await current();
    await saveTag(newTag({ on: PAGE_A, quote: 'On A.' }));
    await changeSettings({ showTagsOnOpen: false });
    const file = JSON.parse(await backUp('x')) as Backup;
    const written = JSON.stringify(file);
    expect(written).toContain(SOUND);
    if (DERIVED.has(table)) return;
    const isWhole = change.statementId || change.paperId;
    const kept = isWhole ? file.tags : file.quarantine.map((one) => one.record);
    expect(JSON.stringify(kept)).toContain(String(row.id ?? row.paperId ?? row.key));
    expect(filled.review.id).toBeTruthy();
    await emptyStore();
    await restore(written);
    const after = await reviewData(filled.review.id);
    expect(after?.statements.map(({ quote }) => quote)).toContain(SOUND);
  });

  test('the sweep sets it aside, says what it did, and leaves a sound store', async () => {
    const { filled, row } = await current();
    const report = await sweep();
    if (DERIVED.has(table)) expect(report.recounted).toBe(true);
    else {
      expect(setAsideBy(report)).toBeGreaterThan(0);
      const kind = change.statementId || change.paperId ? report.stranded : report.unreadable;
      expect(kind[table]).toBe(1);
      expect((await quarantined()).map((q) => q.record)).toContainEqual(row);
    }
    expect((await listDamaged()).damaged).toEqual([]);
    expect(setAsideBy(await sweep())).toBe(0);
    const { leftOut = [] } = (await reviewData(filled.review.id)) ?? {};
    for (const { waitsFor } of leftOut) expect(waitsFor).toBe(`${table} ${String(row.id)}`);
    expect(leftOut.length > 0).toBe(table === 'papers' || table === 'statements');
  });
});

const contentsOf = async (table: string) => (await everyRow(db.table(table))).map(String).sort();

test('all of them at once: every question is still answered', async () => {
  const filled = await fill();
  const tables = new Map(SPOILT.map(([, table, change]) => [table, change]));
  for (const [table, change] of tables) await spoil(table, change, filled);
  const all = await askEverything({ ...filled });
  expect(all.data.statements.map(({ quote }) => quote)).toContain(SOUND);
  expect(JSON.parse(await backUp('x')).quarantine.length).toBeGreaterThan(6);
  expect(setAsideBy(await sweep())).toBeGreaterThan(6);
  expect((await contents()).tallySheets?.length).toBe(1);
});

describe('a write that meets a bad row', () => {
  test('sets it aside first, and does not fail on its place', async () => {
    const filled = await fill();
    const bad = await spoil('statements', { targets: [] }, filled);
    const again = await saveTag(newTag({ on: PAGE_A, quote: 'On A.' }));
    expect(again.statement.id).not.toBe(filled.spoilt.statement.id);
    expect((await quarantined()).map((q) => q.record)).toContainEqual(bad);
  });

  test('leaves bad rows of other tables alone', async () => {
    const filled = await fill();
    await spoil('reviewPapers', { progress: undefined }, filled);
    await db.codebooks.where('id').equals('own').count();
    await saveTag(newTag({ on: PAGE_B, quote: 'Another.' }));
    expect(await quarantined()).toEqual([]);
  });

  test('that fails keeps both as they were', async () => {
    const filled = await fill();
    await spoil('settings', { showTagsOnOpen: 42 }, filled);
    const before = await contents();
    await expect(changeSettings({ showTagsOnOpen: 'x' as never })).rejects.toThrow();
    expect(await contents()).toEqual(before);
  });
});

describe('reading by slices and limits', () => {
  test('a bad row in a slice hides nothing that comes after it', async () => {
    const filled = await fill();
    const quotes = Array.from({ length: 300 }, (_, i) => `Quote ${String(i).padStart(3, '0')}.`);
    for (const quote of quotes) await saveTag(newTag({ on: PAGE_A, quote }));
    await spoil('statements', { targets: [null] }, filled);
    const panel = await paperTags(PAGE_A);
    expect(panel?.statements).toHaveLength(300);
    // The statement and the tag on it.
    expect(panel?.leftOut.map(({ table }) => table)).toEqual(['statements', 'tags']);
  }, 60_000);

  test('a cursor passes over a bad row', async () => {
    const filled = await fill();
    await spoil('tags', { note: null }, filled);
    const seen: string[] = [];
    await db.tags.each((tag) => seen.push(tag.id));
    expect(seen).toEqual([filled.sound.tag.id]);
    expect(await db.tags.filter(() => true).toArray()).toHaveLength(1);
    expect(await db.tags.orderBy('paperId').reverse().first()).toMatchObject({ note: '' });
  });
});

test('a row that lacks what a later version added is filled in, and not written', async () => {
  const { spoilt } = await fill();
  const { note: _, direction: __, ...older } = spoilt.tag;
  await db.tags.put({ ...older, later: 'kept' } as never);
  expect(await db.tags.get(spoilt.tag.id)).toEqual({ ...spoilt.tag, later: 'kept' });
  const raw = await rowOf('tags', (r) => r.id === spoilt.tag.id);
  expect(raw).not.toHaveProperty('note');
});

test('a tally sheet that cannot be read is made from the tags', async () => {
  const filled = await fill();
  const sound = (await mapInput())?.sheets;
  await spoil('tallySheets', { tags: null }, filled);
  const byPaper = (sheets: TallySheet[] = []) =>
    [...sheets].sort((a, b) => (a.paperId < b.paperId ? -1 : 1));
  expect(byPaper((await mapInput())?.sheets)).toEqual(byPaper(sound));
});

test('what was set aside, itself damaged, is still listed and backed up', async () => {
  await fill();
  await db.quarantine.bulkPut([
    { id: '1' },
    { id: '2', table: 7, problems: 'x', record: inItself(), at: 'never' },
  ] as never[]);
  expect(await quarantined()).toMatchObject([
    { id: '1', problems: [] },
    { id: '2', table: '7' },
  ]);
  const text = await backUp('x');
  expect(JSON.parse(text).quarantine).toHaveLength(2);
  await emptyStore();
  expect((await restore(text)).added).toBeGreaterThan(0);
});
