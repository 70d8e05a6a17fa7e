/**
 * "Still holds?": what a reader decides about a passage whose words have changed on a page. Keeping it
 * gives the statement a new place to be found on that page, and the quote that was tagged stays what it
 * was; dropping it deletes its tags, in one step that can be taken back.
 */
import { StatementTarget } from '../../model';
import { addressOf, atAddress } from '../../text';
import { commit } from '../commit';
import { NotFound } from '../errors';
import { stored } from '../read/records';
import { MOST_TARGETS } from './statements';
import { parsed } from './transaction';

/**
 * Makes `target` the place of a statement on the target's page, by the reader's word, and gives the step
 * for `undo`. @throws NotFound, InvalidRecord
 */
export async function retarget(
  statementId: string,
  target: StatementTarget,
): Promise<{ eventId: string }> {
  const wanted = parsed(StatementTarget, target);
  return commit('keep-place', async (step) => {
    const before = await stored('statements', statementId);
    if (!before) throw new NotFound('statement');
    const kept = { ...wanted, url: addressOf(wanted.url), keptAt: step.at };
    const isHere = atAddress(kept.url);
    const others = before.targets.filter((t) => !isHere(t.url));
    const targets = [...others, kept].slice(-MOST_TARGETS);
    await step.put('statements', { ...before, targets, updatedAt: step.at });
    return { eventId: step.id };
  });
}
