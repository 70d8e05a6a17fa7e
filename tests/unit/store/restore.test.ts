/** Backup and restore: nothing lost, nothing doubled, nothing half. */

import { beforeEach, describe, expect, test } from 'vitest';
import { writeBackup } from '../../../lib/exchange';
import type { Backup } from '../../../lib/exchange/backup-format';
import { newId, type Stamp } from '../../../lib/model';
import {
  addPaper,
  changeSettings,
  changeTag,
  correctPaper,
  createReview,
  deleteTag,
  ensureReview,
  isCommitted,
  nameReader,
  previewRestore,
  reader,
  restore as restoreRecords,
  saveSite,
  saveTag,
  setAsideBy,
  settings,
  sweep,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { shipped } from '../../support/codebooks';
import { readRecords } from '../../support/read-records';
import { sampleBackup, sampleId } from '../../support/samples';
import {
  asCoder,
  backUp,
  contents,
  emptyStore,
  expectSound,
  facts,
  newTag,
  PAGE_A,
  PAGE_B,
  page,
  restore,
  withoutMoments,
} from './support';

beforeEach(emptyStore);

/** A store with something of everything. */
async function fill(): Promise<void> {
  await changeSettings({ quietHosts: ['quiet.example'] });
  await nameReader('NI');
  await ensureReview();
  const { tag, paper } = await saveTag(newTag({ note: 'a' }));
  await saveTag(newTag({ quote: 'Second one.', influenceId: 'culture', strength: 'mixed' }));
  await changeTag(tag.id, { stance: 'contrasting' });
  const gone = await saveTag(newTag({ quote: 'Third.' }));
  await deleteTag(gone.tag.id);
  const second = await createReview({
    name: 'Second',
    codebooks: [shipped('cfir-2022')],
    question: 'Why?',
  });
  await saveTag(newTag({ on: PAGE_B }));
  await correctPaper(PAGE_B, { title: 'Corrected' });
  await addPaper(page('https://c.example', facts('10.5555/c')), second.id, {
    eligibility: 'excluded',
  });
  const id = newId();
  await db.stamps.add({ table: 'assessments', key: id, counter: 1, by: tag.coderId, step: '' });
  await db.assessments.add({
    id,
    reviewId: second.id,
    paperId: paper.id,
    codebookId: 'psw-core',
    influenceId: 'pay',
    outcome: 'not-reported',
    coderId: tag.coderId,
    createdAt: tag.createdAt,
  });
  await db.quarantine.add({
    id: newId(),
    table: 'tags',
    at: tag.createdAt,
    problems: ['no id'],
    record: { z: 1, a: { y: 2, b: 3 } },
  });
}

const parse = (text: string) => JSON.parse(text) as Backup;
const change = (text: string, by: (backup: Backup) => void): string => {
  const backup = parse(text);
  by(backup);
  return writeBackup(backup);
};
function readable(text: string) {
  const read = readRecords(text);
  if (!read.ok) throw new Error(read.problem);
  return read;
}

/** Without what belongs to one installation: its own steps and counter. */
const portable = ({ steps: _, installation: __, ...all }: Record<string, unknown[]>) => ({
  ...all,
  stamps: all.stamps?.filter((s) => (s as Stamp).table !== 'coders'),
  quarantine: all.quarantine?.map((q) => ({ ...(q as object), id: '' })),
});

describe('a backup', () => {
  test('restored into an empty store gives the same content', async () => {
    await fill();
    const [text, before] = [await backUp('Bearing test'), await contents()];
    await emptyStore();
    await restore(text, { as: 'mine' });
    expect(portable(await contents())).toEqual(portable(before));
    await expectSound();
  });

  test('restored into a new installation takes the place of its untouched first review', async () => {
    await fill();
    const [text, before] = [await backUp('Bearing test'), await contents()];
    await emptyStore();
    const first = await ensureReview();
    expect(await restore(text)).toMatchObject({ makesRoom: 'My review' });
    expect(await db.reviews.get(first.id)).toBeUndefined();
    expect((await contents()).reviews).toEqual(before.reviews);
    expect((await contents()).settings).toEqual(before.settings);
    await expectSound();
  });

  test('restored over the store it came from, twice, changes nothing', async () => {
    await fill();
    const [text, before] = [await backUp('Bearing test'), await contents()];
    for (const _ of [1, 2]) {
      const summary = await restore(text);
      expect(summary).toMatchObject({ added: 0, renewed: 0, quarantined: [] });
      expect(await contents()).toEqual(before);
    }
  });

  test('is the same bytes twice but for the moment', async () => {
    await fill();
    const stamp = (text: string) => text.replace(/"exportedAt": "[^"]*"/, '');
    expect(stamp(await backUp('x'))).toBe(stamp(await backUp('x')));
  });

  test('is previewed without a write, into any store', async () => {
    await fill();
    const { records, rejected } = readable(await backUp('x'));
    for (const prepare of [async () => {}, emptyStore, ensureReview]) {
      await prepare();
      const before = await contents();
      await previewRestore(records, rejected);
      expect(await contents()).toEqual(before);
    }
  });

  test('names the reviews and coders that come in, and counts each kind', async () => {
    await fill();
    await nameReader('Ada');
    const text = await backUp('x');
    const [reviews, tags, papers] = [
      (await db.reviews.toArray()).map(({ name }) => name),
      await db.tags.count(),
      await db.papers.count(),
    ];
    await emptyStore();
    expect(await restore(text)).toMatchObject({
      reviews,
      coders: ['Ada'],
      byKind: { added: { tags, papers }, renewed: {} },
      isKnown: false,
    });
    expect(await restore(text)).toMatchObject({ reviews: [], coders: [], isKnown: true });
  });

  test('takes a tag away that was deleted where it comes from, and reports that', async () => {
    const { tag } = await saveTag(newTag());
    const older = await backUp('x');
    await deleteTag(tag.id);
    const later = await backUp('x');
    await emptyStore();
    await restore(older);
    expect(await restore(later)).toMatchObject({ byKind: { removed: { tags: 1 } } });
    expect(await db.tags.count()).toBe(0);
  });

  test('tells afterwards whether its step was carried out', async () => {
    await fill();
    const { records } = readable(await backUp('x'));
    await emptyStore();
    const [id, other] = [newId(), newId()];
    await restoreRecords(records, [], { id });
    expect([await isCommitted(id), await isCommitted(other)]).toEqual([true, false]);
  });

  test('does not bring back what was deleted since, and reports it', async () => {
    const { tag } = await saveTag(newTag());
    const text = await backUp('x');
    await deleteTag(tag.id);
    const before = await contents();
    expect(await restore(text)).toMatchObject({ added: 0, renewed: 0, stayedDeleted: 1 });
    expect(await contents()).toEqual(before);
    await expectSound();
  });

  test('does not set back what was changed since, whatever the clocks said', async () => {
    const { tag } = await saveTag(newTag());
    const text = change(await backUp('x'), (b) => {
      for (const one of b.tags) one.updatedAt = '9999-12-31T00:00:00.000Z';
    });
    const { tag: later } = await changeTag(tag.id, { note: 'later' });
    await restore(text);
    expect(await db.tags.get(tag.id)).toEqual(later);
  });

  test('renews what is older here', async () => {
    const { tag } = await saveTag(newTag());
    const older = await backUp('x');
    await changeTag(tag.id, { note: 'later' });
    const text = await backUp('x');
    await emptyStore();
    await restore(older, { as: 'mine' });
    expect(await restore(text)).toMatchObject({ renewed: 1 });
    expect(await db.tags.get(tag.id)).toMatchObject({ note: 'later' });
    await expectSound();
  });

  test('is taken back by one undo, and brought in again by the next', async () => {
    await saveTag(newTag({ on: PAGE_B, quote: 'Mine.' }));
    await emptyStoreKeeping(
      async () => {
        await fill();
        return backUp('x');
      },
      async (text) => {
        const before = await contents();
        const { eventId } = await restore(text);
        const with_ = await db.tags.count();
        const back = await undo(eventId ?? '');
        const records = ({
          stamps: _,
          steps: __,
          installation: ___,
          quarantine: ____,
          ...all
        }: Record<string, unknown[]>) => all;
        expect(withoutMoments(records(await contents()))).toEqual(withoutMoments(records(before)));
        await expectSound();
        await undo(back.eventId);
        expect(await db.tags.count()).toBe(with_);
        await expectSound();
      },
    );
  });
});

/** Makes a file in a store of its own, and goes on with the store that was there before. */
async function emptyStoreKeeping(
  make: () => Promise<string>,
  then: (text: string) => Promise<void>,
): Promise<void> {
  const kept = await Promise.all(db.tables.map(async (t) => [t, await t.toArray()] as const));
  await emptyStore();
  const text = await make();
  await emptyStore();
  for (const [table, rows] of kept) await table.bulkAdd(rows as never[]);
  await then(text);
}

test('a paper that was joined by an import, and taken apart again, stays apart wherever the store is restored', async () => {
  const there = page('https://x.example/1', facts('10.5555/a'));
  await saveTag(newTag({ on: there, quote: 'Theirs.' }));
  const theirs = await backUp('x');
  await emptyStore();
  await saveTag(newTag());
  await restore(theirs);
  expect(await db.papers.count()).toBe(1);
  await correctPaper(there, { doi: '10.5555/x' });
  const apart = await db.papers.toArray();
  expect(apart.flatMap(({ urls }) => urls)).toHaveLength(2);
  const text = await backUp('x');
  await restore(text);
  expect(await db.papers.toArray()).toEqual(apart);
  await emptyStore();
  await restore(text, { as: 'mine' });
  expect(await db.papers.toArray()).toEqual(apart);
  await expectSound();
});

describe('a file of another device', () => {
  /** The file of a reader who tagged the same paper, in the same review if asked. */
  async function other(same = false): Promise<string> {
    await saveTag(newTag({ note: 'theirs', influenceId: 'theirs' }));
    const text = await backUp('x');
    await emptyStore();
    if (same) await db.reviews.bulkPut(parse(text).reviews);
    return text;
  }

  test('with a paper of the same DOI joins it, under the smaller id of the two', async () => {
    const text = await other();
    const mine = await saveTag(newTag({ on: page('https://pmc.example/', facts('10.5555/a')) }));
    const { quarantined } = await restore(text);
    expect(quarantined).toEqual([]);
    const id = [mine.paper.id, ...parse(text).papers.map((p) => p.id)].sort()[0];
    const [paper, ...others] = await db.papers.toArray();
    expect(others).toEqual([]);
    expect(paper?.id).toBe(id);
    expect([...(paper?.urls ?? [])].sort()).toEqual([PAGE_A.url, 'https://pmc.example/']);
    const [statement] = await db.statements.toArray();
    expect(statement?.targets.map((t) => t.url).sort()).toEqual([
      PAGE_A.url,
      'https://pmc.example/',
    ]);
    expect(await db.tags.count()).toBe(2);
    await expectSound();
    const once = await contents();
    await restore(text);
    expect(await contents()).toEqual(once);
  });

  test.each([
    ['by address when one side saw no id', page(PAGE_A.url, { title: 'x' }), 1],
    ['not when the DOIs differ', page(PAGE_A.url, facts('10.5555/z')), 2],
  ])('joins papers %s', async (_, on, papers) => {
    const text = await other();
    await saveTag(newTag({ on }));
    await restore(text);
    expect(await db.papers.count()).toBe(papers);
    await expectSound();
  });

  test('with the coder’s own tag of the statement keeps one, the later', async () => {
    await asCoder('NI');
    const text = await other(true);
    await asCoder('NI');
    await changeSettings({ showTagsOnOpen: false });
    for (let i = 0; i < 3; i++) await changeSettings({ showTagsOnOpen: i % 2 === 0 });
    const mine = await saveTag(newTag({ influenceId: 'theirs', note: 'mine' }));
    await restore(text);
    expect(await db.tags.toArray()).toMatchObject([{ id: mine.tag.id, note: 'mine' }]);
    await expectSound();
  });

  test('keeps the reader’s corrections on both sides', async () => {
    await saveTag(newTag());
    await correctPaper(PAGE_A, { title: 'Theirs' });
    const text = await backUp('x');
    await emptyStore();
    await saveTag(newTag());
    await correctPaper(PAGE_A, { year: 2001 });
    await restore(text);
    expect(await db.papers.toArray()).toMatchObject([
      { title: 'Theirs', year: 2001, readerFields: { title: 'Theirs', year: 2001 } },
    ]);
  });

  test('does not touch a review the reader has named, nor the reader’s settings', async () => {
    const text = await other();
    const mine = await createReview({ name: 'Diabetes', codebooks: [shipped('psw-core')] });
    await changeSettings({ showTagsOnOpen: false });
    await restore(text);
    expect(await db.reviews.get(mine.id)).toEqual(mine);
    expect(await settings()).toMatchObject({ showTagsOnOpen: false, currentReviewId: mine.id });
  });

  test('of another coder leaves the name of the reader; as mine, it brings its own', async () => {
    await nameReader('THEY');
    const text = await other();
    await nameReader('NI');
    await restore(text);
    expect((await reader())?.name).toBe('NI');
    await restore(text, { as: 'mine' });
    expect((await reader())?.name).toBe('THEY');
  });
});

describe('a file with faults', () => {
  const sample = () =>
    sampleBackup({ papers: 2, tags: 2, influences: ['a', 'b'], codebookId: 'psw-core' });
  const faults: [string, (b: Backup) => unknown, string][] = [
    ['a tag whose statement is missing', (b) => b.statements.splice(0, 1), 'tags'],
    [
      'a tag of another paper’s statement',
      (b) => Object.assign(b.tags[0] ?? {}, { paperId: sampleId(2, 2) }),
      'tags',
    ],
    [
      'a tag of a review that is missing',
      (b) => Object.assign(b.tags[0] ?? {}, { reviewId: sampleId(9, 9) }),
      'tags',
    ],
    ['a statement without its paper', (b) => b.papers.splice(0, 1), 'statements'],
    [
      'a tag with a stance nobody knows',
      (b) => Object.assign(b.tags[0] ?? {}, { stance: 'x' }),
      'tags',
    ],
    [
      'a paper with a key that no paper has',
      (b) => Object.assign(b.papers[0] ?? {}, { constructor: 'x' }),
      'papers',
    ],
  ];
  test.each(faults)('%s: it is set aside, the rest is restored', async (_, spoil, table) => {
    const file = sample();
    spoil(file);
    const { quarantined } = await restore(JSON.stringify(file));
    expect(quarantined.map((q) => q.table)).toContain(table);
    const kept = await db.quarantine.count();
    expect(kept).toBe(quarantined.length);
    expect((await contents()).tallySheets?.length).toBeGreaterThan(0);
    expect(setAsideBy(await sweep())).toBe(0);
    await restore(JSON.stringify(file));
    expect(await db.quarantine.count()).toBe(kept);
  });

  test.each([
    ['no JSON', 'hello'],
    ['JSON of something else', '{"a":1}'],
    ['one cut off', '{"format":"bearing-backup","version":2,"tags":[{'],
    ['one of a newer Bearing', '{"format":"bearing-backup","version":99}'],
    ['an empty file', ''],
  ])('%s is refused with a sentence and changes nothing', async (_, text) => {
    await fill();
    const before = await contents();
    await expect(restore(text)).rejects.toMatchObject({ code: 'not-a-backup' });
    expect(await contents()).toEqual(before);
  });

  test.each(['papers', 'statements', 'tags', 'steps', 'stamps', 'tallySheets'])(
    'a restore that breaks at %s leaves the store as it was',
    async (name) => {
      await saveTag(newTag());
      const before = await contents();
      const fail = () => {
        throw new Error('pulled the plug');
      };
      const file = sample();
      db.table(name).hook('creating', fail);
      await expect(restore(JSON.stringify(file))).rejects.toMatchObject({ name: 'Problem' });
      db.table(name).hook('creating').unsubscribe(fail);
      expect(await contents()).toEqual(before);
    },
  );

  test('a forged quote key does not join two quotes', async () => {
    const file = sample();
    for (const s of file.statements)
      s.quoteKey = `same ${s.paperId === sampleId(2, 1) ? s.id : ''}`;
    file.statements[0] = { ...(file.statements[0] as Backup['statements'][0]), quoteKey: 'forged' };
    await restore(JSON.stringify(file));
    const keys = (await db.statements.toArray()).map((s) => s.quoteKey);
    expect(keys.some((k) => k === 'forged')).toBe(false);
    await expectSound();
  });
});

test('a first review that has a site of the reader’s, and no paper yet, is not in the way of a file', async () => {
  const review = await ensureReview();
  await saveSite({ reviewId: review.id, name: 'Ward 1' });
  await restore(
    JSON.stringify(sampleBackup({ papers: 1, tags: 1, influences: ['a'], codebookId: 'psw-core' })),
  );
  expect((await db.reviews.toArray()).map(({ id }) => id)).toContain(review.id);
  expect((await db.sites.toArray()).map(({ name }) => name)).toEqual(['Ward 1']);
});
