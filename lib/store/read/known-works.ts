/** Which of the works that a page lists or cites does a review know already? */
import type { KnownWork, NamedWork, Paper } from '../../model';
import { namingTitle } from '../../text';
import { db } from '../db';
import { ofReview } from './of-review';

type Place = Pick<KnownWork, 'progress' | 'eligibility'>;

/** Per work, in their order: what the review knows of it, or null. Excluded papers are known too. */
export async function knownWorks(
  reviewId: string,
  works: readonly NamedWork[],
): Promise<(KnownWork | null)[]> {
  const listed = await ofReview('reviewPapers', reviewId).toArray();
  const papers = await db.papers.bulkGet(listed.map((l) => l.paperId));
  const index = new Map<string, { paper: Paper; place: Place }>();
  listed.forEach(({ progress, eligibility }, i) => {
    const place = { progress, eligibility };
    const paper = papers[i];
    for (const key of paper ? keysOf(paper) : []) if (paper) index.set(key, { paper, place });
  });
  return Promise.all(
    works.map(async (work) => {
      // An identifier that names another paper is not overruled by a like title.
      const found = keysOf(work)
        .map((key) => index.get(key))
        .find((hit) => hit && !(work.doi && hit.paper.doi && work.doi !== hit.paper.doi));
      if (!found) return null;
      const { paper, place } = found;
      const tags = await db.tags.where('[reviewId+paperId]').equals([reviewId, paper.id]).count();
      return { paperId: paper.id, ...place, tags };
    }),
  );
}

/** By what a work is found among others: identifiers first. */
export function keysOf({ doi, pmid, title }: NamedWork): string[] {
  const keys: string[] = [];
  if (doi) keys.push(`doi:${doi.toLowerCase()}`);
  if (pmid) keys.push(`pmid:${pmid}`);
  const naming = namingTitle(title ?? undefined);
  if (naming) keys.push(`title:${naming}`);
  return keys;
}
