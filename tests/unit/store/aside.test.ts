/**
 * What is set aside takes nothing with it that merely points to it, and comes back: by itself once it can be read, with a
 * sound import, or repaired by the reader; or it is dismissed. Whatever became of it can be undone.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { historyLines } from '../../../components/history/lines';
import { missingAre } from '../../../components/left-out/words';
import { writeBackup } from '../../../lib/exchange';
import type { Backup } from '../../../lib/exchange/backup-format';
import {
  KIND_NAMES,
  KINDS,
  type KindName,
  keyOf,
  newId,
  TABLE_KINDS,
  TRAVELLING,
} from '../../../lib/model';
import {
  changeSettings,
  changeTag,
  countMissing,
  countWaiting,
  createReview,
  deleteTag,
  dismiss,
  historyOf,
  lastStep,
  listAside,
  listDamaged,
  mapInput,
  paperTags,
  quarantined,
  repair,
  saveTag,
  setAsideBy,
  setAsideOfPage,
  settings,
  sweep,
  tablesInput,
  tryAgain,
  undo,
  unlistPaper,
  whyNotBack,
  wrongNow,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { familiesIn } from '../../../lib/store/write/families';
import { SAMPLE_CODER, SAMPLE_REVIEW, sampleBackup, sampleId } from '../../support/samples';
import { tableRecords } from '../../support/table-records';
import {
  backUp,
  contents,
  emptyStore,
  everyRow,
  expectSound,
  facts,
  newTag,
  page,
  restore,
  storeHash,
} from './support';

beforeEach(emptyStore);

type Raw = Record<string, unknown>;
const [PAPER, STATEMENT, TAG] = [sampleId(2, 1), sampleId(3, 1), sampleId(4, 1)];
/** The first version of each record of the file. */
const VERSION = { counter: 1, by: SAMPLE_CODER, step: sampleId(6, 1) };

const AT = '2026-11-20T09:00:00.000Z';

/** Two papers with two tags each and all that tables need, every record under its version. */
function file(): Backup {
  const backup = sampleBackup({
    ...{ papers: 2, tags: 2, influences: ['a', 'b', 'c'], codebookId: 'psw-core' },
    quote: (paper, tag) => `Quote ${tag} of paper ${paper}.`,
  });
  backup.familyMembers = backup.reviewPapers.map(({ reviewId, paperId, addedAt }) => ({
    ...{ reviewId, paperId, addedAt, familyId: sampleId(7, 1) },
  }));
  Object.assign(
    backup,
    tableRecords({
      ...{ reviewId: SAMPLE_REVIEW, paperId: PAPER, statementId: STATEMENT, at: AT },
      ...{ codebookId: 'psw-core', codebookVersion: '1', influenceId: 'a', coderId: SAMPLE_CODER },
      id: (n) => sampleId(8, n),
    }),
  );
  const versioned = [
    ...(['reviews', 'papers', 'reviewPapers', 'familyMembers', 'statements', 'tags'] as const),
    ...TABLE_KINDS,
  ];
  for (const table of versioned)
    for (const record of backup[table])
      backup.stamps.push({ table, key: keyOf(table, record), ...VERSION } as never);
  return backup;
}

/** The file's text, with some fields of one record as they must not be. Without checksums: not an accident. */
function spoilt(table: KindName, key: string, wrong: Raw, of = file()): string {
  const { sums: _, ...whole } = JSON.parse(writeBackup(of)) as Record<string, Raw[]>;
  for (const record of whole[table] ?? [])
    if (keyOf(table, record) === key) Object.assign(record, wrong);
  return JSON.stringify(whole);
}

const KEYS: Partial<Record<KindName, [key: string, wrong: Raw]>> = {
  reviews: [SAMPLE_REVIEW, { createdAt: 'never' }],
  papers: [PAPER, { year: '2021' }],
  statements: [STATEMENT, { targets: [] }],
  sites: [sampleId(8, 1), { name: '' }],
  attributes: [sampleId(8, 2), { of: 'country' }],
  measures: [sampleId(8, 3), { lowest: 'one' }],
};
/** Every kind that records of another kind cannot do without; a tagged paper's place on a list is made anew. */
const NEEDED = KIND_NAMES.filter(
  (kind) =>
    kind !== 'reviewPapers' &&
    KIND_NAMES.some((from) =>
      KINDS[from].refs.some((ref) => ref.to === kind && !('optional' in ref)),
    ),
);
const CASES = NEEDED.map((kind): [KindName, string, Raw] => {
  const [key, wrong] = KEYS[kind] ?? [];
  if (!key || !wrong) throw new Error(`no case for ${kind}`);
  return [kind, key, wrong];
});

