/** What of the store decides what earlier coding becomes. */
import type { Codebook, Coder, Paper, Review, ReviewPaper, Statement, Tag } from '../../../model';

/** The part of the store that the plan is made from. */
export interface StoreNow {
  review: Review;
  /** All of the review's codebooks, with the versions that its tags were made under. */
  codebooks: readonly Codebook[];
  /** Those that can be chosen for a tag. */
  inUse: readonly Codebook[];
  papers: readonly Paper[];
  listed: readonly ReviewPaper[];
  tags: readonly Tag[];
  /** Of the tags that the file names, by the ids of their statements. */
  quotes: ReadonlyMap<string, string>;
  coders: readonly Coder[];
  reader: string;
  /** Tags of other reviews that the file names, with the names of their reviews. */
  elsewhere: ReadonlyMap<string, string>;
  /** Ids of tags that were deleted. */
  gone: ReadonlySet<string>;
  statementsOf(paperIds: readonly string[]): Promise<Statement[]>;
}
