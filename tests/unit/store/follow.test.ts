/**
 * What a review's tables are made of follows what it is about: a paper, statement, influence, review or coder that becomes
 * another; and goes where that goes. One step, and one undo.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import type { RecordOf } from '../../../lib/model';
import { TABLE_KINDS, type TableKind } from '../../../lib/model';
import * as store from '../../../lib/store';
import {
  correctPaper,
  createReview,
  deleteReview,
  joinCoders,
  joinReviews,
  saveMemo,
  saveSite,
  saveTag,
  setAttributeValue,
  undo,
  unlistPaper,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { edit, begun as ownReview, tagged } from './own-review';
import {
  asCoder,
  backUp,
  contents,
  emptyStore,
  expectSound,
  facts,
  newTag,
  PAGE_B,
  page,
  restore,
  withoutMoments,
} from './support';

beforeEach(emptyStore);

const INFLUENCE = { codebookId: 'psw-core', influenceId: 'training' };
/** A page without identifiers, which turns out to be of another paper. */
const UNNAMED = page('https://c.example/1', { title: 'No ids' });

async function records() {
  const { steps: _, stepParts: __, stamps: ___, installation: ____, ...rest } = await contents();
  return withoutMoments(rest);
}

/** Carries a step out, has it checked, takes it back, and carries it out again. */
async function thereAndBack(work: () => Promise<{ eventId: string }>, check: () => Promise<void>) {
  const before = await records();
  const { eventId } = await work();
  await check();
  await expectSound();
  const undone = await undo(eventId);
  expect(await records()).toEqual(before);
  await undo(undone.eventId);
  await check();
}

/** A record of every kind that is about a paper and a statement of it. */
async function describePaper(reviewId: string, paperId: string, statementId: string, word: string) {
  const { site } = await saveSite({ reviewId, name: 'Ward 1', paperId });
  await saveMemo({
    reviewId,
    paperId,
    ...INFLUENCE,
    rating: 1,
    summary: word,
    statementIds: [statementId],
  });
  await saveMemo({ reviewId, siteId: site.id, ...INFLUENCE, rating: 2 });
  const columns = await db.attributes.where('reviewId').equals(reviewId).toArray();
  const column = { reviewId, of: 'paper', name: 'Country', type: 'choice' } as const;
  const { id } = columns[0] ?? (await store.saveAttribute(column)).attribute;
  await setAttributeValue(id, { paperId }, word);
  await store.saveDecision({
    reviewId,
    paperId,
    statementId,
    ...INFLUENCE,
    stance: 'supporting',
    note: word,
  });
  await store.saveDecision({ reviewId, paperId, ...INFLUENCE, stance: 'mixed', note: word });
  await store.saveRound({ reviewId, name: word, paperIds: [paperId], statementIds: [statementId] });
  await store.saveFinding({
    reviewId,
    text: word,
    influences: [INFLUENCE],
    statementIds: [statementId],
  });
  return site;
}

type Tables = { [K in TableKind]: RecordOf<K>[] };

async function everyTable(): Promise<Tables> {
  const all = TABLE_KINDS.map(async (kind) => [kind, await db.table(kind).toArray()] as const);
  return Object.fromEntries(await Promise.all(all)) as Tables;
}

describe('a paper that turns out to be another', () => {
  test('takes all that is on it along, and of two in one place the later stays', async () => {
    const { tag } = await saveTag(newTag({ on: UNNAMED }));
    const { tag: there } = await saveTag(newTag({ on: PAGE_B }));
    const { reviewId } = tag;
    const site = await describePaper(reviewId, there.paperId, there.statementId, 'Earlier');
    const moved = await describePaper(reviewId, tag.paperId, tag.statementId, 'Later');
    await store.changeTag(tag.id, { siteId: moved.id });
    await thereAndBack(
      () => correctPaper(UNNAMED, { doi: '10.5555/b' }),
      async () => {
        const all = await everyTable();
        expect(all.sites).toMatchObject([{ id: site.id, paperId: there.paperId }]);
        expect(all.memos).toHaveLength(2);
        const memo = all.memos.find((one) => one.paperId);
        expect(memo).toMatchObject({ paperId: there.paperId, statementIds: [there.statementId] });
        expect(memo?.summary).toBe('Later\n\nEarlier');
        expect(all.attributeValues).toMatchObject([{ paperId: there.paperId, value: 'Later' }]);
        expect(all.decisions).toHaveLength(2);
        for (const one of all.decisions)
          expect(one).toMatchObject({ paperId: there.paperId, note: 'Later' });
        for (const kind of ['rounds', 'findings'] as const)
          for (const one of all[kind]) expect(one.statementIds).toEqual([there.statementId]);
        for (const one of all.rounds) expect(one.paperIds).toEqual([there.paperId]);
        expect((await db.tags.toArray()).map(({ siteId }) => siteId)).toEqual([site.id]);
      },
    );
  });

  test('and stays on another page keeps what is on it as a whole, and hands decisions on its statements on', async () => {
    const both = { title: 'No ids', doi: '10.5555/both', sources: { doi: 'citation' as const } };
    const mirror = page('https://mirror.example/1', both);
    const { tag } = await saveTag(newTag({ on: mirror, quote: 'On the mirror.' }));
    const first = page('https://first.example/1', both);
    const { tag: stays } = await saveTag(newTag({ on: first, quote: 'On the first.' }));
    expect(stays.paperId).toBe(tag.paperId);
    const { reviewId, paperId, statementId } = tag;
    await describePaper(reviewId, paperId, statementId, 'Both');
    await thereAndBack(
      () => correctPaper(mirror, { doi: '10.5555/other' }),
      async () => {
        const [now] = (await db.tags.toArray()).filter(({ id }) => id === tag.id);
        expect(now?.paperId).not.toBe(paperId);
        const decisions = await db.decisions.toArray();
        expect(decisions.find((one) => one.statementId)).toMatchObject({ paperId: now?.paperId });
        expect(decisions.find((one) => !one.statementId)).toMatchObject({ paperId });
        expect((await db.memos.toArray()).find((one) => one.paperId)).toMatchObject({ paperId });
      },
    );
  });
});

