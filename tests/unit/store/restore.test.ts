/** Backup and restore: nothing lost, nothing doubled, nothing half. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Backup } from '../../../lib/model';
import { newId } from '../../../lib/model';
import {
  addPaper,
  backUp,
  changeSettings,
  changeTag,
  correctPaper,
  createReview,
  deleteTag,
  ensureReview,
  restore,
  saveTag,
  setAsideBy,
  sweep,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { sampleBackup, sampleId } from '../../support/samples';
import { contents, emptyStore, expectSound, facts, newTag, PAGE_A, PAGE_B, page } from './support';

/** After everything that a test does, and not so late that a clock must have been wrong. */
const LATER = new Date(Date.now() + 60 * 60 * 1000).toISOString();

beforeEach(emptyStore);

/** A store with something of everything. */
async function fill(): Promise<void> {
  await changeSettings({ coder: 'NI', quietHosts: ['quiet.example'] });
  await ensureReview();
  const { tag, paper } = await saveTag(newTag({ note: 'a' }));
  await saveTag(newTag({ quote: 'Second one.', influenceId: 'culture', strength: 'mixed' }));
  await changeTag(tag.id, { stance: 'contrasting' });
  const gone = await saveTag(newTag({ quote: 'Third.' }));
  await deleteTag(gone.tag.id);
  const second = await createReview({
    name: 'Second',
    codebookIds: ['cfir-2022'],
    question: 'Why?',
  });
  await saveTag(newTag({ on: PAGE_B }));
  await correctPaper(PAGE_B, { title: 'Corrected' });
  await addPaper(page('https://c.example', facts('10.5555/c')), second.id, 'excluded');
  await db.assessments.add({
    id: newId(),
    reviewId: second.id,
    paperId: paper.id,
    codebookId: 'psw-core',
    influenceId: 'pay',
    outcome: 'not-reported',
    coder: 'NI',
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
  return JSON.stringify(backup);
};
const withoutIds = (all: Record<string, unknown[]>) => ({
  ...all,
  quarantine: all.quarantine?.map((q) => ({ ...(q as object), id: '' })),
});

describe('a backup', () => {
  test('restored into an empty store gives the same content', async () => {
    await fill();
    const [text, before] = [await backUp('Bearing test'), await contents()];
    await emptyStore();
    await restore(text);
    expect(withoutIds(await contents())).toEqual(withoutIds(before));
    await expectSound();
  });

  test('restored into a new installation takes the place of its untouched first review', async () => {
    await fill();
    const [text, before] = [await backUp('Bearing test'), await contents()];
    await emptyStore();
    const first = await ensureReview();
    await restore(text);
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

  test('brings back what was deleted since', async () => {
    const { tag } = await saveTag(newTag());
    const text = await backUp('x');
    await deleteTag(tag.id);
    await restore(text);
    expect(await db.tags.get(tag.id)).toEqual(tag);
    await expectSound();
  });

  test('does not set back what was changed since', async () => {
    const { tag } = await saveTag(newTag());
    const text = await backUp('x');
    const later = { ...tag, note: 'later', updatedAt: LATER };
    await db.tags.put(later);
    await restore(text);
    expect(await db.tags.get(tag.id)).toEqual(later);
  });

  test('renews what is older here, and history keeps the older', async () => {
    const { tag } = await saveTag(newTag());
    const text = change(await backUp('x'), (b) => {
      for (const t of b.tags) Object.assign(t, { note: 'later', updatedAt: LATER });
    });
    await restore(text);
    expect(await db.tags.get(tag.id)).toMatchObject({ note: 'later' });
    const imported = (await db.history.toArray()).filter((e) => e.action === 'import');
    expect(imported).toMatchObject([
      { entity: 'tag', before: { note: '' }, after: { note: 'later' } },
    ]);
    await expectSound();
  });
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

  test('with a paper of the same DOI joins it under this store’s id', async () => {
    const text = await other();
    const mine = await saveTag(newTag({ on: page('https://pmc.example/', facts('10.5555/a')) }));
    const { quarantined } = await restore(text);
    expect(quarantined).toEqual([]);
    expect(await db.papers.toArray()).toMatchObject([
      { id: mine.paper.id, urls: ['https://pmc.example/', PAGE_A.url] },
    ]);
    expect(await db.statements.toArray()).toMatchObject([{ targets: [{}, { url: PAGE_A.url }] }]);
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
    const text = await other(true);
    const mine = await saveTag(newTag({ influenceId: 'theirs', note: 'mine' }));
    await restore(text);
    expect(await db.tags.toArray()).toMatchObject([{ id: mine.tag.id, note: 'mine' }]);
    await expectSound();
  });

  test('keeps the reader’s corrections on both sides', async () => {
    await saveTag(newTag());
    await correctPaper(PAGE_A, { title: 'Theirs' });
    const text = change(await backUp('x'), (b) => {
      for (const p of b.papers) p.updatedAt = LATER;
    });
    await correctPaper(PAGE_A, { year: 2001 });
    await restore(text);
    expect(await db.papers.toArray()).toMatchObject([
      { title: 'Theirs', year: 2001, readerFields: { title: 'Theirs', year: 2001 } },
    ]);
  });

  test('does not touch a review the reader has named, nor the reader’s settings', async () => {
    const text = await other();
    const mine = await createReview({ name: 'Diabetes', codebookIds: ['psw-core'] });
    await changeSettings({ coder: 'NI' });
    await restore(text);
    expect(await db.reviews.get(mine.id)).toEqual(mine);
    expect(await db.settings.get('settings')).toMatchObject({
      coder: 'NI',
      currentReviewId: mine.id,
    });
  });

  test('leaves the name the reader has set in a new store', async () => {
    await changeSettings({ coder: 'THEY' });
    const text = await other();
    await ensureReview();
    await changeSettings({ coder: 'NI' });
    await restore(text);
    expect(await db.settings.get('settings')).toMatchObject({ coder: 'NI' });
  });

  test('with another version of a codebook renews it; with a different one of the same version says so', async () => {
    const own = {
      id: 'own',
      name: 'Own',
      version: '2',
      kind: 'own' as const,
      builtIn: false,
      compiled: false,
      complete: true,
      source: { citation: 'me' },
      influences: [],
    };
    await db.codebooks.add(own);
    const file = (version: string, name: string) =>
      JSON.stringify({
        ...sampleBackup({ papers: 0, tags: 0, influences: [], codebookId: 'own' }),
        codebooks: [{ ...own, version, name }],
      });
    expect((await restore(file('10', 'Tenth'))).quarantined).toEqual([]);
    expect(await db.codebooks.get('own')).toMatchObject({ name: 'Tenth' });
    expect((await restore(file('10', 'Strange'))).quarantined).toMatchObject([
      { table: 'codebooks' },
    ]);
    expect(await db.codebooks.get('own')).toMatchObject({ name: 'Tenth' });
    expect((await restore(file('10', 'Strange'))).added).toBe(0);
    expect(await db.quarantine.count()).toBe(1);
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
    expect((await contents()).tallies?.length).toBeGreaterThan(0);
    expect(setAsideBy(await sweep())).toBe(0);
    await restore(JSON.stringify(file));
    expect(await db.quarantine.count()).toBe(kept);
  });

  test.each([
    ['no JSON', 'hello'],
    ['JSON of something else', '{"a":1}'],
    ['one cut off', '{"format":"bearing-backup","version":1,"tags":[{'],
    ['one of a newer Bearing', '{"format":"bearing-backup","version":99}'],
    ['an empty file', ''],
  ])('%s is refused with a sentence and changes nothing', async (_, text) => {
    await fill();
    const before = await contents();
    await expect(restore(text)).rejects.toMatchObject({ code: 'not-a-backup' });
    expect(await contents()).toEqual(before);
  });

  test.each(['papers', 'statements', 'tags', 'history', 'tallies'])(
    'a restore that breaks at %s leaves the store as it was',
    async (name) => {
      await saveTag(newTag());
      const before = await contents();
      const fail = () => {
        throw new Error('pulled the plug');
      };
      const file = sample();
      file.history = [
        {
          id: newId(),
          at: file.exportedAt,
          who: 'x',
          entity: 'tag',
          entityId: 'x',
          action: 'create',
          before: null,
          after: null,
        },
      ];
      db.table(name).hook('creating', fail);
      await expect(restore(JSON.stringify(file))).rejects.toMatchObject({ name: 'StoreError' });
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
