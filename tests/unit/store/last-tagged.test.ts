/** Where the reader was: the last of the own tags, read from the end of an index. */
import { beforeEach, expect, test, vi } from 'vitest';
import { ensureReview, lastTagged, saveTag } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { emptyStore, newTag, PAGE_A, PAGE_B } from './support';

beforeEach(async () => {
  await emptyStore();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-01T10:00:00Z') });
});

test('nothing is known before the first tag', async () => {
  const { id } = await ensureReview();
  expect(await lastTagged(id)).toBeNull();
});

test('it is the statement that was tagged last, on its paper', async () => {
  await saveTag(newTag({ on: PAGE_A, statement: { quote: 'The first.' } }));
  vi.setSystemTime(Date.parse('2026-11-02T10:00:00Z'));
  const { tag } = await saveTag(newTag({ on: PAGE_B, statement: { quote: 'The second.' } }));
  expect(await lastTagged(tag.reviewId)).toMatchObject({
    paper: { id: tag.paperId },
    statement: { quote: 'The second.' },
    at: '2026-11-02T10:00:00.000Z',
  });
});

test('another coder’s later tag is not where the reader was', async () => {
  const { tag } = await saveTag(newTag({ statement: { quote: 'Mine.' } }));
  vi.setSystemTime(Date.parse('2026-11-02T10:00:00Z'));
  const { tag: later } = await saveTag(newTag({ on: PAGE_B, statement: { quote: 'Theirs.' } }));
  await db.tags.update(later.id, { coderId: '00000000-0000-4000-8000-000000000001' });
  expect((await lastTagged(tag.reviewId))?.statement.quote).toBe('Mine.');
});

test('however many tags there are, few are read', async () => {
  const { tag } = await saveTag(newTag({}));
  for (let n = 0; n < 80; n += 1) await saveTag(newTag({ statement: { quote: `No. ${n}.` } }));
  let read = 0;
  const count = (row: unknown) => {
    read += 1;
    return row;
  };
  db.tags.hook('reading', count as never);
  await lastTagged(tag.reviewId);
  db.tags.hook('reading').unsubscribe(count as never);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThanOrEqual(50);
});
