/**
 * Half-finished work: a note that is being typed, dials that were turned for a tag that does not exist yet. Kept
 * as it is typed, so that an update of Bearing, a crash or a page that throws its text away loses none of it. It
 * is no record of the review: it has a database of its own, is in no backup, and is forgotten after a month.
 */
import Dexie, { type EntityTable } from 'dexie';
import { UnfinishedDraft } from '../../model';
import { atAddress, pageKey, sameSite } from '../../text';
import { db as records } from '../db';

const MOST_DRAFTS = 200;
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

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

/** What was left unfinished. */
interface Taken {
  /** In this very document, by an older copy of our script: the drafts of all papers that it has shown. */
  own: UnfinishedDraft[];
  /** In earlier documents of the tab: all drafts of this page, and what is to be asked about on its site. */
  earlier: UnfinishedDraft[];
}

/** Gives what was left unfinished in a tab on the site of this page. What earlier documents left is handed over once. */
export async function takeDrafts({ address, document, tabId }: DraftPlace): Promise<Taken> {
  const { kept } = db();
  const isHere = atAddress(address);
  const inTab = await kept.where('key').startsWith(`${tabId} `).toArray();
  const ofSite = inTab
    .filter((one) => isHere(one.address) || sameSite(one.address, address))
    .sort((a, b) => a.at - b.at);
  const [own, before] = [true, false].map((yes) =>
    ofSite.filter((one) => (one.document === document) === yes),
  ) as [Kept[], Kept[]];
  // Of several documents that left something of one page, the last counts.
  const latest = [...new Map(before.map((one) => [pageKey(one.address), one])).values()];
  const taken: UnfinishedDraft[] = [];
  for (const one of latest) {
    const isTaken = (draft: UnfinishedDraft) => isHere(one.address) || Boolean(draft.left);
    taken.push(...one.drafts.filter(isTaken));
    const others = one.drafts.filter((draft) => !isTaken(draft));
    if (others.length) await kept.put({ ...one, drafts: others });
    else await kept.delete(one.key);
  }
  return {
    own: await stillOpen(own.flatMap(({ drafts }) => drafts)),
    earlier: await stillOpen(taken),
  };
}

/**
 * The drafts that are still to be done: one that was sent while its document went may have been saved all the same.
 * What does not fit its shape any more is left out, not guessed at.
 */
async function stillOpen(drafts: readonly unknown[]): Promise<UnfinishedDraft[]> {
  const read = drafts.flatMap((draft) => UnfinishedDraft.safeParse(draft).data ?? []);
  // The step of a tag that was saved has the tag's id.
  const steps = await records.steps.bulkGet(read.map(({ left }) => left?.id ?? ''));
  return read.filter((_, at) => !steps[at]);
}
