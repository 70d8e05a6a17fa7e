/** The newest statements of a review, for a list that is to be there at once: the others are not read. */
import { type StatementSheet, statementsIn } from '../../model';
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
  const sheets = yield* statementSheetsOf(reviewId);
  const ids = newestIn(sheets, most);
  const [statements, tags] = yield* readAll([
    db.statements.bulkGet(ids),
    db.tags.where('statementId').anyOf(ids).toArray(),
  ]);
  const own = tags.filter((tag) => tag.reviewId === reviewId);
  const papers = yield* read(db.papers.bulkGet([...new Set(own.map((tag) => tag.paperId))]));
  return {
    ...{ ...others, tags: own, all: sheets.reduce((sum, { made }) => sum + made.length, 0) },
    papers: papers.filter((one) => one !== undefined),
    statements: statements.filter((one) => one !== undefined),
  };
}

interface Made {
  id: string;
  made: number;
}

const byNewest = (a: Made, b: Made): number => b.made - a.made || (a.id < b.id ? -1 : 1);

/**
 * The ids of those that were made last, newest first. Only what may be among them is sorted: all of a large review would be
 * one task of a quarter of a second.
 */
function newestIn(sheets: readonly StatementSheet[], most: number): string[] {
  let found: Made[] = [];
  /** The last of as many as are wanted, once there are so many. */
  let last: Made | undefined;
  const cut = () => {
    found = found.sort(byNewest).slice(0, most);
    last = found[most - 1];
  };
  for (const sheet of sheets) {
    const before = last?.made ?? Number.NEGATIVE_INFINITY;
    if (!sheet.made.some((made) => made >= before)) continue;
    for (const [i, id] of statementsIn(sheet).entries()) {
      const one = { id, made: sheet.made[i] as number };
      if (!last || byNewest(one, last) < 0) found.push(one);
    }
    if (found.length >= 2 * most) cut();
  }
  cut();
  return found.map(({ id }) => id);
}
