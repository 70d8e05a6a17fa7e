/** One paper's tags for the side panel: read in slices, so that thousands of them never block a frame. */
import {
  type Assessment,
  type Codebook,
  type Coder,
  influencesIn,
  type PageReport,
  type Paper,
  type Review,
  type Tag,
} from '../../model';
import { db } from '../db';
import type { LeftOut } from '../sweep/sound-rows';
import { codebooksFor } from '../write/codebooks';
import { currentReview } from '../write/settings';
import { setAsideOfPage } from './aside-of-page';
import { findPaper } from './find-paper';
import { once, Stranded, withLeftOut } from './left-out';
import { listReviews, type QuotedStatement, quotedOnPage, type TaggedStatement } from './queries';

export interface PaperTags {
  review: Review;
  /** Undefined while nothing of it is stored. */
  paper: Paper | undefined;
  /** The review's own, then those that its tags on this paper were made with. */
  codebooks: Codebook[];
  statements: TaggedStatement[];
  /** Of other papers that the page quotes: not statements of the page's own paper. */
  quoted: QuotedStatement[];
  /** What is not reported in the paper, by each coder. */
  assessments: Assessment[];
  /** Tags on this paper in the reader's other reviews, most first. */
  elsewhere: { review: Review; tags: number }[];
  coders: Coder[];
  /** The reader, as a coder: its id. */
  own: string | undefined;
  /** Records that belong here and cannot be shown. */
  leftOut: LeftOut[];
}

/** Statements read at a time. */
const SLICE = 250;

/** What the current review holds on the page's paper; null before there is a review. Reads only. */
export async function paperTags(report: PageReport): Promise<PaperTags | null> {
  const leftOut: LeftOut[] = [];
  /** Each part is a transaction of its own, so that a save never waits for all of them. */
  const read: Read = async (work) => {
    const part = await withLeftOut(work);
    leftOut.push(...part.leftOut);
    return part.value;
  };
  const review = await read(currentReview);
  if (!review) return null;
  const paper = await read(() => findPaper(report.paper, report.url));
  const coders = await read(() => db.coders.toArray());
  const own = await read(async () => (await db.installation.get('here'))?.coderId);
  const tags = paper ? await tagsInSlices(review.id, paper.id, read) : [];
  const quoted = (await read(() => quotedOnPage(review.id, report))).filter(
    ({ saidBy }) => saidBy.id !== paper?.id,
  );
  const assessments = paper ? await read(() => assessmentsOf(review.id, paper.id)) : [];
  const elsewhere = paper ? await read(() => inOtherReviews(review.id, paper.id)) : [];
  const all = [...tags, ...quoted.flatMap((one) => one.tags)];
  const codebooks = await read(() => codebooksFor(review, all));
  const statements = paper ? await taggedStatements(paper.id, tags, read) : [];
  const lost = new Stranded({ statements: statements.map(({ statement }) => statement.id) });
  lost.without('tags', tags);
  const setAside = lost.isEmpty ? [] : await read(() => db.quarantine.toArray());
  const waiting = lost.sortedOut(setAside, leftOut);
  const ofPage = paper ? [] : await read(() => setAsideOfPage(report, review.id));
  return {
    review,
    paper,
    codebooks,
    statements,
    quoted,
    assessments,
    elsewhere,
    coders,
    own,
    leftOut: once([...leftOut, ...waiting, ...ofPage]),
  };
}

const assessmentsOf = (reviewId: string, paperId: string): Promise<Assessment[]> =>
  db.assessments.where('[reviewId+paperId]').equals([reviewId, paperId]).toArray();

async function inOtherReviews(reviewId: string, paperId: string): Promise<PaperTags['elsewhere']> {
  const others = (await listReviews()).filter(({ id }) => id !== reviewId);
  const counts = await Promise.all(
    others.map(({ id }) => db.tags.where('[reviewId+paperId]').equals([id, paperId]).count()),
  );
  return others
    .map((review, i) => ({ review, tags: counts[i] ?? 0 }))
    .filter(({ tags }) => tags > 0)
    .sort((a, b) => b.tags - a.tags);
}

type Read = <T>(work: () => Promise<T>) => Promise<T>;

async function taggedStatements(
  paperId: string,
  tags: readonly Tag[],
  read: Read,
): Promise<TaggedStatement[]> {
  const byStatement = new Map<string, Tag[]>();
  for (const tag of tags) {
    const others = byStatement.get(tag.statementId);
    if (others) others.push(tag);
    else byStatement.set(tag.statementId, [tag]);
  }
  const found: TaggedStatement[] = [];
  // In the order of an index, so that a slice begins where the last one ended.
  for (let last = ''; ; ) {
    const slice = await read(() =>
      db.statements
        .where('[paperId+quoteKey]')
        .between([paperId, last], [paperId, '\uffff'], last === '', true)
        .limit(SLICE)
        .toArray(),
    );
    for (const statement of slice) {
      const tags = byStatement.get(statement.id);
      if (tags) found.push({ statement, tags: tags.sort(earlier) });
    }
    const end = slice.at(-1);
    if (!end || slice.length < SLICE) return found;
    last = end.quoteKey;
  }
}

/** A paper's tags influence by influence: each is a short read. */
async function tagsInSlices(reviewId: string, paperId: string, read: Read): Promise<Tag[]> {
  const ofPaper = () => db.tags.where('[reviewId+paperId]').equals([reviewId, paperId]);
  const sheet = await read(() => db.tallySheets.get([reviewId, paperId]));
  const tags: Tag[] = [];
  for (const { codebookId, influenceId } of sheet ? influencesIn(sheet) : [])
    tags.push(
      ...(await read(() =>
        db.tags
          .where('[reviewId+codebookId+influenceId+paperId]')
          .equals([reviewId, codebookId, influenceId, paperId])
          .toArray(),
      )),
    );
  // The tags are what counts: should the sheet lack an influence, they are read at one go.
  return tags.length === (await ofPaper().count()) ? tags : read(() => ofPaper().toArray());
}

const earlier = (a: Tag, b: Tag) => (a.createdAt < b.createdAt ? -1 : 1);
