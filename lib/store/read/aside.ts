/** What was set aside, as the store reads it. */
import { asideNames, type Quarantined, Quarantined as Schema } from '../../model';
import { db } from '../db';
import type { LeftOut } from '../sweep/sound-rows';

/** What was set aside. Each has the form that it is listed in, even where the note of it is damaged itself. */
export async function quarantined(): Promise<Quarantined[]> {
  return (await db.quarantine.toArray()).map(formed);
}

export const countAside = (): Promise<number> => db.quarantine.count();

export function formed({
  id,
  table,
  at,
  problems,
  record,
  version,
}: Partial<Quarantined>): Quarantined {
  const known = Schema.shape.version.safeParse(version).data;
  return {
    id: String(id),
    table: String(table),
    at: String(at),
    problems: Array.isArray(problems) ? problems.map(String) : [],
    record,
    ...(known && { version: known }),
  };
}

/** Names of what is to be repaired before what belongs to it is shown again: set aside, or damaged where it is. */
export const brokenNames = (
  aside: readonly Quarantined[],
  damaged: readonly LeftOut[],
): ReadonlySet<string> => asideNames([...aside.map(formed), ...damaged]).names;
