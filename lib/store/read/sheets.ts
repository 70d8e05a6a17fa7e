/** The sheets of a review, made from its records where one of them cannot be read. */
import { type PaperSheets, sheetsOfTags } from '../../map';
import type { StatementSheet, TallySheet } from '../../model';
import { db } from '../db';
import { leftOut } from '../sweep/sound-rows';
import { ofReview } from './of-review';
import { type Reading, read } from './reading';

/** What its papers are counted from. */
export function* tallySheetsOf(reviewId: string): Reading<TallySheet[]> {
  const stored = yield* read(ofReview('tallySheets', reviewId).toArray());
  if (!leftOut().some(({ table }) => table === 'tallySheets')) return stored;
  return (yield* sheetsMade(reviewId)).map(({ tallied }) => tallied);
}

/** What its statements are ordered by, of all papers or of some. */
export function* statementSheetsOf(
  reviewId: string,
  paperIds?: readonly string[],
): Reading<StatementSheet[]> {
  const stored = yield* read<(StatementSheet | undefined)[]>(
    paperIds
      ? db.statementSheets.bulkGet(paperIds.map((id): [string, string] => [reviewId, id]))
      : ofReview('statementSheets', reviewId).toArray(),
  );
  if (!leftOut().some(({ table }) => table === 'statementSheets'))
    return stored.filter((one) => one !== undefined);
  const made = (yield* sheetsMade(reviewId)).map(({ marked }) => marked);
  return paperIds ? made.filter(({ paperId }) => paperIds.includes(paperId)) : made;
}

function* sheetsMade(reviewId: string): Reading<PaperSheets[]> {
  return sheetsOfTags(yield* read(ofReview('tags', reviewId).toArray()));
}
