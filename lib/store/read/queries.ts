/** What surfaces ask for. Reads only: all of it is safe in a live query. */
import type {
  Assessment,
  Codebook,
  Coder,
  Decision,
  FamilyMember,
  InfluenceRef,
  PageReport,
  Paper,
  Review,
  ReviewPaper,
  StanceCounts,
  Statement,
  Tag,
} from '../../model';
import { atAddress } from '../../text';
import { db } from '../db';
import type { LeftOut } from '../sweep/sound-rows';
import { findPaper, papersQuotedAt } from './find-paper';
import { once, Stranded, unreadable } from './left-out';
import { readMapInput } from './map-input';
import { ofReview } from './of-review';
import { carryOut, type Reading, read, readAll } from './reading';
import { ownOf, readersOwn } from './whose';

/** All reviews, oldest first. */
export const listReviews = async (): Promise<Review[]> =>
  (await db.reviews.toArray()).sort((a, b) => a.createdAt.localeCompare(b.createdAt));

/** A paper as one review knows it. */
export interface PaperState {
  paper: Paper;
  listed: ReviewPaper | undefined;
  /** The reader's tags (not statements) on this paper in the review, by stance. */
  tags: StanceCounts;
  /** The same, each. */
  own: Tag[];
  /** Other coders' tags on it. */
  others: Tag[];
  coders: Coder[];
}

/**
 * What the current review holds on the page's paper; undefined when it is not stored. It counts the reader's own tags,
 * as the page's badge and the panel do; other coders' are given apart.
 */
export async function paperState(
  report: PageReport,
  reviewId: string,
): Promise<PaperState | undefined> {
  const paper = await findPaper(report.paper, report.url);
  if (!paper) return undefined;
  const tags = await tagsOfPaper(reviewId, paper.id);
  const coders = await db.coders.toArray();
  const isOwn = ownOf((await db.installation.get('here'))?.coderId, coders);
  const own = tags.filter(isOwn);
  return {
    paper,
    listed: await db.reviewPapers.get([reviewId, paper.id]),
    tags: countByStance(own),
    own,
    others: tags.filter((tag) => !isOwn(tag)),
    coders,
  };
}

export function tagsOfPaper(reviewId: string, paperId: string): Promise<Tag[]> {
  return db.tags.where('[reviewId+paperId]').equals([reviewId, paperId]).toArray();
}

export function countByStance(tags: readonly Pick<Tag, 'stance'>[]): StanceCounts {
  const counts: StanceCounts = { supporting: 0, contrasting: 0, mentioning: 0 };
  for (const { stance } of tags) counts[stance] += 1;
  return counts;
}

/** A tag with the statement it stands on. */
export interface TaggedStatement {
  statement: Statement;
  tags: Tag[];
}

/** The review's statements of one paper that bear such tags, oldest first. */
async function statementsOfPaper(
  reviewId: string,
  paperId: string,
  wanted: (tag: Tag) => boolean,
): Promise<TaggedStatement[]> {
  const tags = (await tagsOfPaper(reviewId, paperId)).filter(wanted);
  if (!tags.length) return [];
  // By their paper, not one by one: a paper has hundreds, and this follows every save.
  return joinStatements(tags, await db.statements.where('paperId').equals(paperId).toArray());
}

/** A statement on a page that quotes other papers, with the paper whose words it is. */
export interface QuotedStatement extends TaggedStatement {
  saidBy: Paper;
}

/** What is tagged of other papers' words on a page that quotes them (a scite report), in a review. */
export async function quotedOnPage(
  reviewId: string,
  report: PageReport,
  wanted: (tag: Tag) => boolean = () => true,
): Promise<QuotedStatement[]> {
  if (report.representation !== 'scite-report') return [];
  const isHere = atAddress(report.url);
  const found: QuotedStatement[] = [];
  for (const saidBy of await papersQuotedAt(report.url))
    for (const one of await statementsOfPaper(reviewId, saidBy.id, wanted))
      if (one.statement.targets.some((t) => isHere(t.url))) found.push({ ...one, saidBy });
  return found;
}

/**
 * What the reader has tagged on one page in a review: on its own paper, and on a page that quotes others (a scite
 * report) on the papers it quotes. Other coders' tags are not shown on pages, so that two can code apart.
 */
export async function statementsOnPage(
  reviewId: string,
  report: PageReport,
): Promise<{ paper: Paper | undefined; statements: TaggedStatement[] }> {
  const paper = await findPaper(report.paper, report.url);
  const isOwn = await readersOwn();
  const own = paper ? await statementsOfPaper(reviewId, paper.id, isOwn) : [];
  return { paper, statements: [...own, ...(await othersQuoted(reviewId, report, paper, isOwn))] };
}

