/** What was set aside, as a list shows it. Reads only. */
import {
  claimedName,
  compareVersions,
  type KindName,
  keyOf,
  kindIn,
  type Quarantined,
  referrersTo,
  returnsByItself,
} from '../../model';
import { db, dbKey } from '../db';
import { LATER } from '../errors';
import { readableNow, versionOfAside } from '../merge/returning';
import { ROW_CHECKS } from '../sweep/row-checks';
import { formed } from './aside';
import { indexOf } from './built-on';

export interface AsideEntry extends Quarantined {
  /** A version that is later is in the store. */
  hasLater: boolean;
}

interface Keyed {
  row: Quarantined;
  kind: KindName;
  key: string;
}

/** Flat, with nothing but the database awaited: safe in a live query. */
export async function listAside(): Promise<AsideEntry[]> {
  const rows = (await db.quarantine.toArray()).map(formed);
  const keyed = rows.flatMap(keyedRow);
  const stamps = await db.stamps.bulkGet(keyed.map(({ kind, key }) => [kind, key]));
  const later = new Set<string>();
  for (const kind of new Set(keyed.map((one) => one.kind))) {
    const keys = new Set((await db.table(kind).toCollection().primaryKeys()).map(keyText));
    for (const [at, { row, ...one }] of keyed.entries()) {
      const stamp = stamps[at] ?? { counter: 0, by: '', step: '' };
      if (one.kind === kind && keys.has(one.key) && compareVersions(stamp, versionOfAside(row)) > 0)
        later.add(row.id);
    }
  }
  return rows.map((row) => ({ ...row, hasLater: later.has(row.id) }));
}

function keyedRow(row: Quarantined): Keyed[] {
  const kind = kindIn(row);
  return kind && claimedName(row) !== undefined
    ? [{ row, kind, key: keyOf(kind, row.record as object) }]
    : [];
}

const keyText = (key: unknown): string => (Array.isArray(key) ? key.join(' ') : String(key));

/** What is wrong with it now: none where this version can read it. `problems` is why it was set aside. */
export function wrongNow(row: Quarantined): string[] {
  const kind = kindIn(row);
  if (!kind) return row.problems;
  if (readableNow(row)) return [];
  const verdict = ROW_CHECKS[kind](row.record);
  return verdict.ok ? [] : verdict.problems;
}

/** Why it has not come back, and what the reader can do about it: one sentence. For one that was just tried. */
export function whyNotBack({ hasLater, ...row }: AsideEntry): string {
  if (wrongNow(row).length > 0 || !kindIn(row)) return 'It still cannot be read.';
  if (hasLater) return LATER;
  if (!returnsByItself(row)) return 'Only you can decide whether it is right: choose Repair.';
  return 'What it belongs to is not in Bearing.';
}

/** How many records refer to it and cannot do without it. Flat, as above. */
export async function countWaiting(row: Quarantined): Promise<number> {
  const [one] = keyedRow(row);
  if (!one) return 0;
  let count = 0;
  for (const { from, ref } of referrersTo(one.kind))
    if (!ref.optional)
      count += await db.table(from).where(indexOf(ref)).equals(dbKey(one.kind, one.key)).count();
  return count;
}