/** How many records of the file there are. */
const recordsOf = (of: Backup) =>
  TRAVELLING.reduce((sum, kind) => sum + Object(of)[kind].length, 0);

const soundRecord = (kind: KindName, key: string): Raw => {
  const all = (file() as unknown as Record<string, Raw[]>)[kind] ?? [];
  const found = all.find((one) => keyOf(kind, one) === key);
  if (!found) throw new Error(`no ${kind} ${key}`);
  return found;
};

const onlyAside = async () => {
  const [one, ...more] = await listAside();
  expect(more).toEqual([]);
  if (!one) throw new Error('nothing is set aside');
  return one;
};

/** All that an update changes for what was set aside: it can be read now. */
async function update(id: string, record: unknown): Promise<void> {
  await db.transaction('rw', db.quarantine, () => db.quarantine.update(id, { record }));
}

test('a place on a list that is set aside: its place in a study family waits, and is there with it', async () => {
  const of = file();
  Object.assign(of, { tags: [], statements: [], stamps: [], memos: [], findings: [] });
  const key = keyOf('reviewPapers', of.reviewPapers[0] ?? {});
  const { quarantined: aside } = await restore(spoilt('reviewPapers', key, { progress: 'x' }, of));
  expect(aside.map(({ table }) => table)).toEqual(['reviewPapers']);
  expect([await db.reviewPapers.count(), await db.familyMembers.count()]).toEqual([1, 2]);
  await expectSound();
  expect((await familiesIn(SAMPLE_REVIEW)).shared()).toEqual([]);
  expect(await listDamaged()).toMatchObject({ damaged: [], waiting: 1 });
  await restore(writeBackup(of));
  expect((await familiesIn(SAMPLE_REVIEW)).shared()).toHaveLength(1);
  expect(await listDamaged()).toEqual({ damaged: [], waiting: 0 });
  await expectSound();
});

