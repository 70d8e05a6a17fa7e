/** Codebooks by version: copied at first use, adopted by a review, saved by the reader, merged, and safe from a file. */
import { beforeEach, describe, expect, test } from 'vitest';
import { shippedText } from '../../../lib/codebook';
import type { Codebook, Review } from '../../../lib/model';
import {
  adoptCodebook,
  codebooksFor,
  createReview,
  ensureReview,
  mapInput,
  reviewData,
  saveCodebook,
  saveTag,
  sweep,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { shipped } from '../../support/codebooks';
import { ownCodebook } from '../../support/own-codebook';
import { sampleBackup } from '../../support/samples';
import { allSteps, backUp, contents, emptyStore, expectSound, newTag, restore } from './support';

beforeEach(emptyStore);

const V1 = ownCodebook({ version: '1' }, { pay: 'Wages', old: 'Only in 1' });
const V2 = ownCodebook({ version: '2' }, { pay: 'Pay' });
const keys = () => db.codebooks.toCollection().primaryKeys();
const PSW = ['psw-core', '1'];
const tagOwn = (codebookVersion: string, influenceId: string, quote: string) =>
  saveTag(newTag({ codebookId: 'own', codebookVersion, influenceId, quote }));

test('a review that begins copies its codebook in, once, and undo takes both back', async () => {
  const review = await createReview({ name: 'Mine' });
  expect(review.codebooks).toEqual([shipped('psw-core')]);
  expect(await keys()).toEqual([PSW]);
  await saveTag(newTag());
  const steps = await allSteps();
  expect(steps.filter((s) => s.changes.some((c) => c.table === 'codebooks'))).toHaveLength(1);
});

describe('adopting a version', () => {
  async function twoVersions() {
    await saveCodebook(V1);
    const { id } = await createReview({ name: 'Mine', codebooks: [{ id: 'own', version: '1' }] });
    const { tag } = await tagOwn('1', 'pay', 'Wages.');
    await tagOwn('1', 'old', 'Old.');
    await saveCodebook(V2);
    return { id, tag };
  }

  test('changes the review alone; its tags keep theirs, and undo brings the former version back', async () => {
    const { id, tag } = await twoVersions();
    const { eventId } = await adoptCodebook(id, V2);
    expect((await db.reviews.get(id))?.codebooks).toEqual([{ id: 'own', version: '2' }]);
    expect(await db.tags.get(tag.id)).toEqual(tag);
    expect((await mapInput())?.codebooks.map(({ version }) => version)).toEqual(['2', '1']);
    await undo(eventId);
    expect((await db.reviews.get(id))?.codebooks).toEqual([{ id: 'own', version: '1' }]);
    await expectSound();
  });

  test('refuses a version that is nowhere, and a codebook that the review does not use', async () => {
    const { id } = await twoVersions();
    for (const ref of [{ id: 'own', version: '3' }, shipped('psw-core')])
      await expect(adoptCodebook(id, ref)).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('a review is shown with the versions of its own tags, not with those that another review was tagged under', async () => {
  await saveCodebook(V1);
  await saveCodebook(V2);
  const make = async (version: string, influenceId: string) => {
    const codebooks = [{ id: 'own', version }];
    const { id } = await createReview({ name: `Under ${version}`, codebooks });
    const made = { codebookId: 'own', codebookVersion: version, influenceId, reviewId: id };
    await saveTag(newTag({ ...made, quote: `Of ${version}.` }));
    return id;
  };
  const [first, second] = [await make('1', 'old'), await make('2', 'pay')];
  const versions = async (id: string) => {
    const [map, data] = [await mapInput(id), await reviewData(id)];
    expect(data?.codebooks).toEqual(map?.codebooks);
    return map?.codebooks.map(({ version }) => version);
  };
  expect([await versions(first), await versions(second)]).toEqual([['1'], ['2']]);
  const review = await db.reviews.get(first);
  const tag = { codebookId: 'own', codebookVersion: '2', influenceId: 'pay', reviewId: first };
  await saveTag(newTag({ ...tag, quote: 'Of both.' }));
  expect(await versions(first)).toEqual(['1', '2']);
  // Each surface gives the tags that it shows: the list of the one paper's is the same.
  const onPage = await codebooksFor(review as Review, [{ codebookId: 'own' }]);
  expect(onPage.map(({ version }) => version)).toEqual(['1', '2']);
});

test('a version that is there never changes, and none takes the id of a codebook of Bearing', async () => {
  await saveCodebook(V1);
  await saveCodebook(V1);
  const other = { ...V1, influences: V2.influences };
  await expect(saveCodebook(other)).rejects.toMatchObject({ code: 'codebook-version' });
  await expect(saveCodebook({ ...V1, id: 'npt' })).rejects.toMatchObject({
    code: 'built-in-codebook',
  });
});

/** A file with a codebook, and a tag made under it. */
const fileWith = (book: Codebook) =>
  sampleBackup({
    ...{ papers: 1, tags: 1, influences: ['pay'] },
    ...{ codebookId: book.id, ownCodebook: book },
  });
const textOf = async (file: ReturnType<typeof fileWith>) => {
  const { writeBackup } = await import('../../../lib/exchange');
  return writeBackup(file as never);
};

test('two stores with different versions of one codebook both keep both', async () => {
  await saveCodebook(V1);
  const first = await backUp('x');
  await emptyStore();
  await saveCodebook(V2);
  await restore(first);
  expect(await keys()).toEqual([
    ['own', '1'],
    ['own', '2'],
  ]);
  await expectSound();
});

test('a file completes a store that has never copied in the shipped version of its own tags', async () => {
  await saveTag(newTag());
  await db.codebooks.clear();
  await db.stamps.filter(({ table }) => table === 'codebooks').delete();
  await restore(await textOf(fileWith(V1)));
  expect(await keys()).toEqual([['own', '1'], PSW]);
});

describe('a hostile file', () => {
  const forged = () => {
    const text = shippedText(shipped('psw-core')) as Codebook;
    return { ...text, name: 'Forged', influences: V2.influences };
  };

  test('does not alter a version that Bearing ships: its words are set aside', async () => {
    const summary = await restore(await textOf(fileWith(forged())));
    expect(summary.quarantined.map(({ table }) => table)).toEqual(['codebooks']);
    expect((await db.codebooks.get(['psw-core', '1']))?.name).not.toBe('Forged');
    await expectSound();
  });

  test('nor by what was, in its versions and its history', async () => {
    const file = fileWith(V1);
    const step = '00000006-0000-4000-8000-000000000001';
    const version = { counter: 9, by: file.coderId ?? '', step };
    file.reviews[0]?.codebooks.push(shipped('psw-core'));
    file.stamps.push({
      ...{ table: 'codebooks', key: 'psw-core 1', state: 'gone', last: forged(), ...version },
    });
    file.steps.push({
      ...{ id: step, at: file.reviews[0]?.createdAt ?? '', coderId: version.by, counter: 9 },
      command: 'undo',
      changes: [{ table: 'codebooks', before: forged(), after: null }],
    });
    await restore(await textOf(file));
    await expectSound();
    expect((await db.codebooks.get(['psw-core', '1']))?.name).not.toBe('Forged');
    await db.codebooks.delete(['psw-core', '1'] as never);
    await undo(step);
    expect((await db.codebooks.get(['psw-core', '1']))?.name).not.toBe('Forged');
  });

  test('a version of a codebook of Bearing that this Bearing does not ship is taken', async () => {
    await restore(await textOf(fileWith({ ...forged(), version: '2' })));
    expect(await db.codebooks.get(['psw-core', '2'])).toMatchObject({ name: 'Forged' });
  });

  test('what a store has under the name of a version that is shipped by now is put right', async () => {
    await ensureReview();
    await db.codebooks.put(forged());
    await sweep();
    const now = await contents();
    expect(now.codebooks).toEqual([shippedText(shipped('psw-core'))]);
  });
});
