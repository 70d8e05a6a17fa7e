/** What the review holds of the works in a reference list, in their order; undefined until the store has answered. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { PanelReference } from '@/lib/messaging/panel/types';
import type { KnownWork } from '@/lib/model';
import { knownWorks, timesCitedAs } from '@/lib/store';
import { asPrinted } from './printed-reference';

/** Which are on its reading list. */
export function useKnown(
  references: readonly PanelReference[] | null,
  reviewId: string | undefined,
): readonly (KnownWork | null)[] | undefined {
  const answer = useLiveQuery(
    async () => ({
      references,
      known:
        references && reviewId ? await knownWorks(reviewId, references.map(asPrinted)) : undefined,
    }),
    [references, reviewId],
  );
  return answer?.references === references ? answer.known : undefined;
}

/** How many other papers of the review cite each. */
export function useCitedElsewhere(
  references: readonly PanelReference[],
  reviewId: string | undefined,
  /** The paper whose list it is, where that is stored. */
  paperId: string | undefined,
): readonly number[] | undefined {
  const answer = useLiveQuery(
    async () => ({
      references,
      cited: reviewId ? await timesCitedAs(reviewId, references, paperId) : undefined,
    }),
    [references, reviewId, paperId],
  );
  return answer?.references === references ? answer.cited : undefined;
}