describe.each(CASES)('one wrong field in one record of %s', (kind, key, wrong) => {
  const name = `${kind} ${key}`;
  let text = '';
  beforeEach(async () => {
    text = spoilt(kind, key, wrong);
    await createReview({ name: 'Here before', codebooks: [{ id: 'psw-core', version: '1' }] });
    const { quarantined: aside, added } = await restore(text);
    expect(aside.map(({ table }) => table)).toEqual([kind]);
    expect(added).toBeGreaterThanOrEqual(recordsOf(file()) - 1);
  });

  test('sets that record aside, and nothing that points to it', async () => {
    await expectSound();
    expect(await db.tags.count()).toBe(4);
    expect(await db.reviewPapers.count()).toBe(2);
    expect(await db.familyMembers.count()).toBe(2);
    expect((await onlyAside()).version).toEqual(VERSION);
  });

  test('surfaces say what waits for it', async () => {
    const waiting =
      kind === 'reviews'
        ? (await tablesInput(SAMPLE_REVIEW))?.leftOut
        : [
            ...((await mapInput(SAMPLE_REVIEW))?.leftOut ?? []),
            ...((await tablesInput(SAMPLE_REVIEW))?.leftOut ?? []),
          ];
    // A review that cannot be read has no surface: only Settings counts what waits for it.
    if (kind !== 'reviews') expect(waiting?.length).toBeGreaterThan(0);
    for (const { waitsFor } of waiting ?? []) expect(waitsFor).toBe(name);
    const { damaged, waiting: count } = await listDamaged();
    expect(damaged).toEqual([]);
    expect(count).toBeGreaterThan(0);
  });

  test('what waits survives the sweep, the same file again, and a backup', async () => {
    const before = await contents();
    expect(setAsideBy(await sweep())).toBe(0);
    expect(await restore(text)).toMatchObject({ isKnown: true });
    expect(await contents()).toEqual(before);
    const own = await backUp('x');
    expect(await restore(own)).toMatchObject({ isKnown: true });
    await emptyStore();
    await restore(own, { as: 'mine' });
    for (const table of ['papers', 'reviewPapers', 'statements', 'tags', 'reviews'] as const)
      expect((await contents())[table], table).toEqual(before[table]);
    expect(await onlyAside()).toMatchObject({ table: kind, version: VERSION });
  });

  test('an update that can read it brings it back, and all is whole; undo and redo', async () => {
    const before = await contents();
    const { id } = await onlyAside();
    expect(await tryAgain()).toEqual({ count: 0, eventId: null });
    await update(id, soundRecord(kind, key));
    const aside = (await contents()).quarantine;
    const { count, eventId } = await tryAgain();
    expect(count).toBe(1);
    await expectWhole();
    expect(await db.table(kind).get(key)).toEqual(expect.objectContaining({ createdAt: AT }));
    const whole = await contents();

    expect((await lastStep())?.id).toBe(eventId);
    const undone = await undo(eventId ?? '');
    const after = await contents();
    expect(after.quarantine).toEqual(aside);
    for (const table of ['papers', 'reviewPapers', 'statements', 'tags', 'reviews'] as const)
      expect(after[table], table).toEqual(before[table]);
    await undo(undone.eventId);
    await expectWhole();
    expect((await contents())[kind]?.length).toEqual(whole[kind]?.length);
  });

  test('a sound import of it takes the copy away, and undo of that import brings it back', async () => {
    const before = await contents();
    const { eventId, added } = await restore(writeBackup(file()));
    expect(added).toBe(1);
    await expectWhole();
    await undo(eventId ?? '');
    expect((await contents()).quarantine).toEqual(before.quarantine);
    expect(await db.tags.count()).toBe(4);
  });

  test('repaired by the reader it is whole, and other stores take it as the later version', async () => {
    const { id } = await onlyAside();
    const record = soundRecord(kind, key);
    await expect(repair(id, { ...record, ...wrong })).rejects.toMatchObject({ code: 'invalid' });
    const { eventId } = await repair(id, record);
    await expectWhole();
    const hash = await storeHash();
    const own = await backUp('x');
    await emptyStore();
    await restore(text, { as: 'mine' });
    await restore(own);
    expect(await quarantined()).toEqual([]);
    await restore(text);
    expect(await db.table(kind).get(key)).toBeTruthy();
    expect(eventId && hash).toBeTruthy();
  });

  test('dismissed it is gone from the list and from backups, with what waited set aside; undo', async () => {
    const before = await contents();
    const { id } = await onlyAside();
    const { eventId } = await dismiss([id]);
    await expectSound();
    const now = await quarantined();
    expect(now.map(({ id: one }) => one)).not.toContain(id);
    expect(now.length).toBeGreaterThan(0);
    expect((await listDamaged()).damaged).toEqual([]);
    const written = JSON.parse(await backUp('x')) as Backup;
    const names = written.quarantine.map((one) => [one.table, keyOf(kind, one.record as object)]);
    expect(names).not.toContainEqual([kind, key]);
    expect(JSON.stringify(written.steps)).not.toContain(id);
    await undo(eventId);
    const after = await contents();
    expect(after.quarantine).toEqual(before.quarantine);
    for (const table of ['papers', 'reviewPapers', 'statements', 'tags', 'reviews'] as const)
      expect(after[table]?.length, table).toEqual(before[table]?.length);
    await expectSound();
  });

  test('a tag that waits can be deleted, and undone', async () => {
    const { eventId } = await deleteTag(TAG, { others: true });
    expect(await db.tags.get(TAG)).toBeUndefined();
    await undo(eventId);
    expect(await db.tags.get(TAG)).toBeTruthy();
    await expectSound();
  });

  test('in the database: what points to the damaged row waits too', async () => {
    await emptyStore();
    await restore(writeBackup(file()), { as: 'mine' });
    const row = (await everyRow(db.table(kind))).find((one) => keyOf(kind, one) === key);
    await db.transaction('rw', db.table(kind), () => db.table(kind).put({ ...row, ...wrong }));
    expect((await listDamaged()).damaged).toHaveLength(1);
    expect(setAsideBy(await sweep())).toBe(1);
    expect(await onlyAside()).toMatchObject({ table: kind, version: VERSION });
    expect(await db.tags.count()).toBe(4);
    await update((await onlyAside()).id, row);
    expect((await tryAgain()).count).toBe(1);
    await expectWhole();
  });
});

