/** All that the tables of a review are made of: what an export has, and the records that only tables print. */
import { type RecordOf, TABLE_KINDS, type TableKind } from '../../model';
import { db } from '../db';
import { once, Stranded, unreadable } from './left-out';
import { inTables } from './of-review';
import { type ReviewData, readReview } from './queries';
import { carryOut, type Reading, read, readAll } from './reading';

/** The records of each kind, without those that wait for a record that cannot be read. */
type ReviewTables = { [K in TableKind]: RecordOf<K>[] };

export type TablesInput = ReviewData & ReviewTables;

/** Safe in a live query. */
export function tablesInput(reviewId: string): Promise<TablesInput | undefined> {
  // One transaction: a memo must not be printed beside the tags of another moment.
  return db.transaction('r', db.tables, () => carryOut(readTablesInput(reviewId)));
}

function* readTablesInput(reviewId: string): Reading<TablesInput | undefined> {
  const data = yield* readReview(reviewId);
  if (!data) return undefined;
  const [papers, ...found] = yield* readAll([
    db.papers.toCollection().primaryKeys(),
    ...TABLE_KINDS.map((kind) => inTables(kind, reviewId).toArray()),
  ]);
  const lost = new Stranded({ papers });
  const tables: Partial<Record<TableKind, object[]>> = {};
  // What is referred to comes first in the list of kinds.
  for (const [i, kind] of TABLE_KINDS.entries()) {
    const whole = lost.without(kind, found[i] ?? []);
    lost.add(
      kind,
      whole.map(({ id }) => id),
    );
    tables[kind] = whole;
  }
  const aside = lost.isEmpty ? [] : yield* read(db.quarantine.toArray());
  const leftOut = once([...data.leftOut, ...unreadable(), ...lost.sortedOut(aside)]);
  return { ...data, ...(tables as ReviewTables), leftOut };
}
