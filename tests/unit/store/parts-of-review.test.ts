/** Reads of a part of a review, which large reviews are shown from: each equals the same part of the whole review. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { InfluenceRef, Tag } from '../../../lib/model';
import {
  countByStance,
  newestStatements,
  paperData,
  placePaper,
  type ReviewData,
  readingList,
  reviewData,
  saveTag,
  setNotReported,
  taggedWith,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { asCoder, emptyStore, newTag, PAGE_A, PAGE_B, page } from './support';

const STANCES = ['supporting', 'contrasting', 'mentioning'] as const;
const INFLUENCES = ['psw.pay', 'psw.culture', 'psw.supervision'];
const PAGES = [PAGE_A, PAGE_B, page('https://c.example/3', { doi: '10.5555/c' })];

/** Two coders' tags on three papers, of which one is also coded as "not reported". */
async function fill(): Promise<ReviewData> {
  for (let i = 0; i < 18; i += 1) {
    if (i === 12) await asCoder('second');
    await saveTag(
      newTag({
        ...{ on: PAGES[i % 3] as typeof PAGE_A, quote: `Statement ${i % 14}.` },
        ...{ influenceId: INFLUENCES[i % 2] as string, stance: STANCES[i % 3] as Tag['stance'] },
      }),
    );
  }
  const review = (await db.reviews.toArray())[0];
  const paper = (await db.papers.toArray())[0];
  if (!review || !paper) throw new Error('something was saved');
  const ref = { codebookId: 'psw-core', influenceId: 'psw.supervision' };
  await setNotReported(review.id, paper.id, ref, true);
  await placePaper(review.id, paper.id, { progress: 'read' });
  return (await reviewData(review.id)) as ReviewData;
}

let whole: ReviewData;
beforeEach(async () => {
  await emptyStore();
  whole = await fill();
});
const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id).sort();

test('the reading list has the papers, and how many tags of each stance they bear', async () => {
  const list = await readingList(whole.review.id);
  expect(ids(list.papers)).toEqual(ids(whole.papers));
  expect(list.reviewPapers).toEqual(whole.reviewPapers);
  expect(list.assessments).toEqual(whole.assessments);
  for (const { id } of whole.papers)
    expect(list.tags.get(id)).toEqual(
      countByStance(whole.tags.filter(({ paperId }) => paperId === id)),
    );
});

test('a paper’s page has what is of that paper, and nothing else', async () => {
  for (const paper of whole.papers) {
    const data = await paperData(whole.review.id, paper.id);
    const of = ({ paperId }: { paperId: string }) => paperId === paper.id;
    expect(data?.paper).toEqual(paper);
    expect(ids(data?.tags ?? [])).toEqual(ids(whole.tags.filter(of)));
    expect(ids(data?.statements ?? [])).toEqual(ids(whole.statements.filter(of)));
    expect(data?.assessments).toEqual(whole.assessments.filter(of));
    expect(data?.reviewPapers).toEqual(whole.reviewPapers.filter(of));
  }
  expect(await paperData(whole.review.id, crypto.randomUUID())).toBeUndefined();
});

test.each([1, 5, 100])('the newest %i statements are those that were made last', async (most) => {
  const newest = await newestStatements(whole.review.id, most);
  const slow = [...whole.statements]
    .sort((a, b) =>
      a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? 1 : -1,
    )
    .slice(0, most);
  expect(newest?.statements).toEqual(slow);
  expect(newest?.all).toBe(whole.statements.length);
  const kept = new Set(slow.map(({ id }) => id));
  expect(ids(newest?.tags ?? [])).toEqual(
    ids(whole.tags.filter(({ statementId }) => kept.has(statementId))),
  );
});

describe('what is behind a row', () => {
  test('has the tags of the influences that are asked for, with their statements and papers', async () => {
    const isWanted = ({ influenceId }: InfluenceRef) => influenceId === 'psw.pay';
    const behind = await taggedWith(whole.review.id, isWanted);
    const tags = whole.tags.filter(isWanted);
    expect(tags.length).toBeGreaterThan(3);
    expect(ids(behind.tags)).toEqual(ids(tags));
    expect(ids(behind.statements)).toEqual([...new Set(tags.map((one) => one.statementId))].sort());
    expect(ids(behind.papers)).toEqual([...new Set(tags.map((one) => one.paperId))].sort());
  });

  test('is nothing where no influence is asked for, or no review is there', async () => {
    expect((await taggedWith(whole.review.id, () => false)).tags).toEqual([]);
    expect((await taggedWith(crypto.randomUUID(), () => true)).tags).toEqual([]);
  });
});

test('tags whose paper is set aside wait, and the reading list reports them', async () => {
  const [paper] = whole.papers;
  await db.papers.delete(paper?.id ?? '');
  await db.reviewPapers
    .where('paperId')
    .equals(paper?.id ?? '')
    .delete();
  const { leftOut } = await readingList(whole.review.id);
  const own = whole.tags.filter(({ paperId }) => paperId === paper?.id);
  expect(
    leftOut
      .filter(({ table }) => table === 'tags')
      .map(({ key }) => key)
      .sort(),
  ).toEqual(ids(own));
});
