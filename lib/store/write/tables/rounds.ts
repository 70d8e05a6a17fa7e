/** Rounds of coding: which papers several coders coded, when, and by which versions of the codebooks. */
import { newId, Round, type z } from '../../../model';
import { commit } from '../../commit';
import type { Asked } from '../../committed';
import { parsed } from '../transaction';
import { known, mustHave, positionOf, put } from './save';

const SavedRound = Round.omit({ createdAt: true, updatedAt: true }).partial({
  id: true,
  position: true,
});
export type SavedRound = z.input<typeof SavedRound>;

/** Makes a round, or gives the one of this id this content. @throws NotFound, InvalidRecord */
export async function saveRound(
  input: SavedRound,
  { origin }: Asked = {},
): Promise<{ round: Round; eventId: string }> {
  const wanted = parsed(SavedRound, input);
  return commit(
    'save-round',
    async (step) => {
      const before = await known('rounds', wanted);
      const given = wanted.position ?? before?.position;
      const position = await positionOf('rounds', wanted.reviewId, given);
      const after = { ...wanted, id: wanted.id ?? newId(), position };
      return { round: await put(step, 'rounds', after, before), eventId: step.id };
    },
    { origin },
  );
}

/** @throws NotFound */
export async function removeRound(
  id: string,
  { origin }: Asked = {},
): Promise<{ eventId: string }> {
  return commit(
    'remove-round',
    async (step) => {
      await step.remove('rounds', await mustHave('rounds', id));
      return { eventId: step.id };
    },
    { origin },
  );
}
