/** The re-check queue of a review, as the workspace shows it. */

import { booksInUse, influenceKey, influencesOf } from '../../codebook';
import { type ToRecheck, toRecheck } from '../../codebook/edit';
import type { Paper, Statement, Tag } from '../../model';
import { db } from '../db';
import { codebooksFor } from '../write/codebooks';
import { ofReview } from './of-review';
import { readersOwn } from './whose';

export interface RecheckItem extends ToRecheck<Tag> {
  statement: Statement | undefined;
  paper: Paper | undefined;
}

export interface RecheckQueue {
  /** The reader's own tags, influence by influence: one rule is read for several quotes. */
  items: RecheckItem[];
  /** Tags of other coders that wait for them. */
  others: number;
}

/** Reads only: safe in a live query. An empty queue where there is no such review. */
export async function recheckQueue(reviewId: string): Promise<RecheckQueue> {
  const review = await db.reviews.get(reviewId);
  if (!review) return { items: [], others: 0 };
  const tags = await ofReview('tags', reviewId).toArray();
  const all = await codebooksFor(review, tags);
  const waiting = toRecheck(tags, booksInUse(review, all), all);
  const isOwn = await readersOwn();
  const order = new Map(influencesOf(all).all.map((one, i) => [influenceKey(one), i]));
  const placeOf = ({ tag }: ToRecheck<Tag>) => order.get(influenceKey(tag)) ?? order.size;
  const own = waiting
    .filter(({ tag }) => isOwn(tag))
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.tag.createdAt < b.tag.createdAt ? -1 : 1));
  const statements = await db.statements.bulkGet(own.map(({ tag }) => tag.statementId));
  const papers = await db.papers.bulkGet(own.map(({ tag }) => tag.paperId));
  return {
    items: own.map((one, i) => ({ ...one, statement: statements[i], paper: papers[i] })),
    others: waiting.length - own.length,
  };
}
