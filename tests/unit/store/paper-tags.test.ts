/** One paper's tags for the side panel: read in slices, yet all of them and no others. */
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../lib/model';
import { createReview, paperTags, saveTag, setNotReported } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { shipped } from '../../support/codebooks';
import { emptyStore, newTag, PAGE_A, PAGE_B } from './support';

beforeEach(emptyStore);

async function quotesAndTags() {
  const held = await paperTags(PAGE_A);
  return held?.statements
    .map(({ statement, tags }) => [statement.quote, tags.map((t) => t.influenceId)])
    .sort();
}

describe('the tags of a page’s paper', () => {
  test('none before there is a review', async () => {
    expect(await paperTags(PAGE_A)).toBeNull();
  });

  test('are those of the current review on this paper, by statement, oldest first', async () => {
    await saveTag(newTag({ quote: 'Another review.' }));
    await createReview({ name: 'Second', codebooks: [shipped('psw-core')] });
    await saveTag(newTag({ quote: 'One.', influenceId: 'b' }));
    await saveTag(newTag({ quote: 'One.', influenceId: 'a' }));
    await saveTag(newTag({ quote: 'Two.', influenceId: 'a' }));
    await saveTag(newTag({ quote: 'Elsewhere.', on: PAGE_B }));
    expect(await quotesAndTags()).toEqual([
      ['One.', ['b', 'a']],
      ['Two.', ['a']],
    ]);
  });

  test('are complete where they fill more than one slice', async () => {
    const { statement, tag } = await saveTag(newTag());
    const more = Array.from({ length: 600 }, (_, i) => ({
      statement: { ...statement, id: newId(), quote: `No. ${i}`, quoteKey: `no. ${i}` },
    }));
    await db.statements.bulkAdd(more.map((one) => one.statement));
    await db.tags.bulkAdd(
      more.map((one) => ({ ...tag, id: newId(), statementId: one.statement.id })),
    );
    expect(await quotesAndTags()).toHaveLength(601);
  });

  test('are complete even where the tally sheet is missing', async () => {
    await saveTag(newTag({ quote: 'One.', influenceId: 'a' }));
    await saveTag(newTag({ quote: 'Two.', influenceId: 'b' }));
    await db.tallySheets.toCollection().limit(1).delete();
    expect(await quotesAndTags()).toHaveLength(2);
  });
});

test('what other reviews have on the paper is counted, most first, and what is not reported is told', async () => {
  const first = await saveTag(newTag({ quote: 'Another review.' }));
  await saveTag(newTag({ quote: 'Again.' }));
  await createReview({ name: 'Second', codebooks: [shipped('psw-core')] });
  await saveTag(newTag({ on: PAGE_B }));
  await createReview({ name: 'Third', codebooks: [shipped('psw-core')] });
  const { reviewId, paperId } = (await saveTag(newTag({ quote: 'Here.' }))).tag;
  const ref = { codebookId: 'psw-core', influenceId: 'psw.pay' };
  await setNotReported(reviewId, paperId, ref, true);
  const held = await paperTags(PAGE_A);
  expect(held?.elsewhere.map(({ review, tags }) => [review.id, tags])).toEqual([
    [first.tag.reviewId, 2],
  ]);
  expect(held?.assessments).toMatchObject([{ reviewId, paperId, ...ref }]);
});
