/**
 * Half-finished work: a note that is being typed, dials that were turned for a tag that does not exist yet. Kept
 * as it is typed, so that an update of Bearing, a crash or a page that throws its text away loses none of it. It
 * is no record of the review: it has a database of its own, is in no backup, and is forgotten after a month.
 */
import Dexie, { type EntityTable } from 'dexie';
import { Basis, Direction, Id, InfluenceRef, PageReport, Stance, Strength, z } from '../model';
import { NewStatement } from './tag-input';

const MOST_DRAFTS = 200;
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** What the reader has begun on one statement. Stance and influence are two keys: they are kept in `left` only. */
export const UnfinishedDraft = z.object({
  /** The tag whose note it is; null for a tag that is still to be made. */
  tagId: Id.nullable(),
  statementId: Id.nullable(),
  page: PageReport,
  statement: NewStatement,
  direction: Direction,
  strength: Strength.optional(),
  basis: Basis,
  /** The note of the tag to be made. */
  note: z.string().max(50_000),
  /** What is in the open note field and was not kept; null for nothing. */
  typed: z.string().max(50_000).nullable(),
  /** Whether this is the statement that was chosen. */
  open: z.boolean(),
  /** The page went on to another paper before this was done: what was chosen so far. */
  left: z.object({ stance: Stance.nullable(), influence: InfluenceRef.nullable() }).optional(),
});
export type UnfinishedDraft = z.input<typeof UnfinishedDraft>;

/** One document's drafts. `document` is its time origin: the same for every copy of our scripts in it. */
interface Kept {
  key: string;
  address: string;
  document: string;
  tabId: number;
  at: number;
  drafts: UnfinishedDraft[];
}

class DraftDatabase extends Dexie {
  kept!: EntityTable<Kept, 'key'>;
  constructor() {
    super('bearing-drafts');
    this.version(1).stores({ kept: 'key, address, at' });
  }
}

let open: DraftDatabase | undefined;
const db = (): DraftDatabase => {
  open ??= new DraftDatabase();
  return open;
};

export interface DraftPlace {
  /** The address of the page's report. */
  address: string;
  document: string;
  tabId: number;
}

const keyOf = ({ address, document, tabId }: DraftPlace) => `${tabId} ${document} ${address}`;

/** Replaces what is kept of one page in one document; nothing to keep removes it. */
export async function keepDrafts(
  place: DraftPlace,
  drafts: readonly UnfinishedDraft[],
): Promise<void> {
  const key = keyOf(place);
  const { kept } = db();
  if (!drafts.length) {
    await kept.delete(key);
    return;
  }
  await kept.put({ key, ...place, at: Date.now(), drafts: [...drafts] });
  await kept
    .where('at')
    .below(Date.now() - KEPT_MS)
    .delete();
  const excess = (await kept.count()) - MOST_DRAFTS;
  if (excess > 0) await kept.orderBy('at').limit(excess).delete();
}

/**
 * What was left unfinished on a page: in this very document (by an older copy of our script), else in this tab.
 * @returns the drafts, and whether they are of this document
 */
export async function takeDrafts(
  place: DraftPlace,
): Promise<{ drafts: UnfinishedDraft[]; sameDocument: boolean }> {
  const here = await db().kept.where('address').equals(place.address).toArray();
  const own = here.find((one) => one.document === place.document && one.tabId === place.tabId);
  const [last] = here.filter((one) => one.tabId === place.tabId).sort((a, b) => b.at - a.at);
  const found = own ?? last;
  if (!found) return { drafts: [], sameDocument: false };
  // What does not fit its shape any more is left out, not guessed at.
  const drafts = found.drafts.flatMap((draft) => {
    const read = UnfinishedDraft.safeParse(draft);
    return read.success ? [read.data] : [];
  });
  if (!own) await db().kept.delete(found.key);
  return { drafts, sameDocument: own !== undefined };
}
