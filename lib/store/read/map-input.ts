/** What the evidence map is counted from. Reads only: all of it is safe in a live query. */
import {
  type Assessment,
  type Codebook,
  type Coder,
  type Decision,
  type FamilyMember,
  type InfluenceRef,
  influencesIn,
  type Review,
  type ReviewPaper,
  type StatementSheet,
  type TallySheet,
} from '../../model';
import { db } from '../db';
import type { LeftOut } from '../sweep/sound-rows';
import { codebooksFor, taggedVersions } from '../write/codebooks';
import { currentReview } from '../write/settings';
import { Stranded, unreadable } from './left-out';
import { inTables, ofReview } from './of-review';
import { carryOut, type Reading, read, readAll } from './reading';
import { statementSheetsOf, tallySheetsOf } from './sheets';

/** All that the evidence map of a review is counted from. */
export interface MapInput {
  review: Review;
  /** Of papers that are there. */
  sheets: TallySheet[];
  /** Of the papers on which something was decided. */
  statementSheets: StatementSheet[];
  reviewPapers: ReviewPaper[];
  familyMembers: FamilyMember[];
  assessments: Assessment[];
  /** What coders agreed on where they differed. */
  decisions: Decision[];
  /** The review's own, then those that its tags were made with. */
  codebooks: Codebook[];
  coders: Coder[];
  /** The reader, as a coder: its id. */
  own: string | undefined;
  /** Records that belong here and cannot be shown. */
  leftOut: LeftOut[];
}

/** The map is counted from tally sheets: it never touches the tags themselves. */
export function mapInput(reviewId?: string): Promise<MapInput | undefined> {
  const { reviews, settings, tallySheets, tags, reviewPapers, papers, assessments, codebooks } = db;
  const tables = [
    reviews,
    settings,
    tallySheets,
    db.statementSheets,
    reviewPapers,
    papers,
    assessments,
  ];
  const others = [codebooks, db.decisions, db.coders, db.installation, db.familyMembers];
  // For a sheet that cannot be read.
  const sources = [tags];
  // One transaction: a map whose parts are of two moments would show more papers than its denominator.
  return db.transaction('r', [...tables, ...others, ...sources, db.quarantine], () =>
    carryOut(readMapInput(reviewId)),
  );
}

/** As `mapInput`, within a read of more. */
export function* readMapInput(reviewId?: string): Reading<MapInput | undefined> {
  const review = yield* read(reviewId ? db.reviews.get(reviewId) : currentReview());
  if (!review) return undefined;
  // The longest reads go side by side: each waits for the disk between its slices.
  const [sheets, versions, listed, members, assessed, decided, coders, here, papers] =
    yield* readAll([
      carryOut(tallySheetsOf(review.id)),
      carryOut(taggedVersions()),
      ofReview('reviewPapers', review.id).toArray(),
      ofReview('familyMembers', review.id).toArray(),
      ofReview('assessments', review.id).toArray(),
      inTables('decisions', review.id).toArray(),
      db.coders.toArray(),
      db.installation.get('here'),
      db.papers.toCollection().primaryKeys(),
    ]);
  const codebooks = yield* read(codebooksFor(review, influencesTagged(sheets), versions));
  const onThese = [...new Set(decided.map(({ paperId }) => paperId))];
  const statementSheets = onThese.length ? yield* statementSheetsOf(review.id, onThese) : [];
  const lost = new Stranded({ papers });
  const reviewPapers = lost.without('reviewPapers', listed);
  const familyMembers = lost.without('familyMembers', members);
  const assessments = lost.without('assessments', assessed);
  const isThere = ({ paperId }: { paperId: string }) => lost.has('papers', paperId);
  const aside = lost.isEmpty ? [] : yield* read(db.quarantine.toArray());
  const all = [...unreadable(), ...lost.sortedOut(aside)];
  return {
    ...{ review, reviewPapers, familyMembers, assessments, codebooks, coders },
    ...{ sheets: sheets.filter(isThere), statementSheets },
    decisions: decided.filter(isThere),
    own: here?.coderId,
    leftOut: all,
  };
}

/** The influences that are tagged, each once. */
function influencesTagged(sheets: readonly TallySheet[]): InfluenceRef[] {
  const found = new Map<string, InfluenceRef>();
  for (const sheet of sheets)
    for (const one of influencesIn(sheet)) found.set(`${one.codebookId} ${one.influenceId}`, one);
  return [...found.values()];
}
