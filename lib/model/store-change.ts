/**
 * What a committed write has changed, for the pages that show it. It is worked out from what was written, so nobody who
 * writes has to describe it.
 */
import { KIND_NAMES, type KindName } from './kinds';
import { type Change, papersOf } from './steps';

/**
 * A table whose content surfaces show. Not the others: history and versions are asked for when they are needed, tally sheets
 * and title keys are derived. Of an `installation` it is who its reader is.
 */
export type ChangedTable = KindName | 'quarantine' | 'installation';

export const CHANGED_TABLES: readonly ChangedTable[] = [
  ...KIND_NAMES,
  'quarantine',
  'installation',
];

export interface StoreChange {
  tables: ChangedTable[];
  /** The papers concerned; left out when there are more than are named. */
  paperIds?: string[];
}

/**
 * More papers are not named one by one. Every open tab gets the list: with 200 tabs, these are 4 MB; the 30,000 papers
 * of a large import would be 240 MB. What naming saves is one look at the store in each tab that shows another paper.
 */
export const MOST_PAPERS_NAMED = 500;

/**
 * @param changes of the steps that were committed together
 * @param touched further tables in which rows were moved
 * @returns null where nothing has changed that anybody shows
 */
export function storeChange(
  changes: readonly Change[],
  touched: Iterable<string> = [],
): StoreChange | null {
  const names = new Set<string>(touched);
  for (const { table } of changes) names.add(table);
  const tables = CHANGED_TABLES.filter((table) => names.has(table));
  if (!tables.length) return null;
  const paperIds = [...papersOf(changes)];
  return { tables, ...(paperIds.length <= MOST_PAPERS_NAMED && { paperIds }) };
}
