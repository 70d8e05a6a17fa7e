/**
 * What a newer Bearing writes and this one does not know: its fields are read, changed around, merged, backed up and
 * restored untouched; a value that is not known sets that one record aside.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { writeBackup } from '../../../lib/exchange';
import type { Backup } from '../../../lib/exchange/backup-format';
import {
  isLikelyNewer,
  KIND_NAMES,
  KINDS,
  type KindName,
  PaperFacts,
  TRAVELLING,
} from '../../../lib/model';
import {
  addPaper,
  changeReview,
  changeSettings,
  changeTag,
  correctPaper,
  deleteTag,
  joinReviews,
  nameReader,
  placePaper,
  quarantined,
  retarget,
  saveTag,
  settings,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { readRecords } from '../../support/read-records';
import { SAMPLE_CODER, SAMPLE_REVIEW, sampleBackup, sampleId } from '../../support/samples';
import { backUp, contents, emptyStore, expectSound, facts, newTag, page, restore } from './support';

beforeEach(emptyStore);

const LATER = { of: ['a', { newer: 'Bearing' }], n: 1 };
const AT = '2026-11-20T09:00:00.000Z';
const [PAPER, STATEMENT, TAG] = [sampleId(2, 1), sampleId(3, 1), sampleId(4, 1)];
const QUOTE = 'Training helped.';
const URL = 'https://journal.example/articles/1';
const PAGE = page(URL, facts('10.5555/sample.1', 'The work'));

/** Objects whose keys are names, not fields. */
const BY_NAME = new Set(['sources', 'keys']);

/** The record as a newer Bearing may have written it: with a new field in each of its objects. */
function newer<T>(value: T, key = ''): T {
  if (Array.isArray(value)) return value.map((one) => newer(one)) as T;
  if (typeof value !== 'object' || value === null || BY_NAME.has(key)) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, newer(part, name)]);
  return Object.fromEntries([...parts, ['later', LATER]]) as T;
}

/** A file with a record of every kind, each with fields of its own within. */
function file(): Backup {
  const backup = sampleBackup({
    papers: 1,
    tags: 1,
    influences: ['one'],
    codebookId: 'own',
    quote: () => QUOTE,
    ownCodebook: {
      ...{ id: 'own', name: 'Own', version: '1', kind: 'own', builtIn: false, compiled: false },
      ...{ complete: true, source: { citation: 'me' } },
      influences: [
        { id: 'one', label: 'One', definition: '', aliases: [], cues: [], crosswalk: [] },
      ],
    },
  });
  backup.assessments.push({
    ...{ id: sampleId(5, 1), reviewId: SAMPLE_REVIEW, paperId: PAPER, coderId: SAMPLE_CODER },
    ...{ codebookId: 'own', influenceId: 'two', outcome: 'not-reported', createdAt: AT },
  });
  backup.familyMembers.push({
    ...{ reviewId: SAMPLE_REVIEW, paperId: PAPER, familyId: sampleId(7, 1), addedAt: AT },
  });
  const version = { counter: 1, by: SAMPLE_CODER, step: sampleId(6, 1) };
  backup.stamps.push({ table: 'tags', key: TAG, ...version });
  backup.steps.push({
    ...{ id: sampleId(6, 1), at: AT, coderId: SAMPLE_CODER, counter: 1, command: 'change-tag' },
    changes: [{ table: 'tags', before: null, after: backup.tags[0] ?? null }],
  });
  for (const table of [...TRAVELLING, 'stamps', 'steps'] as const)
    Object.assign(backup, { [table]: newer(backup[table]) });
  backup.settings = newer(backup.settings);
  return backup;
}

/** How many of a record's objects have the new field, untouched. */
function kept(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const { later, ...rest } = value as Record<string, unknown>;
  if (later !== undefined) expect(later).toEqual(LATER);
  return Object.values(rest).reduce((sum: number, part) => sum + kept(part), later ? 1 : 0);
}

/** By kind: how many objects of the file's records have the new field. */
const COUNTS: Record<KindName, number> = {
  settings: 1,
  coders: 1,
  codebooks: 3,
  reviews: 2,
  papers: 4,
  reviewPapers: 1,
  familyMembers: 1,
  statements: 5,
  tags: 1,
  assessments: 1,
  sites: 0,
  attributes: 0,
  attributeValues: 0,
  memos: 0,
  decisions: 0,
  rounds: 0,
  findings: 0,
  measures: 0,
  measureAnswers: 0,
};

