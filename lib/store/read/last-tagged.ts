/** Where the reader was: the last of the own tags in a review. */
import type { Paper, Statement } from '../../model';
import { db } from '../db';
import { readersOwn } from './whose';

/** The statement that was tagged last, its paper, and when, ISO 8601. */
export interface LastTagged {
  paper: Paper;
  statement: Statement;
  at: string;
}

/** Of the newest tags so many are looked at: after a colleague's tags came in, the reader's own may be further down. */
const NEWEST = 50;

/** The end of one index and two rows, however much is stored; null where nothing is found there. Safe in a live query. */
export async function lastTagged(reviewId: string): Promise<LastTagged | null> {
  const newest = await db.tags
    .where('[reviewId+updatedAt]')
    .between([reviewId, ''], [reviewId, '\uffff'])
    .reverse()
    .limit(NEWEST)
    .toArray();
  const tag = newest.find(await readersOwn());
  if (!tag) return null;
  const paper = await db.papers.get(tag.paperId);
  const statement = await db.statements.get(tag.statementId);
  return paper && statement ? { paper, statement, at: tag.updatedAt } : null;
}
