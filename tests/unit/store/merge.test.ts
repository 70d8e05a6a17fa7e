/** Two stores, or more, merged in any order and any number of times: they hold the same. */

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { buildMap, sheetsOfTags } from '../../../lib/map';
import { Problem } from '../../../lib/model';
import {
  changeReview,
  changeTag,
  correctPaper,
  createReview,
  deleteTag,
  ensureReview,
  forgetHistory,
  joinCoders,
  reader,
  saveTag,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { shipped } from '../../support/codebooks';
import { rounds } from '../../support/rounds';
import { steps } from './large-soon';
import { goTo, type Machine, packUp } from './machines';
import {
  asCoder,
  backUp,
  contents,
  emptyStore,
  expectSound,
  facts,
  newTag,
  PAGE_A,
  page,
  random,
  restore,
  storeHash,
} from './support';
import { newWalk, walkOneStep } from './walks/walk';

vi.mock('../../../lib/store/write/step-rows', async (original) =>
  (await import('./large-soon')).largeSoon(original),
);

beforeEach(emptyStore);

function firstId(machine: Machine, table: string): string {
  const [, rows = []] = machine.find(([name]) => name === table) ?? [];
  return (rows[0] as { id?: string } | undefined)?.id ?? '';
}

/** Runs `work` in a store of its own and gives that store. */
async function elsewhere(work: () => Promise<unknown>, from: Machine = []): Promise<Machine> {
  await goTo(from);
  await work();
  return packUp();
}

/** What a machine holds after it has taken in the other one's backup. */
async function taking(machine: Machine, other: Machine): Promise<Machine> {
  await goTo(other);
  const text = await backUp('x');
  await goTo(machine);
  await restore(text, { as: 'other' });
  await expectSound();
  return packUp();
}

async function hashOf(machine: Machine): Promise<string> {
  await goTo(machine);
  return storeHash();
}

async function walk(seed: number, length: number): Promise<void> {
  // How a store keeps large steps is its own matter: every second thousand has some, and merges with one that has none.
  steps.areLargeSoon = Math.floor(seed / 1_000) % 2 === 1;
  const state = newWalk(random(seed));
  for (let i = 0; i < length; i++)
    await walkOneStep(state).catch((error) => expect(error).toBeInstanceOf(Problem));
}

/** Another installation with the same records: its reader is somebody else. */
const newReader = () => asCoder('');

describe('two copies that went apart', () => {
  test.each(rounds(30, 4))(
    'sequence %i: merged in both orders, and again, they are equal',
    async (seed) => {
      // As below: the first reader has begun.
      const start = await elsewhere(async () => {
        await ensureReview();
        await walk(seed, 10);
      });
      const a = await elsewhere(() => walk(seed + 1000, 15), start);
      const b = await elsewhere(async () => {
        await newReader();
        await walk(seed + 2000, 15);
      }, start);
      const ab = await taking(a, b);
      const ba = await taking(b, a);
      const hash = await hashOf(ab);
      expect(await hashOf(ba)).toBe(hash);
      expect(await hashOf(await taking(ab, b))).toBe(hash);
      expect(await hashOf(await taking(ab, a))).toBe(hash);
      expect(await hashOf(await taking(ab, ba))).toBe(hash);
    },
    60_000,
  );

  test.each(rounds(10, 2))(
    'sequence %i: stores begun apart are equal too',
    async (seed) => {
      // Each has a reader: taking a backup in would be the first deed of one where nobody did anything.
      const begun = (walkSeed: number) => async () => {
        await ensureReview();
        await walk(walkSeed, 12);
      };
      const a = await elsewhere(begun(seed + 3000));
      const b = await elsewhere(begun(seed + 4000));
      const hash = await hashOf(await taking(a, b));
      expect(await hashOf(await taking(b, a))).toBe(hash);
    },
    60_000,
  );
});

describe('what both changed', () => {
  test('the one that had seen more decides, whatever the clocks show', async () => {
    const start = await elsewhere(() => saveTag(newTag()));
    const id = firstId(start, 'tags');
    const a = await elsewhere(async () => {
      await changeTag(id, { note: 'first' });
      await changeTag(id, { note: 'and again' });
    }, start);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2999-01-01') });
    const b = await elsewhere(() => changeTag(id, { note: 'once' }), start);
    vi.useRealTimers();
    for (const merged of [await taking(a, b), await taking(b, a)]) {
      await goTo(merged);
      expect(await db.tags.get(id)).toMatchObject({ note: 'and again' });
    }
  });

  test('a name given there and number keys learned here are both kept', async () => {
    const start = await elsewhere(() =>
      createReview({ name: 'Old', codebooks: [shipped('psw-core')] }),
    );
    const id = firstId(start, 'reviews');
    const a = await elsewhere(() => changeReview(id, { name: 'New' }), start);
    const b = await elsewhere(async () => {
      for (const n of [1, 2, 3]) await saveTag(newTag({ influenceId: `psw.${n}` }));
    }, start);
    await goTo(await taking(b, a));
    expect(await db.reviews.get(id)).toMatchObject({ name: 'New', numberKeys: expect.any(Array) });
  });
});

describe('what one deleted and the other used', () => {
  test('a statement is there again for the tag that is on it', async () => {
    const start = await elsewhere(() => saveTag(newTag()));
    const a = await elsewhere(() => deleteTag(firstId(start, 'tags')), start);
    const b = await elsewhere(() => saveTag(newTag({ influenceId: 'pay' })), start);
    for (const merged of [await taking(a, b), await taking(b, a)]) {
      await goTo(merged);
      expect((await db.tags.toArray()).map((t) => t.influenceId)).toEqual(['pay']);
      expect(await db.statements.count()).toBe(1);
      await expectSound();
    }
    expect(await hashOf(await taking(a, b))).toBe(await hashOf(await taking(b, a)));
  });
});

test('three stores, of which one learned that two papers are one: the same in every order', async () => {
  const PLAIN = page('https://one.example/1', { title: 'One' });
  const plain = await elsewhere(() => saveTag(newTag({ on: PLAIN })));
  const named = await elsewhere(async () => {
    await newReader();
    const there = page('https://two.example/1', facts('10.5555/two'));
    await saveTag(newTag({ on: there, influenceId: 'pay' }));
  });
  const apart = await taking(named, plain);
  const learned = await elsewhere(() => correctPaper(PLAIN, { doi: '10.5555/two' }), plain);
  const stores = [learned, named, apart];
  const orders = [0, 1, 2].flatMap((a) => [0, 1, 2].map((b) => [a, b, 3 - a - b]));
  const outcomes = new Set<string>();
  for (const order of orders.filter((one) => new Set(one).size === 3)) {
    const [first, second, third] = order.map((i) => stores[i] ?? []);
    const merged = await taking(await taking(first ?? [], second ?? []), third ?? []);
    await goTo(merged);
    expect(await db.papers.count(), String(order)).toBe(1);
    outcomes.add(await hashOf(merged));
  }
  expect(outcomes.size).toBe(1);
});

describe('history that was forgotten', () => {
  test('takes a note away for good, here and where the store is merged', async () => {
    const start = await elsewhere(async () => {
      const { tag } = await saveTag(newTag({ note: 'a secret' }));
      await saveTag(newTag({ influenceId: 'pay' }));
      await deleteTag(tag.id);
    });
    expect(JSON.stringify(start)).toContain('a secret');
    const forgotten = await elsewhere(async () => {
      const steps = await db.steps.orderBy('counter').toArray();
      await forgetHistory(steps.at(-1)?.id ?? '');
    }, start);
    expect(JSON.stringify(forgotten)).not.toContain('a secret');
    for (const merged of [await taking(start, forgotten), await taking(forgotten, start)])
      expect(JSON.stringify(merged)).not.toContain('a secret');
    await goTo(forgotten);
    expect(await db.tags.count()).toBe(1);
    await expectSound();
    // The preview counts the steps that go; a second import of the file removes none.
    const text = await backUp('x');
    await goTo(start);
    const own = await db.steps.count();
    expect(await restore(text)).toMatchObject({ forgets: own });
    expect(await restore(text)).toMatchObject({ forgets: 0 });
  });
});

describe('two readers who never typed their names', () => {
  const N = rounds(40, 6).length;
  const tagAll = async (stance: 'supporting' | 'contrasting') => {
    for (let i = 0; i < N; i++)
      await saveTag(
        newTag({
          on: page(`https://a.example/${i}`, facts(`10.5555/p${i}`)),
          quote: `Sentence ${i}.`,
          influenceId: 'psw.pay',
          stance,
        }),
      );
  };

  /** Both work in one review, which the first has made and handed over before anything was tagged. */
  async function twoReaders(): Promise<[Machine, Machine]> {
    const begun = await elsewhere(() =>
      createReview({ name: 'Ours', codebooks: [shipped('psw-core')] }),
    );
    const first = await elsewhere(() => tagAll('supporting'), begun);
    const second = await elsewhere(async () => {
      await newReader();
      await tagAll('contrasting');
    }, begun);
    return [first, second];
  }

  async function cellsThatDiffer(): Promise<number> {
    const [review] = await db.reviews.toArray();
    const map = buildMap({
      reviewId: review?.id ?? '',
      reviewPapers: await db.reviewPapers.toArray(),
      sheets: await db.tallySheets.toArray(),
      coders: await db.coders.toArray(),
    });
    expect(await db.tallySheets.count()).toBe(sheetsOfTags(await db.tags.toArray()).length);
    return map.cells.filter((cell) => cell.stance === 'differ').length;
  }

  test(`tag ${N} sentences differently: ${2 * N} tags in both, equal, and ${N} cells read "coders differ"`, async () => {
    const [first, second] = await twoReaders();
    const [a, b] = [await taking(first, second), await taking(second, first)];
    const hash = await hashOf(a);
    for (const machine of [a, b, await taking(a, second), await taking(b, first)]) {
      await goTo(machine);
      expect(await db.tags.count()).toBe(2 * N);
      expect(await db.coders.count()).toBe(2);
      expect(await cellsThatDiffer()).toBe(N);
      expect(await storeHash()).toBe(hash);
    }
  }, 60_000);

  test('joined into one coder they are one, whose later tag of each sentence stays', async () => {
    const [first, second] = await twoReaders();
    await goTo(await taking(first, second));
    const [one, other] = await db.coders.toArray();
    await joinCoders(one?.id ?? '', other?.id ?? '');
    expect(await cellsThatDiffer()).toBe(0);
    expect(await db.tags.count()).toBe(N);
  }, 60_000);

  test('one reader, on a fresh profile and back: the same coder, and no cell differs', async () => {
    const home = await elsewhere(() => tagAll('supporting'));
    await goTo(home);
    const [text, me] = [await backUp('x'), await reader()];
    const away = await elsewhere(async () => {
      await restore(text, { as: 'mine' });
      await saveTag(newTag({ quote: 'One more.', influenceId: 'psw.pay', stance: 'contrasting' }));
    });
    await goTo(away);
    expect(await reader()).toEqual(me);
    await goTo(await taking(home, away));
    expect(await reader()).toEqual(me);
    expect(await db.coders.count()).toBe(1);
    expect(await db.tags.count()).toBe(N + 1);
    expect(await cellsThatDiffer()).toBe(0);
  }, 60_000);
});

test('a work that both met on their own is one paper, with what both tagged on it', async () => {
  const a = await elsewhere(() => saveTag(newTag({ influenceId: 'a' })));
  const b = await elsewhere(async () => {
    await saveTag(
      newTag({ on: page('https://pmc.example/9', facts('10.5555/a')), influenceId: 'b' }),
    );
    await correctPaper(page('https://pmc.example/9', facts('10.5555/a')), { year: 1999 });
  });
  for (const merged of [await taking(a, b), await taking(b, a)]) {
    await goTo(merged);
    expect(await db.papers.toArray()).toMatchObject([{ year: 1999, doi: '10.5555/a' }]);
    expect(await db.statements.count()).toBe(1);
    await expectSound();
  }
  expect((await contents()).papers?.[0]).toMatchObject({
    urls: expect.arrayContaining([PAGE_A.url, 'https://pmc.example/9']),
  });
});
