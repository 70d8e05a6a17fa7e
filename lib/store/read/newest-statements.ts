/** The newest statements of a review, for a list that is to be there at once: the others are not read. */
import { statementsIn } from '../../model';
import { db } from '../db';
import { readMapInput } from './map-input';
import type { ReviewData } from './queries';
import { carryOut, type Reading, read, readAll } from './reading';
import { statementSheetsOf } from './sheets';

/** As much of it as the newest of its statements are shown with, and how many there are in all. */
export type NewestStatements = ReviewData & { all: number };

/** Safe in a live query. @param most as many statements, those that were made last */
export function newestStatements(
  reviewId: string,
  most: number,
): Promise<NewestStatements | undefined> {
  return db.transaction('r', db.tables, () => carryOut(readNewest(reviewId, most)));
}

function* readNewest(reviewId: string, most: number): Reading<NewestStatements | undefined> {
  const input = yield* readMapInput(reviewId);
  if (!input) return undefined;
  const { sheets: _, statementSheets: __, ...others } = input;
  const found: { id: string; made: number }[] = [];
  for (const sheet of yield* statementSheetsOf(reviewId))
    for (const [i, id] of statementsIn(sheet).entries())
      found.push({ id, made: sheet.made[i] as number });
  found.sort((a, b) => b.made - a.made || (a.id < b.id ? -1 : 1));
  const ids = found.slice(0, most).map(({ id }) => id);
  const [statements, tags] = yield* readAll([
    db.statements.bulkGet(ids),
    db.tags.where('statementId').anyOf(ids).toArray(),
  ]);
  const own = tags.filter((tag) => tag.reviewId === reviewId);
  const papers = yield* read(db.papers.bulkGet([...new Set(own.map((tag) => tag.paperId))]));
  return {
    ...{ ...others, tags: own, all: found.length },
    papers: papers.filter((one) => one !== undefined),
    statements: statements.filter((one) => one !== undefined),
  };
}