async function expectWhole(): Promise<void> {
  expect(await quarantined()).toEqual([]);
  expect(await listDamaged()).toEqual({ damaged: [], waiting: 0 });
  const data = await tablesInput(SAMPLE_REVIEW);
  expect(data?.leftOut).toEqual([]);
  expect(data?.papers).toHaveLength(2);
  expect(data?.statements).toHaveLength(4);
  expect(data?.tags).toHaveLength(4);
  await expectSound();
}

describe('a tag that cannot be read', () => {
  const newer = { stance: 'questioning' };
  beforeEach(() => restore(spoilt('tags', TAG, newer), { as: 'mine' }));

  test('keeps its statement, through sweep, deletion of another tag on it, and merging', async () => {
    expect(await db.statements.get(STATEMENT)).toBeTruthy();
    expect(setAsideBy(await sweep())).toBe(0);
    const statement = await db.statements.get(STATEMENT);
    const { tag } = await saveTag(
      newTag({
        on: page('https://journal.example/articles/1', facts('10.5555/sample.1')),
        quote: statement?.quote ?? '',
        url: 'https://journal.example/articles/1',
      }),
    );
    expect(tag.statementId).toBe(STATEMENT);
    await deleteTag(tag.id);
    expect(await db.statements.get(STATEMENT)).toBeTruthy();
    await restore(await backUp('x'));
    expect(await db.statements.get(STATEMENT)).toBeTruthy();
    await expectSound();
    const { id } = await onlyAside();
    await update(id, soundRecord('tags', TAG));
    expect((await tryAgain()).count).toBe(1);
    await expectWhole();
  });

  test('its return is undone: it is not deleted, and comes back with what was imported before', async () => {
    const again = await backUp('x');
    const { id } = await onlyAside();
    const { eventId } = await repair(id, soundRecord('tags', TAG));
    const repaired = await backUp('x');
    await undo(eventId ?? '');
    expect(await db.tags.get(TAG)).toBeUndefined();
    expect(await restore(again)).toMatchObject({ isKnown: true });
    expect(await onlyAside()).toMatchObject({ id, version: VERSION });
    expect((await restore(writeBackup(file()))).added).toBe(1);
    await expectWhole();
    await restore(repaired);
    await expectWhole();
  });

  test('it puts its paper on a list that the reader took it off; there it stays, also elsewhere', async () => {
    await unlistPaper(SAMPLE_REVIEW, PAPER);
    const listed = () => db.reviewPapers.get([SAMPLE_REVIEW, PAPER]);
    expect(await listed()).toBeUndefined();
    await repair((await onlyAside()).id, soundRecord('tags', TAG));
    expect(await listed()).toBeTruthy();
    await deleteTag(TAG);
    const before = await listed();
    expect(before).toBeTruthy();
    const own = await backUp('x');
    await emptyStore();
    await restore(own, { as: 'mine' });
    expect(await listed()).toEqual(before);
  });

  test('comes back with an import, as part of its one step', async () => {
    const { id } = await onlyAside();
    await update(id, soundRecord('tags', TAG));
    const other = sampleBackup({ papers: 1, tags: 1, influences: ['z'], codebookId: 'psw-core' });
    other.reviews = [{ ...(other.reviews[0] as Backup['reviews'][0]), name: 'Renamed' }];
    other.counter = 9;
    other.stamps = [{ table: 'reviews', key: SAMPLE_REVIEW, ...VERSION, counter: 9 }];
    const { broughtBack, eventId } = await restore(writeBackup(other));
    expect(broughtBack).toBe(1);
    expect(await quarantined()).toEqual([]);
    await undo(eventId ?? '');
    expect(await quarantined()).toHaveLength(1);
  });

  test('stays where a later version is here, and says so', async () => {
    await restore(writeBackup(file()));
    await changeTag(TAG, { note: 'later' });
    await db.quarantine.add({
      ...{ id: 'x', table: 'tags', at: AT, problems: ['stance: x'], version: VERSION },
      record: { ...soundRecord('tags', TAG), note: 'older' },
    });
    expect((await tryAgain()).count).toBe(0);
    expect(await onlyAside()).toMatchObject({ hasLater: true });
    await expect(repair('x', soundRecord('tags', TAG))).rejects.toMatchObject({
      code: 'later-here',
    });
    expect((await db.tags.get(TAG))?.note).toBe('later');
  });
});