async function countsOf(): Promise<Record<string, number>> {
  const all = await contents();
  return Object.fromEntries(KIND_NAMES.map((kind) => [kind, kept(all[kind])]));
}

describe('fields that are not known', () => {
  let text = '';
  beforeEach(async () => {
    text = writeBackup(file());
    expect(await restore(text, { as: 'mine' })).toMatchObject({ quarantined: [] });
  });

  test('come in with every kind of record', async () => {
    expect(await countsOf()).toEqual(COUNTS);
    expect(kept(await db.stamps.get(['tags', TAG]))).toBe(1);
    expect(kept(await db.steps.get(sampleId(6, 1)))).toBe(3);
    await expectSound();
  });

  test('leave with a backup, come back from it, and change nothing the second time', async () => {
    const own = await backUp('x');
    expect(await restore(own)).toMatchObject({ added: 0, renewed: 0, isKnown: true });
    await emptyStore();
    await restore(own, { as: 'mine' });
    expect(await countsOf()).toEqual(COUNTS);
    expect(kept((await db.stamps.toArray()).find(({ key }) => key === TAG))).toBe(1);
  });

  test('are joined with a store that has the records without them, in either order', async () => {
    await emptyStore();
    const plain = file();
    const older = JSON.parse(
      JSON.stringify(plain, (key, value) => (key === 'later' ? undefined : value)),
    ) as Backup;
    const texts = [writeBackup(older), text] as const;
    for (const one of texts) await restore(one);
    const before = await contents();
    await emptyStore();
    for (const one of [...texts].reverse()) await restore(one);
    const after = await contents();
    // The installation's own coder is another one each time.
    for (const kind of TRAVELLING)
      if (kind !== 'coders') expect(after[kind], kind).toEqual(before[kind]);
  });

  const CHANGES: [name: string, kind: KindName, change: () => Promise<unknown>][] = [
    ['a tag is changed', 'tags', () => changeTag(TAG, { stance: 'mentioning', note: 'x' })],
    [
      'a statement is tagged again',
      'tags',
      () => saveTag(newTag({ ...ON_OWN, influenceId: 'one' })),
    ],
    [
      'a passage is tagged on another page of its paper',
      'statements',
      () => saveTag(newTag({ ...ON_OWN, url: 'https://c.example/' })),
    ],
    [
      'a passage is found on another page',
      'statements',
      () => retarget(STATEMENT, newTag({ ...ON_OWN, url: 'https://b.example/' }).statement.target),
    ],
    [
      'a place on the list is changed',
      'reviewPapers',
      () => placePaper(SAMPLE_REVIEW, PAPER, { eligibility: 'excluded' }),
    ],
    ['a review is renamed', 'reviews', () => changeReview(SAMPLE_REVIEW, { name: 'Other' })],
    ['the reader takes a name', 'coders', () => nameReader('N. I.')],
    ['a setting is changed', 'settings', () => changeSettings({ quietHosts: ['a.example'] })],
    [
      'a page says more of its paper',
      'papers',
      () =>
        addPaper(
          page(URL, { ...facts('10.5555/sample.1'), volume: '2', sources: { volume: 'site' } }),
          SAMPLE_REVIEW,
          {},
        ),
    ],
    ['a paper is corrected', 'papers', () => correctPaper(PAGE, { year: 1999 })],
  ];
  const ON_OWN = { on: PAGE, quote: QUOTE, codebookId: 'own' };

  test.each(CHANGES)('stay when %s', async (_, kind, change) => {
    const before = await contents();
    await change();
    const after = await contents();
    expect(after[kind]).not.toEqual(before[kind]);
    expect((await countsOf())[kind]).toBe(COUNTS[kind]);
  });

  test('come back with a tag that is deleted and restored', async () => {
    const { eventId } = await deleteTag(TAG);
    await undo(eventId);
    expect(await countsOf()).toEqual(COUNTS);
  });

  test('go to the review that another is joined into', async () => {
    await db.reviews.put({ ...file().reviews[0], id: sampleId(1, 2), name: 'Other' } as never);
    await joinReviews(SAMPLE_REVIEW, sampleId(1, 2));
    expect(await countsOf()).toEqual(COUNTS);
  });

  test('of a paper and a statement that are joined with another store’s are kept', async () => {
    const own = await backUp('x');
    await emptyStore();
    const { tag } = await saveTag(newTag({ on: PAGE, quote: QUOTE }));
    await restore(own);
    const all = await contents();
    expect(all.papers).toMatchObject([{ later: LATER }]);
    expect(all.statements).toMatchObject([{ later: LATER }]);
    expect(await db.tags.get(tag.id)).not.toHaveProperty('later');
  });

  test('are not taken from a page, whose message may contain anything', async () => {
    await emptyStore();
    const { paper, statement, tag } = await saveTag(newer(newTag()));
    for (const one of [paper, statement, tag]) expect(JSON.stringify(one)).not.toContain('newer');
    const { paper: corrected } = await correctPaper(PAGE, newer({ title: 'x' }));
    expect(JSON.stringify(corrected)).not.toContain('newer');
  });
});

