/**
 * How pages had the tagged quotes when they were last open, so that a reader who comes back is told what has changed. It is
 * in a database of its own and not a record of the review: nobody decided it, so it has no step, no history and no undo; and it
 * is in no backup, because it holds for what this browser was shown (another one may be signed in, or not), and opening the
 * page finds it out again.
 */
import Dexie, { type Table } from 'dexie';
import { type Seen, Sighting } from '../model';
import { atAddress, pageKey } from '../text';
import { db as records } from './db';

class SightingDatabase extends Dexie {
  sightings!: Table<Sighting, [string, string]>;
  constructor() {
    super('bearing-sightings');
    this.version(1).stores({ sightings: '[statementId+page], outcome' });
  }
}

let open: SightingDatabase | undefined;
const db = (): SightingDatabase => {
  open ??= new SightingDatabase();
  return open;
};

/** Days by UTC: which one it is matters less than that one visit a day is written, and no more. */
const dayOf = (moment: string): string => moment.slice(0, 10);

/** What is stored after a page has reported a quote; the same object where nothing is news. Pure. */
export function sightingAfter(
  before: Sighting | undefined,
  { statementId, outcome }: Seen,
  page: string,
  at: string,
): Sighting {
  const foundAt = outcome === 'found' ? at : (before?.foundAt ?? null);
  if (before?.outcome !== outcome) return { statementId, page, outcome, since: at, foundAt };
  const isNews = foundAt !== null && dayOf(foundAt) !== dayOf(before.foundAt ?? '');
  return isNews ? { ...before, foundAt } : before;
}

/**
 * Keeps how the page at an address has the quotes that were tagged on it; other quotes are passed over, since a paper's
 * other pages may have other words. Writes what is news and nothing else, and what belonged to statements that are
 * gone goes with the next write.
 */
export async function noteSightings(
  address: string,
  seen: readonly Seen[],
  at = new Date().toISOString(),
): Promise<void> {
  const isHere = atAddress(address);
  const statements = await records.statements.bulkGet(seen.map((one) => one.statementId));
  const taggedHere = seen.filter((_, i) => statements[i]?.targets.some(({ url }) => isHere(url)));
  if (!taggedHere.length) return;
  const page = pageKey(address);
  const { sightings } = db();
  const wrote = await db().transaction('rw', sightings, async () => {
    const before = await sightings.bulkGet(taggedHere.map((one) => [one.statementId, page]));
    const after = taggedHere.map((one, i) => sightingAfter(before[i], one, page, at));
    const news = after.filter((one, i) => one !== before[i]);
    if (news.length) await sightings.bulkPut(news);
    return news.length > 0;
  });
  if (wrote) await forgetGone();
}

async function forgetGone(): Promise<void> {
  const { sightings } = db();
  const keys = await sightings.toCollection().primaryKeys();
  const ids = [...new Set(keys.map(([statementId]) => statementId))];
  const known = new Set(await records.statements.where('id').anyOf(ids).primaryKeys());
  const gone = keys.filter(([statementId]) => !known.has(statementId));
  if (gone.length) await sightings.bulkDelete(gone);
}

/** The quotes that were changed or not found when their page was last open. Safe in a live query. */
export async function unsettledSightings(): Promise<Sighting[]> {
  const rows = await db().sightings.where('outcome').anyOf('changed', 'lost').toArray();
  // A row that is not in shape tells nothing, and the page's next report replaces it.
  return rows.filter((row) => Sighting.safeParse(row).success);
}
