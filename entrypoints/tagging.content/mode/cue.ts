/** The chosen words as a cue of the influence at hand: whoever meets them again has it suggested. */
import { influencesOf } from '../../../lib/codebook/influences';
import { send } from '../../../lib/messaging';
import { LONGEST_CUE } from '../../../lib/model/limits';
import type { TagWriter } from '../write/tag-writer';
import type { Stateful } from './page-side';
import { begunIn, chosenOf, handOf, targetOf } from './state';

const TOO_LONG = `A cue is a few words, at most ${LONGEST_CUE} characters: select just these words.`;
const NO_INFLUENCE = 'Choose an influence first: the words become its cue.';
const NOT_YOURS =
  'This influence is in a codebook that comes with Bearing. Copy the codebook in the workspace to give it cues.';

const FROZEN =
  'This version of the codebook is frozen for a team. Add the cue in the workspace, which makes the next version.';

export function addCue(session: Stateful & { readonly tags: TagWriter }): void {
  const { state } = session;
  const cue = chosenOf(state)?.quote.trim().replace(/\s+/g, ' ');
  const at = targetOf(state) ?? begunIn(handOf(state))?.draft.influence ?? state.last;
  const known = influencesOf(state.stored.codebooks).find(at);
  if (!cue || !known) session.tell(NO_INFLUENCE);
  else if (cue.length > LONGEST_CUE) session.tell(TOO_LONG);
  else if (known.codebook.builtIn) session.tell(NOT_YOURS);
  else if (known.codebook.stage === 'frozen') session.tell(FROZEN);
  else {
    const { codebookId, influenceId } = known;
    const influence = { codebookId, influenceId };
    void session.tags.steps.attempt(async () => {
      const reviewId = state.stored.review?.id;
      const { newVersion } = await send('codebooks/cue', { reviewId, influence, cue });
      session.tags.steps.toast('cue', null, { draft: { stance: null, influence }, newVersion });
    });
  }
}
