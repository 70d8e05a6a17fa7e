/** Findings: the sentences of a review, with the confidence that a person puts in them. */
import { Finding, newId, type z } from '../../../model';
import { commit } from '../../commit';
import type { Asked } from '../../committed';
import { parsed } from '../transaction';
import { known, mustHave, positionOf, put } from './save';

const SavedFinding = Finding.omit({ createdAt: true, updatedAt: true }).partial({
  id: true,
  position: true,
});
export type SavedFinding = z.input<typeof SavedFinding>;

/** Makes a finding, or gives the one of this id this content. @throws NotFound, InvalidRecord */
export async function saveFinding(
  input: SavedFinding,
  { origin }: Asked = {},
): Promise<{ finding: Finding; eventId: string }> {
  const wanted = parsed(SavedFinding, input);
  return commit(
    'save-finding',
    async (step) => {
      const before = await known('findings', wanted);
      const given = wanted.position ?? before?.position;
      const position = await positionOf('findings', wanted.reviewId, given);
      const after = { ...wanted, id: wanted.id ?? newId(), position };
      return { finding: await put(step, 'findings', after, before), eventId: step.id };
    },
    { origin },
  );
}

/** @throws NotFound */
export async function removeFinding(
  id: string,
  { origin }: Asked = {},
): Promise<{ eventId: string }> {
  return commit(
    'remove-finding',
    async (step) => {
      await step.remove('findings', await mustHave('findings', id));
      return { eventId: step.id };
    },
    { origin },
  );
}
