/** Study families in the store: put together, taken apart, and what else is done to their papers. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Stamp } from '../../../lib/model';
import {
  addPaper,
  correctPaper,
  createReview,
  deleteReview,
  ensureReview,
  joinReviews,
  notOneStudy,
  placePaper,
  putInFamily,
  saveTag,
  takeFromFamily,
  undo,
  unlistPaper,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { familiesIn } from '../../../lib/store/write/families';
import { shipped } from '../../support/codebooks';
import {
  backUp,
  contents,
  emptyStore,
  expectSound,
  facts,
  newTag,
  page,
  restore,
  withoutMoments,
} from './support';

beforeEach(emptyStore);

const pageOf = (name: string) => page(`https://${name}.example/1`, facts(`10.5555/${name}`));

/** Lists papers under these names, and gives their ids by name. */
async function list(reviewId: string, ...names: string[]): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const name of names)
    ids[name] = (await addPaper(pageOf(name), reviewId, { progress: 'to-read' })).paper.id;
  return ids;
}

async function review(...names: string[]) {
  const { id } = await ensureReview();
  return { id, ids: await list(id, ...names) };
}

/** The families of a review by the names of their papers. */
async function families(reviewId: string): Promise<string[]> {
  const names = new Map((await db.papers.toArray()).map(({ id, doi = '' }) => [id, doi.slice(8)]));
  const shared = (await familiesIn(reviewId)).shared();
  return shared
    .map((ids) =>
      ids
        .map((id) => names.get(id))
        .sort()
        .join(''),
    )
    .sort();
}

const records = async () => {
  const { steps: _, stamps: __, installation: ___, ...all } = await contents();
  return withoutMoments(all);
};

describe('putting papers into one study family', () => {
  test('is one step, takes in the families that they are in, and is taken back', async () => {
    const { id, ids } = await review('a', 'b', 'c', 'd');
    const { a = '', b = '', c = '', d = '' } = ids;
    await putInFamily(id, [a, b]);
    await putInFamily(id, [c, d]);
    const before = await records();
    const { eventId, paperIds } = await putInFamily(id, [b, c]);
    expect(paperIds).toEqual([a, b, c, d].sort());
    expect(await families(id)).toEqual(['abcd']);
    await expectSound();
    await undo(eventId);
    expect(await records()).toEqual(before);
    expect(await families(id)).toEqual(['ab', 'cd']);
  });

  test('of papers that are one already, of one paper, or of one not on the list is refused', async () => {
    const { id, ids } = await review('a', 'b');
    const { a = '', b = '' } = ids;
    await putInFamily(id, [a, b]);
    const before = await contents();
    await expect(putInFamily(id, [b, a])).rejects.toMatchObject({ code: 'same-family' });
    await expect(putInFamily(id, [a])).rejects.toMatchObject({ code: 'same-family' });
    await expect(putInFamily(id, [a, '0'])).rejects.toMatchObject({ code: 'not-found' });
    await expect(takeFromFamily(id, '0')).rejects.toMatchObject({ code: 'not-found' });
    expect(await contents()).toEqual(before);
  });

  test('an answer that was given is not given again', async () => {
    const { id, ids } = await review('a', 'b', 'c');
    const { a = '', b = '', c = '' } = ids;
    await notOneStudy(id, a, b);
    const before = await contents();
    await expect(notOneStudy(id, a, b)).rejects.toMatchObject({
      code: 'same-answer',
      message: 'These papers are kept as two studies already.',
    });
    expect(await contents()).toEqual(before);
    await notOneStudy(id, a, c);
    expect((await db.reviewPapers.get([id, a]))?.notAlike).toEqual([b, c]);
  });

  test('holds in its review alone', async () => {
    const { id, ids } = await review('a', 'b');
    const other = await createReview({ name: 'Other', codebooks: [shipped('psw-core')] });
    await list(other.id, 'a', 'b');
    await putInFamily(id, [ids.a ?? '', ids.b ?? '']);
    expect(await families(other.id)).toEqual([]);
  });
});

