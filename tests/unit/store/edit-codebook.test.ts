/** Editing codebooks in the store: what becomes of versions, of the review, and of what was tagged. */
import { beforeEach, describe, expect, test } from 'vitest';
import { newId, type Tag } from '../../../lib/model';
import {
  beginCodebook,
  changeTag,
  closeVersion,
  copyCodebook,
  createReview,
  editCodebook,
  ensureReview,
  recheckTags,
  saveTag,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { shipped } from '../../support/codebooks';
import { begun, edit, inUse, queue, reviewNow, tagged, text, V1 } from './own-review';
import { backUp, contents, emptyStore, expectSound, newTag, restore } from './support';

beforeEach(emptyStore);

const tagNow = async ({ id }: Tag) => (await db.tags.get(id)) as Tag;
const versions = async () =>
  (await db.codebooks.where('id').equals('own').toArray()).map((b) => b.version).sort();
/** What an edit changes, without the moments. */
const records = async () => {
  const { codebooks, reviews, tags, assessments } = await contents();
  return JSON.parse(
    JSON.stringify({ codebooks, reviews, tags, assessments }, (key, value) =>
      key === 'updatedAt' ? undefined : value,
    ),
  );
};
describe('versions', () => {
  test('an open version changes in place while no tag is affected', async () => {
    const review = await begun();
    await tagged(review, 'pay');
    await edit(review, { edit: 'add', id: 'new', fields: { label: 'New' } });
    await edit(review, { edit: 'change', id: 'time', fields: { definition: 'Hours.' } });
    await edit(review, { edit: 'change', id: 'pay', fields: { label: 'Wages', cues: ['wage'] } });
    expect(await versions()).toEqual(['1']);
    expect((await text('1')).influences.map(({ label }) => label)).toEqual([
      'Wages',
      'Time',
      'Role',
      'New',
    ]);
    expect(await queue(review)).toEqual([]);
    await expectSound();
  });

  test('a changed rule of what was tagged makes the next one; the tag keeps its own, and undo takes all back', async () => {
    const review = await begun();
    const tag = await tagged(review, 'pay');
    const before = await records();
    const done = await edit(review, { edit: 'change', id: 'pay', fields: { exclude: 'Bonuses.' } });
    expect(done).toMatchObject({ book: { id: 'own', version: '2' }, isNewVersion: true });
    expect(await text('1')).toMatchObject({ stage: 'saved', influences: V1.influences });
    expect(await text('2')).toMatchObject({ stage: 'open', basedOn: { id: 'own', version: '1' } });
    expect((await inUse(review)).version).toBe('2');
    expect(await tagNow(tag)).toEqual(tag);
    expect(await queue(review)).toEqual([['pay', 'changed']]);
    await undo(done.eventId);
    expect(await records()).toEqual(before);
    await expectSound();
  });

  test.each(['saved', 'frozen'] as const)('a %s version never changes', async (stage) => {
    const review = await begun();
    await closeVersion({ id: 'own', version: '1' }, stage);
    const done = await edit(review, { edit: 'change', id: 'time', fields: { label: 'Hours' } });
    expect(done.book.version).toBe('2');
    expect(await text('1')).toEqual({ ...V1, stage });
  });

  test('another review keeps its version', async () => {
    const review = await begun();
    const other = await createReview({ name: 'Other', codebooks: [{ id: 'own', version: '1' }] });
    await tagged(other, 'pay');
    await edit(review, { edit: 'change', id: 'pay', fields: { definition: 'Money.' } });
    expect([(await inUse(review)).version, (await inUse(other)).version]).toEqual(['2', '1']);
  });

  test('a codebook of Bearing is copied, not changed', async () => {
    const review = await createReview({ name: 'Mine' });
    const psw = shipped('psw-core');
    const wanted = { edit: 'name', name: 'Mine' } as const;
    await expect(editCodebook(review.id, psw, wanted)).rejects.toMatchObject({
      code: 'built-in-codebook',
    });
    const tag = (await saveTag(newTag({ reviewId: review.id, influenceId: 'psw.training-staff' })))
      .tag;
    const { book, eventId } = await copyCodebook(review.id, psw, { name: 'Ours', instead: true });
    expect((await reviewNow(review)).codebooks).toEqual([book]);
    expect(await tagNow(tag)).toMatchObject({ codebookId: book.id, codebookVersion: '1' });
    expect((await editCodebook(review.id, book, wanted)).isNewVersion).toBe(false);
    const done = await db.codebooks.get([book.id, '1']);
    expect(done?.name).toBe('Mine');
    await expect(undo(eventId)).rejects.toMatchObject({ code: 'changed-since' });
    await expectSound();
  });

  test('an empty one is begun, in use beside the others', async () => {
    const review = await createReview({ name: 'Mine' });
    const { book } = await beginCodebook(review.id, 'Ours');
    expect((await reviewNow(review)).codebooks).toEqual([shipped('psw-core'), book]);
  });
});

test('what an edit does not name stays as it is: cues and other names too', async () => {
  const review = await begun();
  const named = { cues: ['wage'], aliases: ['Salary'] };
  await edit(review, { edit: 'change', id: 'pay', fields: named });
  await edit(review, { edit: 'change', id: 'pay', fields: { exclude: 'Bonuses.' } });
  await edit(review, { edit: 'merge', ids: ['time'], into: 'pay', fields: { label: 'Money' } });
  expect((await text()).influences[0]).toMatchObject({
    label: 'Money',
    exclude: 'Bonuses.',
    cues: ['wage'],
    aliases: ['Salary', 'Time'],
  });
});

describe('tags that go to another influence', () => {
  test('merged: each is there, to be looked at again, and undo parts them', async () => {
    const review = await begun();
    await edit(review, { edit: 'change', id: 'pay', fields: { definition: 'Money.' } });
    const [a, b] = [
      await tagged(review, 'pay'),
      await tagged(review, 'time', { quote: 'No time.' }),
    ];
    const before = await records();
    const done = await edit(review, { edit: 'merge', ids: ['time'], into: 'pay' });
    expect(done).toMatchObject({ moved: 1, joined: 0, isNewVersion: true });
    expect(await tagNow(a)).toEqual(a);
    expect(await tagNow(b)).toMatchObject({
      influenceId: 'pay',
      codebookVersion: '2',
      recheck: 'merged',
    });
    expect(await queue(review)).toEqual([['pay', 'merged']]);
    await expectSound();
    await undo(done.eventId);
    expect(await records()).toEqual(before);
    await expectSound();
  });

  test('merged: a statement that was tagged on both has one tag, which tells what the other one was', async () => {
    const review = await begun();
    await tagged(review, 'pay', { note: 'first' });
    await tagged(review, 'time', { stance: 'contrasting', direction: 'barrier', note: 'second' });
    const before = await records();
    const done = await edit(review, { edit: 'merge', ids: ['time'], into: 'pay' });
    expect(done).toMatchObject({ moved: 1, joined: 1 });
    const tags = await db.tags.toArray();
    expect(tags).toMatchObject([{ stance: 'contrasting', recheck: 'merged' }]);
    expect(tags[0]?.note).toBe(
      'second\nfirst\nAlso tagged supporting, unstated, own before the two influences became one.',
    );
    await undo(done.eventId);
    expect(await records()).toEqual(before);
  });

  test('split: they go to the part that was chosen; tags of neighbours are looked at again too', async () => {
    const review = await begun();
    for (const id of ['pay', 'time', 'role'])
      await edit(review, {
        edit: 'place',
        id,
        place: { parent: null, group: id === 'role' ? 'B' : 'A' },
      });
    const [pay, time] = [await tagged(review, 'pay'), await tagged(review, 'time')];
    await tagged(review, 'role');
    const parts = [
      { id: 'wage', label: 'Wage' },
      { id: 'bonus', label: 'Bonus' },
    ];
    await edit(review, { edit: 'split', id: 'pay', parts, tagsTo: 'bonus' });
    expect(await tagNow(pay)).toMatchObject({ influenceId: 'bonus', recheck: 'split' });
    expect(await tagNow(time)).toEqual(time);
    expect(await queue(review)).toEqual([
      ['bonus', 'split'],
      ['time', 'neighbour'],
    ]);
    await recheckTags([time.id]);
    await recheckTags([pay.id], { codebookId: 'own', influenceId: 'wage' });
    expect(await queue(review)).toEqual([]);
    expect(await tagNow(pay)).toMatchObject({ influenceId: 'wage', codebookVersion: '2' });
    expect((await tagNow(pay)).recheck).toBeUndefined();
    await expectSound();
  });

  test('deleted: to where the reader chooses, or they stay under their version', async () => {
    const review = await begun();
    const [pay, time] = [
      await tagged(review, 'pay'),
      await tagged(review, 'time', { quote: 'No time.' }),
    ];
    const into = { codebookId: 'own', influenceId: 'role' };
    await edit(review, { edit: 'delete', id: 'pay', into });
    await edit(review, { edit: 'delete', id: 'time', into: null });
    expect(await tagNow(pay)).toMatchObject({ influenceId: 'role', codebookVersion: '2' });
    expect(await tagNow(time)).toEqual(time);
    expect(await queue(review)).toEqual([
      ['role', 'deleted'],
      ['time', 'gone'],
    ]);
    const nowhere = { codebookId: 'own', influenceId: 'time' };
    await expect(edit(review, { edit: 'delete', id: 'role', into: nowhere })).rejects.toMatchObject(
      {
        code: 'no-influence',
      },
    );
    await expectSound();
  });

  test('number keys and "not reported" go along', async () => {
    const review = await begun();
    const tag = await tagged(review, 'time');
    const { paperId, coderId, createdAt } = tag;
    await db.assessments.add({
      ...{ id: newId(), reviewId: review.id, paperId, coderId, createdAt },
      ...{ codebookId: 'own', influenceId: 'time', outcome: 'not-reported' },
    });
    const keyOf = async (id: string) =>
      (await reviewNow(review)).numberKeys?.findIndex((key) => key?.influenceId === id);
    const at = await keyOf('time');
    const gone = await edit(review, { edit: 'delete', id: 'pay', into: null });
    await undo(gone.eventId);
    const into = { codebookId: 'own', influenceId: 'new' };
    await edit(review, { edit: 'add', id: 'new', fields: { label: 'New' } });
    await edit(review, { edit: 'delete', id: 'time', into });
    expect(await keyOf('new')).toBe(at);
    expect(await db.assessments.toArray()).toMatchObject([{ influenceId: 'new' }]);
  });

  test('moved between codebooks, with their influence', async () => {
    const review = await begun();
    const { book } = await beginCodebook(review.id, 'Other');
    const tag = await tagged(review, 'pay');
    const done = await edit(review, { edit: 'move-out', id: 'pay', to: book.id });
    expect(await tagNow(tag)).toMatchObject({ codebookId: book.id, influenceId: 'pay' });
    expect((await db.codebooks.get([book.id, '1']))?.influences).toMatchObject([
      { id: 'pay', origins: [{ how: 'moved' }] },
    ]);
    expect(await queue(review)).toEqual([]);
    await expectSound();
    await undo(done.eventId);
    expect(await tagNow(tag)).toMatchObject({ codebookId: 'own' });
  });
});

describe('an influence made while tagging', () => {
  const id = 'own-of-review';
  const made = (label: string, quote = `${label} counts.`) =>
    saveTag(
      newTag({
        ...{ codebookId: id, codebookVersion: '', influenceId: newId() },
        newInfluence: { label },
        quote,
      }),
    );

  test('comes with its codebook and its tag in one step, and goes with them', async () => {
    const review = await ensureReview();
    const before = await records();
    const { tag, eventId } = await made('Rent');
    expect(tag).toMatchObject({ codebookId: id, codebookVersion: '1' });
    expect((await reviewNow(review)).codebooks.map((ref) => ref.id)).toEqual(['psw-core', id]);
    expect((await db.codebooks.get([id, '1']))?.influences).toMatchObject([
      { id: tag.influenceId, label: 'Rent', origins: [{ how: 'new' }] },
    ]);
    await expectSound();
    await undo(eventId);
    expect((await records()).codebooks).toEqual(before.codebooks);
    expect((await reviewNow(review)).codebooks).toEqual(review.codebooks);
  });

  test('a second one comes into the same codebook; taking the first back leaves it there', async () => {
    await ensureReview();
    const first = await made('Rent');
    await made('Noise');
    expect((await db.codebooks.get([id, '1']))?.influences.map((one) => one.label)).toEqual([
      'Rent',
      'Noise',
    ]);
    await undo(first.eventId);
    expect(await db.tags.count()).toBe(1);
    expect((await db.codebooks.get([id, '1']))?.influences.map((one) => one.label)).toEqual([
      'Rent',
      'Noise',
    ]);
    await expectSound();
  });

  test('a second one of its label is that one; none is made in a codebook of Bearing', async () => {
    await ensureReview();
    const [first, second] = [await made('Rent'), await made('rent', 'Another.')];
    expect(second.tag.influenceId).toBe(first.tag.influenceId);
    const wanted = { codebookId: 'psw-core', codebookVersion: '1', influenceId: newId() };
    await expect(
      saveTag(newTag({ ...wanted, newInfluence: { label: 'X' }, quote: 'Y.' })),
    ).rejects.toMatchObject({ code: 'built-in-codebook' });
    expect(await db.tags.count()).toBe(2);
  });

  test('a tag that is there can be taken to a new one', async () => {
    await ensureReview();
    const { tag } = await made('Rent');
    const to = { codebookId: id, influenceId: newId(), newInfluence: { label: 'Heat' } };
    await changeTag(tag.id, to);
    expect(await tagNow(tag)).toMatchObject({ influenceId: to.influenceId, codebookVersion: '1' });
    expect((await tagNow(tag)) as object).not.toHaveProperty('newInfluence');
    await expectSound();
  });
});

describe('two coders who both add to an open version', () => {
  const add = (id: string) => ({ edit: 'add', id, fields: { label: id } }) as const;

  test('keep what both added, in whichever order their stores are merged', async () => {
    const review = await begun();
    const shared = await backUp('x');
    await edit(review, add('mine'));
    const tag = await tagged(review, 'mine');
    const mine = await backUp('x');
    await emptyStore();
    await restore(shared);
    await edit(review, add('theirs'));
    await edit(review, { edit: 'delete', id: 'role', into: null });
    const theirs = await backUp('x');
    const merged = async () => (await text('1')).influences.map(({ id }) => id).sort();
    await restore(mine);
    expect(await merged()).toEqual(['mine', 'pay', 'theirs', 'time']);
    expect(await tagNow(tag)).toEqual(tag);
    await expectSound();
    await emptyStore();
    await restore(mine);
    await restore(theirs);
    expect(await merged()).toEqual(['mine', 'pay', 'theirs', 'time']);
    await restore(theirs);
    expect(await merged()).toEqual(['mine', 'pay', 'theirs', 'time']);
    await expectSound();
  });
});
