/** Two coders who are one person: joined in one step, counted as one, and parted again. */
import { beforeEach, describe, expect, test } from 'vitest';
import { CoderIndex, idOf } from '../../../lib/model';
import { joinCoders, nameReader, people, reader, saveTag, undo } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import {
  asCoder,
  backUp,
  contents,
  emptyStore,
  expectSound,
  newTag,
  restore,
  withoutMoments,
} from './support';

beforeEach(emptyStore);

const records = async () => {
  const { steps: _, stamps: __, installation: ___, ...all } = await contents();
  return withoutMoments(all);
};

/** JK and NI tag one sentence on one influence; JK another sentence too; NI is the reader. */
async function two() {
  await asCoder('JK');
  await saveTag(newTag({ stance: 'contrasting', note: 'JK' }));
  await saveTag(newTag({ quote: 'Pay did not.' }));
  await asCoder('NI');
  await saveTag(newTag({ note: 'NI' }));
  return { jk: idOf('JK'), ni: idOf('NI') };
}

describe('two coders who are one person', () => {
  test('are one in the list, the reader first, with the tags of both', async () => {
    const { jk, ni } = await two();
    expect(await people()).toEqual([
      { id: ni, name: 'NI', tags: 1, isReader: true, joined: [] },
      { id: jk, name: 'JK', tags: 2, isReader: false, joined: [] },
    ]);
    await joinCoders(jk, ni);
    expect(await people()).toEqual([
      { id: ni, name: 'NI', tags: 2, isReader: true, joined: [{ id: jk, name: 'JK', tags: 1 }] },
    ]);
  });

  test('have one tag of a statement on an influence: the later; undo parts them and brings back the other', async () => {
    const { jk, ni } = await two();
    const before = await records();
    const { eventId } = await joinCoders(jk, ni);
    expect((await db.tags.toArray()).map(({ note }) => note).sort()).toEqual(['', 'NI']);
    await expectSound();
    await undo(eventId);
    expect(await records()).toEqual(before);
    await expectSound();
  });

  test('save over each other’s tags from then on, as one coder does', async () => {
    const { jk, ni } = await two();
    await joinCoders(jk, ni);
    const { replaced, tag } = await saveTag(
      newTag({ quote: 'Pay did not.', stance: 'mentioning' }),
    );
    expect(replaced).toMatchObject({ coderId: jk });
    expect(tag).toMatchObject({ coderId: ni, stance: 'mentioning' });
    expect(await db.tags.count()).toBe(2);
  });

  test('can be joined with a third by any of their ids, and not twice', async () => {
    const { jk, ni } = await two();
    await asCoder('X');
    await joinCoders(jk, ni);
    await joinCoders(idOf('X'), jk);
    expect(await people()).toHaveLength(1);
    await expect(joinCoders(ni, idOf('X'))).rejects.toMatchObject({ code: 'same-coder' });
    await expect(joinCoders(ni, '0')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('joined the other way round in another store are one in both, once merged', async () => {
    const { jk, ni } = await two();
    const start = await backUp('x');
    await joinCoders(jk, ni);
    const a = await backUp('x');
    await emptyStore();
    await restore(start);
    await joinCoders(ni, jk);
    await restore(a);
    const coders = new CoderIndex(await db.coders.toArray());
    expect(coders.areOne(jk, ni)).toBe(true);
    expect((await people()).filter(({ tags }) => tags)).toHaveLength(1);
    await expectSound();
  });
});

test('a coder in a circle of joins is the smallest id of the circle, from wherever it is looked at', () => {
  const index = new CoderIndex([
    { id: 'a', name: '', into: 'c' },
    { id: 'b', name: '', into: 'a' },
    { id: 'c', name: '', into: 'b' },
    { id: 'd', name: '', into: 'c' },
    { id: 'e', name: '', into: 'gone' },
  ]);
  expect('abcd'.split('').map((id) => index.resolve(id))).toEqual(['a', 'a', 'a', 'a']);
  expect(index.resolve('e')).toBe('gone');
});

test('the reader’s new name is the person’s', async () => {
  const { jk, ni } = await two();
  await joinCoders(jk, ni);
  await nameReader('N. Ibrahim');
  expect(await people()).toMatchObject([{ name: 'N. Ibrahim', isReader: true }]);
  expect((await reader())?.id).toBe(ni);
});

test('the reader comes first, then who has tagged most, then by name', async () => {
  const [few, many, also] = ['Adams', 'Zhou', 'Baker'];
  for (const [name, tags] of [
    [few, 1],
    [many, 3],
    [also, 1],
    ['NI', 0],
  ] as const) {
    await asCoder(name ?? '');
    for (let i = 0; i < tags; i += 1) await saveTag(newTag({ quote: `${name} ${i}.` }));
  }
  expect((await people()).map(({ name, tags }) => [name, tags])).toEqual([
    ['NI', 0],
    [many, 3],
    [few, 1],
    [also, 1],
  ]);
});
