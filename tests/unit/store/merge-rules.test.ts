/** Rules of merging that two stores must meet one case at a time: what is compared, and whose an entry is. */
import { beforeEach, expect, test, vi } from 'vitest';
import {
  type Assessment,
  asideNames,
  idOf,
  newId,
  type Paper,
  PaperFacts,
} from '../../../lib/model';
import {
  changeTag,
  createReview,
  ensureReview,
  joinCoders,
  joinReviews,
  saveTag,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { mergeRegisters, registersOf } from '../../../lib/store/merge';
import { recoverCoder } from '../../../lib/store/merge/recover-coder';
import * as finding from '../../../lib/store/read/find-paper';
import { sameByTitle } from '../../../lib/store/read/find-paper';
import { shipped } from '../../support/codebooks';
import { asCoder, backUp, emptyStore, expectSound, newTag, restore } from './support';

beforeEach(emptyStore);

const AT = '2026-11-20T09:00:00.000Z';
const TITLE = 'What peer workers say about the supervision they get';

const paper = (id: string, facts: object): Paper => ({
  ...PaperFacts.parse({ title: TITLE, sources: { title: 'site' }, ...facts }),
  ...{ id: idOf(id), urls: [], conflicts: [], createdAt: AT, updatedAt: AT },
});
const merged = (theirs: readonly Paper[], mine: readonly Paper[] = []) => {
  const [here, there] = [mine, theirs].map((papers) => registersOf([['papers', papers]], []));
  return mergeRegisters(here ?? new Map(), there ?? new Map(), asideNames([])).registers;
};

test('papers of one title, each kept apart, are not all compared with one another', () => {
  const compared = vi.spyOn(finding, 'contradicts');
  const countFor = (n: number) => {
    compared.mockClear();
    merged(
      Array.from({ length: n }, (_, i) => paper(`p${i}`, { authors: [{ family: `q${i}x` }] })),
    );
    return compared.mock.calls.length;
  };
  const [some, many] = [countFor(500), countFor(1_000)];
  expect(some).toBeGreaterThan(0);
  expect(many).toBeLessThan(some * 3);
  compared.mockRestore();
});

test('and still one of them finds its own twin, by its first author', () => {
  const others = Array.from({ length: 300 }, (_, i) =>
    paper(`p${i}`, { authors: [{ family: `q${i}x` }] }),
  );
  // Papers are met in the order of their ids: these two come last.
  const twin = (end: number): Paper => ({
    ...paper('', { authors: [{ family: 'Ibrahim' }] }),
    id: `ffffffff-ffff-4fff-bfff-fffffffffff${end}`,
  });
  const all = [...merged([...others, twin(0)], [twin(1)]).values()];
  expect(all.filter((one) => one.state === 'into')).toHaveLength(1);
});

test.each<[number, boolean]>([
  [2020, true],
  [2021, true],
  [2022, false],
  [2023, false],
])('of one title, 2020 and %i are one work: %s', (year, isOne) => {
  expect(sameByTitle(paper('a', { year: 2020 }), paper('b', { year }))).toBe(isOne);
});

/** JK and NI, in one review with one paper. */
async function two(): Promise<(coder: string) => Assessment> {
  await asCoder('JK');
  const { tag } = await saveTag(newTag());
  await asCoder('NI');
  await saveTag(newTag({ quote: 'Another.' }));
  const { reviewId, paperId, codebookId } = tag;
  return (coder) => ({
    ...{ id: newId(), reviewId, paperId, codebookId, influenceId: 'pay', createdAt: AT },
    ...{ outcome: 'not-reported', coderId: idOf(coder) },
  });
}

test('a person who was two coders has one assessment of a paper, when joined and when merged', async () => {
  const assessed = await two();
  const start = await backUp('x');
  await db.assessments.bulkPut([assessed('JK'), assessed('NI')]);
  await joinCoders(idOf('JK'), idOf('NI'));
  expect(await db.assessments.count()).toBe(1);
  await db.assessments.clear();
  await db.assessments.put(assessed('JK'));
  const joined = await backUp('x');
  await emptyStore();
  await restore(start);
  await db.assessments.put(assessed('NI'));
  await restore(joined);
  expect(await db.assessments.count()).toBe(1);
  await expectSound();
});

test('and one where two reviews become one', async () => {
  const assessed = await two();
  const { id } = await createReview({ name: 'Another', codebooks: [shipped('psw-core')] });
  const [one, other] = [assessed('JK'), { ...assessed('NI'), reviewId: id }];
  await joinCoders(idOf('JK'), idOf('NI'));
  await db.assessments.bulkPut([one, other]);
  await joinReviews(id, one.reviewId);
  expect(await db.assessments.toArray()).toEqual([one]);
  await expectSound();
});

test('what a newer Bearing noted with a version outlives the next one', async () => {
  const { tag } = await saveTag(newTag());
  const key: [string, string] = ['tags', tag.id];
  await db.stamps.update(key, { later: 1 } as never);
  await changeTag(tag.id, { note: 'Changed.' });
  expect(await db.stamps.get(key)).toMatchObject({ later: 1, counter: 3 });
});

test('the coder of a lost record is looked for beyond the first steps that are read', async () => {
  await asCoder('JK');
  await ensureReview();
  await asCoder('NI');
  const last = await db.steps.orderBy('counter').last();
  const more = Array.from({ length: 60 }, (_, i) => ({ ...last, id: newId(), counter: 10 + i }));
  await db.steps.bulkPut(more as never[]);
  expect(await db.transaction('rw', db.tables, () => recoverCoder())).toBeNull();
});

test('of two damaged records of the installation the last names the coder', async () => {
  await two();
  const aside = (coder: string, at: string) => ({
    ...{ id: newId(), table: 'installation', at, problems: ['damaged'] },
    record: { key: 'here', coderId: idOf(coder), counter: 'many' },
  });
  await db.quarantine.bulkPut([
    aside('NI', '2026-11-20T09:00:00.000Z'),
    aside('JK', '2026-11-21T09:00:00.000Z'),
    aside('NI', '2026-11-19T09:00:00.000Z'),
  ]);
  const found = await db.transaction('rw', db.tables, () => recoverCoder());
  expect(found).toEqual({ coderId: idOf('JK'), from: 'record' });
});
