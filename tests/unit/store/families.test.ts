/** Study families in the store: put together, taken apart, and what else is done to their papers. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  addPaper,
  correctPaper,
  createReview,
  deleteReview,
  ensureReview,
  joinReviews,
  placePaper,
  putInFamily,
  saveTag,
  takeFromFamily,
  undo,
  unlistPaper,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { familiesIn } from '../../../lib/store/families';
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
    ids[name] = (await addPaper(pageOf(name), reviewId, { progress: 'to-read' })).id;
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

  test('when one of two is taken out: the other is alone, and has no link left', async () => {
    const { id, a, b, c } = await abc();
    await takeFromFamily(id, a);
    await takeFromFamily(id, b);
    expect((await db.reviewPapers.toArray()).filter(({ familyId }) => familyId)).toEqual([]);
    await expect(takeFromFamily(id, c)).rejects.toMatchObject({ code: 'no-family' });
  });

  test.each(['a', 'b', 'c'] as const)(
    'when %s is taken off the list, and comes back',
    async (name) => {
      const { id, ...ids } = await abc();
      const { eventId } = await unlistPaper(id, ids[name]);
      expect(await families(id)).toEqual(['abc'.replace(name, '')]);
      const links = (await db.reviewPapers.toArray()).map(({ familyId }) => familyId);
      expect(links).not.toContain(ids[name]);
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
  });
});

const listOf = async () => (await contents()).reviewPapers;

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
    const held = await listOf();
    await emptyStore();
    await restore(a);
    await restore(b);
    expect(await families(id)).toEqual(both);
    expect(await listOf()).toEqual(held);
    await expectSound();
  });
});

test('a family holds when a member’s progress was changed elsewhere, later', async () => {
  const { id, ids } = await review('a', 'b');
  const start = await backUp('x');
  await putInFamily(id, [ids.a ?? '', ids.b ?? '']);
  const a = await backUp('x');
  await emptyStore();
  await restore(start);
  for (const progress of ['reading', 'read'] as const)
    await placePaper(id, ids.b ?? '', { progress });
  await restore(a);
  expect(await families(id)).toEqual(['ab']);
  expect(await db.reviewPapers.get([id, ids.b ?? ''])).toMatchObject({ progress: 'read' });
});

// Which of the two ids is the smaller, and stays, is chance: several rounds have both.
test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a family follows papers that merging makes one, round %i',
  async () => {
    const { id } = await review();
    const first = await addPaper(page('https://a.example/1', { title: 'A work' }), id, {});
    const { b = '' } = await list(id, 'b');
    await putInFamily(id, [first.id, b]);
    const a = await backUp('x');
    await emptyStore();
    const other = await addPaper(
      page('https://a.example/1', { title: 'A work' }),
      (await ensureReview()).id,
      {},
    );
    await restore(a);
    const kept = [first.id, other.id].sort()[0] ?? '';
    expect(await db.papers.count()).toBe(2);
    expect((await familiesIn(id)).shared()).toEqual([[kept, b].sort()]);
    const links = (await db.reviewPapers.toArray()).flatMap(({ familyId }) => familyId ?? []);
    expect(links.sort(), 'links name papers that are there').toEqual([kept, b].sort());
    await expectSound();
  },
);
