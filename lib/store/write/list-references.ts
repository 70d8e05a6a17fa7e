/**
 * Listing what a reader's library holds: many references come onto one review's reading list in one step. What it would
 * do is worked out without writing, and done by the same plan.
 */
import { asProblem, type LibraryReference, newId, type PageReport } from '../../model';
import { commit } from '../commit';
import type { Asked } from '../committed';
import { db } from '../db';
import { NotFound } from '../errors';
import { ofReview } from '../read/of-review';
import { ListPlan, type ReferencesReport } from './list-plan';
import { factsOf } from './papers';

export interface ListedReferences extends ReferencesReport {
  /** `undo` of this takes all of it back; null where nothing changed. */
  eventId: string | null;
}

export interface ListOptions extends Asked {
  /** The id of the step that this becomes, for whoever asks afterwards whether it was carried out. */
  id?: string;
  /** Called with how many of the records have been written. */
  onWritten?: (done: number, total: number) => void;
}

/** What listing these would do now. Writes nothing. */
export async function previewReferences(
  reviewId: string,
  references: readonly LibraryReference[],
): Promise<ReferencesReport> {
  try {
    return await db.transaction('r', [db.reviews, db.papers, db.reviewPapers], async () =>
      (await planList(reviewId, references, new Date(0).toISOString())).report(),
    );
  } catch (error) {
    throw asProblem(error);
  }
}

/** Puts references on a review's reading list, in one transaction and one step. @throws NotFound */
export async function listReferences(
  reviewId: string,
  references: readonly LibraryReference[],
  { id, origin, onWritten = () => {} }: ListOptions = {},
): Promise<ListedReferences> {
  return commit(
    'list-papers',
    async (step) => {
      const plan = await planList(reviewId, references, step.at);
      const { size } = plan;
      await plan.write(step, counting(size, onWritten));
      return { ...plan.report(), eventId: size ? step.id : null };
    },
    { origin, ...(id && { id }) },
  );
}

/** A paper that a page lists, as the page reports it. @param index its place in the list, from 0 */
export const listedReference = (report: PageReport, index: number): LibraryReference => ({
  ...{ facts: factsOf(report), notes: [], line: index + 1, page: report.url },
});

/** Counts what is written towards a total. */
export function counting(
  total: number,
  onWritten: (done: number, total: number) => void,
): (more: number) => void {
  let done = 0;
  return (more) => {
    done += more;
    onWritten(done, total);
  };
}

async function planList(reviewId: string, references: readonly LibraryReference[], at: string) {
  if (!(await db.reviews.get(reviewId))) throw new NotFound('review');
  const papers = await db.papers.toArray();
  const listed = await ofReview('reviewPapers', reviewId).toArray();
  const plan = new ListPlan(reviewId, at, papers, listed);
  // Papers that are listed at one moment are shown in the order of their ids: so in that of the file.
  const ids = references.map(newId).sort();
  for (const [i, reference] of references.entries()) plan.take(reference, ids[i] ?? newId());
  return plan;
}
