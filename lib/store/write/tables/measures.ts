/** Measures: instruments with items, and what sites answered. */
import { Measure, MeasureAnswers, measureAnswersId, newId, Problem, type z } from '../../../model';
import { commit } from '../../commit';
import type { Asked } from '../../committed';
import { db } from '../../db';
import { NotFound } from '../../errors';
import { parsed } from '../transaction';
import { inPlace, known, mustHave, mustHaveSubject, put, putInPlace } from './save';

const SavedMeasure = Measure.omit({ createdAt: true, updatedAt: true }).partial({ id: true });
export type SavedMeasure = z.input<typeof SavedMeasure>;

const SavedAnswers = MeasureAnswers.omit({ id: true, createdAt: true, updatedAt: true });
export type SavedAnswers = z.input<typeof SavedAnswers>;

/**
 * Makes a measure, or gives the one of this id this content. Answers to items that it no longer has go with them.
 * @throws NotFound, Problem where its scale or its items cannot be, or answers are not on its scale
 */
export async function saveMeasure(
  input: SavedMeasure,
  { origin }: Asked = {},
): Promise<{ measure: Measure; eventId: string }> {
  const wanted = parsed(SavedMeasure, input);
  if (wanted.lowest >= wanted.highest)
    throw new Problem(
      'no-scale',
      'The lowest answer must be below the highest one. Nothing was changed.',
    );
  const items = new Set(wanted.items.map(({ id }) => id));
  if (items.size < wanted.items.length)
    throw new Problem('same-item', 'Two items have the same id. Nothing was changed.');
  return commit(
    'save-measure',
    async (step) => {
      const before = await known('measures', wanted);
      const measure = await put(step, 'measures', { ...wanted, id: wanted.id ?? newId() }, before);
      for (const one of await answersTo(measure.id)) {
        const answers = one.answers.filter(({ item }) => items.has(item));
        mustBeOnScale(measure, answers);
        if (!answers.length && !one.note) await step.remove('measureAnswers', one);
        else if (answers.length < one.answers.length)
          await step.put('measureAnswers', { ...one, answers, updatedAt: step.at });
      }
      return { measure, eventId: step.id };
    },
    { origin },
  );
}

const answersTo = (measureId: string): Promise<MeasureAnswers[]> =>
  db.measureAnswers.where('measureId').equals(measureId).toArray();

function mustBeOnScale({ lowest, highest }: Measure, answers: MeasureAnswers['answers']): void {
  if (answers.some(({ value }) => value < lowest || value > highest))
    throw new Problem(
      'off-scale',
      `Answers to this measure are from ${lowest} to ${highest}. Nothing was changed.`,
    );
}

/** Removes a measure with what sites answered. @throws NotFound */
export async function removeMeasure(
  id: string,
  { origin }: Asked = {},
): Promise<{ eventId: string }> {
  return commit(
    'remove-measure',
    async (step) => {
      const measure = await mustHave('measures', id);
      for (const one of await answersTo(id)) await step.remove('measureAnswers', one);
      await step.remove('measures', measure);
      return { eventId: step.id };
    },
    { origin },
  );
}

/**
 * What a site answered, in place of what it had; without an answer and a note it is removed.
 * @returns null where nothing is left
 * @throws NotFound, Problem where an answer is not on the scale, or to no item
 */
export async function saveAnswers(
  input: SavedAnswers,
  { origin }: Asked = {},
): Promise<{ answers: MeasureAnswers | null; eventId: string }> {
  const wanted = parsed(SavedAnswers, input);
  return commit(
    'save-answers',
    async (step) => {
      const { measureId, siteId, reviewId, answers, note } = wanted;
      const measure = await mustHave('measures', measureId);
      if (measure.reviewId !== reviewId) throw new NotFound('measure');
      await mustHaveSubject(wanted);
      const items = answers.map(({ item }) => item);
      const known = new Set(measure.items.map(({ id }) => id));
      if (!items.every((id) => known.has(id))) throw new NotFound('item');
      if (new Set(items).size < items.length)
        throw new Problem('same-item', 'An item is answered twice. Nothing was changed.');
      mustBeOnScale(measure, answers);
      const id = measureAnswersId(measureId, siteId);
      if (answers.length || note.trim())
        return {
          answers: await putInPlace(step, 'measureAnswers', id, wanted),
          eventId: step.id,
        };
      const before = await inPlace('measureAnswers', {
        ...wanted,
        id,
        createdAt: '',
        updatedAt: '',
      });
      if (before) await step.remove('measureAnswers', before);
      return { answers: null, eventId: step.id };
    },
    { origin },
  );
}