/** How many tags these are, without reading the statements of the page's own paper: for the badge, with every save. */
export async function countOnPage(reviewId: string, report: PageReport): Promise<number> {
  const paper = await findPaper(report.paper, report.url);
  const isOwn = await readersOwn();
  const own = paper ? (await tagsOfPaper(reviewId, paper.id)).filter(isOwn) : [];
  const quoted = await othersQuoted(reviewId, report, paper, isOwn);
  return own.length + quoted.reduce((sum, { tags }) => sum + tags.length, 0);
}

/** A report that quotes the paper that it is about, or that a correction made so, lists it once. */
const othersQuoted = async (
  reviewId: string,
  report: PageReport,
  paper: Paper | undefined,
  isOwn: (tag: Tag) => boolean,
) => (await quotedOnPage(reviewId, report, isOwn)).filter(({ saidBy }) => saidBy.id !== paper?.id);

function joinStatements(tags: readonly Tag[], statements: readonly Statement[]): TaggedStatement[] {
  const byStatement = new Map<string, Tag[]>();
  for (const tag of tags) {
    const others = byStatement.get(tag.statementId);
    if (others) others.push(tag);
    else byStatement.set(tag.statementId, [tag]);
  }
  return statements
    .filter(({ id }) => byStatement.has(id))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
    .map((statement) => ({ statement, tags: byStatement.get(statement.id) ?? [] }));
}

/** Everything of one review, for an export. */
export interface ReviewData {
  review: Review;
  papers: Paper[];
  reviewPapers: ReviewPaper[];
  familyMembers: FamilyMember[];
  statements: Statement[];
  tags: Tag[];
  assessments: Assessment[];
  /** What coders agreed on where they differed. */
  decisions: Decision[];
  /** The review's own, then those that its tags were made with. */
  codebooks: Codebook[];
  coders: Coder[];
  /** The reader, as a coder: its id. */
  own: string | undefined;
  /** Records that belong here and cannot be shown or exported. */
  leftOut: LeftOut[];
}

export function reviewData(reviewId: string): Promise<ReviewData | undefined> {
  // One transaction: an export during a save must not hold a tag without its statement.
  return db.transaction('r', db.tables, () => carryOut(readReview(reviewId)));
}

/** As `reviewData`, within a read of more. */
export function* readReview(reviewId: string): Reading<ReviewData | undefined> {
  const input = yield* readMapInput(reviewId);
  if (!input) return undefined;
  const tags = yield* read(ofReview('tags', reviewId).toArray());
  const paperIds = [
    ...new Set([...input.reviewPapers.map((p) => p.paperId), ...tags.map((t) => t.paperId)]),
  ];
  const statementIds = [...new Set(tags.map((t) => t.statementId))];
  const [papers, statements] = yield* readAll([
    db.papers.bulkGet(paperIds),
    db.statements.bulkGet(statementIds),
  ]);
  const readable = {
    papers: papers.filter((p): p is Paper => Boolean(p)),
    statements: statements.filter((s): s is Statement => Boolean(s)),
  };
  const lost = new Stranded({
    papers: readable.papers.map(({ id }) => id),
    statements: readable.statements.map(({ id }) => id),
  });
  // Such tags have no row anywhere, but they are counted, as on the map.
  lost.without('tags', tags);
  const { review, reviewPapers, familyMembers, assessments, decisions, coders, codebooks } = input;
  // What the map left out, and what was met since.
  const aside = lost.isEmpty ? [] : yield* read(db.quarantine.toArray());
  const all = [...input.leftOut, ...unreadable(), ...lost.sortedOut(aside)];
  const others = { review, reviewPapers, familyMembers, assessments, decisions, codebooks };
  return { ...others, ...readable, coders, tags, own: input.own, leftOut: once(all) };
}

/** How many tags there are, in all reviews. */
export const countTags = (): Promise<number> => db.tags.count();

/** How many papers are on reading lists. */
export const countListed = (): Promise<number> => db.reviewPapers.count();

/** Whether anything is tagged, in any review. */
export async function hasTags(): Promise<boolean> {
  return (await db.tags.limit(1).count()) > 0;
}

/** The influence that was tagged last in a review. */
export async function lastInfluence(reviewId: string): Promise<InfluenceRef | null> {
  const tag = await db.tags
    .where('[reviewId+updatedAt]')
    .between([reviewId, ''], [reviewId, '\uffff'])
    .last();
  return tag ? { codebookId: tag.codebookId, influenceId: tag.influenceId } : null;
}
