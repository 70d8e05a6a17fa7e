/** When a review last left in a format, for "only what is new": of this browser, and of the store that it was written from. */
import { useSyncExternalStore } from 'react';
import { z } from '@/lib/model';
import { followPreferences, setPreference } from '../ui/preference';

const KEY = 'bearing.last-exports';
/** Of as many formats and reviews; the oldest are forgotten. */
const MOST = 300;

const LastExport = z.object({
  review: z.string(),
  format: z.string(),
  /** ISO 8601. */
  at: z.iso.datetime(),
  /** Excluded papers were in it. */
  excluded: z.boolean().catch(false),
  /** Where the history of the store was then. */
  moment: z.object({ of: z.string(), counter: z.number().int().nonnegative() }),
});
export type LastExport = z.infer<typeof LastExport>;

const Kept = z.array(LastExport).catch([]);

function all(): LastExport[] {
  try {
    return Kept.parse(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}

const lastExport = (review: string, format: string): LastExport | undefined =>
  all().find((one) => one.review === review && one.format === format);

/** After which moment what changes is new to the reader of the last file. Undefined where all of it is: a file without excluded papers shows none of what is on them. */
export function newSince(
  last: LastExport | undefined,
  { excluded }: { excluded: boolean },
): LastExport['moment'] | undefined {
  return last && (last.excluded || !excluded) ? last.moment : undefined;
}

export const newOf = (review: string, format: string, choices: { excluded: boolean }) =>
  newSince(lastExport(review, format), choices);

export function noteExport(done: LastExport): void {
  const others = all().filter(
    ({ review, format }) => review !== done.review || format !== done.format,
  );
  setPreference(KEY, JSON.stringify([...others, done].slice(-MOST)));
}

/** Those of a review, by format. */
export function useLastExports(review: string): ReadonlyMap<string, LastExport> {
  useSyncExternalStore(followPreferences, () => localStorage.getItem(KEY));
  return new Map(all().flatMap((one) => (one.review === review ? [[one.format, one]] : [])));
}
