/** One paper's tags for the side panel: read in slices, so that thousands of them never block a frame. */
import type { Codebook, PageReport, Paper, Review, Statement, Tag } from '../model';
import { db } from './db';
import { findPaper } from './papers';
import { allCodebooks, type TaggedStatement } from './queries';
import { currentReview, settings } from './settings';

export interface PaperTags {
  review: Review;
  /** Undefined while nothing of it is stored. */
  paper: Paper | undefined;
  /** Every codebook there is: tags may be of one that the review has since dropped. */
  codebooks: Codebook[];
  statements: TaggedStatement[];
  /** The reader, as coder. */
  coder: string;
}

/** Records read at a time. */
const SLICE = 250;

/** What the current review holds on the page's paper; null before there is a review. Reads only. */
export async function paperTags(report: PageReport): Promise<PaperTags | null> {
  const review = await currentReview();
  if (!review) return null;
  const paper = await findPaper(report.paper, report.url);
  const { coder } = await settings();
  const codebooks = await allCodebooks();
  const statements = paper ? await taggedStatements(review.id, paper.id) : [];
  return { review, paper, codebooks, statements, coder };
}

async function taggedStatements(reviewId: string, paperId: string): Promise<TaggedStatement[]> {
  const byStatement = new Map<string, Tag[]>();
  const tagIds = await db.tags
    .where('[reviewId+paperId]')
    .equals([reviewId, paperId])
    .primaryKeys();
  for (let from = 0; from < tagIds.length; from += SLICE)
    for (const tag of await db.tags.bulkGet(tagIds.slice(from, from + SLICE))) {
      if (!tag) continue;
      const others = byStatement.get(tag.statementId);
      if (others) others.push(tag);
      else byStatement.set(tag.statementId, [tag]);
    }
  const found: TaggedStatement[] = [];
  const ids = [...byStatement.keys()];
  for (let from = 0; from < ids.length; from += SLICE)
    for (const statement of await db.statements.bulkGet(ids.slice(from, from + SLICE)))
      if (statement) found.push({ statement, tags: inOrder(byStatement, statement) });
  return found;
}

function inOrder(byStatement: ReadonlyMap<string, Tag[]>, { id }: Statement): Tag[] {
  return [...(byStatement.get(id) ?? [])].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}