describe('a family stays sane', () => {
  async function abc() {
    const { id, ids } = await review('a', 'b', 'c');
    const { a = '', b = '', c = '' } = ids;
    await putInFamily(id, [a, b, c]);
    return { id, a, b, c };
  }

  test.each(['a', 'b', 'c'] as const)('when %s is taken out of it', async (name) => {
    const { id, ...ids } = await abc();
    const { eventId } = await takeFromFamily(id, ids[name]);
    expect(await families(id)).toEqual(['abc'.replace(name, '')]);
    await undo(eventId);
    expect(await families(id)).toEqual(['abc']);
  });

  test('when one of two is taken out: the other is alone', async () => {
    const { id, a, b, c } = await abc();
    await takeFromFamily(id, a);
    await takeFromFamily(id, b);
    expect(await families(id)).toEqual([]);
    await expect(takeFromFamily(id, c)).rejects.toMatchObject({ code: 'no-family' });
  });

  test.each(['a', 'b', 'c'] as const)(
    'when %s is taken off the list, and comes back',
    async (name) => {
      const { id, ...ids } = await abc();
      const { eventId } = await unlistPaper(id, ids[name]);
      expect(await families(id)).toEqual(['abc'.replace(name, '')]);
      const members = (await db.familyMembers.toArray()).map(({ paperId }) => paperId);
      expect(members).not.toContain(ids[name]);
      // The others are changed meanwhile: undo does not need them as they were.
      for (const other of ['a', 'b', 'c'] as const)
        if (other !== name) await placePaper(id, ids[other], { progress: 'read' });
      await undo(eventId);
      expect(await families(id)).toEqual(['abc']);
      await expectSound();
    },
  );

  test('when a paper is put on the list again by hand: it is a new entry, in no family', async () => {
    const { id, a } = await abc();
    await unlistPaper(id, a);
    await list(id, 'a');
    expect(await families(id)).toEqual(['bc']);
  });

  test('when a correction makes a member another paper: that one takes its place, with its own companions', async () => {
    const { id, ids } = await review('a', 'b', 'c', 'd');
    const { a = '', b = '', c = '', d = '' } = ids;
    await putInFamily(id, [a, b]);
    await putInFamily(id, [c, d]);
    const before = await records();
    const { eventId } = await correctPaper(pageOf('a'), { doi: '10.5555/c' });
    expect(await families(id)).toEqual(['bcd']);
    await expectSound();
    await undo(eventId);
    expect(await records()).toEqual(before);
  });

  test('when a correction parts a page from a member that stays: only the member is in the family', async () => {
    const { id, a } = await abc();
    await saveTag(newTag({ on: pageOf('a') }));
    await saveTag(newTag({ on: page('https://x.example/1', facts('10.5555/a')), quote: 'Pay.' }));
    await correctPaper(page('https://x.example/1', facts('10.5555/a')), { doi: '10.5555/new' });
    expect((await familiesIn(id)).members(a)).toHaveLength(3);
    expect(await db.reviewPapers.count()).toBe(4);
    expect(await families(id)).toEqual(['abc']);
  });

  test('when reviews are joined: what is one study in either is one study', async () => {
    const { id, ids } = await review('a', 'b');
    await putInFamily(id, [ids.a ?? '', ids.b ?? '']);
    const other = await createReview({ name: 'Other', codebooks: [shipped('psw-core')] });
    const there = await list(other.id, 'b', 'c', 'd', 'e');
    await putInFamily(other.id, [there.b ?? '', there.c ?? '']);
    await putInFamily(other.id, [there.d ?? '', there.e ?? '']);
    const before = await records();
    const { eventId } = await joinReviews(other.id, id);
    expect(await families(id)).toEqual(['abc', 'de']);
    await expectSound();
    await undo(eventId);
    expect(await records()).toEqual(before);
    await deleteReview(other.id);
    expect(await families(id)).toEqual(['ab']);
    expect(await db.familyMembers.where({ reviewId: other.id }).count()).toBe(0);
    await expectSound();
  });
});

/** Lists and families with their versions: the emptied store that is merged into is a coder of its own. */
const lists = async () => {
  const { reviewPapers, familyMembers, stamps = [] } = await contents();
  const ofLists = ['reviewPapers', 'familyMembers'];
  const versions = (stamps as Stamp[]).filter(({ table }) => ofLists.includes(table));
  return { reviewPapers, familyMembers, versions };
};

/** Each row: the two stores' families over one list of five papers, and what both hold once merged. */
describe.each<[string[], string[], string[]]>([
  [['ab'], ['bc'], ['abc']],
  [['ac'], ['bc'], ['abc']],
  [['ab', 'de'], ['bd'], ['abde']],
  [['abc'], ['abc'], ['abc']],
  [['abcd'], ['ae'], ['abcde']],
  [['ab'], ['cd'], ['ab', 'cd']],
])('two readers who put %s and %s into families', (mine, theirs, both) => {
  test.each([0, 3])('agree once merged in either order, the one %i steps ahead', async (ahead) => {
    const { id, ids } = await review('a', 'b', 'c', 'd', 'e', 'f');
    const start = await backUp('x');
    const make = async (made: string[]) => {
      for (const names of made)
        await putInFamily(
          id,
          names.split('').map((n) => ids[n] ?? ''),
        );
    };
    await make(mine);
    const a = await backUp('x');
    await emptyStore();
    await restore(start);
    for (let i = 0; i < ahead; i++)
      await placePaper(id, ids.f ?? '', { progress: i % 2 ? 'read' : 'reading' });
    await make(theirs);
    const b = await backUp('x');
    await restore(a);
    expect(await families(id)).toEqual(both);
    const held = await lists();
    await emptyStore();
    await restore(a);
    await restore(b);
    expect(await families(id)).toEqual(both);
    expect(await lists()).toEqual(held);
    await expectSound();
  });
});

