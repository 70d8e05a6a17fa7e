/** A review's own records, in an order in which a large review is read in slices (slices.ts). */
import { type Collection, Dexie } from 'dexie';
import type { Assessment, FamilyMember, RecordOf, ReviewPaper, Tag, Tally } from '../../model';
import { db } from '../db';

interface Rows {
  tags: Tag;
  tallies: Tally;
  assessments: Assessment;
  reviewPapers: ReviewPaper;
  familyMembers: FamilyMember;
}

/** In the order of their papers. */
export function ofReview<T extends keyof Rows>(table: T, reviewId: string): Collection<Rows[T]> {
  return db
    .table<Rows[T]>(table)
    .where('[reviewId+paperId]')
    .between([reviewId, Dexie.minKey], [reviewId, Dexie.maxKey]);
}

/** The kinds of records that a review's tables are made of, beside its tags. */
export const TABLE_KINDS = [
  'sites',
  'attributes',
  'attributeValues',
  'memos',
  'decisions',
  'rounds',
  'findings',
  'measures',
  'measureAnswers',
] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** In the order of their ids. */
export function inTables<K extends TableKind>(
  table: K,
  reviewId: string,
): Collection<RecordOf<K>, string> {
  return db
    .table<RecordOf<K>, string>(table)
    .where('[reviewId+id]')
    .between([reviewId, Dexie.minKey], [reviewId, Dexie.maxKey]);
}
