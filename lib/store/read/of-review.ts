/** A review's own records in the order of their papers: an order in which a large review is read in slices (slices.ts). */
import { type Collection, Dexie } from 'dexie';
import type { Assessment, FamilyMember, ReviewPaper, Tag, Tally } from '../../model';
import { db } from '../db';

interface Rows {
  tags: Tag;
  tallies: Tally;
  assessments: Assessment;
  reviewPapers: ReviewPaper;
  familyMembers: FamilyMember;
}

export function ofReview<T extends keyof Rows>(table: T, reviewId: string): Collection<Rows[T]> {
  return db
    .table<Rows[T]>(table)
    .where('[reviewId+paperId]')
    .between([reviewId, Dexie.minKey], [reviewId, Dexie.maxKey]);
}