test('a setting that is not known leaves the others as they are', async () => {
  const backup = sampleBackup({ papers: 1, tags: 0, influences: [], codebookId: 'psw-core' });
  backup.settings = { ...backup.settings, quietHosts: ['a.example'], colours: 'dark' } as never;
  const { quarantined: aside } = await restore(writeBackup(backup));
  expect(aside).toEqual([]);
  expect(await settings()).toMatchObject({ quietHosts: ['a.example'], colours: 'dark' });
});

describe('values that are not known', () => {
  const CASES: [string, (backup: Backup) => unknown, table: string][] = [
    ['a stance', ({ tags }) => Object.assign(tags[0] ?? {}, { stance: 'questioning' }), 'tags'],
    ['a strength', ({ tags }) => Object.assign(tags[0] ?? {}, { strength: 5 }), 'tags'],
    [
      'a place',
      ({ reviewPapers }) => Object.assign(reviewPapers[0] ?? {}, { eligibility: 'maybe' }),
      'reviewPapers',
    ],
    ['a command', ({ steps }) => Object.assign(steps[0] ?? {}, { command: 'rate' }), 'steps'],
    [
      'a kind of record in history',
      ({ steps }) =>
        Object.assign(steps[0] ?? {}, { changes: [{ table: 'f', before: null, after: {} }] }),
      'steps',
    ],
  ];
  test.each(CASES)('%s sets its record aside, and it says that it is newer', (_, change, table) => {
    const backup = file();
    change(backup);
    const read = readRecords(writeBackup(backup));
    if (!read.ok) throw new Error(read.problem);
    const [one] = read.rejected;
    expect(one?.table).toBe(table);
    expect(one && isLikelyNewer(one.problems)).toBe(true);
  });

  test('what is merely wrong does not say so', () => {
    for (const wrong of [{ stance: null }, { stance: '' }, { stance: 'questioning', note: 7 }]) {
      const backup = file();
      Object.assign(backup.tags[0] ?? {}, wrong);
      const read = readRecords(writeBackup(backup));
      expect(read.ok && read.rejected.map(({ problems }) => isLikelyNewer(problems))).toEqual([
        false,
      ]);
    }
  });
});

test('what a backup could not hold is not carried: the row counts as damaged', async () => {
  const { tag } = await saveTag(newTag());
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  for (const later of [circular, 7n, new Date()]) {
    await db.transaction('rw', db.tags, () => db.tags.put({ ...tag, later } as never));
    expect(await db.tags.get(tag.id)).toBeUndefined();
  }
  expect(await quarantined()).toEqual([]);
  expect(JSON.parse(await backUp('x')).quarantine).toHaveLength(1);
});

test('every kind has its fields in a schema that can be asked for them', () => {
  for (const kind of KIND_NAMES)
    expect(Object.keys(KINDS[kind].schema.shape), kind).not.toEqual([]);
  expect(Object.keys(PaperFacts.shape)).toContain('title');
});

test('of a version of a record, they are kept when the record changes', async () => {
  await saveTag(newTag({ on: PAGE }));
  const [tag] = await db.tags.toArray();
  const key: [string, string] = ['tags', tag?.id ?? ''];
  const stamp = await db.stamps.get(key);
  await db.stamps.put({ ...stamp, later: LATER } as never);
  await changeTag(key[1], { note: 'Changed' });
  const after = await db.stamps.get(key);
  expect(after).toMatchObject({ later: LATER });
  expect(after?.counter).toBeGreaterThan(stamp?.counter ?? Number.NaN);
});
