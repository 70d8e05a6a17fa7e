/** "Still holds?": a statement's new place, several tags dropped in one step, and both taken back. */
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../lib/model';
import { deleteTags, retarget, saveTag, undo } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { contents, emptyStore, expectSound, newTag, PAGE_A } from './support';

beforeEach(emptyStore);

const target = (exact: string) => ({ ...newTag({ quote: exact }).statement.target });

describe('a kept passage', () => {
  test('is found in its new words, and the quote that was tagged stays', async () => {
    const { statement } = await saveTag(newTag());
    await retarget(statement.id, target('Training greatly helped.'));
    const now = await db.statements.get(statement.id);
    expect(now).toMatchObject({ quote: 'Training helped.', quoteKey: statement.quoteKey });
    expect(now?.targets.map((t) => [t.url, t.selectors.quote.exact])).toEqual([
      [PAGE_A.url, 'Training greatly helped.'],
    ]);
    await expectSound();
  });

  test('is taken back, once', async () => {
    const { statement } = await saveTag(newTag());
    const { eventId } = await retarget(statement.id, target('New words.'));
    await undo(eventId);
    expect((await db.statements.get(statement.id))?.targets).toEqual(statement.targets);
    await expect(undo(eventId)).rejects.toMatchObject({ code: 'changed-since' });
  });

  test.each([
    ['a statement that is gone', () => retarget(newId(), target('x')), 'not-found'],
    ['a place that is none', () => retarget(newId(), {} as never), 'invalid'],
    ['a step that is none', () => undo(newId()), 'not-found'],
  ])('%s is refused', async (_, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
  });
});

describe('several tags dropped', () => {
  test('in one step, which one undo takes back and one more does again', async () => {
    const a = await saveTag(newTag({ influenceId: 'a' }));
    const b = await saveTag(newTag({ influenceId: 'b' }));
    const before = (await contents()).tallySheets;
    const { eventId } = await deleteTags([a.tag.id, b.tag.id, a.tag.id]);
    expect(await db.tags.count()).toBe(0);
    await expectSound();
    const back = await undo(eventId);
    expect(await db.tags.count()).toBe(2);
    expect((await contents()).tallySheets).toEqual(before);
    await expectSound();
    await undo(back.eventId);
    expect(await db.tags.count()).toBe(0);
    await expectSound();
  });

  test('of none is refused', async () => {
    await expect(deleteTags([])).rejects.toMatchObject({ code: 'not-found' });
  });
});
