/** What is behind one row of the map: the tags of some influences, with their statements and papers, and nothing else. */
import { Dexie } from 'dexie';
import { influenceKey } from '../../codebook/influences';
import {
  type Coder,
  type Decision,
  type FamilyMember,
  type InfluenceRef,
  influencesIn,
  type Paper,
  type ReviewPaper,
  type Statement,
  type Tag,
} from '../../model';
import { db } from '../db';
import { inTables, ofReview } from './of-review';
import { carryOut, type Reading, read, readAll } from './reading';
import { tallySheetsOf } from './sheets';

export interface TaggedWith {
  tags: Tag[];
  /** What coders agreed on where they differed. */
  decisions: Decision[];
  statements: Statement[];
  papers: Paper[];
  reviewPapers: ReviewPaper[];
  familyMembers: FamilyMember[];
  coders: Coder[];
  /** The reader, as a coder: its id. */
  own: string | undefined;
}

/** Safe in a live query. @param isWanted by an influence that has tags in the review */
export function taggedWith(
  reviewId: string,
  isWanted: (ref: InfluenceRef) => boolean,
): Promise<TaggedWith> {
  return db.transaction('r', db.tables, () => carryOut(readTaggedWith(reviewId, isWanted)));
}

function* readTaggedWith(
  reviewId: string,
  isWanted: (ref: InfluenceRef) => boolean,
): Reading<TaggedWith> {
  const found = new Map<string, InfluenceRef>();
  for (const sheet of yield* tallySheetsOf(reviewId))
    for (const ref of influencesIn(sheet)) found.set(influenceKey(ref), ref);
  const tags: Tag[] = [];
  for (const { codebookId, influenceId } of [...found.values()].filter(isWanted)) {
    const at = [reviewId, codebookId, influenceId];
    const some = yield* read(
      db.tags
        .where('[reviewId+codebookId+influenceId+paperId]')
        .between([...at, Dexie.minKey], [...at, Dexie.maxKey])
        .toArray(),
    );
    for (const tag of some) tags.push(tag);
  }
  const [statements, papers, decisions, reviewPapers, familyMembers, coders, here] = yield* readAll(
    [
      db.statements.bulkGet([...new Set(tags.map((tag) => tag.statementId))]),
      db.papers.bulkGet([...new Set(tags.map((tag) => tag.paperId))]),
      inTables('decisions', reviewId).toArray(),
      ofReview('reviewPapers', reviewId).toArray(),
      ofReview('familyMembers', reviewId).toArray(),
      db.coders.toArray(),
      db.installation.get('here'),
    ],
  );
  return {
    ...{ tags, decisions, reviewPapers, familyMembers, coders, own: here?.coderId },
    statements: statements.filter((one) => one !== undefined),
    papers: papers.filter((one) => one !== undefined),
  };
}