type Deed = (id: string, ids: Record<string, string>) => Promise<unknown>;
const of = (ids: Record<string, string>, names: string) =>
  names.split('').map((name) => ids[name] ?? '');
const putTogether =
  (names: string): Deed =>
  (id, ids) =>
    putInFamily(id, of(ids, names));
const takeOut =
  (name: string): Deed =>
  (id, ids) =>
    takeFromFamily(id, ids[name] ?? '');
const takeOff =
  (name: string): Deed =>
  (id, ids) =>
    unlistPaper(id, ids[name] ?? '');
/** Read one after the other, each in two steps: later by its counter than anything that the other store did. */
const readAll =
  (names: string): Deed =>
  async (id, ids) => {
    for (const progress of ['reading', 'read'] as const)
      for (const paperId of of(ids, names)) await placePaper(id, paperId, { progress });
  };

/** Each row: what both had, what the one did with families, what the other did later, and what both hold once merged. */
describe.each<[string, Deed[], Deed[], Deed[], string[]]>([
  ['both papers were read', [], [putTogether('ab')], [readAll('ab')], ['ab']],
  ['every other paper of four was read', [], [putTogether('abcd')], [readAll('ac')], ['abcd']],
  [
    'a paper that was taken out was read',
    [putTogether('abc')],
    [takeOut('b')],
    [readAll('b')],
    ['ac'],
  ],
  ['all were read', [putTogether('abc')], [takeOut('b')], [readAll('abc')], ['ac']],
  ['another was taken out', [putTogether('abcd')], [takeOut('b')], [takeOut('c')], ['ad']],
  [
    'a paper that was taken out came to another study',
    [putTogether('abcd')],
    [takeOut('b')],
    [takeOut('c'), putTogether('ce')],
    ['ad', 'ce'],
  ],
  [
    'another came to the one that was taken out of',
    [putTogether('abc')],
    [takeOut('b')],
    [putTogether('ad')],
    ['acd'],
  ],
  [
    'the paper that held two families together was taken out',
    [putTogether('ab'), putTogether('bc')],
    [takeOut('b')],
    [readAll('abc')],
    ['ac'],
  ],
  ['one was taken off the list', [putTogether('abc')], [readAll('abc')], [takeOff('b')], ['ac']],
])('families when, elsewhere, %s', (_, both, mine, theirs, want) => {
  test('are what both wanted, in either order', async () => {
    const { id, ids } = await review('a', 'b', 'c', 'd', 'e');
    for (const deed of both) await deed(id, ids);
    const start = await backUp('x');
    for (const deed of mine) await deed(id, ids);
    const one = await backUp('x');
    await emptyStore();
    await restore(start);
    for (const deed of theirs) await deed(id, ids);
    const other = await backUp('x');
    await restore(one);
    expect(await families(id)).toEqual(want);
    await expectSound();
    const held = await lists();
    await emptyStore();
    await restore(one);
    await restore(other);
    expect(await families(id)).toEqual(want);
    expect(await lists()).toEqual(held);
    await restore(one);
    expect(await lists()).toEqual(held);
  });
});

/** Each row: what was done to a family of a, b and c, what was done since, and what is left once the first is taken back. */
test.each<[string, Deed, Deed[], string[] | 'refused']>([
  ['off the list, all others out', takeOff('b'), [takeOut('c'), putTogether('cd')], ['ab', 'cd']],
  ['off the list, one more in', takeOff('b'), [putTogether('cd')], ['abcd']],
  ['off the list, another too', takeOff('b'), [takeOff('c')], ['ab']],
  ['out, another out', takeOut('b'), [takeOut('c')], ['ab']],
  ['out, and in again', takeOut('b'), [putTogether('bc')], ['abc']],
  ['one more in, and out', putTogether('cd'), [takeOut('d')], 'refused'],
  ['one more in, and off the list', putTogether('cd'), [takeOff('d')], 'refused'],
  ['one more in, and another', putTogether('cd'), [putTogether('de')], ['abc', 'de']],
])('undo: %s', async (_, deed, since, want) => {
  const { id, ids } = await review('a', 'b', 'c', 'd', 'e');
  await putInFamily(id, of(ids, 'abc'));
  const { eventId } = (await deed(id, ids)) as { eventId: string };
  for (const one of since) await one(id, ids);
  const before = await records();
  if (want === 'refused') {
    await expect(undo(eventId)).rejects.toThrow(
      'This place in a study family has been changed since, so the step was not taken back.',
    );
    expect(await records()).toEqual(before);
    return;
  }
  const { eventId: undoing } = await undo(eventId);
  expect(await families(id)).toEqual(want);
  await expectSound();
  await undo(undoing);
  expect(await records()).toEqual(before);
});

