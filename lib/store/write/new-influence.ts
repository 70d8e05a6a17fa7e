/** An influence that the reader made while tagging: it is made in the step of its first tag, and goes with it. */
import { byVersion } from '../../codebook';
import { firstOwn } from '../../codebook/edit';
import { type CodebookRef, type InfluenceRef, keyOf, now, type Review } from '../../model';
import { looseKey } from '../../text';
import { db } from '../db';
import { stored } from '../read/records';
import { editIn } from './edit-codebook';
import type { StepWriter } from './step-writer';

/**
 * Makes the new influence of a tag, in a codebook of the reader's own that the review uses, or will from now on. Where the
 * codebook has one of this label by now, from another tab or another coder, it is that one.
 * @returns the influence, and the version of the codebook that has it
 * @throws Problem where the codebook is one of Bearing's
 */
export async function madeWithTag(
  step: StepWriter,
  review: Review,
  { codebookId: id, influenceId }: InfluenceRef,
  fields: { label: string },
): Promise<{ influenceId: string; codebookVersion: string }> {
  const ref = review.codebooks.find((one) => one.id === id) ?? (await firstUse(step, review, id));
  const book = await stored('codebooks', keyOf('codebooks', ref));
  const key = looseKey(fields.label);
  const twin = book?.influences.find(
    (one) => one.parent === undefined && looseKey(one.label) === key,
  );
  if (twin && !book?.builtIn) return { influenceId: twin.id, codebookVersion: ref.version };
  const edit = { edit: 'add', id: influenceId, fields } as const;
  const { version } = (await editIn(step, review.id, ref, edit, 'aside')).book;
  return { influenceId, codebookVersion: version };
}

async function firstUse(step: StepWriter, review: Review, id: string): Promise<CodebookRef> {
  const there = (await db.codebooks.where('id').equals(id).toArray()).sort(byVersion)[0];
  const { version } = there ?? (await step.put('codebooks', firstOwn(id), 'aside'));
  const codebooks = [...review.codebooks, { id, version }];
  await step.put('reviews', { ...review, codebooks, updatedAt: now() }, 'aside');
  return { id, version };
}
