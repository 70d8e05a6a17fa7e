/**
 * Deleting many rows: each key by itself is a request of its own, and an import that is taken back has twenty thousand. Rows
 * that are neighbours in the table go with one request.
 */
import type { IndexableType, Table } from 'dexie';

/** For fewer keys the question which of them are neighbours costs more than it saves. */
const MANY = 50;
/** Rows between the first key and the last that are looked at, for each key: where there are more, few keys are neighbours. */
const MOST_ROWS_A_KEY = 4;
/** A request for a run is as dear as so many for single keys. */
const KEYS_FOR_A_RUN = 3;

/** Deletes the rows of these keys, as `bulkDelete` does. Call inside a transaction. */
export async function deleteMany(table: Table, keys: readonly IndexableType[]): Promise<void> {
  const runs = keys.length < MANY ? null : await runsOf(table, keys);
  if (!runs || runs.length * KEYS_FOR_A_RUN > keys.length) return table.bulkDelete([...keys]);
  for (const [first, last] of runs)
    await table.where(':id').between(first, last, true, true).delete();
}

type Run = [first: IndexableType, last: IndexableType];

/** The keys as runs of rows with no other row between them; null where they are scattered. */
async function runsOf(table: Table, keys: readonly IndexableType[]): Promise<Run[] | null> {
  const sorted = [...keys].sort((a, b) => indexedDB.cmp(a, b));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const most = MOST_ROWS_A_KEY * keys.length;
  const there = await table.where(':id').between(first, last, true, true).limit(most).primaryKeys();
  if (there.length === most) return null;
  const runs: Run[] = [];
  let at = 0;
  let run: Run | null = null;
  for (const key of there) {
    while (at < sorted.length && indexedDB.cmp(sorted[at], key) < 0) at += 1;
    const isOurs = at < sorted.length && indexedDB.cmp(sorted[at], key) === 0;
    if (!isOurs) run = null;
    else if (run) run[1] = key;
    else {
      run = [key, key];
      runs.push(run);
    }
  }
  return runs;
}