describe('what only the reader can decide', () => {
  const altered = (): string =>
    writeBackup(file()).replace('Quote 0 of paper 0.', 'Quote 0 of paper zero.');

  test('an altered record does not come back by itself; taken as it is, it does', async () => {
    await restore(altered(), { as: 'mine' });
    const aside = await onlyAside();
    expect(aside.problems).toEqual(['it is not as Bearing wrote it: damaged, or changed by hand']);
    expect((await tryAgain()).count).toBe(0);
    await restore(await backUp('x'));
    expect(await onlyAside()).toMatchObject({ id: aside.id });
    expect((await repair(aside.id, aside.record)).count).toBe(1);
    expect((await db.statements.get(STATEMENT))?.quote).toBe('Quote 0 of paper zero.');
    expect(await quarantined()).toEqual([]);
  });

  test('a tag that was edited by hand and taken all the same is marked as that in its history', async () => {
    await restore(writeBackup(file()).replace('"stance":"supporting"', '"stance":"contrasting"'), {
      as: 'mine',
    });
    const aside = await onlyAside();
    expect(aside).toMatchObject({ table: 'tags', record: { stance: 'contrasting' } });
    await repair(aside.id, aside.record);
    const { id } = aside.record as { id: string };
    expect((await db.tags.get(id))?.stance).toBe('contrasting');
    const [line] = historyLines(await historyOf({ tags: [id] }));
    expect(line?.head).toMatchObject({
      ...{ what: 'Brought back by hand: it was not as Bearing wrote it', who: 'You' },
    });
  });

  test('what was set aside for another reason is not marked', async () => {
    await restore(spoilt('tags', TAG, { stance: 'questioning' }), { as: 'mine' });
    await repair((await onlyAside()).id, soundRecord('tags', TAG));
    const [line] = historyLines(await historyOf({ tags: [TAG] }));
    expect(line?.head?.what).toBe('Records brought back');
  });

  test('set-aside copies in a backup have checksums too: a changed one does not come back', async () => {
    await restore(spoilt('papers', PAPER, { year: '2021' }), { as: 'mine' });
    const text = (await backUp('x')).replace('"year":"2021"', '"year":2021');
    await emptyStore();
    await restore(text, { as: 'mine' });
    expect((await tryAgain()).count).toBe(0);
    expect((await onlyAside()).problems[0]).toContain('changed by hand');
  });

  test('the second of two records of one id stays, whatever comes in', async () => {
    const backup = file();
    const { sums: _, ...whole } = JSON.parse(writeBackup(backup));
    whole.tags.push({ ...whole.tags[0], note: 'the other' });
    await restore(JSON.stringify(whole), { as: 'mine' });
    await restore(writeBackup(backup));
    await tryAgain();
    expect((await onlyAside()).record).toMatchObject({ note: 'the other' });
  });
});

describe('a page whose paper is set aside', () => {
  const on = page('https://journal.example/articles/1', facts('10.5555/sample.1'));
  const elsewhere = page('https://other.example/9', facts('10.5555/none'));
  beforeEach(() => restore(spoilt('papers', PAPER, { year: '2021' }), { as: 'mine' }));

  test('says so, with the tags that wait, wherever the page is shown', async () => {
    const found = await setAsideOfPage(on, SAMPLE_REVIEW);
    expect(countMissing(found)).toEqual({ damaged: 1, waiting: 2 });
    expect((await paperTags(on))?.leftOut).toEqual(found);
    const byAddress = page(on.url, null);
    expect(await setAsideOfPage(byAddress, SAMPLE_REVIEW)).toEqual(found);
    expect(missingAre(countMissing(found))).toBe(
      '1 damaged record and 2 that wait for a repair are',
    );
  });

  test('another page says nothing, nor does this one once it is repaired', async () => {
    expect(await setAsideOfPage(elsewhere, SAMPLE_REVIEW)).toEqual([]);
    await repair((await onlyAside()).id, soundRecord('papers', PAPER));
    expect((await paperTags(on))?.leftOut).toEqual([]);
    expect((await paperTags(on))?.statements).toHaveLength(2);
  });
});

