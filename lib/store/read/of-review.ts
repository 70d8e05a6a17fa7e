/** A review's own records, in an order in which a large review is read in slices (slices.ts). */
import { type Collection, Dexie } from 'dexie';
import type {
  Assessment,
  FamilyMember,
  RecordOf,
  ReviewPaper,
  StatementSheet,
  TableKind,
  Tag,
  TallySheet,
} from '../../model';
import { db } from '../db';

interface Rows {
  tags: Tag;
  tallySheets: TallySheet;
  statementSheets: StatementSheet;
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
