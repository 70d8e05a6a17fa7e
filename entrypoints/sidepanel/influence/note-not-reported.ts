/** "Looked for, not reported" from beside the page. */
import type { FormRow } from '@/components/coding/coding-form';
import type { PageReport } from '@/lib/model';
import { addPaper, ensureReview, type PaperState, setNotReported } from '@/lib/store';
import { displayText } from '@/lib/text';
import type { Done } from '../use-deeds';

export async function beginReview(): Promise<Done> {
  const { name } = await ensureReview();
  return { words: `In ${displayText(name)} now` };
}

/** A paper that is not on the review's list yet is put there first, as being read: a step of its own. One that is there stays as it is. */
export async function noteNotReported(
  { influence: { codebookId, influenceId, label } }: FormRow,
  isNotReported: boolean,
  report: PageReport,
  reviewId: string,
  /** Undefined while it is loading: what is on the list is known for certain only in the step itself. */
  state: PaperState | undefined,
): Promise<Done> {
  const { id } = state?.listed
    ? state.paper
    : (await addPaper(report, reviewId, { progress: 'reading' }, { onlyNew: true })).paper;
  const ref = { codebookId, influenceId };
  const { eventId } = await setNotReported(reviewId, id, ref, isNotReported);
  const words = isNotReported ? 'Looked for, not reported' : 'No longer “not reported”';
  return { words: `${words}: ${displayText(label)}`, eventId };
}
