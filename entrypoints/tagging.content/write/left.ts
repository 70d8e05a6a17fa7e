/**
 * A draft that is not filed because its paper is in doubt: the page is between two papers, or shows another one by now.
 * Decides, from plain values, whether it waits, goes on, or the reader is asked.
 */
import type { InfluenceRef, PageNow, PageReport, UnfinishedDraft } from '../../../lib/model';
import { newId } from '../../../lib/model/id';
import { contradicts, sameWork } from '../../../lib/page/content/same-work';

import { type CompleteDraft, type Draft, EMPTY_DRAFT, isComplete } from '../../../lib/tagging';
import { looseKey, sameAddress } from '../../../lib/text';
import { begunIn, type Held, handOf, type LeftDraft, type State } from '../mode/state';

/** The note that is saved with it: what is still in the field counts. */
export const noteOf = ({ draft, typed }: LeftDraft): string => typed ?? draft.note;

/** Can it be saved as it is, without another key? */
export const isReady = (left: LeftDraft): left is ReadyDraft => isComplete(left.draft);

/** Is something still to come of it? What has been sent is on the card of unsaved tags if that fails. */
export const isOpen = (left: LeftDraft): left is OpenDraft => left.state !== 'saving';

type OpenDraft = LeftDraft & { state: Exclude<LeftDraft['state'], 'saving'> };

export type ReadyDraft = LeftDraft & { draft: CompleteDraft };

/** Have dials been turned, or a note been kept, for a tag that does not exist yet? */
export function isTurned(draft: Draft, basis: Draft['basis'] = EMPTY_DRAFT.basis): boolean {
  return (
    draft.direction !== 'unstated' ||
    draft.strength !== undefined ||
    draft.basis !== basis ||
    draft.voice !== undefined ||
    draft.siteId !== undefined ||
    draft.note !== ''
  );
}

/** Has one of the two keys been pressed? */
export const hasKey = ({ stance, influence }: Draft): boolean => Boolean(stance || influence);

/** What is begun on the chosen statement, as it is left with its paper; null where nothing is. */
export function begunOn(state: State): LeftDraft | null {
  const begun = begunIn(handOf(state));
  if (!begun) return null;
  const { chosen, draft, typed, tagId } = begun;
  const tag = tagId && state.tags.get(tagId)?.tag;
  if (typed === null && (tag || !(hasKey(draft) || isTurned(draft, chosen.basis)))) return null;
  const { held, statementId, range } = chosen;
  const reviewId = state.stored.review?.id;
  return {
    ...{ id: newId(), held, statementId, range, typed, reviewId, tagId, state: 'asked' },
    draft: tag ? { ...EMPTY_DRAFT, influence: refOf(tag), stance: tag.stance } : draft,
  };
}

const refOf = ({ codebookId, influenceId }: InfluenceRef): InfluenceRef => ({
  codebookId,
  influenceId,
});

/** What becomes of a draft now: it waits for the page, is of the paper that is shown, or is asked about. */
export type Fate = 'wait' | 'go-on' | 'ask';

export function fateOf({ page, contentId }: Held, now: PageNow): Fate {
  if (now.state === 'loading') return 'wait';
  // Begun in another document, or of words whose paper is unknown: nothing is done by itself.
  if (!page || contentId === null) return 'ask';
  return contentId === now.id || isPaperOf(page, now.report) ? 'go-on' : 'ask';
}

/** Is a page's report of the paper that words were filed, or would be filed, under? */
export function isPaperOf(words: PageReport, page: PageReport): boolean {
  // What a report quotes is of another paper than the report, and is on its page all the same.
  if (words.quoted)
    return words.representation === page.representation && sameAddress(words.url, page.url);
  if (sameWork(words, page)) return true;
  if (contradicts(words, page) || !sameAddress(words.url, page.url)) return false;
  const [one, other] = [words, page].map(({ paper }) => looseKey(paper?.title ?? ''));
  // A page that is not an article is known by its address alone; a scite report shows statements of many papers.
  const byAddress = words.representation === 'scite-report' || page.kind === 'none';
  return byAddress || one === other;
}

/** What is begun on one statement. Its paper may be unknown: then it is handed to the next copy of the script only. */
export type BegunDraft = Omit<UnfinishedDraft, 'page'> & { page: PageReport | null };

/** As it is handed over, and kept beside the store where its paper is known. */
export function toKeep(left: LeftDraft): BegunDraft {
  const { id, reviewId, held, statementId, tagId, draft, typed } = left;
  const { direction, strength, basis, voice, siteId, newSite, note, stance, influence } = draft;
  return {
    ...{ tagId, statementId, statement: held.statement, page: held.page, open: false },
    ...{ direction, strength, basis, voice, siteId, newSite, note, typed },
    left: { id, reviewId, stance, influence },
  };
}

/** One that was kept, or null where nothing was left with an earlier paper. */
export function fromKept(kept: BegunDraft): LeftDraft | null {
  const { left, statement, page, statementId, tagId, typed } = kept;
  if (!left) return null;
  const { direction, strength, basis, voice, siteId, newSite, note } = kept;
  const { stance, influence, reviewId, id = newId() } = left;
  return {
    id,
    held: { statement, page, contentId: null },
    ...{ statementId, tagId, typed, range: null, reviewId, state: 'asked' },
    draft: { stance, influence, direction, strength, basis, voice, siteId, newSite, note },
  };
}
