/** What the background tells of the store, as tagging mode keeps it. */
import { missingAre, NEWER_RECORDS } from '../../../components/left-out/words';
import { booksInUse } from '../../../lib/codebook/influences';
import type { TaggingState } from '../../../lib/messaging';
import { keyMap, readNumberKeys } from '../../../lib/tagging';
import type { Stored } from './state';

export function storedFrom(told: TaggingState): Stored {
  const { review, codebooks, sites, paperId, newcomer, suggestUnasked, shortcut, keys } = told;
  const inUse = booksInUse(review, codebooks);
  return {
    ...{ review, codebooks, sites, paperId, newcomer, suggestUnasked, shortcut },
    ...{ keys: keyMap(keys), chosenKeys: keys },
    numberKeys: readNumberKeys(told.numberKeys, inUse, codebooks),
  };
}

/** Reports records that are left out, once for each number of them. */
export class LeftOutReport {
  private reported = 0;

  /** What the reader must know of the records; null for nothing new. */
  of({ leftOut, newer }: TaggingState): string | null {
    if (newer) return NEWER_RECORDS;
    const count = leftOut.damaged + leftOut.waiting;
    const isNews = count > this.reported;
    this.reported = count;
    return isNews ? `${missingAre(leftOut)} left out here: see Settings in the workspace.` : null;
  }
}
