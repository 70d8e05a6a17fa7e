/** What was coded in one paper goes to another: statements with their tags, and assessments. */
import { type Assessment, CoderIndex, type Paper, Statement, unknownIn } from '../../model';
import { db } from '../db';
import { placeTag } from './same-tag';
import { withReport } from './statements';
import type { StepWriter } from './step-writer';
import { followStatement } from './tables/move';

/**
 * Moves statements to a paper; of one quote there they become one with it.
 * @returns the reviews that the moved tags belong to, and how many tags became one with a tag that was there
 */
export async function moveStatements(
  statements: readonly Statement[],
  to: Paper,
  step: StepWriter,
): Promise<{ reviews: Set<string>; sameTags: number }> {
  let sameTags = 0;
  const reviews = new Set<string>();
  for (const statement of statements) {
    const twin = await db.statements.get({ paperId: to.id, quoteKey: statement.quoteKey });
    const moved = twin
      ? {
          ...unknownIn(statement, Statement.shape),
          ...withReport(twin, statement, statement.targets),
        }
      : { ...statement, paperId: to.id };
    await step.put('statements', { ...moved, updatedAt: step.at });
    for (const tag of await db.tags.where('statementId').equals(statement.id).toArray()) {
      reviews.add(tag.reviewId);
      const after = { ...tag, paperId: to.id, statementId: moved.id, updatedAt: step.at };
      if (await placeTag(tag, after, step)) sameTags += 1;
    }
    await followStatement(step, statement.id, moved);
    if (twin) await step.remove('statements', statement);
  }
  return { reviews, sameTags };
}

export async function moveAssessments(from: Paper, to: Paper, step: StepWriter): Promise<void> {
  for (const before of await db.assessments.where('paperId').equals(from.id).toArray())
    await placeAssessment(before, { ...before, paperId: to.id }, step);
}

/** Moves an assessment; where the same person has assessed the same there already, that one stays. */
export async function placeAssessment(
  before: Assessment,
  after: Assessment,
  step: StepWriter,
): Promise<void> {
  const { reviewId, codebookId, influenceId, paperId, coderId } = after;
  const there = await db.assessments
    .where('[reviewId+codebookId+influenceId+paperId]')
    .equals([reviewId, codebookId, influenceId, paperId])
    .toArray();
  const coders = new CoderIndex(await db.coders.toArray());
  if (there.some((one) => coders.areOne(one.coderId, coderId)))
    await step.remove('assessments', before);
  else await step.put('assessments', after);
}