test('a paper that is taken off the list takes all that is on it along', async () => {
  const { tag } = await saveTag(newTag());
  await describePaper(tag.reviewId, tag.paperId, tag.statementId, 'Here');
  const other = await createReview({ name: 'Other' });
  await store.placePaper(other.id, tag.paperId, { progress: 'read' });
  await sayCountry(other.id, tag.paperId);
  await thereAndBack(
    () => unlistPaper(tag.reviewId, tag.paperId),
    async () => {
      const { sites, memos, decisions, attributeValues } = await everyTable();
      expect([sites, memos, decisions]).toEqual([[], [], []]);
      expect(attributeValues).toMatchObject([{ reviewId: other.id }]);
    },
  );
});

async function sayCountry(reviewId: string, paperId: string) {
  const column = { reviewId, of: 'paper', name: 'Country', type: 'text' } as const;
  const { attribute } = await store.saveAttribute(column);
  await setAttributeValue(attribute.id, { paperId }, 'Chile');
}

test('a review that is deleted takes its tables along', async () => {
  const { tag } = await saveTag(newTag());
  const site = await describePaper(tag.reviewId, tag.paperId, tag.statementId, 'Here');
  const { reviewId } = tag;
  const items = [{ id: 'a', text: 'We are ready.' }];
  const { measure } = await store.saveMeasure({
    reviewId,
    name: 'R',
    lowest: 1,
    highest: 5,
    items,
  });
  const answers = [{ item: 'a', value: 5 }];
  await store.saveAnswers({ reviewId, measureId: measure.id, siteId: site.id, answers });
  const other = await createReview({ name: 'Other' });
  await saveSite({ reviewId: other.id, name: 'Ward 1' });
  await thereAndBack(
    () => deleteReview(reviewId),
    async () => {
      const { sites, ...rest } = await everyTable();
      expect(sites).toMatchObject([{ reviewId: other.id }]);
      for (const [kind, left] of Object.entries(rest)) expect(left, kind).toEqual([]);
    },
  );
});

test('reviews that are joined have one site and one column of a name, and one record in a place', async () => {
  const { tag } = await saveTag(newTag());
  const other = await createReview({ name: 'Other' });
  const { tag: there } = await saveTag(newTag({ reviewId: other.id }));
  const { id: siteId } = await describePaper(other.id, there.paperId, there.statementId, 'Earlier');
  await describePaper(tag.reviewId, tag.paperId, tag.statementId, 'Later');
  await store.numberPaper(tag.reviewId, tag.paperId, 1);
  await store.setReporting(tag.reviewId, { unit: 'families' });
  await thereAndBack(
    () => joinReviews(tag.reviewId, other.id),
    async () => {
      const all = await everyTable();
      for (const list of Object.values(all))
        for (const one of list) expect(one.reviewId).toBe(other.id);
      expect(all.sites).toMatchObject([{ id: siteId }]);
      expect(all.attributes).toMatchObject([{ choices: ['Earlier', 'Later'] }]);
      expect(all.attributeValues).toMatchObject([{ value: 'Later' }]);
      expect(all.memos).toHaveLength(2);
      expect(all.decisions).toHaveLength(2);
      expect([all.rounds.length, all.findings.length]).toEqual([2, 2]);
      expect(await db.reviews.get(other.id)).toMatchObject({ reporting: { unit: 'families' } });
    },
  );
});

test('a number of a review that is joined gives way to that of the review that stays', async () => {
  const { tag } = await saveTag(newTag());
  const other = await createReview({ name: 'Other' });
  const { tag: there } = await saveTag(newTag({ reviewId: other.id, on: PAGE_B }));
  await store.numberPaper(tag.reviewId, tag.paperId, 1);
  await store.numberPaper(other.id, there.paperId, 1);
  await joinReviews(tag.reviewId, other.id);
  expect(await db.reviewPapers.get([other.id, tag.paperId])).not.toHaveProperty('number');
});

