/** Memos: what the reader makes of all that a case has on an influence. */
import { Memo, memoId, Problem, type z } from '../../../model';
import { commit } from '../../commit';
import type { Asked } from '../../committed';
import { checkOwn, type OthersToo } from '../../read/whose';
import { parsed } from '../transaction';
import { inPlace, mustHave, mustHaveSubject, putInPlace } from './save';

const SavedMemo = Memo.omit({ id: true, coderId: true, createdAt: true, updatedAt: true });
export type SavedMemo = z.input<typeof SavedMemo>;

/**
 * Gives the reader's memo on an influence and a case this content; one without any is removed.
 * @returns null where nothing is left
 * @throws NotFound, Problem
 */
export async function saveMemo(
  input: SavedMemo,
  { origin }: Asked = {},
): Promise<{ memo: Memo | null; eventId: string }> {
  const wanted = parsed(SavedMemo, input);
  if (wanted.paperId && wanted.siteId)
    throw new Problem(
      'two-cases',
      'A memo is on a paper or on a site, not on both. Nothing was changed.',
    );
  return commit(
    'save-memo',
    async (step) => {
      await mustHaveSubject(wanted);
      const own = { ...wanted, coderId: step.coderId };
      const id = memoId(own);
      if (!isEmpty(wanted))
        return { memo: await putInPlace(step, 'memos', id, own), eventId: step.id };
      const before = await inPlace('memos', { ...own, id, createdAt: '', updatedAt: '' });
      if (before) await step.remove('memos', before);
      return { memo: null, eventId: step.id };
    },
    { origin },
  );
}

const isEmpty = ({
  rating,
  word,
  star,
  summary,
  rationale,
  statementIds,
}: z.output<typeof SavedMemo>) =>
  rating === undefined &&
  !word &&
  !star &&
  !summary.trim() &&
  !rationale.trim() &&
  !statementIds.length;

/** @throws NotFound, Problem for another coder's */
export async function removeMemo(
  id: string,
  { origin, ...whose }: OthersToo & Asked = {},
): Promise<{ eventId: string }> {
  return commit(
    'remove-memo',
    async (step) => {
      const memo = await mustHave('memos', id);
      await checkOwn([memo], whose, 'memo');
      await step.remove('memos', memo);
      return { eventId: step.id };
    },
    { origin },
  );
}
