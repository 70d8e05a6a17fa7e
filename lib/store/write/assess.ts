/** "Looked for, not reported": the reader's word that a paper has nothing on an influence, and taking it back. */
import { type Assessment, CoderIndex, type InfluenceRef, newId } from '../../model';
import { commit } from '../commit';
import { db } from '../db';
import { NotFound } from '../errors';

/** @throws NotFound where the paper is not on the review's list */
export async function setNotReported(
  reviewId: string,
  paperId: string,
  { codebookId, influenceId }: InfluenceRef,
  isNotReported: boolean,
): Promise<{ eventId: string }> {
  return commit('assess', async (step) => {
    if (!(await db.reviewPapers.get([reviewId, paperId]))) throw new NotFound('reading list entry');
    const cell = [reviewId, codebookId, influenceId, paperId];
    const all: Assessment[] = await db.assessments
      .where('[reviewId+codebookId+influenceId+paperId]')
      .equals(cell)
      .toArray();
    const coders = new CoderIndex(await db.coders.toArray());
    // Another coder's word stays that coder's.
    const own = all.filter(({ coderId }) => coders.areOne(coderId, step.coderId));
    if (!isNotReported) for (const one of own) await step.remove('assessments', one);
    else if (!own.length)
      await step.put('assessments', {
        ...{ id: newId(), reviewId, paperId, codebookId, influenceId },
        ...{ outcome: 'not-reported', coderId: step.coderId, createdAt: step.at },
      });
    return { eventId: step.id };
  });
}
