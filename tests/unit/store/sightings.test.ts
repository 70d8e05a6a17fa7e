/** Quotes that their pages had changed or lost when they were last open, since when, and when they were last as tagged. */
import Dexie from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import type { SightingOutcome } from '../../../lib/model';
import {
  changedQuotes,
  deleteTag,
  noteSightings,
  placePaper,
  retarget,
  saveTag,
  undo,
} from '../../../lib/store';
import { sightingAfter } from '../../../lib/store/sightings';
import { contents, emptyStore, newTag, PAGE_A, PAGE_B } from './support';

beforeEach(async () => {
  await emptyStore();
  await (await sightings()).clear();
});

/** The table, as the database has it. */
async function sightings() {
  const db = new Dexie('bearing-sightings');
  db.version(1).stores({ sightings: '[statementId+page], outcome' });
  await db.open();
  return db.table('sightings');
}

const at = (day: number, hour = 10) =>
  `2027-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
async function tagged(quote = 'Training helped.') {
  const { tag, statement } = await saveTag(newTag({ quote }));
  const see = (outcome: SightingOutcome, when: string, address = PAGE_A.url) =>
    noteSightings(address, [{ statementId: statement.id, outcome }], when);
  return { tag, statement, see };
}

test('a quote that its page has changed is listed, with the day it was last seen as tagged', async () => {
  const { tag, statement, see } = await tagged();
  await see('found', at(1));
  expect(await changedQuotes(tag.reviewId)).toEqual([]);
  await see('changed', at(5));
  await see('changed', at(6));
  expect(await changedQuotes(tag.reviewId)).toMatchObject([
    {
      statement: { id: statement.id },
      paper: { id: tag.paperId },
      target: { url: PAGE_A.url },
      outcome: 'changed',
      since: at(5),
      asTaggedAt: at(1),
    },
  ]);
});

test('one that was never seen again was last seen when it was tagged', async () => {
  const { tag, statement, see } = await tagged();
  await see('lost', at(5));
  const [lost] = await changedQuotes(tag.reviewId);
  expect(lost).toMatchObject({ outcome: 'lost', asTaggedAt: statement.createdAt });
});

test('it is taken back when the page has the quote again', async () => {
  const { tag, see } = await tagged();
  await see('lost', at(5));
  await see('found', at(6));
  expect(await changedQuotes(tag.reviewId)).toEqual([]);
});

test('and when the reader has kept it in its new words', async () => {
  const { tag, statement, see } = await tagged();
  await see('changed', '2026-01-01T00:00:00.000Z');
  const [target] = statement.targets;
  if (!target) throw new Error('The statement has no target.');
  await retarget(statement.id, target);
  expect(await changedQuotes(tag.reviewId)).toEqual([]);
});

test('another page of the paper may have other words', async () => {
  const { tag, see } = await tagged();
  await see('lost', at(5), PAGE_B.url);
  expect(await changedQuotes(tag.reviewId)).toEqual([]);
  expect(await (await sightings()).count()).toBe(0);
});

test('nothing is listed of an excluded paper, of a deleted tag, or in another review', async () => {
  const { tag, see } = await tagged();
  await see('changed', at(5));
  expect(await changedQuotes('another review')).toEqual([]);
  await placePaper(tag.reviewId, tag.paperId, { eligibility: 'excluded' });
  expect(await changedQuotes(tag.reviewId)).toEqual([]);
  await placePaper(tag.reviewId, tag.paperId, { eligibility: 'included' });
  expect(await changedQuotes(tag.reviewId)).toHaveLength(1);
  const { eventId } = await deleteTag(tag.id);
  expect(await changedQuotes(tag.reviewId)).toEqual([]);
  await undo(eventId);
  expect(await changedQuotes(tag.reviewId)).toHaveLength(1);
});

test('what was stored of a statement that is gone goes with the next write', async () => {
  const first = await tagged('The first.');
  await first.see('changed', at(5));
  await deleteTag(first.tag.id);
  const second = await tagged('The second.');
  await second.see('found', at(6));
  const rows = await (await sightings()).toArray();
  expect(rows.map(({ statementId }) => statementId)).toEqual([second.statement.id]);
});

test('the latest change comes first', async () => {
  const [one, two] = [await tagged('The first.'), await tagged('The second.')];
  await two.see('changed', at(5));
  await one.see('lost', at(6));
  const quotes = (await changedQuotes(one.tag.reviewId)).map(({ statement }) => statement.quote);
  expect(quotes).toEqual(['The first.', 'The second.']);
});

test('what is no news is not written: the same outcome again, and found again on the same day', () => {
  const page = PAGE_A.url;
  const found = sightingAfter(undefined, { statementId: 's', outcome: 'found' }, page, at(1, 8));
  expect(sightingAfter(found, { statementId: 's', outcome: 'found' }, page, at(1, 20))).toBe(found);
  const next = sightingAfter(found, { statementId: 's', outcome: 'found' }, page, at(2));
  expect(next).toEqual({ ...found, foundAt: at(2) });
  const lost = sightingAfter(next, { statementId: 's', outcome: 'lost' }, page, at(3));
  expect(lost).toMatchObject({ since: at(3), foundAt: at(2) });
  expect(sightingAfter(lost, { statementId: 's', outcome: 'lost' }, page, at(9))).toBe(lost);
});

test('a row that is out of shape is passed over', async () => {
  const { tag, statement } = await tagged();
  await (await sightings()).put({
    statementId: statement.id,
    page: PAGE_A.url,
    outcome: 'changed',
  });
  expect(await changedQuotes(tag.reviewId)).toEqual([]);
});

test('it is no step of the review, and in no backup', async () => {
  const { see } = await tagged();
  const before = await contents();
  await see('changed', at(5));
  expect(await contents()).toEqual(before);
});
