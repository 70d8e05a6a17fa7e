/** Steps with their changes, wherever these are kept (step-rows.ts). */

import { asProblem, Problem, type Step } from '../../model';
import { db } from '../db';

import { isLarge, joined, partsOf, type StepHead } from '../write/step-rows';

/**
 * The step with its changes; undefined where there is none. Call inside a transaction.
 * @throws Problem where a part of it cannot be read
 */
export async function wholeStep(id: string): Promise<Step | undefined> {
  const head = await db.steps.get(id);
  if (!head) return undefined;
  const [step] = await wholeSteps([head]);
  if (!step)
    throw new Problem(
      'damaged-step',
      'A part of this step is damaged and cannot be read, so the step cannot be taken back.',
    );
  return step;
}

/** The steps of these heads with their changes, without those that have an unreadable part. */
export async function wholeSteps(heads: readonly StepHead[]): Promise<Step[]> {
  return joined(heads, await db.stepParts.bulkGet(partsOf(heads)));
}

/** Did the step change so many records that taking it back is long work? */
export async function isLargeStep(id: string): Promise<boolean> {
  try {
    const head = await db.steps.get(id);
    return head !== undefined && isLarge(head);
  } catch (error) {
    throw asProblem(error);
  }
}

/** Has the step been taken back, and not done again since? Of several undoings, brought in from other stores, the last counts. */
export async function isTakenBack(id: string): Promise<boolean> {
  let isBack = false;
  let next = (await db.steps.where('undoes').equals(id).sortBy('counter')).at(-1);
  while (next) {
    isBack = !isBack;
    next = (await db.steps.where('undoes').equals(next.id).sortBy('counter')).at(-1);
  }
  return isBack;
}

/** What forgetting history up to a counter takes away. */
export const stepsUpTo = (counter: number) => db.steps.where('counter').belowOrEqual(counter);

/** The keys of parts whose head is gone: it has been forgotten, or it is damaged and was set aside. */
export async function partsWithoutHead(): Promise<[string, number][]> {
  const parts = await db.stepParts.toCollection().primaryKeys();
  const heads = new Set<unknown>(
    await db.steps
      .where('id')
      .anyOf([...new Set(parts.map(([step]) => step))])
      .primaryKeys(),
  );
  return parts.filter(([step]) => !heads.has(step));
}
