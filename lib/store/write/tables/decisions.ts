/** Decisions: the agreed word on one influence where coders of a paper differ. */
import { Decision, decisionId, type z } from '../../../model';
import { commit } from '../../commit';
import type { Asked } from '../../committed';
import { NotFound } from '../../errors';
import { stored } from '../../read/records';
import { parsed } from '../transaction';
import { mustHave, mustHaveSubject, putInPlace } from './save';

const SavedDecision = Decision.omit({ id: true, coderId: true, createdAt: true, updatedAt: true });
export type SavedDecision = z.input<typeof SavedDecision>;

/**
 * Writes down what was decided, in place of what was decided before on the same. The reader is who wrote it down.
 * @throws NotFound
 */
export async function saveDecision(
  input: SavedDecision,
  { origin }: Asked = {},
): Promise<{ decision: Decision; eventId: string }> {
  const wanted = parsed(SavedDecision, input);
  return commit(
    'save-decision',
    async (step) => {
      await mustHaveSubject(wanted);
      const { statementId, paperId } = wanted;
      if (statementId && (await stored('statements', statementId))?.paperId !== paperId)
        throw new NotFound('statement');
      const own = { ...wanted, coderId: step.coderId };
      const decision = await putInPlace(step, 'decisions', decisionId(own), own);
      return { decision, eventId: step.id };
    },
    { origin },
  );
}

/** @throws NotFound */
export async function removeDecision(
  id: string,
  { origin }: Asked = {},
): Promise<{ eventId: string }> {
  return commit(
    'remove-decision',
    async (step) => {
      await step.remove('decisions', await mustHave('decisions', id));
      return { eventId: step.id };
    },
    { origin },
  );
}