test('coders who are one person have one memo in a place, the later one', async () => {
  const { tag } = await saveTag(newTag());
  const { reviewId, paperId, coderId } = tag;
  await saveMemo({ reviewId, paperId, ...INFLUENCE, rating: 1, rationale: 'First.' });
  const second = await asCoder('Somebody else');
  await saveMemo({ reviewId, paperId, ...INFLUENCE, rating: -1 });
  await thereAndBack(
    () => joinCoders(coderId, second),
    async () => {
      expect(await db.memos.toArray()).toMatchObject([{ rating: -1, rationale: 'First.' }]);
    },
  );
});

describe('influences of a codebook', () => {
  const begun = async () => {
    const review = await ownReview();
    const { paperId } = await tagged(review, 'pay');
    const on = (influenceId: string) => ({ codebookId: 'own', influenceId });
    const reviewId = review.id;
    const rank = { reviewId, of: 'influence', name: 'Rank', type: 'number' } as const;
    const { attribute } = await store.saveAttribute(rank);
    for (const [n, one] of ['time', 'pay'].entries()) {
      await saveMemo({ reviewId, paperId, ...on(one), rating: 1, summary: one });
      await setAttributeValue(attribute.id, on(one), n);
      await store.saveDecision({ reviewId, paperId, ...on(one), stance: 'none', note: one });
    }
    const influences = ['pay', 'role', 'time'].map(on);
    await store.saveFinding({ reviewId, text: 'All three.', influences });
    return { review, on };
  };

  test('that are merged: what is on them becomes one, the later one', async () => {
    const { review, on } = await begun();
    await thereAndBack(
      () => edit(review, { edit: 'merge', ids: ['pay'], into: 'time' }),
      async () => {
        const { memos, attributeValues, decisions, findings } = await everyTable();
        expect(memos).toMatchObject([{ ...on('time'), summary: 'pay\n\ntime' }]);
        expect(attributeValues).toMatchObject([{ ...on('time'), value: 1 }]);
        expect(decisions).toMatchObject([{ ...on('time'), note: 'pay' }]);
        expect(findings[0]?.influences).toEqual([on('time'), on('role')]);
      },
    );
  });

  test('that go without an heir leave what is on them where it is', async () => {
    const { review } = await begun();
    const before = await everyTable();
    await edit(review, { edit: 'delete', id: 'pay', into: null });
    expect(await everyTable()).toEqual(before);
  });
});

describe('two stores that become one', () => {
  /** Another installation begins with these records. */
  async function elsewhere<T>(text: string, name: string, work: () => Promise<T>): Promise<string> {
    await emptyStore();
    await restore(text);
    await asCoder(name);
    await work();
    return backUp('x');
  }

  test('have one record in a place, whichever came first', async () => {
    const { tag } = await saveTag(newTag({ on: UNNAMED }));
    const { reviewId } = tag;
    const start = await backUp('x');
    const fill = (word: string) => () =>
      describePaper(reviewId, tag.paperId, tag.statementId, word);
    const a = await elsewhere(start, 'A', fill('A'));
    const b = await elsewhere(start, 'B', fill('B'));
    const outcomes: Tables[] = [];
    for (const order of [
      [a, b],
      [b, a],
      [a, b, a],
    ]) {
      await emptyStore();
      for (const text of order) await restore(text);
      await expectSound();
      outcomes.push(await everyTable());
    }
    const [first] = outcomes as [Tables];
    for (const one of outcomes) expect(one).toEqual(first);
    expect(first.sites).toHaveLength(1);
    expect(first.attributes).toHaveLength(1);
    expect(first.attributeValues).toHaveLength(1);
    expect(first.decisions).toHaveLength(2);
    // Two coders have a memo each, on the paper and on the site.
    expect(first.memos).toHaveLength(4);
  });

  test('a work that both met is one paper, and what both say of it is about that one', async () => {
    const met = (url: string) => page(url, facts('10.5555/one'));
    const review = await createReview({ name: 'Shared' });
    const start = await backUp('x');
    const fill = (url: string) => async () => {
      const { tag } = await saveTag(newTag({ on: met(url), reviewId: review.id }));
      await describePaper(review.id, tag.paperId, tag.statementId, url);
    };
    const a = await elsewhere(start, 'A', fill('https://a.example/one'));
    const b = await elsewhere(start, 'B', fill('https://b.example/one'));
    await emptyStore();
    await restore(a);
    await restore(b);
    await expectSound();
    const [paper, ...others] = await db.papers.toArray();
    const [statement, ...more] = await db.statements.toArray();
    expect([others, more]).toEqual([[], []]);
    const all = await everyTable();
    expect([all.sites.length, all.attributeValues.length, all.decisions.length]).toEqual([1, 1, 2]);
    for (const kind of ['sites', 'attributeValues', 'decisions'] as const)
      for (const one of all[kind]) expect(one.paperId).toBe(paper?.id);
    for (const kind of ['rounds', 'findings'] as const)
      for (const one of all[kind]) expect(one.statementIds).toEqual([statement?.id]);
    for (const one of all.rounds) expect(one.paperIds).toEqual([paper?.id]);
  });
});