test('how many are missing is said as a reader would say it', () => {
  const said = (damaged: number, waiting: number) => missingAre({ damaged, waiting });
  expect(said(1, 0)).toBe('1 damaged record is');
  expect(said(3, 0)).toBe('3 damaged records are');
  expect(said(0, 1)).toBe('1 record that waits for a repair is');
  expect(said(0, 8)).toBe('8 records that wait for a repair are');
  expect(said(2, 1)).toBe('2 damaged records and 1 that waits for a repair are');
});

test('what was made in its place meanwhile is joined with it', async () => {
  await restore(spoilt('papers', PAPER, { year: '2021' }), { as: 'mine' });
  const url = 'https://journal.example/articles/1';
  const on = page(url, facts('10.5555/sample.1'));
  const { paper } = await saveTag(newTag({ on, url, quote: 'Quote 0 of paper 0.' }));
  expect(paper.id).not.toBe(PAPER);
  await repair((await onlyAside()).id, soundRecord('papers', PAPER));
  expect(await db.papers.where('doi').equals('10.5555/sample.1').count()).toBe(1);
  const all = await db.statements.toArray();
  expect(all.filter(({ quoteKey }) => quoteKey === 'quote 0 of paper 0.')).toHaveLength(1);
  await expectSound();
});

test('two stores that set the same aside are equal, in whatever order they are merged', async () => {
  const broken = spoilt('papers', PAPER, { year: '2021' });
  const other = spoilt('tags', sampleId(4, 3), { stance: 'questioning' });
  await restore(broken);
  await restore(other);
  const one = await contents();
  await emptyStore();
  await restore(other);
  await restore(broken);
  const two = await contents();
  for (const table of ['papers', 'reviewPapers', 'statements', 'tags', 'reviews'] as const)
    expect(two[table], table).toEqual(one[table]);
  expect(two.quarantine?.length).toBe(one.quarantine?.length);
});

test('history and settings that could not be read come back too', async () => {
  await saveTag(newTag());
  const [step] = await db.steps.orderBy('counter').reverse().limit(1).toArray();
  if (!step) throw new Error('no step');
  await db.transaction('rw', db.steps, db.settings, async () => {
    await db.steps.put({ ...step, command: 'rate' } as never);
    await db.settings.put({ key: 'settings', quietHosts: 'a.example' } as never);
  });
  expect(setAsideBy(await sweep())).toBe(2);
  for (const row of await quarantined())
    await update(
      row.id,
      row.table === 'steps' ? step : { key: 'settings', quietHosts: ['q.example'] },
    );
  expect((await tryAgain()).count).toBe(2);
  expect(await db.steps.get(step.id)).toMatchObject({ command: 'save-tag' });
  expect((await settings()).quietHosts).toEqual(['q.example']);
  expect(await quarantined()).toEqual([]);
});

describe('how many records wait for what was set aside', () => {
  /** Of two papers with two tags each, all in one review: what names the record, and cannot do without it. A place in a
   *  study family waits for the place on the list. */
  const WAITING: [KindName, number][] = [
    ['reviews', 2 + 4 + TABLE_KINDS.length],
    // Of the tables: a value of a column and a decision. A site is whole without its paper, and the memo is on the site.
    ['papers', 1 + 2 + 2 + 2],
    ['statements', 1],
    ['sites', 2],
    ['attributes', 1],
    ['measures', 1],
  ];
  test.each(WAITING)('of %s: %i', async (kind, waiting) => {
    const [key = '', wrong = {}] = KEYS[kind] ?? [];
    await restore(spoilt(kind, key, wrong), { as: 'mine' });
    const aside = await onlyAside();
    expect(await countWaiting(aside)).toBe(waiting);
    expect(await countWaiting({ ...aside, table: 'sketches' })).toBe(0);
    expect(await countWaiting({ ...aside, record: { note: 'without a key' } })).toBe(0);
  });
});

