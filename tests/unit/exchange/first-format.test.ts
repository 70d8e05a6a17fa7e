/** Backups of the first format: who is who in them, what of their history can be read, and what is refused. */
import { expect, it, test } from 'vitest';

import { idOf } from '../../../lib/model';
import { readRecords } from '../../support/read-records';
import { AT, assessment, codebook, data, paper, review, statement, tag, uuid } from './records';

type Row = Record<string, unknown>;
/** A record as it was then: its coder a name. */
const named = ({ coderId: _, ...record }: Row, coder: string): Row => ({ ...record, coder });
const event = (n: number, more: Row = {}): Row => ({
  ...{ id: idOf(`event ${n}`), at: AT, who: 'Ada', entity: 'paper', entityId: 'x' },
  ...{ action: 'create', before: null, after: paper(n), ...more },
});
const { codebooks: _, ...old } = review;
const file = (more: Row = {}): Row => ({
  ...{ format: 'bearing-backup', version: 1, exportedAt: AT, app: 'Bearing 0.1.0' },
  ...{ settings: { coder: 'Ada', showTagsOnOpen: true, quietHosts: [], keys: {} } },
  ...{ codebooks: [codebook], reviews: [{ ...old, codebookIds: ['own-1'] }], papers: data.papers },
  reviewPapers: data.papers.map(({ id }) => ({
    ...{ reviewId: review.id, paperId: id, status: 'read', addedAt: AT, updatedAt: AT },
  })),
  statements: [statement(1, 1, 'Words.')],
  tags: [named(tag(1, 1, 1), 'Ada'), named(tag(2, 1, 1, { influenceId: 'own.role' }), 'Bo')],
  assessments: [named(assessment(1, 2, 'own.role'), 'Cy')],
  ...{ history: [event(1, { who: 'Dee' })], ...more },
});
function read(one: Row) {
  const reading = readRecords(JSON.stringify(one));
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}

it('each name that was typed is a coder of the file, and the tags and steps are theirs', () => {
  const { records, rejected, state } = read(file());
  expect(rejected).toEqual([]);
  expect(state).toEqual({ hasSums: false, isBroken: false, altered: 0, missing: 0 });
  const names = new Map(records.coders.map(({ id, name }) => [id, name]));
  expect([...names.values()]).toEqual(['Ada', 'Bo', 'Cy', 'Dee']);
  expect(names.get(records.coderId ?? '')).toBe('Ada');
  expect(records.tags.map(({ coderId }) => names.get(coderId))).toEqual(['Ada', 'Bo']);
  expect(records.assessments.map(({ coderId }) => names.get(coderId))).toEqual(['Cy']);
  expect(records.steps.map(({ coderId }) => names.get(coderId))).toEqual(['Dee']);
  expect(records.settings).not.toHaveProperty('coder');
});

it('the same file has the same coders each time, and another file has others', () => {
  const [one, again, other] = [file(), file(), file({ app: 'Bearing 0.1.1' })].map((each) =>
    read(each).records.coders.map(({ id }) => id),
  );
  expect(again).toEqual(one);
  for (const id of other ?? []) expect(one).not.toContain(id);
});

it('its records have versions that are earlier than any that was counted', () => {
  const { records } = read(file());
  expect(records).toMatchObject({ counter: 0, forgotten: 0 });
  expect(new Set(records.stamps.map(({ counter }) => counter))).toEqual(new Set([0]));
  expect(records.stamps.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['papers', 'tags', 'reviews', 'statements', 'assessments']),
  );
});

it('an event that no step can be made of is handed back with its place and the reason', () => {
  const odd = [event(2, { at: 'today' }), event(3, { after: { id: uuid(2, 3) } })];
  const { records, rejected } = read(file({ history: [event(1), ...odd] }));
  expect(records.steps).toHaveLength(1);
  expect(rejected).toMatchObject([
    { table: 'history', index: 1, record: odd[0] },
    { table: 'history', index: 2, record: odd[1] },
  ]);
  for (const { problems } of rejected) expect(problems.join()).not.toBe('');
});

test.each<[string, Row, RegExp]>([
  ['when it was written', { exportedAt: undefined }, /its "exportedAt" is missing/],
  ['what wrote it', { app: 7 }, /its "app" is missing/],
  ['its tags', { tags: undefined }, /its table "tags" is missing/],
  ['its history', { history: {} }, /its table "history" is missing/],
])('one without %s is refused, and says so', (_, more, problem) => {
  expect(readRecords(JSON.stringify(file(more)))).toEqual({
    ok: false,
    problem: expect.stringMatching(problem),
  });
});
