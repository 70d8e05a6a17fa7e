/** The reading list of a review, and one paper on it: neither reads the tags and statements of other papers. */
import type { Table } from 'dexie';
import {
  type Assessment,
  type FamilyMember,
  type Paper,
  type ReviewPaper,
  SHEET,
  SHEET_WIDTH,
  Stance,
  type StanceCounts,
  type TallySheet,
} from '../../model';
import { db } from '../db';
import type { LeftOut } from '../sweep/sound-rows';
import { codebooksFor } from '../write/codebooks';
import { once, Stranded, unreadable } from './left-out';
import { ofReview } from './of-review';
import { countByStance, type ReviewData } from './queries';
import { carryOut, type Reading, read, readAll } from './reading';
import { tallySheetsOf } from './sheets';

export interface ReadingList {
  papers: Paper[];
  reviewPapers: ReviewPaper[];
  familyMembers: FamilyMember[];
  /** What was looked for and not found. */
  assessments: Assessment[];
  /** By paper: how many tags it has, of each stance. */
  tags: ReadonlyMap<string, StanceCounts>;
  /** Records that belong here and cannot be shown. */
  leftOut: LeftOut[];
}

/** Safe in a live query. */
export function readingList(reviewId: string): Promise<ReadingList> {
  return db.transaction('r', db.tables, () => carryOut(readReadingList(reviewId)));
}

function* readReadingList(reviewId: string): Reading<ReadingList> {
  const sheets = yield* tallySheetsOf(reviewId);
  const [listed, members, assessed] = yield* readAll([
    ofReview('reviewPapers', reviewId).toArray(),
    ofReview('familyMembers', reviewId).toArray(),
    ofReview('assessments', reviewId).toArray(),
  ]);
  const ids = [...new Set([...listed, ...sheets].map(({ paperId }) => paperId))];
  const papers = yield* read(db.papers.bulkGet(ids));
  const found = papers.filter((one) => one !== undefined);
  const lost = new Stranded({ papers: found.map(({ id }) => id) });
  // Only tags that wait for their paper are read: for what is said of them.
  const waiting = sheets.filter(({ paperId }) => !lost.has('papers', paperId));
  if (waiting.length) {
    const keys = waiting.map(({ paperId }): [string, string] => [reviewId, paperId]);
    const tags = yield* read(db.tags.where('[reviewId+paperId]').anyOf(keys).toArray());
    lost.without('tags', tags);
  }
  const reviewPapers = lost.without('reviewPapers', listed);
  const familyMembers = lost.without('familyMembers', members);
  const assessments = lost.without('assessments', assessed);
  const aside = lost.isEmpty ? [] : yield* read(db.quarantine.toArray());
  return {
    ...{ papers: found, reviewPapers, familyMembers, assessments },
    tags: new Map(sheets.map((sheet) => [sheet.paperId, stancesIn(sheet)])),
    leftOut: once([...unreadable(), ...lost.sortedOut(aside)]),
  };
}

function stancesIn({ tags }: TallySheet): StanceCounts {
  const counts = countByStance([]);
  for (let at: number = SHEET.stance; at < tags.length; at += SHEET_WIDTH)
    counts[Stance.options[tags[at] as number] as Stance] += 1;
  return counts;
}

/** What a review holds on one paper; undefined where the paper or the review is not there. Safe in a live query. */
export function paperData(
  reviewId: string,
  paperId: string,
): Promise<(ReviewData & { paper: Paper }) | undefined> {
  return db.transaction('r', db.tables, () => carryOut(readPaperData(reviewId, paperId)));
}

function* readPaperData(
  reviewId: string,
  paperId: string,
): Reading<(ReviewData & { paper: Paper }) | undefined> {
  const key: [string, string] = [reviewId, paperId];
  const of = <T>(table: Table<T>) => table.where('[reviewId+paperId]').equals(key).toArray();
  const [review, paper] = yield* readAll([db.reviews.get(reviewId), db.papers.get(paperId)]);
  if (!review || !paper) return undefined;
  const [tags, assessments, reviewPapers, familyMembers, decisions] = yield* readAll([
    of(db.tags),
    of(db.assessments),
    of(db.reviewPapers),
    of(db.familyMembers),
    db.decisions.where('paperId').equals(paperId).toArray(),
  ]);
  const [statements, codebooks, coders, here] = yield* readAll([
    db.statements.bulkGet([...new Set(tags.map((tag) => tag.statementId))]),
    codebooksFor(review, tags),
    db.coders.toArray(),
    db.installation.get('here'),
  ]);
  const found = statements.filter((one) => one !== undefined);
  const lost = new Stranded({ papers: [paper.id], statements: found.map(({ id }) => id) });
  lost.without('tags', tags);
  const aside = lost.isEmpty ? [] : yield* read(db.quarantine.toArray());
  return {
    ...{ review, paper, papers: [paper], reviewPapers, familyMembers, statements: found, tags },
    ...{ assessments, codebooks, coders, own: here?.coderId },
    decisions: decisions.filter((one) => one.reviewId === reviewId),
    leftOut: once([...unreadable(), ...lost.sortedOut(aside)]),
  };
}