// Which of the three has the smallest id is chance: each plays each part.
test.each(['ab', 'ac', 'ba', 'bc', 'ca', 'cb'])(
  'undo of one off the list, another out since: %s',
  async (pair) => {
    const [off = '', out = ''] = pair;
    const { id, ids } = await review('a', 'b', 'c');
    await putInFamily(id, of(ids, 'abc'));
    const { eventId } = await unlistPaper(id, ids[off] ?? '');
    await takeFromFamily(id, ids[out] ?? '');
    await undo(eventId);
    expect(await families(id)).toEqual(['abc'.replace(out, '')]);
    await expectSound();
  },
);

// Which of the others is put together anew is chance as well.
test.each([
  ['a', 'bc'],
  ['c', 'ab'],
])('undo of the one out that held two families together, %s out since', async (out, left) => {
  const { id, ids } = await review('a', 'b', 'c');
  await putInFamily(id, of(ids, 'ab'));
  await putInFamily(id, of(ids, 'bc'));
  const others = await db.familyMembers.filter(({ paperId }) => paperId !== ids.b).toArray();
  const { eventId } = await takeFromFamily(id, ids.b ?? '');
  expect(await db.familyMembers.toArray(), 'those of the others stay as they are').toEqual(
    expect.arrayContaining(others),
  );
  await takeFromFamily(id, ids[out] ?? '');
  await undo(eventId);
  expect(await families(id)).toEqual([left]);
  await expectSound();
});

describe('a correction that makes a member another paper', () => {
  test('which is in the family already leaves that one as it is', async () => {
    const { id, ids } = await review('a', 'b', 'c');
    await putInFamily(id, of(ids, 'abc'));
    const ofC = () => db.familyMembers.where({ reviewId: id, paperId: ids.c }).toArray();
    const before = await ofC();
    await correctPaper(pageOf('a'), { doi: '10.5555/c' });
    expect(await ofC()).toEqual(before);
    expect(await families(id)).toEqual(['bc']);
  });

  test('is taken back though that one has been taken out since', async () => {
    const { id, ids } = await review('a', 'b', 'c', 'd');
    await putInFamily(id, of(ids, 'ab'));
    await putInFamily(id, of(ids, 'cd'));
    const { eventId } = await correctPaper(pageOf('a'), { doi: '10.5555/c' });
    await takeFromFamily(id, ids.c ?? '');
    expect(await families(id)).toEqual(['bd']);
    await undo(eventId);
    // What was put together when c was taken out is still so.
    expect(await families(id)).toEqual(['abd']);
    await expectSound();
  });
});

test('undo of a paper put on the list is refused while it is in a study family', async () => {
  const { id, ids } = await review('a', 'b');
  const listing = (await db.steps.toArray()).find((step) => step.command === 'list-paper');
  await putInFamily(id, of(ids, 'ab'));
  await expect(undo(listing?.id ?? '')).rejects.toThrow('now holds a place in a study family');
});

test('undo of reviews that were joined takes the families back out, whatever was read since', async () => {
  const { id, ids } = await review('a', 'b', 'c');
  await putInFamily(id, of(ids, 'bc'));
  const other = await createReview({ name: 'Other', codebooks: [shipped('psw-core')] });
  const there = await list(other.id, 'a', 'b');
  await putInFamily(other.id, of(there, 'ab'));
  const { eventId } = await joinReviews(other.id, id);
  expect(await families(id)).toEqual(['abc']);
  await placePaper(id, ids.a ?? '', { progress: 'read' });
  await undo(eventId);
  expect(await families(id)).toEqual(['bc']);
  expect(await families(other.id)).toEqual(['ab']);
  await expectSound();
});

// Which of the two ids is the smaller, and stays, is chance: several rounds have both.
test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a family follows papers that merging makes one, round %i',
  async () => {
    const { id } = await review();
    const { paper: first } = await addPaper(
      page('https://a.example/1', { title: 'A work' }),
      id,
      {},
    );
    const { b = '' } = await list(id, 'b');
    await putInFamily(id, [first.id, b]);
    const a = await backUp('x');
    await emptyStore();
    const { paper: other } = await addPaper(
      page('https://a.example/1', { title: 'A work' }),
      (await ensureReview()).id,
      {},
    );
    await restore(a);
    const kept = [first.id, other.id].sort()[0] ?? '';
    expect(await db.papers.count()).toBe(2);
    expect((await familiesIn(id)).shared()).toEqual([[kept, b].sort()]);
    const members = (await db.familyMembers.toArray()).map(({ paperId }) => paperId);
    expect(members.sort()).toEqual([kept, b].sort());
    await expectSound();
  },
);
