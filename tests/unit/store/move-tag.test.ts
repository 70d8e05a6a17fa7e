/** A tag is taken to the passage that it was meant for, and back. */
import { beforeEach, expect, test } from 'vitest';
import { moveTag, saveTag, undo } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { asCoder, emptyStore, expectSound, newTag, PAGE_A, PAGE_B } from './support';

beforeEach(emptyStore);

/** The passage that a tag would be saved on. */
const passage = (quote: string, on = PAGE_A) => {
  const { page, statement } = newTag({ quote, on });
  return { page, statement };
};

test('it keeps what it says, and the statement that it left goes', async () => {
  const { tag, statement } = await saveTag(newTag({ note: 'why', direction: 'barrier' }));
  const moved = await moveTag({ id: tag.id, ...passage('It did not help.') });
  expect(moved.tag).toEqual({
    ...tag,
    statementId: moved.statement.id,
    updatedAt: moved.tag.updatedAt,
  });
  expect(moved.statement.quote).toBe('It did not help.');
  expect(await db.statements.get(statement.id)).toBeUndefined();
  await expectSound();
});

test('a statement that holds another tag stays', async () => {
  const { tag, statement } = await saveTag(newTag());
  await saveTag(newTag({ influenceId: 'other' }));
  await moveTag({ id: tag.id, ...passage('It did not help.') });
  expect(await db.statements.get(statement.id)).toEqual(statement);
  await expectSound();
});

test('one of the same influence there becomes one with it; undo parts them, redo joins them', async () => {
  const there = await saveTag(newTag({ quote: 'It did not help.', stance: 'contrasting' }));
  const { tag } = await saveTag(newTag());
  const { eventId, tag: moved } = await moveTag({ id: tag.id, ...passage('It did not help.') });
  expect(await db.tags.toArray()).toEqual([moved]);
  const back = await undo(eventId);
  const now = await db.tags.toArray();
  expect(now.map(({ id, stance }) => [id, stance]).sort()).toEqual(
    [
      [tag.id, 'supporting'],
      [there.tag.id, 'contrasting'],
    ].sort(),
  );
  expect((await db.statements.toArray()).map((s) => s.quote).sort()).toEqual([
    'It did not help.',
    'Training helped.',
  ]);
  await expectSound();
  await undo(back.eventId);
  expect(await db.tags.count()).toBe(1);
  await expectSound();
});

test('another coder’s tag of the same influence stays beside it', async () => {
  await saveTag(newTag({ quote: 'It did not help.' }));
  await asCoder('second');
  const { tag } = await saveTag(newTag());
  await moveTag({ id: tag.id, ...passage('It did not help.') });
  expect(await db.tags.count()).toBe(2);
  await expectSound();
});

test('to a statement of another paper, as scite reports hold: paper, list and counts follow', async () => {
  const { tag } = await saveTag(newTag());
  const { tag: moved } = await moveTag({ id: tag.id, ...passage('Elsewhere it did.', PAGE_B) });
  expect(moved.paperId).not.toBe(tag.paperId);
  expect(await db.reviewPapers.count()).toBe(2);
  await expectSound();
});

test.each<[string, (id: string) => string, string, string]>([
  ['a tag that is gone', () => crypto.randomUUID(), 'It did not help.', 'not-found'],
  ['a passage without words', (id) => id, ' ', 'invalid'],
])('%s: nothing is written', async (_, idOf, quote, code) => {
  const { tag } = await saveTag(newTag());
  const before = await db.steps.count();
  await expect(moveTag({ id: idOf(tag.id), ...passage(quote) })).rejects.toMatchObject({ code });
  expect(await db.steps.count()).toBe(before);
  expect(await db.tags.toArray()).toEqual([tag]);
});

test('moved onto what the coder has tagged already, it has the notes of both; undo parts them', async () => {
  const { tag } = await saveTag(newTag({ quote: 'Here.', note: 'of the moved one' }));
  await saveTag(newTag({ quote: 'There.', note: 'of the other' }));
  const before = await db.tags.toArray();
  const moved = await moveTag({ id: tag.id, ...passage('There.') });
  expect(await db.tags.toArray()).toEqual([moved.tag]);
  expect(moved.tag.note).toBe('of the moved one\n\nof the other');
  await expectSound();
  await undo(moved.eventId);
  expect((await db.tags.toArray()).map(({ note }) => note).sort()).toEqual(
    before.map(({ note }) => note).sort(),
  );
});