describe('what cannot be repaired', () => {
  const add = (table: string, record: Raw) =>
    db.quarantine.add({ id: 'x', table: table as KindName, at: AT, problems: ['odd'], record });

  test('is of a kind that this version does not know', async () => {
    await add('sketches', { id: 'a' });
    await expect(repair('x', { id: 'a' })).rejects.toMatchObject({
      code: 'no-kind',
      message: 'This Bearing cannot take a record of this kind.',
    });
    expect(wrongNow(await onlyAside())).toEqual(['odd']);
  });

  test('is a tag whose statement is nowhere; nothing is changed', async () => {
    await restore(writeBackup(file()), { as: 'mine' });
    const record = { ...soundRecord('tags', TAG), id: newId(), statementId: newId() };
    await add('tags', { ...record, stance: 'x' });
    const before = await contents();
    await expect(repair('x', record)).rejects.toMatchObject({
      code: 'still-lacking',
      message: expect.stringContaining('what it belongs to is not in Bearing'),
    });
    expect(await contents()).toEqual(before);
  });
});

describe('settings that are repaired', () => {
  const right = { key: 'settings', quietHosts: ['a.example'], showTagsOnOpen: false };
  beforeEach(() =>
    db.quarantine.add({
      ...{ id: 'x', table: 'settings', at: AT, problems: ['quietHosts: no list'] },
      record: { ...right, quietHosts: 'a.example' },
    }),
  );

  test('come back where the reader has chosen nothing since; undo', async () => {
    const before = await settings();
    const { count, eventId } = await repair('x', right);
    expect(count).toBe(1);
    expect(await settings()).toMatchObject({ quietHosts: ['a.example'], showTagsOnOpen: false });
    expect(await quarantined()).toEqual([]);
    await undo(eventId ?? '');
    expect(await settings()).toEqual(before);
    expect(await quarantined()).toHaveLength(1);
  });

  test('give way to what the reader has chosen since', async () => {
    await changeSettings({ quietHosts: ['later.example'] });
    const chosen = await settings();
    await repair('x', right);
    expect(await settings()).toEqual(chosen);
    expect(await quarantined()).toEqual([]);
  });
});

describe('a copy that was set aside without a version', () => {
  beforeEach(async () => {
    await restore(writeBackup(file()), { as: 'mine' });
    await db.quarantine.add({
      ...{ id: 'x', table: 'tags', at: AT, problems: ['odd'] },
      record: { ...soundRecord('tags', TAG), stance: 'x' },
    });
  });

  test('has a later one here, if what is here has a version', async () => {
    expect(await onlyAside()).toMatchObject({ hasLater: true });
  });

  test('has no later one where what is here has no version either, or is gone', async () => {
    await db.stamps.delete(['tags', TAG]);
    expect(await onlyAside()).toMatchObject({ hasLater: false });
    await deleteTag(TAG, { others: true });
    expect((await listAside()).map(({ hasLater }) => hasLater)).toEqual([false]);
  });
});

describe('why it has not come back', () => {
  const WHY: [sentence: string, row: Raw][] = [
    ['It still cannot be read.', { record: { note: 'no tag' } }],
    ['It still cannot be read.', { table: 'sketches', problems: [] }],
    ['A later version of this record is in Bearing.', { hasLater: true }],
    [
      'Only you can decide whether it is right: choose Repair.',
      { problems: ['it is not as Bearing wrote it: damaged, or changed by hand'] },
    ],
    ['What it belongs to is not in Bearing.', {}],
  ];
  test.each(WHY)('%s', (sentence, row) => {
    const sound = { id: 'x', table: 'tags', at: AT, problems: ['odd'], hasLater: false };
    expect(whyNotBack({ ...sound, record: soundRecord('tags', TAG), ...row } as never)).toBe(
      sentence,
    );
  });
});
