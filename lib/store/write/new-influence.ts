/** An influence that the reader made while tagging: it is made in the step of its first tag, and goes with it. */
import { byVersion } from '../../codebook';
import { firstOwn } from '../../codebook/edit';
import { type CodebookRef, type InfluenceRef, now, type Review } from '../../model';
import { db } from '../db';
import { editIn } from './edit-codebook';
import type { StepWriter } from './step-writer';

/**
 * Makes the new influence of a tag, in a codebook of the reader's own that the review uses, or will from now on.
 * @returns the version of the codebook that has it
 * @throws Problem where the codebook has the label already, or is one of Bearing's
 */
export async function madeWithTag(
  step: StepWriter,
  review: Review,
  { codebookId: id, influenceId }: InfluenceRef,
  fields: { label: string },
): Promise<string> {
  const ref = review.codebooks.find((one) => one.id === id) ?? (await firstUse(step, review, id));
  const edit = { edit: 'add', id: influenceId, fields } as const;
  return (await editIn(step, review.id, ref, edit, 'aside')).book.version;
}

async function firstUse(step: StepWriter, review: Review, id: string): Promise<CodebookRef> {
  const there = (await db.codebooks.where('id').equals(id).toArray()).sort(byVersion)[0];
  const { version } = there ?? (await step.put('codebooks', firstOwn(id), 'aside'));
  const codebooks = [...review.codebooks, { id, version }];
  await step.put('reviews', { ...review, codebooks, updatedAt: now() }, 'aside');
  return { id, version };
}
